"""Counts and series by date: every value of every reporter stands, and what falls back is marked."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.stages.lifecycle import laid_out, told, toll
from tests.table import make_entity, make_figure, make_mention, make_statement, make_time

from careo.model.inferred import Docket, Findings
from careo.stages.trajectories import trajectories

EARLY = toll("By evening 12 people had died in the flood.", "12 people", 12, 12, published="2031-03-01")
LATER = toll("Inzwischen sind 19 Menschen gestorben.", "19 Menschen", 19, 19, published="2031-03-03", language="de")
FALLEN = toll("Son 17 personas las fallecidas.", "17 personas", 17, 17, published="2031-03-05", language="es")
UNDATED = toll("At least 15 people were killed.", "15 people", 15, None, published=None)


def values(docket: Docket, findings: Findings) -> list[list[tuple[str | None, str]]]:
    return [[(step.as_of, step.value) for step in line.steps] for line in trajectories(docket, findings)]


def test_every_value_stands_by_date_and_the_undated_come_last() -> None:
    """Nothing is averaged or chosen, and a value without a date is not given one."""
    assert values(*laid_out([UNDATED, FALLEN, EARLY, LATER])) == [
        [("2031-03-01", "12"), ("2031-03-03", "19"), ("2031-03-05", "17"), (None, "15")]
    ]


def test_a_backward_step_is_marked_and_says_below_what() -> None:
    """Only the value that falls below an earlier day's is marked."""
    (line,) = trajectories(*laid_out([EARLY, LATER, FALLEN]))
    assert [step.backward is not None for step in line.steps] == [False, False, True]
    assert "below 19 as of 2031-03-03" in str(line.steps[2].backward)


def test_two_values_of_one_day_are_no_step_back() -> None:
    """Reporters who differ on one day stand beside each other, neither marked."""
    other = toll("Eleven people are dead.", "Eleven people", 11, 11, published="2031-03-01")
    (line,) = trajectories(*laid_out([EARLY, other]))
    assert [step.backward for step in line.steps] == [None, None]


def test_a_part_and_an_addition_are_not_in_the_line_of_the_whole() -> None:
    """What is of them, more of them, or there counts something else."""
    two = toll("The day after, 11 of them were buried.", "11", 11, 11, published="2031-03-03")
    more = toll("On Tuesday 13 more people died.", "13 ", 13, 13, published="2031-03-03")
    there = toll("14 people were killed there.", "14 people", 14, 14, published="2031-03-03")
    assert values(*laid_out([EARLY, two, more, there])) == []


def test_what_a_report_takes_back_is_no_step() -> None:
    """A withdrawn figure is not what was counted that day."""
    back = toll("The ministry withdrew its earlier figure of 23.", "23", 23, 23, published="2031-03-05")
    assert values(*laid_out([EARLY, LATER, back])) == [[("2031-03-01", "12"), ("2031-03-03", "19")]]


def test_who_is_counted_keeps_lines_apart() -> None:
    """The police who died are a line beside that of all who died, in any language."""
    one = toll("12 police officers died.", "12 police officers", 12, 12, group="police officers")
    two = toll("13 Polizisten starben.", "13 Polizisten", 13, 13, group="Polizisten", language="de")
    lines = trajectories(*laid_out([EARLY, LATER, one, two]))
    assert sorted((line.group, len(line.steps)) for line in lines if line.group) == [("police", 2)]
    assert [len(line.steps) for line in lines if not line.group] == [2]


def test_a_place_that_a_report_sets_apart_is_a_line_of_its_own() -> None:
    """A town's dead are not a step of the country's."""
    text = "In all 30 people died, in Ostmar 18 people died."
    whole, place = toll(text, "30 people", 30, 30), make_mention(toll(text, "30 people", 30, 30)[0], "Ostmar", "place")
    town = make_statement(
        whole[0], "TOLL", "18", subtype="killed", places=[place],
        figures=[make_figure(whole[0], "18 people", "killed", 18, 18, group="people")],
    )  # fmt: skip
    docket, findings = laid_out([whole, (whole[0], town), LATER], entities=[make_entity(place)])
    assert values(replace(docket, reports=docket.reports[:1] + docket.reports[2:]), findings) == [
        [("2031-03-03", "19"), ("2031-03-10", "30")]
    ]


def test_up_to_a_day_is_as_of_that_day() -> None:
    """The day a sentence gives goes before the date of the report."""
    text = "Bis zum 2. März starben 14 Menschen."
    report, statement = toll(text, "14 Menschen", 14, 14, language="de")
    time = make_time(report, "2. März", "2031-03-02", "2031-03-02", role="as_of")
    (line,) = trajectories(*laid_out([EARLY, (report, replace(statement, times=(time,)))]))
    assert [(step.as_of, step.dated_by) for step in line.steps] == [
        ("2031-03-01", "report"),
        ("2031-03-02", "sentence"),
    ]


