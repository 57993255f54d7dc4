"""differ: the Discrepancies of a claim, one a slot and kind, each with the statements on every side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from careo.model import reasons
from careo.model.ids import content_id
from careo.model.inferred import Claim, Discrepancy, DiscrepancyType, Relation, Value
from careo.stages.comparing.amounts import beside_each_other, count_alike, giving, how_many
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.stand import stances
from careo.stages.comparing.witness import Witness
from careo.stages.joining.partition import Pair
from careo.text.values.groups import compare_groups

_KINDS: Mapping[Relation, DiscrepancyType] = {
    "differs": "contradiction", "other_scope": "scope", "later": "update", "variant": "name_variant",
    "compatible": "precision",
}  # fmt: skip
DIFFERING = frozenset(_KINDS)
"""How two statements stand on a slot that may be told as a difference: pairs without such a slot have none."""
_JOINED: frozenset[DiscrepancyType] = frozenset({"contradiction", "update"})
"""Kinds whose sides name every statement of the claim that gives their value, judged beside the other side or not."""
_REASONS = 6
"""Reasons told of one difference; a toll with twenty reporters has hundreds of pairs."""
_GRAVITY: tuple[DiscrepancyType, ...] = (
    "contradiction", "update", "scope", "attribution", "name_variant", "place_kind", "precision",
)  # fmt: skip
_OWN: Mapping[str, DiscrepancyType] = {"attribution": "attribution", "place:kind": "place_kind"}
"""Slots whose every difference is of a kind of its own, but for another spelling of one source."""


def differ(claim: Claim, pairs: Iterable[Pair], witnesses: Mapping[str, Witness]) -> tuple[Discrepancy, ...]:
    """Return the differences inside a claim, sorted by slot and kind.

    Args:
        claim: the claim.
        pairs: the pairs of its statements that were judged to be one proposition.
        witnesses: statement id to witness, for all of them.
    """
    found: dict[tuple[str, DiscrepancyType], list[tuple[Stance, Pair]]] = defaultdict(list)
    told = [witnesses[id_] for id_ in claim.statements]
    for pair in sorted(pairs):
        for stance in stances(witnesses[pair[0]], witnesses[pair[1]]):
            kind = _kind(stance)
            if kind is not None:
                found[(stance.slot, kind)].append((stance, pair))
    for stance, pair in _side_by_side(told):
        found[(stance.slot, "contradiction")].append((stance, pair))
    _settle(found)
    return tuple(_discrepancy(claim, *key, sides, told) for key, sides in sorted(found.items()))


def _side_by_side(witnesses: Sequence[Witness]) -> Iterator[tuple[Stance, Pair]]:
    """Yield the counts that quarrel in one claim, whether or not the two statements were judged.

    They were not where their types differ (a law, the entry that it allows): there the only figure of each must count
    the same. Nor were they in one report, since a writer who gives two figures mostly means two things; where each is
    credited to somebody else, it is one thing.
    """
    counting = sorted((w for w in witnesses if w.sides), key=lambda witness: witness.statement.id)
    for one, other in combinations(counting, 2):
        if one.report.id == other.report.id:
            found = beside_each_other(one, other)
        else:
            found = how_many(one, other) if count_alike(one, other) else iter(())
        for stance in found:
            if stance.relation == "differs":
                yield stance, (one.statement.id, other.statement.id)


def _settle(found: dict[tuple[str, DiscrepancyType], list[tuple[Stance, Pair]]]) -> None:
    """Tell two values of a slot in one kind only, the gravest that some pair of statements gives them."""
    named: dict[tuple[str, frozenset[str]], DiscrepancyType] = {}
    for slot, kind in sorted(found, key=lambda key: (key[0], _GRAVITY.index(key[1]))):
        sides = found.pop((slot, kind))
        for stance, pair in sides:
            graver = named.setdefault((slot, frozenset(stance.values)), kind)
            kept = stance if graver == kind else replace(stance, reason="")
            found[(slot, graver)].append((kept, pair))


def _kind(stance: Stance) -> DiscrepancyType | None:
    """Return which difference a stance is; `None` where both sides give one value."""
    if stance.values[0] == stance.values[1] or stance.relation not in _KINDS:
        return None
    if stance.slot == "attribution" and stance.relation != "differs":
        return _KINDS[stance.relation]
    return _OWN.get(stance.slot, _KINDS[stance.relation])


def _discrepancy(
    claim: Claim,
    slot: str,
    type_: DiscrepancyType,
    sides: Sequence[tuple[Stance, Pair]],
    told: Sequence[Witness],
) -> Discrepancy:
    said: dict[str, set[str]] = defaultdict(set)
    for stance, pair in sides:
        for value, statement in zip(stance.values, pair, strict=True):
            said[value].add(statement)
    if type_ in _JOINED:
        _beside(said, slot, told)
    slips = sorted({stance.likely for stance, _ in sides if stance.likely})
    return Discrepancy(
        id=content_id("discrepancy", claim.id, slot, type_),
        claim=claim.id,
        slot=slot,
        type=type_,
        values=tuple(Value(value, tuple(sorted(ids))) for value, ids in sorted(said.items())),
        likely="; ".join(slips) or None,
        reason=_reasons(sides),
    )


def _beside(said: Mapping[str, set[str]], slot: str, told: Sequence[Witness]) -> None:
    """Add the other statements of the claim that give a value on a side and count the same."""
    given = {witness.statement.id: giving(witness, slot) for witness in told}
    for value, ids in said.items():
        counted = [given[id_][value] for id_ in sorted(ids) if value in given[id_]]
        for id_, values in given.items():
            if value in values and counted and all(compare_groups(values[value], one) != "other" for one in counted):
                ids.add(id_)


def _reasons(sides: Sequence[tuple[Stance, Pair]]) -> str:
    """Return the rules that decided, each once, and of many pairs only the first."""
    rules = sorted({stance.reason for stance, _ in sides if stance.reason})
    more = len(rules) - _REASONS
    return "; ".join([*rules[:_REASONS], reasons.MORE.format(number=more)] if more > 1 else rules)
