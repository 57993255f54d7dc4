"""Which names of a report are places, asked of a gazetteer: names the tagger cut, mistook, or did not see.

A gazetteer knows half the surnames and many ordinary words of a language as villages. So a name is a place only where
the words around it say so ("in X", "the mayor of X", "X, Peru"), or where the report is about the country that X lies
in, or X is a very large town; how much is asked depends on how much the words say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from careo.text.lexicon import table
from careo.text.names import kinds
from careo.text.names.nameline import Name
from careo.text.names.places import Told, head_of, home_of, kind_of_place, place_of, told_by
from careo.text.names.sites import Site
from careo.text.stretches import holds, overlap
from careo.text.words import Word, is_capital, is_word

LookUp = Callable[[str, str], tuple[Site, ...]]
"""Returns the sites of a name as a language writes it."""

_LONGEST = 6
_TOLD = 1_000
"""Inhabitants asked of a name after "in", after the noun for its kind, in a list of places."""
_HINTED = (10_000, 20_000, 100_000)
"""Asked after "of" or "to" and of several words: in a country the report names, at home, anywhere else."""
_BARE = (50_000, 200_000, 500_000)
"""Asked where no word says anything, in the same order: most surnames that are villages fall below."""
_KNOWN, _LARGE, _ALONE = 20_000, 100_000, 500_000
"""From here a further name counts, a body may be named after a town, and a town speaks for its country. How
recall and precision move with these figures is in docs/decisions/0008-gazetteer.md.
"""
_CAPITAL_NOUN = 50_000
"""Inhabitants asked after "in" where nouns are capital and "in Not" is no village."""
_FIXED = frozenset({"organisation", "unit", "role"})
_SURE: frozenset[Told | None] = frozenset({"in", "kind", "head", "list"})
"""What the words around may say that leaves no doubt of a place."""
_LINKS = frozenset(
    ("of", "de", "del", "der", "den", "des", "di", "da", "do", "dos", "das", "du", "d'", "la", "las", "le", "les", "el",
     "los", "lo", "am", "an", "im", "in", "ob", "op", "aan", "upon", "on", "the", "sur", "sous", "lès", "bei", "y", "e")
)  # fmt: skip
"""Small words inside the names of towns."""


@dataclass(frozen=True, slots=True)
class Area:
    """A sentence that is read: its place, its language and its words."""

    start: int
    end: int
    language: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that a gazetteer has as one name."""

    first: int
    last: int
    name: Name
    sites: tuple[Site, ...]


def toponyms(text: str, names: Sequence[Name], areas: Sequence[Area], look_up: LookUp) -> tuple[Name, ...]:
    """Return the names with those typed as places that are, longer where the tagger cut a place's name, sorted."""
    found: list[Name] = []
    countries = _countries(text, names, areas, look_up)
    surnames = {part for name in names if name.type == "person" for part in text[name.start : name.end].split()[1:]}
    for area in areas:
        own = [name for name in names if area.start <= name.start < area.end]
        found += _in_area(text, area, own, _Report(countries, home_of(area.language), surnames, look_up))
    places = {text[name.start : name.end] for name in found if name.type == "place"}
    untyped = {text[name.start : name.end] for name in names if name.type == "name"} & places - surnames
    alike = (_place(name) if text[name.start : name.end] in untyped and name.type == "name" else name for name in found)
    return tuple(sorted(set(alike), key=lambda name: (name.start, name.end, name.type)))


@dataclass(frozen=True, slots=True)
class _Report:
    countries: frozenset[str]
    """Countries the report names."""
    home: frozenset[str]
    """Countries where its language is at home."""
    surnames: set[str]
    look_up: LookUp


def _countries(text: str, names: Sequence[Name], areas: Sequence[Area], look_up: LookUp) -> frozenset[str]:
    """Return the countries the report names: by themselves, or by a place that can hardly be another."""
    found: set[str | None] = set()
    for name in names:
        language = next((area.language for area in areas if area.start <= name.start < area.end), None)
        if name.type == "place" and language is not None:
            verbatim = text[name.start : name.end]
            place = place_of(verbatim, language)
            if place is not None and place.country is not None:
                found.add(place.country)
            elif place is None or place.kind is None:
                found |= _only_country(look_up(verbatim, language))
    return frozenset(code for code in found if code is not None)


