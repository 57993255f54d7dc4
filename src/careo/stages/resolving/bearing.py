"""The tool that finds the entities of a few new reports in a large desk, without looking at all names.

The rules are those of `across` and `partly`, asked for one name: is there one of the same key, one that is spelled
otherwise, a longer or a shorter one? Only what is added counts: a new name never takes known ones apart nor brings two
known entities together, though with all names looked at anew it may. That is left to the next settling.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Protocol

from careo.model.placed import Bearing
from careo.model.seen import MentionType
from careo.stages.joining.partition import partition
from careo.stages.resolving.holding import holding
from careo.stages.resolving.keyed import BLOCK, Key, blocks_of, type_of
from careo.stages.resolving.named import NAMED, Named, Node, nodes_of, why
from careo.stages.resolving.within import GENITIVE, told_of, within
from careo.text.names.alike.persons import person
from careo.text.names.bodies import adds_nothing
from careo.text.names.kinds import given_names
from careo.text.names.likeness import Likeness, compare_names, covers

_LEAST_SHORT = 3
"""Parts of a key from which a body's short form tells enough by itself; one word needs the reports that have both."""


class Known(Protocol):
    """The names of a desk."""

    def bearing(self, key: Key) -> Bearing | None:
        """Return who bears a name, or `None`."""
        ...

    def hooked(self, hook: Key) -> Sequence[Bearing]:
        """Return the names that are found by a hook."""
        ...


@dataclass(frozen=True, slots=True)
class Bearer:
    """Names of one report that are one, and who bears them."""

    nodes: tuple[Node, ...]
    entity: str | None
    """`None` where nobody of the desk does."""
    reasons: tuple[str, ...]


def bearings(reports: Iterable[Named], entity_of: Mapping[str, str], singled: Collection[str]) -> tuple[Bearing, ...]:
    """Return the names that reports share, sorted by key.

    Args:
        reports: the names of each.
        entity_of: mention id to entity id.
        singled: mentions that a person told from another.
    """
    found: dict[Key, Bearing] = {}
    hooks: dict[tuple[Key, str], tuple[Key, ...]] = {}
    for named in reports:
        for node in nodes_of(named, singled):
            if not _is_shared(node):
                continue
            if (node.key, node.name) not in hooks:
                hooks[node.key, node.name] = tuple(_hooks(node))
            one = Bearing(node.key, entity_of[node.id], node.name, node.type, hooks[node.key, node.name])
            found[node.key] = both(found[node.key], one) if node.key in found else one
    return tuple(found[key] for key in sorted(found))


def both(one: Bearing, other: Bearing) -> Bearing:
    """Return what is known of a name that was met twice; one that names two tells nothing."""
    return replace(
        one,
        entity=one.entity if one.entity == other.entity else None,
        name=min(one.name, other.name),
        type=type_of({one.type, other.type}),
        hooks=one.hooks if one.hooks == other.hooks else tuple(sorted({*one.hooks, *other.hooks})),
    )


def bearers(named: Named, known: Known) -> tuple[Bearer, ...]:
    """Return the names of a new report, those that are one together, each with the entity of the desk they join."""
    nodes = list(nodes_of(named, ()))
    by_id = {node.id: node for node in nodes}
    links = [*within(nodes, told_of(nodes)), *holding(nodes)]
    groups = partition(by_id, (link.two for link in links))
    local = {word for node in nodes if node.key[0] == "person" for word in node.key[2:]}
    made = []
    for group in groups:
        here = [by_id[id_] for id_ in group]
        if not any(node.type in NAMED for node in here):
            continue
        reasons = [link.reason for link in links if link.two[0] in group]
        hosts = sorted(
            (rank, node.id, host.entity, reason)
            for node in here
            for rank, (host, reason) in _hosts(node, known, local)
            if host.entity is not None
        )
        entity = hosts[0][2] if hosts else None
        reasons += [reason for _, _, joined, reason in hosts if joined == entity]
        made.append(Bearer(tuple(here), entity, tuple(reasons)))
    return tuple(made)


def _is_shared(node: Node) -> bool:
    """Whether other reports may be joined by a name: not by "the army", nor by a family name alone."""
    return node.type in NAMED and node.key[0] != "in" and not _is_lone(node)


def _is_lone(node: Node) -> bool:
    return node.key[0] == "person" and len(node.key) == 2


def _hooks(node: Node) -> Iterator[Key]:
    key = node.key
    yield from (("block", *block) for block in blocks_of(key, node.name))
    if key[0] == "person":
        yield from (("holding", key[1], word) for word in sorted(set(key[2:])))
        yield "ends", key[1], key[-1]
        yield "family", key[-1]
    if key[0] == "body":
        sizes = range(_LEAST_SHORT, len(key))
        yield from (("short", *key[1:size]) for size in sizes if adds_nothing(key[size:]))
    if key[0] == "at":
        yield "at", *node.words


_Host = tuple[Bearing, str]


