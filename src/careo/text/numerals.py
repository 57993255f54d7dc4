"""Numbers in a text, in digits, in words or vague, each at its place; what they count is read elsewhere.

Words such as "siebenunddreißig" are read by text2num, one run of number words at a time, since it tells no places.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from babel.numbers import get_decimal_symbol, get_group_symbol
from text_to_num import text2num

from careo.text.lexicon import table


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, with the values it allows."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    """`None` where a vague word has no upper bound."""
    vague: str | None
    """The vague word, without what strengthens it."""
    other: Decimal | None
    """The value if the signs for thousands and decimals were meant the other way round."""
    foreign: bool
    """Written with the signs of another language; only a scale or unit behind it makes it a number."""
    weak: bool
    """A word for "one" that is mostly an article, or "some": a number only before something counted."""
    digits: bool
    scaled: bool
    """Whether a scale word (million) is part of it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words of one language, ready for matching."""

    vague: tuple[tuple[re.Pattern[str], Decimal, Decimal | None, bool], ...]
    scale: re.Pattern[str]
    scales: Mapping[str, Decimal]
    halves: re.Pattern[str]
    half: Mapping[str, Decimal]
    and_half: re.Pattern[str]
    aliases: Mapping[str, str]
    spellings: Mapping[str, str]
    """Other spellings of parts of words, with the one that text2num knows."""
    articles: frozenset[str]
    joiners: frozenset[str]
    others: frozenset[str]


_TOKEN = re.compile(r"\d|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \u00a0]+|-(?=[^\W\d_])")
_DIGITS = re.compile(
    r"(?<![\w@#+:=])(?<![^\W\d]-)(?<![\s(][-−])(?<!\d[.,])(?:(?<!/)|(?<=S/))"
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?![.,]?\d)(?![/:]\d)"
)
_NO_NUMBER = re.compile(r"\d+(?:[.,/:'-]?\d+)*")
_THOUSAND = Decimal(1000)
_GROUPING = re.compile(r"[ \u00a0\u202f\u2009'’]")
_LONGEST_RUN = 14
"""Words in the longest number read: "tres millones cuatrocientos cincuenta y dos mil doscientos siete" has 9."""


def phrases(words: Mapping[str, Any] | tuple[str, ...]) -> str:
    """Return a pattern for any of the phrases, longest first; a space matches any white space."""
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or r"(?!)"


@cache
def _words_of(language: str) -> _Words:
    numbers = table(language, "figures")["numbers"]
    many = numbers["many"]
    vague = tuple(
        (
            re.compile(rf"(?<!\w)(?:(?:{many})\s+)?(?P<word>{entry['pattern']})(?!\w)", re.IGNORECASE),
            Decimal(entry["low"]),
            Decimal(entry["high"]) if "high" in entry else None,
            bool(entry.get("weak", False)),
        )
        for entry in numbers["vague"]
    )
    scales = {key: Decimal(str(value)) for key, value in numbers["scales"].items()}
    half = {key: Decimal(str(value)) for key, value in numbers["halves"].items()}
    return _Words(
        vague,
        re.compile(rf"[ \u00a0]*(?P<word>{phrases(scales)})(?!\w)", re.IGNORECASE),
        scales,
        re.compile(rf"(?<!\w)(?P<word>{phrases(half)})(?!\w)", re.IGNORECASE),
        half,
        re.compile(rf"(?:{numbers['and_half']})(?!\w)", re.IGNORECASE),
        numbers["aliases"],
        numbers["spellings"],
        frozenset(numbers["articles"]),
        frozenset(numbers["joiners"]),
        frozenset(numbers["not_numbers"]),
    )


def _normal(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("ß", "ss").split())


def _looked_up(values: Mapping[str, Decimal], phrase: str) -> Decimal:
    plain = _normal(phrase)
    return next(value for key, value in values.items() if _normal(key) == plain)


def _scaled(text: str, at: int, end: int, language: str) -> tuple[Decimal, int]:
    """Return the product of the scale words from `at` on and where they end; 1 and `at` where there is none."""
    words = _words_of(language)
    factor = Decimal(1)
    while match := words.scale.match(text, at, end):
        factor *= _looked_up(words.scales, match["word"])
        at = match.end()
    return factor, at


def parse_digits(raw: str, language: str) -> tuple[Decimal, Decimal | None, bool] | None:
    """Return the value of digits by the language's signs, the other reading, and whether its signs are foreign.

    `None` where it is no number: a leading zero, groups of odd length (a version, an address).
    """
    group = str(get_group_symbol(language))
    # where a space groups, which is gone by now, a full stop does so too ("2.300" in Belgian French)
    thousands = re.escape("." if group.isspace() else group)
    point = re.escape(str(get_decimal_symbol(language)))
    raw = _GROUPING.sub("", raw)
    if re.fullmatch(r"0\d+.*", raw):
        return None
    if re.fullmatch(rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?:{point}\d+)?", raw):
        value = Decimal(re.sub(point, ".", re.sub(thousands, "", raw)))
        return value, None, False
    if re.fullmatch(rf"\d+(?:{point}\d+)?", raw):
        swapped = re.fullmatch(rf"\d{{1,3}}{point}\d{{3}}", raw)
        return Decimal(re.sub(point, ".", raw)), Decimal(re.sub(point, "", raw)) if swapped else None, False
    if re.fullmatch(rf"\d{{1,3}}(?:{point}\d{{3}}){{2,}}", raw):
        return Decimal(re.sub(point, "", raw)), None, False
    if re.fullmatch(rf"\d+{thousands}\d{{1,2}}", raw):
        return Decimal(re.sub(thousands, ".", raw)), None, True
    return None


def _digits(text: str, at: int, end: int, language: str) -> Numeral | None:
    match = _DIGITS.match(text, at, end)
    parsed = parse_digits(match.group(), language) if match else None
    if match is None or parsed is None:
        return None
    value, other, foreign = parsed
    factor, stop = _scaled(text, match.end(), end, language)
    half = _words_of(language).and_half.match(text, stop, end) if factor > 1 else None
    value = value * factor + (factor / 2 if half else 0)
    stop = half.end() if half else stop
    scaled = factor > 1
    return Numeral(at, stop, value, value, None, other, foreign and not scaled, False, True, scaled)


def _vague(text: str, at: int, end: int, language: str) -> Numeral | None:
    for pattern, low, high, weak in _words_of(language).vague:
        if match := pattern.match(text, at, end):
            return Numeral(at, match.end(), low, high, match["word"], None, False, weak, False, False)
    return None


def _halves(text: str, at: int, end: int, language: str) -> Numeral | None:
    """Read "anderthalb Millionen", "half a million": below one only with a scale word."""
    words = _words_of(language)
    match = words.halves.match(text, at, end)
    if match is None:
        return None
    factor, stop = _scaled(text, match.end(), end, language)
    value = _looked_up(words.half, match["word"]) * factor
    if factor == 1 and value < 1:
        return None
    return Numeral(at, stop, value, value, None, None, False, False, False, factor > 1)


@lru_cache(maxsize=8192)
def _value(words: str, language: str) -> Decimal | None:
    try:
        return Decimal(str(text2num(words, language)))
    except ValueError:
        return None


def number_word(word: str, language: str) -> int | None:
    """Return the whole number that one word or a few digits stand for, `None` where they stand for none."""
    plain = word.lower()
    words = _words_of(language)
    alias = _spelled(words.aliases.get(plain, plain), words)
    value = Decimal(plain) if plain.isdecimal() else _value(alias, language)
    return None if value is None else int(value)


def _spelled(word: str, words: _Words) -> str:
    for other, known in words.spellings.items():
        word = word.replace(other, known)
    return word


def _run(text: str, at: int, end: int, language: str) -> list[tuple[str, int]]:
    """Return the number words and joiners that follow each other from `at`, each with its end."""
    words = _words_of(language)
    run: list[tuple[str, int]] = []
    while len(run) < _LONGEST_RUN and (match := _WORD.match(text, at, end)):
        word = match.group().lower()
        alias = _spelled(words.aliases.get(word, word), words)
        number = word not in words.others and _value(alias, language) is not None
        if not number and not (run and word in words.joiners):
            break
        run.append((alias, match.end()))
        gap = _GAP.match(text, match.end(), end)
        if gap is None:
            break
        at = gap.end()
    return run


def _largest_scale(value: Decimal) -> Decimal:
    """Return the scale word's worth in a number such as thirty million."""
    return next(scale for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, _THOUSAND) if value >= scale)


