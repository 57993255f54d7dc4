"""Dates as machines write them."""

import pytest

from careo.readers.stamp import day, day_in_path


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2021-03-09", ("2021-03-09", "day")),
        ("2021-03-09T23:30:00-05:00", ("2021-03-09", "day")),
        ("20210309", ("2021-03-09", "day")),
        ("2021-03", ("2021-03", "month")),
        ("Tue, 09 Mar 2021 08:00:00 GMT", ("2021-03-09", "day")),
        ("2021-02-29", None),
        ("1601-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_stamp_is_a_day_or_nothing(stamp: str, expected: tuple[str, str] | None) -> None:
    """ISO and mail stamps give the day as written; what is no date of news is none."""
    assert day(stamp) == expected


def test_an_address_may_carry_its_day() -> None:
    """A path with year, month and day gives the day and the piece it was read from."""
    assert day_in_path("https://example.org/2021/03/09/bridge") == ("2021-03-09", "/2021/03/09")
    assert day_in_path("https://example.org/2021/bridge-12-13") is None
