"""The places of the map as a table: what each is, how exactly it is known, who tells of it and how it is spelled."""

from collections.abc import Iterable

from careo.model.derived import Location
from careo.render.pictures.map_views import PlaceRow, SpellingView
from careo.render.quoting.index import Index
from careo.render.quoting.quote import lang
from careo.render.wording import words
from careo.render.wording.speech import direction

_LINKS = 12
"""Claims of a place that are named at once; the rest can be unfolded."""
PRECISION = {
    "point": "a point",
    "area": "an area, of which the middle is known",
    "country": "a whole country",
}
ROLES = {
    "event": "where it happened",
    "host": "host",
    "origin": "where from",
    "destination": "where to",
    "jurisdiction": "where it holds",
}


def row(index: Index, one: Location, number: int) -> PlaceRow:
    """Return a place as a table shows it; `number` is its place in the table, nought for what is not on the map."""
    speech = index.speech
    claims = claim_numbers(index, one.claims)
    called = speech("called {kinds}", kinds=", ".join(one.stated)) if one.stated else ""
    stated = f" ({called})" if called else ""
    origins = sum(any(report in group for report in one.reports) for group in index.origins)
    carried = ", ".join(
        (
            speech.many(len(one.reports), "{n} report", "{n} reports"),
            speech.many(origins, "{n} independent origin", "{n} independent origins"),
        )
    )
    return PlaceRow(
        number=number,
        name=speech.country(one.country) if one.place_kind == "country" and one.country else one.name,
        entity=index.numbers.get(one.entity) if one.entity else None,
        country=speech.country(one.country) if one.country and one.place_kind != "country" else "",
        kind=speech(words.PLACES.get(one.place_kind or "", one.place_kind or "")) + stated,
        precision=speech(PRECISION[one.precision]) if one.precision in PRECISION else "",
        wide=one.precision == "area",
        candidates=one.candidates,
        roles=", ".join(speech(ROLES.get(role, role)) for role in one.roles),
        claims=claims[:_LINKS],
        more=claims[_LINKS:],
        carried=carried,
        spellings=_spellings(index, one),
        reason=one.reason or ("" if number else "its position is unknown"),
    )


def claim_numbers(index: Index, ids: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers that claims have on the page."""
    return tuple(sorted(index.numbers[id_] for id_ in ids))


def _spellings(index: Index, one: Location) -> tuple[SpellingView, ...]:
    """Return how the statements of a place spell it, by language."""
    own = {mention for entity in index.dossier.entities if entity.id == one.entity for mention in entity.mentions}
    found = {
        (index.report(statement.report).language, setting.verbatim)
        for statement in map(index.statement, one.statements)
        for setting in statement.places
        if setting.mention in own or setting.verbatim == one.name
    }
    codes: dict[str, list[str]] = {}
    for code, text in sorted(found):
        codes.setdefault(text, []).append(code)
    return tuple(
        SpellingView(text, lang(own[0]), direction(own[0]), ", ".join(map(index.speech.language, own)))
        for text, own in codes.items()
    )
