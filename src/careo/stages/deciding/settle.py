"""settle: which of a person's decisions hold now, and what they hang on in this desk."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from careo.model.decided import Correction, Decision, DecisionState, Subject
from careo.stages.joining.partition import Pair, pair

_QUESTION = {"not_same": "same", "split": "merge", "independent": "copy"}
"""What a decision answers: the later of two answers to one question holds."""


_ALONE = ("correct", "dismiss")
"""Decisions that answer no question about a pair."""
_SINGLE = ("slot", "difference")
"""What decisions are about that are about no pair."""
_NAMES = ("actor", "place", "attribution")
"""Slots whose right value is a name that stands elsewhere in the report."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A difference that a person set aside or named: between these statements, on this slot, with these values."""

    slot: str
    statements: tuple[str, ...]
    values: tuple[str, ...]
    decision: str
    kind: str | None = None
    """Of what kind it is, where a person said that."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions ready to be obeyed; all ids are of records that are there."""

    same: tuple[tuple[Pair, Decision], ...] = ()
    """Statement pairs a person called same, the latest word first."""
    not_same: tuple[tuple[Pair, Decision], ...] = ()
    """Statement pairs a person called not the same."""
    merged: tuple[Pair, ...] = ()
    """Mention pairs that name one entity."""
    split: tuple[Pair, ...] = ()
    """Mention pairs that name two."""
    joined: tuple[Pair, ...] = ()
    """Report pairs of one story."""
    apart: tuple[Pair, ...] = ()
    """Report pairs of two stories."""
    copies: tuple[tuple[Pair, Decision], ...] = ()
    """Report pairs of one origin."""
    independent: tuple[Pair, ...] = ()
    """Report pairs of two origins."""
    dismissed: frozenset[str] = frozenset()
    """Statements to leave out of every claim."""
    corrections: tuple[Correction, ...] = ()
    """Values that a person gave to slots, in the order they were given."""
    aside: tuple[Aside, ...] = ()
    """Differences that a person set aside, in that order."""
    kinds: tuple[Aside, ...] = ()
    """Differences of which a person said what kind they are, in that order."""
    held: tuple[tuple[Decision, tuple[str, ...]], ...] = ()
    """The decisions that hold, in the order they were made, with the ids here of what they hang on."""
    states: tuple[tuple[str, DecisionState], ...] = ()
    """Every decision by id, and whether it could be applied."""
    withdrawn: frozenset[str] = frozenset()
    """Ids of the decisions that were taken back."""


def settle(decisions: Sequence[Decision], present: Callable[[Subject], str | None]) -> Settled:
    """Sort decisions, in the order they were made, into what the other stages obey.

    A later decision on the same pair or slot replaces an earlier one; `withdraw` takes one back. A subject is found by
    `present`, which returns its id in this desk or `None`; a decision with a missing subject is orphaned, and so is
    the setting aside of a difference of which less than two statements are left.
    Two statements that are the same bring their reports into one story, unless a person told the reports apart.
    """
    withdrawn = _withdrawn(decisions)
    live: dict[tuple[str, str, Pair], Decision] = {}
    dismissed: set[str] = set()
    corrections: dict[tuple[object, ...], Correction] = {}
    aside: list[Aside] = []
    held: dict[str, tuple[Decision, tuple[str, ...]]] = {}
    states: list[tuple[str, DecisionState]] = []
    for decision in decisions:
        ids = [present(subject) for subject in decision.subjects]
        found = [id_ for id_ in ids if id_ is not None]
        named = decision.about == "difference" and decision.type == "correct"
        differing = named or (decision.type == "dismiss" and decision.about == "slot")
        orphaned = len(found) < (2 if differing else len(ids))
        states.append((decision.id, "orphaned" if orphaned else "applied"))
        if orphaned or decision.id in withdrawn:
            continue
        held[decision.id] = decision, tuple(found)
        if decision.type == "correct" and not named:
            one = _correction(decision, found)
            if (before := corrections.pop(_words_of(one), None)) is not None:
                del held[before.decision.id]
            corrections[_words_of(one)] = one
        elif differing and not named:
            values = tuple(json.loads(decision.value or "[]"))
            aside.append(Aside(decision.slot or "", tuple(found), values, decision.id))
        elif decision.type == "dismiss":
            dismissed.update(found)
        for two in combinations(found, 2) if decision.about not in _SINGLE else ():
            key = decision.about, _QUESTION.get(decision.type, decision.type), pair(*two)
            live.pop(key, None)
            live[key] = decision
    kinds = _kinds(held)
    answers = set(live.values())
    same = [(two, one) for (about, _, two), one in reversed(live.items()) if (about, one.type) == ("statement", "same")]
    return Settled(
        same=tuple(same),
        not_same=_of(live, "statement", "not_same"),
        merged=_pairs(live, "mention", "merge"),
        split=_pairs(live, "mention", "split"),
        joined=tuple(sorted({*_pairs(live, "report", "same"), *_homes(same)})),
        apart=_pairs(live, "report", "not_same"),
        copies=_of(live, "report", "copy"),
        independent=_pairs(live, "report", "independent"),
        dismissed=frozenset(dismissed),
        corrections=tuple(corrections.values()),
        aside=tuple(aside),
        kinds=kinds,
        held=tuple((one, ids) for one, ids in held.values() if one.type in _ALONE or one in answers),
        states=tuple(sorted(states)),
        withdrawn=frozenset(id_ for id_ in withdrawn if id_ is not None),
    )


