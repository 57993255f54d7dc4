"""The tool that makes an Entity of the names that are one, or lets one grow by more of them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from careo.model.ids import group_id
from careo.model.inferred import Entity, Name
from careo.model.seen import Mention, Place
from careo.stages.resolving.named import NAMED, Node

_RARE = 20
"""One mention in so many is enough for a spelling to become the name of the whole."""
_REASONS = 6
"""Kinds of links that a reason tells; the rest is counted."""


def entity_of(nodes: Sequence[Node], reasons: Sequence[str]) -> Entity:
    """Return the entity that these names make, nothing offered yet."""
    mentions = [(mention, node.language) for node in nodes for mention in node.mentions if node.type in NAMED]
    spelled = Counter((mention.verbatim, tongue) for mention, tongue in mentions)
    every = sorted(mention.id for node in nodes for mention in node.mentions)
    reports = {node.report for node in nodes}
    counted = _counted({mention.verbatim for mention, _ in mentions}, len(reports))
    return Entity(
        id=group_id("entity", every),
        type=Counter(sorted(node.type for node in nodes if node.type in NAMED)).most_common(1)[0][0],
        name=_fullest([mention for mention, _ in mentions]),
        names=tuple(Name(text, tongue, n) for (text, tongue), n in sorted(spelled.items())),
        mentions=tuple(every),
        possibly_same=(),
        reason="; ".join([counted, *_told_once(reasons)]),
    )


def _counted(spellings: Collection[str], reports: int) -> str:
    return f"{len(spellings)} spelling(s) in {reports} report(s): {', '.join(sorted(spellings)[:5])}"


def _told_once(reasons: Sequence[str]) -> list[str]:
    """Return each kind of link once, in the order they were found."""
    kinds = list(dict.fromkeys(reasons))
    return [*kinds[:_REASONS], f"and {len(kinds) - _REASONS} more links"] if len(kinds) > _REASONS else kinds


def _fullest(mentions: Sequence[Mention]) -> str:
    """Return the place's common name, else the spelling with most words, then most mentions, then least.

    A spelling that hardly any mention has is no name for all: it may hold a word too many.
    """
    names = [m.value.name if isinstance(m.value, Place) else m.verbatim for m in mentions]
    counted = Counter(names)
    common = [name for name, count in counted.items() if count * _RARE >= len(names)] or list(counted)
    return min(common, key=lambda name: (-min(len(name.split()), 4), -counted[name], name))


def grown(entity: Entity, nodes: Sequence[Node], reasons: Sequence[str], reports: int) -> Entity:
    """Return an entity with the names of one more report; type and name stay until all are looked at again.

    Args:
        entity: as it was.
        nodes: the names that join it.
        reasons: why they do.
        reports: how many reports name it now.
    """
    more = Counter((m.verbatim, node.language) for node in nodes for m in node.mentions if node.type in NAMED)
    names = {(name.text, name.language): name.mentions for name in entity.names}
    for spelled, count in more.items():
        names[spelled] = names.get(spelled, 0) + count
    every = sorted({*entity.mentions, *(mention.id for node in nodes for mention in node.mentions)})
    told = [*entity.reason.split("; ")[1:], *reasons]
    return replace(
        entity,
        id=group_id("entity", every),
        names=tuple(Name(text, tongue, count) for (text, tongue), count in sorted(names.items())),
        mentions=tuple(every),
        reason="; ".join([_counted({text for text, _ in names}, reports), *_told_once(told)]),
    )
