"""A person's word on one slot of a statement, checked against the report and written as a Decision."""

import re
from collections.abc import Sequence

from careo.errors import UsageError
from careo.ledger.decisions import Said, named, subject
from careo.model.decided import Decision, Subject
from careo.model.seen import Mention, Report, Statement
from careo.stages.deciding.corrected import DETAILS, WORDS, Anchored
from careo.stages.resolve import NAMED
from careo.store.base import View
from careo.text.stretches import overlap
from careo.text.values.given import given_figure, given_time

UNKNOWN = "unknown"
"""The value that takes a slot out of a statement."""


def correction(view: View, statement: Statement, slot: str, value: str, *, words: str | None, said: Said) -> Decision:
    """Return the decision that gives a slot another value.

    Args:
        view: where the statement's report and its mentions are.
        statement: as it was read.
        slot: `figure:killed`, `time`, `place`, `actor:victim`, `attribution`, `polarity`, `modality`, `type`, `role`
            or `measure`.
        value: a figure or date in words or in careo's writing, a name as the report has it, a word of the slot's list,
            or `unknown`.
        words: the words of the report that were read wrongly or give the value; needed where the slot alone could mean
            several or none.
        said: reason, by whom, when.

    Raises:
        UsageError: if the slot, the value or the words do not fit.
    """
    report = view.get(statement.report)
    assert isinstance(report, Report)
    kind, _, detail = slot.partition(":")
    subjects = [subject(view, statement)]
    if kind in WORDS:
        if detail or (value not in WORDS[kind]):
            raise UsageError(f"“{value}” is no {kind}; {slot.partition(':')[0]} takes {', '.join(WORDS[kind])}")
        if kind in ("role", "measure"):
            subjects.append(_meant(statement, report, slot, words))
        return _decision(subjects, slot, value, said)
    if detail not in DETAILS.get(kind, ()):
        raise UsageError(f"“{slot}” is no slot; {_slots_of(statement, report)}")
    place = _place(statement, report, slot, words)
    subjects += [place] if place else []
    if value == UNKNOWN:
        if place is None or not _filled(statement, kind, detail, place):
            raise UsageError(f"there is no {slot} to take out; {_slots_of(statement, report)}")
        return _decision(subjects, slot, None, said)
    if kind == "figure":
        return _decision(_with_place(subjects, slot), slot, given_figure(value, report.language, detail), said)
    if kind == "time":
        return _decision(_with_place(subjects, slot), slot, given_time(value, report.language, report.date), said)
    if place and not _filled(statement, kind, detail, place):
        subjects.remove(place)
    subjects.append(_name(view, statement, report, kind, value))
    return _decision(subjects, slot, value, said)


def _decision(subjects: Sequence[Subject], slot: str, value: str | None, said: Said) -> Decision:
    listed = tuple(sorted(subjects, key=lambda one: one.id))
    return named(Decision("", "correct", "slot", listed, slot, value, *said, None))


def _candidates(statement: Statement, kind: str, detail: str) -> Sequence[Anchored]:
    """Return the slots of a statement that a slot's name may mean."""
    match kind:
        case "figure":
            return [one for one in statement.figures if one.measure == detail]
        case "measure":
            return statement.figures
        case "time":
            return [one for one in statement.times if detail in ("", one.role)]
        case "actor":
            return [one for one in statement.actors if one.role == detail]
        case "place":
            return [one for one in statement.places if detail in ("", one.role)]
        case "attribution":
            return statement.attribution
        case _:
            return (*statement.actors, *statement.places)


def _filled(statement: Statement, kind: str, detail: str, place: Subject) -> bool:
    return any(overlap(one, place) for one in _candidates(statement, kind, detail))


def _place(statement: Statement, report: Report, slot: str, words: str | None) -> Subject | None:
    """Return the words that a slot was read from, or that the person names; `None` where there are none."""
    kind, _, detail = slot.partition(":")
    found = _candidates(statement, kind, detail)
    if words is None:
        if len(found) > 1:
            raise UsageError(f"there are {len(found)} of {slot}: {_quoted(report, found)}; say which with --at WORDS")
        return _stretch(report, found[0].start, found[0].end) if found else None
    told = [one for one in found if words in report.text[one.start : one.end]]
    if len(told) == 1:
        return _stretch(report, told[0].start, told[0].end)
    return _found(report, words, statement.start, statement.end)


def _meant(statement: Statement, report: Report, slot: str, words: str | None) -> Subject:
    """Return the words of the one slot whose role or measure is corrected."""
    place = _place(statement, report, slot, words)
    if place is None or not _filled(statement, slot, "", place):
        raise UsageError(f"there is no such {slot}; {_slots_of(statement, report)}")
    return place


def _with_place(subjects: list[Subject], slot: str) -> list[Subject]:
    if len(subjects) < 2:
        raise UsageError(f"nothing was read as {slot} here; name the words that give it with --at WORDS")
    return subjects


def _name(view: View, statement: Statement, report: Report, kind: str, value: str) -> Subject:
    """Return where a report has a name: as a mention if it is read as one, nearest to the statement."""
    known = [one for one in view.of_report("mention", report.id) if isinstance(one, Mention) and one.type in NAMED]
    alike = [one for one in known if one.verbatim == value]
    if alike and kind != "attribution":
        return subject(view, min(alike, key=lambda one: (abs(one.start - statement.trigger.start), one.start)))
    if kind == "place":
        names = ", ".join(sorted({one.verbatim for one in known})) or "none"
        raise UsageError(f"no name “{value}” was read in the report; a place is one of {names}")
    try:
        return _found(report, value, statement.start, statement.end)
    except UsageError:
        return _found(report, value, 0, len(report.text))


def _found(report: Report, words: str, start: int, end: int) -> Subject:
    match = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(report.text, start, end) if words.strip() else None
    if match is None:
        where = "report" if end - start == len(report.text) else "sentence"
        raise UsageError(f"the {where} does not say “{words}”; give its words letter for letter")
    return _stretch(report, *match.span())


def _stretch(report: Report, start: int, end: int) -> Subject:
    return Subject(report.id, report.id, start, end, report.text[start:end])


def _quoted(report: Report, found: Sequence[Anchored]) -> str:
    return ", ".join(f"“{report.text[one.start : one.end]}”" for one in found)


def _slots_of(statement: Statement, report: Report) -> str:
    """Say what can be corrected: the slots this statement has, with their words."""
    read: list[tuple[str, Anchored]] = [(f"figure:{one.measure}", one) for one in statement.figures]
    read += [("time", one) for one in statement.times]
    read += [("place", one) for one in statement.places]
    read += [(f"actor:{one.role}", one) for one in statement.actors]
    read += [("attribution", one) for one in statement.attribution]
    told = ", ".join(f"{name} {_quoted(report, [one])}" for name, one in read) or "no slot filled"
    kinds = "figure:MEASURE, time, place, actor:ROLE, attribution, polarity, modality, type, role or measure"
    return f"this statement has {told}; a slot is {kinds}"
