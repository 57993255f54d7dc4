"""What a figure allows, as an interval, and how two figures stand to each other.

The bounds for comparing: `< N` ("almost N") is [.9 N, N); `~ N` is [.9 N, 1.1 N]; a missing bound is open.
"""

import math
from typing import Literal

from careo.model.seen import Figure

Bounds = tuple[float, float]
Standing = Literal["equal", "contains", "overlaps", "disjoint"]

_NEARLY = 0.9
"""The least share of N that "almost N" may mean, as the design pins it."""
_ABOUT = 0.1
"""How far "about N" reaches to either side; the same width as "almost", since no better measure is at hand."""


def bounds(figure: Figure) -> Bounds:
    """Return the closed interval of values a figure allows, for comparing only."""
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.vague is not None:
        return low, high
    if figure.comparator == "<" and figure.high is not None:
        # "almost 70" states no lower bound, "fewer than 70" states 0
        return _NEARLY * figure.high if figure.low is None else low, math.nextafter(figure.high, -math.inf)
    if figure.comparator == ">" and figure.low is not None:
        return math.nextafter(figure.low, math.inf), high
    if figure.comparator == "~" and low == high:
        return (1 - _ABOUT) * low, (1 + _ABOUT) * high
    return low, high


def relate(one: Bounds, other: Bounds) -> Standing:
    """Say how two intervals stand to each other; the order does not matter."""
    if one == other:
        return "equal"
    if one[1] < other[0] or other[1] < one[0]:
        return "disjoint"
    inside = one[0] >= other[0] and one[1] <= other[1]
    around = one[0] <= other[0] and one[1] >= other[1]
    return "contains" if inside or around else "overlaps"


def figure_value(figure: Figure) -> str:
    """Write a figure's value without its words: `600`, `<70`, `200..999`, `>=12`, with its unit where it has one."""
    numbers = [_number(bound) for bound in (figure.low, figure.high) if bound is not None]
    body = "..".join(sorted(set(numbers), key=numbers.index)) or "?"
    told = figure.comparator == "~" and len(set(numbers)) > 1  # "between 300 and 400" is about nothing
    plain = figure.comparator == "=" or figure.vague is not None or told
    sign = "" if plain else figure.comparator
    unit = f" {figure.unit}" if figure.unit and figure.unit != "person" else ""
    return f"{sign}{body}{unit}"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(value)
