"""Lay out the entities: every spelling by language and outlet, and what may be the same but was not joined."""

from collections import defaultdict
from collections.abc import Mapping

from careo.model.inferred import Entity, Name
from careo.model.seen import Mention
from careo.render.quoting.index import Index
from careo.render.quoting.quote import lang, paragraph_start
from careo.render.quoting.views import Link
from careo.render.sections.views import EntityShelf, EntityView, Spelling, Uses
from careo.render.wording import words
from careo.render.wording.speech import direction

_REPORTS = 12
"""Reports of one language named beside a spelling; more of them are counted."""
_RARE = 3
"""Reports that use a spelling, up to which it is theirs: their outlets are written out."""


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
    spelled: defaultdict[str, list[Name]] = defaultdict(list)
    for name in entity.names:
        spelled[name.text].append(name)
    maybe = [offer for offer in entity.possibly_same if offer.entity in names]
    return EntityView(
        number=index.numbers[entity.id],
        name=entity.name,
        reason=entity.reason,
        spellings=tuple(_spelling(index, own, used) for own in spelled.values()),
        possibly=tuple(
            (Link(names[offer.entity], f"#e{index.numbers[offer.entity]}"), offer.reason)
            for offer in maybe[: index.room.reasons]
        ),
        more=len(maybe[index.room.reasons :]),
    )


def _spelling(index: Index, names: list[Name], used: Mapping[tuple[str, str], list[Mention]]) -> Spelling:
    uses = tuple(_uses(index, name, used.get((name.text, name.language), [])) for name in names)
    return Spelling(
        text=names[0].text,
        code=lang(names[0].language),
        direction=direction(names[0].language),
        uses=uses,
        rare=index.room.lists and sum(len(one.reports) + one.more for one in uses) <= _RARE,
    )


def _uses(index: Index, name: Name, used: list[Mention]) -> Uses:
    """Return the reports of a language that spell it so, each linked to where it does first."""
    first: dict[str, Mention] = {}
    for mention in sorted(used, key=lambda one: (index.numbers[one.report], one.start)):
        first.setdefault(mention.report, mention)
    links = [_link(index, mention) for mention in first.values()]
    most = min(_REPORTS, index.room.links)
    return Uses(
        language=index.speech.language(name.language),
        mentions=index.speech.many(name.mentions, "{n} mention", "{n} mentions"),
        reports=tuple(links[:most]),
        more=max(0, len(links) - most),
    )


def _link(index: Index, mention: Mention) -> tuple[Link, str]:
    report, number = index.report(mention.report), index.numbers[mention.report]
    return Link(str(number), f"#r{number}-p{paragraph_start(report, mention.start)}"), index.outlet(report)
