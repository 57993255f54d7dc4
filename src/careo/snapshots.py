"""Take the state of a desk or an export for comparison with another."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from careo.errors import AnchorError
from careo.model.codec import Record, decode
from careo.model.decided import Decision
from careo.model.ids import place
from careo.model.inferred import Claim, Discrepancy, Story, Version
from careo.model.seen import Capture, Report, Statement
from careo.model.snapshot import ClaimState, DiscrepancyState, ReportState, Snapshot, StatementState

COMPARED = ("capture", "report", "statement", "story", "version", "claim", "discrepancy", "decision")
"""The kinds that a snapshot is taken of."""


def snapshot_of(records: Iterable[Record], program: tuple[tuple[str, str], ...] = ()) -> Snapshot:
    """Return what the records of a desk or an export come to.

    Args:
        records: in any order; kinds that are not compared are passed over.
        program: versions at work, name and value, where they are known.
    """
    found: defaultdict[type, list[Record]] = defaultdict(list)
    for record in records:
        found[type(record)].append(record)
    places = {c.id: place(c.origin, c.member) for c in found[Capture] if isinstance(c, Capture)}
    stories = {id_: story.id for story in found[Story] if isinstance(story, Story) for id_ in story.reports}
    return Snapshot(
        whole=True,
        program=program,
        reports=tuple(
            ReportState(r.id, stories.get(r.id, ""), places.get(r.capture, ""), r.item, r.url, r.title, r.text)
            for r in found[Report]
            if isinstance(r, Report)
        ),
        statements=tuple(_statement(s) for s in found[Statement] if isinstance(s, Statement)),
        claims=tuple(
            ClaimState(c.id, c.type, c.gloss, c.statements, c.slots, len(c.origins))
            for c in found[Claim]
            if isinstance(c, Claim)
        ),
        discrepancies=tuple(
            DiscrepancyState(d.id, d.slot, d.type, d.values, d.dismissed is not None)
            for d in found[Discrepancy]
            if isinstance(d, Discrepancy)
        ),
        versions=tuple((v.report, v.of) for v in found[Version] if isinstance(v, Version)),
        decisions=tuple((d.id, _decided(d)) for d in found[Decision] if isinstance(d, Decision)),
    )


def exported(lines: Iterable[str]) -> Snapshot:
    """Return the state of the desk that an export was made of, with what made its records where the export says it.

    Raises:
        AnchorError: if a line is no record of an export.
    """
    made_by: dict[tuple[str, str | None], None] = {}
    records = list(_records(lines, made_by))
    read_by, compared_by = next(iter(made_by), ("", None))
    return snapshot_of(records, (("read by", read_by), ("compared by", compared_by or "")) if made_by else ())


def _records(lines: Iterable[str], made_by: dict[tuple[str, str | None], None]) -> Iterator[Record]:
    """Yield the records of an export that are compared, and note what its captures say of how they were made."""
    for number, line in enumerate(lines, start=1):
        try:
            fields = json.loads(line)
            if fields["kind"] == "capture" and fields.get("read_by"):
                made_by[fields["read_by"], fields["compared_by"]] = None
            if fields["kind"] in COMPARED:
                yield decode(fields)
        except (AnchorError, KeyError, RecursionError, TypeError, ValueError) as error:
            raise AnchorError(f"line {number} is no record of an export") from error


def _statement(statement: Statement) -> StatementState:
    trigger = statement.trigger.start, statement.trigger.end
    return StatementState(statement.id, statement.report, statement.start, statement.end, statement.type, trigger)


def _decided(decision: Decision) -> str:
    about = "; ".join(subject.quote for subject in decision.subjects if subject.quote) or decision.about
    slot = f" {decision.slot}" if decision.slot else ""
    value = f" = {decision.shown}" if decision.value else ""
    return f"{decision.type}{slot}{value} ({about}), {decision.by}: {decision.reason}"
