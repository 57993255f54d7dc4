"""verify: whether everything in a desk still fits what it points at. Nothing is mended or re-attached here.

What was changed by accident or by hand is found by the seals that careo wrote. Behind them stand the checks that need
no seal: bytes, texts, ids, quotations, and the records that others name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careo.errors import AnchorError, DeskError
from careo.model.codec import KINDS, Record
from careo.model.decided import Decision
from careo.model.ids import capture_id, decision_id, mention_id, place, report_id, sha256, skip_id, statement_id
from careo.model.inferred import Claim, Derivation, Discrepancy, Entity, Judgement, Story, Value, Version
from careo.model.seen import (
    Actor,
    Capture,
    Equipment,
    Figure,
    Instrument,
    Mention,
    Received,
    Report,
    Setting,
    Skip,
    Statement,
    Time,
    Trigger,
)
from careo.render.sealing.items import MANIFEST, called
from careo.render.sealing.seal import carried
from careo.store.base import View

_Anchored = Trigger | Actor | Setting | Time | Figure | Instrument | Equipment


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that no longer fits."""

    where: str
    """Id of the record, or the desk."""
    what: str


def verify(view: View) -> Iterator[Problem]:
    """Yield every misfit between seals, bytes, texts, hashes, ids, quotations, and records and those they name."""
    for where, what in view.damage():
        yield Problem(where, what)
    try:
        yield from _captures(view)
        for record in view.records("report"):
            yield from _report(view, record)
        known = frozenset(id_ for kind in KINDS for id_ in view.ids(kind))
        for kind in KINDS:
            for record in view.records(kind):
                yield from _references(record, known)
    except (AnchorError, DeskError) as error:
        yield Problem("desk", str(error))


@dataclass(frozen=True, slots=True)
class Originals:
    """How the bytes that a desk keeps stand beside the files that are there now; each input counts once."""

    equal: int
    former: int
    """Former states of files whose state of now the desk has, too."""
    changed: int
    """Inputs whose file has other bytes now."""
    missing: int
    unknown: int
    """Inputs that are there and that the desk never had."""
    problems: tuple[Problem, ...]
    """One for each that was changed or is missing."""


def against(view: View, gathered: Iterable[Received | Skip]) -> Originals:
    """Return where the desk's captures are not the files that are there now.

    Files the desk never had are no problem, nor is a former state of a file whose state of now it has, too.

    Args:
        view: the desk.
        gathered: the same input as the desk was built from, taken in anew.
    """
    kept = {(c.origin, c.member, c.id) for c in view.records("capture") if isinstance(c, Capture)}
    captures = (item.capture for item in gathered if isinstance(item, Received))
    there = {(capture.origin, capture.member, capture.id) for capture in captures}
    places, known = {each[:2] for each in there}, {each[:2] for each in there & kept}
    other = [each for each in sorted(kept - there, key=repr) if each[:2] not in known]
    changed = [each for each in other if each[:2] in places]
    now = {each: "has other bytes now" if each in changed else "is not there" for each in other}
    problems = (Problem(each[2], f"{place(*each[:2])} {now[each]}") for each in other)
    return Originals(
        equal=len(kept & there),
        former=len(kept - there) - len(other),
        changed=len(changed),
        missing=len(other) - len(changed),
        unknown=len(places - {each[:2] for each in kept}),
        problems=tuple(problems),
    )


def beside(view: View, page: str) -> Iterator[Problem]:
    """Yield where a page does not say what the desk's own texts and bytes say.

    Raises:
        AnchorError: if it is no page of this careo.
    """
    found = carried(page)
    try:
        texts = {}
        for report in found.block["reports"]:
            kept = view.get(report["id"])
            if not isinstance(kept, Report) or sha256(kept.text) != report["text_sha256"]:
                yield Problem(report["label"], f"{called(report['label'])} has another text in the desk, or none")
            else:
                texts[report["label"]] = kept.text
        for capture in found.block["captures"]:
            data = view.data(capture["sha256"])
            if data is None or sha256(data) != capture["sha256"] or len(data) != capture["bytes"]:
                file = place(capture["origin"], capture["member"])
                yield Problem("proof", f"the desk does not have the bytes of {file}")
        for quote in found.quotes:
            if quote.label in texts and texts[quote.label][quote.start : quote.end] != quote.text:
                what = f"{called(quote.item)} shows {quote.text!r}, which the desk does not say there"
                yield Problem(quote.item, what)
    except (DeskError, KeyError, TypeError) as error:
        yield Problem(MANIFEST, f"it cannot be laid beside the desk: {error}")


