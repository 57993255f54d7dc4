"""The one calendar date a short line states: of a publication, an update, a credit."""

import re
from dataclasses import dataclass

from careo.model.seen import Precision
from careo.text.times.dates import find_times

_DATE = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:T.*)?")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date with its year, and where it stands."""

    value: str
    """EDTF, a day or a month."""
    precision: Precision
    start: int
    end: int


def date_in(text: str, start: int, end: int, language: str) -> StatedDate | None:
    """Return the one date between two offsets; `None` where there is none, or more than one.

    Nothing relative is read and no year is completed: what a line leaves out stays unknown.
    """
    found: list[StatedDate] = []
    for time in find_times(text, language, start, end, anchor=None):
        first, last = (_DATE.fullmatch(value or "") for value in (time.first, time.last))
        if first and last and first[1] == last[1]:
            precision: Precision = "day" if len(first[1]) == 10 else "month"
            found.append(StatedDate(first[1], precision, time.start, time.end))
    return found[0] if len({date.value for date in found}) == 1 else None


def day_in(text: str, start: int, end: int, language: str) -> StatedDate | None:
    """Return the one date between two offsets where it is exact to the day."""
    found = date_in(text, start, end, language)
    return found if found and found.precision == "day" else None
