"""What the rules of time share: reading a match, building an expression, dates known in part."""

import re
from collections.abc import Callable
from typing import Any

from careo.text.times.edtf import Point
from careo.text.times.scene import Expression, Grain, Scene, Span
from careo.text.times.words import Token

Found = tuple[Expression, ...]


Rule = Callable[[re.Match[str], Scene], Found]


def got(m: re.Match[str], name: str) -> str:
    """Return what a group matched, empty where the pattern has no such group."""
    return (m[name] or "") if name in m.re.groupindex else ""


def turn_of(m: re.Match[str]) -> str | None:
    """Return the word of direction in a match: p last, f next, t this."""
    return got(m, "turn") or got(m, "turned") or None


def step_of(s: Scene, m: re.Match[str], name: str | int = 0) -> int:
    """Return how many units ahead the words of a match point: -1 last, 0 this, 1 next."""
    return next((int(t.value) for t in s.tokens[m.start(name) : m.end(name)] if t.kind in "pft"), 0)


def year_of(token: Token | None) -> int | None:
    """Return the year of a token; two digits are of 1940 to 2039."""
    if token is None:
        return None
    if token.kind == "y":
        two = int(token.value[1:])
        return two + (1900 if two >= 40 else 2000)
    return int(token.value)


def made(span: tuple[int, int], at: Span | None, grain: Grain, rule: str, **more: Any) -> Found:
    """Return one date, or nothing where the calendar has no such day."""
    if at is None:
        return (Expression(*span, "DATE", rule, grain=grain, **more),)
    if not (at[0].exists and at[1].exists):
        return ()
    return (Expression(*span, "DATE", rule, at[0], at[1], grain, **more),)


def anchored(s: Scene, span: tuple[int, int], at: Span | None, grain: Grain, rule: str, **more: Any) -> Found:
    """Return a date that counts from the publication, or an unresolved one."""
    return made(span, at, grain, rule, anchor=s.anchor if at else None, **more)


def atom(s: Scene, start: int, end: int) -> Point | None:
    """Read tokens that are one date, whole or in part; the day alone is a point in month 0."""
    day = month = year = None
    for token in s.tokens[start:end]:
        if token.kind == "X":
            return numeric_point(token, s)
        if token.kind == "x":
            month, day = token.value
        elif token.kind == "M":
            month = int(token.value)
        elif token.kind in "Yy":
            year = year_of(token)
        elif token.kind == "D":
            at = s.unit("day", int(token.value))
            return at[0] if at else None
        elif token.kind in "nO1" and isinstance(token.value, int):
            day = token.value
        elif token.kind == "U" and token.value != "year":
            return None
    if (day is not None and not 1 <= day <= 31) or (day is month is year is None):
        return None
    return Point(year, 0 if month is None and day else month, day)


def numeric_point(token: Token, s: Scene) -> Point | None:
    """Return a date in digits; only its year where the order of day and month is not certain."""
    year, month, day, iso = token.value
    day_first, month_first = Point(year, month, day), Point(year, day, month)
    if iso or s.words.day_first or month == day:
        return day_first if day_first.exists else month_first if month_first.exists else None
    if day_first.exists and month_first.exists:
        return Point(year) if not s.guess else month_first
    return day_first if day_first.exists else month_first if month_first.exists else None


def in_year(at: Point, year: int | None) -> Point:
    """Return a day or month in a year."""
    return Point(year, at.month, at.day)


def ordered(first: Point, last: Point) -> tuple[Point, Point, str]:
    """Share the year of one end with the other, so that the range runs forward."""
    if (first.year is None) == (last.year is None):
        return first, last, "range"
    back = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        return in_year(first, last.year - back), last, "range-shared-year"
    return first, in_year(last, (first.year or 0) + back), "range-shared-year"


def with_day(at: Point, day: int) -> Point:
    """Return a day of a month."""
    return Point(at.year, at.month, day)


def grain_of_unit(unit: str) -> Grain:
    """Return how exact a date counted in a unit is."""
    return {"fortnight": "week", "second": "time", "minute": "time", "hour": "time"}.get(unit, unit)  # type: ignore[return-value]


_PLURALS = re.compile(
    r"(?:days|weeks|months|years|decades|quarters|Tagen?|Wochen|Monaten?|Jahren?|dagen|weken|maanden|jaren|días|semanas|meses|años|jours|semaines|ans|années|giorni|settimane|mesi|anni|dias|anos)",
    re.IGNORECASE,
)


def is_plural(s: Scene, at: int) -> bool:
    """Tell whether a unit stands in the plural."""
    token = s.tokens[at]
    return _PLURALS.fullmatch(s.text, token.start, token.end) is not None


def turned(s: Scene, at: Point, step: int) -> Span | None:
    """Return the last or next such day or month, counted from the publication; "this" is of its year."""
    published = s.published
    if published is None or published.year is None or published.month is None:
        return None
    now = (published.month, published.day or 1) if at.day else (published.month,)
    there = (at.month, at.day) if at.day else (at.month,)
    year = published.year
    if step < 0:
        year -= there >= now
    elif step > 0:
        year += there <= now
    found = in_year(at, year)
    return (found, found) if found.exists else None


def ranged(m: re.Match[str], s: Scene, at: Span, rule: str, anchor: str | None) -> Found:
    """Return a range, with its ends as parts."""
    ends: list[Expression] = []
    for point, name in zip(at, "ab", strict=True):
        span = s.tokens[m.start(name)].start, s.tokens[m.end(name) - 1].end
        ends += made(span, (point, point), point.precision, rule, anchor=anchor)
    if len(ends) < 2:
        return ()
    grain = at[0].precision if at[0].day is None else "day"
    return made(s.span(m), at, grain, rule, anchor=anchor, parts=tuple(ends))
