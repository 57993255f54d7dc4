"""When things were: every time that a sentence gives, none chosen, and no date of a report among them."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stages.lifecycle import laid_out, told
from tests.table import make_statement, make_time

from careo.model.derived import Happening
from careo.model.seen import Part, Report, Statement
from careo.stages.timeline import timeline

Told = tuple[Report, Statement]


def arrival(text: str, day: str, first: str | None, last: str | None = None, **more: Any) -> Told:
    """Return a report in which a ship came at a time, and its statement."""
    report = told(text, published=more.pop("published", "2031-03-10"), language=more.pop("language", "en"))
    time = {name: more.pop(name) for name in ("role", "precision") if name in more}
    fields = {name: more.pop(name) for name in ("modality", "polarity") if name in more}
    times = (make_time(report, day, first, last or first, **time),)
    made = make_statement(report, more.pop("type_", "DEPLOY"), "came")
    return report, replace(made, times=times, **fields)


FIRST = arrival("The ship came on 3 March.", "3 March", "2031-03-03")
SAME = arrival("Two ships, they say, came on 3 March.", "3 March", "2031-03-03")
OTHER = arrival("A ship came on 4 March.", "4 March", "2031-03-04")
MONTH = arrival("The ship came in March.", "March", "2031-03", precision="month")
YEARLESS = arrival("The ship came on 1 June.", "1 June", "XXXX-06-01")


def lines(told_: list[Told], *groups: tuple[int, ...]) -> tuple[Happening, ...]:
    return timeline(*laid_out(told_, groups))


def test_every_time_of_a_claim_stands_and_none_is_chosen() -> None:
    """Witnesses who give one day stand together; another day, or a whole month, is another line."""
    found = lines([FIRST, SAME, OTHER, MONTH], (0, 1, 2, 3))
    assert [(one.first, one.precision, len(one.statements)) for one in found] == [
        ("2031-03", "month", 1), ("2031-03-03", "day", 2), ("2031-03-04", "day", 1)
    ]  # fmt: skip
    assert len({one.claim for one in found}) == 1
    assert len({one.id for one in found}) == 3


def test_the_date_of_a_report_is_no_time_of_what_it_tells() -> None:
    """A sentence without a time gives none, however well its report is dated."""
    report = told("A ship came.", published="2031-03-10")
    assert lines([(report, make_statement(report, "DEPLOY", "came"))]) == ()


@pytest.mark.parametrize("role", ["said", "as_of"])
def test_when_it_was_said_or_counted_is_not_when_it_was(role: str) -> None:
    """The time of a saying and the day of a count are times of something else."""
    assert lines([arrival("The ship came, he said on 3 March.", "3 March", "2031-03-03", role=role)]) == ()


def test_the_period_of_a_figure_is_no_happening() -> None:
    """What was measured for a year did not happen in it."""
    assert lines([arrival("The ore that came in 2030.", "2030", "2030", type_="INDICATOR")]) == ()


@pytest.mark.parametrize(
    ("first", "last"), [("XXXX-06-01", "XXXX-06-01"), (None, None), ("2031-05-02", "2031-05-01"), ("2031-02-30", None)]
)
def test_what_has_no_place_on_a_line_comes_last_and_says_so(first: str | None, last: str | None) -> None:
    """A day without a year is not given one; nor is a time drawn that ends before it begins."""
    odd = arrival("The ship came some day.", "some day", first, last)
    found = lines([odd, OTHER])
    assert [(one.first, one.dated) for one in found] == [("2031-03-04", True), (first, False)]


def test_half_open_times_are_dated() -> None:
    """`Until May` has an end, and that is enough for a place on the line."""
    report, statement = arrival("The ship came until May.", "until May", None)
    (time,) = statement.times
    (found,) = lines([(report, replace(statement, times=(replace(time, last="2031-05"),)))])
    assert (found.first, found.last, found.dated) == (None, "2031-05", True)


def test_what_is_told_before_its_day_was_not_done_yet() -> None:
    """`They came on 20 March` in a report of 10 March tells of a plan, whatever its verb says."""
    ahead = arrival("The ship came on 20 March.", "20 March", "2031-03-20")
    unknown = arrival("A ship came on 20 March.", "20 March", "2031-03-20", published=None)
    month = arrival("Ships came on 20 March.", "20 March", "2031-03-20", published="2031-03")
    assert [one.stage for one in lines([ahead])] == ["planned"]
    assert [one.stage for one in lines([unknown])] == ["done"]
    assert [one.stage for one in lines([month])] == ["done"]


def test_an_update_speaks_as_of_its_own_day() -> None:
    """What an update of 21 March tells of 20 March is done, though the report is older."""
    report, statement = arrival("The ship came on 20 March.", "20 March", "2031-03-20")
    dated = replace(report, parts=(Part("update", 0, len(report.text), "en", "2031-03-21", None),))
    assert [one.stage for one in lines([(dated, statement)])] == ["done"]


@pytest.mark.parametrize(
    ("modality", "stage"),
    [("occurred", "done"), ("ongoing", "done"), ("authorised", "planned"), ("demanded", "planned"),
     ("threatened", "planned"), ("alleged", "unclear"), ("unknown", "unclear")],
)  # fmt: skip
def test_done_planned_and_unclear_are_told_apart(modality: str, stage: str) -> None:
    """What is authorised, demanded or threatened has not happened by that."""
    said = arrival("The ship came on 3 March.", "3 March", "2031-03-03", modality=modality)
    assert [one.stage for one in lines([said])] == [stage]


def test_done_by_one_and_denied_by_another_stand_side_by_side() -> None:
    """A denial of the same day is a line of its own, not a vote against the other."""
    denied = arrival("No ship, they insist, came on 3 March.", "3 March", "2031-03-03", polarity="denied")
    found = lines([FIRST, denied], (0, 1))
    assert sorted(one.polarity for one in found) == ["affirmed", "denied"]


def test_the_order_of_arrival_changes_nothing() -> None:
    """Any order of the reports gives the same line."""
    told_ = [FIRST, OTHER, MONTH, YEARLESS]
    assert len({lines(list(some)) for some in permutations(told_)}) == 1


EDTF = st.sampled_from(["2030", "2031-02", "2031-03-01", "2031-03-20", "XXXX-11-01", "0001", "9999-12-31", None])


@given(st.lists(st.tuples(EDTF, EDTF), min_size=1, max_size=5))
def test_no_time_is_made_up(spans: list[tuple[str | None, str | None]]) -> None:
    """Each line is a time that each of its statements gives, and each statement's time has a line."""
    text = "A ship came on that day."
    told_ = []
    for n, (first, last) in enumerate(spans):
        report = told(f"{n}: {text}")
        made = make_statement(report, "DEPLOY", "came")
        told_.append((report, replace(made, times=(make_time(report, "that day", first, last),))))
    by_id = {statement.id: statement for _, statement in told_}
    found = lines(told_)
    for one in found:
        for id_ in one.statements:
            assert (one.first, one.last) in {(time.first, time.last) for time in by_id[id_].times}
    assert {id_ for one in found for id_ in one.statements} == set(by_id)
