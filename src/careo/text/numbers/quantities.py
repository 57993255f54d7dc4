"""Quantities as they are written: a number with the unit or the money right beside it, without what bounds it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from careo.text.lexicon import table
from careo.text.numbers.counted import money_before
from careo.text.numbers.number_tables import words_of
from careo.text.numbers.numerals import Numeral, find_numerals, scaled
from careo.text.numbers.units import of_unit, small_change, units_after


@cache
def _ratio(language: str) -> re.Pattern[str]:
    return re.compile(table(language, "figures")["ranges"]["ratio"], re.IGNORECASE)


def is_ratio(one: Numeral, other: Numeral, text: str, language: str) -> bool:
    """Tell whether two numbers are a part and the whole it is counted in: "seven out of ten"."""
    whole = not (one.vague or other.vague or one.fraction or other.fraction)
    return whole and 0 < one.low < other.low and _ratio(language).fullmatch(text, one.end, other.start) is not None


def find_numbers(text: str, language: str, start: int, end: int) -> tuple[Numeral, ...]:
    """Return the plain numbers of a text: "one in five" as one of them, and none that a unit's letters hang on."""
    found: list[Numeral] = []
    for numeral in find_numerals(text, language, start, end):
        if numeral.end < end and text[numeral.end].isalpha():
            continue
        if found and is_ratio(found[-1], numeral, text, language):
            share = found[-1].low / numeral.low
            found[-1] = replace(found[-1], end=numeral.end, low=share, high=share, fraction=True, weak=False)
        else:
            found.append(numeral)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a unit, `text[start:end]`; a word with two meanings ("pound") gives one for each."""

    start: int
    end: int
    value: Decimal
    measure: str
    unit: str | None
    kind: str
    """The unit's dimension, as in `units.Unit`."""

    @property
    def dimension(self) -> bool:
        """Whether it measures something in space or matter, and not money, a share, a time or a temperature."""
        return self.kind not in ("money", "cents", "share", "points", "time", "temperature")


_SHORT_SCALE = re.compile(r"[mkMKb](?!\w)|bn(?!\w)|(?:mn|MM)(?!\w)")
_SHORT_SCALES = {"m": 6, "k": 3, "b": 9, "bn": 9, "mn": 6, "mm": 6}


def short_scale(text: str, at: int) -> tuple[Decimal, int]:
    """Return the factor of the m and k of "$5m", which mean million and thousand only with money; 1 where none is."""
    match = _SHORT_SCALE.match(text, at)
    return (Decimal(10) ** _SHORT_SCALES[match.group().lower()], match.end()) if match else (Decimal(1), at)


_DOZEN = re.compile(r"\s+d(?:ocenas?|ozzin[ae]|úzias?|ouzaines?)\b")


def half_behind(text: str, at: int, end: int, language: str) -> int | None:
    """Return where the half behind a unit ends ("trois heures et demie"); `None` for none, or half a dozen."""
    half = words_of(language).and_half.match(text, at, end)
    return None if half is None or _DOZEN.match(text, half.end(), end) else half.end()


def find_quantities(text: str, language: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Return the quantities in `text[start:end]` in order."""
    found: list[Quantity] = []
    for numeral in find_numerals(text, language, start, end):
        if numeral.low == numeral.high and not (found and numeral.start < found[-1].end):
            found += _quantities(text, numeral, (start, end), language)
    return tuple(found)


def _quantities(text: str, numeral: Numeral, within: tuple[int, int], language: str) -> list[Quantity]:
    """Return the readings of a number with what stands beside it."""
    start, end = within
    value = numeral.low
    if money := money_before(text, start, numeral.start, language):
        factor, stop = (Decimal(1), numeral.end) if numeral.scaled else short_scale(text, numeral.end)
        return [Quantity(money[0], stop, value * factor, "money", money[1], "money")]
    found = []
    for unit in units_after(text, of_unit(text, numeral, end, language), end, language):
        factor, stop = (
            scaled(text, unit.end, end, language) if unit.kind == "money" and not numeral.scaled else (Decimal(1), 0)
        )
        if unit.code == "ft" and (inches := _inches(text, unit.end, end, language)):
            found.append(Quantity(numeral.start, inches[1], value + inches[0] / 12, unit.measure, "ft", unit.kind))
        elif unit.kind == "money" and (rest := small_change(text, unit.end, end, language)):
            found.append(Quantity(numeral.start, rest[1], value + rest[0], unit.measure, unit.code, unit.kind))
        else:
            found.append(
                Quantity(numeral.start, max(stop, unit.end), value * factor, unit.measure, unit.code, unit.kind)
            )
    return found


_NEXT = re.compile(r"[ \u00a0](?:and )?(?=\w)")


def _inches(text: str, at: int, end: int, language: str) -> tuple[Decimal, int] | None:
    """Return the inches behind feet and where they end: "5 feet 2 inches"."""
    gap = _NEXT.match(text, at, end)
    numerals = find_numerals(text, language, gap.end(), min(end, gap.end() + 24)) if gap else ()
    if gap is None or not numerals or numerals[0].start != gap.end() or not 0 < numerals[0].low < 12:
        return None
    units = units_after(text, numerals[0].end, end, language)
    return next(((numerals[0].low, unit.end) for unit in units if unit.code == "in"), None)
