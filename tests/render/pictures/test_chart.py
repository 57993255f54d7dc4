"""Charts of figures: every value of every reporter is a mark, bounds stay bounds, nothing lies between."""

from dataclasses import replace

import pytest
from lxml import html

from careo.model.derived import Step, Trajectory, TrajectoryType
from careo.model.inferred import Dossier
from careo.render.page.html import page
from careo.render.pictures.chart import chart
from careo.render.pictures.chart_views import ChartView
from careo.render.quoting.index import index
from careo.render.wording.speech import speech
from tests.render.sample import dossier

Told = tuple[str, str | None]
MADE = dossier()


def step(n: int, value: str, as_of: str | None, **more: str) -> Step:
    """Return a value as one of the sample's statements gives it, in turn of its languages."""
    statement = MADE.statements[n % len(MADE.statements)]
    by = more.get("dated_by", "sentence")
    return Step(statement.id, statement.report, value, "x", as_of, by, (), more.get("backward"))  # type: ignore[arg-type]


def line(*told: Told, type_: TrajectoryType = "cumulative", unit: str | None = "person", **more: str) -> Trajectory:
    steps = tuple(step(n, value, as_of, **more) for n, (value, as_of) in enumerate(told))
    return Trajectory("trajectory-1", MADE.story.id, type_, "killed", unit, None, None, (), steps, "for the test")


def drawn(*told: Told, **more: str) -> ChartView:
    found = chart(index(MADE), line(*told, **more), number=1)  # type: ignore[arg-type]
    assert found is not None
    return found


DAYS = ("2031-03-01", "2031-03-02", "2031-03-03")


def test_every_value_of_every_reporter_is_a_mark() -> None:
    """Two who say the same on one day stand side by side, not on top of each other and not as one."""
    found = drawn(("12", DAYS[0]), ("12", DAYS[0]), ("19", DAYS[1]), ("17", DAYS[2]))
    assert len(found.marks) == 4
    assert len({(mark.at, mark.shift, mark.tops) for mark in found.marks}) == 4


def test_values_stand_as_high_as_they_are() -> None:
    """Nought is at the bottom, and twice as many stand twice as high."""
    found = drawn(("10", DAYS[0]), ("20", DAYS[1]), ("40", DAYS[2]))
    nought, heights = found.rises[0].y, [mark.tops[0] for mark in found.marks]
    assert [nought - y for y in heights] == pytest.approx([37.5, 75, 150])


def test_bounds_are_open_and_a_vague_word_has_no_point() -> None:
    """`At least 60` points up, `under 70` down, and `dozens` is a bar from 24 to 99 without a middle."""
    least, under, vague = drawn((">=60", DAYS[0]), ("<70", DAYS[1]), ("24..99", DAYS[2])).marks
    assert (least.upward, least.downward, len(least.tops)) == (True, False, 1)
    assert (under.upward, under.downward, len(under.tops)) == (False, True, 1)
    assert len(vague.tops) == 2
    assert [words.words for words in drawn((">=60", DAYS[0]), ("<70", DAYS[1]), ("24..99", DAYS[2])).words] == [
        "≥60", "<70", "24–99"
    ]  # fmt: skip


def test_what_cannot_both_hold_on_one_day_is_marked_and_a_later_value_is_not() -> None:
    """A quarrel is of one date; the next day's higher count is an update."""
    assert drawn(("12", DAYS[0]), ("19", DAYS[1]), ("24", DAYS[2])).differing == ()
    assert len(drawn(("12", DAYS[0]), ("14", DAYS[0]), ("24", DAYS[2])).differing) == 1
    assert drawn(("<70", DAYS[0]), ("69", DAYS[0]), ("70", DAYS[2])).differing == ()
    assert len(drawn(("<70", DAYS[0]), ("70", DAYS[0]), ("70", DAYS[2])).differing) == 1


def test_nothing_leads_from_one_value_to_the_next() -> None:
    """What was last told holds until something else is told; a series has no line at all."""
    told = (("12", DAYS[0]), ("20", DAYS[1]), ("26", DAYS[2]))
    first, second = drawn(*told).held
    assert first.top == first.bottom and second.top == second.bottom
    assert first.riser == (first.top, second.top)
    assert drawn(*told, type_="series").held == ()


def test_the_line_holds_all_that_was_told_on_its_day() -> None:
    """Where reports differ, it is as thick as they are apart: none is chosen."""
    first, *_ = drawn(("12", DAYS[0]), ("20", DAYS[0]), ("26", DAYS[2])).held
    marks = {mark.tops[0] for mark in drawn(("12", DAYS[0]), ("20", DAYS[0]), ("26", DAYS[2])).marks[:2]}
    assert {first.top, first.bottom} == marks


