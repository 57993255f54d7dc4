"""The plain tool that groups reports: centroid linkage on a sparse graph."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Link = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of items and how strongly they belong together."""

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    strength: NDArray[np.float32]
    """Above 0; 1 is what the two alone need to be joined."""


def linkage(
    selves: Sequence[float],
    links: Links,
    *,
    joined: Iterable[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> tuple[tuple[int, ...], ...]:
    """Return the groups of items 0..n-1, sorted.

    Two groups are as near as their centroids' cosine would say were the links inner products: the sum of the links
    across, over the root of the product of each group's sum of links inside. It is counted in units of the items' own
    products, so that two single items are as near as their link. The nearest two are joined first, until no two are
    nearer than 1. Where all are equally near, the two with the least items come first.

    Args:
        selves: each item's product with itself, in the links' unit; greater than any of its links should be.
        links: each pair once; one that is missing counts 0.
        joined: pairs that are in one group whatever the links say, unless that would join a pair that is `apart`.
        apart: pairs (lesser first) that nothing may bring into one group.
    """
    if not selves:
        return ()
    together = np.array(sorted(joined), dtype=np.int32).reshape(-1, 2)
    found: list[tuple[int, ...]] = []
    # Parts without a link between them are grouped one by one: the memory is that of the largest.
    for items, inside in _parts(len(selves), links, together):
        place = {item: at for at, item in enumerate(items)}
        pairs = ((place[a], place[b]) for a, b in apart if a in place and b in place) if apart else ()
        groups = _Groups([selves[item] for item in items], inside, tuple(pairs))
        for one, other in together.tolist():
            if one in place:
                groups.force(place[one], place[other])
        groups.run()
        found += [tuple(items[at] for at in group) for group in groups.result()]
    return tuple(sorted(found))


def _parts(count: int, links: Links, joined: NDArray[np.int32]) -> Iterator[tuple[list[int], Iterator[_Link]]]:
    """Yield the connected parts: their items, sorted, and the links among these by place in that list."""
    part = _connected(count, np.concatenate([links.one, joined[:, 0]]), np.concatenate([links.other, joined[:, 1]]))
    order = np.argsort(part, kind="stable")
    place = np.empty(count, np.int32)
    place[order] = np.arange(count, dtype=np.int32)
    first = np.searchsorted(part[order], np.unique(part))
    by_part = np.argsort(part[links.one], kind="stable")
    sorted_parts = part[links.one][by_part]
    for begin, end in zip(first, [*first[1:], count], strict=True):
        number = part[order[begin]]
        chosen = by_part[np.searchsorted(sorted_parts, number) : np.searchsorted(sorted_parts, number, "right")]
        ends = (place[links.one[chosen]] - begin, place[links.other[chosen]] - begin)
        yield (
            order[begin:end].tolist(),
            zip(ends[0].tolist(), ends[1].tolist(), links.strength[chosen].tolist(), strict=True),
        )


def _connected(count: int, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return, by item, the least item that it is connected with."""
    least = np.arange(count, dtype=np.int32)
    while True:
        known = least.copy()
        low = np.minimum(least[one], least[other])
        np.minimum.at(least, one, low)
        np.minimum.at(least, other, low)
        least = least[least]
        if np.array_equal(least, known):
            return least


class _Groups:
    def __init__(self, selves: Sequence[float], links: Iterable[_Link], apart: Collection[tuple[int, int]]) -> None:
        count = len(selves)
        self._near: list[dict[int, float]] = [{} for _ in range(count)]
        for one, other, strength in links:
            self._near[one][other] = self._near[other][one] = strength
        self._own = [float(one) for one in selves]
        self._unit = [float(one) for one in selves]
        self._members: list[list[int]] = [[item] for item in range(count)]
        self._home = list(range(count))
        self._turn = [0] * count
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        self._heap: list[tuple[float, int, int, int, int]] = []

    def force(self, one: int, other: int) -> None:
        """Put two items in one group, however near they are, where nothing parts their groups."""
        if self._may(self._home[one], self._home[other]):
            self.join(self._home[one], self._home[other])

    def result(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups as sorted items."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members if members))

    def run(self) -> None:
        """Join the nearest two until none are near enough."""
        for group, near in enumerate(self._near):
            for other in near:
                if group < other:
                    self._push(group, other)
        while self._heap:
            _, one, other, turn, turned = heapq.heappop(self._heap)
            fresh = self._turn[one] == turn and self._turn[other] == turned
            if fresh and self._members[one] and self._members[other] and self._may(one, other):
                self.join(one, other)
                kept = one if self._members[one] else other
                for third in self._near[kept]:
                    self._push(*sorted((kept, third)))

    def join(self, one: int, other: int) -> None:
        """Put two groups together; the one with fewer neighbours goes into the other."""
        if one == other:
            return
        if (len(self._near[one]), -one) < (len(self._near[other]), -other):
            one, other = other, one
        self._own[one] += self._own[other] + 2 * self._near[one].pop(other, 0.0)
        self._unit[one] = min(self._unit[one], self._unit[other])
        self._near[other].pop(one, None)
        for third, strength in self._near[other].items():
            del self._near[third][other]
            self._near[one][third] = self._near[third][one] = self._near[one].get(third, 0.0) + strength
        self._near[other] = {}
        for item in self._members[other]:
            self._home[item] = one
        self._members[one] += self._members[other]
        self._members[other] = []
        self._turn[one] += 1

    def _push(self, one: int, other: int) -> None:
        unit = (self._unit[one] * self._unit[other]) ** 0.5
        near = unit * self._near[one][other] / (self._own[one] * self._own[other]) ** 0.5
        if near >= 1:
            heapq.heappush(self._heap, (-near, one, other, self._turn[one], self._turn[other]))

    def _may(self, one: int, other: int) -> bool:
        if not self._apart:
            return True
        less, more = sorted((self._members[one], self._members[other]), key=len)
        return not any(self._home[foe] == self._home[more[0]] for item in less for foe in self._apart.get(item, ()))
