"""Dates in words: what is unknown is said, nothing is filled in."""

import re

from careo.model.seen import Precision, Published, Report, Time
from careo.render.words import METHODS
from careo.text.evidence import disagreeing

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_EDTF = re.compile(
    r"(?P<y>[0-9X]{4})(?:-(?P<m>[0-9X]{2})(?:-(?P<d>[0-9X]{2}))?)?(?:T(?P<t>\d\d:\d\d)\S*)?(?P<q>[?~%])?"
)
_DOUBT = {"?": "{} (uncertain)", "~": "about {}", "%": "about {} (uncertain)"}


def spoken(edtf: str) -> str:
    """Put one EDTF date in words: `XXXX-11-01` becomes `1 November, year unknown`.

    A form that this function does not know is returned as it stands.
    """
    found = _EDTF.fullmatch(edtf)
    if found is None:
        first, slash, last = edtf.partition("/")
        return between(_bound(first), _bound(last)) if slash else edtf
    year, month, day, clock, doubt = found.group("y", "m", "d", "t", "q")
    words = _join(_day(day, month), _month(month), _year(year))
    words = f"{words}, {clock}" if clock else words
    return _DOUBT[doubt].format(words) if doubt else words


def between(first: str | None, last: str | None, precision: Precision = "day") -> str:
    """Put a span of time in words, no more exact than its precision."""
    if first is None or last is None:
        return _half_open(first, last)
    if first == last:
        return spoken(first)
    short = _cut(first, precision)
    if short is not None and short == _cut(last, precision):
        return spoken(short)
    return f"{_without_common(first, last)} to {spoken(last)}"


def time_words(time: Time) -> str:
    """Put a statement's time in words, with the date it was counted from."""
    words = between(time.first, time.last, time.precision)
    return f"{words} (counted from {spoken(time.anchor)})" if time.anchor else words


def published_words(published: Published | None) -> str:
    """Say when a report was published, or that no date was found."""
    return spoken(published.value) if published else "no date found"


def evidence_words(report: Report) -> str:
    """Say when a report was published, by which evidence, and which other days its page gives."""
    others = disagreeing(report.published, report.dates)
    told = "; ".join(_evidence(date) for date in others)
    if report.published is None:
        return f"no date found; the page gives {told}, later than it was fetched" if told else "no date found"
    chosen = f"{spoken(report.published.value)} ({_method(report.published)})"
    return f"{chosen}; the page also says {told}" if told else chosen


def _evidence(date: Published) -> str:
    return f"{spoken(date.value)} ({_method(date)}: “{date.evidence}”)"


def _method(date: Published) -> str:
    return METHODS.get(date.method, date.method)


def _bound(edtf: str) -> str | None:
    return None if edtf in ("", "..") else edtf


def _half_open(first: str | None, last: str | None) -> str:
    if first is not None:
        return f"from {spoken(first)} on"
    return f"until {spoken(last)}" if last is not None else "not worked out"


def _cut(edtf: str, precision: Precision) -> str | None:
    """A span from the first to the last day of May, known to the month, is `May`."""
    length = {"year": 4, "month": 7}.get(precision)
    return edtf[:length] if length and _EDTF.fullmatch(edtf) else None


def _without_common(first: str, last: str) -> str:
    """Leave out of the first date the year, or month and year, that the last one repeats."""
    left, right = _EDTF.fullmatch(first), _EDTF.fullmatch(last)
    if not (left and right and left["d"] and right["d"]) or left["q"] or left["t"] or left["y"] != right["y"]:
        return spoken(first)
    same_month = left["m"] == right["m"]
    return _day(left["d"], left["m"]) if same_month else _join(_day(left["d"], left["m"]), _month(left["m"]), "")


def _day(day: str | None, month: str | None) -> str:
    if day is None or not day.isdigit():
        return ""
    return str(int(day)) if month and month.isdigit() else f"day {int(day)}, month unknown"


def _month(month: str | None) -> str:
    if month is None or not month.isdigit():
        return ""
    return MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else SEASONS.get(month, f"period {month}")


def _year(year: str) -> str:
    if year == "XXXX":
        return "year unknown"
    return f"the {year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year


def _join(day: str, month: str, year: str) -> str:
    date = " ".join(word for word in (day, month) if word)
    if not year:
        return date
    comma = ", " if (date and year == "year unknown") or "unknown" in date else " "
    return f"{date}{comma}{year}".strip()
