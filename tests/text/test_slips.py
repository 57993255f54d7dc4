"""Slips that may lie behind two values, and how names and numbers differ."""

import pytest

from careo.model.seen import Figure, Time
from careo.text.names.spelling import spelled_apart
from careo.text.numbers.rounding import is_rounded
from careo.text.values.slips import acronym_slip, figure_slip, time_slip


def figure(value: float, unit: str | None = None) -> Figure:
    """Return an exact figure."""
    return Figure("count", value, value, "=", None, unit, None, None, None, "x", 0, 1)


def day(value: str) -> Time:
    """Return a whole day."""
    return Time("event", "x", 0, 1, value, value, "day", None, "test")


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (figure(5_400), figure(5_400_000), "thousand and million"),
        (figure(3e6, "EUR"), figure(3e9, "EUR"), "milliard"),
        (figure(2.5, "m"), figure(25, "m"), "decimal"),
        (figure(1_352), figure(1_532), "two digits"),
        (figure(40, "km"), figure(40, "mi"), "unit was mistaken"),
        (figure(40, "km"), figure(25, "km"), "unit was kept"),
        (figure(30, "°C"), figure(86, "°C"), "degrees"),
        (figure(17), figure(19), None),
        (figure(0), figure(0), None),
    ],
)
def test_slips_of_figures_are_named(one: Figure, other: Figure, says: str | None) -> None:
    """A rule speaks where it fits, in either order, and is silent elsewhere."""
    for slip in (figure_slip(one, other), figure_slip(other, one)):
        assert slip is None if says is None else says in str(slip)


def test_swapped_day_and_month_are_named() -> None:
    """3 September and 9 March, but not two other days, nor a date that reads the same both ways."""
    assert time_slip(day("2031-09-03"), day("2031-03-09")) == "possibly day and month were swapped"
    assert time_slip(day("2031-09-03"), day("2031-09-04")) is None
    assert time_slip(day("2031-09-09"), day("2031-09-09")) is None


def test_an_acronym_written_out_in_two_ways_is_named() -> None:
    """Bodies of two kinds with the same initials, or the letters themselves; one kind is no slip."""
    assert "LNV" in str(acronym_slip("Liga Nacional de Vecinos", "LNV", ("party", "police")))
    assert acronym_slip("Liga Nacional Verde", "Lega Nazionale Verde", ("party", "party")) is None
    assert acronym_slip("Liga Nacional Verde", "Guardia Nacional", ("party", "police")) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ilse Marwede", "Marwede", False),
        ("Ilse Marwede", "Marwedes", False),
        ("Dr. Ilse Marwede", "Ilse Marwede", False),
        ("José Quintal", "Jose Quintal", False),
        ("Ilse Marwede", "Ilse Marvede", True),
        ("Peña", "Pena", True),
        ("European Union", "EU", True),
    ],
)
def test_spelling_is_told_from_length(one: str, other: str, apart: bool) -> None:
    """A short form, a title, a genitive and an accent are no other spelling."""
    assert spelled_apart(one, other) is spelled_apart(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "share", "rounded"),
    [
        (20_000_000, 20_400_000, False, True),
        (12_000, 11_800, False, True),
        (30, 28, False, False),
        (1_500, 700, False, False),
        (60, 61, True, True),
        (2, 2.5, True, False),
    ],
)
def test_rounding_is_told_from_another_count(one: float, other: float, share: bool, rounded: bool) -> None:
    """Great numbers and shares in tenths are rounded, small counts are not."""
    assert is_rounded(one, other, share=share) is is_rounded(other, one, share=share) is rounded
