"""Names of places as the words of a language give them: countries, regions, known towns, and demonyms.

Countries and large regions come from CLDR (through babel), towns from the cities CLDR names time zones after;
demonyms, abbreviations, seas, exonyms of divisions and some more towns from `lang/<language>/places.toml`. Here a town
has no country, for its name alone does not tell which town it is; that is for the gazetteer and `text/names/locate.py`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from babel import Locale
from babel.core import get_global

from careo.model.seen import Place
from careo.text.lexicon import table
from careo.text.words import Word, is_capital, words

_BRACKET = re.compile(r"\s*\(.*?\)")
_CONTINENTS = ("Africa", "America", "Asia", "Australia", "Europe")
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})
_GENITIVE = frozenset({"de"})
_ENGLISH: Mapping[str, str] = Locale("en").territories
"""Regions have one name in all languages, so that they meet; countries have their code for that."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place name in a sequence of words: first word, last word (exclusive), place, and whether it is a demonym."""

    first: int
    last: int
    place: Place
    demonym: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    demonym: bool


def _place(name: str, country: str | None, kind: str | None) -> Place:
    return Place(name, country, kind, None, None, (), None, ())


def _key(phrase: str, language: str) -> tuple[str, ...]:
    if phrase.isalpha():
        return (phrase.lower(),)
    return tuple(word.lower for word in words(phrase, 0, len(phrase), language))


