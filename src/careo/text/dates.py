"""Dates in a text, with their values as far as the text and its publication date give them.

Absolute dates, parts of dates, ranges that share a month or year, and words that count from the day of publication
(yesterday, last month). A year that the text leaves out stays `XXXX` unless a named rule fixes it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from careo.model.seen import Precision, Time
from careo.text.calendars import Calendar, calendar
from careo.text.counted import counts_something, is_reference
from careo.text.edtf import Point, compare_times, last_day, of_date, point
from careo.text.lexicon import LANGUAGES
from careo.text.normalise import fold
from careo.text.numerals import number_word

__all__ = ["compare_times", "find_times", "from_told"]

DAY_BEFORE_ANCHOR = timedelta(days=183)
"""A day without a year in a dated report ("on 23 May") is read as the last such day before publication if that is
no more than half a year back: newspapers leave the year out only there. Not done where the sentence looks ahead."""
MONTHS_BEFORE_ANCHOR = 6
"""A month without a year in a dated report ("in May") is read as the last such month, where it is as near."""
_ISO = re.compile(r"(?<![\w-])(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])")
_YEAR = re.compile(r"(?<![\w.,/:§$€£#-])(?P<y1>1[5-9]\d\d|20\d\d)(?!\w|[.,:]\d|[-–/]\d|-\w|\s?[%€$])")
_NAME = re.compile(r"\w+(?:-\w+)*")
TOLD = "told-day"
"""Rule of a time that counts from a day which the text told before."""
_EARLIEST_BARE_YEAR = 1900
"""Without a word such as "year" before it, an earlier four-digit number is as likely a quantity."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What a rule may look at."""

    text: str
    start: int
    end: int
    language: str
    words: Calendar
    anchor: str | None

    @property
    def published(self) -> Point | None:
        """The publication date, or None where it is not known."""
        return point(self.anchor) if self.anchor else None

    @property
    def today(self) -> date | None:
        """The day of publication, or None where it is not known to the day."""
        known = self.published
        return last_day(known) if known and known.day else None

    @property
    def looks_ahead(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.words.will.search(self.text, self.start, self.end) is not None


def _time(match: re.Match[str], first: Point, last: Point, rule: str, anchor: str | None = None) -> tuple[Time, ...]:
    precision: Precision = "day" if first.day else "month" if first.month else "year"
    if not (first.exists and last.exists):
        return ()
    start, end = match.span()
    value = (str(first), str(last))
    return (Time(None, match.string[start:end], start, end, *value, precision, anchor, rule),)


def _unresolved(match: re.Match[str], rule: str) -> tuple[Time, ...]:
    """Return a relative time whose anchor is not known, or not known well enough."""
    return (Time(None, match.group(), match.start(), match.end(), None, None, "unknown", None, rule),)


def _point(match: re.Match[str], i: int, words: Calendar) -> Point:
    """Read the groups d, m, y number `i`, as far as the pattern has them."""
    got = match.groupdict()
    day, month, year = got.get(f"d{i}"), got.get(f"m{i}"), got.get(f"y{i}")
    number = words.months[fold(month.rstrip("."))] if month else None
    return Point(int(year) if year else None, number, int(day) if day else None)


def _in_year(at: Point, year: int | None) -> Point:
    return Point(year, at.month, at.day)


def _before_anchor(at: Point, place: _Place) -> Point | None:
    """Return the last such day up to the publication, if it is near enough and the sentence does not look ahead."""
    today = place.today
    if today is None or at.month is None or at.day is None or place.looks_ahead:
        return None
    for year in (today.year, today.year - 1):
        dated = _in_year(at, year)
        if dated.exists and timedelta(0) <= today - date(year, at.month, at.day) <= DAY_BEFORE_ANCHOR:
            return dated
    return None


def _single(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    at = _point(match, 1, place.words)
    if at.year is None and (dated := _before_anchor(at, place)):
        return _time(match, dated, dated, "day-before-anchor", place.anchor)
    rule = "date" if at.year and at.day else "month-year" if at.year else "day-month"
    return _time(match, at, at, rule)


def _ordered(first: Point, last: Point) -> tuple[Point, Point, str]:
    """Share the year of one end with the other, so that the range runs forward."""
    if (first.year is None) == (last.year is None):
        return first, last, "range"
    back = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        return _in_year(first, last.year - back), last, "range-shared-year"
    return first, _in_year(last, (first.year or 0) + back), "range-shared-year"


def _range(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    first, last = _point(match, 1, place.words), _point(match, 2, place.words)
    if first.month is None and first.day is not None:
        first, rule = Point(last.year, last.month, first.day), "range-shared-month"
    else:
        first, last, rule = _ordered(first, last)
    known = first.year is not None and last.year is not None
    if known and (first.year, first.month, first.day or 0) > (last.year, last.month, last.day or 0):
        return ()
    dated = (_before_anchor(first, place), _before_anchor(last, place)) if not known else (None, None)
    if dated[0] and dated[1] and str(dated[0]) <= str(dated[1]):
        return _time(match, dated[0], dated[1], "day-before-anchor", place.anchor)
    return _time(match, first, last, rule)


def _months(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read "from January to March 2024"."""
    first, last, _ = _ordered(_point(match, 1, place.words), _point(match, 2, place.words))
    if first.year and last.year and (first.year, first.month or 0) > (last.year, last.month or 0):
        return ()
    return _time(match, first, last, "month-range")


def _month_pair(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read "in December and January" as one time; months that do not follow each other stay two times."""
    first, last = _point(match, 1, place.words), _point(match, 2, place.words)
    led = place.words.month_before.search(place.text, place.start, match.start())
    if ((first.month or 0) % 12) + 1 != last.month or not (led or first.year or last.year):
        return ()
    return _months(match, place)


def _list(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read "9 and 16 November" as two days of one month, each at its own place."""
    last = _point(match, 2, place.words)
    found: list[Time] = []
    first_end = match.end("d1") + (place.text[match.end("d1")] == ".")
    spans = ((match.start(), first_end), (match.start("d2"), match.end()))
    for at, (start, end) in zip((Point(last.year, last.month, int(match["d1"])), last), spans, strict=True):
        dated = _before_anchor(at, place) if at.year is None else None
        value, anchor = (dated, place.anchor) if dated else (at, None)
        if value.exists:
            rule = "day-before-anchor" if dated else "list-shared-month"
            words = place.text[start:end]
            found.append(Time(None, words, start, end, str(value), str(value), "day", anchor, rule))
    return tuple(found)


def _month_alone(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read a month without a year; the span is the month's name, without the preposition that shows it is one."""
    at, rule, anchor = _point(match, 1, place.words), "month", None
    published = place.published
    if published is not None and published.year and published.month and at.month and not place.looks_ahead:
        behind = (published.month - at.month) % 12
        if behind <= MONTHS_BEFORE_ANCHOR:
            at = Point(published.year - (at.month > published.month), at.month)
            rule, anchor = "month-before-anchor", place.anchor
    start, end = match.span("m1")
    return (Time(None, place.text[start:end], start, end, str(at), str(at), "month", anchor, rule),)


def _years(match: re.Match[str], _place: _Place) -> tuple[Time, ...]:
    one, two = match["y1"], match["y2"]
    first, last = int(one), int(two if len(two) == 4 else one[:2] + two)
    return _time(match, Point(first), Point(last), "year-range") if first < last else ()


def _year(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read a bare year, unless it counts something ("2000 soldiers") or numbers a law."""
    named = place.words.year_word.search(place.text, max(place.start, match.start() - 20), match.start())
    if not named:
        counts = counts_something(place.text, match.start(), match.end(), place.language)
        if counts or int(match["y1"]) < _EARLIEST_BARE_YEAR:
            return ()
        if is_reference(place.text, place.start, match.start(), place.language):
            return ()
    at = Point(int(match["y1"]))
    return _time(match, at, at, "year")


def _iso(match: re.Match[str], _place: _Place) -> tuple[Time, ...]:
    at = Point(int(match["y"]), int(match["m"]), int(match["d"]))
    return _time(match, at, at, "iso")


def _numeric(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    """Read 04.06.2023; where the language does not fix the order of day and month, only what is certain."""
    year, one, two = int(match["y"]), int(match["d"]), int(match["m"])
    day_first, month_first = Point(year, two, one), Point(year, one, two)
    if place.words.day_first or one == two or not month_first.exists:
        return _time(match, day_first, day_first, "numeric")
    if not day_first.exists:
        return _time(match, month_first, month_first, "numeric")
    return _time(match, Point(year), Point(year), "numeric-ambiguous")


def _unit_from(published: Point, unit: str, step: int) -> tuple[Point, Point] | None:
    """Return the first and last point of the week, month or year so many steps from the publication."""
    if published.year is None:
        return None
    if unit == "year":
        return Point(published.year + step), Point(published.year + step)
    if published.month is None:
        return None
    if unit == "month":
        count = published.year * 12 + published.month - 1 + step
        at = Point(count // 12, count % 12 + 1)
        return at, at
    day = last_day(published) if published.day else None
    if day is None:
        return None
    if unit == "day":
        return of_date(day + timedelta(days=step)), of_date(day + timedelta(days=step))
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    return of_date(monday), of_date(monday + timedelta(days=6))


def _counted_from(match: re.Match[str], place: _Place, unit: str, step: int, rule: str) -> tuple[Time, ...]:
    """Return the week, month, year or day so many steps from the publication, or an unresolved time."""
    if place.words.rolling.search(match.group()) and rule == f"last-{unit}":
        return _unresolved(match, f"past-{unit}")
    found = _unit_from(place.published, unit, step) if place.published else None
    if found is None:
        return _unresolved(match, rule)
    precision: Precision = {"day": "day", "week": "week", "month": "month"}.get(unit, "year")  # type: ignore[assignment]
    value = (str(found[0]), str(found[1]))
    return (Time(None, match.group(), match.start(), match.end(), *value, precision, place.anchor, rule),)


_STEPS = {-1: "last", 0: "this", 1: "next"}


def _relative_month(match: re.Match[str], place: _Place, step: int) -> tuple[Time, ...]:
    """Read "last December": the nearest one wholly before, or after, the month of publication."""
    month, published = _point(match, 1, place.words).month, place.published
    rule = f"{_STEPS[step]}-named-month"
    if published is None or published.year is None or published.month is None or month is None:
        return _unresolved(match, rule)
    ahead = (month - published.month) % 12 or 12
    behind = (published.month - month) % 12 or 12
    return _counted_from(match, place, "month", ahead if step > 0 else -behind, rule)


def _weekday(match: re.Match[str], place: _Place, step: int) -> tuple[Time, ...]:
    """Read a week day: last or next as said; a bare one is the latest up to the publication, if nothing looks ahead."""
    rule = f"{_STEPS[step]}-weekday" if step else "weekday-before-anchor"
    today = place.today
    weekday = place.words.weekdays[fold(match["w"])]
    if step == 0:
        match = _NAME.match(place.text, *match.span("w")) or match
    if today is None or (step == 0 and place.looks_ahead):
        return _unresolved(match, rule if step else "weekday")
    behind = (today.weekday() - weekday) % 7
    if step > 0:
        return _counted_from(match, place, "day", 7 - behind, rule)
    return _counted_from(match, place, "day", -(behind or 7) if step else -behind, rule)


def _ago(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    count = number_word(match["n"], place.language)
    unit = next((key for key, pattern in place.words.ago_units if pattern.fullmatch(match["u"])), None)
    if count is None or unit is None or not 0 < count < 1000:
        return ()
    return _counted_from(match, place, unit, -count, f"{unit}s-ago")


_Rule = Callable[[re.Match[str], _Place], tuple[Time, ...]]


def _rules(words: Calendar) -> Iterator[tuple[re.Pattern[str], _Rule]]:
    """Yield the patterns with their rules, the more telling first."""
    yield _ISO, _iso
    yield words.numeric, _numeric
    yield from ((pattern, _range) for pattern in words.ranges)
    yield from ((pattern, _list) for pattern in words.lists)
    yield from ((pattern, _months) for pattern in words.month_ranges)
    yield words.month_pairs, _month_pair
    yield from ((pattern, _single) for pattern in words.singles)
    yield from ((pattern, _directed_rule(_relative_month, step)) for step, pattern in words.relative_months)
    yield from ((pattern, _unit_rule(unit, step)) for unit, step, pattern in words.relative_units)
    yield from ((pattern, _directed_rule(_weekday, step)) for step, pattern in words.relative_weekdays)
    yield words.told_days, _told_day
    yield words.relative_days, _day_word
    yield words.ago, _ago
    yield words.month_alone, _month_alone
    yield from ((pattern, _years) for pattern in words.year_ranges)
    yield _YEAR, _year


def _directed_rule(rule: Callable[[re.Match[str], _Place, int], tuple[Time, ...]], step: int) -> _Rule:
    return lambda match, place: rule(match, place, step)


def _unit_rule(unit: str, step: int) -> _Rule:
    return lambda match, place: _counted_from(match, place, unit, step, f"{_STEPS[step]}-{unit}")


def _day_word(match: re.Match[str], place: _Place) -> tuple[Time, ...]:
    step = place.words.days[fold(" ".join(match.group().split()))]
    return _counted_from(match, place, "day", step, "day-word")


def _told_day(match: re.Match[str], _place: _Place) -> tuple[Time, ...]:
    return _unresolved(match, TOLD)


def from_told(time: Time, language: str, told: str | None) -> Time:
    """Return a time that counts from a day told before ("the day after"), resolved from that day, an EDTF date.

    Any other time, and one without a whole day to count from, is returned as it is.
    """
    day = last_day(known) if time.rule == TOLD and told and (known := point(told)) and known.day else None
    if day is None:
        return time
    at = str(of_date(day + timedelta(days=calendar(language).told[fold(" ".join(time.verbatim.split()))])))
    return replace(time, first=at, last=at, precision="day", anchor=told, rule=f"{TOLD}+carried")


def find_times(text: str, language: str, start: int, end: int, *, anchor: str | None) -> tuple[Time, ...]:
    """Return the dates in `text[start:end]` (best one sentence) in order, without overlaps, roles not set.

    `anchor` is the publication date in EDTF, as exact as it is known; what counts from it stays unknown without it.
    A language without a date lexicon gets ISO dates and nothing else.
    """
    if language not in LANGUAGES:
        found = [
            _time(match, at, at, "iso") for match in _ISO.finditer(text, start, end) if (at := point(match.group()))
        ]
        return tuple(time for times in found for time in times)
    place = _Place(text, start, end, language, calendar(language), anchor)
    taken: list[Time] = []
    for pattern, rule in _rules(place.words):
        for match in pattern.finditer(text, start, end):
            if match.start() == match.end():
                continue
            times = rule(match, place)
            if not any(time.start < have.end and have.start < time.end for time in times for have in taken):
                taken.extend(times)
    return tuple(sorted(taken, key=lambda time: time.start))
