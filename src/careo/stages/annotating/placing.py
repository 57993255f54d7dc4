"""Which names of a report are places, and which places they are; the part of `annotate` that asks the gazetteer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from careo.engines.base import Gazetteer
from careo.model.seen import Place
from careo.text.names.kinds import word_list
from careo.text.names.locate import Choice, Context, Spot, locate
from careo.text.names.nameline import Name
from careo.text.names.places import (
    class_of_kind,
    english_name,
    exonym,
    head_of,
    home_of,
    kind_of_place,
    located_by,
    place_of,
    stated_kind,
)
from careo.text.names.sites import Site, spelling
from careo.text.names.toponyms import Area, toponyms
from careo.text.words import words

_GENITIVE = frozenset({"de"})
_KIND_AFTER = frozenset({"en"})
_AROUND = 40
"""Characters around a place name in which its kind or the place it lies in is looked for."""

_LIST = 12
"""Characters that a comma and an "and" may take."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A place name with what the words around it say."""

    name: Name
    verbatim: str
    language: str
    place: Place | None
    """What the word lists know it as."""
    sites: tuple[Site, ...]
    stated: str | None
    """What the report calls it."""
    head: str | None
    """Whether somebody governs it as a town or as a division."""


def placed(
    text: str, names: Sequence[Name], areas: Sequence[Area], gazetteer: Gazetteer | None
) -> tuple[tuple[Name, Place | None], ...]:
    """Return the names, those that turn out to be places typed so, each place with what it stands for."""
    look_up = partial(_sites, gazetteer)
    if gazetteer is not None:
        names = toponyms(text, names, areas, look_up)
    seen = _share_kinds(text, [_look(text, name, areas, gazetteer) for name in names if name.type == "place"])
    countries = tuple(
        (one.name.start, one.place.country) for one in seen if one.place is not None and one.place.country is not None
    )
    spots = {one.name: _spot(text, n, seen) for n, one in enumerate(seen) if _is_open(one)}
    home = {one.language: home_of(one.language) for one in seen}
    choices = locate(tuple(spots.values()), Context(countries, home))
    place_at = {one.name: _pointed(_place(one, spots.get(one.name), choices), gazetteer) for one in seen}
    return tuple((name, place_at.get(name)) for name in names)


def _is_open(one: _Seen) -> bool:
    """Whether only the gazetteer can tell; a country that has a governor may be a division of another ("Georgia")."""
    return one.place is None or one.place.kind is None or (one.head == "division" and bool(one.sites))


def _look(text: str, name: Name, areas: Sequence[Area], gazetteer: Gazetteer | None) -> _Seen:
    language = next(area.language for area in areas if area.start <= name.start < area.end)
    verbatim = text[name.start : name.end]
    place = place_of(verbatim, language)
    before = words(text, max(0, name.start - _AROUND), name.start, language)
    head = head_of(before, language)
    if place is not None and place.kind is not None:
        sites = _sites(gazetteer, verbatim, language) if head == "division" else ()
        return _Seen(name, verbatim, language, place, tuple(s for s in sites if s.level == "first"), None, head)
    after = words(text, name.end, min(len(text), name.end + _AROUND), language) if language in _KIND_AFTER else ()
    stated = stated_kind(before, after, language)
    return _Seen(name, verbatim, language, place, _sites(gazetteer, verbatim, language), stated, head)


def _sites(gazetteer: Gazetteer | None, verbatim: str, language: str) -> tuple[Site, ...]:
    """Return the sites a name may stand for; countries are known by words, not here."""
    if gazetteer is None:
        return ()
    known = exonym(verbatim, language)
    if known is not None:
        name, country = known
        sites = gazetteer.look_up(name)
        return (
            *(replace(site, own=True) for site in sites if site.country == country and site.level == "first"),
            *(site for site in gazetteer.look_up(verbatim) if site.level == "town" or site.user),
        )
    found = gazetteer.look_up(verbatim)
    if not found and language in _GENITIVE and verbatim.endswith("s"):
        return _sites(gazetteer, verbatim[:-1], language)
    return tuple(site for site in found if site.level != "country")


def _share_kinds(text: str, seen: Sequence[_Seen]) -> list[_Seen]:
    """Give the names listed after one whose kind is stated that kind ("die Regionen X, Y und Z")."""
    shared: list[_Seen] = []
    for one in seen:
        listed = shared and one.stated is None and _is_open(one) and _is_listed(text, shared[-1], one)
        shared.append(replace(one, stated=shared[-1].stated) if listed else one)
    return shared


def _is_listed(text: str, one: _Seen, other: _Seen) -> bool:
    """Whether only a comma or an "and" stands between two names."""
    if not 0 < other.name.start - one.name.end < _LIST:
        return False
    between = [word.lower for word in words(text, one.name.end, other.name.start)]
    listed = word_list(one.language, "and") | {","}
    return 0 < len(between) <= 2 and all(word in listed for word in between)


def _contains(text: str, one: _Seen, larger: _Seen) -> bool:
    """Whether the next name says what this one lies in: "X, Y", "X (Y)", "X in Y", "X en la provincia de Y"."""
    if larger.name.start - one.name.end > _AROUND:
        return False
    between = words(text, one.name.end, larger.name.start, one.language)
    small = word_list(one.language, "of") | {",", "("}
    kept = [word for word in between if word.lower not in small and kind_of_place(word.text, one.language) is None]
    return len(between) > 0 and len(kept) <= 2 and all(located_by((word,), one.language) for word in kept)


def _spot(text: str, at: int, seen: Sequence[_Seen]) -> Spot:
    one = seen[at]
    within: frozenset[str] = frozenset()
    if at + 1 < len(seen) and _contains(text, one, seen[at + 1]):
        following = seen[at + 1]
        if following.place is not None and following.place.country is not None:
            within = frozenset({following.place.country})
        else:
            larger = [site for site in following.sites if site.level in ("first", "second")]
            within = frozenset(spelling(name) for name in (following.verbatim, *(site.name for site in larger)))
    kind = class_of_kind(one.stated, one.language) if one.stated is not None else one.head
    return Spot(one.name.start, one.verbatim, one.language, one.sites, kind, within)


def _place(one: _Seen, spot: Spot | None, choices: Mapping[tuple[str, str | None], Choice]) -> Place | None:
    if spot is None:
        return one.place
    choice = choices[spelling(spot.verbatim), spot.kind]
    site = choice.site
    others = tuple(_described(other) for other in choice.others)
    if site is None:
        return Place(one.verbatim, None, None, None, None, (), one.stated, others)
    return Place(site.name, site.country, site.kind, site.lat, site.lon, site.parents, one.stated, others)


def _pointed(place: Place | None, gazetteer: Gazetteer | None) -> Place | None:
    """Return a country that the word lists know with the point and the continent the gazetteer has for it."""
    if place is None or gazetteer is None or place.kind != "country" or place.country is None or place.lat is not None:
        return place
    sites = gazetteer.look_up(english_name(place.country))
    site = next((site for site in sites if site.level == "country" and site.country == place.country), None)
    return place if site is None else replace(place, lat=site.lat, lon=site.lon, parents=site.parents)


def _described(site: Site) -> str:
    """Return a candidate in words: "Ayacucho (town, Buenos Aires, Argentina)"."""
    where = site.parents[-3:-1] if len(site.parents) > 2 else site.parents[:1]
    return f"{site.name} ({', '.join((site.kind, *where))})"