def _captures(view: View) -> Iterator[Problem]:
    for capture in view.records("capture"):
        assert isinstance(capture, Capture)
        try:
            data = view.data(capture.sha256)
        except DeskError as error:
            yield Problem(capture.id, str(error))
            continue
        if data is None:
            yield Problem(capture.id, "its bytes are missing")
        elif sha256(data) != capture.sha256 or len(data) != capture.bytes:
            yield Problem(capture.id, f"its bytes are not those received from {capture.origin}")
        if capture.id != capture_id(capture.origin, capture.member, capture.sha256):
            yield Problem(capture.id, "its id does not fit its origin and bytes")


def _report(view: View, report: Record) -> Iterator[Problem]:
    assert isinstance(report, Report)
    if sha256(report.text) != report.text_sha256:
        yield Problem(report.id, "its text is not the text that was read")
    if report.id != report_id(report.capture, report.item):
        yield Problem(report.id, "its id does not fit its capture")
    ends = [0, *(part.end for part in report.parts)]
    if [part.start for part in report.parts] != ends[:-1] or ends[-1] != len(report.text):
        yield Problem(report.id, "its parts do not cover its text")
    yield from _quotes(report, report.id, ((c.start, c.end, c.verbatim) for c in report.credit))
    yield from _source(view, report)
    for mention in view.of_report("mention", report.id):
        assert isinstance(mention, Mention)
        yield from _mention(report, mention)
    for statement in view.of_report("statement", report.id):
        assert isinstance(statement, Statement)
        yield from _statement(report, statement)


def _source(view: View, report: Report) -> Iterator[Problem]:
    """Read the stretches that stand letter for letter in the source again, in the bytes as they were received."""
    capture = view.get(report.capture)
    data = view.data(capture.sha256) if isinstance(capture, Capture) and report.encoding and report.runs else None
    if data is None:
        return
    source = data.decode(report.encoding or "utf-8", "replace")
    for run in report.runs:
        if source[run.source : run.source + run.end - run.start] != report.text[run.start : run.end]:
            yield Problem(report.id, f"what it says at {run.start}:{run.end} does not stand in its capture")


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
    yield from _quotes(report, statement.id, ((who.start, who.end, who.who) for who in statement.attribution))
    if not 0 <= statement.start < statement.end <= len(report.text):
        yield Problem(statement.id, "its sentence lies outside its report")


def _quotes(report: Report, where: str, quoted: Iterable[tuple[int, int, str]]) -> Iterator[Problem]:
    for start, end, verbatim in quoted:
        if report.text[start:end] != verbatim:
            yield Problem(where, f"quotes {verbatim!r} at {start}, but the report has {report.text[start:end]!r}")


def _references(record: Record, known: frozenset[str]) -> Iterator[Problem]:
    for id_ in dict.fromkeys(_named(record)):
        if id_ not in known:
            yield Problem(record.id, f"names {id_}, which is not in the desk")
    if isinstance(record, Decision) and record.id != decision_id(record):
        yield Problem(record.id, "its id does not fit what was decided")
    if isinstance(record, Skip) and record.id != skip_id(record.stage, record.input, record.reason):
        yield Problem(record.id, "its id does not fit what was skipped")


def _named(record: Record) -> Iterator[str]:
    """Yield the ids of the records that this one names; what a decision is about may be gone."""
    match record:
        case Report():
            yield record.capture
        case Mention():
            yield from (record.report, *([record.of] if record.of else []))
        case Statement():
            yield from (record.report, *record.content, *(setting.mention for setting in record.places))
            yield from (actor.mention for actor in record.actors if actor.mention)
        case Entity():
            yield from (*record.mentions, *(other.entity for other in record.possibly_same))
        case Story():
            yield from (*record.reports, *(id_ for episode in record.episodes for id_ in episode.reports))
        case Derivation():
            yield from (record.to, *([record.from_] if record.from_ else []))
        case Version():
            yield from (record.of, record.report)
        case Judgement():
            yield from record.statements
        case Claim():
            yield from (*record.statements, *record.reports, record.story, record.first_report)
            yield from (id_ for origin in record.origins for id_ in origin)
            yield from _given(value for slot in record.slots for value in slot.values)
        case Discrepancy():
            yield from (record.claim, *_given(record.values), *filter(None, (record.dismissed, record.corrected)))


def _given(values: Iterable[Value]) -> Iterator[str]:
    return (id_ for value in values for id_ in (*value.statements, *value.corrected))
