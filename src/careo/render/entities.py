"""Lay out the entities: every spelling by language and outlet, and what may be the same but was not joined."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby

from careo.model.inferred import Entity, Name
from careo.model.seen import Mention
from careo.render import words
from careo.render.index import Index
from careo.render.quoting import lang, paragraph_start, tag
from careo.render.speech import direction
from careo.render.views import EntityShelf, EntityView, Link, Spelling, Use

_REPORTS = 12
"""Reports named beside a spelling; more of them are counted."""


def entities(index: Index) -> tuple[EntityShelf, ...]:
    """Return the entities by type, most mentioned first."""
    mentions = {mention.id: mention for mention in index.dossier.mentions}
    names = {one.id: one.name for one in index.dossier.entities}
    shelves = []
    for type_, title in words.ENTITY_TYPES.items():
        own = [one for one in index.dossier.entities if one.type == type_]
        own.sort(key=lambda one: (-len(one.mentions), one.name, one.id))
        views = [_entity(index, one, mentions, names) for one in own]
        if views:
            varied = tuple(view for view in views if len(view.spellings) > 1 or view.possibly)
            plain = tuple(view for view in views if len(view.spellings) < 2 and not view.possibly)
            shelves.append(EntityShelf(index.speech(title), varied, plain))
    return tuple(shelves)


def _entity(index: Index, entity: Entity, mentions: Mapping[str, Mention], names: Mapping[str, str]) -> EntityView:
    used: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for id_ in entity.mentions:
        if id_ in mentions:
            mention = mentions[id_]
            used[mention.verbatim, index.report(mention.report).language].append(mention)
    return EntityView(
        number=index.numbers[entity.id],
        name=entity.name,
        reason=entity.reason,
        spellings=tuple(_spelling(index, name, used[name.text, name.language]) for name in entity.names),
        possibly=tuple(
            (Link(names[offer.entity], f"#e{index.numbers[offer.entity]}"), offer.reason)
            for offer in entity.possibly_same
            if offer.entity in names
        ),
    )


def _spelling(index: Index, name: Name, used: list[Mention]) -> Spelling:
    uses = _uses(index, used)
    return Spelling(
        text=name.text,
        code=lang(name.language),
        direction=direction(name.language),
        language=index.speech.language(name.language),
        mentions=index.speech.many(name.mentions, "{n} mention", "{n} mentions"),
        uses=uses[:_REPORTS],
        more=max(0, len(uses) - _REPORTS),
    )


def _uses(index: Index, used: list[Mention]) -> tuple[Use, ...]:
    """Return the reports that spell it so, each linked to where it does first."""
    ordered = sorted(used, key=lambda one: (index.numbers[one.report], one.start))
    uses = []
    for id_, own in groupby(ordered, key=lambda one: one.report):
        found = list(own)
        named, start = tag(index, id_), paragraph_start(index.report(id_), found[0].start)
        uses.append(Use(Link(f"{named.number} {named.outlet}", f"#r{named.number}-p{start}"), len(found)))
    return tuple(uses)