def test_the_missing_may_become_fewer() -> None:
    """A number that falls as people are found is no backward step."""
    first = told("40 are missing.", published="2031-03-01")
    second = told("25 are missing.", published="2031-03-02")
    pairs = [
        (r, make_statement(r, "TOLL", n, subtype="missing", figures=[make_figure(r, n, "missing", float(n), float(n))]))
        for r, n in ((first, "40"), (second, "25"))
    ]
    (line,) = trajectories(*laid_out(pairs))
    assert (line.type, [step.backward for step in line.steps]) == ("level", [None, None])


def test_an_attack_without_place_or_day_is_not_taken_for_another() -> None:
    """Two claims of people killed by somebody are one line only where their values meet."""
    pairs = []
    for text, words, low in (
        ("Rebels killed 20 people.", "20 people", 20.0),
        ("Rebels killed 50 people.", "50 people", 50.0),
    ):
        report = told(text)
        doer = make_mention(report, "Rebels", "organisation")
        made = make_statement(
            report, "ATTACK", "killed", subtype="kill", actors=[("perpetrator", doer, None)],
            figures=[make_figure(report, words, "killed", low, low)],
        )  # fmt: skip
        pairs.append((report, made))
    assert trajectories(*laid_out(pairs)) == ()


def test_a_series_has_a_value_for_each_period() -> None:
    """Figures of one claim with a year each are a series; one without its period is left out."""
    report = told("Output rose from 3 tonnes in 2029 to 5 tonnes in 2030, and 9 tonnes are hoped for.")
    figures = [
        replace(make_figure(report, words, "mass", low, low), unit="t", as_of=year)
        for words, low, year in (("3 tonnes", 3.0, "2029"), ("5 tonnes", 5.0, "2030"), ("9 tonnes", 9.0, None))
    ]
    made = make_statement(report, "INDICATOR", "Output", subtype="output", figures=figures)
    (line,) = trajectories(*laid_out([(report, made)]))
    assert (line.type, [(step.as_of, step.value) for step in line.steps]) == (
        "series", [("2029", "3 t"), ("2030", "5 t")],
    )  # fmt: skip


def test_over_months_only_tolls_that_say_so_are_one() -> None:
    """In a matter of months every day may have its own dead; "so far" counts them all."""
    new = toll("23 people died.", "23 people", 23, 23, published="2031-07-01")
    assert values(*laid_out([EARLY, new])) == []
    first = toll("So far 12 people died.", "12 people", 12, 12, published="2031-03-01")
    last = toll("Bislang starben 23 Menschen.", "23 Menschen", 23, 23, published="2031-07-01", language="de")
    assert values(*laid_out([first, last, new])) == [[("2031-03-01", "12"), ("2031-07-01", "23")]]


def test_a_report_that_gives_two_values_counts_two_things() -> None:
    """Four in one place and three in another are nobody's toll, though neither sentence names the place."""
    report = told("Four died in a crush, and at least three in a fire.")
    pairs = []
    for words, low, high in (("Four", 4.0, 4.0), ("three", 3.0, None)):
        figure = make_figure(report, words, "killed", low, high)
        pairs.append((report, make_statement(report, "TOLL", words, subtype="killed", figures=[figure])))
    assert values(*laid_out(pairs)) == []


def test_a_denied_count_is_no_step() -> None:
    """What is denied, demanded or only feared is not counted."""
    report, statement = LATER
    assert values(*laid_out([EARLY, (report, replace(statement, polarity="denied"))])) == []
    assert values(*laid_out([EARLY, (report, replace(statement, modality="conditional"))])) == []


@given(st.permutations([EARLY, LATER, FALLEN, UNDATED]))
def test_the_order_of_arrival_changes_nothing(told_: list[tuple[object, object]]) -> None:
    """The same reports in any order give the same lines."""
    assert trajectories(*laid_out(told_)) == trajectories(*laid_out([EARLY, LATER, FALLEN, UNDATED]))  # type: ignore[arg-type]


def test_every_step_leads_back_to_its_words() -> None:
    """A step names a statement of the story and a figure of it, letter for letter."""
    docket, findings = laid_out([EARLY, LATER, FALLEN, UNDATED])
    statements = {statement.id: statement for statement in docket.statements}
    for line in trajectories(docket, findings):
        for step in line.steps:
            assert step.verbatim in {figure.verbatim for figure in statements[step.statement].figures}
            assert statements[step.statement].report == step.report


def test_claims_joined_by_a_value_share_what_one_of_them_says() -> None:
    """Of two witnesses of one claim with one value, who did it is known of both, in any order."""
    report = told("Soldiers killed 20 people.", published="2031-03-01")
    doer = make_mention(report, "Soldiers", "unit")
    figure = make_figure(report, "20 people", "killed", 20, 20, group="people")
    named = (
        report,
        make_statement(
            report, "ATTACK", "killed", subtype="kill", actors=[("perpetrator", doer, None)], figures=[figure]
        ),
    )
    other = toll("20 people fell to their bullets.", "20 people", 20, 20)
    for pairs in permutations([named, other]):
        (line,) = trajectories(*laid_out(pairs, groups=[[0, 1]]))
        assert (len(line.steps), line.scope) == (2, "by those named as having done it")
