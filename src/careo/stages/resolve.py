"""resolve: mentions that name the same person, organisation, unit or place become one Entity.

This first version joins a bare family name to the full name in the same report, equal spellings across reports (accents
and capitals aside), names that hold all words of a shorter full name, country names and adjectives through their
country code, and places by country, division and common name ("Mailand" and "Milán"). An acronym joins the long form
its report gives. A body's common noun ("the government") stays inside its report. It does not know translated names
(NATO/OTAN), transliterations or roles ("the ambassador"); names that look alike are offered as `possibly_same` and
never joined.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careo.model.ids import group_id
from careo.model.inferred import Entity, Name, Possibly
from careo.model.seen import Mention, MentionType, Place
from careo.stages.partition import Pair, pair, partition
from careo.stages.settle import Settled
from careo.text.bodies import is_generic
from careo.text.likeness import covers, parts, variant

NAMED: tuple[MentionType, ...] = ("person", "organisation", "unit", "place", "name")
"""The mention types that become entities."""
_STEM = 5
"""Letters by which words of a long form are told apart: what follows may be a case ("Vereinten", "Vereinte")."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one report."""

    report: str
    language: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """Mentions of one report with one folded spelling; the unit that is joined."""

    id: str
    report: str
    type: MentionType
    key: tuple[str, ...]
    mentions: tuple[Mention, ...]


def resolve(reports: Sequence[Named], settled: Settled) -> tuple[Entity, ...]:
    """Return the entities of all reports, sorted by id; every mention of a `NAMED` type is in exactly one."""
    language = {named.report: named.language for named in reports}
    nodes = [node for named in reports for node in _nodes(named, settled)]
    node_of = {mention.id: node.id for node in nodes for mention in node.mentions}
    decided = [_at(node_of, two) for two in settled.merged]
    apart = {_at(node_of, two) for two in settled.split}
    links = [two for two in decided if two is not None]
    told = _told(nodes)
    within = [*_within_reports(nodes), *_acronyms(nodes, told)]
    links += sorted(within) + sorted(_across_reports(nodes, _contested(told, language)))
    groups = partition((n.id for n in nodes), links, apart={two for two in apart if two is not None})
    by_id = {node.id: node for node in nodes}
    entities = [_entity([by_id[id_] for id_ in group], language) for group in groups]
    return tuple(sorted(_offer(entities), key=lambda entity: entity.id))


def _nodes(named: Named, settled: Settled) -> Iterable[_Node]:
    singled = {mention for two in settled.split for mention in two}
    by_key: dict[tuple[MentionType, tuple[str, ...], str], list[Mention]] = defaultdict(list)
    for mention in named.mentions:
        if mention.type in NAMED:
            own = mention.id if mention.id in singled else ""
            by_key[(mention.type, _key(mention, named), own)].append(mention)
    for (type_, key, _), mentions in by_key.items():
        yield _Node(min(m.id for m in mentions), named.report, type_, key, tuple(mentions))


def _key(mention: Mention, named: Named) -> tuple[str, ...]:
    """Return what joins mentions: a country's code, where a place lies, the folded words.

    "The army" joins inside its report only. A town and the division of its name are one key: a bare name may be either.
    """
    place = mention.value
    if mention.type in ("organisation", "unit") and is_generic(mention.verbatim, named.language):
        return ("in", named.report, *parts(mention.verbatim))
    if isinstance(place, Place) and place.kind == "country" and place.country:
        return ("country", place.country)
    if isinstance(place, Place) and place.country:
        division = place.parents[-3] if len(place.parents) > 2 else place.name
        return ("in", place.country, *parts(division), ":", *parts(place.name))
    name = place.name if isinstance(place, Place) else mention.verbatim
    return parts(name)


def _at(node_of: Mapping[str, str], two: Pair) -> Pair | None:
    if two[0] not in node_of or two[1] not in node_of:
        return None
    return pair(node_of[two[0]], node_of[two[1]])


def _within_reports(nodes: Sequence[_Node]) -> Iterable[Pair]:
    """Join a single-word person to the one fuller name of the report that holds it after the given name."""
    fuller: dict[tuple[str, str], list[_Node]] = defaultdict(list)
    for node in nodes:
        if node.type == "person":
            for word in set(node.key[1:]):
                fuller[(node.report, word)].append(node)
    for node in nodes:
        if node.type == "person" and len(node.key) == 1:
            hosts = fuller[(node.report, node.key[0])]
            if len({host.key for host in hosts}) == 1:
                yield from (pair(node.id, host.id) for host in hosts)


def _told(nodes: Sequence[_Node]) -> tuple[tuple[_Node, _Node], ...]:
    """Return the acronyms that their reports explain, each with the long form."""
    node_of = {mention.id: node for node in nodes for mention in node.mentions}
    found = {
        (node.id, node_of[mention.of].id): (node, node_of[mention.of])
        for node in nodes
        for mention in node.mentions
        if mention.of in node_of
    }
    return tuple(found[key] for key in sorted(found))


