"""Not a stage but the plain tool that groups reports: centroid linkage on a sparse graph."""

import heapq
from collections.abc import Collection, Iterable, Sequence

Link = tuple[int, int, float]
"""Two items and how strongly they belong together; 1 is what the two alone need to be joined."""


def linkage(
    selves: Sequence[float],
    links: Iterable[Link],
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
        links: strengths above 0; a pair that is missing counts 0.
        joined: pairs that are in one group whatever the links say.
        apart: pairs (lesser first) that no chain of links may bring into one group; `joined` beats them.
    """
    groups = _Groups(selves, links, apart)
    for one, other in sorted(joined):
        groups.join(groups.of(one), groups.of(other))
    groups.run()
    return groups.result()


class _Groups:
    def __init__(self, selves: Sequence[float], links: Iterable[Link], apart: Collection[tuple[int, int]]) -> None:
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

    def of(self, item: int) -> int:
        """Return the group that an item is in now."""
        return self._home[item]

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
