"""The grammar of time: patterns over the kinds of token that `timewords` tells apart, the more telling first.

One grammar reads all languages; where they order words differently, a pattern has both orders. A rule returns no
expression where its words mean something else; a later rule may then read them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from careo.text.counted import counts_something, is_reference
from careo.text.edtf import Point, first_day, last_day, of_date
from careo.text.feasts import feast_day, is_movable, nth_weekday
from careo.text.timescene import STEPS, Expression, Grain, Scene, Span, duration
from careo.text.timewords import Token, read_tokens, time_words

TOLD = "told-day"
"""Rule of a time that counts from a day which the text told before."""
_EARLIEST_BARE_YEAR = 1900
"""Without a word such as "year" before it, an earlier four-digit number is as likely a quantity."""

Found = tuple[Expression, ...]
Rule = Callable[[re.Match[str], Scene], Found]

_OF = "[,oi]?o?d?"
_YEAR = rf"(?:(?:,|{_OF}U?){{y}})"
_NUM = "[nN1v]"
_DAY = "(?:[nO]|1(?=o))"


def _got(m: re.Match[str], name: str) -> str:
    """Return what a group matched, empty where the pattern has no such group."""
    return (m[name] or "") if name in m.re.groupindex else ""


def _turn(m: re.Match[str]) -> str | None:
    """Return the word of direction in a match: p last, f next, t this."""
    return _got(m, "turn") or _got(m, "turned") or None


def _step(s: Scene, m: re.Match[str], name: str | int = 0) -> int:
    """Return how many units ahead the words of a match point: -1 last, 0 this, 1 next."""
    return next((int(t.value) for t in s.tokens[m.start(name) : m.end(name)] if t.kind in "pft"), 0)


def _year_of(token: Token | None) -> int | None:
    if token is None:
        return None
    if token.kind == "y":
        two = int(token.value[1:])
        return two + (1900 if two >= 40 else 2000)
    return int(token.value)


def _made(s: Scene, span: tuple[int, int], at: Span | None, grain: Grain, rule: str, **more: Any) -> Found:
    """Return one date, or nothing where the calendar has no such day."""
    if at is None:
        return (Expression(*span, "DATE", rule, grain=grain, **more),)
    if not (at[0].exists and at[1].exists):
        return ()
    return (Expression(*span, "DATE", rule, at[0], at[1], grain, **more),)


def _anchored(s: Scene, span: tuple[int, int], at: Span | None, grain: Grain, rule: str, **more: Any) -> Found:
    """Return a date that counts from the publication, or an unresolved one."""
    return _made(s, span, at, grain, rule, anchor=s.anchor if at else None, **more)


# --- dates with a day -------------------------------------------------------------------------------------------


def _atom(s: Scene, start: int, end: int) -> Point | None:
    """Read tokens that are one date, whole or in part; the day alone is a point in month 0."""
    day = month = year = None
    for token in s.tokens[start:end]:
        if token.kind == "X":
            return _numeric_point(token, s)
        if token.kind == "x":
            month, day = token.value
        elif token.kind == "M":
            month = int(token.value)
        elif token.kind in "Yy":
            year = _year_of(token)
        elif token.kind == "D":
            at = s.unit("day", int(token.value))
            return at[0] if at else None
        elif token.kind in "nO1" and isinstance(token.value, int):
            day = token.value
        elif token.kind == "U" and token.value != "year":
            return None
    if day is not None and not 1 <= day <= 31:
        return None
    return Point(year, 0 if month is None and day else month, day)


def _numeric_point(token: Token, s: Scene) -> Point | None:
    year, month, day, iso = token.value
    day_first, month_first = Point(year, month, day), Point(year, day, month)
    if iso or s.words.day_first or month == day:
        return day_first if day_first.exists else month_first if month_first.exists else None
    if day_first.exists and month_first.exists:
        return Point(year) if not s.guess else month_first
    return day_first if day_first.exists else month_first if month_first.exists else None


def _numeric(m: re.Match[str], s: Scene) -> Found:
    """Read 04.06.2023; where the language does not fix the order of day and month, only what is certain."""
    token = s.tokens[m.start("x")]
    at = _numeric_point(token, s)
    if at is None:
        return ()
    rule = "numeric-ambiguous" if at.day is None else "iso" if token.value[3] else "numeric"
    return _made(s, (token.start, token.end), (at, at), "day" if at.day else "year", rule)


def _in_year(at: Point, year: int | None) -> Point:
    return Point(year, at.month, at.day)


def _ordered(first: Point, last: Point) -> tuple[Point, Point, str]:
    """Share the year of one end with the other, so that the range runs forward."""
    if (first.year is None) == (last.year is None):
        return first, last, "range"
    back = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        return _in_year(first, last.year - back), last, "range-shared-year"
    return first, _in_year(last, (first.year or 0) + back), "range-shared-year"


def _grain(at: Point) -> Grain:
    return "day" if at.day else "month" if at.month else "year"


def _range(m: re.Match[str], s: Scene) -> Found:
    """Read "from A to B", the month or year perhaps only with one of them."""
    first, last = _atom(s, *m.span("a")), _atom(s, *m.span("b"))
    if first is None or last is None or not _joins(m, s, first, last):
        return ()
    rule = "range"
    if first.month == 0 or last.month == 0:
        first, last, rule = _shared_month(first, last)
    if first.month == 0 or last.month == 0:
        return ()
    first, last, shared = _ordered(first, last) if first.month and last.month else (first, last, rule)
    rule = {"month": "month-range", "year": "year-range"}.get(_grain(first), rule if rule != "range" else shared)
    if first.year and last.year and (first.year, first.month or 0, first.day or 0) > (last.year, last.month or 12, last.day or 31):  # fmt: skip
        return ()
    anchor = s.anchor if any(token.kind == "D" for token in s.tokens[m.start() : m.end()]) else None
    if first.year is None and last.year is None and (dated := _range_before(s, first, last)):
        (first, last), anchor, rule = dated, s.anchor, "day-before-anchor"
    return _ranged(m, s, (first, last), rule, anchor)


def _joins(m: re.Match[str], s: Scene, first: Point, last: Point) -> bool:
    """Tell whether what stands between two dates makes them a range and not two dates, a price or a score."""
    opener, bare = _got(m, "open"), first.month == 0 or last.month == 0
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
    return _in_year(found[0], found[1].year - (found[0].month or 0 > (found[1].month or 0))), found[1]


def _ranged(m: re.Match[str], s: Scene, at: Span, rule: str, anchor: str | None) -> Found:
    """Return a range, with its ends as parts."""
    ends = []
    for point, name in zip(at, "ab", strict=True):
        span = s.tokens[m.start(name)].start, s.tokens[m.end(name) - 1].end
        ends += _made(s, span, (point, point), _grain(point), rule, anchor=anchor)
    if len(ends) < 2:
        return ()
    grain = _grain(at[0]) if at[0].day is None else "day"
    return _made(s, s.span(m), at, grain, rule, anchor=anchor, parts=tuple(ends))


def _days_in(m: re.Match[str], s: Scene) -> Found:
    """Read "3 to 8 this month", "next month from the 4th to the 23rd"."""
    unit = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
    step = _step(s, m)
    at = s.unit("month", step) if unit.value == "month" else None
    if at is None:
        return ()
    days = [s.tokens[m.start(name)].value for name in "ab"]
    return _ranged(m, s, (_with_day(at[0], days[0]), _with_day(at[0], days[1])), "range-in-month", s.anchor)


def _with_day(at: Point, day: int) -> Point:
    return Point(at.year, at.month, day)


def _list(m: re.Match[str], s: Scene) -> Found:
    """Read "9, 12 and 16 November" as days of one month, each at its own place."""
    days = [token for token in s.tokens[m.start() : m.end("d2")] if token.kind in "nO"]
    month, year = int(s.tokens[m.start("m2")].value), _year_of(s.token(m, "y2"))
    found: list[Expression] = []
    for token in days:
        at = Point(year, month, token.value)
        dated = s.day_before(at) if year is None else None
        end = s.tokens[m.end() - 1].end if token is days[-1] else token.end
        rule, anchor = ("day-before-anchor", s.anchor) if dated else ("list-shared-month", None)
        found += _made(s, (token.start, end), (dated or at, dated or at), "day", rule, anchor=anchor)
    return tuple(found)


def _single(m: re.Match[str], s: Scene) -> Found:
    """Read a day and month, perhaps with its year, its weekday, or a word that tells which one."""
    at = _atom(s, *m.span("a"))
    if at is None or not at.month or not at.day or _names_somebody(m, s):
        return ()
    span = s.span(m)
    turn = _turn(m)
    if turn and at.year is None:
        step = _step(s, m, "turn" if _got(m, "turn") else "turned")
        return _anchored(s, span, _turned(s, at, step), "day", f"{STEPS[step]}-named-day")
    if at.year is None and _got(m, "rel"):
        step = _step(s, m, "rel")
        if s.published is None or s.published.year is None:
            return ()
        at = _in_year(at, s.published.year + step)
        return _anchored(s, span, (at, at), "day", f"{STEPS[step]}-year")
    if at.year is None and (dated := s.day_before(at)):
        return _anchored(s, span, (dated, dated), "day", "day-before-anchor")
    return _made(s, span, (at, at), "day", "date" if at.year else "day-month")


def _names_somebody(m: re.Match[str], s: Scene) -> bool:
    """Tell whether a short month is a first name: "9. Jan Kowalski"."""
    token = s.tokens[m.end("a") - 1]
    word = s.text[token.start : token.end]
    after = s.tokens[m.end("a")] if m.end("a") < len(s.tokens) else None
    short = token.kind == "M" and word.lower() not in s.words.full and not word.endswith(".")
    return s.words.case and short and after is not None and after.kind == "_" and s.text[after.start].isupper()


def _weekday_and_day(m: re.Match[str], s: Scene) -> Found:
    """Read "Friday the 13th": the nearest day that is both; for scoring only, since the month is not told."""
    day, today = s.tokens[m.start("d1")].value, s.today
    after = s.tokens[m.end()].kind if m.end() < len(s.tokens) else "."
    if after == "_" and s.language != "de":
        return ()
    if not s.guess or today is None or not isinstance(day, int):
        return ()
    weekday = int(s.tokens[m.start("w")].value)
    order = sorted(range(-100, 101), key=lambda step: (abs(step), (step < 0) == s.looks_ahead))
    near = (today + timedelta(days=step) for step in order)
    found = next((at for at in near if at.day == day and at.weekday() == weekday), None)
    if found is None:
        return ()
    return _anchored(s, s.span(m), (of_date(found), of_date(found)), "day", "weekday-and-day")


def _turned(s: Scene, at: Point, step: int) -> Span | None:
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
    found = _in_year(at, year)
    return (found, found) if found.exists else None


def _day_alone(m: re.Match[str], s: Scene) -> Found:
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
    return _anchored(s, s.span(m), (at, at), "day", "day-of-month") if at else ()


# --- months, years and longer -----------------------------------------------------------------------------------


def _month_pair(m: re.Match[str], s: Scene) -> Found:
    """Read "in December and January" as one time; months that do not follow each other stay two times."""
    first, last = _atom(s, *m.span("a")), _atom(s, *m.span("b"))
    if first is None or last is None or ((first.month or 0) % 12) + 1 != last.month:
        return ()
    if not (_got(m, "pre") or first.year or last.year):
        return ()
    first, last, _ = _ordered(first, last)
    if first.year and last.year and (first.year, first.month or 0) > (last.year, last.month or 0):
        return ()
    return _ranged(m, s, (first, last), "month-range", None)


def _month(m: re.Match[str], s: Scene) -> Found:
    """Read a month: with its year, "last May", "May last year", or alone behind a preposition."""
    token = s.tokens[m.start("m1")]
    at = Point(_year_of(s.token(m, "y1")), int(token.value))
    span = s.span(m)
    if at.year:
        return _made(s, span, (at, at), "month", "month-year")
    turn = _turn(m)
    if _got(m, "rel"):
        step = _step(s, m, "rel")
        if not any(t.kind == "U" and t.value == "year" for t in s.tokens[m.start("rel") : m.end("rel")]):
            return ()
        known = s.unit("year", step)
        value = Point(known[0].year, at.month) if known else None
        return _anchored(s, span, (value, value) if value else None, "month", f"{STEPS[step]}-year")
    if turn:
        step = _step(s, m, "turn" if _got(m, "turn") else "turned")
        rule = f"{STEPS.get(step, 'next')}-named-month"
        return _anchored(s, span, _turned(s, at, step), "month", rule)
    return _month_alone(m, s, token, at)


def _month_alone(m: re.Match[str], s: Scene, token: Token, at: Point) -> Found:
    """Read a month without a year; the span is the month's name, without the preposition that shows it is one."""
    name = s.text[token.start : token.end].lower()
    sure = name in s.words.full and name not in s.words.unsure
    after = s.tokens[m.end()].kind if m.end() < len(s.tokens) else ""
    if s.words.month_first and after in ("n", "O"):
        return ()
    fits = s.text[token.start].isupper() == s.words.case
    led = _got(m, "pre").strip("d") or _got(m, "part")
    if not led and not (sure and (fits or not s.words.case)):
        return ()
    span = s.span(m)
    if near := s.month_before(at):
        return _anchored(s, span, (near, near), "month", "month-before-anchor")
    return _made(s, span, (at, at), "month", "month")


