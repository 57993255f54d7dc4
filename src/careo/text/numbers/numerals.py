"""Numbers in a text, in digits, in words or vague, each at its place; what they count is read elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from careo.text.numbers.digits import parse_digits
from careo.text.numbers.number_tables import words_of
from careo.text.numbers.number_words import WordNumber, atoms, folded, may_be_elided, read_number, splits
from careo.text.numbers.parts import part_at, part_behind


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
    fraction: bool = False
    """Whether it is written as a part of a whole: "two thirds", 3/4."""


_TOKEN = re.compile(r"[^\W\d_]+|(?<![\w@#])[-−]?[.,]?\d|\d|[¼½¾⅐-⅞]")
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"[ \u00a0]+|-")
_ALONE = re.compile(r"(?:(?<![\w@#+:=])|(?<=\b(?:USD|EUR|GBP|CHF)))(?<![^\W\d]-)(?<!\d[.,])(?:(?<!/)|(?<=S/))")
_MINUS = re.compile(r"(?<![^\s(])(?<![\d%] )[-−](?=[.,]?\d)")
"""A minus is bound to its digits, and no number stands before it as in a range."""
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|(?<![\w.,)])[.,]\d+)(?![.,]?\d)(?![/:]\d)"
)
_FRACTION = re.compile(
    r"(?:(?P<whole>\d+)[ \u00a0]{1,2}(?:(?:e|y|en|et|and|und)[ ])?)?(?P<top>\d{1,3})/(?P<low>\d{1,3})(?![\d/.,]\d|\d|/)"
)
_SIGNS = {"¼": "1/4", "½": "1/2", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
          "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}  # fmt: skip
_SUFFIX = re.compile(r"(?:[ \u00a0]{0,2}(?P<k>k)|(?P<M>M|[ \u00a0]M(?=[€$£]))|(?P<b>b))(?!\w)")
_SUFFIXES = {"k": Decimal(1000), "M": Decimal(10) ** 6, "b": Decimal(10) ** 9}
_MORE_DIGITS = re.compile(r"[ \u00a0]\d")
_NO_NUMBER = re.compile(r"\d+(?:[.,/:'-]?\d+)*")
_THOUSAND = Decimal(1000)


def _normal(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("ß", "ss").split())


def _looked_up(values: Mapping[str, Decimal], phrase: str) -> Decimal:
    plain = _normal(phrase)
    return next(value for key, value in values.items() if _normal(key) == plain)


def scaled(text: str, at: int, end: int, language: str) -> tuple[Decimal, int]:
    """Return the product of the scale words from `at` on and where they end; 1 and `at` where there is none."""
    words = words_of(language)
    factor = Decimal(1)
    while match := words.scale.match(text, at, end):
        factor *= _looked_up(words.scales, match["word"])
        at = match.end()
    return factor, at


def _digits(text: str, at: int, end: int, language: str) -> Numeral | None:
    minus = text[at] in "-−"
    if (minus and not _MINUS.match(text, at, end)) or (not minus and not _ALONE.match(text, at, end)):
        return None
    sign, first = (-1, at + 1) if minus else (1, at)
    if match := _FRACTION.match(text, first, end):
        return _in_signs(at, match, sign)
    match = _NUMBER.match(text, first, end)
    parsed = parse_digits(match.group(), language) if match else None
    if match is None or parsed is None:
        return None
    value, other, foreign = parsed
    factor, stop = scaled(text, match.end(), end, language)
    if factor == 1 and (suffix := _SUFFIX.match(text, stop, end)):
        factor, stop = _SUFFIXES[str(suffix.lastgroup)], suffix.end()
    value, stop = _and_more(text, (value * factor, factor), stop, end, language)
    less = _digits(text, stop + 1, end, language) if factor > 1 and _MORE_DIGITS.match(text, stop, end) else None
    if less and less.scaled and 0 < less.low < factor:
        value, stop = value + less.low, less.end
    start, value = _negative(text, at, value * sign, language)
    large = factor > 1
    return Numeral(start, stop, value, value, None, other, foreign and not large, False, True, large)


def _and_more(
    text: str, scaled_value: tuple[Decimal, Decimal], stop: int, end: int, language: str
) -> tuple[Decimal, int]:
    """Add what follows a scale word: "and a half", "y medio", "300" of "4 thousand 300"."""
    value, scale = scaled_value
    words = words_of(language)
    if scale <= 1:
        return value, stop
    if half := words.and_half.match(text, stop, end):
        return value + scale / 2, half.end()
    join = words.joined.match(text, stop, end)
    if join and (part := part_at(text, join.end(), end, language)):
        return value + part[0] * scale, part[1]
    return value, stop


def _in_signs(at: int, match: re.Match[str], sign: int) -> Numeral | None:
    top, low = Decimal(match["top"]), Decimal(match["low"])
    if low == 0 or (top >= low and match["whole"]):
        return None
    value = (Decimal(match["whole"] or 0) + top / low) * sign
    return Numeral(at, match.end(), value, value, None, None, False, False, True, False, True)


def _vague(text: str, at: int, end: int, language: str) -> Numeral | None:
    words = words_of(language)
    if words.some_vague.match(text, at, end) is None:
        return None
    for pattern, low, high, weak in words.vague:
        if match := pattern.match(text, at, end):
            return Numeral(at, match.end(), low, high, match["word"], None, False, weak, False, False)
    return None


@lru_cache(maxsize=65536)
def _opens(word: str, language: str) -> tuple[bool, bool]:
    """Tell whether a vague word or a half may start with this word, and whether a number may."""
    words, plain = words_of(language), folded(word)
    number = bool(atoms(word, language)) or plain in words.parts or may_be_elided(plain, language)
    half = plain.endswith(words.glued_ends) and words.glued_half.match(word) is not None
    return plain.startswith(words.starts), number or half


def _halves(text: str, at: int, end: int, language: str) -> Numeral | None:
    """Read "anderthalb Millionen", "half a million": below one only with a scale word, or as half of something."""
    words = words_of(language)
    noun = words.half_of.match(text, at, end)
    if noun and words.of.match(text, noun.end(), end) and not _ranked(text, at, language):
        half = Decimal(1) / 2
        return Numeral(at, noun.end(), half, half, None, None, False, False, False, False, True)
    match = words.halves.match(text, at, end)
    if match is None:
        return None
    factor, stop = scaled(text, match.end(), end, language)
    value = _looked_up(words.half, match["word"]) * factor
    if factor == 1 and value <= Decimal("0.5"):
        return None
    return Numeral(at, stop, value, value, None, None, False, False, False, factor > 1, factor == 1)


_PREVIOUS = re.compile(r"([^\W\d_]+)\s+$")


def _ranked(text: str, at: int, language: str) -> bool:
    """Tell whether the half is one of the two that follow each other ("the first half of the year")."""
    before = _PREVIOUS.search(text, max(0, at - 30), at)
    if before is None:
        return False
    word = before[1].lower()
    return word in _RANKS or any(kind.isupper() for kind, _ in atoms(word, language))


_RANKS = frozenset(
    {"latter", "other", "last", "top", "bottom", "early", "late", "better", "the", "this", "each", "final"}
)


def _glued_half(text: str, at: int, end: int, language: str) -> Numeral | None:
    """Read "zweieinhalb", "twaalfenhalve", with the scale word behind."""
    match = words_of(language).glued_half.match(text, at, end)
    whole = read_number(text, at, match.end(1), language) if match else None
    if match is None or whole is None or whole.end != match.end(1) or whole.ordinal:
        return None
    factor, stop = scaled(text, match.end(), end, language)
    value = (whole.value + Decimal("0.5")) * factor
    return Numeral(at, stop, value, value, None, None, False, False, False, factor > 1)


def number_word(word: str, language: str) -> int | None:
    """Return the whole number that one word or a few digits stand for, `None` where they stand for none."""
    if word.isdecimal():
        return int(word)
    found = read_number(word, 0, len(word), language)
    return int(found.value) if found and found.end == len(word) and not found.ordinal else None


def _in_words(text: str, at: int, end: int, language: str) -> Numeral | None:
    words = words_of(language)
    if article := _lone_article(text, at, end, language):
        return article
    found = read_number(text, at, end, language)
    if part := part_at(text, at, end, language):
        top = read_number(text, at, end, language, ordinals=False)
        if (
            top
            and top.head
            and splits(language)
            and top.end < part[1]
            and (last := part_at(text, top.head[2], end, language))
        ):
            return _mixed(
                text, at, (top.head[0], top.scale if top.head[0] >= _THOUSAND else Decimal(1), last), end, language
            )
        if top or words.parts.get(folded(text[at : part[1]])) is None:
            return _fraction(text, at, part, end, language)
    if found is None or found.ordinal:
        return None
    value, stop, large = found.value, found.end, found.scale > 1
    join = words.joined.match(text, stop, end)
    more = part_at(text, join.end(), end, language) if join else None
    if more is None and not large and (gap := _SPACE.match(text, stop, end)) and value >= 2:
        more = part_behind(text, gap.end(), end, language)
    if more and value > 0:
        return _mixed(text, at, (value, found.scale, more), end, language)
    weak = found.single and value <= 1 and text[at:stop].lower() in words.articles
    if point := words.point.match(text, stop, end):
        value, stop = _decimals(text, (value, stop), point.end(), end, language)
        weak = weak and stop == found.end
    elif (half := words.and_half.match(text, stop, end)) and value >= _THOUSAND and large:
        value, stop = value + found.scale / 2, half.end()
    factor, stop = scaled(text, stop, end, language)
    if 1 < factor < _THOUSAND and found.head:
        value += (value - found.head[0]) * (factor - 1)
    else:
        value *= factor
    if factor > 1:
        value, stop = _and_more(text, (value, factor), stop, end, language)
    start, value = _negative(text, at, value, language)
    weak = weak and factor == 1 and start == at
    return Numeral(start, stop, value, value, None, None, False, weak, False, factor > 1 or large)


def _lone_article(text: str, at: int, end: int, language: str) -> Numeral | None:
    """Return the weak "one" of an article with no number behind it, the common case, without further tries."""
    words = words_of(language)
    first = _WORD.match(text, at, end)
    if first is None or first.group().lower() not in words.articles or not atoms(first.group(), language):
        return None
    stop = first.end()
    gap = _SPACE.match(text, stop, end)
    behind = _WORD.match(text, gap.end(), end) if gap else None
    if behind and (any(_opens(behind.group(), language)) or words.scale.match(text, stop, end)):
        return None
    if behind and words.point.match(text, stop, end):
        return None
    start, value = _negative(text, at, Decimal(1), language)
    return Numeral(start, stop, value, value, None, None, False, start == at, False, False)


_Mixed = tuple[Decimal, Decimal, tuple[Decimal, int]]
"""A whole number, its scale word's worth (1 for none), and the fraction behind it with its end."""