def _kinds(held: dict[str, tuple[Decision, tuple[str, ...]]]) -> tuple[Aside, ...]:
    """Return the differences whose kind a person named; of two words on one difference the earlier is held no more."""
    kinds: dict[tuple[str | None, tuple[str, ...]], Aside] = {}
    for decision, found in [one for one in held.values() if one[0].about == "difference"]:
        if (earlier := kinds.pop((decision.slot, found), None)) is not None:
            del held[earlier.decision]
        kind, *values = json.loads(decision.value or "[null]")
        kinds[decision.slot, found] = Aside(decision.slot or "", found, tuple(values), decision.id, kind)
    return tuple(kinds.values())


def _withdrawn(decisions: Sequence[Decision]) -> set[str | None]:
    """Return the ids of what was taken back; a withdrawal that was itself taken back takes nothing back."""
    withdrawn: set[str | None] = set()
    for decision in reversed(decisions):
        if decision.type == "withdraw" and decision.id not in withdrawn:
            withdrawn.add(decision.withdraws)
    return withdrawn


def _correction(decision: Decision, found: Sequence[str]) -> Correction:
    """Return a correction by the parts of its subjects: the statement, the words read wrongly, the right name."""
    here = [replace(subject, id=id_) for subject, id_ in zip(decision.subjects, found, strict=True)]
    (statement,) = (one.id for one in here if one.id.startswith("statement-"))
    stretches = [one for one in here if one.id.startswith("report-")]
    slot = decision.slot or ""
    words = next((one for one in here if one.id.startswith("mention-")), None)
    if words is None and decision.value is not None and slot.partition(":")[0] in _NAMES:
        words = stretches.pop()
    return Correction(statement, slot, stretches[0] if stretches else None, words, decision.value, decision)


def _words_of(one: Correction) -> tuple[object, ...]:
    """Return what a correction is about: of two about the same words and slot the later holds."""
    return one.statement, one.slot, one.place and (one.place.start, one.place.end)


def _homes(same: Sequence[tuple[Pair, Decision]]) -> set[Pair]:
    """Return the pairs of reports that statements called the same are from."""
    homes = ({subject.report for subject in decision.subjects} for _, decision in same)
    return {pair(*two) for reports in homes for two in combinations(sorted(reports), 2)}


def _of(live: Mapping[tuple[str, str, Pair], Decision], about: str, type_: str) -> tuple[tuple[Pair, Decision], ...]:
    found = ((two, one) for (kind, _, two), one in live.items() if kind == about and one.type == type_)
    return tuple(sorted(found, key=lambda item: item[0]))


def _pairs(live: Mapping[tuple[str, str, Pair], Decision], about: str, type_: str) -> tuple[Pair, ...]:
    return tuple(two for two, _ in _of(live, about, type_))