def _two_years(m: re.Match[str], s: Scene) -> Found:
    first, last = s.tokens[m.start("z")].value
    return _made(s, s.span(m), (Point(first), Point(last)), "year", "year-range")


def _year(m: re.Match[str], s: Scene) -> Found:
    """Read a bare year, unless it counts something ("2000 soldiers") or numbers a law."""
    token = s.tokens[m.start("y1")]
    year = _year_of(token)
    named = s.words.year_word.search(s.text, max(s.start, token.start - 20), token.start) or _got(m, "u")
    if _got(m, "u") and s.tokens[m.start("u")].value != "year":
        return ()
    if not _got(m, "pre").strip("d") and not named and (token.kind == "y" or (year or 0) % 1000 == 0):
        return ()
    if not named:
        counts = counts_something(s.text, token.start, token.end, s.language)
        if counts or (year or 0) < _EARLIEST_BARE_YEAR or is_reference(s.text, s.start, token.start, s.language):
            return ()
    start = s.tokens[m.start("part")].start if _got(m, "part") else s.tokens[m.start("u")].start if _got(m, "u") and s.guess else token.start  # fmt: skip
    return _made(s, (start, token.end), (Point(year), Point(year)), "year", "year")


def _decade(m: re.Match[str], s: Scene) -> Found:
    """Read "the 1990s", "die 80er", "les années 80"; two digits are of the century before."""
    token = s.tokens[m.start("g")]
    unit = s.token(m, "u")
    value = int(str(token.value).lstrip("'’‘")) if token.kind in "Yy" else token.value
    if token.kind == "Y" and not _plural(s, m.start("u")):
        return ()
    if token.kind != "G" and (unit is None or unit.value not in ("year", "decade") or value % 10):
        return ()
    if not isinstance(value, int) or (value < 1000 and value not in range(10, 100, 10)):
        return ()
    first = value // 10 * 10 if value >= 100 else 1900 + value
    return _made(s, s.span(m), (Point(first), Point(first + 9)), "decade", "decade")