def _mixed(text: str, at: int, pieces: _Mixed, end: int, language: str) -> Numeral:
    """Add a fraction to a whole number: of its scale word ("two million and a half"), or of the one behind both."""
    whole, scale, part = pieces
    factor, stop = scaled(text, part[1], end, language)
    own = scale > 1 and factor > 1  # "one billion and a quarter million": each has its own scale word
    value = whole + part[0] * factor if own else (whole + part[0] * scale) * factor
    start, value = _negative(text, at, value, language)
    return Numeral(start, stop, value, value, None, None, False, False, False, factor > 1 or scale > 1, True)


def _fraction(text: str, at: int, part: tuple[Decimal, int], end: int, language: str) -> Numeral | None:
    """Build a fraction, with the million it may be a part of."""
    words = words_of(language)
    value, stop = part
    large = False
    of = words.of.match(text, stop, end)
    for here in (stop, of.end() if of else stop):
        factor, behind = scaled(text, here, end, language)
        if factor > 1:
            value, stop, large = value * factor, behind, True
            break
    start, value = _negative(text, at, value, language)
    bare = _WORD.match(text, at, end)
    if bare and bare.end() == stop and not large:
        return None
    return Numeral(start, stop, value, value, None, None, False, False, False, large, not large)


def _decimals(text: str, whole: tuple[Decimal, int], at: int, end: int, language: str) -> tuple[Decimal, int]:
    """Add the words behind "point": "two point five", "zero three"; nothing where no number follows."""
    value, stop = whole
    digits = ""
    while at < end and (found := read_number(text, at, end, language)):
        if found.ordinal:
            break
        digits, stop = digits + str(int(found.value)), found.end
        gap = _SPACE.match(text, stop, end)
        if gap is None or found.value >= 10:
            break
        at = gap.end()
    return (value + Decimal("0." + digits) if digits else value), stop


