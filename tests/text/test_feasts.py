"""Feast days."""

from datetime import date

import pytest

from careo.text.lexicon import LANGUAGES, table
from careo.text.times.feasts import easter, feast_day, is_movable, nth_weekday


@pytest.mark.parametrize(
    ("year", "day"), [(1999, "1999-04-04"), (2008, "2008-03-23"), (2024, "2024-03-31"), (2038, "2038-04-25")]
)
def test_easter(year: int, day: str) -> None:
    """Easter Sunday is the one of the calendar, also where it is as early or late as it can be."""
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "day"),
    [("12-25", "2021-12-25"), ("easter-2", "2021-04-02"), ("easter+49", "2021-05-23"), ("11-thu4", "2021-11-25"),
     ("05-mon-1", "2021-05-31")],
)  # fmt: skip
def test_each_kind_of_rule(rule: str, day: str) -> None:
    """A fixed day, days from Easter, and a weekday counted from either end of a month."""
    assert str(feast_day(rule, 2021)) == day


def test_a_month_without_a_fifth_friday_has_none() -> None:
    """What the calendar does not have is no day."""
    assert nth_weekday(2021, 2, 4, 5) is None
    assert nth_weekday(2021, 2, 4, 4) == date(2021, 2, 26)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feast_of_every_language_has_a_day(language: str) -> None:
    """No table holds a rule that cannot be read."""
    for rule in table(language, "dates")["feasts"]:
        assert feast_day(rule, 2024) is not None
        assert is_movable(rule) == (feast_day(rule, 2024).replace(year=2023) != feast_day(rule, 2023))  # type: ignore[union-attr]
