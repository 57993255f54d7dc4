"""Lay out the entities: every spelling by language, and what may be the same but was not joined."""

from collections import defaultdict
from collections.abc import Mapping

from careo.model.inferred import Entity, Name
from careo.render import words
from careo.render.index import Index
from careo.render.quoting import lang
from careo.render.speech import direction
from careo.render.views import EntityShelf, EntityView, Link, Spelling

# Mention id -> its verbatim, its report's language and the sentence in which a statement uses it.
_Places = Mapping[str, list[tuple[str, str, Link]]]


def entities(index: Index) -> tuple[EntityShelf, ...]:
    """Return the entities by type, most mentioned first."""
    places = _places(index)
    shelves = []
    for type_, title in words.ENTITY_TYPES.items():
        own = [one for one in index.dossier.entities if one.type == type_]
        own.sort(key=lambda one: (-len(one.mentions), one.name, one.id))
        views = [_entity(index, one, places) for one in own]
        if views:
            varied = tuple(view for view in views if len(view.spellings) > 1 or view.possibly)
            plain = tuple(view for view in views if len(view.spellings) < 2 and not view.possibly)
            shelves.append(EntityShelf(index.speech(title), varied, plain))
    return tuple(shelves)


def _entity(index: Index, entity: Entity, places: _Places) -> EntityView:
    own = [place for mention in entity.mentions for place in places.get(mention, ())]
    known = {one.id: one for one in index.dossier.entities}
    return EntityView(
        number=index.numbers[entity.id],
        name=entity.name,
        reason=entity.reason,
        spellings=tuple(_spelling(index, name, own) for name in entity.names),
        possibly=tuple(
            (Link(known[offer.entity].name, f"#e{index.numbers[offer.entity]}"), offer.reason)
            for offer in entity.possibly_same
            if offer.entity in known
        ),
    )


def _spelling(index: Index, name: Name, places: list[tuple[str, str, Link]]) -> Spelling:
    found = dict.fromkeys(link for verbatim, code, link in places if (verbatim, code) == (name.text, name.language))
    return Spelling(
        text=name.text,
        code=lang(name.language),
        direction=direction(name.language),
        language=index.speech.language(name.language),
        mentions=index.speech.many(name.mentions, "{n} mention", "{n} mentions"),
        places=tuple(found),
    )


def _places(index: Index) -> _Places:
    found: defaultdict[str, list[tuple[str, str, Link]]] = defaultdict(list)
    for statement in index.dossier.statements:
        number, code = index.numbers[statement.report], index.report(statement.report).language
        link = Link(index.speech("report {number}", number=number), f"#r{number}-s{statement.start}")
        named = [(actor.mention, actor.verbatim) for actor in statement.actors if actor.mention]
        named += [(place.mention, place.verbatim) for place in statement.places]
        for mention, verbatim in named:
            found[mention].append((verbatim, code, link))
    return found
