"""Parts of a whole in words: "two thirds", "a half", "drie kwart", "trois cinquièmes"."""

import re
from decimal import Decimal

from careo.text.numbers.number_tables import words_of
from careo.text.numbers.number_words import atoms, folded, read_number

_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"[ \u00a0]+|-")


def part_at(text: str, at: int, end: int, language: str) -> tuple[Decimal, int] | None:
    """Return the value and end of a fraction in words at `at`: "two thirds", "a half", "trois quarts"."""
    words = words_of(language)
    first = _WORD.match(text, at, end)
    if first is None:
        return None
    top = read_number(text, at, end, language, ordinals=False)
    if top is None:
        whole = words.half.get(first.group().lower(), Decimal(0))
        if whole > Decimal("0.5"):
            return whole, first.end()
        return (Decimal(1) / 2, first.end()) if words.parts.get(folded(first.group())) == 2 else None
    gap = _SPACE.match(text, top.end, end)
    word = _WORD.match(text, gap.end(), end) if gap else None
    if word is None:
        return None
    low, stop = words.parts.get(folded(word.group())), word.end()
    number = read_number(text, at, end, language)
    if number and number.ordinal and top.value != 1 and not word.group().lower().endswith(("s", "i")):
        return None
    if low is None and (last := read_number(text, word.start(), end, language)) and last.ordinal and last.value > 10:
        low, stop = last.value, last.end
    if low is None:
        return None
    one = top.single and first.group().lower() in words.articles
    if one and (atoms(word.group(), language) or low > 10) and not _closed(text, stop, end, language):
        return None
    return top.value / low, stop


_STOP = re.compile(r"\s*(?:[^\w\s]|$)")


def _closed(text: str, at: int, end: int, language: str) -> bool:
    """Tell whether no noun follows at `at`: "a third of them" is a part, "a third man" is none."""
    words = words_of(language)
    return any(sign.match(text, at, end) for sign in (_STOP, words.of, words.percent))


def part_behind(text: str, at: int, end: int, language: str) -> tuple[Decimal, int] | None:
    """Return a fraction with its own number right behind a whole one: "honderd driekwart"."""
    part = part_at(text, at, end, language)
    return part if part and part[0] < 1 and read_number(text, at, end, language) else None