def _in_words(text: str, at: int, end: int, language: str) -> Numeral | None:
    words = _words_of(language)
    run = _run(text, at, end, language)
    for length in range(len(run), 0, -1):
        value = _value(" ".join(word for word, _ in run[:length]), language)
        if value is None or run[length - 1][0] in words.joiners:
            continue
        factor, stop = _scaled(text, run[length - 1][1], end, language)
        weak = length == 1 and factor == 1 and text[at : run[0][1]].lower() in words.articles
        half = words.and_half.match(text, stop, end) if value >= _THOUSAND else None
        value = value * factor + (_largest_scale(value) / 2 if half else 0)
        stop = half.end() if half else stop
        return Numeral(at, stop, value, value, None, None, False, weak, False, factor > 1 or value >= _THOUSAND)
    return None


def find_numerals(text: str, language: str, start: int, end: int) -> tuple[Numeral, ...]:
    """Return the numbers in `text[start:end]` in order, without overlaps; ordinals and years are still among them."""
    found: list[Numeral] = []
    at = start
    while token := _TOKEN.search(text, at, end):
        here = token.start()
        if token.group().isdecimal():
            numeral = _digits(text, here, end, language)
            at = numeral.end if numeral else _after_digits(text, here, end)
        elif here and (text[here - 1].isalnum() or text[here - 1] in "-_"):
            numeral, at = None, token.end()
        else:
            numeral = (
                _vague(text, here, end, language)
                or _halves(text, here, end, language)
                or _in_words(text, here, end, language)
            )
            at = numeral.end if numeral else token.end()
        if numeral:
            found.append(numeral)
    return tuple(found)


def _after_digits(text: str, at: int, end: int) -> int:
    """Return where a string of digits that is no number ends (a version, a date, a telephone number)."""
    match = _NO_NUMBER.match(text, at, end)
    return match.end() if match else at + 1
