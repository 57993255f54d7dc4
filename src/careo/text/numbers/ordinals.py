"""Ordinal numbers in a text: "the 3rd", "am 3. Gipfel", "vingt-cinquième"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from careo.text.lexicon import table
from careo.text.numbers.digits import parse_digits
from careo.text.numbers.number_words import atoms, read_number


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal at its place; `low` and `high` are the same whole number, as in a numeral."""

    start: int
    end: int
    low: Decimal
    high: Decimal


_TOKEN = re.compile(r"(?<![\w.,:/-])\d[\d.,]*|[^\W\d_]+")


@cache
def _marks(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{table(language, 'figures')['words']['digit_ordinals']})(?!\w)", re.IGNORECASE)


def find_ordinals(text: str, language: str, start: int, end: int) -> tuple[Ordinal, ...]:
    """Return the ordinals in `text[start:end]` in order, digits with their mark included."""
    found: list[Ordinal] = []
    at = start
    while token := _TOKEN.search(text, at, end):
        at = token.end()
        if token.group()[0].isdecimal():
            digits = re.match(r"\d+(?:[.,]\d{3})*", token.group())
            stop = token.start() + len(digits.group()) if digits else token.end()
            value = parse_digits(text[token.start() : stop], language)
            mark = _marks(language).match(text, stop, end)
            if value and mark and value[0] == int(value[0]):
                at = mark.end()
                found.append(Ordinal(token.start(), at, value[0], value[0]))
        elif atoms(token.group(), language) and (number := read_number(text, token.start(), end, language)):
            at = number.end
            if number.ordinal:
                found.append(Ordinal(number.start, number.end, number.value, number.value))
    return tuple(found)
