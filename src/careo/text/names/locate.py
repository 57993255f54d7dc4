"""Which of the places that bear a name a report means, judged by the report as a whole."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.text.names.sites import Site, spelling

SURE = 0.5
"""Points by which the best place must lead the next: three times the inhabitants (log10) of a like place."""
LEAST = 3.5
"""Points a place needs: 3,000 inhabitants when nothing in the report speaks for it."""
FAR = 1.0
"""Points more it needs where the report names countries and it lies in none of them: ten times the inhabitants."""
STRANGER = 2.0
"""Points more it needs where the names right beside it, as in a list, are all of other countries."""
ONLY = 1.0
"""Points less where no other place has the name."""
_FURTHER_NAME, _SHORT_NAME = 0.7, 0.2
_DIVISION = 1.0
_SECOND = 1.5
_SEAT = 1.0
_HOME = 0.8
_LETTER = 0.3
_KIND = 0.5
_NAMED, _SHARE, _NEAR = 1.5, 1.0, 1.0
_COMPANY, _MOST_COMPANY, _BESIDE = 0.5, 4, 1.0
_INSIDE = 5.0
_NEAR_CHARS, _BESIDE_CHARS = 250, 80
_MOST_CANDIDATES = 3
_SAME_KM = 50.0
_EARTH_KM = 6371.0

DIVISIONS = frozenset(
    ("division", "province", "region", "state", "department", "district", "municipality", "county", "governorate",
     "prefecture", "canton")
)  # fmt: skip
_FOUND_HERE = frozenset({"town", "island", *DIVISIONS})
"""Kinds a gazetteer of divisions and towns can have; rivers, mines, bases and mountains it has not."""
Kind = str
"""What a report calls a place, in a word for all languages: town, province, or another such as river or mine."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place name at a place in a report, before it is known which place it is."""

    start: int
    verbatim: str
    language: str
    sites: tuple[Site, ...]
    """The places that bear the name."""
    kind: Kind | None
    """What the report calls it."""
    within: frozenset[str]
    """What the report says it lies in: country codes, and spellings of larger places."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a report tells besides the name itself."""

    countries: tuple[tuple[int, str], ...]
    """Where the report names a country, by itself or through an adjective, and its code."""
    home: Mapping[str, frozenset[str]]
    """The countries where a language is at home: what its papers mean when they say no more."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place a name stands for, `None` where that is open, and the others it could be."""

    site: Site | None
    others: tuple[Site, ...]


@dataclass(frozen=True, slots=True)
class _Company:
    """Another name of the report and the place it stands for at first sight."""

    spots: Sequence[Spot]
    site: Site


def locate(spots: Sequence[Spot], context: Context) -> Mapping[tuple[str, Kind | None], Choice]:
    """Return the choice for each name and kind of the spots: within a report a name means one place.

    A place's points are the logarithm of its inhabitants, more for what the report says of its country, for what is
    named beside it and for what it is said to lie in. First each name is judged alone, then with the others.
    """
    groups: dict[tuple[str, Kind | None], list[Spot]] = {}
    for spot in spots:
        groups.setdefault((spelling(spot.verbatim), spot.kind), []).append(spot)
    first = {key: _choose(group, context, ()) for key, group in groups.items()}
    seen = {key: _Company(groups[key], choice.site) for key, choice in first.items() if choice.site is not None}
    second = {
        key: _choose(group, context, [other for known, other in seen.items() if known[0] != key[0]])
        for key, group in groups.items()
    }
    return {key: _as_said_before(key, choice, groups[key], second) for key, choice in second.items()}


def _choose(group: Sequence[Spot], context: Context, company: Sequence[_Company]) -> Choice:
    fitting = _fitting(group[0])
    points = {site: _points(site, group, context) + _company(site, group, company) for site in fitting}
    ranked = sorted(fitting, key=lambda site: (-points[site], site.name, site.parents))
    if not ranked:
        return Choice(None, ())
    best = ranked[0]
    others = [site for site in ranked[1:] if not _is_same(best, site)]
    close = tuple(site for site in others if points[best] - points[site] < 2 * SURE)[:_MOST_CANDIDATES]
    named = {code for _, code in context.countries} | context.home.get(group[0].language, frozenset())
    far = best.country not in named and bool(context.countries)
    least = LEAST + (FAR if far else 0.0) - (0.0 if others else ONLY)
    least += STRANGER if _is_stranger(best, group, company) else 0.0
    sure = best.user or (points[best] >= least and (not others or points[best] - points[others[0]] >= SURE))
    return Choice(best, close) if sure else Choice(None, (best, *close)[:_MOST_CANDIDATES])


