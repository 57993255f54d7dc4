"""Rules for weeks, months, quarters and years that count from the publication or stand in a longer one."""

import re
from datetime import date, timedelta

from careo.text.times.edtf import Point, last_day, of_date
from careo.text.times.feasts import nth_weekday
from careo.text.times.months import read_century, read_decade
from careo.text.times.points import (
    Found,
    anchored,
    got,
    grain_of_unit,
    is_plural,
    made,
    step_of,
    year_of,
)
from careo.text.times.scene import STEPS, Expression, Scene, Span, duration
from careo.text.times.words import Token


def read_directed(m: re.Match[str], s: Scene) -> Found:
    """Read "last week", "this month", "l'an dernier", "end of next year"."""
    unit = str(s.tokens[m.start("u")].value)
    step = step_of(s, m)
    rule = f"{STEPS.get(step, 'next')}-{unit}"
    word = next((s.token(m, name) for name in ("turn", "turned") if got(m, name)), None)
    if got(m, "turned") and s.language in ("de", "en") and step != 2:
        return ()
    if unit in ("second", "minute", "hour"):
        return ()
    rest = s.token(m, "part")
    if s.guess and rest and rest.value == "REST" and (known := s.unit(unit, step)) and s.today and step == 0:
        return anchored(s, s.span(m), (of_date(s.today), known[1]), grain_of_unit(unit), rule)
    if unit == "day" and step != 0 and not s.guess:
        return ()
    if unit == "day" and step == 0:
        return anchored(s, s.span(m), s.unit("day", 0), "day", "this-day") if s.guess else ()
    if is_plural(s, m.start("u")):
        return _vague_units(m, s, unit)
    if step < 0 and not s.guess and word and _rolls(s, word, unit):
        return made(s.span(m), None, grain_of_unit(unit), f"past-{unit}")
    return anchored(s, s.span(m), s.unit(unit, step), grain_of_unit(unit), rule)


_ROLLING = {
    "en": re.compile("past", re.I), "nl": re.compile("afgelopen|voorbije|laatste", re.I),
    "es": re.compile("[úu]ltim", re.I), "pt": re.compile("[úu]ltim", re.I), "it": re.compile("ultim", re.I),
}  # fmt: skip


def _rolls(s: Scene, word: Token, unit: str) -> bool:
    """Tell whether "past" may mean the last twelve months as well as last year."""
    pattern = _ROLLING.get(s.language)
    return pattern is not None and unit != "weekend" and pattern.search(s.text, word.start, word.end) is not None


def _vague_units(m: re.Match[str], s: Scene, unit: str) -> Found:
    """Read "the last years", "in den kommenden Monaten": a length that is not told."""
    if not s.guess:
        return ()
    return (Expression(*s.span(m), "DURATION", "vague-length", value=duration(None, unit)),)


def read_unit_of_year(m: re.Match[str], s: Scene) -> Found:
    """Read "third quarter of 2019", "zweite Hälfte", "first week of May"."""
    number, unit = s.tokens[m.start("o")].value, str(s.tokens[m.start("u")].value)
    year, month = year_of(s.token(m, "y1") or s.token(m, "y0")), s.token(m, "m1")
    anchor = None
    if s.tokens[m.start("o")].kind == "p":
        number = -1
    if not isinstance(number, int) or (unit in ("half", "day", "week") and not (year or month or got(m, "rel"))):
        return ()
    if got(m, "rel"):
        held = next(t for t in s.tokens[m.start("rel") : m.end("rel")] if t.kind == "U")
        known = s.unit(str(held.value), step_of(s, m, "rel"))
        if known is None:
            return ()
        year, anchor = known[0].year, s.anchor
        if held.value == "month":
            month = Token(0, 0, "M", known[0].month)
        elif held.value == "century":
            return made(s.span(m), _decade_of(known[0], number, unit), "decade", "decade", anchor=anchor)
        elif held.value != "year":
            return ()
    if year is None and s.published and s.published.year and (s.guess or month):
        year, anchor = s.published.year, s.anchor
        if month and (near := s.month_before(Point(None, int(month.value)))):
            year = near.year
        elif not s.guess:
            return ()
    if year is None:
        return ()
    at = _numbered_unit(unit, number, year, int(month.value) if month else None)
    if at is None:
        return ()
    return made(s.span(m), at, grain_of_unit(unit), f"{unit}-of-year", anchor=anchor)


def _decade_of(century: Point, number: int, unit: str) -> Span | None:
    if unit != "decade" or century.year is None or not 1 <= number <= 10:
        return None
    first = century.year + 10 * (number - 1)
    return Point(first), Point(first + 9)


