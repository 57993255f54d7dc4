"""Units in words, as readers of a language write them: `40 Tonnen`; a code that no table has stays as it is."""

import re
from collections.abc import Mapping
from functools import cache

from careo.render.wording.speech import Speech
from careo.text.numbers import unit_tables

_SEVERAL = 2
_CURRENCY = re.compile(r"[A-Z]{3}")


@cache
def _keys() -> Mapping[str, str]:
    """Return our code to CLDR's key; of two units with one code the one that stands first in the table."""
    return {code: key for key, (code, *_) in reversed(tuple(unit_tables.UNITS.items()))} | {
        "%": "concentr-percent", "a": "duration-year", "mo": "duration-month", "wk": "duration-week",
        "d": "duration-day", "h": "duration-hour", "min": "duration-minute", "s": "duration-second",
    }  # fmt: skip


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency."""
    return unit is not None and unit not in _keys() and _CURRENCY.fullmatch(unit) is not None


def number(value: float, unit: str | None, speech: Speech) -> str:
    """Write how much of a unit: a sum of money as people say it, `1.8 billion`, where that loses nothing."""
    return (speech.in_words(value) if is_money(unit) else None) or speech.number(value)


def with_unit(written: str, value: float, unit: str, speech: Speech) -> str:
    """Say a value, written as `written` (`24 to 99`), with its unit in the number that the value asks for."""
    if unit == "person":
        return speech("{value} person", value=written) if value == 1 else speech("{value} persons", value=written)
    if unit in _keys():
        return speech.measured(value, _keys()[unit], written)
    if not is_money(unit):
        return f"{written} {unit}"
    name = speech.currency(unit, value)
    if speech.in_words(value) is None:
        return f"{written} {name}"
    return speech("{millions} {currency}", millions=written, currency=name)


def unit_name(unit: str, speech: Speech) -> str:
    """Name a unit by itself."""
    if unit == "person":
        return speech("persons")
    if unit in _keys():
        return speech.measured(_SEVERAL, _keys()[unit], "").strip()
    return speech.currency(unit, _SEVERAL) if is_money(unit) else unit
