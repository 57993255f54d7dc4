"""The export contract: every record as one JSON object a line, with what is joined in at export."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careo.model.codec import Record, encode

_SLOTS_WITH_ENTITY = ("actors", "places")


def lines(
    records: Iterable[Record],
    *,
    entity_of: Mapping[str, str],
    states: Mapping[str, str],
    who: Mapping[str, str],
    version_of: Mapping[str, str],
) -> Iterator[str]:
    """Yield one line of JSON a record, without line ends.

    Args:
        records: in the order they are to be written.
        entity_of: mention id to entity id.
        states: decision id to `applied` or `orphaned`.
        who: the name of a source, as an attribution writes it, to entity id.
        version_of: report id to the id of the version just before it.
    """
    for record in records:
        fields = encode(record)
        _join(fields, entity_of, states, who, version_of)
        yield json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _join(
    fields: dict[str, Any],
    entity_of: Mapping[str, str],
    states: Mapping[str, str],
    who: Mapping[str, str],
    version_of: Mapping[str, str],
) -> None:
    kind = fields["kind"]
    if kind == "mention":
        fields["entity"] = entity_of.get(fields["id"])
    elif kind == "report":
        fields["version_of"] = version_of.get(fields["id"])
    elif kind == "decision":
        fields["state"] = states[fields["id"]]
    elif kind == "statement":
        for slot in _SLOTS_WITH_ENTITY:
            for filler in fields[slot]:
                filler["entity"] = entity_of.get(filler["mention"])
        for link in fields["attribution"]:
            link["entity"] = who.get(link["who"])