def _expand(form: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    stem, mark, kind = form.partition("~")
    return tuple(stem + ending for ending in endings[kind]) if mark else (form,)


@cache
def _index(language: str) -> Mapping[tuple[bool, tuple[str, ...]], _Entry]:
    """Return all place names of a language, by whether they have a capital and by their words.

    What is entered later wins: a country's name beats a demonym spelt alike ("China" is no Chinese woman).
    """
    territories = Locale.parse(language).territories
    lexicon = table(language, "places")
    index: dict[tuple[bool, tuple[str, ...]], _Entry] = {}
    homonyms = frozenset(lexicon.get("homonyms", ()))  # oftener an ordinary word: "Reunião" is a meeting

    def enter(phrase: str, place: Place, *, demonym: bool = False) -> None:
        index[phrase[:1].isupper(), _key(phrase, language)] = _Entry(place, demonym)

    for code, forms in lexicon["demonyms"].items():
        for form in (full for stem in forms for full in _expand(stem, lexicon["endings"])):
            enter(form, _place(_BRACKET.sub("", territories[code]), code, "country"), demonym=True)
    for city in (*_cities(language), *lexicon["towns"], *chain(*lexicon["divisions"].values())):
        enter(city, _place(city, None, None))
    for code, name in sorted(territories.items()):
        plain = _BRACKET.sub("", name)
        if plain in homonyms:
            continue
        if len(code) == 2 and code not in _NOT_COUNTRIES:
            enter(plain, _place(plain, code, "country"))
        elif code.isdigit() and code != "001":
            enter(plain, _place(_BRACKET.sub("", _ENGLISH[code]), None, "region"))
    for name, forms in lexicon["regions"].items():
        for form in forms:
            enter(form, _place(name, None, "region"))
    for code, forms in lexicon["aliases"].items():
        for form in forms:
            enter(form, _place(_BRACKET.sub("", territories[code]), code, "country"))
    return index


def _cities(language: str) -> tuple[str, ...]:
    """Return the cities that CLDR names time zones after, in the language's spelling where CLDR has one."""
    zones = Locale.parse(language).time_zones
    names = []
    for zone in sorted(get_global("zone_territories")):
        area, _, city = zone.partition("/")
        if area in _CONTINENTS and "/" not in city:
            names.append(zones[zone]["city"] if zone in zones and "city" in zones[zone] else city.replace("_", " "))
    return tuple(names)


def _entry(key: tuple[str, ...], first: Word, language: str) -> _Entry | None:
    """Return the entry of some words: with a capital the name, else (as a sentence begins) the small word."""
    index = _index(language)
    small = index.get((False, key))
    if not is_capital(first):
        return small
    entry = index.get((True, key)) or small
    if entry is None and language in _GENITIVE and key[-1].endswith("s"):
        entry = index.get((True, (*key[:-1], key[-1][:-1])))
        return None if entry is not None and entry.demonym else entry
    return entry


@cache
def _longest(language: str) -> int:
    return max(len(key) for _, key in _index(language))


def find_places(sequence: Sequence[Word], language: str) -> tuple[Found, ...]:
    """Return the place names in a sequence of words, longest first at each place, none overlapping.

    Only names the lexicon knows; a name after a place noun ("Provinz X") is the tagger's business.
    """
    found, at = [], 0
    while at < len(sequence):
        hit = _at(sequence, at, language)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.last
    return tuple(found)


def _at(sequence: Sequence[Word], at: int, language: str) -> Found | None:
    for length in range(min(_longest(language), len(sequence) - at), 0, -1):
        key = tuple(word.lower for word in sequence[at : at + length])
        entry = _entry(key, sequence[at], language)
        if entry is not None:
            return Found(at, at + length, entry.place, entry.demonym)
    return None


@lru_cache(maxsize=16_384)
def place_of(phrase: str, language: str) -> Place | None:
    """Return what a place name or demonym stands for, or `None` where the lexicon does not know it."""
    found = find_places(words(phrase, 0, len(phrase), language), language)
    whole = [hit for hit in found if hit.last - hit.first == len(_key(phrase, language))]
    return whole[0].place if whole else None


def is_demonym(phrase: str, language: str) -> bool:
    """Whether the phrase is an adjective or noun made from a country's name ("peruanisch", "Peruvians")."""
    found = find_places(words(phrase, 0, len(phrase), language), language)
    return bool(found) and found[0].demonym


def is_land(place: Place) -> bool:
    """Whether it is a country or an area of several, and no town or division."""
    return place.kind == "country" or (place.kind == "region" and place.country is None)


@cache
def _kinds(language: str) -> Mapping[str, str]:
    return {form: kind for kind, forms in table(language, "places")["nouns"].items() for form in forms}


@cache
def english_name(country: str) -> str:
    """Return the English name of an ISO 3166 country, as the gazetteer has it."""
    return _BRACKET.sub("", _ENGLISH.get(country, country))


def kind_of_place(word: str, language: str) -> str | None:
    """Return the plain form of a noun that says what kind of place a name is, or `None`."""
    kinds = _kinds(language)
    return kinds.get(word) or kinds.get(word.lower())


@cache
def _classes(language: str) -> Mapping[str, str]:
    return {noun: name for name, nouns in table(language, "places")["classes"].items() for noun in nouns}


def class_of_kind(noun: str, language: str) -> str:
    """Return what kind of place a plain noun means in a word for all languages: town, division, island, river, ..."""
    return _classes(language).get(noun, "other")


@cache
def home_of(language: str) -> frozenset[str]:
    """Return the codes of the countries where a language is at home."""
    return frozenset(table(language, "places")["home"])


Told = Literal["in", "kind", "head", "list", "hint"]
"""What words say of a name: "in X"; "province X"; "mayor of X"; beside a place; "to X", "of X" (weakly)."""


def told_by(before: Sequence[Word], after: Sequence[Word], language: str) -> Told | None:
    """Return what the words just before a name, in English also the one after, say of it."""
    if stated_kind(before, after, language) is not None:
        return "kind"
    if located_by(before, language):
        return "in"
    last = before[-1].lower if before else ""
    of = frozenset(table(language, "names")["of"])
    return "hint" if last in of or last in table(language, "places")["around"] else None


def located_by(before: Sequence[Word], language: str) -> bool:
    """Whether the last of the words before a name says that the name is a place: "in", "aus", "desde"."""
    return bool(before) and before[-1].lower in table(language, "places")["in"]


def head_of(before: Sequence[Word], language: str) -> str | None:
    """Return "town" or "division" where the words before a name say who governs it ("the mayor of")."""
    said = _without_of(before, language)
    heads = table(language, "places")["heads"]
    return next((kind for kind, nouns in heads.items() if said and said[-1].text in nouns), None)


def _without_of(before: Sequence[Word], language: str) -> list[Word]:
    said = list(before)
    while said and said[-1].lower in table(language, "names")["of"]:
        said.pop()
    return said


def stated_kind(before: Sequence[Word], after: Sequence[Word], language: str) -> str | None:
    """Return the noun that says what kind of place a name is ("Provinz X", "provincia de X", "X province").

    After the name only English has it. "The capital of X" says nothing of what X is.
    """
    said = _without_of(before, language)
    kind = kind_of_place(said[-1].text, language) if said else None
    if kind is not None and len(said) < len(before) and said[-1].text in table(language, "places")["seats"]:
        return None
    if kind is None and language == "en" and after:
        return kind_of_place(after[0].text, language)
    return kind


@cache
def _exonyms(language: str) -> Mapping[tuple[str, ...], tuple[str, str]]:
    found = {}
    for division, forms in table(language, "places")["divisions"].items():
        name, _, country = division.rpartition(", ")
        found.update({_key(form, language): (name, country) for form in forms})
    return found


@lru_cache(maxsize=16_384)
def exonym(phrase: str, language: str) -> tuple[str, str] | None:
    """Return the gazetteer's name and the country of a division that the language has a name of its own for."""
    return _exonyms(language).get(_key(phrase, language))