def _acronyms(nodes: Sequence[_Node], told: Sequence[tuple[_Node, _Node]]) -> Iterable[Pair]:
    """Join an acronym, whatever it was taken for in the same report, to its long form."""
    alike: dict[tuple[str, tuple[str, ...]], list[_Node]] = defaultdict(list)
    for node in nodes:
        alike[(node.report, node.key)].append(node)
    for short, long in told:
        yield from (pair(node.id, long.id) for node in alike[(short.report, short.key)])


def _contested(told: Sequence[tuple[_Node, _Node]], language: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """Return the acronyms that reports in one language explain by different long forms: they join no two reports."""
    longs: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = defaultdict(set)
    for short, long in told:
        longs[(language[short.report], short.key)].add(tuple(word[:_STEM] for word in long.key))
    return frozenset(
        short
        for (_, short), keys in longs.items()
        if any(not covers(one, other) and not covers(other, one) for one, other in combinations(sorted(keys), 2))
    )


def _across_reports(nodes: Sequence[_Node], contested: Collection[tuple[str, ...]]) -> Iterable[Pair]:
    by_key: dict[tuple[MentionType, tuple[str, ...]], list[_Node]] = defaultdict(list)
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for node in nodes:
        if (node.type != "person" or len(node.key) > 1) and node.key not in contested:
            by_key[(node.type, node.key)].append(node)
        if node.type == "person" and len(node.key) > 1:
            by_word[node.key[0]].add(node.key)
    for alike in by_key.values():
        yield from (pair(alike[0].id, node.id) for node in alike[1:])
    for keys in by_word.values():
        for short in sorted(keys):
            longer = sorted((key for key in keys if len(key) > len(short) and covers(key, short)), key=len)
            # "Ana Ruiz" must not fuse "Ana Vega Ruiz" with "Ana Soto Ruiz": the longer ones have to be nested.
            if longer and all(covers(longer[-1], key) for key in longer):
                yield pair(by_key[("person", short)][0].id, by_key[("person", longer[-1])][0].id)
    yield from _lone_family_names(nodes, by_key)


def _lone_family_names(
    nodes: Sequence[_Node], by_key: Mapping[tuple[MentionType, tuple[str, ...]], list[_Node]]
) -> Iterable[Pair]:
    """Join a family name whose report has no fuller name to the only person of the desk who bears it."""
    fuller: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    local: set[tuple[str, str]] = set()
    for node in nodes:
        if node.type == "person" and len(node.key) > 1:
            fuller[node.key[-1]].add(node.key)
            local.add((node.report, node.key[-1]))
    for node in nodes:
        if node.type == "person" and len(node.key) == 1 and (node.report, node.key[0]) not in local:
            bearers = fuller[node.key[0]]
            if len(bearers) == 1:
                yield pair(node.id, by_key[("person", next(iter(bearers)))][0].id)


def _entity(nodes: Sequence[_Node], language: Mapping[str, str]) -> Entity:
    mentions = [(mention, language[node.report]) for node in nodes for mention in node.mentions]
    spelled = Counter((mention.verbatim, tongue) for mention, tongue in mentions)
    reports = {node.report for node in nodes}
    spellings = sorted({mention.verbatim for mention, _ in mentions})
    return Entity(
        id=group_id("entity", (mention.id for mention, _ in mentions)),
        type=Counter(sorted(node.type for node in nodes)).most_common(1)[0][0],
        name=_fullest(mentions),
        names=tuple(Name(text, tongue, n) for (text, tongue), n in sorted(spelled.items())),
        mentions=tuple(sorted(mention.id for mention, _ in mentions)),
        possibly_same=(),
        reason=f"{len(spellings)} spelling(s) in {len(reports)} report(s): {', '.join(spellings[:5])}"
        f"{_given(mentions)}",
    )


def _given(mentions: Sequence[tuple[Mention, str]]) -> str:
    """Say where a report gives an acronym and its long form."""
    by_id = {mention.id: mention for mention, _ in mentions}
    both = {f"{by_id[m.of].verbatim} ({m.verbatim})" for m in by_id.values() if m.of in by_id}
    return f"; the report gives both: {', '.join(sorted(both)[:3])}" if both else ""


def _fullest(mentions: Sequence[tuple[Mention, str]]) -> str:
    """Return the place's common name, else the spelling with most words, then most mentions, then least."""
    names = [m.value.name if isinstance(m.value, Place) else m.verbatim for m, _ in mentions]
    counted = Counter(names)
    return min(counted, key=lambda name: (-min(len(name.split()), 4), -counted[name], name))


def _offer(entities: Sequence[Entity]) -> Iterable[Entity]:
    """Add to each person those whose names may be spellings of the same."""
    offers: dict[str, list[Possibly]] = defaultdict(list)
    blocks: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = parts(entity.name)
        if entity.type == "person" and len(words) > 1:
            blocks[words[-1][:3]].append(entity)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            reason = variant(one.name, other.name)
            if reason is not None:
                offers[one.id].append(Possibly(other.id, reason))
                offers[other.id].append(Possibly(one.id, reason))
    for entity in entities:
        found = tuple(sorted(offers[entity.id], key=lambda offer: offer.entity))
        yield Entity(entity.id, entity.type, entity.name, entity.names, entity.mentions, found, entity.reason)
