"""Dates as machines write them: ISO 8601, RFC 5322, figures alone in a column of them, and paths of addresses."""

import re
from collections.abc import Iterable
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Literal

from careo.model.seen import Precision

Order = Literal["day first", "month first"]
"""How a file writes its numeric dates."""

_ISO = re.compile(r"(\d{4})[-/]?(\d{2})(?:[-/]?(\d{2}))?(?:[T ].*)?$", re.DOTALL)
_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/_.-]|$)")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T ,].*)?$", re.DOTALL)
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
"""Outside these it is a default or a slip, not a day of news."""


def day(stamp: str) -> tuple[str, Precision] | None:
    """Return the EDTF day or month of a machine-written stamp, as it is written there, or `None`.

    The day is taken in the zone the stamp is written in: the reader of the page saw that day.
    """
    stamp = stamp.strip().strip("\"'")
    match = _ISO.match(stamp)
    if match:
        return _checked(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    try:
        moment = parsedate_to_datetime(stamp)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _checked(moment.year, moment.month, moment.day)


def numeric_day(stamp: str, order: Order | None) -> tuple[str, Precision] | None:
    """Return the EDTF day of figures such as 25/04/2024 where one reading is possible, or `order` says which.

    Figures with full stops have the day first wherever they are written (CLDR 46 has no such pattern with the month
    first).
    """
    match = _NUMERIC.match(stamp.strip())
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    by_day, by_month = _checked(year, second, first), _checked(year, first, second)
    if match[2] == "." or order == "day first":
        return by_day
    if order == "month first":
        return by_month
    return (by_day or by_month) if by_day is None or by_month is None or by_day == by_month else None


def order_of(stamps: Iterable[str]) -> Order | None:
    """Return the order that all numeric dates of one file keep, if some of them can only be read in one way."""
    told: set[Order] = set()
    for stamp in stamps:
        match = _NUMERIC.match(stamp.strip())
        if match and match[2] != ".":
            told |= {"day first"} if int(match[1]) > 12 else set()
            told |= {"month first"} if int(match[3]) > 12 else set()
    return told.pop() if len(told) == 1 else None


def day_in_path(address: str) -> tuple[str, str] | None:
    """Return the EDTF day in an address such as `/2021/03/09/title`, and the piece it was read from."""
    match = _PATH.search(address)
    found = match and _checked(int(match[1]), int(match[2]), int(match[3]))
    return (found[0], match[0]) if match and found else None


def _checked(year: int, month: int, day_: int | None) -> tuple[str, Precision] | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        date(year, month, day_ or 1)
    except ValueError:
        return None
    return (f"{year:04}-{month:02}-{day_:02}", "day") if day_ else (f"{year:04}-{month:02}", "month")