def _century(m: re.Match[str], s: Scene) -> Found:
    value = s.tokens[m.start("o")].value
    if s.tokens[m.start("u")].value != "century" or not isinstance(value, int) or not 2 <= value <= 22:
        return ()
    first = (value - 1) * 100
    return _made(s, s.span(m), (Point(first), Point(first + 99)), "century", "century")


def _season(m: re.Match[str], s: Scene) -> Found:
    """Read a season: its year is certain, its days differ by hemisphere."""
    token = s.tokens[m.start("s")]
    year, turn = _year_of(s.token(m, "y1")), _turn(m)
    anchor, rule = None, "season"
    if year is None and _got(m, "rel"):
        known = s.unit("year", _step(s, m, "rel"))
        year, anchor, rule = known[0].year if known else None, s.anchor, "season-of-year"
    elif year is None and (s.guess or turn == "t") and s.published is not None:
        year, anchor, rule = s.published.year, s.anchor, "this-season"
        if turn in ("p", "f") and year is not None and s.published.month:
            month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[token.value]
            year += (turn == "f" and month <= s.published.month) - (turn == "p" and month >= s.published.month)
    token_at = s.tokens[m.start()].kind
    if not (_year_of(s.token(m, "y1")) or _got(m, "rel") or turn or _got(m, "part") or token_at in "imrod@b"):
        return ()
    if year is None:
        return () if not turn else _made(s, s.span(m), None, "season", "named-season")
    at = Point(year)
    return _made(s, s.span(m), (at, at), "season", rule, anchor=anchor, suffix=token.value)


def _feast(m: re.Match[str], s: Scene) -> Found:
    """Read a feast: a fixed one is a day of the year, a movable one needs its year."""
    rule = str(s.tokens[m.start("f")].value)
    year = _year_of(s.token(m, "y1"))
    if _got(m, "rel"):
        step = _step(s, m, "rel")
        known = s.unit("year", step)
        year = known[0].year if known else None
    anchor = s.anchor if _got(m, "rel") else None
    if year is None and s.today is not None:
        near = _feast_near(s, rule, s.today)
        year, anchor = (near.year, s.anchor) if near else (None, None)
    if year is not None and 1583 <= year <= 4099:
        day = feast_day(rule, year)
        at = of_date(day) if day else None
    else:
        at = None if is_movable(rule) else Point(None, int(rule[:2]), int(rule[3:]))
    return _made(s, s.span(m), (at, at) if at else None, "day", "feast", anchor=anchor if at and at.year else None)


def _feast_near(s: Scene, rule: str, today: date) -> date | None:
    """Return the last such feast within half a year, or for scoring the nearest by the tense of the sentence."""
    days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := feast_day(rule, year))]
    past = [day for day in days if timedelta(0) <= today - day <= timedelta(days=183)]
    if past and not s.looks_ahead:
        return past[-1]
    return min(days, key=lambda day: (day < today, abs(day - today)), default=None) if s.guess else None


# --- units ------------------------------------------------------------------------------------------------------


def _grain_of(unit: str) -> Grain:
    return {"fortnight": "week", "second": "time", "minute": "time", "hour": "time"}.get(unit, unit)  # type: ignore[return-value]


