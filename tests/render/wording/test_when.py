"""Dates in words."""

from dataclasses import replace

import pytest

from careo.model.seen import Precision, Published
from careo.render.wording.when import between, evidence_words, published_words, spoken, whole
from tests.make import make_report


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-05-19", "19 May 2023"),
        ("2023-05", "May 2023"),
        ("2023", "2023"),
        ("XXXX-11-01", "1 November, year unknown"),
        ("XXXX-11", "November, year unknown"),
        ("2023-XX-05", "day 5, month unknown, 2023"),
        ("202X", "the 2020s"),
        ("2023-22", "summer 2023"),
        ("2023-06-04T21:00", "4 June 2023, 21:00"),
        ("2023-06~", "about June 2023"),
        ("2023-06?", "June 2023 (uncertain)"),
        ("XXXX-11-09/XXXX-11-16", "9 to 16 November, year unknown"),
        ("../2023-05", "until May 2023"),
        ("2023-05/..", "from May 2023 on"),
        ("the other day", "the other day"),
    ],
)
def test_spoken(edtf: str, words: str) -> None:
    """A date is put in words as far as it is known, and what is unknown is said."""
    assert spoken(edtf) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2025-01-01", "2025-12-31", "day", "1 January to 31 December 2025"),
        ("2025-01-01", "2025-12-31", "year", "2025"),
        ("2025-05-01", "2025-05-31", "month", "May 2025"),
        ("2024-12-30", "2025-01-05", "week", "30 December 2024 to 5 January 2025"),
        ("2025-01", "2025-03", "month", "January 2025 to March 2025"),
        ("2025-05-07", "2025-05-07", "day", "7 May 2025"),
        (None, None, "unknown", "not worked out"),
        ("2025-05-07", None, "day", "from 7 May 2025 on"),
        (None, "2025-05-07", "day", "until 7 May 2025"),
    ],
)
def test_between(first: str | None, last: str | None, precision: Precision, words: str) -> None:
    """A span of time is no more exact in words than its precision."""
    assert between(first, last, precision) == words


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2024-02-01", "2024-02-29", "month"),
        ("2023-02-01", "2023-02-27", "day"),
        ("2024-01-01", "2024-12-31", "year"),
        ("9999-12-01", "9999-12-30", "day"),
        ("2024-05", "2024-05", "day"),
        (None, "2024-05-31", "day"),
    ],
)
def test_whole(first: str | None, last: str, precision: str) -> None:
    """A span from the first to the last day of a month or year is that month or year."""
    assert whole(first, last) == precision


def test_no_date() -> None:
    """A report without a date is said to have none."""
    assert published_words(None) == "no date found"


def test_evidence_that_disagrees_is_shown() -> None:
    """The chosen day is named with its evidence, and each other day the page gives stands beside it."""
    dates = (
        Published("2024-05-03", "day", "json-ld", "2024-05-03T23:50:00-05:00"),
        Published("2024-05", "month", "visible", "May 2024"),
        Published("2024-05-04", "day", "visible", "4 May 2024"),
    )
    report = replace(make_report("Rain fell."), published=dates[0], dates=dates)
    assert evidence_words(report) == (
        "3 May 2024 (from its JSON-LD); the page also says 4 May 2024 (from the text: “4 May 2024”)"
    )
    assert evidence_words(make_report("Rain fell.")) == "no date found"
