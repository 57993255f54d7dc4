"""What single lines of a page are: each of some 350, in six languages, laid into a report of five paragraphs."""

import csv
from pathlib import Path

import pytest
from tests.make import make_received

from careo.model.seen import Report
from careo.readers.base import Article, Paragraph
from careo.stages.read import read

LINES = Path(__file__).with_name("lines.tsv")
LANGUAGES = ("de", "en", "es", "fr", "nl", "pt")


def rows(language: str, *places: str) -> list[dict[str, str]]:
    """Return the lines of a language that belong in these places, with what they are."""
    with LINES.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in found if row["language"] == language and row["place"] in places]


def first(language: str, place: str, role: str) -> str:
    """Return the first line of a role in a place."""
    return next(row["line"] for row in rows(language, place) if row["role"] == role)


def laid(language: str, middle: list[str], end: list[str]) -> Report:
    """Return a report with lines in its middle and at its end."""
    body = [row["line"] for row in rows(language, "body")]
    lines = [*body[:3], *middle, *body[3:], *end]
    paragraphs = tuple(Paragraph(text) for line in lines for text in (line, ""))
    [report] = read(make_received("\n\n".join(lines)), (Article(paragraphs),))
    return report


def role_of(report: Report, line: str) -> str:
    """Return the role of the part that a line begins in."""
    at = report.text.index(line)
    return next(part.role for part in report.parts if part.start <= at < part.end)


def in_body(report: Report, language: str) -> bool:
    """Tell whether the five paragraphs are what they were."""
    return all(role_of(report, row["line"]) in ("lead", "body") for row in rows(language, "body"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_has_its_role_and_credits(language: str) -> None:
    """Furniture, captions, updates, corrections, notes and credits are told apart, and news that sounds alike stays."""
    wrong = []
    for row in rows(language, "middle", "end"):
        line, place = row["line"], row["place"]
        report = laid(language, [line] if place == "middle" else [], [line] if place == "end" else [])
        found = role_of(report, line), "; ".join(f"{credit.role}={credit.name}" for credit in report.credit)
        if found != (row["role"], row["credits"]) or not in_body(report, language):
            wrong.append((line, found))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_all_kinds_stand_together(language: str) -> None:
    """One of each kind under one report, in the order pages have them, does not change what the others are."""
    above, below = ("furniture", "caption"), ("update", "correction", "note", "furniture")
    middle = [first(language, "middle", role) for role in above]
    end = [first(language, "end", role) for role in below]
    report = laid(language, middle, end)
    assert [role_of(report, line) for line in (*middle, *end)] == [*above, *below]
    assert in_body(report, language)
