"""Comparing times."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.seen import Time
from careo.text.times.edtf import Point, compare_times, of_date, point


def time(first: str | None, last: str | None = "same") -> Time:
    end = first if last == "same" else last
    return Time(None, "", 0, 0, first, end, "day", None, "")


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (time("2023-05-19"), time("2023-05-19"), "equal"),
        (time("2023-05"), time("2023-05-01", "2023-05-31"), "equal"),
        (time("2023-05"), time("2023-05-19"), "contains"),
        (time("2023-05-19"), time("2023"), "contains"),
        (time("2023-05-19"), time("2023-05-20"), "disjoint"),
        (time("2022"), time("2023-01"), "disjoint"),
        (time("2023-05-01", "2023-05-10"), time("2023-05-08", "2023-05-20"), "overlaps"),
        (time("2023-05-22", "2023-05-28"), time("2023-05-24"), "contains"),
        (time("2023-05-19T10:00"), time("2023-05-19"), "equal"),
        (time("XXXX-11-01"), time("2023-11-01"), "unknown"),
        (time("XXXX-11-01"), time("XXXX-11-01"), "unknown"),
        (time("XXXX-11-01"), time("2023"), "unknown"),
        (time("XXXX-11-01"), time("2023-11"), "unknown"),
        (time("XXXX-11-01"), time("XXXX-11-02"), "disjoint"),
        (time("XXXX-11-01"), time("2023-05-03"), "disjoint"),
        (time("XXXX-11-01"), time("2023-05"), "disjoint"),
        (time("XXXX-12", "XXXX-01"), time("2023-01-05"), "unknown"),
        (time("XXXX-12", "XXXX-01"), time("2023-03-05"), "disjoint"),
        (time("XXXX-02-29"), time("2023-03-01"), "disjoint"),
        (time(None), time("2023"), "unknown"),
        (time("2023", None), time("2024"), "unknown"),
        (time("nonsense"), time("2023"), "unknown"),
    ],
)
def test_compare(one: Time, other: Time, standing: str) -> None:
    """Times stand as their days do; without a year only days of the year that cannot meet are told apart."""
    assert compare_times(one, other) == standing
    assert compare_times(other, one) == standing


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 1))
lengths = st.integers(min_value=0, max_value=500)


@given(days, lengths, days, lengths)
def test_compare_is_what_the_days_say(one: date, length: int, other: date, other_length: int) -> None:
    """For full dates the answer follows from the sets of days, in both directions."""
    a = range(one.toordinal(), one.toordinal() + length + 1)
    b = range(other.toordinal(), other.toordinal() + other_length + 1)
    times = [
        time(str(of_date(start)), str(of_date(start + timedelta(days=size))))
        for start, size in ((one, length), (other, other_length))
    ]
    shared = len(range(max(a[0], b[0]), min(a[-1], b[-1]) + 1))
    wanted = (
        "equal" if a == b else "disjoint" if not shared else "contains" if shared in (len(a), len(b)) else "overlaps"
    )
    assert compare_times(*times) == compare_times(*reversed(times)) == wanted


@given(days, days)
def test_an_unknown_year_is_never_completed(one: date, other: date) -> None:
    """A day without a year is disjoint from another day exactly where their days of the year differ."""
    yearless = time(f"XXXX-{one.month:02}-{one.day:02}")
    same = (one.month, one.day) == (other.month, other.day)
    assert compare_times(yearless, time(str(of_date(other)))) == ("unknown" if same else "disjoint")


@given(days)
def test_points_come_back(day: date) -> None:
    """A point written and read is itself, as exact as it was."""
    for at in (of_date(day), Point(day.year, day.month), Point(day.year), Point(None, day.month)):
        assert point(str(at)) == at


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13", "23-05-01", "", "2023/05", "0000"])
def test_what_is_no_date_is_none(value: str) -> None:
    """Dates that no calendar has are not read."""
    assert point(value) is None
