"""Acronyms beside a name whose letters they do not spell: the name was translated and they were not ("UN", "IACHR").

Only a bracket right after the name counts, with an acronym in capitals and nothing else. What else stands so there is
told apart: a party or a country behind a person or a club, a news agency, a share's code.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

from careo.text.names.acronyms import BRACKET, QUOTES, Stretch, letters_of, parts_of, short_in
from careo.text.names.agencies import AGENCIES, IN_CAPITALS
from careo.text.names.kinds import body_kind, type_inside
from careo.text.names.places import place_of
from careo.text.normalise import fold
from careo.text.words import words

_SHARED = 1 / 3
"""Letters of the acronym that begin words of the name as well: a third of WHO stands in "Organización Mundial de la
Salud", none of GER in a football club of München."""
_BODIES_NOT_LANDS = frozenset({"EU", "EZ", "UN"})
"""Territory codes of bodies that are no countries."""
_COMPANIES = frozenset(
    ("ab", "ag", "asa", "bv", "co", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "kg", "kgaa",
     "llc", "ltd", "ltda", "nv", "oyj", "plc", "sa", "sab", "sas", "se", "spa", "srl")
)  # fmt: skip
"""Forms of companies: letters in a bracket behind them are their share's code."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket that holds nothing but an acronym in capitals and small words about it ("por sus siglas en inglés")."""

    at: int
    """Where what stands before the bracket ends."""
    short: Stretch


def find_brackets(text: str, start: int, end: int) -> Iterator[Bracket]:
    """Yield the brackets of a sentence that hold an acronym in capitals and nothing else, by place."""
    for match in BRACKET.finditer(text, start, end):
        short = short_in(text, match.start(1), match.end(1), alone=True)
        if short is not None and letters_of(text[short.start : short.end]).isupper():
            before = text[start : match.start()].rstrip(f" {QUOTES}")
            yield Bracket(start + len(before), short)


def may_translate(short: str, name: str, language: str) -> bool:
    """Whether an acronym may stand for a name in another language: a body's name of several words with a common letter.

    Some word of the name has to say that it is a body.
    """
    sequence = words(name, 0, len(name), language)
    begins = "".join(part[0] for part, needed in parts_of(sequence) if needed)
    letters = fold(letters_of(short))
    shared = sum(min(letters.count(letter), begins.count(letter)) for letter in set(letters))
    company = any(word.lower.replace(".", "") in _COMPANIES for word in sequence)
    body = type_inside(sequence, language) in {"organisation", "unit"} or body_kind(name, language) is not None
    alike = len(begins) > 1 and shared >= _SHARED * len(letters)
    return alike and body and not company and not _is_code(short, language)


def _is_code(short: str, language: str) -> bool:
    """Whether letters in a bracket say where or from whom something comes: a country's code, a news agency."""
    signed = short.lower() in AGENCIES or short in IN_CAPITALS
    return signed or short in _land_codes() or place_of(short, language) is not None


@cache
def _land_codes() -> frozenset[str]:
    return frozenset({*Locale("en").territories, *get_global("territory_aliases")}) - _BODIES_NOT_LANDS
