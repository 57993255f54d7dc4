"""Dates as EDTF strings, as short as what is known, and how two times stand to each other.

Only the part of EDTF that careo writes: `2023`, `2023-05`, `2023-05-19`, a time of day after `T`, and `XXXX` for
an unknown year.
"""

import math
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from careo.model.seen import Time

Standing = Literal["equal", "contains", "overlaps", "disjoint", "unknown"]

_EDTF = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")
_LEAP = 2000
"""A year with a 29 February, to lay year-less days on."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date of which a part may be unknown; a day never stands without its month."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a date in its year, or in some year where that is unknown."""
        if self.month is None:
            return self.day is None and (self.year is None or 1 <= self.year <= 9999)
        if not 1 <= self.month <= 12 or (self.year is not None and not 1 <= self.year <= 9999):
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or _LEAP, self.month)[1]

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """How exact it is."""
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02}" if self.day is None else f"{year}-{self.month:02}-{self.day:02}"


@lru_cache(maxsize=65_536)
def point(value: str) -> Point | None:
    """Read an EDTF string; `None` where it is not one of ours or no date of the calendar."""
    match = _EDTF.fullmatch(value)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    read = Point(None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None)
    return read if read.exists else None


def dated_first(value: str | None, id_: str) -> tuple[bool, str, str]:
    """Return what sorts by date, those without one last and those of one date by id."""
    return value is None, value or "", id_


def of_date(day: date) -> Point:
    """Return a day as a point."""
    return Point(day.year, day.month, day.day)


def first_day(at: Point) -> date | None:
    """Return the earliest day of a point, `None` where the year is unknown."""
    return None if at.year is None else date(at.year, at.month or 1, at.day or 1)


def last_day(at: Point) -> date | None:
    """Return the latest day of a point, `None` where the year is unknown."""
    if at.year is None:
        return None
    month = at.month or 12
    return date(at.year, month, at.day or monthrange(at.year, month)[1])


def _ends(first: str | None, last: str | None) -> tuple[Point, Point] | None:
    """Return where a time begins and ends; `None` where one end is unknown or unreadable."""
    if first is None or last is None:
        return None
    begin, end = point(first), point(last)
    return None if begin is None or end is None else (begin, end)


def _days(first: Point, last: Point) -> tuple[date, date] | None:
    begin, end = first_day(first), last_day(last)
    return None if begin is None or end is None or begin > end else (begin, end)


def _compare_days(one: tuple[date, date], other: tuple[date, date]) -> Standing:
    if one == other:
        return "equal"
    if one[1] < other[0] or other[1] < one[0]:
        return "disjoint"
    within = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return "contains" if within else "overlaps"


def _days_of_year(first: Point, last: Point) -> frozenset[tuple[int, int]] | None:
    """Return the (month, day) pairs a time may fall on; `None` where it may be any or cannot be told."""
    if first.month is None or last.month is None or (first.year is None) != (last.year is None):
        return None
    begin = date(first.year or _LEAP, first.month, first.day or 1)
    year = last.year or _LEAP
    end = date(year, last.month, last.day or monthrange(year, last.month)[1])
    if end < begin and first.year is None:
        end = date(year + 1, last.month, min(end.day, monthrange(year + 1, last.month)[1]))
    length = (end - begin).days
    if not 0 <= length < 366:
        return None
    days = (begin + timedelta(days=step) for step in range(length + 1))
    return frozenset((day.month, day.day) for day in days)


def compare_times(one: Time, other: Time) -> Standing:
    """Tell how two times stand: `equal`, `contains` (either holds the other), `overlaps`, `disjoint`, `unknown`.

    A time without a year is never completed: it is `disjoint` from another only where no year could make them
    meet (1 November and 3 May), else `unknown`. Symmetric.
    """
    return _standing(one.first, one.last, other.first, other.last)


@lru_cache(maxsize=65_536)
def _standing(first: str | None, last: str | None, other_first: str | None, other_last: str | None) -> Standing:
    """Return the same of their ends; a story's statements share a few hundred dates and are compared pair by pair."""
    ends, others = _ends(first, last), _ends(other_first, other_last)
    if ends is None or others is None:
        return "unknown"
    days, other_days = _days(*ends), _days(*others)
    if days is not None and other_days is not None:
        return _compare_days(days, other_days)
    spread, other_spread = _days_of_year(*ends), _days_of_year(*others)
    if spread is None or other_spread is None or spread & other_spread:
        return "unknown"
    return "disjoint"


def inside(one: Time, other: Time) -> bool:
    """Whether of two times without a year one lies in the other ("6 November", "November")."""
    ends, others = _ends(one.first, one.last), _ends(other.first, other.last)
    spread, other_spread = (_days_of_year(*found) if found else None for found in (ends, others))
    if spread is None or other_spread is None or spread == other_spread:
        return False
    return spread <= other_spread or other_spread <= spread


def time_value(time: Time) -> str:
    """Write a time as EDTF, or in its own words where no date could be told."""
    if time.first is None and time.last is None:
        return time.verbatim
    if time.first == time.last:
        return str(time.first)
    return f"{time.first or '..'}/{time.last or '..'}"


def apart(one: Time, other: Time) -> float:
    """Return how many days lie between the beginnings of two times; infinite where a year is unknown."""
    return math.inf if one.first is None or other.first is None else days_between(one.first, other.first)


def is_over(time: Time, by: str, days: int) -> bool:
    """Whether a time is known to have ended more than so many days before an EDTF date."""
    ended, then = point(time.last) if time.last else None, point(by)
    last, first = last_day(ended) if ended else None, first_day(then) if then else None
    return last is not None and first is not None and (first - last).days > days


def days_between(one: str, other: str) -> float:
    """Return how many days lie between two EDTF dates; infinite where one cannot be read."""
    points = [point(value) for value in (one, other)]
    days = [first_day(at) if at is not None else None for at in points]
    return math.inf if days[0] is None or days[1] is None else abs((days[0] - days[1]).days)
