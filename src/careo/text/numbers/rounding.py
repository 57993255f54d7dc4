"""Whether one of two numbers is the other, rounded: 12,000 for 11,800, 20 million for 20.4 million."""

from decimal import Decimal

_NEAR = 0.05
"""How far, as a share, a rounded number may lie from the exact one: half a unit of the second digit of 10 to 99."""
_LEAST = 100
"""Smaller counts are told exactly: 30 dead and 28 dead are two counts."""
_TENTH = 10
_SHARE = 5
"""Points that a share told in tenths ("six in ten") may lie from the exact one."""


def is_rounded(one: float, other: float, *, share: bool = False) -> bool:
    """Tell whether the rounder of two numbers is what the other becomes at its last digit that is not 0."""
    if share:
        return 0 < abs(one - other) <= _SHARE and min(one, other) >= _TENTH and (one % 10 == 0) != (other % 10 == 0)
    rough, exact = sorted((one, other), key=_digits)
    if _digits(rough) >= _digits(exact) or min(abs(one), abs(other)) < _LEAST:
        return False
    return abs(rough - exact) <= _NEAR * abs(exact)


def _digits(value: float) -> int:
    """Return how many digits a number has without the zeros at its end."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)
