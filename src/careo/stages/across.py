"""The part of `resolve` that joins names of different reports, block by block: no name is compared with all others.

Nodes of one key are one. Keys that are spelled unlike are compared where they share a block (`careo.text.likeness`),
and joined if the names are called the same and no third name of the block speaks against it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from careo.model.seen import MentionType
from careo.stages.named import Node
from careo.stages.within import GENITIVE, Link, linked
from careo.text.alike.persons import person
from careo.text.bodies import adds_nothing
from careo.text.kinds import given_names, is_known
from careo.text.likeness import Likeness, compare_names, covers, name_keys

Key = tuple[str, ...]
_BLOCK = 60
"""Names of one block that are compared in pairs: 0.3 s for as many; a block with more tells nobody apart."""
_STEM = 5
"""Letters by which words of a long form are told apart: what follows may be a case ("Vereinten", "Vereinte")."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Two nodes that may be one."""

    one: Node
    other: Node
    reason: str


@dataclass(frozen=True)
class Desk:
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

    def compared(self, one: Key, other: Key) -> Likeness:
        """Return how like the names of two keys are."""
        two = (min(one, other), max(one, other))
        if two not in self._judged:
            first, second = (self.by_key[key] for key in two)
            self._judged[two] = compare_names(_name(first), _name(second), _type([*first, *second]))
        return self._judged[two]


def _name(nodes: Iterable[Node]) -> str:
    return min(node.name for node in nodes)


def _type(nodes: Sequence[Node]) -> MentionType:
    types = {node.type for node in nodes}
    return next((type_ for type_ in ("person", "organisation", "unit") if type_ in types), "name")


def across(desk: Desk) -> Iterator[Link]:
    """Yield the links between reports, the surest first."""
    yield from _equal(desk)
    yield from _spellings(desk)
    yield from _longer(desk)
    yield from _genitives(desk)
    yield from _short_forms(desk)
    yield from _mistaken(desk)
    yield from _lone_family_names(desk)
    yield from _lone_places(desk)


def _equal(desk: Desk) -> Iterator[Link]:
    for key, alike in desk.by_key.items():
        first = alike[0]
        seen: dict[Key, Node] = {first.words: first}
        for node in alike[1:]:
            host = seen.setdefault(node.words, node)
            yield linked(node, first if host is node else host, _why(key, node, first if host is node else host))


def _why(key: Key, node: Node, host: Node) -> str:
    if node.words == host.words:
        return "equal spelling"
    both = " = ".join(sorted((node.name, host.name)))
    return {
        "known": f"translated name: {both}",
        "national": f"one body of {key[2]}: {both}" if key[0] == "national" else "",
        "body": f"equal spelling: {both}",
    }.get(key[0], f"one place: {both}")


# --- spellings of one name ------------------------------------------------------------------------


def _spellings(desk: Desk) -> Iterator[Link]:
    """Join two keys whose names are the same; one that is the same as two that differ is neither."""
    same: dict[Key, set[Key]] = defaultdict(set)
    for one, other in _pairs(desk):
        if desk.compared(one, other).verdict == "same":
            same[one].add(other)
            same[other].add(one)
    unsure = {key for key, others in same.items() if any(_clash(desk, two) for two in combinations(sorted(others), 2))}
    for one in sorted(same):
        for other in sorted(same[one]):
            if one < other and not unsure & {one, other}:
                yield linked(desk.by_key[one][0], desk.by_key[other][0], _spelled(desk, one, other))


def _spelled(desk: Desk, one: Key, other: Key) -> str:
    both = " = ".join(sorted((_name(desk.by_key[one]), _name(desk.by_key[other]))))
    return f"{both} ({desk.compared(one, other).reason})"


def _clash(desk: Desk, two: tuple[Key, Key]) -> bool:
    return desk.compared(*two).verdict == "different"


def _pairs(desk: Desk) -> Sequence[tuple[Key, Key]]:
    """Return the pairs of keys that share a block: two words of a person's name, one of a body's."""
    blocks: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    for key, alike in desk.by_key.items():
        for block in _blocks(key, alike):
            blocks[block].add(key)
    found: set[tuple[Key, Key]] = set()
    for keys in blocks.values():
        if 1 < len(keys) <= _BLOCK:
            found.update(combinations(sorted(keys), 2))
    return sorted(found)


def _blocks(key: Key, alike: Sequence[Node]) -> Iterator[tuple[str, ...]]:
    if key[0] == "person":
        keys = name_keys(_name(alike), "person")
        yield from combinations([one for one in keys if "=" not in one], 2)
        yield from ((one,) for one in keys if "=" in one)
    elif key[0] == "body":
        yield from ((one,) for one in name_keys(_name(alike), "organisation"))


# --- parts of names -------------------------------------------------------------------------------