def _numbered_unit(unit: str, number: int, year: int, month: int | None) -> Span | None:
    """Return the so-manieth week, quarter or half of a year, or week or day of a month; -1 is the last."""
    if unit in ("quarter", "half") and month is None:
        size, count = (3, 4) if unit == "quarter" else (6, 2)
        number = count if number == -1 else number
        return (Point(year, (number - 1) * size + 1), Point(year, number * size)) if 1 <= number <= count else None
    if unit == "month" and not month:
        at = Point(year, 12 if number == -1 else number)
        return at, at
    if unit in ("half", "fortnight") and month and number in (1, 2):
        first, middle = Point(year, month, 1), Point(year, month, 16)
        return (first, Point(year, month, 15)) if number == 1 else (middle, _end(year, month))
    if unit == "week":
        return _week(year, month, number)
    if unit == "day" and month and number == -1:
        return _end(year, month), _end(year, month)
    if unit == "day" and 1 <= number <= 31:
        at = Point(year, month or 1, number)
        return at, at
    return None


def _end(year: int, month: int) -> Point:
    day = last_day(Point(year, month))
    return of_date(day) if day else Point(year, month)


def _week(year: int, month: int | None, number: int) -> Span | None:
    """Return a week of a year by ISO 8601, or of a month by the same rule: the first has the month's first Thursday."""
    if month is None:
        try:
            last = date(year, 12, 28).isocalendar().week  # always in the last week, by ISO 8601
            monday = date.fromisocalendar(year, last if number == -1 else number, 1)
        except ValueError:
            return None
    else:
        thursday = nth_weekday(year, month, 3, number)
        if thursday is None:
            return None
        monday = thursday - timedelta(days=3)
    return of_date(monday), of_date(monday + timedelta(days=6))


def read_week_number(m: re.Match[str], s: Scene) -> Found:
    """Read "week 31"."""
    unit, number = s.tokens[m.start("u")], s.tokens[m.start("g")].value
    if unit.value != "week" or not s.guess or s.published is None or not isinstance(number, int):
        return ()
    year = year_of(s.token(m, "y1")) or s.published.year
    at = _week(year, None, number) if year and 1 <= number <= 53 else None
    return made(s.span(m), at, "week", "week-number", anchor=s.anchor) if at else ()


def read_quarter_sign(m: re.Match[str], s: Scene) -> Found:
    """Read "Q3 2019"; without its year only for scoring."""
    size, number = s.tokens[m.start("q")].value
    year = year_of(s.token(m, "y1") or s.token(m, "y0"))
    anchor = None
    if year is None and s.guess and s.published:
        year, anchor = s.published.year, s.anchor
    at = _numbered_unit("quarter" if size == 3 else "half", number, year, None) if year else None
    return made(s.span(m), at, "quarter" if size == 3 else "half", "quarter", anchor=anchor) if at else ()


def read_bare_unit(m: re.Match[str], s: Scene) -> Found:
    """Read "the end of the year", and for scoring "the quarter"."""
    unit = str(s.tokens[m.start("u")].value)
    if unit in ("second", "minute", "hour", "century", "decade", "half", "day") or is_plural(s, m.start("u")):
        return ()
    if not got(m, "part") and not (s.guess and unit in ("weekend", "quarter")):
        return ()
    if unit == "weekend" and not s.guess:
        return ()
    rest = s.token(m, "part")
    if s.guess and rest and rest.value == "REST" and (known := s.unit(unit, 0)) and s.today:
        return anchored(s, s.span(m), (of_date(s.today), known[1]), grain_of_unit(unit), f"rest-of-{unit}")
    step = -1 if unit == "quarter" and not s.looks_ahead else 0
    if unit == "weekend" and s.text[s.tokens[m.start()].start :][:4].lower() == "over" and s.language == "en":
        step = -1
    return anchored(s, s.span(m), s.unit(unit, step), grain_of_unit(unit), f"this-{unit}")


def read_shift(m: re.Match[str], s: Scene) -> Found:
    """Read "Vorjahr", "heuer": one word for another year, month or week."""
    unit, sign, count = re.split(r"([+-])", s.tokens[m.start("v")].value)
    step = int(sign + count)
    return anchored(s, s.span(m), s.unit(unit, step), grain_of_unit(unit), f"{STEPS[step]}-{unit}")


def read_year_ago(m: re.Match[str], s: Scene) -> Found:
    """Read "the year-earlier period": for scoring only."""
    if not s.guess or s.tokens[m.start("u")].value != "year":
        return ()
    return anchored(s, s.span(m), s.unit("year", -1), "year", "years-ago")


def read_unit_and_number(m: re.Match[str], s: Scene) -> Found:
    """Read "week 31" and "les années 80"."""
    unit = s.tokens[m.start("u")].value
    if unit != "year" and _glued(s, s.tokens[m.start("g")]):
        return ()  # "this week 20h"
    if unit == "day":
        at = s.day_of_month(s.tokens[m.start("g")].value) if s.guess and s.tokens[m.start("g")].kind == "n" else None
        return anchored(s, s.span(m), (at, at), "day", "day-of-month") if at else ()
    return read_week_number(m, s) if unit == "week" else read_decade(m, s)


def _glued(s: Scene, number: Token) -> bool:
    after = s.text[number.end : number.end + 1]
    return number.kind in "nN" and (after.isalnum() or after == ":")


def read_unit_or_century(m: re.Match[str], s: Scene) -> Found:
    """Read "the third quarter of 2019" or "the 15th century"."""
    return read_century(m, s) if s.tokens[m.start("u")].value == "century" else read_unit_of_year(m, s)
