"""Feast days: which days a feast falls on in a year.

A rule is a day of the year ("12-25"), days from Easter ("easter-2", Gregorian), or a weekday of a month counted from
its start or end ("11-thu4", "05-mon-1"). The names stand in `lang/*/dates.toml`.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

_EASTER = re.compile(r"easter([+-]\d+)?")
_WEEKDAY = re.compile(r"(\d\d)-(mon|tue|wed|thu|fri|sat|sun)(-?\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1024)
def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, after the anonymous algorithm printed in Nature, 1876."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """Return the `count`-th such weekday of a month, from its end where negative; None where there is none."""
    if count > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    else:
        after = date(year + month // 12, month % 12 + 1, 1)
        day = after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1 + 7 * (-count - 1))
    return day if day.month == month else None


def feast_day(rule: str, year: int) -> date | None:
    """Return the day of a feast in a year, `None` where the year has none."""
    if match := _EASTER.fullmatch(rule):
        return easter(year) + timedelta(days=int(match[1] or 0))
    if match := _WEEKDAY.fullmatch(rule):
        return nth_weekday(year, int(match[1]), _DAYS.index(match[2]), int(match[3]))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def is_movable(rule: str) -> bool:
    """Tell whether a feast falls on another day each year."""
    return not rule[3:].isdigit() or rule.startswith("easter")
