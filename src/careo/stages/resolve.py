"""resolve: mentions that name the same person, organisation, unit or place become one Entity.

Names of one report are joined first (`within`), then names of different reports, block by block (`across`). Every link
says why, and what a group's links say is the reason of its entity. A person's word goes before all links, and no chain
of links brings together what a person told apart. Names that may be one and are not joined are offered as
`possibly_same`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from careo.model.inferred import Entity, Possibly
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import Pair, pair, partition
from careo.stages.resolving.across import across, offers
from careo.stages.resolving.entities import entity_of
from careo.stages.resolving.holding import holding
from careo.stages.resolving.keyed import Keyed
from careo.stages.resolving.named import NAMED, Named, nodes_of, why
from careo.stages.resolving.within import Link, by_report, told_of, within
from careo.text.names.likeness import parts, variant

__all__ = ["NAMED", "Named", "resolve"]

_BEARERS = 30
"""People of one family name who are compared with each other: more of them are as many namesakes."""
_RARE = 20
"""One mention in so many is enough for a spelling to become the name of the whole."""
_REASONS = 6
"""Kinds of links that a reason tells; the rest is counted."""


def resolve(reports: Sequence[Named], settled: Settled) -> tuple[Entity, ...]:
    """Return the entities of all reports, sorted by id.

    Every mention of a `NAMED` type is in exactly one; a role noun is in that of its holder, if a report has one only.
    """
    singled = {mention for two in settled.split for mention in two}
    nodes = [node for named in sorted(reports, key=lambda n: n.report) for node in nodes_of(named, singled)]
    node_of = {mention.id: node.id for node in nodes for mention in node.mentions}
    told = told_of(nodes)
    keyed = Keyed(nodes, told)
    links = [Link(two, "a person decided it") for two in _at(node_of, settled.merged)]
    links += [*within(nodes, told), *(link for here in by_report(nodes) for link in holding(here)), *across(keyed)]
    apart = frozenset(_at(node_of, settled.split))
    groups = partition((node.id for node in nodes), (link.two for link in links), apart=apart)
    by_id = {node.id: node for node in nodes}
    group_of = {id_: group[0] for group in groups for id_ in group}
    reasons: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if group_of[link.two[0]] == group_of[link.two[1]]:
            reasons[group_of[link.two[0]]].append(link.reason)
    for node in nodes:
        spelled = {mention.verbatim for mention in node.mentions} - {node.name}
        reasons[group_of[node.id]] += sorted(why(node.key, node.name, other) for other in spelled)
    named = [group for group in groups if any(by_id[id_].type in NAMED for id_ in group)]
    made = {group[0]: entity_of([by_id[id_] for id_ in group], reasons[group[0]]) for group in named}
    near = [(made[group_of[offer.one.id]], made[group_of[offer.other.id]], offer.reason) for offer in offers(keyed)]
    return tuple(sorted(_offered(tuple(made.values()), near), key=lambda entity: entity.id))


def _at(node_of: Mapping[str, str], pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs of mentions as pairs of their nodes, those that are there."""
    return [pair(node_of[a], node_of[b]) for a, b in pairs if a in node_of and b in node_of]


def _offered(entities: Sequence[Entity], near: Iterable[tuple[Entity, Entity, str]]) -> Iterable[Entity]:
    """Add to each entity those that may be the same, with what speaks for it and against."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one, other, reason in (*near, *_variants(entities)):
        if one.id != other.id:
            found[one.id].setdefault(other.id, reason)
            found[other.id].setdefault(one.id, reason)
    for entity in entities:
        offers = tuple(Possibly(id_, reason) for id_, reason in sorted(found[entity.id].items()))
        yield replace(entity, possibly_same=offers)


def _variants(entities: Sequence[Entity]) -> Iterable[tuple[Entity, Entity, str]]:
    """Yield the persons whose family names are alike while the given names differ: father and son, or a slip."""
    blocks: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = parts(entity.name)
        if entity.type == "person" and len(words) > 1:
            blocks[words[-1][:3]].append(entity)
    for block in blocks.values():
        if len(block) <= _BEARERS:
            for one, other in combinations(sorted(block, key=lambda entity: entity.id), 2):
                reason = variant(one.name, other.name)
                if reason is not None:
                    yield one, other, reason
