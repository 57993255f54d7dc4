"""The plain tool three of them share: from links between pairs to groups."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Return the two ids in order, so that a pair has one name."""
    return (one, other) if one <= other else (other, one)


def partition(
    items: Iterable[str],
    links: Iterable[Pair],
    *,
    apart: Collection[Pair] = (),
    near: Callable[[Sequence[str], Sequence[str]], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """Join items along links, in the order of the links, and return the groups, sorted.

    Args:
        items: all that is to be grouped.
        links: pairs to join, strongest first.
        apart: pairs (in `pair` order) that no chain of links may bring into one group.
        near: where given, two groups join only if it says so.
    """
    group_of = {item: [item] for item in items}
    apart_of: dict[str, list[str]] = defaultdict(list)
    for one, other in apart:
        apart_of[one].append(other)
        apart_of[other].append(one)
    for one, other in links:
        small, large = sorted((group_of[one], group_of[other]), key=len)
        if small is large or any(group_of.get(far) is large for item in small for far in apart_of.get(item, ())):
            continue
        if near is not None and not near(small, large):
            continue
        large.extend(small)
        for item in small:
            group_of[item] = large
    groups = {id(group): group for group in group_of.values()}
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))