def _directed(m: re.Match[str], s: Scene) -> Found:
    """Read "last week", "this month", "l'an dernier", "end of next year"."""
    unit = str(s.tokens[m.start("u")].value)
    turn = (_turn(m) or "t")
    step = _step(s, m)
    rule = f"{STEPS.get(step, 'next')}-{unit}"
    word = next((s.token(m, name) for name in ("turn", "turned") if _got(m, name)), None)
    if _got(m, "turned") and s.language in ("de", "en") and step != 2:
        return ()
    if unit in ("second", "minute", "hour"):
        return ()
    rest = s.token(m, "part")
    if s.guess and rest and rest.value == "REST" and (known := s.unit(unit, step)) and s.today and step == 0:
        return _anchored(s, s.span(m), (of_date(s.today), known[1]), _grain_of(unit), rule)
    if unit == "day" and step == 0:
        return _anchored(s, s.span(m), s.unit("day", 0), "day", "this-day") if s.guess else ()
    if step < 0 and not s.guess and word and _rolls(s, word, unit):
        return _made(s, s.span(m), None, _grain_of(unit), f"past-{unit}")
    if _plural(s, m.start("u")):
        return _vague_units(m, s, unit, step)
    return _anchored(s, s.span(m), s.unit(unit, step), _grain_of(unit), rule)


_ROLLING = {
    "en": re.compile("past", re.I), "nl": re.compile("afgelopen|voorbije|laatste", re.I),
    "es": re.compile("[úu]ltim", re.I), "pt": re.compile("[úu]ltim", re.I), "it": re.compile("ultim", re.I),
}  # fmt: skip
_PLURALS = re.compile(
    r"(?:days|weeks|months|years|decades|quarters|Tagen?|Wochen|Monaten?|Jahren?|dagen|weken|maanden|jaren|días|semanas|meses|años|jours|semaines|ans|années|giorni|settimane|mesi|anni|dias|anos)",
    re.IGNORECASE,
)


def _rolls(s: Scene, word: Token, unit: str) -> bool:
    """Tell whether "past" may mean the last twelve months as well as last year."""
    pattern = _ROLLING.get(s.language)
    return pattern is not None and unit != "weekend" and pattern.search(s.text, word.start, word.end) is not None


def _plural(s: Scene, at: int) -> bool:
    token = s.tokens[at]
    return _PLURALS.fullmatch(s.text, token.start, token.end) is not None


def _vague_units(m: re.Match[str], s: Scene, unit: str, step: int) -> Found:
    """Read "the last years", "in den kommenden Monaten": a length that is not told."""
    if not s.guess:
        return ()
    return (Expression(*s.span(m), "DURATION", "vague-length", value=duration(None, unit)),)


def _unit_of_year(m: re.Match[str], s: Scene) -> Found:
    """Read "third quarter of 2019", "zweite Hälfte", "first week of May"."""
    number, unit = s.tokens[m.start("o")].value, str(s.tokens[m.start("u")].value)
    year, month = _year_of(s.token(m, "y1") or s.token(m, "y0")), s.token(m, "m1")
    anchor = None
    if s.tokens[m.start("o")].kind == "p":
        number = -1
    if not isinstance(number, int) or (unit in ("half", "day", "week") and not (year or month or _got(m, "rel"))):
        return ()
    if _got(m, "rel"):
        held = next(t for t in s.tokens[m.start("rel") : m.end("rel")] if t.kind == "U")
        known = s.unit(str(held.value), _step(s, m, "rel"))
        if known is None:
            return ()
        year, anchor = known[0].year, s.anchor
        if held.value == "month":
            month = Token(0, 0, "M", known[0].month)
        elif held.value == "century":
            return _made(s, s.span(m), _decade_of(known[0], number, unit), "decade", "decade", anchor=anchor)
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
    return _made(s, s.span(m), at, _grain_of(unit), f"{unit}-of-year", anchor=anchor)


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
    if unit == "half" and month and number in (1, 2):
        return (Point(year, month, 1), Point(year, month, 15)) if number == 1 else (Point(year, month, 16), _end(year, month))  # fmt: skip
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
            monday = date.fromisocalendar(year, 52 if number == -1 else number, 1)
        except ValueError:
            return None
    else:
        thursday = nth_weekday(year, month, 3, number)
        if thursday is None:
            return None
        monday = thursday - timedelta(days=3)
    return of_date(monday), of_date(monday + timedelta(days=6))


def _week_number(m: re.Match[str], s: Scene) -> Found:
    """Read "week 31"."""
    unit, number = s.tokens[m.start("u")], s.tokens[m.start("g")].value
    if unit.value != "week" or not s.guess or s.published is None or not isinstance(number, int):
        return ()
    year = _year_of(s.token(m, "y1")) or s.published.year
    at = _week(year, None, number) if year and 1 <= number <= 53 else None
    return _made(s, s.span(m), at, "week", "week-number", anchor=s.anchor) if at else ()


def _quarter_sign(m: re.Match[str], s: Scene) -> Found:
    """Read "Q3 2019"; without its year only for scoring."""
    size, number = s.tokens[m.start("q")].value
    year = _year_of(s.token(m, "y1") or s.token(m, "y0"))
    anchor = None
    if year is None and s.guess and s.published:
        year, anchor = s.published.year, s.anchor
    at = _numbered_unit("quarter" if size == 3 else "half", number, year, None) if year else None
    return _made(s, s.span(m), at, "quarter" if size == 3 else "half", "quarter", anchor=anchor) if at else ()


def _bare_unit(m: re.Match[str], s: Scene) -> Found:
    """Read "the end of the year", and for scoring "the quarter"."""
    unit = str(s.tokens[m.start("u")].value)
    if unit in ("second", "minute", "hour", "century", "decade", "half", "day") or _plural(s, m.start("u")):
        return ()
    if not _got(m, "part") and not (s.guess and unit in ("weekend", "quarter")):
        return ()
    if unit == "weekend" and not s.guess:
        return ()
    rest = s.token(m, "part")
    if s.guess and rest and rest.value == "REST" and (known := s.unit(unit, 0)) and s.today:
        return _anchored(s, s.span(m), (of_date(s.today), known[1]), _grain_of(unit), f"rest-of-{unit}")
    step = -1 if unit == "quarter" and not s.looks_ahead else 0
    if unit == "weekend" and s.text[s.tokens[m.start()].start :][:4].lower() == "over" and s.language == "en":
        step = -1
    return _anchored(s, s.span(m), s.unit(unit, step), _grain_of(unit), f"this-{unit}")


