"""Slips that may lie behind two values that cannot both hold: offered to the reader, never applied."""

from math import isclose

from careo.model import reasons
from careo.model.seen import Figure, Time
from careo.text.names.acronyms import letters_of
from careo.text.normalise import fold
from careo.text.times.edtf import point
from careo.text.words import is_capital, words

_SIGN = "possibly a decimal sign was misread"
_SCALES = {10: _SIGN, 100: _SIGN, 1000: reasons.THOUSAND, 10**6: "possibly million and billion were mixed up"}
_MILLIARD = 1e9
"""From here on a factor of 1,000 is a billion of one language told as the milliard of another, or "mil millones"."""
_CONVERTED = {"km": 1.609344, "mi": 1.609344, "m": 3.28084, "ft": 3.28084, "kg": 2.20462, "lb": 2.20462}
"""Unit to what a number is multiplied or divided by when it is converted to the other common unit of its kind."""
_NEAR = 0.02
"""How far, as a share, a converted number may be rounded and still tell of the conversion."""
_LETTERS = 3
"""Letters that two names must begin with alike to be taken for one acronym read in two ways."""


def figure_slip(one: Figure, other: Figure) -> str | None:
    """Say what slip may have made one figure of the other; `None` where no rule fits or one is no single number."""
    if one.low is None or other.low is None or one.low != one.high or other.low != other.high:
        return None
    low, high = sorted((one.low, other.low))
    if one.unit != other.unit:
        units = f"{one.unit or 'none'} / {other.unit or 'none'}"
        return f"possibly the unit was mistaken, the number is the same: {units}" if low == high else None
    return _scaled(low, high) or _converted(low, high, one.unit) or _swapped(_digits(low), _digits(high))


def number_slip(one: str, other: str) -> str | None:
    """Say whether two digits of one number, such as a law's, are swapped in the other."""
    return _swapped(one, other)


def time_slip(one: Time, other: Time) -> str | None:
    """Say whether the day and the month of one date are swapped in the other."""
    a, b = (point(time.first) if time.first and time.first == time.last else None for time in (one, other))
    if a is None or b is None or a.day is None or b.day is None:
        return None
    if a.year == b.year and a.day != a.month and (a.day, a.month) == (b.month, b.day):
        return reasons.SWAPPED
    return None


def acronym_slip(one: str, other: str, kinds: tuple[str | None, str | None]) -> str | None:
    """Say whether two bodies of different kinds may be one acronym written out in two ways.

    `kinds` are what the names' own words say they are ("party", "police"); without both nothing is said.
    """
    letters = {_initials(name) for name in (one, other)}
    if None in kinds or kinds[0] == kinds[1] or len(letters) > 1:
        return None
    shared = letters.pop()
    if len(shared) < _LETTERS:
        return None
    return f"possibly the letters {shared.upper()} were written out in two ways: {one} / {other}"


def _scaled(low: float, high: float) -> str | None:
    for factor, told in _SCALES.items():
        if low > 0 and isclose(high, low * factor, rel_tol=1e-9):
            if factor == 1000 and high >= _MILLIARD:
                return "possibly million and billion (milliard, mil millones) were mixed up"
            return told
    return None


def _converted(low: float, high: float, unit: str | None) -> str | None:
    if unit in ("°C", "°F") and isclose(high, low * 1.8 + 32, abs_tol=0.6):
        return "possibly the degrees were converted and the scale was kept, or the other way round"
    factor = _CONVERTED.get(unit or "")
    if factor and low > 0 and isclose(high, low * factor, rel_tol=_NEAR):
        return "possibly the number was converted and the unit was kept, or the other way round"
    return None


def _digits(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _swapped(a: str, b: str) -> str | None:
    differing = [at for at, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]]
    if len(a) != len(b) or len(differing) != 2 or differing[1] - differing[0] != 1:
        return None
    at = differing[0]
    return reasons.DIGITS if a[at : at + 2] == b[at : at + 2][::-1] else None


def _initials(name: str) -> str:
    """Return the letters of an acronym, or those that the capital words of a name begin with."""
    if " " not in name and name.isupper():
        return fold(letters_of(name))
    return fold("".join(word.text[0] for word in words(name, 0, len(name)) if is_capital(word)))
