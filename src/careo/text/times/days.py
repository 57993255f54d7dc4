"""Rules for dates with a day: written out, in digits, in ranges and lists, or the day alone."""

import re
from datetime import timedelta

from careo.text.numbers.counted import counts_something
from careo.text.times.edtf import Point, first_day, of_date
from careo.text.times.points import (
    Found,
    anchored,
    atom,
    got,
    in_year,
    is_plural,
    made,
    numeric_point,
    ordered,
    ranged,
    step_of,
    turn_of,
    turned,
    with_day,
    year_of,
)
from careo.text.times.scene import STEPS, Expression, Scene, Span


def read_numeric(m: re.Match[str], s: Scene) -> Found:
    """Read 04.06.2023; where the language does not fix the order of day and month, only what is certain."""
    token = s.tokens[m.start("x")]
    at = numeric_point(token, s)
    if at is None:
        return ()
    rule = "numeric-ambiguous" if at.day is None else "iso" if token.value[3] else "numeric"
    return made(s.span(m), (at, at), "day" if at.day else "year", rule)


def read_range(m: re.Match[str], s: Scene) -> Found:
    """Read "from A to B", the month or year perhaps only with one of them."""
    first, last = atom(s, *m.span("a")), atom(s, *m.span("b"))
    if first is None or last is None or not _joins(m, s, first, last):
        return ()
    rule = "range"
    if first.month == 0 or last.month == 0:
        first, last, rule = _shared_month(first, last)
    if first.month == 0 or last.month == 0:
        return ()
    first, last, shared = ordered(first, last) if first.month and last.month else (first, last, rule)
    rule = {"month": "month-range", "year": "year-range"}.get(first.precision, rule if rule != "range" else shared)
    begin = (first.year or 0, first.month or 0, first.day or 0)
    if first.year and last.year and begin > (last.year, last.month or 12, last.day or 31):
        return ()
    anchor = s.anchor if any(token.kind == "D" for token in s.tokens[m.start() : m.end()]) else None
    if first.year is None and last.year is None and (dated := _range_before(s, first, last)):
        (first, last), anchor, rule = dated, s.anchor, "day-before-anchor"
    return ranged(m, s, (first, last), rule, anchor)


def _joins(m: re.Match[str], s: Scene, first: Point, last: Point) -> bool:
    """Tell whether what stands between two dates makes them a range and not two dates, a price or a score."""
    opener, bare = got(m, "open"), first.month == 0 or last.month == 0
    if bare and not (first.month or last.month):
        return False
    if last.month == 0:
        return "-" in m["link"] or opener == "w"
    if first.month is None and last.month is None:
        before = s.text[s.tokens[m.start("a")].start - 1 : s.tokens[m.start("a")].start]
        return bool(first.year and last.year and first.year < last.year) and before not in ("-", "–")
    if (first.month is None) != (last.month is None):
        return bool(opener)
    return "&" not in m["link"] or opener == "w"


def _shared_month(first: Point, last: Point) -> tuple[Point, Point, str]:
    year = first.year or last.year
    if first.month == 0:
        return Point(year, last.month, first.day), last, "range-shared-month"
    return Point(year, first.month, first.day), Point(year, first.month, last.day), "range-shared-month"


def _range_before(s: Scene, first: Point, last: Point) -> Span | None:
    """Return the last such days up to the publication, both of one range."""
    found = [s.day_before(at) if at.day else s.month_before(at) if s.guess else None for at in (first, last)]
    if not found[0] or not found[1]:
        return None
    if str(found[0]) <= str(found[1]):
        return found[0], found[1]
    if not s.guess or found[1].year is None:
        return None
    return in_year(found[0], found[1].year - ((found[0].month or 0) > (found[1].month or 0))), found[1]


def read_days_in(m: re.Match[str], s: Scene) -> Found:
    """Read "3 to 8 this month", "next month from the 4th to the 23rd"."""
    unit = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
    step = step_of(s, m)
    at = s.unit("month", step) if unit.value == "month" else None
    if at is None:
        return ()
    days = [s.tokens[m.start(name)].value for name in "ab"]
    return ranged(m, s, (with_day(at[0], days[0]), with_day(at[0], days[1])), "range-in-month", s.anchor)


def read_list(m: re.Match[str], s: Scene) -> Found:
    """Read "9, 12 and 16 November" as days of one month, each at its own place."""
    days = [token for token in s.tokens[m.start() : m.end("d2")] if token.kind in "nO"]
    month, year = int(s.tokens[m.start("m2")].value), year_of(s.token(m, "y2"))
    found: list[Expression] = []
    for token in days:
        at = Point(year, month, token.value)
        dated = s.day_before(at) if year is None else None
        end = s.tokens[m.end() - 1].end if token is days[-1] else token.end
        rule, anchor = ("day-before-anchor", s.anchor) if dated else ("list-shared-month", None)
        found += made((token.start, end), (dated or at, dated or at), "day", rule, anchor=anchor)
    return tuple(found)