def _only_country(sites: Sequence[Site]) -> set[str | None]:
    """Return the country of a name that can hardly be elsewhere: of a very large town, or of its only larger places."""
    large = {site.country for site in sites if site.people >= _TOLD}
    return large if len(large) == 1 else {site.country for site in sites[:1] if site.people >= _ALONE}


def _in_area(text: str, area: Area, names: Sequence[Name], report: _Report) -> Iterator[Name]:
    """Yield the names of a sentence, each as it was, or as the place it is."""
    sequence = area.words
    kept = [_without_noun(text, name, area.language, report.look_up) for name in names]
    at = 0
    while at < len(sequence):
        if not is_capital(sequence[at]):
            at += 1
            continue
        after = at + 1
        for stretch in _stretches(text, sequence, at, area.language, report.look_up):
            if _is_place(sequence, stretch, kept, area.language, report):
                span = stretch.name
                kept = [one for one in kept if _stays(one, span)]
                kept.append(span)
                after = stretch.last
                break
        at = after
    return iter(kept)


def _stays(name: Name, place: Name) -> bool:
    """Whether a name stays beside a place found: a body that is named after it does, what is the very same does not."""
    apart = name.end <= place.start or place.end <= name.start
    return apart or (name.type in _FIXED and (name.start, name.end) != (place.start, place.end))


def _without_noun(text: str, name: Name, language: str, look_up: LookUp) -> Name:
    """Return a place's name without the noun for its kind ("Region X"), unless the noun is part of it ("Port X")."""
    noun, _, rest = text[name.start : name.end].partition(" ")
    if name.type != "place" or not rest or kind_of_place(noun, language) is None:
        return name
    verbatim = text[name.start : name.end]
    known = place_of(verbatim, language) is not None or look_up(verbatim, language) or not look_up(rest, language)
    return name if known else Name(name.end - len(rest.lstrip()), name.end, "place")


def _stretches(text: str, sequence: Sequence[Word], at: int, language: str, look_up: LookUp) -> Iterator[_Stretch]:
    """Yield the stretches from a word on that the gazetteer knows, the longest first."""
    word = sequence[at]
    if not is_word(word) or word.lower in kinds.calendar_words(language):
        return
    ends, here = [at + 1], at + 1
    while here < min(len(sequence), at + _LONGEST):
        following = sequence[here]
        if is_capital(following) and is_word(following):
            ends.append(here + 1)
        elif following.lower not in _LINKS:
            break
        here += 1
    for end in reversed(ends):
        sites = look_up(text[word.start : sequence[end - 1].end], language)
        if sites and end - at > 1 and kind_of_place(word.text, language) is not None:
            sites = tuple(site for site in sites if site.own)  # "Port Sudan", but of "Kanton Bern" only the last word
        if sites:
            yield _Stretch(at, end, Name(word.start, sequence[end - 1].end, "place"), sites)


def _is_place(
    sequence: Sequence[Word], stretch: _Stretch, names: Sequence[Name], language: str, report: _Report
) -> bool:
    """Whether a stretch is a place and was none, or only in part, for the tagger."""
    span = stretch.name
    over = [name for name in names if overlap(name, span)]
    if any(name.type == "place" and holds(name, span) for name in over):
        return False
    told = _told(sequence, stretch, names, language)
    if any(site.user for site in stretch.sites):
        return not any(name.type in _FIXED for name in over)
    exact = any(name.type == "organisation" and (name.start, name.end) == (span.start, span.end) for name in over)
    if exact and any(site.seat for site in stretch.sites):
        return True  # a capital that acts stays a place
    in_body = any(name.type in _FIXED for name in over)
    if (told is None or in_body) and _is_ordinary(sequence, stretch, language):
        return False
    if exact:
        return told in _SURE and _speaks(stretch, told, report)  # "in X" is a town, whatever the tagger took it for
    if in_body:
        return _is_in_body(stretch, over, told, report)
    if any(name.start < span.start or span.end < name.end for name in over):
        return False
    if not over and not _may_be_unseen(sequence, stretch, told, language):
        return False
    if _is_person(sequence, stretch, over, report, told):
        return False
    return _speaks(stretch, told, report)


