"""Rules for weekdays, words such as "yesterday", and parts of the day."""

import re
from dataclasses import replace
from datetime import timedelta

from careo.text.times.edtf import Point, first_day, of_date
from careo.text.times.feasts import nth_weekday
from careo.text.times.points import Found, anchored, got, made, ranged, step_of, turn_of, year_of
from careo.text.times.scene import STEPS, Expression, Scene, Span


def weekday_at(s: Scene, weekday: int, turn: str | None) -> Span | None:
    """Return a weekday: last or next as said; a bare one is the latest so far, if nothing looks ahead."""
    today = s.today
    if today is None:
        return None
    behind = (today.weekday() - weekday) % 7
    step: int | None = -behind
    if turn == "f":
        step = 7 - behind
    elif turn == "p":
        step = -(behind or 7)
    elif turn == "t" and s.language in ("de", "en", "nl"):
        step = weekday - today.weekday() if s.guess else None  # "this Friday" may lie on either side
    elif s.looks_ahead:
        step = (7 - behind) % 7 if s.guess else None
    return s.unit("day", step) if step is not None else None


def read_weekday(m: re.Match[str], s: Scene) -> Found:
    """Read "Tuesday", "last Tuesday", "Tuesday evening"."""
    token = s.tokens[m.start("w")]
    turn = turn_of(m)
    at = weekday_at(s, int(token.value), turn)
    rule = f"{STEPS.get(step_of(s, m), 'next')}-weekday" if turn else "weekday-before-anchor" if at else "weekday"
    span = s.span(m)
    if not turn and not got(m, "part") and not s.guess:
        span = (token.start, s.tokens[m.end() - 1].end)
    return _in_day(m, s, anchored(s, span, at, "day", rule))


def read_weekday_of_week(m: re.Match[str], s: Scene) -> Found:
    """Read "Friday of next week", "nächste Woche Freitag"."""
    unit = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
    week = s.unit("week", step_of(s, m)) if unit.value == "week" else None
    monday = first_day(week[0]) if week else None
    if monday is None:
        return ()
    at = of_date(monday + timedelta(days=int(s.tokens[m.start("w")].value)))
    return anchored(s, s.span(m), (at, at), "day", "weekday-of-week")


def read_weekdays_in(m: re.Match[str], s: Scene) -> Found:
    """Read "next week from Wednesday to Friday", "between Wednesday and Friday of last week"."""
    unit = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
    week = s.unit("week", step_of(s, m)) if unit.value == "week" else None
    monday = first_day(week[0]) if week else None
    days = [int(s.tokens[m.start(name)].value) for name in "ab"]
    if monday is None or days[0] >= days[1]:
        return ()
    first, last = (of_date(monday + timedelta(days=day)) for day in days)
    return ranged(m, s, (first, last), "weekdays-of-week", s.anchor)


def read_nth_weekday(m: re.Match[str], s: Scene) -> Found:
    """Read "the third Wednesday of last month", "premier vendredi de juillet 2016"."""
    number, weekday = s.tokens[m.start("o")].value, int(s.tokens[m.start("w")].value)
    year, month = year_of(s.token(m, "y1")), s.token(m, "m1")
    anchor = None
    at: Point | None = Point(year, int(month.value)) if month else None
    if at is None and not any(t.kind == "U" for t in s.tokens[m.start() : m.end()]):
        at, anchor = (Point(s.published.year, s.published.month), s.anchor) if s.guess and s.published else (None, None)
    elif at is None:
        held = next(t for t in s.tokens[m.start() : m.end()] if t.kind == "U")
        known = s.unit("month", step_of(s, m)) if held.value == "month" else None
        at, anchor = (known[0], s.anchor) if known else (None, None)
    elif at.year is None:
        at, anchor = s.month_before(at), s.anchor
    if at is None or at.year is None or at.month is None or not isinstance(number, int) or abs(number) > 5:
        return ()
    day = nth_weekday(at.year, at.month, weekday, number)
    return made(s.span(m), (of_date(day), of_date(day)), "day", "nth-weekday", anchor=anchor) if day else ()


def _in_day(m: re.Match[str], s: Scene, found: Found) -> Found:
    """Add a part of the day to a day ("Tuesday evening", "heute Abend")."""
    part = s.token(m, "part_of")
    if part is None or not found:
        return found
    value = part.value if part.kind == "T" else "MO"
    return tuple(replace(each, kind="TIME", suffix=f"T{value}") for each in found)


def read_day_word(m: re.Match[str], s: Scene) -> Found:
    """Read "yesterday", "gestern Abend", and what also means "morning" ("mañana")."""
    token = s.tokens[m.start("d")]
    step = int(token.value)
    word = s.text[token.start : token.end].lower()
    led = got(m, "the")
    if word in ("mañana", "manana", "morgen") and led and (s.language == "es" or s.text[token.start].isupper()):
        if led.endswith("t"):
            at = s.unit("day", 0)
            found = anchored(s, s.span(m), at, "day", "this-part")
            return tuple(replace(each, kind="TIME", suffix="TMO") for each in found)
        return (Expression(*s.span(m), "TIME", "part-of-day", value="TMO"),)
    found = anchored(s, (token.start, s.tokens[m.end() - 1].end), s.unit("day", step), "day", "day-word")
    evening = _EVENINGS.search(word)
    if evening and found and not got(m, "part_of"):
        suffix = next(name for name, group in evening.groupdict().items() if group)
        return tuple(replace(each, kind="TIME", suffix=f"T{suffix}") for each in found)
    return _in_day(m, s, found)


_EVENINGS = re.compile(
    r"(?P<NI>tonight|last night|anoche|cette nuit|vannacht|stanotte)|(?P<EV>avond|soir|sera)|(?P<AF>middag|après-midi)"
    r"|(?P<MO>ochtend|matin|morgen.|vanmorgen|stamatt|stamani)"
)


def read_this_part(m: re.Match[str], s: Scene) -> Found:
    """Read "this morning", "heute Nacht"; "that night" only for scoring."""
    if got(m, "turn") != "t":
        return ()
    at = s.unit("day", 0)
    suffix = f"T{s.tokens[m.start('t')].value}"
    found = anchored(s, s.span(m), at, "day", "this-part")
    return tuple(replace(each, kind="TIME", suffix=suffix) for each in found)


def read_bare_part(m: re.Match[str], s: Scene) -> Found:
    """Read "in the evening": for scoring only, a part of the day of publication or of the day told before."""
    if not s.guess:
        return ()
    token = s.tokens[m.start("t")]
    return (Expression(*s.span(m), "TIME", "part-of-day", value=f"T{token.value}"),)


def read_part_of(m: re.Match[str], s: Scene) -> Found:
    """Read "the night of last Friday", "la mañana de ayer"."""
    day = s.tokens[m.start("d")]
    part = s.tokens[m.start("t")]
    turn = "p" if got(m, "turned") == "p" or got(m, "turn") == "p" else None
    at = s.unit("day", int(day.value)) if day.kind == "D" else weekday_at(s, int(day.value), turn)
    found = anchored(s, s.span(m), at, "day", "part-of-day")
    return tuple(replace(each, kind="TIME", suffix=f"T{part.value if part.kind == 'T' else 'MO'}") for each in found)


def read_part_of_or_day(m: re.Match[str], s: Scene) -> Found:
    """Read "the night of last Friday", where the word before the day is a part of it."""
    part = s.tokens[m.start("t")]
    morning = part.kind == "D" and s.language == "es" and part.value == 1
    return read_part_of(m, s) if part.kind == "T" or morning else ()