# --- counting ---------------------------------------------------------------------------------------------------


def _lengths(m: re.Match[str], s: Scene) -> list[tuple[float | None, str]]:
    """Return number and unit of each length in a match ("two years and three months"); None for a vague number."""
    found: list[tuple[float | None, str]] = []
    count: float | None = None
    seen = False
    for token in s.tokens[m.start("len") : m.end("len")]:
        if token.kind == "n" and token.value == 0.5 and found and not seen and found[-1][0] is not None:
            found[-1] = (found[-1][0] + 0.5, found[-1][1])
        elif token.kind in "nN1":
            count, seen = float(token.value), True
        elif token.kind == "v" and not seen:
            count, seen = None, True
        elif token.kind == "U" and seen:
            found.append((count, str(token.value)))
            count, seen = None, False
        elif token.kind == "J":
            number, unit = token.value
            found.append((float(number) if number is not None else None, unit))
    return found


def _offset(s: Scene, span: tuple[int, int], lengths: list[tuple[float | None, str]], sign: int, rule: str, base: date | None = None) -> Found:  # fmt: skip
    """Return the day, week, month or year that a length before or after the publication leads to."""
    count, unit = lengths[-1] if len(lengths) > 1 else lengths[0]
    if any(number is None for number, _ in lengths):
        if not s.guess:
            return ()
        vague = {-1: "PAST_REF", 1: "FUTURE_REF"}[sign]
        return (Expression(*span, "DATE", rule, value=vague),)
    if unit in ("second", "minute", "hour"):
        return (Expression(*span, "DURATION", rule, value=duration(count, unit)),) if s.guess else ()
    day: date | None = base or s.today
    for number, each in lengths:
        day = s.counted(day, each, sign * (number or 0)) if day else None
    whole = all(number is not None and float(number).is_integer() for number, _ in lengths)
    if len(lengths) > 1 or not whole or base:
        at = of_date(day) if day else None
        return _anchored(s, span, (at, at) if at else None, "day", rule, counted=day)
    at_unit = s.unit("week" if unit == "fortnight" else unit, sign * round((count or 0) * (2 if unit == "fortnight" else 1)))  # fmt: skip
    if unit in ("decade", "century") and count and s.published and s.published.year:
        year = s.published.year + sign * round(count) * (10 if unit == "decade" else 100)
        at_unit, unit = (Point(year), Point(year)), "year"
    if unit == "weekend":
        unit = "weekend"
    return _anchored(s, span, at_unit, _grain_of(unit), rule, counted=day)


def _ago(m: re.Match[str], s: Scene) -> Found:
    """Read "vor drei Wochen", "hace tres días", "two years ago"."""
    lengths = _lengths(m, s)
    if not lengths or (lengths[0][0] is not None and not 0 < lengths[0][0] < 1000):
        return ()
    return _signalled(_offset(s, s.span(m), lengths, -1, f"{lengths[0][1]}s-ago"), lengths)


def _ahead(m: re.Match[str], s: Scene) -> Found:
    """Read "in three days"; a preposition that also means "within" counts only where the sentence looks ahead."""
    lengths = _lengths(m, s)
    if not lengths or (lengths[0][0] is not None and not 0 < lengths[0][0] < 1000):
        return ()
    lead = s.token(m, "lead")
    sure = bool(_got(m, "tail")) or (lead is not None and (lead.kind == "z" or (lead.kind == "w" and s.language == "it")))
    if not sure and (s.language not in ("de", "en") or lead is None or s.text[lead.start : lead.end].lower() != "in"):
        return ()
    if not sure and not s.looks_ahead:
        return ()
    return _signalled(_offset(s, s.span(m), lengths, 1, f"in-{lengths[0][1]}s"), lengths)


def _signalled(found: Found, lengths: list[tuple[float | None, str]]) -> Found:
    """Note the length of what counts from the publication, for annotation that takes the preposition as a signal."""
    value = duration(*lengths[0]) if len(lengths) == 1 else None
    return tuple(replace(each, length=value) for each in found)


def _told(m: re.Match[str], s: Scene) -> Found:
    """Read "three days later": counts from a day told before; for scoring from the publication."""
    lengths = _lengths(m, s)
    if not lengths or lengths[0][0] is None or lengths[0][1] in ("second", "minute", "hour"):
        return ()
    sign = 1 if "L" in m["dir"] else -1
    if s.guess:
        return _offset(s, s.span(m), lengths, sign, f"{lengths[0][1]}s-{'later' if sign > 0 else 'earlier'}")
    if not all(unit in ("day", "week") for _, unit in lengths):
        return ()
    return _made(s, s.span(m), None, "day", TOLD)


def told_step(text: str, language: str) -> int | None:
    """Return how many days a phrase such as "two days later" counts, None where it is none."""
    tokens = read_tokens(text, 0, len(text), language)
    scene = Scene(text, 0, len(text), language, time_words(language), tokens, None, False)
    kinds = "".join(token.kind for token in tokens)
    if match := re.fullmatch(r"[di@]*K", kinds):
        return int(tokens[match.end() - 1].value)
    match = re.fullmatch(_TOLD.pattern, kinds)
    if match is None:
        return None
    sign = 1 if "L" in match["dir"] else -1
    total = 0.0
    for count, unit in _lengths(match, scene):
        if count is None or unit not in ("day", "week"):
            return None
        total += count * (7 if unit == "week" else 1)
    return sign * round(total)


def _length(m: re.Match[str], s: Scene) -> Found:
    """Read a length of time; for scoring only, since the record of a time has no place for it."""
    if not s.guess:
        return ()
    lengths = _lengths(m, s)
    first = s.tokens[m.start("len")]
    if not lengths or _got(m, "old") or (first.kind == "J" and s.text[first.start].isupper()):
        return ()
    fraction = lengths[0][1] == "quarter" and "=" in m["len"] or lengths[0] == (1, "quarter")
    if fraction or (lengths[0][1] == "half" and lengths[0][0] == 0.5):
        return ()
    value = duration(*lengths[0])
    for count, unit in lengths[1:]:
        more = duration(count, unit)
        if value is None or more is None:
            return ()
        value += more[1:] if more[1] != "T" or "T" not in value else more[2:]
    return (Expression(*s.span(m), "DURATION", "length", value=value),) if value else ()


