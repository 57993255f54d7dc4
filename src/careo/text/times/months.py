"""Rules for months, years, decades, centuries, seasons and feasts."""

import re
from datetime import date, timedelta

from careo.text.numbers.counted import counts_something, is_reference
from careo.text.times.edtf import Point, of_date
from careo.text.times.feasts import feast_day, is_movable
from careo.text.times.points import (
    Found,
    anchored,
    atom,
    got,
    is_plural,
    made,
    ordered,
    ranged,
    step_of,
    turn_of,
    turned,
    year_of,
)
from careo.text.times.scene import STEPS, Scene
from careo.text.times.words import Token

_EARLIEST_BARE_YEAR = 1900


def read_month_pair(m: re.Match[str], s: Scene) -> Found:
    """Read "in December and January" as one time; months that do not follow each other stay two times."""
    first, last = atom(s, *m.span("a")), atom(s, *m.span("b"))
    if first is None or last is None or ((first.month or 0) % 12) + 1 != last.month:
        return ()
    if not (got(m, "pre") or first.year or last.year):
        return ()
    first, last, _ = ordered(first, last)
    if first.year and last.year and (first.year, first.month or 0) > (last.year, last.month or 0):
        return ()
    return ranged(m, s, (first, last), "month-range", None)


def read_month(m: re.Match[str], s: Scene) -> Found:
    """Read a month: with its year, "last May", "May last year", or alone behind a preposition."""
    token = s.tokens[m.start("m1")]
    at = Point(year_of(s.token(m, "y1")), int(token.value))
    span = s.span(m)
    if at.year:
        return made(span, (at, at), "month", "month-year")
    turn = turn_of(m)
    if got(m, "rel"):
        step = step_of(s, m, "rel")
        if not any(t.kind == "U" and t.value == "year" for t in s.tokens[m.start("rel") : m.end("rel")]):
            return ()
        if m.re.groupindex.get("led") and not m["led"].strip("d") and _unsure(s, token):
            return ()  # "last year May said"
        known = s.unit("year", step)
        value = Point(known[0].year, at.month) if known else None
        return anchored(s, span, (value, value) if value else None, "month", f"{STEPS[step]}-year")
    if turn:
        step = step_of(s, m, "turn" if got(m, "turn") else "turned")
        rule = f"{STEPS.get(step, 'next')}-named-month"
        return anchored(s, span, turned(s, at, step), "month", rule)
    return _month_alone(m, s, token, at)


def _unsure(s: Scene, token: Token) -> bool:
    return s.text[token.start : token.end].lower() in s.words.unsure


def _month_alone(m: re.Match[str], s: Scene, token: Token, at: Point) -> Found:
    """Read a month without a year; the span is the month's name, without the preposition that shows it is one."""
    name = s.text[token.start : token.end].lower()
    named = s.words.named_month.search(name) is not None
    sure = named or (name in s.words.full and name not in s.words.unsure)
    after = s.tokens[m.end()].kind if m.end() < len(s.tokens) else ""
    if s.words.month_first and after in ("n", "O"):
        return ()
    fits = named or s.text[token.start].isupper() == s.words.case
    led = got(m, "pre").strip("d") or got(m, "part")
    if not led and not (sure and (fits or not s.words.case)):
        return ()
    span = s.span(m)
    if near := s.month_before(at):
        return anchored(s, span, (near, near), "month", "month-before-anchor")
    return made(span, (at, at), "month", "month")


def read_two_years(m: re.Match[str], s: Scene) -> Found:
    """Read "2018/19"."""
    first, last = s.tokens[m.start("z")].value
    return made(s.span(m), (Point(first), Point(last)), "year", "year-range")


def read_year(m: re.Match[str], s: Scene) -> Found:
    """Read a bare year, unless it counts something ("2000 soldiers") or numbers a law."""
    token = s.tokens[m.start("y1")]
    year = year_of(token)
    named = s.words.year_word.search(s.text, max(s.start, token.start - 20), token.start) or got(m, "u")
    if got(m, "u") and s.tokens[m.start("u")].value != "year":
        return ()
    if (
        not got(m, "pre").strip("d")
        and not got(m, "part")
        and not named
        and (token.kind == "y" or (year or 0) % 1000 == 0)
    ):
        return ()
    if not named:
        counts = counts_something(s.text, token.start, token.end, s.language)
        if counts or (year or 0) < _EARLIEST_BARE_YEAR or is_reference(s.text, s.start, token.start, s.language):
            return ()
    article = s.tokens[m.start("y1") - 1] if m.start("y1") > m.start() else token
    if year and year % 10 == 0 and s.text[article.start : article.end].lower() in ("los", "gli", "les", "os"):
        return made((article.start, token.end), (Point(year), Point(year + 9)), "decade", "decade")
    start = token.start
    if got(m, "part"):
        start = s.tokens[m.start("part")].start
    elif got(m, "u") and s.guess:
        start = s.tokens[m.start("u")].start
    return made((start, token.end), (Point(year), Point(year)), "year", "year")


