"""Dates as machines write them in pages: ISO 8601, RFC 5322, and paths of addresses."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from careo.model.seen import Precision

_ISO = re.compile(r"(\d{4})[-/]?(\d{2})(?:[-/]?(\d{2}))?(?:[T ].*)?$", re.DOTALL)
_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/_.-]|$)")
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
    except (ValueError, TypeError, IndexError):
        return None
    return _checked(moment.year, moment.month, moment.day)


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
