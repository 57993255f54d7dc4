"""From a person's words to a Decision, and from the lines of an export back to Decisions."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from careo.errors import AnchorError, UsageError
from careo.model.codec import Record, decode
from careo.model.decided import About, Decision, DecisionType, Subject
from careo.model.ids import decision_id
from careo.model.inferred import Discrepancy, DiscrepancyType
from careo.model.seen import Mention, Report, Statement
from careo.stages.deciding.corrected import is_followed
from careo.store.base import View

ABOUT: dict[str, tuple[About, ...]] = {
    "same": ("statement", "report"), "not_same": ("statement", "report"), "dismiss": ("statement",),
    "merge": ("mention",), "split": ("mention",), "copy": ("report",), "independent": ("report",),
}  # fmt: skip
"""Which kinds of record each decision may be about; one discrepancy may be dismissed too."""


_KINDS: tuple[str, ...] = get_args(DiscrepancyType)


class Said(NamedTuple):
    """Why, by whom and when, ISO 8601 with offset."""

    reason: str
    by: str
    at: str


def said(reason: str, by: str, at: str) -> Said:
    """Return a person's word; raises UsageError without a reason."""
    if not reason.strip():
        raise UsageError("a decision needs a reason")
    return Said(reason, by, at)


def check_type(type_: str) -> None:
    """Raise UsageError unless this is a type of decision that takes records alone."""
    if type_ == "correct":
        raise UsageError("correct takes a statement, a slot and a value: Desk.correct, careo decide correct")
    if type_ not in ABOUT and type_ != "withdraw":
        raise UsageError(f"{type_} is no decision; choose {', '.join(sorted(ABOUT))}, correct or withdraw")


def named(decision: Decision) -> Decision:
    """Return a decision with the id that its words give it."""
    return replace(decision, id=decision_id(decision))


def drafted(view: View, type_: DecisionType, records: Sequence[Record], said: Said) -> Decision:
    """Return the decision of this type about these records.

    Raises:
        UsageError: if the records do not fit the type.
    """
    if type_ == "withdraw":
        if len(records) != 1 or not isinstance(records[0], Decision):
            raise UsageError("withdraw takes the id of one decision")
        return named(Decision("", type_, records[0].about, (), None, None, *said, records[0].id))
    if type_ == "dismiss" and len(records) == 1 and isinstance(records[0], Discrepancy):
        return _set_aside(view, records[0], said)
    kinds = {type(record).__name__.lower() for record in records}
    least = 1 if type_ == "dismiss" else 2
    fitting = [one for one in ABOUT[type_] if kinds == {one}]
    if not fitting or len({record.id for record in records}) < least:
        need = f"{'one' if least == 1 else 'two'} or more {' or '.join(ABOUT[type_])} ids"
        need += ", or the id of one discrepancy" if type_ == "dismiss" else ""
        raise UsageError(f"{type_} takes {need}, not {', '.join(sorted(kinds)) or 'none'}")
    subjects = {record.id: subject(view, record) for record in records}
    listed = tuple(subjects[id_] for id_ in sorted(subjects))
    return named(Decision("", type_, fitting[0], listed, None, None, *said, None))


def subject(view: View, record: Record) -> Subject:
    """Return a report, mention or statement as what a decision hangs on."""
    assert isinstance(record, Report | Mention | Statement)
    if isinstance(record, Report):
        return Subject(record.id, record.id, 0, 0, "")
    place = record.trigger if isinstance(record, Statement) else record
    report = view.get(record.report)
    assert isinstance(report, Report)
    return Subject(record.id, record.report, place.start, place.end, report.text[place.start : place.end])


def _set_aside(view: View, one: Discrepancy, said: Said) -> Decision:
    """Return the dismissal of a difference: it hangs on the statements of its sides and keeps their values."""
    found = [view.get(id_) for id_ in sorted({id_ for value in one.values for id_ in value.statements})]
    subjects = tuple(subject(view, record) for record in found if record is not None)
    if len(subjects) < 2:
        raise UsageError(f"{one.id} names no two statements; use not_same on the statements of claim {one.claim}")
    values = json.dumps([value.value for value in one.values], ensure_ascii=False)
    return named(Decision("", "dismiss", "slot", subjects, one.slot, values, *said, None))


def of_kind(view: View, one: Discrepancy, kind: str, said: Said) -> Decision:
    """Return the decision that a difference is of this kind; it hangs on its statements and keeps its values.

    Raises:
        UsageError: if there is no such kind, or the difference has less than two statements.
    """
    if kind not in _KINDS:
        raise UsageError(f"“{kind}” is no kind of difference; choose {', '.join(_KINDS)}")
    values = json.dumps([kind, *(value.value for value in one.values)], ensure_ascii=False)
    return named(replace(_set_aside(view, one, said), type="correct", about="difference", value=values))


def foreign(view: View, lines: Iterable[str]) -> tuple[Decision, ...]:
    """Return the decisions in an export that this desk does not have, each once; raises UsageError as `decisions`."""
    known = set(view.ids("decision"))
    return tuple({one.id: one for one in decisions(lines) if one.id not in known}.values())


def decisions(lines: Iterable[str]) -> Iterator[Decision]:
    """Yield the decisions among the lines of an export.

    Raises:
        UsageError: if a line is no record of an export, or a decision was changed after it was made.
    """
    for number, line in enumerate(lines, start=1):
        try:
            fields = json.loads(line) if line.strip() else {"kind": None}
            decision = decode(fields) if fields["kind"] == "decision" else None
        except (ValueError, TypeError, KeyError, RecursionError, AnchorError) as error:
            raise UsageError(f"line {number} is no record; take a file that `careo export` wrote") from error
        if not isinstance(decision, Decision):
            continue
        if decision.id != decision_id(decision):
            raise UsageError(f"line {number}: {decision.id} was changed after it was made; decide it anew")
        if not _is_sound(decision):
            raise UsageError(f"line {number}: {decision.id} is no decision that careo can follow; leave it out")
        yield decision


def _is_sound(decision: Decision) -> bool:
    """Whether a decision about a slot has the parts that laying it over a statement needs."""
    if decision.about == "difference" and decision.type == "correct":
        of_statements = {subject.id.partition("-")[0] for subject in decision.subjects} == {"statement"}
        return of_statements and _is_list_of_text(decision.value) and decision.shown in _KINDS
    if decision.about != "slot" or decision.type == "withdraw":
        return decision.type != "correct"
    kinds = Counter(subject.id.partition("-")[0] for subject in decision.subjects)
    if decision.type == "dismiss":
        return set(kinds) == {"statement"} and _is_list_of_text(decision.value)
    few = kinds["statement"] == 1 and kinds["report"] <= 2 and kinds["mention"] <= 1 and len(kinds) <= 3
    return decision.type == "correct" and few and is_followed(decision)


def _is_list_of_text(value: str | None) -> bool:
    try:
        listed = json.loads(value or "")
    except (ValueError, RecursionError):
        return False
    return isinstance(listed, list) and all(isinstance(one, str) for one in listed)
