"""The part of `resolve` that looks at one report: its names by spelling, and what country its common nouns speak of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from careo.model.seen import Mention, MentionType, Place
from careo.text.names.bodies import is_generic
from careo.text.names.known_bodies import known_body
from careo.text.names.likeness import parts
from careo.text.names.national_bodies import NationalBody, national_body

NAMED: tuple[MentionType, ...] = ("person", "organisation", "unit", "place", "name")
"""The mention types that become entities."""
BODIES: frozenset[MentionType] = frozenset({"organisation", "unit", "name"})
"""Types that are told apart too badly to part two mentions of one spelling."""
_BESIDE = 8
"""Characters between a body and the country after it: " of the ", " de los "."""
_ABROAD = frozenset({"embassy"})
"""Bodies of which a country has one in each other country."""
_MOBILE = frozenset({"air_force", "armed_forces", "army", "coast_guard", "navy"})
"""Bodies that also act in other countries: where a report names several, "the army" may be that of any."""


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one report."""

    report: str
    language: str
    mentions: tuple[Mention, ...]
    """Of the types in `NAMED`; of roles those that are to be joined to who holds them."""


@dataclass(frozen=True, slots=True)
class Node:
    """Mentions of one report that are surely one: the unit that is joined."""

    id: str
    report: str
    language: str
    type: MentionType
    key: tuple[str, ...]
    """What it is found by: `person`, `body` or `place` and what tells it apart from others of its kind. Nodes of one
    key are joined wherever they stand, unless the key names the report."""
    mentions: tuple[Mention, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of its name."""
        return parts(self.name)

    @property
    def name(self) -> str:
        """The spelling that stands first."""
        return self.mentions[0].verbatim

    @property
    def start(self) -> int:
        """Where it is first named."""
        return self.mentions[0].start


@dataclass(frozen=True, slots=True)
class _Context:
    """What a report as a whole says about a mention."""

    named: Named
    told: frozenset[str]
    """Acronyms that the report explains."""
    country: str | None
    """The country the report is about."""
    lands: tuple[Mention, ...]
    """Its places, in order."""
    several: bool
    """Whether it names places of more than one country."""
    national: Mapping[str, frozenset[str]]
    """Kinds of national bodies, with the countries whose body the report names with the country beside it."""


def nodes_of(named: Named, singled: Collection[str]) -> Iterator[Node]:
    """Yield the nodes of a report; a mention in `singled` is one by itself, since a person told it from another."""
    context = _context(named)
    by_key: dict[tuple[MentionType, tuple[str, ...], str], list[Mention]] = defaultdict(list)
    for mention in sorted(named.mentions, key=lambda m: (m.start, m.end, m.id)):
        if mention.type in NAMED:
            own = mention.id if mention.id in singled else ""
            by_key[(mention.type, _key(mention, context), own)].append(mention)
        elif mention.type == "role":
            by_key[(mention.type, ("in", named.report, mention.id), "")].append(mention)
    for (type_, key, _), mentions in by_key.items():
        yield Node(min(m.id for m in mentions), named.report, named.language, type_, key, tuple(mentions))


def _context(named: Named) -> _Context:
    lands = tuple(sorted((m for m in named.mentions if isinstance(m.value, Place)), key=lambda m: (m.start, m.id)))
    told = frozenset(mention.id for mention in named.mentions if mention.of is not None)
    countries = {land.value.country for land in lands if isinstance(land.value, Place) and land.value.country}
    context = _Context(named, told, _country(lands), lands, len(countries) > 1, {})
    national: dict[str, set[str]] = defaultdict(set)
    for mention in named.mentions:
        body = _national(mention, named.language)
        land = _stated(mention, body, context) if body is not None else None
        if body is not None and land:
            national[body.kind].add(land)
    return replace(context, national={kind: frozenset(found) for kind, found in national.items()})


def _country(lands: Iterable[Mention]) -> str | None:
    """Return the country a report is about, `None` where two may be.

    Beside any other it has twice as many different places in the report, or more of them and no fewer mentions, or as
    many and twice the mentions: a country that only sends or pays is mentioned as often as the one where it happens,
    but few of its places are.
    """
    found = [(m.value.country, m.value.name) for m in lands if isinstance(m.value, Place) and m.value.country]
    mentions, places = Counter(country for country, _ in found), Counter(country for country, _ in set(found))

    def beats(one: str, other: str) -> bool:
        if places[one] == places[other]:
            return one == other or mentions[one] >= 2 * mentions[other]
        return places[one] >= 2 * places[other] or (places[one] > places[other] and mentions[one] >= mentions[other])

    return next((one for one in sorted(places) if all(beats(one, other) for other in places)), None)


def _national(mention: Mention, language: str) -> NationalBody | None:
    return national_body(mention.verbatim, language) if mention.type in BODIES else None


def _stated(mention: Mention, body: NationalBody, context: _Context) -> str | None:
    """Return the country that a body's name or a place beside it gives; empty where that place is no country."""
    if body.country is not None:
        return body.country
    for land in context.lands:
        before, after = mention.start - land.end, land.start - mention.end
        if (before == 1 or 0 < after <= _BESIDE) and isinstance(land.value, Place):
            return land.value.country if land.value.kind == "country" and land.value.country else ""
    return None


def _key(mention: Mention, context: _Context) -> tuple[str, ...]:
    """Return what joins mentions: a country's code, where a place lies, the body a name is known for, its words.

    "The army" joins inside its report only. A town and the division of its name are one key: a bare name may be either.
    """
    named = context.named
    if mention.type == "person":
        return ("person", *bare(mention.verbatim))
    if isinstance(mention.value, Place):
        return _place_key(mention.value)
    national = _national(mention, named.language)
    if national is not None:
        return _national_key(mention, national, context)
    if mention.type in ("organisation", "unit") and is_generic(mention.verbatim, named.language):
        return ("in", named.report, *parts(mention.verbatim))
    body = known_body(mention.verbatim, named.language) if mention.id not in context.told else None
    if body is not None:
        return ("known", body)
    return ("place" if mention.type == "place" else "body", *bare(mention.verbatim))


def _national_key(mention: Mention, body: NationalBody, context: _Context) -> tuple[str, ...]:
    """Return whose body it is: the country beside it, else the one that the report gives this kind, else its own.

    An embassy is that of its country in the country the report is about.
    """
    stated, given = _stated(mention, body, context), context.national.get(body.kind, frozenset())
    about = None if context.several and body.kind in _MOBILE else context.country
    country = stated or (None if stated == "" or len(given) > 1 else next(iter(given), about))
    host = context.country if body.kind in _ABROAD else ""
    if country is None or host is None or host == country:
        return ("in", context.named.report, *(parts(mention.verbatim) if country is None else (body.kind, country)))
    return ("national", body.kind, country, host)


def _place_key(place: Place) -> tuple[str, ...]:
    if place.kind == "country" and place.country:
        return ("country", place.country)
    if place.country:
        division = place.parents[-3] if len(place.parents) > 2 else place.name
        return ("at", place.country, *parts(division), ":", *parts(place.name))
    return ("place", *parts(place.name))


def bare(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without the possessive that some languages set apart ("Obama's")."""
    words = parts(name)
    return words[:-1] if len(words) > 1 and words[-1] == "s" and name[-2:] in ("'s", "’s") else words


def why(key: tuple[str, ...], one: str, other: str) -> str:
    """Say why two spellings have one key."""
    if parts(one) == parts(other):
        return "equal spelling"
    both = " = ".join(sorted((one, other)))
    if key[0] == "known":
        return f"translated name: {both}"
    if key[0] == "national":
        return f"one body of {key[2]}: {both}"
    said = {"at": "one place", "country": "one place", "place": "one place", "in": "one body in the report"}
    return f"{said.get(key[0], 'equal spelling')}: {both}"
