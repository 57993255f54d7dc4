"""Deeds that are done by being told of: who authorises has authorised, though what is allowed may never happen."""

from collections.abc import Mapping
from types import MappingProxyType

from careo.model.seen import Modality, Statement, StatementType

_OWN: Mapping[tuple[StatementType, str | None], Modality] = MappingProxyType(
    {
        ("LAW", "authorised"): "authorised",
        ("LAW", "extended"): "authorised",
        ("SAY", "demand"): "demanded",
        ("SAY", "threaten"): "threatened",
        ("MEET", "invite"): "planned",
        ("COURT", "warrant"): "ordered",
        ("COURT", "charge"): "alleged",
    }
)
"""What these call the thing that they authorise or threaten: they themselves were done."""


def is_performed(statement: Statement) -> bool:
    """Whether its modality is that of what it allows, demands or charges, while the deed itself was done."""
    return _OWN.get((statement.type, statement.subtype)) == statement.modality
