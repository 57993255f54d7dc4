"""Dates in a text, with their values as far as the text and its publication date give them.

Absolute dates, parts of dates, ranges that share a month or year, seasons, feasts, and words that count from the day
of publication (yesterday, last month). A year that the text leaves out stays `XXXX` unless a named rule fixes it.
"""

import re
from dataclasses import replace
from datetime import timedelta

from careo.model.seen import Precision, Time
from careo.text.lexicon import LANGUAGES
from careo.text.times.counts import TOLD, told_step
from careo.text.times.edtf import compare_times, last_day, of_date, point
from careo.text.times.rules import read_expressions
from careo.text.times.scene import DAY_BEFORE_ANCHOR, Expression

__all__ = ["DAY_BEFORE_ANCHOR", "TOLD", "compare_times", "find_times", "from_told"]

_ISO = re.compile(r"(?<![\w-])(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])")
_PRECISIONS: dict[str, Precision] = {
    "time": "day", "day": "day", "week": "week", "weekend": "week", "month": "month", "quarter": "month",
    "half": "month",
}  # fmt: skip
"""The precision of each grain; all that is longer is precise to the year."""


def _time(text: str, at: Expression) -> Time:
    first, last = at.first, at.last
    words = text[at.start : at.end]
    if first is None or last is None:
        return Time(None, words, at.start, at.end, None, None, "unknown", None, at.rule)
    precision = _PRECISIONS.get(at.grain, "year")
    return Time(None, words, at.start, at.end, str(first), str(last), precision, at.anchor, at.rule)


def from_told(time: Time, language: str, told: str | None) -> Time:
    """Return a time that counts from a day told before ("the day after"), resolved from that day, an EDTF date.

    Any other time, and one without a whole day to count from, is returned as it is.
    """
    day = last_day(known) if time.rule == TOLD and told and (known := point(told)) and known.day else None
    step = told_step(time.verbatim, language) if day else None
    if day is None or step is None:
        return time
    at = str(of_date(day + timedelta(days=step)))
    return replace(time, first=at, last=at, precision="day", anchor=told, rule=f"{TOLD}+carried")


def find_times(text: str, language: str, start: int, end: int, *, anchor: str | None) -> tuple[Time, ...]:
    """Return the dates in `text[start:end]` (best one sentence) in order, without overlaps, roles not set.

    `anchor` is the publication date in EDTF, as exact as it is known; what counts from it stays unknown without it.
    Lengths of time, repeated times and "now" are no dates. A language without a date lexicon gets ISO dates only.
    """
    if language not in LANGUAGES:
        return tuple(_iso(match) for match in _ISO.finditer(text, start, end) if point(match.group()))
    found = read_expressions(text, language, start, end, anchor=anchor, guess=False)
    return tuple(_time(text, each) for each in found if each.kind in ("DATE", "TIME") and each.value is None)


def _iso(match: re.Match[str]) -> Time:
    value = match.group()
    return Time(None, value, match.start(), match.end(), value, value, "day", None, "iso")
