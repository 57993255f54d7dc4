"""corrected: a person's corrections laid over statements before they are compared. What was read stays as it is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar, cast, get_args

from careo.errors import UsageError
from careo.model.decided import Correction, Decision, Subject
from careo.model.seen import (
    Actor,
    Figure,
    Modality,
    Polarity,
    Setting,
    Source,
    Statement,
    StatementType,
    Time,
    TimeRole,
)
from careo.text.stretches import overlap
from careo.text.telling.slots import SLOTS
from careo.text.values.given import figure_of, time_of

_MEASURES = (
    "killed", "injured", "missing", "detained", "displaced", "troops", "participants", "votes", "share", "approval",
    "money", "output", "mass", "distance", "duration", "age", "count",
)  # fmt: skip
_ROLES = tuple(sorted({
    *(role for slots in SLOTS.values() for role in (slots.subject, slots.object, slots.partner, slots.place)),
    "accused", "origin",
}))  # fmt: skip
WORDS: Mapping[str, tuple[str, ...]] = {
    "polarity": get_args(Polarity), "modality": get_args(Modality), "type": get_args(StatementType),
    "role": _ROLES, "measure": _MEASURES,
}  # fmt: skip
"""Slots whose value is one word of a list."""
DETAILS: Mapping[str, tuple[str, ...]] = {
    "figure": _MEASURES, "time": ("", *get_args(TimeRole)), "actor": _ROLES, "place": ("", *_ROLES),
    "attribution": ("",),
}  # fmt: skip
"""Slots whose value is read, and what may stand behind the colon."""


class Anchored(Protocol):
    """A slot that stands in some words of the report."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after its last character."""
        ...


Slotted = TypeVar("Slotted", bound=Anchored)


def corrected(statements: Iterable[Statement], corrections: Sequence[Correction]) -> tuple[Statement, ...]:
    """Return the statements with each correction laid over its own, the later over the earlier.

    A corrected slot keeps the words it was read from, verbatim and in their place; a name is taken from where the
    report has it. All other slots, and the records given, are as they were.
    """
    of: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        of[one.statement].append(one)
    return tuple(_all_laid(statement, of.get(statement.id, ())) for statement in statements)


def is_followed(decision: Decision) -> bool:
    """Whether a correction made elsewhere can be laid over a statement: its slot is known and its value is one."""
    kind, _, detail = (decision.slot or "").partition(":")
    value = decision.value
    has_words = any(not subject.id.startswith("statement-") for subject in decision.subjects)
    if kind in WORDS:
        return not detail and value in WORDS[kind] and (has_words or kind not in ("role", "measure"))
    if detail not in DETAILS.get(kind, ()) or not has_words:
        return False
    try:
        if value is not None and kind == "figure":
            figure_of(value, detail, None)
        elif value is not None and kind == "time":
            time_of(value, None)
    except UsageError:
        return False
    named = any(subject.id.startswith("mention-") for subject in decision.subjects)
    return kind != "place" or value is None or named


def _all_laid(statement: Statement, corrections: Sequence[Correction]) -> Statement:
    for one in corrections:
        statement = _OVER[one.kind](statement, one)
    return statement


def _figure(statement: Statement, one: Correction) -> Statement:
    def new(before: Figure | None) -> Figure:
        made = figure_of(cast(str, one.value), one.detail, before)
        return made if before else replace(made, **_words(one.place))

    def is_it(figure: Figure) -> bool:
        return figure.measure == one.detail and _meets(figure, one.place)

    return replace(statement, figures=_laid(statement.figures, is_it, new, one))


def _time(statement: Statement, one: Correction) -> Statement:
    def new(before: Time | None) -> Time:
        made = time_of(cast(str, one.value), before)
        role = cast(Any, one.detail) or SLOTS[statement.type].time
        return made if before else replace(made, role=role, **_words(one.place))

    return replace(statement, times=_laid(statement.times, lambda time: _meets(time, one.place), new, one))


def _actor(statement: Statement, one: Correction) -> Statement:
    def new(before: Actor | None) -> Actor:
        at = cast(Subject, one.words)
        office = before.office if before is not None and _meets(before, at) else None
        return Actor(one.detail, _mention(at), at.quote, at.start, at.end, office)

    def is_it(actor: Actor) -> bool:
        return actor.role == one.detail and _meets(actor, one.place)

    return replace(statement, actors=_laid(statement.actors, is_it, new, one))


def _place(statement: Statement, one: Correction) -> Statement:
    def new(before: Setting | None) -> Setting:
        at = cast(Subject, one.words)
        role = before.role if before is not None else one.detail or SLOTS[statement.type].place
        return Setting(role, at.id, at.quote, at.start, at.end)

    return replace(statement, places=_laid(statement.places, lambda place: _meets(place, one.place), new, one))


def _source(statement: Statement, one: Correction) -> Statement:
    def new(before: Source | None) -> Source:
        at = cast(Subject, one.words)
        verb, strength = (before.verb, before.strength) if before is not None else (None, "neutral")
        return Source(at.quote, "other", verb, strength, at.start, at.end)

    return replace(statement, attribution=_laid(statement.attribution, lambda link: _meets(link, one.place), new, one))


def _role(statement: Statement, one: Correction) -> Statement:
    role = cast(str, one.value)
    actors = tuple(replace(a, role=role) if _meets(a, one.place) else a for a in statement.actors)
    places = tuple(replace(p, role=role) if _meets(p, one.place) else p for p in statement.places)
    return replace(statement, actors=actors, places=places)


def _measure(statement: Statement, one: Correction) -> Statement:
    measure = cast(str, one.value)
    moved = tuple(replace(f, measure=measure) if _meets(f, one.place) else f for f in statement.figures)
    return replace(statement, figures=moved)


def _word(statement: Statement, one: Correction) -> Statement:
    """Lay over a slot that is one word of a fixed list: polarity, modality, type."""
    changes: dict[str, Any] = {one.slot: one.value}
    if one.slot == "polarity" and one.value != "denied":
        changes["denied_by"] = None
    return replace(statement, **changes)


_OVER: Mapping[str, Callable[[Statement, Correction], Statement]] = {
    "figure": _figure, "time": _time, "actor": _actor, "place": _place, "attribution": _source, "role": _role,
    "measure": _measure, "polarity": _word, "modality": _word, "type": _word,
}  # fmt: skip


def _laid(
    slots: Sequence[Slotted],
    is_it: Callable[[Slotted], bool],
    new: Callable[[Slotted | None], Slotted],
    one: Correction,
) -> tuple[Slotted, ...]:
    """Return the slots with the one that is meant replaced or, without a value, left out; a new one comes last."""
    at = next((n for n, slot in enumerate(slots) if is_it(slot)), None)
    if at is None:
        return tuple(slots) if one.value is None else (*slots, new(None))
    middle = () if one.value is None else (new(slots[at]),)
    return (*slots[:at], *middle, *slots[at + 1 :])


def _meets(slot: Anchored, place: Subject | None) -> bool:
    """Whether a slot stands in some of the words of a place."""
    return place is not None and overlap(slot, place)


def _mention(at: Subject) -> str | None:
    return at.id if at.id.startswith("mention-") else None


def _words(place: Subject | None) -> dict[str, Any]:
    assert place is not None, "a value that is new has the words that give it"
    return {"verbatim": place.quote, "start": place.start, "end": place.end}
