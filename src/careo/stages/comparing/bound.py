"""A tool of `align`: groups of statements in which a person's word holds against every score."""

from collections.abc import Callable, Collection, Iterable, Sequence

from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import Pair, pair, partition


def bound(
    items: Iterable[str],
    links: Sequence[Pair],
    *,
    apart: Collection[Pair],
    settled: Settled,
    near: Callable[[Sequence[str], Sequence[str]], bool],
) -> tuple[tuple[str, ...], ...]:
    """Join items along links and return the groups, sorted.

    What a person called the same is one from the start, the later word first; only a person's `not_same` stands against
    it, also by way of a third. Between such units links join as usual, strongest first: two groups become one only if
    they are `near`, and no pair across them is in `apart`.
    """
    kept = set(items)
    forbidden = [two for two, _ in settled.not_same if kept.issuperset(two)]
    units = partition(kept, [two for two, _ in settled.same if kept.issuperset(two)], apart=forbidden)
    unit_of = {item: unit for unit in units for item in unit}

    def between(pairs: Iterable[Pair]) -> list[Pair]:
        ends = ((unit_of[one][0], unit_of[other][0]) for one, other in pairs if one in kept and other in kept)
        return list(dict.fromkeys(pair(*two) for two in ends if two[0] != two[1]))

    def whole(names: Sequence[str]) -> list[str]:
        return [item for name in names for item in unit_of[name]]

    groups = partition(
        (unit[0] for unit in units),
        between(links),
        apart=between((*apart, *forbidden)),
        near=lambda one, other: near(whole(one), whole(other)),
    )
    return tuple(sorted(tuple(sorted(whole(group))) for group in groups))
