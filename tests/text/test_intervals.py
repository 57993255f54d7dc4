"""Figures as intervals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.seen import Figure
from careo.text.numbers.intervals import bounds, figure_value, relate


def figure(low: float | None, high: float | None, comparator: str = "=", vague: str | None = None) -> Figure:
    return Figure("killed", low, high, comparator, vague, "person", None, None, None, "", 0, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (figure(600, 600), figure(600, 600), "equal"),
        (figure(600, 600), figure(1500, 1500), "disjoint"),
        (figure(None, 70, "<"), figure(69, 69), "contains"),
        (figure(None, 70, "<"), figure(70, 70), "disjoint"),
        (figure(None, 70, "<"), figure(40, 40), "disjoint"),
        (figure(0, 70, "<"), figure(40, 40), "contains"),
        (figure(12, None, ">="), figure(15, 15), "contains"),
        (figure(12, None, ">"), figure(12, 12), "disjoint"),
        (figure(200, 999, "~", "hundreds"), figure(700, 700), "contains"),
        (figure(200, 999, "~", "hundreds"), figure(1500, 1500), "disjoint"),
        (figure(10, 12), figure(11, 14), "overlaps"),
        (figure(100, 100, "~"), figure(108, 108), "contains"),
    ],
)
def test_figures_stand_to_each_other_as_read(one: Figure, other: Figure, standing: str) -> None:
    """Comparators and vague words widen or open a figure exactly as the design pins them."""
    assert relate(bounds(one), bounds(other)) == standing


@given(*[st.floats(0, 1e6)] * 4)
def test_the_order_of_two_figures_does_not_matter(a: float, b: float, c: float, d: float) -> None:
    """How two intervals stand to each other is symmetric."""
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    assert relate(one, other) == relate(other, one)


def test_a_bound_not_stated_stays_open() -> None:
    """Nobody invents an upper end for "at least 12"."""
    assert bounds(figure(12, None, ">=")) == (12, math.inf)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (figure(600, 600), "600"),
        (figure(None, 70, "<"), "<70"),
        (figure(12, None, ">="), ">=12"),
        (figure(200, 999, "~", "hundreds"), "200..999"),
        (figure(None, None, "~"), "~?"),
    ],
)
def test_a_value_is_written_without_its_words(given: Figure, written: str) -> None:
    """The same value is written the same way in every language."""
    assert figure_value(given) == written
