"""What careo says of its own quality: the figures are of this version, complete, and laid out without being changed."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from eval.floors import FLOORS
from eval.quality import FIGURES, PAGE, asked, distilled, keep, versions
from eval.quality_page import page

from careo.cli.quality import short
from careo.quality.measured import ROOM, Figure, Quality, laid_out, measured, whole

WORDS = tomllib.loads((ROOM / "words.toml").read_text(encoding="utf-8"))


def row(language: str, measure: str, value: float, of: int | None = 50) -> dict[str, Any]:
    return {
        "task": "names", "set": "conll", "language": language, "measure": measure, "value": value, "count": 40, "of": of
    }  # fmt: skip


ROWS = [
    row("de", "recall", 0.5), row("de", "precision", 0.8, 25), row("de", "f1", 0.6154, None),
    row("nl", "recall", 0.9), row("nl", "precision", 1.0, 75), row("nl", "sentences/s", 900.0, None),
]  # fmt: skip


def told(floors: dict[str, float]) -> Quality:
    return laid_out({"made": versions(), **distilled(ROWS, floors)}, WORDS, ())


def test_the_shipped_figures_are_of_this_version() -> None:
    """Whoever changes a stage or the tagger measures anew: `make eval` with all sets, then `make quality`."""
    assert dict(measured().made) == versions()


def test_the_page_is_not_stale() -> None:
    """The page in the docs says what the shipped figures say; `make docs` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page(measured())


def test_the_shipped_file_is_small() -> None:
    """The figures cost nobody a download."""
    assert FIGURES.stat().st_size < 100_000


def test_every_pinned_measure_has_its_words() -> None:
    """Nothing is measured with a floor that the reader is not told of: by its two sides or by itself."""
    known = set(asked())
    for key in json.loads(FLOORS.read_text(encoding="utf-8")):
        task, set_, _, measure = key.split("/", 3)
        sides = {(f"{task}/{set_}", measure), (f"{task}/{set_}", f"{measure.removesuffix('f1')}recall")}
        assert sides & known, key


def test_every_set_that_is_asked_for_is_described() -> None:
    """Each set has its texts, its labels and its use in words, and no other set has."""
    assert {key for key, _ in asked()} == set(WORDS["sets"])


def test_an_example_belongs_to_a_question() -> None:
    """No example is lost for a misspelt question."""
    written = tomllib.loads((ROOM / "examples.toml").read_text(encoding="utf-8"))["examples"]
    assert sum(len(question.examples) for question in measured().questions) == len(written)


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        (Figure(0.5, 10, is_share=True), (0.2366, 0.7634)),
        (Figure(0.0, 10, is_share=True), (0.0, 0.2775)),
        (Figure(1.0, 10, is_share=True), (0.7225, 1.0)),
    ],
)
def test_intervals_are_wilsons(figure: Figure, interval: tuple[float, float]) -> None:
    """A share has the interval of Wilson (1927); never below nothing nor above all."""
    assert figure.interval is not None
    assert figure.interval == pytest.approx(interval, abs=0.0001)


def test_what_is_no_share_has_no_interval() -> None:
    """A mean over clusters is not a count of cases, so no range is claimed for it."""
    assert Figure(0.5, 10, is_share=False).interval is None


def test_figures_are_kept_as_measured() -> None:
    """Of a run those rows are kept that there are words for, unchanged, each with what it is the share of."""
    kept = distilled(ROWS, {})["figures"]
    assert kept == {
        "names/conll": {
            "de": {"recall": [0.5, 40, 50], "precision": [0.8, 40, 25]},
            "nl": {"recall": [0.9, 40, 50], "precision": [1.0, 40, 75]},
        }
    }


def test_a_floor_that_is_not_met_is_said() -> None:
    """A figure below its floor is marked where it stands, told in the short table and on the page."""
    short_of = told({"names/conll/de/f1": 0.7, "names/conll/nl/recall": 0.9})
    assert [str(unmet) for unmet in short_of.unmet] == ["names/conll de f1: 0.615, floor 0.700"]
    lines = short_of.questions[0].measures[0].lines
    assert [(line.language, bool(line.unmet)) for line in lines] == [("de", True), ("nl", False)]
    assert "One figure lies below what an earlier version" in " ".join(short(short_of))
    assert "- names/conll de f1: 0.615, floor 0.700" in page(short_of)
    assert "below what" not in " ".join(short(told({})))


def test_languages_are_pooled_by_their_cases() -> None:
    """Where nobody measured all languages together, each case counts once."""
    line = whole(told({}).questions[0].measures[0])
    assert line.language == "all"
    assert line.finds == Figure(0.7, 100, is_share=True)
    assert line.right == Figure(0.95, 100, is_share=True)


def test_nothing_shown_is_not_nothing_right() -> None:
    """A precision of nothing is no figure: it would read as all wrong."""
    figures = distilled([row("de", "recall", 0.0), row("de", "precision", 0.0, 0)], {})
    line = laid_out({"made": versions(), **figures}, WORDS, ()).questions[0].measures[0].lines[0]
    assert line.finds == Figure(0.0, 50, is_share=True)
    assert line.right is None


def test_a_run_that_lacks_a_set_is_refused(tmp_path: Path) -> None:
    """Figures of two runs never stand side by side: a run without a set that is shipped changes nothing."""
    path = tmp_path / "figures.json"
    assert keep({"made": versions(), "scores": ROWS}, path) == []
    before = path.read_bytes()
    assert keep({"made": versions(), "scores": []}, path) == ["names/conll"]
    assert path.read_bytes() == before
    assert json.loads(before)["made"] == versions()
