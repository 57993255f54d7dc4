"""Evidence for a report's date."""

import pytest

from careo.model.seen import Published
from careo.text.sheet.evidence import chosen, completed, disagreeing, ordered


def said(value: str, method: str = "visible", evidence: str | None = None) -> Published:
    """Return a piece of evidence."""
    return Published(value, "day" if len(value) == 10 else "month", method, evidence or value)


def test_evidence_is_sorted_by_strength_and_told_once() -> None:
    """JSON-LD goes first, a credit last; the order of a reader holds inside a method, and a repetition goes."""
    dates = (said("2024-05-04"), said("2024-05-03", "credit"), said("2024-05-02"), said("2024-05-03", "json-ld"))
    again = said("2024-05-04", evidence="4 May 2024")
    assert ordered((*dates, again)) == (dates[3], dates[0], dates[2], dates[1])


@pytest.mark.parametrize(
    ("captured", "value"),
    [
        (None, "2024-05-05"),
        ("2024-05-06", "2024-05-05"),
        ("2024-05-04T10:00:00Z", "2024-05-03"),
        ("2024-05-04T22:00:00Z", "2024-05-05"),
        ("2024-05", "2024-05-05"),
        ("2024-05-01", None),
    ],
)
def test_no_date_is_later_than_the_capture(captured: str | None, value: str | None) -> None:
    """What was fetched before it was published was not; moments are compared in their own zones."""
    east = said("2024-05-05", "json-ld", "2024-05-05T06:00:00+10:00")
    found = chosen((east, said("2024-05-03")), captured)
    assert (found.value if found else None) == value


def test_other_days_disagree_once() -> None:
    """A month agrees with its days; another day is one disagreement, however often it is told."""
    dates = (said("2024-05-03"), said("2024-05"), said("2024-05-04", "url"), said("2024-05-04", "credit"))
    assert disagreeing(dates[0], dates) == (dates[2],)


@pytest.mark.parametrize(
    ("day", "published", "whole"),
    [
        ("XXXX-05-04", "2024-05-03", "2024-05-04"),
        ("XXXX-01-04", "2023-12-30", "2024-01-04"),
        ("XXXX-05-02", "2024-05-03", None),
        ("XXXX-05-04", None, None),
        ("XXXX-02-29", "2024-02-20", "2024-02-29"),
        ("2024-05-04", None, "2024-05-04"),
        (None, "2024-05-03", None),
    ],
)
def test_the_day_of_an_update_follows_the_report(day: str | None, published: str | None, whole: str | None) -> None:
    """A day without its year is the next such day after publication, and unknown where that is far off."""
    assert completed(day, said(published) if published else None) == whole