def read_decade(m: re.Match[str], s: Scene) -> Found:
    """Read "the 1990s", "die 80er", "les années 80"; two digits are of the century before."""
    token = s.tokens[m.start("g")]
    unit = s.token(m, "u")
    value = int(str(token.value).lstrip("'’‘")) if token.kind in "Yy" else token.value
    if token.kind == "Y" and not is_plural(s, m.start("u")):
        return ()
    if token.kind != "G" and (unit is None or unit.value not in ("year", "decade") or value % 10):
        return ()
    if not isinstance(value, int) or (value < 1000 and value not in range(10, 100, 10)):
        return ()
    words = s.text[token.start : token.end]
    if value < 100 and token.kind == "G" and not ("d" in m[0] or "U" in m[0] or " " in words or words[0] in "'’‘"):
        return ()  # "in his 40s" is an age
    century = s.tokens[m.start("c")].value if got(m, "c") else 19
    if century not in (17, 18, 19):
        return ()
    first = value // 10 * 10 if value >= 100 else century * 100 + value
    return made(s.span(m), (Point(first), Point(first + 9)), "decade", "decade")


def read_century(m: re.Match[str], s: Scene) -> Found:
    """Read "the 15th century", "siglo XV"; with "the first half of", the whole century."""
    value = s.tokens[m.start("o")].value
    if s.tokens[m.start("u")].value != "century" or not isinstance(value, int) or not 2 <= value <= 22:
        return ()
    first = (value - 1) * 100
    return made(s.span(m), (Point(first), Point(first + 99)), "century", "century")


def read_season(m: re.Match[str], s: Scene) -> Found:
    """Read a season: its year is certain, its days differ by hemisphere."""
    token = s.tokens[m.start("s")]
    year, turn = year_of(s.token(m, "y1")), turn_of(m)
    anchor, rule = None, "season"
    if year is None and got(m, "rel"):
        known = s.unit("year", step_of(s, m, "rel"))
        year, anchor, rule = known[0].year if known else None, s.anchor, "season-of-year"
    elif year is None and (s.guess or turn == "t") and s.published is not None:
        year, anchor, rule = s.published.year, s.anchor, "this-season"
        if turn in ("p", "f") and year is not None and s.published.month:
            month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[token.value]
            year += (turn == "f" and month <= s.published.month) - (turn == "p" and month >= s.published.month)
    kind = s.tokens[m.start()].kind
    if not (year_of(s.token(m, "y1")) or got(m, "rel") or turn or got(m, "part") or kind in "imrod@b"):
        return ()
    if year is None:
        return () if not turn else made(s.span(m), None, "season", "named-season")
    at = Point(year)
    return made(s.span(m), (at, at), "season", rule, anchor=anchor, suffix=token.value)


def read_feast(m: re.Match[str], s: Scene) -> Found:
    """Read a feast: a fixed one is a day of the year, a movable one needs its year."""
    rule = str(s.tokens[m.start("f")].value)
    year = year_of(s.token(m, "y1"))
    if got(m, "rel"):
        step = step_of(s, m, "rel")
        known = s.unit("year", step)
        year = known[0].year if known else None
    anchor = s.anchor if got(m, "rel") else None
    if year is None and s.today is not None:
        near = _feast_near(s, rule, s.today)
        year, anchor = (near.year, s.anchor) if near else (None, None)
    if year is not None and 1583 <= year <= 4099:
        day = feast_day(rule, year)
        at = of_date(day) if day else None
    else:
        at = None if is_movable(rule) else Point(None, int(rule[:2]), int(rule[3:]))
    return made(s.span(m), (at, at) if at else None, "day", "feast", anchor=anchor if at and at.year else None)


def _feast_near(s: Scene, rule: str, today: date) -> date | None:
    """Return the last such feast within half a year, or for scoring the nearest by the tense of the sentence."""
    days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := feast_day(rule, year))]
    past = [day for day in days if timedelta(0) <= today - day <= timedelta(days=183)]
    if past and not s.looks_ahead:
        return past[-1]
    return min(days, key=lambda day: (day < today, abs(day - today)), default=None) if s.guess else None