def _negative(text: str, at: int, value: Decimal, language: str) -> tuple[int, Decimal]:
    """Return where a number starts and its value, with the "minus" before it."""
    match = words_of(language).minus.search(text, max(0, at - 12), at)
    return (match.start(), -value) if match else (at, value)


def find_numerals(text: str, language: str, start: int, end: int) -> tuple[Numeral, ...]:
    """Return the numbers in `text[start:end]` in order, without overlaps; ordinals and years are still among them."""
    found: list[Numeral] = []
    at = start
    for token in _TOKEN.finditer(text, start, end):
        here = token.start()
        if here < at:
            continue
        word = token.group()
        numeral: Numeral | None = None
        if word[-1].isalpha():
            at = token.end()
            vague, number = _opens(word, language)
            if not (vague or number):
                if word in _URL and text.startswith("://", at):
                    at = _URL_REST.match(text, at).end()  # type: ignore[union-attr]
                continue
            if not (here and (text[here - 1].isalnum() or text[here - 1] in "-_")):
                numeral = _worded(text, here, end, language, vague=vague)
                at = numeral.end if numeral else _behind_ordinal(text, here, at, end, language)
        else:
            numeral = _signed(text, here, end, language)
            at = numeral.end if numeral else _after_digits(text, token.end() - 1, end)
        if numeral:
            found.append(numeral)
    return tuple(found)


