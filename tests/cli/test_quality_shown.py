"""`careo quality`: what a person reads who has to decide how far to trust a line."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from careo.quality.measured import measured
from careo.text.lexicon import LANGUAGES

Run = Callable[..., Result]
SCREEN = 40
"""Lines of a terminal window that nobody made small."""


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def words(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return " ".join(result.stdout.split())


def test_the_short_table_fits_a_screen_and_begins_with_the_weakest(run: Run) -> None:
    """Every question has a line, the weakest first, and what to check by hand stands below, with its numbers."""
    result = run("quality")
    assert len(result.stdout.splitlines()) <= SCREEN
    known = measured()
    ranked = sorted(known.questions, key=lambda question: question.lead.weakness)
    places = [words(result).index(f" {question.key} {question.asks}") for question in ranked]
    assert places == sorted(places)
    assert known.by_hand in words(result)
    assert "?" not in known.by_hand


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_figures(run: Run, language: str) -> None:
    """Asked for a language it tells what was measured in it, not on the demo collection, and what only over all."""
    told = words(run("quality", "--language", language))
    assert f"in reports in {language}, weakest first" in told
    assert "Not measured in this language alone:" in told
    assert "news/held" in told
    assert "/peru" not in told.split("Check these by hand")[0]


def test_one_question_in_full(run: Run) -> None:
    """A question says what each measure means, on which texts and whose labels, tuned or not, and what goes wrong."""
    told = words(run("quality", "--measure", "claims"))
    question = next(question for question in measured().questions if question.key == "claims")
    assert question.asks in told
    assert all(measure.means in told for measure in question.measures)
    assert "labels: models; weights were learnt from it" in told
    assert "What goes wrong" in told
    assert all(" ".join(example.text.split()) in told for example in question.examples)


def test_json_has_every_figure(run: Run) -> None:
    """For programs: a line for each measure, set and language, with cases, range and floor."""
    lines = [json.loads(line) for line in run("quality", "--json").stdout.splitlines()]
    known = [line for question in measured().questions for measure in question.measures for line in measure.lines]
    assert len(lines) == len(known)
    roles = next(
        line for line in lines if (line["question"], line["set"], line["language"]) == ("roles", "news/held", "nl")
    )
    assert roles["finds"].keys() == {"value", "cases", "low", "high"}
    assert roles["finds"]["low"] < roles["finds"]["value"] < roles["finds"]["high"]
    dutch = [
        json.loads(line)
        for line in run("quality", "--json", "--language", "nl", "--measure", "roles").stdout.splitlines()
    ]
    assert roles in dutch
    assert {line["language"] for line in dutch} == {"nl"}


def test_a_language_without_rules_is_told_what_is_done_with_it(run: Run) -> None:
    """Nobody has to guess what becomes of a Polish report."""
    told = words(run("quality", "--language", "pl"))
    assert "not pl" in told
    assert "no names, places, figures or statements are taken from it" in told
    [line] = run("quality", "--language", "pl", "--json").stdout.splitlines()
    assert json.loads(line)["said"] in told


def test_an_unknown_question_is_wrong_use(run: Run) -> None:
    """The questions there are stand in the complaint."""
    result = run("quality", "--measure", "who")
    assert result.exit_code == 2
    assert "roles" in result.stderr


def test_a_number_is_no_share(run: Run) -> None:
    """How many false contradictions a story has is told as it is, not as so many of a hundred."""
    told = words(run("quality", "--measure", "disagreements"))
    line = next(
        line
        for question in measured().questions
        for measure in question.measures
        for line in measure.lines
        if measure.name == "false contradictions a story"
    )
    assert line.number
    assert f"{line.sample.key} mixed {line.number.value:g} {line.number.cases} " in told


def test_a_question_without_figures_in_a_language_says_so(run: Run) -> None:
    """Instead of an empty answer it gives what was measured over all languages."""
    told = words(run("quality", "--measure", "main", "--language", "nl"))
    assert "Not measured in nl alone" in told
    assert "who, what, when and where" in told
