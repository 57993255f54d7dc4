"""locations: where a story's claims happen, each place as exactly as it is known, and the ways between them.

A place that could not be told is kept with the reason, and has no coordinates.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from careo.model.derived import Location, PlacePrecision, Route
from careo.model.ids import content_id
from careo.model.inferred import Docket, Findings
from careo.model.seen import Place, Setting, Statement, StatementType

_AREAS = frozenset({
    "division", "province", "state", "department", "district", "municipality", "county", "governorate", "prefecture",
    "republic", "canton", "territory", "parish", "oblast", "commune", "emirate", "voivodeship", "island", "community",
    "borough", "region",
})  # fmt: skip
"""Kinds that the bundled gazetteer gives the middle of their towns; any other kind is a point."""
_LANDS = frozenset({"continent", "region"})
"""Kinds that, where no country has them, are larger than one."""
_MOVES: frozenset[StatementType] = frozenset({"DEPLOY", "EXERCISE", "TRANSFER"})
_WAYS: frozenset[StatementType] = _MOVES | {"LAW"}
"""Statements in which an origin is where the others set out from; a law that was passed has moved nobody yet."""
_ARRIVAL = ("destination", "host", "event", "jurisdiction")
"""Roles of where a way leads, the surest first."""
_HAPPENED = frozenset({"occurred", "ongoing"})


def locations(docket: Docket, findings: Findings) -> tuple[tuple[Location, ...], tuple[Route, ...]]:
    """Return the places that claims name, those of most claims first, and the ways that single sentences tell.

    One entity has a location for each place its mentions were read as (a town and the region of its name). Places that
    no claim names are left out.
    """
    found = _Found(docket, findings)
    places = [_location(found, key) for key in found.told]
    here = {location.id for location in places}
    routes = [route for route in _routes(found) if {route.origin, route.destination} <= here]
    return (
        tuple(sorted(places, key=lambda one: (-len(one.claims), -len(one.reports), one.name, one.id))),
        tuple(sorted(routes, key=lambda one: (-len(one.claims), one.id))),
    )


class _Found:
    """The statements of a story's claims by the place they name."""

    def __init__(self, docket: Docket, findings: Findings) -> None:
        self.story = docket.story.id
        self._mentions = {mention.id: mention for mention in docket.mentions}
        self._entities = {mention: entity for entity in docket.entities for mention in entity.mentions}
        self.claims: Mapping[str, list[str]] = defaultdict(list)
        for claim in findings.claims:
            for id_ in claim.statements:
                self.claims[id_].append(claim.id)
        self.statements = [statement for statement in docket.statements if statement.id in self.claims]
        self.told: dict[str, list[tuple[Statement, Setting]]] = defaultdict(list)
        for statement in self.statements:
            for setting in statement.places:
                self.told[self.id(setting)].append((statement, setting))

    def place(self, setting: Setting) -> Place | None:
        mention = self._mentions.get(setting.mention)
        return mention.value if mention is not None and isinstance(mention.value, Place) else None

    def name(self, setting: Setting) -> str:
        """Return the name of the place's entity, which gathers spellings."""
        entity, place = self._entities.get(setting.mention), self.place(setting)
        return entity.name if entity else place.name if place else setting.verbatim

    def entity(self, setting: Setting) -> str | None:
        entity = self._entities.get(setting.mention)
        return entity.id if entity else None

    def id(self, setting: Setting) -> str:
        place = self.place(setting)
        where: tuple[str | None, ...] = (None,) * 4
        if place is not None and place.country is not None:
            spot = (None, None) if place.kind == "country" else (str(place.lat), str(place.lon))
            where = (place.country, place.kind, *spot)
        return content_id("location", self.story, self.entity(setting) or setting.verbatim, *where)


def _location(found: _Found, id_: str) -> Location:
    told = found.told[id_]
    setting = told[0][1]
    places = [place for _, one in told if (place := found.place(one))]
    place = places[0] if places else None
    precision, reason = _precision(place)
    placed = place is not None and precision != "none"
    return Location(
        id=id_,
        story=found.story,
        entity=found.entity(setting),
        name=found.name(setting),
        country=place.country if place else None,
        place_kind=place.kind if place else None,
        stated=_each(one.stated_kind for one in places),
        precision=precision,
        lat=place.lat if place and placed else None,
        lon=place.lon if place and placed else None,
        candidates=_each(other for one in places for other in one.candidates) if _open(places) else (),
        roles=_each(one.role for _, one in told),
        claims=_each(claim for statement, _ in told for claim in found.claims[statement.id]),
        statements=_each(statement.id for statement, _ in told),
        reports=_each(statement.report for statement, _ in told),
        reason=reason,
    )


def _open(places: Iterable[Place]) -> bool:
    """Whether no report leaves it without doubt which place of the name is meant."""
    return all(place.candidates for place in places)


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


def _precision(place: Place | None) -> tuple[PlacePrecision, str | None]:
    """Return how exactly a place is known and, where it is not, why."""
    if place is None:
        return "none", "the name was not read as a place"
    if place.kind == "country" and place.country:
        return "country", None
    if place.country is None and place.kind in _LANDS:
        return "none", "larger than a country"
    if place.lat is None or place.lon is None:
        if place.candidates:
            return "none", "several places have the name, and nothing in the report tells which"
        return (
            "none",
            "no place of that name is in the gazetteer" if place.kind is None else "its coordinates are unknown",
        )
    return ("area" if place.kind in _AREAS else "point"), None


def _routes(found: _Found) -> Iterator[Route]:
    ways: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in found.statements:
        if statement.type in _WAYS and statement.polarity == "affirmed":
            for way in _ways(found, statement):
                ways[way].append(statement)
    for (origin, destination), told in ways.items():
        yield Route(
            id=content_id("route", found.story, origin, destination),
            story=found.story,
            origin=origin,
            destination=destination,
            claims=_each(claim for statement in told for claim in found.claims[statement.id]),
            statements=_each(statement.id for statement in told),
            happened=any(one.type in _MOVES and one.modality in _HAPPENED for one in told),
        )


def _ways(found: _Found, statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield from each origin of a statement to the places of the surest role of arrival that it has."""
    origins = {found.id(one) for one in statement.places if one.role == "origin"}
    for role in _ARRIVAL:
        arrivals = {found.id(one) for one in statement.places if one.role == role} - origins
        if arrivals:
            yield from ((origin, arrival) for origin in sorted(origins) for arrival in sorted(arrivals))
            return