def _whole(m: re.Match[str], s: Scene) -> Found:
    if not s.guess or (value := duration(1, str(s.tokens[m.start("u")].value))) is None:
        return ()
    return (Expression(*s.span(m), "DURATION", "whole", value=value),)


def _past_length(m: re.Match[str], s: Scene) -> Found:
    """Read "the last three years": a length that ends, or begins, with the publication; for scoring only."""
    if not s.guess:
        return ()
    lengths = _lengths(m, s)
    if not lengths:
        return ()
    count, unit = lengths[0]
    step = _step(s, m)
    first = last = None
    if s.today and count is not None and step and (other := s.counted(s.today, unit, step * count)):
        first, last = (of_date(other), of_date(s.today)) if step < 0 else (of_date(s.today + timedelta(days=1)), of_date(other))  # fmt: skip
        if step < 0:
            last = of_date(s.today - timedelta(days=1))
    value = duration(count, unit)
    return (Expression(*s.span(m), "DURATION", "past-length", first, last, value=value),) if value else ()


# --- weekdays, days, parts of the day ---------------------------------------------------------------------------


def _weekday_at(s: Scene, weekday: int, turn: str | None) -> Span | None:
    """Return a weekday: last or next as said; a bare one is the latest up to the publication, if nothing looks ahead."""
    today = s.today
    if today is None:
        return None
    behind = (today.weekday() - weekday) % 7
    if turn == "f":
        step = 7 - behind
    elif turn == "p":
        step = -(behind or 7)
    elif turn == "t" and s.guess and s.language in ("de", "en", "nl"):
        step = weekday - today.weekday()
    elif s.looks_ahead:
        step = (7 - behind) % 7 if s.guess else None
    else:
        step = -behind
    return s.unit("day", step) if step is not None else None


def _weekday(m: re.Match[str], s: Scene) -> Found:
    token = s.tokens[m.start("w")]
    turn = _turn(m)
    at = _weekday_at(s, int(token.value), turn)
    rule = f"{STEPS.get(_step(s, m), 'next')}-weekday" if turn else "weekday-before-anchor" if at else "weekday"
    span = s.span(m)
    if not turn and not _got(m, "part") and not s.guess:
        span = (token.start, s.tokens[m.end() - 1].end)
    return _in_day(m, s, _anchored(s, span, at, "day", rule))


def _weekday_of_week(m: re.Match[str], s: Scene) -> Found:
    """Read "Friday of next week", "nächste Woche Freitag"."""
    unit = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
    week = s.unit("week", _step(s, m)) if unit.value == "week" else None
    monday = first_day(week[0]) if week else None
    if monday is None:
        return ()
    at = of_date(monday + timedelta(days=int(s.tokens[m.start("w")].value)))
    return _anchored(s, s.span(m), (at, at), "day", "weekday-of-week")


def _nth_weekday(m: re.Match[str], s: Scene) -> Found:
    """Read "the third Wednesday of last month", "premier vendredi de juillet 2016"."""
    number, weekday = s.tokens[m.start("o")].value, int(s.tokens[m.start("w")].value)
    year, month = _year_of(s.token(m, "y1")), s.token(m, "m1")
    anchor = None
    at: Point | None = Point(year, int(month.value)) if month else None
    if at is None:
        held = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
        known = s.unit("month", _step(s, m)) if held.value == "month" else None
        at, anchor = (known[0], s.anchor) if known else (None, None)
    elif at.year is None:
        at, anchor = s.month_before(at), s.anchor
    if at is None or at.year is None or at.month is None or not isinstance(number, int) or abs(number) > 5:
        return ()
    day = nth_weekday(at.year, at.month, weekday, number)
    return _made(s, s.span(m), (of_date(day), of_date(day)), "day", "nth-weekday", anchor=anchor) if day else ()


def _in_day(m: re.Match[str], s: Scene, found: Found) -> Found:
    """Add a part of the day to a day ("Tuesday evening", "heute Abend")."""
    part = s.token(m, "part_of")
    if part is None or not found:
        return found
    value = part.value if part.kind == "T" else "MO"
    return tuple(replace(each, kind="TIME", suffix=f"T{value}") for each in found)


def _day_word(m: re.Match[str], s: Scene) -> Found:
    token = s.tokens[m.start("d")]
    step = int(token.value)
    word = s.text[token.start : token.end].lower()
    led = _got(m, "the")
    if word in ("mañana", "manana", "morgen") and led and (s.language == "es" or s.text[token.start].isupper()):
        if led.endswith("t"):
            at = s.unit("day", 0)
            found = _anchored(s, s.span(m), at, "day", "this-part")
            return tuple(replace(each, kind="TIME", suffix="TMO") for each in found)
        return (Expression(*s.span(m), "TIME", "part-of-day", value="TMO"),) if s.guess else ()
    found = _anchored(s, (token.start, s.tokens[m.end() - 1].end), s.unit("day", step), "day", "day-word")
    evening = _EVENINGS.search(word)
    if evening and found and not _got(m, "part_of"):
        suffix = next(name for name, group in evening.groupdict().items() if group)
        return tuple(replace(each, kind="TIME", suffix=f"T{suffix}") for each in found)
    return _in_day(m, s, found)


_EVENINGS = re.compile(
    r"(?P<NI>tonight|last night|anoche|cette nuit|vannacht|stanotte)|(?P<EV>avond|soir|sera)|(?P<AF>middag|après-midi)|(?P<MO>ochtend|matin|morgen.|vanmorgen|stamatt|stamani)"
)


def _this_part(m: re.Match[str], s: Scene) -> Found:
    """Read "this morning", "heute Nacht"; "that night" only for scoring."""
    if _got(m, "turn") != "t":
        return ()
    at = s.unit("day", 0)
    return tuple(replace(e, kind="TIME", suffix=f"T{s.tokens[m.start('t')].value}") for e in _anchored(s, s.span(m), at, "day", "this-part"))  # fmt: skip


def _bare_part(m: re.Match[str], s: Scene) -> Found:
    """Read "in the evening": for scoring only, a part of the day of publication or of the day told before."""
    if not s.guess:
        return ()
    token = s.tokens[m.start("t")]
    return (Expression(*s.span(m), "TIME", "part-of-day", value=f"T{token.value}"),)


