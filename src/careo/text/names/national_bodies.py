"""Bodies of which a country has one ("Congreso", "US-Kongress", "ministerie van Defensie"): which, and whose."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any

from careo.text.lexicon import LANGUAGES
from careo.text.names.acronyms import small_words
from careo.text.names.likeness import parts
from careo.text.names.places import find_places
from careo.text.words import words

_ELSEWHERE = "en"
"""Reports in any language have English names in them."""
_MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class NationalBody:
    """What a name says of a body."""

    kind: str
    """A key the same in every language: `legislature`, `supreme_court`, `ministry:defence`."""
    country: str | None
    """ISO 3166-1 alpha-2 of the country in the name; `None` where the name has none."""


@lru_cache(maxsize=16_384)
def national_body(name: str, language: str) -> NationalBody | None:
    """Return the body a name speaks of, if it has no word but that body's and a country's, else `None`.

    A body of a town or a division ("the parliament of Bavaria") is none; neither is a ministry that is not said to be
    for anything.
    """
    tongues = dict.fromkeys(code for code in (language, _ELSEWHERE) if code in LANGUAGES)
    return next((found for code in tongues if (found := _read(name, code)) is not None), None)


def _read(name: str, language: str) -> NationalBody | None:
    opened = name.replace("-", " ")
    sequence = words(opened, 0, len(opened), language)
    lands = find_places(sequence, language)
    if len(lands) > 1 or any(land.place.kind != "country" for land in lands):
        return None
    inside = {at for land in lands for at in range(land.first, land.last)}
    rest = " ".join(word.text for at, word in enumerate(sequence) if at not in inside)
    kind = _forms(language).get(_key(rest))
    return NationalBody(kind, lands[0].place.country if lands else None) if kind and kind != _MINISTRY else None


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("careo.text.names").joinpath("national_bodies.toml").read_text(encoding="utf-8"))


@cache
def _forms(language: str) -> Mapping[tuple[str, ...], str]:
    """Return the kinds by the words that name them; what two kinds share is left out."""
    found: dict[tuple[str, ...], set[str]] = {}
    for kind, form in _spelled(language):
        found.setdefault(_key(form), set()).add(kind)
    return {key: next(iter(kinds)) for key, kinds in found.items() if key and len(kinds) == 1}


def _spelled(language: str) -> Iterator[tuple[str, str]]:
    kinds, domains = _table()["kind"], _table()["domain"]
    for kind, forms in kinds.items():
        for form in forms.get(language, ()):
            yield kind, form
    for domain, forms in domains.items():
        for noun in kinds[_MINISTRY].get(language, ()):
            joined = (first + noun for first in forms.get(f"{language}_first", ()))
            apart = (" ".join(both) for both in product((noun,), forms.get(language, ())))
            yield from ((f"{_MINISTRY}:{domain}", form) for form in (*joined, *apart))


@cache
def _whole() -> frozenset[str]:
    return frozenset(word for form in _table()["whole"]["words"] for word in parts(form))


def _key(form: str) -> tuple[str, ...]:
    """Return the folded words that carry a name, in whatever order."""
    return tuple(sorted(word for word in parts(form) if word not in small_words() and word not in _whole()))
