"""The part of `resolve` that joins names of different reports, block by block: no name is compared with all others.

Nodes of one key are one. Keys that are spelled unlike are compared where they share a block (`text/names/likeness.py`),
and joined if the names are called the same and no third name of the block speaks against it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from careo.stages.resolving.keyed import Key, Keyed, name_of
from careo.stages.resolving.named import Node, why
from careo.stages.resolving.partly import partly
from careo.stages.resolving.within import Link, linked


@dataclass(frozen=True, slots=True)
class Offer:
    """Two nodes that may be one."""

    one: Node
    other: Node
    reason: str


def across(keyed: Keyed) -> Iterator[Link]:
    """Yield the links between reports, the surest first."""
    yield from _equal(keyed)
    yield from _spellings(keyed)
    yield from partly(keyed)


def _equal(keyed: Keyed) -> Iterator[Link]:
    for key, alike in keyed.by_key.items():
        first = alike[0]
        seen: dict[Key, Node] = {first.words: first}
        for node in alike[1:]:
            host = seen.setdefault(node.words, node)
            other = first if host is node else host
            yield linked(node, other, why(key, node.name, other.name))


# --- spellings of one name ------------------------------------------------------------------------


def _spellings(keyed: Keyed) -> Iterator[Link]:
    """Join two keys whose names are the same; one that is the same as two that differ is neither."""
    same: dict[Key, set[Key]] = defaultdict(set)
    for one, other in keyed.pairs:
        if keyed.compared(one, other).verdict == "same":
            same[one].add(other)
            same[other].add(one)
    unsure = {key for key, others in same.items() if any(_clash(keyed, two) for two in combinations(sorted(others), 2))}
    for one in sorted(same):
        for other in sorted(same[one]):
            if one < other and not unsure & {one, other}:
                yield linked(keyed.by_key[one][0], keyed.by_key[other][0], _spelled(keyed, one, other))


def _spelled(keyed: Keyed, one: Key, other: Key) -> str:
    both = " = ".join(sorted((name_of(keyed.by_key[one]), name_of(keyed.by_key[other]))))
    return f"{both} ({keyed.compared(one, other).reason})"


def _clash(keyed: Keyed, two: tuple[Key, Key]) -> bool:
    return keyed.compared(*two).verdict == "different"


def offers(keyed: Keyed) -> Iterator[Offer]:
    """Yield the names that may be one and are not joined by what is known."""
    for one, other in keyed.pairs:
        judged = keyed.compared(one, other)
        if judged.verdict == "possible":
            yield Offer(keyed.by_key[one][0], keyed.by_key[other][0], judged.reason)