_URL = frozenset({"http", "https", "ftp"})
_URL_REST = re.compile(r"\S*")


def _worded(text: str, at: int, end: int, language: str, *, vague: bool) -> Numeral | None:
    if vague and (numeral := _vague(text, at, end, language) or _halves(text, at, end, language)):
        return numeral
    return _in_words(text, at, end, language) or _glued_half(text, at, end, language)


def _behind_ordinal(text: str, at: int, stop: int, end: int, language: str) -> int:
    """Return where to go on: behind an ordinal of several words, none of which is a number by itself."""
    if not atoms(text[at:stop], language):
        return stop
    found: WordNumber | None = read_number(text, at, end, language)
    return found.end if found and found.ordinal else stop


def _signed(text: str, at: int, end: int, language: str) -> Numeral | None:
    if text[at] in _SIGNS:
        top, low = _SIGNS[text[at]].split("/")
        value = Decimal(top) / Decimal(low)
        return Numeral(at, at + 1, value, value, None, None, False, False, True, False, True)
    return _digits(text, at, end, language)


def _after_digits(text: str, at: int, end: int) -> int:
    """Return where a string of digits that is no number ends (a version, a date, a telephone number)."""
    match = _NO_NUMBER.match(text, at, end)
    return match.end() if match else at + 1
