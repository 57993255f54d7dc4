"""All nodes of a desk by key: what `across` and `partly` look at, and how two keys compare."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from careo.model.seen import MentionType
from careo.stages.resolving.named import Node
from careo.text.names.likeness import Likeness, compare_names, covers, name_keys

Key = tuple[str, ...]
_STEM = 5
"""Letters by which words of a long form are told apart: what follows may be a case ("Vereinten", "Vereinte")."""
BLOCK = 60
"""Names of one block that are compared in pairs: 0.3 s for as many; a block with more tells nobody apart."""


@dataclass(frozen=True)
class Keyed:
    """All nodes, by key."""

    nodes: Sequence[Node]
    told: Sequence[tuple[Node, Node]]
    """Acronyms with the long form that their report gives."""
    _judged: dict[tuple[Key, Key], Likeness] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> Mapping[Key, Sequence[Node]]:
        """The nodes that every report may have: full names of people, places, bodies; each in order of their ids."""
        found: dict[Key, list[Node]] = defaultdict(list)
        contested = self._contested()
        for node in sorted(self.nodes, key=lambda node: node.id):
            lone = node.key[0] == "person" and len(node.key) == 2
            if node.key[0] != "in" and not lone and node.words not in contested:
                found[node.key].append(node)
        return found

    def _contested(self) -> Collection[Key]:
        """Return the acronyms that reports in one language explain by different long forms: they join no reports."""
        longs: dict[tuple[str, Key], set[Key]] = defaultdict(set)
        for short, long in self.told:
            longs[short.language, short.words].add(tuple(word[:_STEM] for word in long.words))
        return frozenset(
            short
            for (_, short), keys in longs.items()
            if any(not covers(one, other) and not covers(other, one) for one, other in combinations(sorted(keys), 2))
        )

    @cached_property
    def pairs(self) -> Sequence[tuple[Key, Key]]:
        """Return the pairs of keys that share a block: two words of a person's name, one of a body's."""
        blocks: dict[tuple[str, ...], set[Key]] = defaultdict(set)
        for key, alike in self.by_key.items():
            for block in blocks_of(key, name_of(alike)):
                blocks[block].add(key)
        found: set[tuple[Key, Key]] = set()
        for keys in blocks.values():
            if 1 < len(keys) <= BLOCK:
                found.update(combinations(sorted(keys), 2))
        return sorted(found)

    def compared(self, one: Key, other: Key) -> Likeness:
        """Return how like the names of two keys are."""
        two = (min(one, other), max(one, other))
        if two not in self._judged:
            first, second = (self.by_key[key] for key in two)
            self._judged[two] = compare_names(
                name_of(first), name_of(second), type_of({node.type for node in (*first, *second)})
            )
        return self._judged[two]


def name_of(nodes: Iterable[Node]) -> str:
    """Return the spelling that stands for a key, whatever the order of its nodes."""
    return min(node.name for node in nodes)


def type_of(types: Collection[MentionType]) -> MentionType:
    """Return what names of these types are compared as."""
    return next((type_ for type_ in ("person", "organisation", "unit") if type_ in types), "name")


def blocks_of(key: Key, name: str) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a key, by the name that stands for it."""
    if key[0] == "person":
        keys = name_keys(name, "person")
        yield from combinations([one for one in keys if "=" not in one], 2)
        yield from ((one,) for one in keys if "=" in one)
    elif key[0] == "body":
        yield from ((one,) for one in name_keys(name, "organisation"))
