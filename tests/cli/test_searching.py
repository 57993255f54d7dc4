"""Reports are listed with what was understood of them, and their sentences found by words."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
POLISH = """Publisher: Kurier Mostowy
Date: 2024-03-05

# Most zamknięty

Policja zamknęła most w Łodzi. Nikt nie ucierpiał.
"""


def lines(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reports_stand_with_date_source_and_file(run: Run, here: Path) -> None:
    """Each report has a line; what tells its date and how many statements it makes stand in it."""
    result = run("reports")
    assert result.stdout.count("report-") == 4
    assert "(es)" in result.stdout
    listed = lines(run("reports", "--json"))
    dates = [line["published"]["value"] for line in listed]  # type: ignore[index]
    assert dates == sorted(dates)


def test_a_report_without_rules_is_listed_and_found(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language outside the seven is read, dated and searched, and no statement is claimed of it."""
    monkeypatch.setenv("COLUMNS", "300")
    (here / "most.md").write_text(POLISH, encoding="utf-8")
    assert run("build", "most.md").exit_code == 3
    (row,) = (line for line in run("reports").stdout.splitlines() if "(pl)" in line)
    assert "2024-03-05" in row
    assert " - " in row
    (hit,) = lines(run("search", "lodz", "--json"))
    assert hit["quote"] == "Policja zamknęła most w Łodzi."


def test_a_sentence_has_all_the_words(run: Run, here: Path) -> None:
    """Of two words both stand in each sentence, and the sentence is the report's own."""
    texts = {line["id"]: line["text"] for line in lines(run("reports", "--json"))}
    found = lines(run("search", "honduras", "canad", "--literally", "--json"))
    assert found
    for hit in found:
        assert texts[hit["report"]][int(hit["start"]) : int(hit["end"])] == hit["quote"]
        assert "honduras" in hit["quote"].lower()
        assert "canad" in hit["quote"].lower()


def test_a_name_is_found_in_its_other_spellings(run: Run, here: Path) -> None:
    """A country is found in the words of every language, and the command says so; literally it is not."""
    result = run("search", "Honduras")
    assert "Honduras: also " in result.stderr
    several, one = run("search", "Honduras", "--json"), run("search", "Honduras", "--literally", "--json")
    assert len(lines(several)) > len(lines(one)) > 0


def test_only_one_language(run: Run, here: Path) -> None:
    """`--language` leaves the others out."""
    texts = {line["id"]: line["language"] for line in lines(run("reports", "--json"))}
    found = lines(run("search", "Honduras", "--language", "de", "--json"))
    assert {texts[hit["report"]] for hit in found} == {"de"}


def test_signs_are_not_looked_for(run: Run, here: Path) -> None:
    """What has no letter or digit is a wrong use, said with the word itself."""
    result = run("search", "?!")
    assert result.exit_code == 2
    assert "'?!'" in result.stderr
