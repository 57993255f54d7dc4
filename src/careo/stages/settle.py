"""settle: which of a person's decisions hold now, and what they hang on in this desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careo.model.decided import Decision, DecisionState, Subject
from careo.stages.partition import Pair, pair

_QUESTION = {"not_same": "same", "split": "merge", "independent": "copy"}
"""What a decision answers: the later of two answers to one question holds."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions ready to be obeyed; all ids are of records that are there."""

    same: tuple[tuple[Pair, Decision], ...] = ()
    """Statement pairs a person called same."""
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
    states: tuple[tuple[str, DecisionState], ...] = ()
    """Every decision by id, and whether it could be applied."""


def settle(decisions: Sequence[Decision], present: Callable[[Subject], str | None]) -> Settled:
    """Sort decisions, in the order they were made, into what the other stages obey.

    A later decision on the same pair replaces an earlier one; `withdraw` takes one back. A subject is found by
    `present`, which returns its id in this desk or `None`; a decision with a missing subject is orphaned.
    """
    withdrawn = {decision.withdraws for decision in decisions if decision.type == "withdraw"}
    live: dict[tuple[str, str, Pair], Decision] = {}
    dismissed: set[str] = set()
    states: list[tuple[str, DecisionState]] = []
    for decision in decisions:
        ids = [present(subject) for subject in decision.subjects]
        found = [id_ for id_ in ids if id_ is not None]
        orphaned = len(found) < len(ids)
        states.append((decision.id, "orphaned" if orphaned else "applied"))
        if orphaned or decision.id in withdrawn:
            continue
        if decision.type == "dismiss":
            dismissed.update(found)
        for one, other in combinations(found, 2):
            live[(decision.about, _QUESTION.get(decision.type, decision.type), pair(one, other))] = decision
    return Settled(
        same=_of(live, "statement", "same"),
        not_same=_of(live, "statement", "not_same"),
        merged=_pairs(live, "mention", "merge"),
        split=_pairs(live, "mention", "split"),
        joined=_pairs(live, "report", "same"),
        apart=_pairs(live, "report", "not_same"),
        copies=_of(live, "report", "copy"),
        independent=_pairs(live, "report", "independent"),
        dismissed=frozenset(dismissed),
        states=tuple(sorted(states)),
    )


def _of(live: Mapping[tuple[str, str, Pair], Decision], about: str, type_: str) -> tuple[tuple[Pair, Decision], ...]:
    found = ((two, one) for (kind, _, two), one in live.items() if kind == about and one.type == type_)
    return tuple(sorted(found, key=lambda item: item[0]))


def _pairs(live: Mapping[tuple[str, str, Pair], Decision], about: str, type_: str) -> tuple[Pair, ...]:
    return tuple(two for two, _ in _of(live, about, type_))