def _longer(desk: Desk) -> Iterator[Link]:
    """Join a person's name to those with a middle or second family name more, where these are one in longer form.

    "Ana Ruiz" joins neither "Ana Vega Ruiz" nor "Ana Soto Ruiz"; Ana Ruiz Jr. may be her daughter.
    """
    holding: dict[tuple[str, str], list[Key]] = defaultdict(list)
    people = sorted((key for key in desk.by_key if key[0] == "person"), key=lambda key: (len(key), key))
    for key in people:
        for word in sorted(set(key[2:])):
            holding[key[1], word].append(key)
    for short in people:
        more = [key for key in holding[short[1], short[-1]] if len(key) > len(short) and covers(key, short)]
        nested = bool(more) and all(covers(more[-1], key) for key in more)
        if nested and _generation(desk, more[-1]) == _generation(desk, short):
            both = desk.by_key[short][0], desk.by_key[more[-1]][0]
            yield linked(*both, f"a name more: {both[1].name}, {both[0].name}")


def _generation(desk: Desk, key: Key) -> str:
    return person(_name(desk.by_key[key])).generation


def _genitives(desk: Desk) -> Iterator[Link]:
    """Join a full name to the same with an -s more, in a language whose genitive that is ("Ada Lunds Haus")."""
    for key, alike in desk.by_key.items():
        bare = (*key[:-1], key[-1].removesuffix("s"))
        spoken = all(node.language in GENITIVE for node in alike)
        if spoken and key[0] in ("person", "body") and len(key) > 2 and bare != key and bare in desk.by_key:
            yield linked(alike[0], desk.by_key[bare][0], f"genitive: {alike[0].name}")


def _short_forms(desk: Desk) -> Iterator[Link]:
    """Join a company's name to its first words where the rest only says what a company is.

    Not where it is short for two. A single word needs a report that has both; an ordinary one ("United") is short for
    it only if most reports that have it have the long form too.
    """
    longer: dict[Key, list[Key]] = defaultdict(list)
    for long in sorted(desk.by_key, key=lambda key: (len(key), key)):
        for size in range(2, len(long) if long[0] == "body" else 0):
            if long[:size] in desk.by_key and adds_nothing(long[size:]):
                longer[long[:size]].append(long)
    for short in sorted(longer):
        if all(other[: len(one)] == one for one, other in combinations(longer[short], 2)):
            yield from _shortened(desk, short, longer[short])


def _shortened(desk: Desk, short: Key, longer: Sequence[Key]) -> Iterator[Link]:
    alike = desk.by_key[short]
    if len(short) > 2:
        pairs = [(alike[0], desk.by_key[long][0]) for long in longer]
    else:
        at = {node.report: node for node in alike}
        pairs = [(at[node.report], node) for long in longer for node in desk.by_key[long] if node.report in at]
        if _is_ordinary(alike) and 2 * len({node.report for node, _ in pairs}) < len(at):
            return
    yield from (linked(node, long, f"{long.name}, in short {node.name}") for node, long in pairs)


def _is_ordinary(alike: Sequence[Node]) -> bool:
    return any(is_known(word, node.language) for node in alike for word in node.words)


def _mistaken(desk: Desk) -> Iterator[Link]:
    """Join a name of several words that one report takes for a person and another for a body."""
    for key, alike in desk.by_key.items():
        bodies = desk.by_key.get(("body", *key[1:]), ()) if key[0] == "person" else ()
        if bodies and key[1] not in given_names():
            yield linked(alike[0], bodies[0], f"equal spelling, a person or a body: {alike[0].name}")


def _lone_family_names(desk: Desk) -> Iterator[Link]:
    """Join a family name whose report has no fuller name to the only person of the desk who bears it."""
    fuller: dict[str, set[Key]] = defaultdict(set)
    local: set[tuple[str, str]] = set()
    for node in desk.nodes:
        if node.key[0] == "person" and len(node.key) > 2:
            fuller[node.key[-1]].add(node.key)
            local.update((node.report, word) for word in node.key[2:])
    for node in sorted(desk.nodes, key=lambda node: node.id):
        if node.key[0] == "person" and len(node.key) == 2 and (node.report, node.key[1]) not in local:
            bearers = sorted(fuller[node.key[1]], key=lambda key: (len(key), key))
            nested = all(covers(longer[1:], shorter[1:]) for shorter, longer in combinations(bearers, 2))
            if bearers and nested and (hosts := desk.by_key.get(bearers[0])):
                yield linked(node, hosts[0], f"the only {node.name} here: {hosts[0].name}")


def _lone_places(desk: Desk) -> Iterator[Link]:
    """Join a place name that its report leaves open to the only place of that name that the desk knows."""
    known: dict[Key, set[Key]] = defaultdict(set)
    for key, alike in desk.by_key.items():
        if key[0] == "at":
            for node in alike:
                known[node.words].add(key)
    for key, alike in desk.by_key.items():
        places = known[key[1:]] if key[0] == "place" else set()
        if len(places) == 1:
            yield linked(alike[0], desk.by_key[next(iter(places))][0], f"the only {alike[0].name} here")


# --- near misses ----------------------------------------------------------------------------------


def offers(desk: Desk) -> Iterator[Offer]:
    """Yield the names that may be one and are not joined by what is known."""
    for one, other in _pairs(desk):
        judged = desk.compared(one, other)
        if judged.verdict == "possible":
            yield Offer(desk.by_key[one][0], desk.by_key[other][0], judged.reason)
