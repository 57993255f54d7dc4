"""Not a stage but the plain tool three of them share: from links between pairs to groups."""

from collections.abc import Collection, Iterable
from itertools import product

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Return the two ids in order, so that a pair has one name."""
    return (one, other) if one <= other else (other, one)


def partition(
    items: Iterable[str],
    links: Iterable[Pair],
    *,
    apart: Collection[Pair] = (),
    allowed: Collection[Pair] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Join items along links, in the order of the links, and return the groups, sorted.

    Args:
        items: all that is to be grouped.
        links: pairs to join, strongest first.
        apart: pairs (in `pair` order) that no chain of links may bring into one group.
        allowed: where given, two groups join only if every pair across them is in it (complete linkage).
    """
    group_of = {item: [item] for item in items}
    for one, other in links:
        left, right = group_of[one], group_of[other]
        if left is right or not _may_join(left, right, apart=apart, allowed=allowed):
            continue
        left.extend(right)
        for item in right:
            group_of[item] = left
    return tuple(sorted({id(group): tuple(sorted(group)) for group in group_of.values()}.values()))


def _may_join(left: list[str], right: list[str], *, apart: Collection[Pair], allowed: Collection[Pair] | None) -> bool:
    if not apart and allowed is None:
        return True
    across = [pair(one, other) for one, other in product(left, right)]
    if any(two in apart for two in across):
        return False
    return allowed is None or all(two in allowed for two in across)
