"""Figures in a text: the number, what bounds it, and what it counts.

"mehr als 37 Milliarden Dollar" is `>` 37,000,000,000 USD; "bijna 70" is `<` 70; "hundreds" stays vague with pinned
bounds. Dates, law numbers, clock times and names such as G20 are not figures. What a figure covers
(scope) and the day up to which it counts (as_of) are read where the words behind it say so.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from careo.model.seen import Comparator, Figure, Time
from careo.text.lexicon import LANGUAGES
from careo.text.numbers.bounds import bounds_of, plain_phrase
from careo.text.numbers.counted import (
    CASUALTIES,
    Counted,
    counted_after,
    is_fraction,
    is_reference,
    money_before,
    renamed,
    unit_counted,
)  # fmt: skip
from careo.text.numbers.numerals import Numeral, find_numerals
from careo.text.numbers.quantities import half_behind, is_ratio, short_scale
from careo.text.numbers.units import units_after
from careo.text.times.dates import find_times
from careo.text.values.covers import as_of_behind, scope_behind
from careo.text.values.cues import casualty_near, is_approval

_ONE = frozenset({"one", "één"})
"""The words for one that are no article as well; the other languages have none."""
_SMALL = 13
"""A word for a smaller number, with nothing counted behind it ("die drei"), tells of no quantity."""
_PHONE = re.compile(r"(?<![\w.,])\+?\d{2,4}(?:[-/ ]\d{2,5}){0,3}-\d{3,4}-\d{3,5}(?!\w)")
_CALLED = re.compile(r"(?:\+\d+|\b0\d+|\d\))(?:[ /-]\d+)*[ /-]$")
"""What makes the digits behind it a telephone number."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number or range with its place, before it is known what it counts."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    numeral: Numeral
    """The number itself, or the last one of a range."""
    range: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where to look: the sentence, and the stretch up to the numbers beside this one."""

    start: int
    end: int
    clause: tuple[int, int]


def _stands_alone(numeral: Numeral, text: str, start: int, end: int, language: str) -> bool:
    """Tell whether a number is one by the signs around it: no ordinal, law number, score or telephone number."""
    before, after = text[max(start, numeral.start - 24) : numeral.start], text[numeral.end : min(end, numeral.end + 3)]
    if numeral.fraction and numeral.digits:
        return numeral.high is not None and bool(units_after(text, numeral.end, end, language))
    if not numeral.digits:
        return not is_fraction(text, numeral.end, end, language)
    if after[:1] in ("º", "°", "ª", "'", "’") or re.match(r"\.[º°ª]|/\d", after):
        return False
    if bounds_of(language).ordinal_stop and re.match(r"\.\s+\S", text[numeral.end : min(end, numeral.end + 6)]):
        return False
    if _CALLED.search(before):
        return False
    return not is_reference(text, start, numeral.start, language) and not is_fraction(text, numeral.end, end, language)


def _beside_digits(one: Numeral, other: Numeral, text: str) -> bool:
    """Tell whether two strings of digits stand side by side, as in a telephone or account number."""
    between = text[one.end : other.start]
    return one.digits and other.digits and between in (" ", "\u00a0", "/", "-")


def _is_score(one: Numeral, other: Numeral, text: str, start: int, language: str) -> bool:
    """Tell whether two numbers are a result: "1 - 0", "2 a 2", "3 à 1"."""
    words = bounds_of(language)
    small = one.digits and other.digits and other.low <= one.low < 100 and not (one.scaled or other.scaled)
    if not small or words.to.fullmatch(text, one.end, other.start) is None:
        return False
    behind = text[other.end : other.end + 1]
    return behind != "%" and not words.changes.search(text[max(start, one.start - 24) : one.start])


_WHOLES = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})


def _share_of(one: Numeral, other: Numeral, text: str, end: int, language: str) -> Numeral | None:
    """Return "nine in ten" as a fraction; `None` for "three of twelve hostages", which counts, or "1 in 5 years"."""
    apart = text[one.end : other.start].split()[0].lower() in ("von", "aus", "unter", "van", "uit", "out")
    if one.scaled or not (other.low in _WHOLES or (one.low == 1 and not apart)):
        return None
    behind = units_after(text, other.end, end, language)
    if any(unit.kind == "time" for unit in behind):
        return None
    value = one.low / other.low
    return replace(one, end=other.end, low=value, high=value, fraction=True, weak=False, digits=False)


def _is_range(one: Numeral, other: Numeral, text: str, start: int, language: str) -> bool:
    """Tell whether two numbers in a row are the ends of a range and not a change or two figures."""
    words = bounds_of(language)
    between = text[one.end : other.start]
    high = other.high if other.high is not None else other.low
    low = _shared_scale(one, other)
    if one.vague or other.vague or one.weak or low >= high:
        return False
    before = text[max(start, one.start - 24) : one.start]
    if words.opener.search(before) and words.both.fullmatch(between):
        return True
    return one.digits == other.digits and words.to.fullmatch(between) is not None and not words.changes.search(before)


def _shared_scale(one: Numeral, other: Numeral) -> Decimal:
    """Return the lower end, with the scale word of the upper: "10 to 12 million"."""
    if one.scaled or not other.scaled or one.low >= 1000:
        return one.low
    for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1000)):
        if other.low >= scale:
            return one.low * scale
    return one.low


def _amounts(numerals: tuple[Numeral, ...], text: str, start: int, end: int, language: str) -> Iterable[_Amount]:
    """Yield the numbers, two ends of a range as one."""
    index = 0
    while index < len(numerals):
        one = numerals[index]
        other = numerals[index + 1] if index + 1 < len(numerals) else None
        index += 1
        if not _stands_alone(one, text, start, end, language):
            continue
        if other and _is_range(one, other, text, start, language):
            index += 1
            yield _Amount(
                _opened(text, start, one.start, language), other.end, _shared_scale(one, other), other.high, other, True
            )
        elif other and is_ratio(one, other, text, language):
            if share := _share_of(one, other, text, end, language):
                index += 1
                yield _Amount(share.start, share.end, share.low, share.high, share, False)
        elif other and (_beside_digits(one, other, text) or _is_score(one, other, text, start, language)):
            index += 1
        else:
            yield _Amount(one.start, one.end, one.low, one.high, one, False)


def _opened(text: str, start: int, at: int, language: str) -> int:
    """Return where a range begins: at "between", if that stands before it."""
    match = bounds_of(language).opener.search(text, max(start, at - 24), at)
    return match.start() if match else at


def _compared(text: str, span: tuple[int, int], place: _Place, language: str) -> tuple[Comparator, int, int, bool]:
    """Return the comparator, the span of the number with the words that bound it, and whether it may be far less."""
    words = bounds_of(language)
    at, stop = span
    if match := words.before.search(text, max(place.start, at - 40), at):
        phrase = plain_phrase(match["words"])
        sign = words.of[phrase]
        changed = sign == "<=" and words.rises.search(text, max(place.start, match.start() - 60), match.start())
        if not changed:
            return sign, match.start(), stop, phrase in words.less
    if match := words.after.match(text, stop, place.end):
        return (">=" if match["plus"] else words.of[plain_phrase(match["words"])]), at, match.end(), False
    return "=", at, stop, False


def _limits(amount: _Amount, sign: Comparator, less: bool) -> tuple[float | None, float | None, Comparator]:
    """Return low, high and comparator; a range or vague word keeps its own bounds.

    "Almost 70" has no lower bound but is near 70; "fewer than 70" (`less`) may be anything from 0.
    """
    low, high = float(amount.low), None if amount.high is None else float(amount.high)
    if amount.range or amount.numeral.vague:
        return low, high, "~"
    if sign in ("<", "<="):
        return 0.0 if less else None, high, sign
    if sign in (">", ">="):
        return low, None, sign
    return low, high, sign


def _whole(amount: _Amount, counted: Counted | None) -> _Amount:
    """Read "1,500 soldados" as 1500: nobody counts thousandths of a person."""
    number = amount.numeral
    if counted is None or counted.unit != "person" or number.other is None or amount.range:
        return amount
    return replace(amount, low=number.other, high=number.other)


def _hundredths(amount: _Amount, counted: Counted | None) -> _Amount:
    """Give a part of one as a share of a hundred: "two thirds" is 66.7 %; "half a percent" stays a half."""
    number = amount.numeral
    if not number.fraction or counted is None or counted.unit != "%" or counted.end > amount.end:
        return amount
    return replace(amount, low=amount.low * 100, high=None if amount.high is None else amount.high * 100)


def _attached(text: str, at: int, end: int) -> bool:
    """Tell whether letters or a hyphenated word hang on the digits: 3rd, 10-köpfig."""
    return at < end and (text[at].isalpha() or (text[at] == "-" and text[at + 1 : at + 2].isalpha()))


def _counts(amount: _Amount, text: str, start: int, end: int, language: str) -> Counted | None:
    """Return what the number counts, also behind "or more"; an age where the words before it say so."""
    number = amount.numeral
    partitive = number.vague is not None or number.scaled or number.low >= 1000
    if number.fraction and number.low < 1 and not number.scaled:
        return _fraction_of(amount, text, end, language)
    counted = counted_after(text, amount.end, end, language, partitive=partitive)
    if counted is None and (match := bounds_of(language).after.match(text, amount.end, end)):
        counted = counted_after(text, match.end(), end, language, partitive=False)
    is_years = counted is not None and (counted.measure, counted.unit) == ("duration", "a")
    if (counted is None or is_years) and bounds_of(language).age.search(
        text, max(start, amount.start - 30), amount.start
    ):
        return Counted(counted.end if counted else amount.end, "age", "a", None, True, False)
    return counted


def _fraction_of(amount: _Amount, text: str, end: int, language: str) -> Counted | None:
    """Return the unit that a part of one is taken of ("a quarter of a mile"), else a share of the whole."""
    unit = unit_counted(text, amount.end, end, language)
    if unit is None and amount.low == Decimal("0.5") and " " in text[amount.start : amount.end]:
        return None  # "una media", "a half": an average, a half-time
    return unit or Counted(amount.end, "share", "%", None, True, False)


def _is_name(text: str, start: int, at: int, language: str) -> bool:
    """Tell whether the word before a bare number makes a name of it (Apollo 11), as far as capitals show it."""
    word = re.search(r"(?<![\w.-])([^\W\d_]+)[ \u00a0]$", text[start:at])
    if word is None or word[1].islower():
        return False
    return not word[1][0].isupper() or word.start() > 0 or word[1].casefold() not in bounds_of(language).starters


def _is_figure(amount: _Amount, counted: Counted | None, text: str, start: int, language: str) -> bool:
    """Tell whether a number with what it counts is a figure and not an article, a name or a bare small word."""
    number = amount.numeral
    if number.weak:
        small = number.vague is None
        if counted is not None and counted.measure == "share":
            return True
        if small and bounds_of(language).no_count.match(text, amount.start):
            return False
        article = text[amount.start : amount.end].lower() not in _ONE
        if small and article and counted is not None and counted.measure == "count":
            return False  # "a person" tells of somebody, and counts nobody
        return counted is not None and (counted.alone if small else counted.known and counted.unit == "person")
    if number.foreign and (counted is None or not counted.known):
        return False
    if number.fraction and counted is None:
        return False
    if counted or amount.range or number.vague or number.scaled:
        return True
    if not number.digits:
        return number.low >= _SMALL
    if 1400 <= number.low < 2100 and text[amount.start : amount.end].isdecimal():
        return False  # a year that no rule for dates has taken
    named = bounds_of(language).bare.search(text, max(start, amount.start - 20), amount.start)
    return not named and not _is_name(text, start, amount.start, language)


def _money_scale(text: str, amount: _Amount) -> tuple[_Amount, int]:
    """Read the m and k of "$5m", which stand for million and thousand only behind a currency sign."""
    scale, stop = short_scale(text, amount.end)
    if scale == 1 or amount.numeral.scaled:
        return amount, amount.end
    high = None if amount.high is None else amount.high * scale
    return replace(amount, low=amount.low * scale, high=high), stop


def _counted(amount: _Amount, text: str, place: _Place, language: str) -> Counted | None:
    """Return what an amount counts, with the casualty its clause makes of it."""
    counted = _counts(amount, text, place.start, place.end, language)
    if counted is not None and not (counted.unit == "person" and counted.measure not in CASUALTIES):
        return counted
    stop = counted.end if counted else amount.end
    near = casualty_near(text, (amount.start, stop), place.clause, language)
    if near is None:
        return counted
    return renamed(counted or Counted(stop, near, "person", None, False, False), near)


def _and_half(
    text: str, end: int, language: str, found: tuple[_Amount, Counted | None]
) -> tuple[_Amount, Counted | None]:
    """Read the half behind the unit of a length of time: "ocho años y medio"."""
    amount, counted = found
    if counted is None or counted.measure not in ("duration", "age") or amount.low != amount.high or amount.low % 1:
        return found
    stop = half_behind(text, counted.end, end, language)
    value = amount.low + Decimal("0.5")
    return (replace(amount, low=value, high=value), replace(counted, end=stop)) if stop else found


def _figure(amount: _Amount, text: str, place: _Place, language: str) -> tuple[Figure, bool] | None:
    """Build the figure of an amount; also tell whether it is known what it counts. `None` where it is none."""
    start, end = place.start, place.end
    money = money_before(text, start, amount.start, language)
    if money:
        amount, stop = _money_scale(text, amount)
        counted: Counted | None = Counted(stop, "money", money[1], None, True, False)
    else:
        counted = _counted(amount, text, place, language)
        if _attached(text, amount.end, end) and (counted is None or counted.group is not None):
            return None
    amount, counted = _and_half(text, end, language, (amount, counted))
    stop = counted.end if counted else amount.end
    span = (money[0] if money else amount.start, amount.end)
    sign, first, last, less = _compared(text, span, place, language)
    bare = sign == "=" or amount.numeral.weak
    if bare and not _is_figure(amount, counted, text, start, language):
        return None
    low, high, sign = _limits(_hundredths(_whole(amount, counted), counted), sign, less)
    last = max(last, stop)
    measure, unit, group = (counted.measure, counted.unit, counted.group) if counted else ("count", None, None)
    if measure == "share" and is_approval(text, (start, end), (amount.start, stop), language):
        measure = "approval"
    vague = amount.numeral.vague
    figure = Figure(measure, low, high, sign, vague, unit, group, None, None, text[first:last], first, last)
    return figure, counted is not None


def _joined(figures: list[tuple[Figure, bool]], text: str, language: str) -> tuple[Figure, ...]:
    """Give a number with nothing behind it what its neighbour counts: "from 10 to 12 percent", "66 votes to 32"."""
    found = [figure for figure, _ in figures]
    for index, (figure, known) in enumerate(figures):
        if known:
            continue
        for other_index, (left, right) in ((index + 1, (index, index + 1)), (index - 1, (index - 1, index))):
            if not 0 <= other_index < len(found) or not figures[other_index][1]:
                continue
            other = found[other_index]
            beside = bounds_of(language).beside.fullmatch(text, found[left].end, found[right].start)
            if beside and (other_index > index or other.measure == "votes"):
                found[index] = replace(figure, measure=other.measure, unit=other.unit)
                break
    return tuple(found)


def _taken(text: str, language: str, start: int, end: int, times: Sequence[Time]) -> list[tuple[int, int]]:
    """Return the stretches whose numbers are no figures: dates, clock times and telephone numbers."""
    patterns = (bounds_of(language).clock, _PHONE)
    others = [match.span() for pattern in patterns for match in pattern.finditer(text, start, end)]
    return [(time.start, time.end) for time in times] + others


def _covering(
    figures: tuple[Figure, ...], text: str, end: int, times: Sequence[Time], language: str
) -> Iterable[Figure]:
    """Yield the figures with what they cover and up to when they count, as far as their clause says it."""
    for index, figure in enumerate(figures):
        stop = figures[index + 1].start if index + 1 < len(figures) else end
        scope = scope_behind(text, figure.end, stop, times, language)
        as_of = as_of_behind(text, figure.end, stop, times, language) if times else None
        yield replace(figure, scope=scope, as_of=as_of) if scope or as_of else figure


def find_figures(
    text: str, language: str, start: int, end: int, *, times: Sequence[Time] | None = None
) -> tuple[Figure, ...]:
    """Return the figures in `text[start:end]` (best one sentence) in order, offsets into `text`.

    `times`: the dates of the stretch, where they are known; their numbers are no figures.
    A language without a figure lexicon has none: its signs for thousands are not known.
    """
    found_numerals = find_numerals(text, language, start, end) if language in LANGUAGES else ()
    if not found_numerals:
        return ()
    if times is None:
        times = find_times(text, language, start, end, anchor=None)
    taken = _taken(text, language, start, end, times)
    numerals = tuple(
        number for number in found_numerals if not any(number.start < b and a < number.end for a, b in taken)
    )
    amounts = tuple(_amounts(numerals, text, start, end, language))
    found: list[tuple[Figure, bool]] = []
    for index, amount in enumerate(amounts):
        if found and amount.start < found[-1][0].end:
            continue  # a number word inside a unit ("por cento")
        before = amounts[index - 1].end if index else start
        after = amounts[index + 1].start if index + 1 < len(amounts) else end
        if figure := _figure(amount, text, _Place(start, end, (before, after)), language):
            found.append(figure)
    return tuple(_covering(_joined(found, text, language), text, end, times, language))