def _phrase_told(m: re.Match[str], s: Scene) -> Found:
    token = s.tokens[m.start("k")]
    if s.guess:
        return _anchored(s, (token.start, token.end), s.unit("day", int(token.value)), "day", TOLD)
    return _made(s, (token.start, token.end), None, "day", TOLD)


def _shift(m: re.Match[str], s: Scene) -> Found:
    """Read "Vorjahr", "heuer": one word for another year, month or week."""
    unit, sign, count = re.split(r"([+-])", s.tokens[m.start("v")].value)
    step = int(sign + count)
    return _anchored(s, s.span(m), s.unit(unit, step), _grain_of(unit), f"{STEPS[step]}-{unit}")


def _set(m: re.Match[str], s: Scene) -> Found:
    """Read "every Monday", "each year", "daily": for scoring only."""
    if not s.guess:
        return ()
    held = s.tokens[m.start("x")]
    if held.kind == "R":
        value = str(held.value)
    elif held.kind == "W":
        value = f"XXXX-WXX-{int(held.value) + 1}" + (f"T{s.tokens[m.start('t')].value}" if _got(m, "t") else "")
    else:
        number = s.token(m, "n")
        if number is not None and not isinstance(number.value, int | float):
            return ()
        value = duration(float(number.value) if number else 1, str(held.value)) or ""
    return (Expression(*s.span(m), "SET", "set", value=value),) if value else ()


def _year_ago(m: re.Match[str], s: Scene) -> Found:
    """Read "the year-earlier period": for scoring only."""
    if not s.guess or s.tokens[m.start("u")].value != "year":
        return ()
    return _anchored(s, s.span(m), s.unit("year", -1), "year", "years-ago")


def _reference(m: re.Match[str], s: Scene) -> Found:
    """Read "now", "recently", "in recent weeks": for scoring only."""
    if not s.guess:
        return ()
    return (Expression(*s.span(m), "DATE", "reference", value=str(s.tokens[m.start("p")].value)),)


def _part_of(m: re.Match[str], s: Scene) -> Found:
    """Read "the night of last Friday", "la mañana de ayer"."""
    day = s.tokens[m.start("d")]
    part = s.tokens[m.start("t")]
    turn = "p" if _got(m, "turned") == "p" or _got(m, "turn") == "p" else None
    at = s.unit("day", int(day.value)) if day.kind == "D" else _weekday_at(s, int(day.value), turn)
    found = _anchored(s, s.span(m), at, "day", "part-of-day")
    return tuple(replace(each, kind="TIME", suffix=f"T{part.value if part.kind == 'T' else 'MO'}") for each in found)


# --- the patterns -----------------------------------------------------------------------------------------------

_Y = r"(?:,?o?d?U?[Yy])"
_DM, _MD = rf"{_DAY}o?M{_Y}?", rf"Md?[nO](?:,?o?[Yy])?"
_REL = r"(?P<rel>[,oi]{0,2}d?(?:[pft]U|U[pft]))"
_PART = r"(?P<part>[bLE][=oi]?d?)?"
_TURN, _TURNED = r"(?:(?P<turn>[pft])=?)?", r"(?P<turned>[pf])?"
_LEN = rf"(?P<len>g?(?:{_NUM}=?U|J)(?:[,&]{{0,2}}{_NUM}=?U)*(?:&n(?![=UMO]))?)"
_TOLD = re.compile(rf"d?{_LEN}(?P<dir>[LE])")


def _ranges(month_first: bool) -> Iterator[tuple[str, Rule]]:
    day = rf"{_MD}|{_DM}" if month_first else _DM
    atom = rf"(?:{day}|X|x|M{_Y}?|Y|D|{_DAY})"
    weekday = r"(?:W\.?,?@?d?)?"
    if month_first:
        yield rf"(?P<open>[rw]?)(?P<a>Md?{_DAY})(?P<link>[-&])d?(?P<b>{_DAY}(?:,?o?Y)?)(?!M)", _range
    yield rf"(?P<open>w)[@d]*{weekday}(?P<a>{atom})(?P<link>&)[@d]*{weekday}(?P<b>{atom})", _range
    yield rf"(?P<open>[ro])?[@d]*{weekday}(?P<a>{atom})(?P<link>,?-)[@d]*{weekday}(?P<b>{atom})", _range
    yield rf"(?P<open>[rwo])?[@d]*(?P<a>{_DAY})[-&][@d]*(?P<b>{_DAY})o?d?(?:[pft]U|U[pft])", _days_in
    yield rf"d?(?:[pft]U|U[pft])[,i]?(?:[rwo])?[@d]*(?P<a>{_DAY})[-&][@d]*(?P<b>{_DAY})(?![MU])", _days_in


def _unit_and_number(m: re.Match[str], s: Scene) -> Found:
    """Read "week 31" and "les années 80"."""
    unit = s.tokens[m.start("u")].value
    if unit == "day":
        at = s.day_of_month(s.tokens[m.start("g")].value) if s.guess and s.tokens[m.start("g")].kind == "n" else None
        return _anchored(s, s.span(m), (at, at), "day", "day-of-month") if at else ()
    return _week_number(m, s) if unit == "week" else _decade(m, s)