def _is_in_body(stretch: _Stretch, over: Sequence[Name], told: Told | None, report: _Report) -> bool:
    """Whether it is the town at the end of a body's name ("the court of X")."""
    span = stretch.name
    inside = all(name.start < span.start and span.end == name.end for name in over)
    own = [site for site in stretch.sites if site.own or site.people >= _LARGE]
    return inside and told is not None and any(_is_known(site, report) for site in own)


def _is_known(site: Site, report: _Report) -> bool:
    return site.people >= (_KNOWN if site.country in report.countries | report.home else _ALONE)


def _is_ordinary(sequence: Sequence[Word], stretch: _Stretch, language: str) -> bool:
    """Whether it is one word that the language has with a small letter too ("Pueblo", "Paz", "South")."""
    word = sequence[stretch.first]
    single = stretch.last - stretch.first == 1 and not table(language, "names")["nouns_are_capital"]
    return single and kinds.is_known(word.lower, language)


def _may_be_unseen(sequence: Sequence[Word], stretch: _Stretch, told: Told | None, language: str) -> bool:
    """Whether words the tagger took for no name at all may be one."""
    several = stretch.last - stretch.first > 1
    if table(language, "names")["nouns_are_capital"]:
        return several or (told in ("in", "list") and any(site.people >= _CAPITAL_NOUN for site in stretch.sites))
    begins = stretch.first == 0 or not is_word(sequence[stretch.first - 1])
    return several or (told is not None and not begins)


def _is_person(
    sequence: Sequence[Word], stretch: _Stretch, over: Sequence[Name], report: _Report, told: Told | None
) -> bool:
    """Whether it is rather somebody's name."""
    first = sequence[stretch.first].text
    single = stretch.last - stretch.first == 1
    if single and (first in report.surnames or any(name.type == "person" for name in over)):
        return True
    if first not in kinds.given_names():
        return False
    linked = any(not is_capital(word) for word in sequence[stretch.first : stretch.last])
    return not linked and told not in ("in", "head", "kind", "list")


def _told(sequence: Sequence[Word], stretch: _Stretch, names: Sequence[Name], language: str) -> Told | None:
    """Return what the words around say of a stretch, the strongest first."""
    before, after = sequence[: stretch.first], sequence[stretch.last :]
    said = told_by(before, after, language)
    if said in ("in", "kind"):
        return said
    if head_of(before, language) is not None:
        return "head"
    both = kinds.word_list(language, "and") | {","}
    for name in names:
        if name.type == "place" and name.end <= stretch.name.start:
            between = [word for word in before if word.start >= name.end]
        elif name.type == "place" and name.start >= stretch.name.end:
            between = [word for word in after if word.end <= name.start]
        else:
            continue
        if 0 < len(between) <= 2 and all(word.lower in both for word in between):
            return "list"
    return said


def _speaks(stretch: _Stretch, told: Told | None, report: _Report) -> bool:
    """Whether a place of the name is large enough for what the words say of it."""
    own = [site for site in stretch.sites if site.own or site.people >= _KNOWN]
    if told in _SURE:
        return any(site.people >= _TOLD or site.level == "first" for site in own)
    hinted = told is not None or stretch.last - stretch.first > 1
    in_named, at_home, elsewhere = _HINTED if hinted else _BARE
    for site in own:
        near = in_named if site.country in report.countries else elsewhere
        near = min(near, at_home) if site.country in report.home else near
        if site.people >= near and (site.level != "second" or told is not None):
            return True
    return False


def _place(name: Name) -> Name:
    return Name(name.start, name.end, "place")
