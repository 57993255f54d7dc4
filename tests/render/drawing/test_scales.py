"""Scales and ticks of drawings: everything stands where its date says, and words keep their distance."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.render.drawing.scales import lanes, percent, rises, scale, span, uncrowded, width

DAYS = st.dates(date.min, date.max).map(date.isoformat)
SPANS = st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), min_size=1, max_size=6)


def days(first: str, last: str) -> tuple[float, float]:
    begin, end = span(first, last)
    assert begin is not None and end is not None
    return begin, end


@pytest.mark.parametrize(
    ("edtf", "length"),
    [("2023", 365), ("2024", 366), ("2024-02", 29), ("2024-02-29", 1), ("2024-02-29T14", 1 / 24), ("9999", 365),
     ("0001-01-01", 1), ("2024-02-29T14:30", 1 / 1440), ("2024-02-29T99", 1)],
)  # fmt: skip
def test_a_date_is_as_long_as_what_is_known(edtf: str, length: float) -> None:
    """A year takes a year, a day a day, an hour an hour; an hour that no clock shows takes its day."""
    begin, end = days(edtf, edtf)
    assert end - begin == pytest.approx(length)


def test_a_date_without_a_year_has_no_place() -> None:
    """What cannot be placed is not placed."""
    assert span("XXXX-11-01", "XXXX-11-01") == (None, None)
    assert span(None, "2031") == (None, days("2031", "2031")[1])


@given(SPANS, st.booleans())
def test_every_span_has_its_place_in_the_order_of_time(spans: list[tuple[str, str]], cut: bool) -> None:
    """Whatever the dates, from the year 1 to 9999: what is later never stands further left, and all is on the line."""
    known = [days(*one) for one in spans]
    line = scale(known, cut=cut)
    places = [line.at(moment) for moment in sorted(end for one in known for end in one)]
    assert places == sorted(places)
    assert places[0] >= 0 and places[-1] <= 100
    assert all(line.at(begin) < line.at(end) or end - begin < 0.001 * 3_652_059 for begin, end in known)


@given(SPANS)
def test_ticks_stand_in_order_on_the_line(spans: list[tuple[str, str]]) -> None:
    """An axis has one mark at least, few enough to read, none outside the line."""
    line = scale([days(*one) for one in spans])
    at = [tick.at for tick in line.ticks()]
    assert at == sorted(at)
    assert 1 <= len(at) <= 20
    assert at[0] >= 0 and at[-1] <= 100


def test_widths_are_in_proportion() -> None:
    """Where nothing is cut out, two years are twice as wide as one."""
    line = scale([days("2020", "2029")])
    one, two = (line.at(days(*s)[1]) - line.at(days(*s)[0]) for s in (("2021", "2021"), ("2021", "2022")))
    assert two == pytest.approx(2 * one, abs=0.1)


def test_a_long_empty_stretch_is_cut_out_and_said_to_be() -> None:
    """A lone date two centuries back leaves the rest readable."""
    spans = [days("1821", "1821"), days("2021-01", "2021-01"), days("2023-05", "2023-05")]
    line = scale(spans)
    assert len(line.cuts) == 1
    assert line.at(spans[2][0]) - line.at(spans[1][0]) > 30
    assert scale(spans, cut=False).cuts == ()


def test_a_single_day_has_neighbours() -> None:
    """One day alone is a mark in a week, not a bar across the page."""
    day = days("2023-05-19", "2023-05-19")
    line = scale([day])
    assert line.at(day[1]) - line.at(day[0]) < 20


def test_no_time_no_line() -> None:
    """A line of nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="needs a time"):
        scale([])


@given(st.lists(st.tuples(st.floats(0, 100), st.text(max_size=12)), max_size=12), st.integers(150, 1200))
def test_labels_that_are_kept_do_not_touch(labels: list[tuple[float, str]], pixels: int) -> None:
    """Of words that would run into each other only those with room are kept, and the first always is."""
    kept = uncrowded(labels, pixels=pixels)
    assert not labels or kept[0]
    middles = sorted(
        (min(max(at * pixels / 100, width(words) / 2 + 3), pixels - width(words) / 2 - 3), width(words) / 2)
        for (at, words), shown in zip(labels, kept, strict=True)
        if shown
    )
    assert all(right[0] - left[0] >= left[1] + right[1] for left, right in pairwise(middles))


def test_those_to_be_kept_come_first() -> None:
    """A label that a narrow drawing shows is shown on a wide one too."""
    labels = [(0.0, "January 2020"), (3.0, "B"), (50.0, "C")]
    assert uncrowded(labels, pixels=300, first=(False, True, False)) == (False, True, True)


@given(st.lists(st.tuples(st.floats(0, 90), st.floats(0, 10)), max_size=20))
def test_bars_in_one_lane_do_not_touch(found: list[tuple[float, float]]) -> None:
    """Two bars share a lane only with a gap between them."""
    spans = sorted((left, left + size) for left, size in found)
    own = list(zip(lanes(spans, gap=1.0), spans, strict=True))
    for lane in {lane for lane, _ in own}:
        assert all(one[1] + 1.0 <= other[0] for one, other in pairwise([s for n, s in own if n == lane]))


@given(st.floats(0, 1e15, allow_nan=False, allow_subnormal=False))
def test_the_lines_of_a_chart_hold_its_values_from_nought(highest: float) -> None:
    """The axis begins at nought, is even, and reaches the highest value: no logarithm, nothing cut off."""
    found = rises(highest)
    steps = {round((b - a) / (found[1] - found[0]), 6) for a, b in pairwise(found)}
    assert found[0] == 0 and found[-1] >= highest * (1 - 1e-9) and steps == {1.0}
    assert 2 <= len(found) <= 7


def test_wide_letters_count_twice() -> None:
    """Words in Chinese take the room that they take."""
    assert width("中文") == 2 * width("ab")


def test_numbers_are_written_alike_everywhere() -> None:
    """No drawing depends on how a machine prints a fraction."""
    assert [percent(value) for value in (0, 12.5, 33.333333, 100.0)] == ["0%", "12.5%", "33.33%", "100%"]


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(1, 4000))
def test_a_mark_is_a_calendar_mark(first: date, length: int) -> None:
    """Months and years begin on their first day; the words beside a mark are true."""
    begin, end = days(first.isoformat(), (first + timedelta(days=length)).isoformat())
    for tick in scale([(begin, end)]).ticks():
        day = date.fromordinal(int(tick.moment))
        assert tick.unit != "month" or day.day == 1
        assert tick.unit != "year" or (day.month, day.day) == (1, 1)


def test_a_lone_day_between_cuts_is_no_wide_bar() -> None:
    """Where empty years are cut out, each stretch has room around its dates."""
    spans = [days("1821-07-28", "1821-07-28"), days("1968-10-03", "1968-10-03")]
    line = scale(spans)
    assert len(line.cuts) == 1
    assert all(line.at(end) - line.at(begin) < 1 for begin, end in spans)