def _hosts(node: Node, known: Known, local: Collection[str]) -> Iterator[tuple[int, _Host]]:
    """Yield who may bear a name, with how sure the rule is (0 the surest) and the reason."""
    if node.type not in NAMED or node.key[0] == "in":
        return
    if _is_lone(node):
        if node.key[1] not in local:
            yield from ((6, host) for host in _family(node, known))
        return
    same = known.bearing(node.key)
    if same is not None:
        yield 0, (same, why(node.key, node.name, same.name))
        return
    yield from ((1, host) for host in _spelled(node, known))
    if node.key[0] == "person":
        yield from ((2, host) for host in (*_longer(node, known), *_shorter(node, known)))
    if node.key[0] in ("person", "body"):
        yield from ((3, host) for host in _genitive(node, known))
        yield from ((5, host) for host in _mistaken(node, known))
    if node.key[0] == "body":
        yield from ((4, host) for host in _short_forms(node, known))
    if node.key[0] in ("place", "at"):
        yield from ((7, host) for host in _places(node, known))


def _spelled(node: Node, known: Known) -> Iterator[_Host]:
    found: dict[Key, Bearing] = {}
    for block in blocks_of(node.key, node.name):
        alike = known.hooked(("block", *block))
        if len(alike) < BLOCK:
            found.update((one.key, one) for one in alike if one.key[0] == node.key[0])
    judged = ((one, _compared(node.name, node.type, one)) for _, one in sorted(found.items()))
    same = [(one, likeness.reason) for one, likeness in judged if likeness.verdict == "same"]
    if not any(_compared(a.name, a.type, b).verdict == "different" for (a, _), (b, _) in combinations(same, 2)):
        yield from ((one, f"{' = '.join(sorted((node.name, one.name)))} ({reason})") for one, reason in same)


def _compared(name: str, type_: MentionType, one: Bearing) -> Likeness:
    return compare_names(name, one.name, type_of({type_, one.type}))


def _longer(node: Node, known: Known) -> Iterator[_Host]:
    """Find the names of a person with a middle or second family name more, where these are one in longer form."""
    more = _covering(node.key, known)
    if more and _nested(more) and _generation(more[-1].name) == _generation(node.name):
        yield more[-1], f"a name more: {more[-1].name}, {node.name}"


def _covering(short: Key, known: Known) -> list[Bearing]:
    found = known.hooked(("holding", short[1], short[-1]))
    return sorted((one for one in found if len(one.key) > len(short) and covers(one.key, short)), key=_by_length)


def _by_length(one: Bearing) -> tuple[int, Key]:
    return len(one.key), one.key


def _nested(more: Sequence[Bearing]) -> bool:
    return all(covers(more[-1].key, one.key) for one in more)


def _shorter(node: Node, known: Known) -> Iterator[_Host]:
    for word in sorted(set(node.key[2:])):
        for short in known.hooked(("ends", node.key[1], word)):
            if len(short.key) < len(node.key) and covers(node.key, short.key):
                others = [one.key for one in _covering(short.key, known)]
                longest = max([*others, node.key], key=lambda key: (len(key), key))
                one_line = all(covers(longest, key) for key in (*others, node.key))
                if one_line and _generation(short.name) == _generation(node.name):
                    yield short, f"a name more: {node.name}, {short.name}"


def _generation(name: str) -> str:
    return person(name).generation


def _genitive(node: Node, known: Known) -> Iterator[_Host]:
    bare = (*node.key[:-1], node.key[-1].removesuffix("s"))
    if node.language in GENITIVE and len(node.key) > 2 and bare != node.key:
        host = known.bearing(bare)
        if host is not None:
            yield host, f"genitive: {node.name}"


def _mistaken(node: Node, known: Known) -> Iterator[_Host]:
    host = known.bearing(("body" if node.key[0] == "person" else "person", *node.key[1:]))
    if host is not None and len(node.key) > 2 and node.key[1] not in given_names():
        yield host, f"equal spelling, a person or a body: {node.name}"


def _short_forms(node: Node, known: Known) -> Iterator[_Host]:
    if len(node.key) < _LEAST_SHORT:
        return
    longer = known.hooked(("short", *node.key[1:]))
    if all(_begins(two) for two in combinations([one.key for one in longer], 2)):
        yield from ((one, f"{one.name}, in short {node.name}") for one in longer)
    for size in range(_LEAST_SHORT, len(node.key)):
        short = known.bearing(node.key[:size]) if adds_nothing(node.key[size:]) else None
        if short is not None and all(
            _begins((one.key, node.key)) for one in known.hooked(("short", *node.key[1:size]))
        ):
            yield short, f"{node.name}, in short {short.name}"


def _begins(two: tuple[Key, Key]) -> bool:
    short, long = sorted(two, key=len)
    return long[: len(short)] == short


def _family(node: Node, known: Known) -> Iterator[_Host]:
    bearers_ = sorted(known.hooked(("family", node.key[1])), key=_by_length)
    if bearers_ and all(covers(b.key[1:], a.key[1:]) for a, b in combinations(bearers_, 2)):
        yield bearers_[0], f"the only {node.name} here: {bearers_[0].name}"


def _places(node: Node, known: Known) -> Iterator[_Host]:
    at = known.hooked(("at", *node.words))
    if node.key[0] == "place" and len(at) == 1:
        yield at[0], f"the only {node.name} here"
    if node.key[0] == "at" and not at:
        left_open = known.bearing(("place", *node.words))
        if left_open is not None:
            yield left_open, f"the only {node.name} here"
