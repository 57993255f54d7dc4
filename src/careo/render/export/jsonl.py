"""The export contract: every record as one JSON object a line, with what is joined in at export."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careo.model.codec import Record, encode
from careo.model.decided import Decision
from careo.model.derived import Derived
from careo.model.inferred import Dossier
from careo.model.seen import Mention, Statement

_SLOTS_WITH_ENTITY = ("actors", "places")


@dataclass(frozen=True, slots=True)
class Joined:
    """What the export adds to records of their own."""

    entity_of: Mapping[str, str]
    """Mention id to entity id."""
    states: Mapping[str, str]
    """Decision id to `applied` or `orphaned`."""
    who: Mapping[str, str]
    """The name of a source, as an attribution writes it, to entity id."""
    version_of: Mapping[str, str]
    """Report id to the id of the version just before it."""
    corrected: Mapping[str, Sequence[str]]
    """Statement id to the ids of the decisions that correct its slots."""
    made_by: tuple[str | None, str | None] = (None, None)
    """Rules and engines that read the desk's captures, and those that compared what was read."""


def lines(records: Iterable[Record | Derived], joined: Joined) -> Iterator[str]:
    """Yield one line of JSON a record, in the order given, without line ends."""
    for record in records:
        fields = encode(record)
        _join(fields, joined)
        yield json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def of_story(records: Iterable[Record], dossier: Dossier) -> Iterator[Record]:
    """Yield those of a desk's records that belong to one story, with all that the desk could not use."""
    shelves = (
        dossier.captures, dossier.reports, dossier.entities, (dossier.story,), dossier.derivations, dossier.versions,
        dossier.judgements, dossier.claims, dossier.discrepancies, dossier.skips,
    )  # fmt: skip
    ids = {record.id for shelf in shelves for record in shelf}
    for record in records:
        if isinstance(record, Decision):
            belongs = record.withdraws in ids or any(subject.report in ids for subject in record.subjects)
            ids |= {record.id} if belongs else set()
        else:
            belongs = record.id in ids or (isinstance(record, Mention | Statement) and record.report in ids)
        if belongs:
            yield record


def _join(fields: dict[str, Any], joined: Joined) -> None:
    kind = fields["kind"]
    if kind == "mention":
        fields["entity"] = joined.entity_of.get(fields["id"])
    elif kind == "capture":
        fields["read_by"], fields["compared_by"] = joined.made_by
    elif kind == "report":
        fields["version_of"] = joined.version_of.get(fields["id"])
    elif kind == "decision":
        fields["state"] = joined.states[fields["id"]]
    elif kind == "statement":
        fields["corrected"] = sorted(joined.corrected.get(fields["id"], ()))
        for slot in _SLOTS_WITH_ENTITY:
            for filler in fields[slot]:
                filler["entity"] = joined.entity_of.get(filler["mention"])
        for link in fields["attribution"]:
            link["entity"] = joined.who.get(link["who"])