def test_the_date_of_a_report_is_told_from_one_in_the_sentence() -> None:
    """A hollow mark has only the date of its report."""
    told = (("12", DAYS[0]), ("20", DAYS[1]), ("26", DAYS[2]))
    assert all(mark.hollow for mark in drawn(*told, dated_by="report").marks)
    assert not any(mark.hollow for mark in drawn(*told).marks)


def test_a_step_back_is_marked() -> None:
    """What the stage marked is marked in the drawing."""
    assert all(mark.backward for mark in drawn(*((str(n), day) for n, day in enumerate(DAYS)), backward="less").marks)


def test_a_period_is_as_wide_as_it_is() -> None:
    """A value of a year stands over its year."""
    found = drawn(("12", "2031"), ("20", "2032"), ("26", "2033-01/2033-06"), type_="series")
    widths = [float(one.right[:-1]) - float(one.left[:-1]) for one in found.periods]
    assert widths[2] / widths[0] == pytest.approx(181 / 365, abs=0.01)


def test_languages_have_shapes() -> None:
    """Who tells it is told without colour, with a key beside the chart."""
    found = drawn(*((str(n + 5), f"2031-03-{n + 1:02}") for n in range(len(MADE.statements))))
    assert sorted(name for _, name in found.shapes) == ["Dutch", "German", "Spanish"]
    assert {mark.shape for mark in found.marks} == {shape for shape, _ in found.shapes}


@pytest.mark.parametrize(
    "told",
    [
        (("12", DAYS[0]), ("19", DAYS[1])),
        (("12", DAYS[0]), ("14", DAYS[0]), ("13", DAYS[0])),
        (("12", None), ("14", DAYS[0]), ("13", DAYS[1])),
        (("12", "XXXX-03-01"), ("14", DAYS[0]), ("13", DAYS[1])),
        (("12 t", DAYS[0]), ("14 kg", DAYS[1]), ("13 t", DAYS[2])),
        (("some", DAYS[0]), ("14", DAYS[1]), ("13", DAYS[2])),
    ],
)
def test_no_chart_where_the_table_says_as_much(told: tuple[Told, ...]) -> None:
    """Two values, one date, or units that no axis can share are left to the table."""
    assert chart(index(MADE), line(*told), number=1) is None


def test_the_undated_are_counted_not_drawn() -> None:
    """A value without a date is in the table only, and the chart says so."""
    found = drawn(*((str(n + 5), day) for n, day in enumerate(DAYS)), ("9", None))
    assert (len(found.marks), found.undrawn) == (3, 1)


def test_large_numbers_in_the_readers_language() -> None:
    """A trillion fits, linear, and in words."""
    told = (("1200000", DAYS[0]), ("1000000000000", DAYS[1]), ("3", DAYS[2]))
    found = drawn(*told)
    assert {words.words for words in found.words} == {"1.2 million", "1 trillion", "3"}
    evenly = [one.y - other.y for one, other in zip(found.rises, found.rises[1:], strict=False)]
    assert evenly == pytest.approx([evenly[0]] * len(evenly), abs=0.2)
    german = chart(index(MADE, speech("de")), line(*told), number=1)
    assert german is not None and "1,2 Millionen" in {words.words for words in german.words}


def _page(made: Dossier) -> html.HtmlElement:
    whole: html.HtmlElement = html.document_fromstring(page(made, version="0"))
    return whole.get_element_by_id("lines")


def test_the_page_has_chart_and_table() -> None:
    """Each chart has a name, a description and the same values in the table below; a short line has a table only."""
    told = (("12", DAYS[0]), ("20", DAYS[1]), ("26", DAYS[2]))
    short = replace(line(*told[:2]), id="trajectory-2")
    found = _page(replace(MADE, trajectories=(line(*told), short)))
    (picture,) = found.xpath('.//figure/*[@role="img"]')
    names = picture.get("aria-labelledby").split()
    assert all(found.xpath(f'.//*[@id="{name}"]') for name in names)
    rows = found.xpath('.//table[@class="steps stacked"]')[0].xpath("./tbody/tr")
    assert [row.xpath("string(./td[1])") for row in rows] == ["12", "20", "26"]
    assert len(found.xpath('.//table[@class="steps stacked"]')) == 2


def test_hostile_units_stay_words() -> None:
    """A unit from a report cannot write into the drawing."""
    found = _page(replace(MADE, trajectories=(line(*((str(n), d) for n, d in enumerate(DAYS)), unit="<script>x"),)))
    assert not found.xpath(".//script") and "<script>x" in found.text_content()