def read_single(m: re.Match[str], s: Scene) -> Found:
    """Read a day and month, perhaps with its year, its weekday, or a word that tells which one."""
    at = atom(s, *m.span("a"))
    if at is None or not at.month or not at.day or _names_somebody(m, s):
        return ()
    span = s.span(m)
    turn = turn_of(m)
    if turn and at.year is None:
        step = step_of(s, m, "turn" if got(m, "turn") else "turned")
        return anchored(s, span, turned(s, at, step), "day", f"{STEPS[step]}-named-day")
    if at.year is None and got(m, "rel"):
        step = step_of(s, m, "rel")
        if s.published is None or s.published.year is None:
            return ()
        at = in_year(at, s.published.year + step)
        return anchored(s, span, (at, at), "day", f"{STEPS[step]}-year")
    if at.year is None and (dated := s.day_before(at)):
        return anchored(s, span, (dated, dated), "day", "day-before-anchor")
    return made(span, (at, at), "day", "date" if at.year else "day-month")


def _names_somebody(m: re.Match[str], s: Scene) -> bool:
    """Tell whether a short month is a first name: "9. Jan Kowalski"."""
    token = s.tokens[m.end("a") - 1]
    word = s.text[token.start : token.end]
    after = s.tokens[m.end("a")] if m.end("a") < len(s.tokens) else None
    short = token.kind == "M" and word.lower() not in s.words.full and not word.endswith(".")
    return s.words.case and short and after is not None and after.kind == "_" and s.text[after.start].isupper()


_FAR = 366
"""How far off, in days, a weekday that is such a day of a month is looked for."""


def read_weekday_and_day(m: re.Match[str], s: Scene) -> Found:
    """Read "Friday the 13th": the nearest day that is both; for scoring only, since the month is not told."""
    day, today = s.tokens[m.start("d1")].value, s.today
    after = s.tokens[m.end()].kind if m.end() < len(s.tokens) else "."
    last = s.tokens[m.end() - 1]
    if after == "_" and s.language != "de" and not (got(m, "the") and s.text[last.start].isdigit()):
        return ()
    if after == "_" and counts_something(s.text, last.start, last.end, s.language):
        return ()
    if not s.guess or today is None or not isinstance(day, int):
        return ()
    weekday = int(s.tokens[m.start("w")].value)
    order = sorted(range(-_FAR, _FAR + 1), key=lambda step: (abs(step), (step < 0) == s.looks_ahead))
    near = (today + timedelta(days=step) for step in order)
    found = next((at for at in near if at.day == day and at.weekday() == weekday), None)
    if found is None:
        return ()
    return anchored(s, s.span(m), (of_date(found), of_date(found)), "day", "weekday-and-day")


def read_day_of_unit(m: re.Match[str], s: Scene) -> Found:
    """Read "the 20th of next month"."""
    unit = next(token for token in s.tokens[m.start() : m.end()] if token.kind == "U")
    day = s.tokens[m.start("d1")].value
    at = s.unit("month", step_of(s, m, "rel")) if unit.value == "month" and isinstance(day, int) else None
    return anchored(s, s.span(m), (with_day(at[0], day),) * 2, "day", "day-of-month") if at else ()


def read_week_of(m: re.Match[str], s: Scene) -> Found:
    """Read "the week of 3 May"."""
    at = atom(s, *m.span("a"))
    if at is not None and at.month == 0 and at.day:
        at = s.day_of_month(at.day)
    if at is None or not at.month or not at.day or s.tokens[m.start("u")].value != "week":
        return ()
    if is_plural(s, m.start("u")):
        return ()  # "two weeks from 3 May"
    dated = at if at.year else s.day_before(at)
    day = first_day(dated) if dated and dated.exists else None
    if day is None:
        return ()
    monday = day - timedelta(days=day.weekday())
    ends = of_date(monday), of_date(monday + timedelta(days=6))
    return made(s.span(m), ends, "week", "week-of", anchor=None if at.year else s.anchor)


def read_day_alone(m: re.Match[str], s: Scene) -> Found:
    """Read "on the 15th": only for scoring, since the month is not told."""
    if not s.guess:
        return ()
    token = s.tokens[m.start("d1")]
    after = s.tokens[m.end()] if m.end() < len(s.tokens) else None
    if not isinstance(token.value, int) or not 1 <= token.value <= 31:
        return ()
    if after and after.kind == "_" and (s.language != "de" or s.text[after.start].isupper()):
        return ()
    if after and after.kind in "nN%UG=":
        return ()
    if token.kind == "n" and (after is None or after.kind not in ".,-&") and m.end() < len(s.tokens):
        return ()
    at = s.day_of_month(token.value)
    return anchored(s, s.span(m), (at, at), "day", "day-of-month") if at else ()
