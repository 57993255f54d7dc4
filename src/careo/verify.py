"""verify: whether everything in a desk still fits what it points at. Nothing is mended or re-attached here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careo.errors import AnchorError, DeskError
from careo.model.decided import Decision
from careo.model.ids import capture_id, decision_id, mention_id, report_id, sha256, statement_id
from careo.model.inferred import Claim, Discrepancy, Entity, Version
from careo.model.seen import (
    Actor,
    Capture,
    Equipment,
    Figure,
    Instrument,
    Mention,
    Report,
    Setting,
    Statement,
    Time,
    Trigger,
)
from careo.store.base import View

_Anchored = Trigger | Actor | Setting | Time | Figure | Instrument | Equipment


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that no longer fits."""

    where: str
    """Id of the record, or the desk."""
    what: str


def verify(view: View) -> Iterator[Problem]:
    """Yield every misfit between bytes, texts, hashes, ids, quotations, and findings and the records they name."""
    try:
        yield from _captures(view)
        for report in view.records("report"):
            assert isinstance(report, Report)
            yield from _report(view, report)
        yield from _inferred(view)
        yield from _decisions(view)
    except (AnchorError, DeskError) as error:
        yield Problem("desk", str(error))


def _captures(view: View) -> Iterator[Problem]:
    for capture in view.records("capture"):
        assert isinstance(capture, Capture)
        data = view.data(capture.sha256)
        if data is None:
            yield Problem(capture.id, "its bytes are missing")
        elif sha256(data) != capture.sha256 or len(data) != capture.bytes:
            yield Problem(capture.id, f"its bytes are not those received from {capture.origin}")
        if capture.id != capture_id(capture.origin, capture.member, capture.sha256):
            yield Problem(capture.id, "its id does not fit its origin and bytes")


def _report(view: View, report: Report) -> Iterator[Problem]:
    if sha256(report.text) != report.text_sha256:
        yield Problem(report.id, "its text is not the text that was read")
    if report.id != report_id(report.capture, report.item) or view.get(report.capture) is None:
        yield Problem(report.id, "its id does not fit its capture")
    ends = [0, *(part.end for part in report.parts)]
    if [part.start for part in report.parts] != ends[:-1] or ends[-1] != len(report.text):
        yield Problem(report.id, "its parts do not cover its text")
    yield from _quotes(report, report.id, ((c.start, c.end, c.verbatim) for c in report.credit))
    for mention in view.of_report("mention", report.id):
        assert isinstance(mention, Mention)
        yield from _mention(report, mention)
    for statement in view.of_report("statement", report.id):
        assert isinstance(statement, Statement)
        yield from _statement(report, statement)


def _mention(report: Report, mention: Mention) -> Iterator[Problem]:
    named = mention_id(report.id, report.text_sha256, mention.start, mention.end, mention.type)
    if mention.id != named:
        yield Problem(mention.id, "its id does not fit its place")
    quoted = [(mention.start, mention.end, mention.verbatim)]
    if isinstance(mention.value, Figure | Time):
        quoted.append((mention.value.start, mention.value.end, mention.value.verbatim))
    yield from _quotes(report, mention.id, quoted)


def _statement(report: Report, statement: Statement) -> Iterator[Problem]:
    trigger = statement.trigger
    named = statement_id(report.id, report.text_sha256, trigger.start, trigger.end, statement.type)
    if statement.id != named:
        yield Problem(statement.id, "its id does not fit its trigger")
    slots: list[_Anchored] = [
        trigger, *statement.actors, *statement.places, *statement.times, *statement.figures,
        *statement.instruments, *statement.equipment,
    ]  # fmt: skip
    yield from _quotes(report, statement.id, ((slot.start, slot.end, slot.verbatim) for slot in slots))


def _quotes(report: Report, where: str, quoted: Iterable[tuple[int, int, str]]) -> Iterator[Problem]:
    for start, end, verbatim in quoted:
        if report.text[start:end] != verbatim:
            yield Problem(where, f"quotes {verbatim!r} at {start}, but the report has {report.text[start:end]!r}")


def _inferred(view: View) -> Iterator[Problem]:
    for entity in view.records("entity"):
        assert isinstance(entity, Entity)
        yield from _missing(view, entity.id, entity.mentions)
    for version in view.records("version"):
        assert isinstance(version, Version)
        yield from _missing(view, version.id, (version.of, version.report))
    for claim in view.records("claim"):
        assert isinstance(claim, Claim)
        yield from _missing(view, claim.id, (*claim.statements, *claim.reports, claim.story))
    for discrepancy in view.records("discrepancy"):
        assert isinstance(discrepancy, Discrepancy)
        ids = (discrepancy.claim, *(id_ for value in discrepancy.values for id_ in value.statements))
        yield from _missing(view, discrepancy.id, ids)


def _missing(view: View, where: str, ids: Iterable[str]) -> Iterator[Problem]:
    for id_ in ids:
        if view.get(id_) is None:
            yield Problem(where, f"names {id_}, which is not in the desk")


def _decisions(view: View) -> Iterator[Problem]:
    for decision in view.records("decision"):
        assert isinstance(decision, Decision)
        if decision.id != decision_id(decision):
            yield Problem(decision.id, "its id does not fit what was decided")