def _rules(month_first: bool) -> Iterator[tuple[str, Rule]]:
    """Yield the patterns with their rules, the more telling first."""
    year = rf"{_OF}U?(?P<y1>[Yy])"
    yield from _ranges(month_first)
    yield r"(?:[nO](?:,|,?&)@?d?)+(?P<d2>[nO])o?(?P<m2>M)(?:,?o?d?U?(?P<y2>[Yy]))?", _list
    yield rf"(?P<pre>[imrob@-])?(?P<a>M{_Y}?)&(?P<b>M{_Y}?)(?![nO])", _month_pair
    yield r"(?P<x>X)", _numeric
    yield r"e(?P<n>[nNO])?(?P<x>[UW])(?P<t>T)?(?:i?U)?", _set
    yield r"d?(?P<t>[TD])[oi]?d?(?P<turn>[p])?(?P<d>[DW])(?P<turned>p)?W?", _part_of_or_day
    for atom in (_DM, _MD, "x") if month_first else (_DM, "x"):
        yield rf"(?:W\.?,?@?d{{0,2}})?{_TURN}(?P<a>{atom}){_TURNED}{_REL}?", _single
    yield rf"(?P<o>[On])(?P<w>W)[oi]{{0,2}}d?(?:(?P<m1>M)(?:{year})?|[pft]U|U[pft]|U)", _nth_weekday
    yield r"(?P<w>W)[@,]?[oi]?d?(?:[pft]U|U[pft])", _weekday_of_week
    yield r"d?(?:[pft]U|U[pft])[@,]?(?P<w>W)", _weekday_of_week
    yield rf"(?P<pre>[imro@-]*d?){_PART}{_TURN}(?P<m1>M){_TURNED}(?:(?:{year})|{_REL})?", _month
    yield rf"(?P<o>[Op])[=,]?(?P<u>U)[,oi]{{1,2}}d?(?:(?P<m1>M)(?:o?(?P<y1>[Yy]))?)", _unit_of_year
    yield r"(?P<rel>[pft]U)o?(?P<o>O)[=,]?(?P<u>U)", _unit_of_year
    yield r"(?P<y0>Y)[,i]?d?(?P<o>O)[=,]?(?P<u>U)", _unit_of_year
    yield r"(?P<y0>Y)(?P<q>q)", _quarter_sign
    yield r"(?P<c>O[=,]?U)[,oi]{0,2}d?(?P<o>O)(?P<u>U)", _century
    yield r"(?P<o>[Op])[=,]?(?P<u>U)(?P<rel>[,oi]{1,2}d?(?:[pft]U|U[pft]|U)|d?(?:[pft]U|U[pft]))", _unit_of_year
    yield rf"(?P<o>O)[=,]?(?P<u>U)(?:{year})?", _unit_or_century
    yield rf"(?P<q>q)(?:{year})?", _quarter_sign
    yield rf"(?P<pre>[imro@-]*d?){_PART}(?P<f>F)(?:{year}|{_REL})?", _feast
    yield rf"(?P<pre>[imr@-]*[do]?){_PART}{_TURN}(?P<s>S){_TURNED}(?:{year}|{_REL})?", _season
    yield r"d?(?P<u>U)=[AE](?:U)?", _year_ago
    yield rf"ag?{_LEN}", _ago
    yield rf"{_LEN}A", _ago
    yield _TOLD.pattern, _told
    yield rf"(?P<lead>[zwi])d?{_LEN}(?P<tail>I)?(?![AELC])", _ahead
    yield rf"{_LEN}(?P<tail>I)", _ahead
    yield rf"d?[pft](?P<len>{_NUM}U)", _past_length
    yield rf"d?(?P<len>{_NUM}[pf]U)", _past_length
    yield rf"d?(?P<len>{_NUM}U)[pf]", _past_length
    yield r"(?P<pre>[imro-])?d?(?P<g>G)(?:=?U)?", _decade
    yield r"d?(?P<u>U)o?(?P<g>[nNyY])(?![UM=nN])", _unit_and_number
    yield rf"{_PART}(?P<turn>[pft])(?P<u>U)", _directed
    yield rf"{_PART}(?P<u>U)(?P<turned>[pft])", _directed
    yield r"(?P<v>V)", _shift
    yield r"(?P<the>[di@t]{1,2})?(?P<d>D)(?:,?W,?)?(?:[io]?d?(?P<part_of>[TD]))?", _day_word
    yield r"(?P<w>W),?@?d?(?P<d1>[nO])(?![MU=nN%])", _weekday_and_day
    yield r"(?:(?P<turn>[pft])d?)?(?P<w>W)(?P<turned>[pf])?(?P<part_of>T|D(?=[.,_]))?", _weekday
    yield r"(?P<turn>[pft])(?P<t>T)", _this_part
    yield r"[di@]*(?P<k>K)", _phrase_told
    yield r"(?P<x>R)", _set
    yield r"%(?P<x>U)", _set
    yield r"k(?P<u>U)", _whole
    yield rf"{_LEN}(?P<old>=?C)?", _length
    yield rf"(?P<pre>[di]*){_PART}(?P<u>U)", _bare_unit
    yield rf"(?P<pre>[imro@-]*d?){_PART}(?P<u>U)?(?P<y1>[Yy])", _year
    yield r"(?P<z>Z)", _two_years
    yield r"(?:@d?|d)(?P<d1>O)(?![MU=WO])", _day_alone
    yield r"(?:@d?|[im]?d)(?P<d1>n)(?![MU=])", _day_alone
    yield r"[ido]*(?P<t>T)", _bare_part
    yield r"(?P<p>P)U?", _reference


def _part_of_or_day(m: re.Match[str], s: Scene) -> Found:
    part = s.tokens[m.start("t")]
    morning = part.kind == "D" and s.language == "es" and part.value == 1
    return _part_of(m, s) if part.kind == "T" or morning else ()


def _unit_or_century(m: re.Match[str], s: Scene) -> Found:
    return _century(m, s) if s.tokens[m.start("u")].value == "century" else _unit_of_year(m, s)


@cache
def _compiled(month_first: bool) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((re.compile(text), rule) for text, rule in _rules(month_first))


def read_expressions(text: str, language: str, start: int, end: int, *, anchor: str | None, guess: bool) -> Found:
    """Return the expressions of time in `text[start:end]` (best one sentence), in order, without overlaps.

    `anchor` is the publication date in EDTF, as exact as it is known. With `guess`, what newspapers leave open is
    settled by the nearest date, and lengths, repeated times and references to the present are found as well.
    """
    tokens = read_tokens(text, start, end, language)
    if not tokens:
        return ()
    scene = Scene(text, start, end, language, time_words(language), tokens, anchor, guess)
    kinds = "".join(token.kind for token in tokens)
    found: list[Expression] = []
    for pattern, rule in _compiled(scene.words.month_first):
        at = 0
        while match := pattern.search(kinds, at):
            at = max(match.end(), match.start() + 1)
            if guess:
                scene = replace(scene, here=tokens[match.start()].start)
            if match.start() == match.end() or not (expressions := rule(match, scene)):
                at = match.start() + 1
                continue
            found.extend(expressions)
            kinds = kinds[: match.start()] + "!" * (match.end() - match.start()) + kinds[match.end() :]
    return tuple(sorted(found, key=lambda each: each.start))
