"""The part of `resolve` that joins a name to a part of it, or to the only one that it can mean."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from careo.stages.resolving.keyed import Key, Keyed, name_of
from careo.stages.resolving.named import Node
from careo.stages.resolving.within import GENITIVE, Link, linked
from careo.text.names.alike.persons import person
from careo.text.names.bodies import adds_nothing
from careo.text.names.kinds import given_names, is_known
from careo.text.names.likeness import covers


def partly(keyed: Keyed) -> Iterator[Link]:
    """Yield the links, the surest first."""
    yield from _longer(keyed)
    yield from _genitives(keyed)
    yield from _short_forms(keyed)
    yield from _mistaken(keyed)
    yield from _lone_family_names(keyed)
    yield from _lone_places(keyed)


def _longer(keyed: Keyed) -> Iterator[Link]:
    """Join a person's name to those with a middle or second family name more, where these are one in longer form.

    "Ana Ruiz" joins neither "Ana Vega Ruiz" nor "Ana Soto Ruiz"; Ana Ruiz Jr. may be her daughter.
    """
    holding: dict[tuple[str, str], list[Key]] = defaultdict(list)
    people = sorted((key for key in keyed.by_key if key[0] == "person"), key=lambda key: (len(key), key))
    for key in people:
        for word in sorted(set(key[2:])):
            holding[key[1], word].append(key)
    for short in people:
        more = [key for key in holding[short[1], short[-1]] if len(key) > len(short) and covers(key, short)]
        nested = bool(more) and all(covers(more[-1], key) for key in more)
        if nested and _generation(keyed, more[-1]) == _generation(keyed, short):
            both = keyed.by_key[short][0], keyed.by_key[more[-1]][0]
            yield linked(*both, f"a name more: {both[1].name}, {both[0].name}")


def _generation(keyed: Keyed, key: Key) -> str:
    return person(name_of(keyed.by_key[key])).generation


def _genitives(keyed: Keyed) -> Iterator[Link]:
    """Join a full name to the same with an -s more, in a language whose genitive that is ("Ada Lunds Haus")."""
    for key, alike in keyed.by_key.items():
        bare = (*key[:-1], key[-1].removesuffix("s"))
        spoken = all(node.language in GENITIVE for node in alike)
        if spoken and key[0] in ("person", "body") and len(key) > 2 and bare != key and bare in keyed.by_key:
            yield linked(alike[0], keyed.by_key[bare][0], f"genitive: {alike[0].name}")


def _short_forms(keyed: Keyed) -> Iterator[Link]:
    """Join a company's name to its first words where the rest only says what a company is.

    Not where it is short for two. A single word needs a report that has both; an ordinary one ("United") is short for
    it only if most reports that have it have the long form too.
    """
    longer: dict[Key, list[Key]] = defaultdict(list)
    for long in sorted(keyed.by_key, key=lambda key: (len(key), key)):
        for size in range(2, len(long) if long[0] == "body" else 0):
            if long[:size] in keyed.by_key and adds_nothing(long[size:]):
                longer[long[:size]].append(long)
    for short in sorted(longer):
        if all(other[: len(one)] == one for one, other in combinations(longer[short], 2)):
            yield from _shortened(keyed, short, longer[short])


def _shortened(keyed: Keyed, short: Key, longer: Sequence[Key]) -> Iterator[Link]:
    alike = keyed.by_key[short]
    if len(short) > 2:
        pairs = [(alike[0], keyed.by_key[long][0]) for long in longer]
    else:
        at = {node.report: node for node in alike}
        pairs = [(at[node.report], node) for long in longer for node in keyed.by_key[long] if node.report in at]
        if _is_ordinary(alike) and 2 * len({node.report for node, _ in pairs}) < len(at):
            return
    yield from (linked(node, long, f"{long.name}, in short {node.name}") for node, long in pairs)


def _is_ordinary(alike: Sequence[Node]) -> bool:
    return any(is_known(word, node.language) for node in alike for word in node.words)


def _mistaken(keyed: Keyed) -> Iterator[Link]:
    """Join a name of several words that one report takes for a person and another for a body."""
    for key, alike in keyed.by_key.items():
        bodies = keyed.by_key.get(("body", *key[1:]), ()) if key[0] == "person" else ()
        if bodies and key[1] not in given_names():
            yield linked(alike[0], bodies[0], f"equal spelling, a person or a body: {alike[0].name}")


def _lone_family_names(keyed: Keyed) -> Iterator[Link]:
    """Join a family name whose report has no fuller name to the only person of the desk who bears it."""
    fuller: dict[str, set[Key]] = defaultdict(set)
    local: set[tuple[str, str]] = set()
    for node in keyed.nodes:
        if node.key[0] == "person" and len(node.key) > 2:
            fuller[node.key[-1]].add(node.key)
            local.update((node.report, word) for word in node.key[2:])
    for node in sorted(keyed.nodes, key=lambda node: node.id):
        if node.key[0] == "person" and len(node.key) == 2 and (node.report, node.key[1]) not in local:
            bearers = sorted(fuller[node.key[1]], key=lambda key: (len(key), key))
            nested = all(covers(longer[1:], shorter[1:]) for shorter, longer in combinations(bearers, 2))
            if bearers and nested and (hosts := keyed.by_key.get(bearers[0])):
                yield linked(node, hosts[0], f"the only {node.name} here: {hosts[0].name}")


def _lone_places(keyed: Keyed) -> Iterator[Link]:
    """Join a place name that its report leaves open to the only place of that name that the desk knows."""
    known: dict[Key, set[Key]] = defaultdict(set)
    for key, alike in keyed.by_key.items():
        if key[0] == "at":
            for node in alike:
                known[node.words].add(key)
    for key, alike in keyed.by_key.items():
        places = known[key[1:]] if key[0] == "place" else set()
        if len(places) == 1:
            yield linked(alike[0], keyed.by_key[next(iter(places))][0], f"the only {alike[0].name} here")
