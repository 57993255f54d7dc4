"""Figures in words: stated bounds stay bounds, and a vague word never becomes a point."""

import re
from dataclasses import dataclass

from careo.model.seen import Figure
from careo.render.wording.speech import ENGLISH, Speech
from careo.render.wording.units import is_money, number, with_unit
from careo.render.wording.when import spoken

_VALUE = re.compile(r"(<=|>=|<|>|~)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(?: (\S+))?")
_SUM = re.compile(r"(?<![\w.,])(\d{7,}) ([A-Z]{3})\b")
_BOUNDS = {
    "<": "almost or under {value}",
    "<=": "at most {value}",
    ">": "more than {value}",
    ">=": "at least {value}",
    "~": "about {value}",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value of a claim's figure slot: `>=60`, `24..99`, `37000000000 USD`."""

    sign: str
    """`<` `<=` `>` `>=` `~`, or empty."""
    low: float
    high: float
    unit: str
    """Empty where people or things are counted."""


def amount_of(value: str) -> Amount | None:
    """Read a value as a claim's slot writes it; `None` where it is of another form."""
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    sign, low, high, unit = found.groups(default="")
    return Amount(sign, float(low), float(high or low), unit)


def amount(figure: Figure, speech: Speech = ENGLISH) -> str:
    """Put the value of a figure in words: `almost or under 70 persons`, `vague: read as 24 to 99 persons`."""
    words = _range(figure, speech)
    if figure.vague is not None:
        words = speech("vague: read as {value}", value=words)
    value = figure.low if figure.high is None else figure.high
    return words if value is None or figure.unit is None else with_unit(words, value, figure.unit, speech)


def details(figure: Figure, speech: Speech = ENGLISH) -> str:
    """Say what is counted, what the count covers and up to when, as far as the report says it."""
    said = (
        figure.group and speech("counted: {group}", group=figure.group),
        figure.scope and speech("covers: {scope}", scope=figure.scope),
        figure.as_of and speech("as of {day}", day=spoken(figure.as_of, speech)),
    )
    return "; ".join(words for words in said if words)


def value_words(value: str, speech: Speech = ENGLISH) -> str:
    """Put the value of a claim's figure slot in words: `>=1200` becomes `at least 1,200`.

    A form that this function does not know is returned as it stands.
    """
    found = amount_of(value)
    if found is None:
        return value
    written = _between(found.low, found.high, found.unit, speech)
    written = speech(_BOUNDS[found.sign], value=written) if found.sign else written
    return with_unit(written, found.high, found.unit, speech) if found.unit else written


def listed(value: str) -> str:
    """Return a value for a list of many: as it is written in a claim, but for large sums of money, `>=1.8 billion USD`.

    Below a million, and where words would round, the digits of a sum are grouped.
    """
    found = amount_of(value)
    if found is None or not is_money(found.unit):
        return value
    low, high = (number(end, found.unit, ENGLISH) for end in (found.low, found.high))
    return f"{found.sign}{low if low == high else f'{low}..{high}'} {found.unit}"


def sums(text: str, speech: Speech = ENGLISH) -> str:
    """Return a reason with its large sums of money as people read them: `1.8 billion PEN` for `1800000000 PEN`."""
    return _SUM.sub(lambda found: f"{number(float(found[1]), found[2], speech)} {found[2]}", text)


def _range(figure: Figure, speech: Speech) -> str:
    low, high, unit = figure.low, figure.high, figure.unit
    if figure.comparator in ("<", "<=") and high is not None:
        words = _bound(figure.comparator, high, unit, speech)
        return speech("{value}, not below {low}", value=words, low=number(low, unit, speech)) if low else words
    if figure.comparator in (">", ">=") and low is not None:
        words = _bound(figure.comparator, low, unit, speech)
        if high is None:
            return words
        return speech("{value}, not above {high}", value=words, high=number(high, unit, speech))
    words = _between(low, high, unit, speech)
    return speech(_BOUNDS["~"], value=words) if figure.comparator == "~" else words


def _between(low: float | None, high: float | None, unit: str | None, speech: Speech) -> str:
    if low is None:
        return speech("no value worked out") if high is None else _bound("<=", high, unit, speech)
    if high is None:
        return _bound(">=", low, unit, speech)
    if low == high:
        return number(low, unit, speech)
    return speech("{first} to {last}", first=number(low, unit, speech), last=number(high, unit, speech))


def _bound(comparator: str, value: float, unit: str | None, speech: Speech) -> str:
    return speech(_BOUNDS[comparator], value=number(value, unit, speech))
