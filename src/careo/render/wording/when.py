"""Dates in words: what is unknown is said, nothing is filled in."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from careo.model.seen import Precision, Published, Report, Time
from careo.render.wording.speech import ENGLISH, Speech
from careo.render.wording.words import METHODS
from careo.text.sheet.evidence import disagreeing

SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_YEAR_UNKNOWN = "XXXX"
_LEAP = 2000
"""A year in which every day exists, to write a date whose year is unknown."""
_EDTF = re.compile(
    r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9X]{2})(?:-(?P<d>[0-9X]{2}))?)?(?:T(?P<t>\d\d:\d\d)\S*)?(?P<q>[?~%])?"
)
_DOUBT = {"?": "{value} (uncertain)", "~": "about {value}", "%": "about {value} (uncertain)"}


@lru_cache(maxsize=4096)
def spoken(edtf: str, speech: Speech = ENGLISH) -> str:
    """Put one EDTF date in words: `XXXX-11-01` becomes `1 November, year unknown`.

    A form that this function does not know is returned as it stands.
    """
    found = _EDTF.fullmatch(edtf)
    if found is None:
        first, slash, last = edtf.partition("/")
        return between(_bound(first), _bound(last), speech=speech) if slash else edtf
    words = _date(found, speech)
    words = f"{words}, {found['t']}" if found["t"] else words
    return speech(_DOUBT[found["q"]], value=words) if found["q"] else words


def between(first: str | None, last: str | None, precision: Precision = "day", *, speech: Speech = ENGLISH) -> str:
    """Put a span of time in words, no more exact than its precision."""
    if first is None or last is None:
        return _half_open(first, last, speech)
    if first == last:
        return spoken(first, speech)
    short = _cut(first, precision)
    if short is not None and short == _cut(last, precision):
        return spoken(short, speech)
    return _span(first, last, speech)


def whole(first: str | None, last: str | None) -> Precision:
    """Return whether a span is just one calendar month or year, and else that it is one of days."""
    if first is None or last is None or first[:4] != last[:4]:
        return "day"
    if (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return "year"
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return "day"
    month = begin.day == 1 and begin.month == end.month and end.day == monthrange(end.year, end.month)[1]
    return "month" if month else "day"


def time_words(time: Time, speech: Speech = ENGLISH) -> str:
    """Put a statement's time in words, with the date it was counted from."""
    words = between(time.first, time.last, time.precision, speech=speech)
    if time.anchor is None:
        return words
    return speech("{time} (counted from {anchor})", time=words, anchor=spoken(time.anchor, speech))


def published_words(published: Published | None, speech: Speech = ENGLISH) -> str:
    """Say when a report was published, or that no date was found."""
    return spoken(published.value, speech) if published else speech("no date found")


def evidence_words(report: Report, speech: Speech = ENGLISH) -> str:
    """Say when a report was published, by which evidence, and which other days its page gives."""
    others = disagreeing(report.published, report.dates)
    told = "; ".join(_evidence(other, speech) for other in others)
    if report.published is None:
        later = speech("no date found; the page gives {dates}, later than it was fetched", dates=told)
        return later if told else speech("no date found")
    chosen = f"{spoken(report.published.value, speech)} ({_method(report.published, speech)})"
    return speech("{chosen}; the page also says {dates}", chosen=chosen, dates=told) if told else chosen


def _evidence(found: Published, speech: Speech) -> str:
    return f"{spoken(found.value, speech)} ({_method(found, speech)}: “{found.evidence}”)"


def _method(found: Published, speech: Speech) -> str:
    return speech(METHODS.get(found.method, found.method))


def _bound(edtf: str) -> str | None:
    return None if edtf in ("", "..") else edtf


def _half_open(first: str | None, last: str | None, speech: Speech) -> str:
    if first is not None:
        return speech("from {day} on", day=spoken(first, speech))
    return speech("until {day}", day=spoken(last, speech)) if last is not None else speech("not worked out")


def _cut(edtf: str, precision: Precision) -> str | None:
    """A span from the first to the last day of May, known to the month, is `May`."""
    length = {"year": 4, "month": 7}.get(precision)
    return edtf[:length] if length and _EDTF.fullmatch(edtf) else None


def _span(first: str, last: str, speech: Speech) -> str:
    """Say from when to when; the year, or month and year, that the last date repeats is left out of the first."""
    left, right = _EDTF.fullmatch(first), _EDTF.fullmatch(last)
    told = spoken(last, speech)
    known = left and right and left["d"] and right["d"] and not left["q"] and not left["t"]
    if not (known and left and right) or left["y"] != right["y"] or not _real(left):
        return speech("{first} to {last}", first=spoken(first, speech), last=told)
    if left["m"] == right["m"]:
        return speech("{day} to {last}", day=int(left["d"]), last=told)
    return speech("{first} to {last}", first=speech.yearless(_day_of(left, _LEAP)), last=told)


def _date(found: re.Match[str], speech: Speech) -> str:
    """Say a date as far as it is known."""
    year, month, day = found["y"], found["m"], found["d"]
    if year.isdigit() and _real(found):
        return speech.day(_day_of(found, int(year)))
    if year.isdigit() and day is None and _is_month(month):
        return speech.month(date(max(int(year), 1), int(month), 1))
    said = [word for word in (_day_and_month(found, speech), _year(year, speech)) if word]
    comma = len(said) > 1 and (year == _YEAR_UNKNOWN or (not _is_month(month) and day is not None))
    return (", " if comma else " ").join(said)


def _day_and_month(found: re.Match[str], speech: Speech) -> str:
    month, day = found["m"], found["d"]
    if _real(found):
        return speech.yearless(_day_of(found, _LEAP))
    if day is not None and day.isdigit():
        return speech("day {day}, month unknown", day=int(day))
    if month is None or not month.isdigit():
        return ""
    if _is_month(month):
        return speech.month_name(int(month))
    return speech(SEASONS[month]) if month in SEASONS else speech("period {number}", number=month)


def _year(year: str, speech: Speech) -> str:
    if year == _YEAR_UNKNOWN:
        return speech("year unknown")
    decade = year.endswith("X") and year[:3].isdigit()
    return speech("the {year}s", year=f"{year[:3]}0") if decade else year


def _is_month(month: str | None) -> bool:
    return month is not None and month.isdigit() and 1 <= int(month) <= 12


def _real(found: re.Match[str]) -> bool:
    """Whether day and month are known and there is such a day."""
    try:
        _day_of(found, int(found["y"]) if found["y"].isdigit() else _LEAP)
    except (TypeError, ValueError):
        return False
    return True


def _day_of(found: re.Match[str], year: int) -> date:
    return date(year, int(found["m"]), int(found["d"]))
