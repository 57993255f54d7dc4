"""The part of `resolve` that joins the names of one report: what a reader of that report alone would call one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careo.stages.joining.partition import Pair, pair
from careo.stages.resolving.named import BODIES, NAMED, Node
from careo.text.names.acronyms import spells_out
from careo.text.names.likeness import covers

GENITIVE = frozenset({"de", "nl"})
"""Languages that put an -s to a name without an apostrophe."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes that are one."""

    two: Pair
    """Their ids, in order."""
    reason: str


def linked(one: Node, other: Node, reason: str) -> Link:
    """Return the link of two nodes."""
    return Link(pair(one.id, other.id), reason)


def by_report(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes of each report."""
    reports: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        reports[node.report].append(node)
    return list(reports.values())


def told_of(nodes: Sequence[Node]) -> tuple[tuple[Node, Node], ...]:
    """Return the acronyms that their reports explain, each with the long form."""
    node_of = {mention.id: node for node in nodes for mention in node.mentions}
    found = {
        (node.id, node_of[mention.of].id): (node, node_of[mention.of])
        for node in nodes
        for mention in node.mentions
        if node.type in NAMED and mention.of in node_of
    }
    return tuple(found[key] for key in sorted(found))


def within(nodes: Sequence[Node], told: Sequence[tuple[Node, Node]]) -> Iterator[Link]:
    """Yield the links between nodes of one report each; `told` are acronyms with the long form their report gives."""
    explained = {short.id for short, _ in told}
    yield from _told({here[0].report: here for here in by_report(nodes)}, told)
    for here in by_report(nodes):
        yield from _family_names(here)
        yield from _letters(here, explained)
        yield from _other_types(here)


def _told(reports: Mapping[str, Sequence[Node]], told: Sequence[tuple[Node, Node]]) -> Iterator[Link]:
    """Join an acronym, whatever it was taken for in the same report, to its long form."""
    for short, long in told:
        for node in reports[short.report]:
            if node.words == short.words and node.id != long.id:
                yield linked(node, long, f"the report gives both: {long.name} ({short.name})")


def _family_names(here: Sequence[Node]) -> Iterator[Link]:
    """Join a single-word person to the one fuller name that holds it after the given name."""
    fuller: dict[str, list[Node]] = defaultdict(list)
    for node in here:
        if node.type == "person":
            for word in set(node.key[2:]):
                fuller[word].append(node)
    for node in here:
        if node.type == "person" and len(node.key) == 2:
            hosts = fuller[node.key[1]] or fuller[_uninflected(node)]
            if hosts and _nested(hosts):
                yield from (linked(node, host, f"family name of {host.name}: {node.name}") for host in hosts)


def _uninflected(node: Node) -> str:
    """Return the word of a name without a genitive -s."""
    return node.key[1].removesuffix("s") if node.language in GENITIVE else node.key[1]


def _nested(hosts: Sequence[Node]) -> bool:
    """Whether all names are one in longer and shorter form."""
    keys = sorted({host.key[1:] for host in hosts}, key=lambda key: (len(key), key))
    return all(covers(longer, shorter) for shorter, longer in combinations(keys, 2))


def _letters(here: Sequence[Node], explained: Iterable[str]) -> Iterator[Link]:
    """Join an acronym to the only body of its report whose words begin with its letters."""
    known = set(explained)
    bodies = [node for node in here if node.type in BODIES]
    long = [node for node in bodies if len(node.words) > 1]
    for node in bodies:
        if node.id not in known and len(node.words) == 1 and node.name.isupper() and len(node.name) > 2:
            spelled = [other for other in long if spells_out(node.name, other.name)]
            if len({other.words for other in spelled}) == 1:
                yield from (linked(node, other, f"letters of {other.name}: {node.name}") for other in spelled)


def _other_types(here: Sequence[Node]) -> Iterator[Link]:
    """Join a name that was taken for a person in one place and for a body in another of the same report."""
    bodies = {node.words: node for node in here if node.type in BODIES}
    known = {word for node in here if node.type == "person" for word in node.key[2:]}
    for node in here:
        body = bodies.get(node.words)
        if node.type == "person" and body is not None and not (len(node.key) == 2 and node.key[1] in known):
            yield linked(node, body, f"one spelling in one report: {node.name}")
