"""Who and where: entities, the offices they are given, and which names of which report they were read from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from careo.model.ids import content_id
from careo.model.inferred import Dossier, Entity
from careo.model.seen import Place, Report
from careo.render.export.ftm.things import Lost, Thing
from careo.render.export.lookup import Lookup
from careo.render.export.points import is_area, on_map, precision
from careo.render.wording import words
from careo.render.wording.speech import ENGLISH
from careo.text.lexicon import LANGUAGES
from careo.text.names.kinds import body_kind

_PUBLIC = ("congress", "government", "ministry", "court", "prosecution", "embassy", "police")
_SCHEMATA: Mapping[str | None, str] = MappingProxyType(
    {**dict.fromkeys(_PUBLIC, "PublicBody"), "military": "LegalEntity"}
)
"""FtM's schema by the kinds of body in our lexicons; "soldiers" are no organisation, and an army may be anybody's."""
PARTIES = frozenset({"Person", "Organization", "PublicBody", "LegalEntity"})


def schema_of(entity: Entity, acting: frozenset[str]) -> str | None:
    """Return FtM's schema of an entity, `None` where FtM has none for it.

    A name of unknown kind is a party (LegalEntity) if a statement has it act; else it may be a ship, a law or a prize.
    """
    if entity.type == "person":
        return "Person"
    if entity.type == "place":
        return "Address"
    if entity.type in ("organisation", "unit"):
        return _SCHEMATA.get(_kind(entity), "Organization")
    return "LegalEntity" if entity.id in acting else None


def _kind(entity: Entity) -> str | None:
    """Return the kind of body that most mentions of an entity name ("court" in "Corte Suprema")."""
    kinds: Counter[str | None] = Counter()
    for name in entity.names:
        base = name.language.partition("-")[0]
        kinds[body_kind(name.text, base) if base in LANGUAGES else None] += name.mentions
    return max(kinds, key=lambda kind: (kinds[kind], kind is None, kind or ""), default=None)


def entities(look: Lookup, acting: frozenset[str], lost: Lost) -> Iterator[Thing]:
    """Yield one entity each, with all its spellings: the first as its name, the others as aliases."""
    for entity in look.dossier.entities:
        schema = schema_of(entity, acting)
        if schema is None:
            lost["names of unknown kind that do nothing in any statement", entity.name] += 1
            continue
        thing = Thing(entity.id, schema, lost)
        if not _named(thing, entity):
            thing.put("name", entity.id)
        if schema == "Address":
            _place(thing, [look.places[id_] for id_ in entity.mentions if id_ in look.places])
        yield thing


def _named(thing: Thing, entity: Entity) -> bool:
    named = False
    for name in entity.names:
        if name.text == entity.name:
            named = thing.put("name", name.text, language=name.language) or named
    named = named or thing.put("name", entity.name)
    for name in entity.names:
        if name.text != entity.name:
            thing.put("alias", name.text, language=name.language)
    return named


def _place(thing: Thing, mentioned: Sequence[Place]) -> None:
    """Say of a place what all its mentions agree on."""
    found = dict.fromkeys(mentioned)
    thing.put("full", next(iter(thing.properties["name"])))
    for country in dict.fromkeys(place.country for place in found):
        thing.put("country", country)
    for kind in dict.fromkeys(place.kind for place in found):
        thing.put("remarks", kind)
    points = {on_map(place) for place in found}
    if len(points) > 1:
        thing.lost["coordinates of places that may be several (those of each mention are in geojson)", ""] += 1
    point = points.pop() if len(points) == 1 else None
    if point is None:
        return
    if any(is_area(place) for place in found):
        thing.lost["coordinates of countries and regions, which FtM would show as a location", ""] += 1
        return
    thing.put("longitude", repr(point[0]))
    thing.put("latitude", repr(point[1]))
    thing.put("summary", f"coordinates stand for {precision(next(iter(found)))}")


def named(look: Lookup, schemata: Mapping[str, str], lost: Lost) -> Iterator[Thing]:
    """Yield one Mention for every party that a report names, once a report and spelling."""
    seen: set[tuple[str, str, str]] = set()
    for mention in look.dossier.mentions:
        entity = look.entities.get(mention.id)
        if entity is None or schemata.get(entity.id) not in PARTIES:
            continue
        key = mention.report, entity.id, mention.verbatim
        if key in seen:
            continue
        seen.add(key)
        thing = Thing(content_id("named", *key), "Mention", lost)
        if not thing.put(
            "name", mention.verbatim, language=look.index.report(mention.report).language, origin=mention.report
        ):
            continue
        thing.put("document", mention.report, origin=mention.report)
        thing.put("resolved", entity.id, origin=mention.report)
        thing.put("detectedSchema", schemata[entity.id])
        yield thing


def offices(look: Lookup, schemata: Mapping[str, str], lost: Lost) -> Iterator[Thing]:
    """Yield a Position and its Occupancy for every office that a report gives a person.

    A post has its own entity for each holder: nothing says that two ministers of defence are of one country.
    """
    held: defaultdict[tuple[str, str], dict[str, Report]] = defaultdict(dict)
    for statement in look.dossier.statements:
        for actor in statement.actors:
            holder = look.entities.get(actor.mention or "")
            if actor.office and holder and schemata.get(holder.id) == "Person":
                held[holder.id, actor.office][statement.report] = look.index.report(statement.report)
            elif actor.office:
                lost["offices of somebody whose name is not known", words.plain(actor.office)] += 1
    for (id_, office), told in sorted(held.items()):
        yield from _office(id_, office, told.values(), lost)


def _office(holder: str, office: str, told: Iterable[Report], lost: Lost) -> Iterator[Thing]:
    post = Thing(content_id("position", office, holder), "Position", lost)
    post.put("name", words.plain(office))
    yield post
    held = Thing(content_id("occupancy", office, holder), "Occupancy", lost)
    held.put("holder", holder)
    held.put("post", post.id)
    for report in told:
        held.put("publisher", report.publisher, origin=report.id)
        held.put(
            "summary",
            f"so called by {report.publisher or report.id} ({ENGLISH.language(report.language)})",
            origin=report.id,
        )
    lost["since when and until when somebody held an office: not known", ""] += 1
    yield held


def similar(dossiers: Iterable[Dossier], known: frozenset[str], lost: Lost) -> Iterator[Thing]:
    """Yield one Similar for every two entities that careo offers as possibly the same, both of them exported."""
    seen: set[tuple[str, str]] = set()
    for dossier in dossiers:
        for entity in dossier.entities:
            for offer in entity.possibly_same:
                pair = min(entity.id, offer.entity), max(entity.id, offer.entity)
                if pair in seen:
                    continue
                seen.add(pair)
                if known.issuperset(pair):
                    yield _similar(pair, offer.reason, lost)
                else:
                    lost["offers that two are the same, one of which is not in this export", offer.reason] += 1


def _similar(pair: tuple[str, str], reason: str, lost: Lost) -> Thing:
    thing = Thing(content_id("similar", *pair), "Similar", lost)
    thing.put("candidate", pair[0])
    thing.put("match", pair[1])
    thing.put("criteria", reason)
    thing.put("matcher", "careo")
    return thing
