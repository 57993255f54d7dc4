"""Dates in words."""

import pytest

from careo.model.seen import Precision
from careo.render.when import between, published_words, spoken


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


def test_no_date() -> None:
    """A report without a date is said to have none."""
    assert published_words(None) == "no date found"