def _fitting(spot: Spot) -> tuple[Site, ...]:
    """Return the places that can be of the kind the report states; what is called a province but is none, is a town."""
    if spot.kind in (None, "area"):
        return spot.sites
    if spot.kind not in _FOUND_HERE:
        return tuple(site for site in spot.sites if site.user)
    levels = ("first", "second") if spot.kind in DIVISIONS else ("town",)
    return tuple(site for site in spot.sites if site.level in levels or site.user) or spot.sites


def _points(site: Site, group: Sequence[Spot], context: Context) -> float:
    points = _prior(site) + _letters(site, group)
    points += _KIND if site.kind == group[0].kind else 0.0
    if site.country in context.home.get(group[0].language, ()):
        points += _HOME
    points += _country(site, group, context)
    within = {spelling(name) for name in site.parents} | {site.country or ""}
    if any(spot.within & within for spot in group):
        points += _INSIDE
    return points


def _letters(site: Site, group: Sequence[Spot]) -> float:
    """Return points for the very letters of a common name, fewer for others ("Malè" is not Male)."""
    if any(spot.verbatim == site.name for spot in group):
        return _LETTER
    if site.own:
        return -_LETTER
    within = f" {spelling(group[0].verbatim)} " in f" {spelling(site.name)} "
    return -_SHORT_NAME if within else -_FURTHER_NAME


def _prior(site: Site) -> float:
    points = math.log10(site.people + 1)
    if site.level == "first":
        points -= _DIVISION
    if site.level == "second":
        points -= _SECOND
    return points + (_SEAT if site.seat else 0.0)


def _country(site: Site, group: Sequence[Spot], context: Context) -> float:
    codes = [code for _, code in context.countries]
    if site.country is None or site.country not in codes:
        return 0.0
    near = any(
        code == site.country and abs(at - spot.start) < _NEAR_CHARS for at, code in context.countries for spot in group
    )
    return _NAMED + _SHARE * codes.count(site.country) / len(codes) + (_NEAR if near else 0.0)


def _company(site: Site, group: Sequence[Spot], company: Sequence[_Company]) -> float:
    """Return points for the report's other places: those of its country, one of its division, one close by."""
    alike = [other for other in company if other.site.country == site.country]
    first = _first_division(site)
    same_division = first is not None and any(_first_division(other.site) == first for other in alike)
    points = _COMPANY * min(_MOST_COMPANY, len(alike)) + (_COMPANY if same_division else 0.0)
    return points + (_BESIDE if any(_is_beside(other, group) for other in alike) else 0.0)


def _is_beside(other: _Company, group: Sequence[Spot]) -> bool:
    return any(abs(there.start - here.start) < _BESIDE_CHARS for there in other.spots for here in group)


def _is_stranger(site: Site, group: Sequence[Spot], company: Sequence[_Company]) -> bool:
    beside = [other.site.country for other in company if _is_beside(other, group)]
    return len(beside) > 1 and site.country not in beside


def _first_division(site: Site) -> str | None:
    if site.level == "first":
        return f"{site.country} {site.name}"
    return f"{site.country} {site.parents[-3]}" if len(site.parents) > 2 else None


def _is_same(one: Site, other: Site) -> bool:
    """Whether two are one place to a reader: a town and the district around it."""
    if one.country != other.country:
        return False
    if one.level != other.level and (one.name in other.parents or other.name in one.parents):
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return kilometres((one.lat, one.lon), (other.lat, other.lon)) < _SAME_KM


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two points in degrees north and east, by the haversine formula."""
    a, b = math.radians(one[0]), math.radians(other[0])
    half: float = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    return 2.0 * _EARTH_KM * math.asin(math.sqrt(half))


def _as_said_before(
    key: tuple[str, Kind | None],
    choice: Choice,
    group: Sequence[Spot],
    choices: Mapping[tuple[str, Kind | None], Choice],
) -> Choice:
    """Let a name stand for the longer one of the report that it begins ("Frankfurt" after "Frankfurt am Main")."""
    for (longer, _), other in choices.items():
        if longer.startswith(f"{key[0]} ") and other.site is not None:
            mine = {(site.name, site.parents) for site in group[0].sites}
            if not mine or (other.site.name, other.site.parents) in mine:
                return Choice(other.site, ())
    return choice
