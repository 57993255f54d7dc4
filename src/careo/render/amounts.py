"""Figures in words: stated bounds stay bounds, and a vague word never becomes a point."""

import re

from careo.model.seen import Figure
from careo.render.when import spoken

_VALUE = re.compile(r"(<=|>=|<|>|~)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(?: (\S+))?")
_BOUNDS = {"<": "almost or under {}", "<=": "at most {}", ">": "more than {}", ">=": "at least {}"}


def amount(figure: Figure) -> str:
    """Put the value of a figure in words: `almost or under 70 persons`, `vague: read as 24 to 99 persons`."""
    words = _range(figure)
    if figure.vague is not None:
        words = f"vague: read as {words}"
    return words if figure.low is figure.high is None else _with_unit(words, figure)


def details(figure: Figure) -> str:
    """Say what is counted, what the count covers and up to when, as far as the report says it."""
    said = (
        figure.group and f"counted: {figure.group}",
        figure.scope and f"covers: {figure.scope}",
        figure.as_of and f"as of {spoken(figure.as_of)}",
    )
    return "; ".join(words for words in said if words)


def value_words(value: str) -> str:
    """Put the value of a claim's figure slot in words: `>=1200` becomes `at least 1,200`.

    A form that this function does not know is returned as it stands.
    """
    found = _VALUE.fullmatch(value)
    if found is None:
        return value
    sign, low, high, unit = found.groups()
    written = " to ".join(number(float(bound)) for bound in (low, high) if bound)
    written = f"about {written}" if sign == "~" else _BOUNDS.get(sign, "{}").format(written)
    return f"{written}%" if unit == "%" else f"{written} {unit}" if unit else written


def number(value: float) -> str:
    """Write a number in English digits with thousands marked by commas."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def _range(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if figure.comparator in ("<", "<=") and high is not None:
        return _bound(figure.comparator, high) + (f", not below {number(low)}" if low else "")
    if figure.comparator in (">", ">=") and low is not None:
        return _bound(figure.comparator, low) + (f", not above {number(high)}" if high is not None else "")
    about = "about " if figure.comparator == "~" else ""
    return about + _between(low, high)


def _between(low: float | None, high: float | None) -> str:
    if low is None:
        return "no value worked out" if high is None else _bound("<=", high)
    if high is None:
        return _bound(">=", low)
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def _bound(comparator: str, value: float) -> str:
    return _BOUNDS[comparator].format(number(value))


def _with_unit(words: str, figure: Figure) -> str:
    if figure.unit is None:
        return words
    if figure.unit == "%":
        return f"{words}%"
    unit = "persons" if figure.unit == "person" and words != "1" else figure.unit
    return f"{words} {unit}"
