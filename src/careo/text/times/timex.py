"""Expressions of time as TIMEX3, the annotation of TimeML: for scoring and for export, not for what careo believes.

Annotators give "im Mai" the year that the date of the document suggests, where careo leaves it open. Here, and only
here, what is open is settled by one stated rule: the nearest such day, month or weekday up to the document's date, or
from it on where the sentence looks ahead.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from careo.text.lexicon import LANGUAGES
from careo.text.times.counts import TOLD, told_step
from careo.text.times.edtf import Point, first_day, last_day, of_date, point
from careo.text.times.rules import read_expressions
from careo.text.times.scene import Expression, Kind
from careo.text.times.words import time_words


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression with its TIMEX3 type and value."""

    start: int
    end: int
    type: Kind
    value: str
    first: str | None = None
    """First day, ISO; None where it has none."""
    last: str | None = None
    counted: str | None = None
    """The exact day that "in three weeks" counts to."""
    last_from: str | None = None
    """Where the last month or year of a range begins."""


def timex_value(at: Expression) -> str:
    """Write the value of an expression: 2001-03, 2001-W03, 2001-SU, 2001-Q2, XXXX-05, P3D, PRESENT_REF."""
    if at.value is not None:
        return at.value
    first = at.first
    if first is None:
        return "XXXX-XX-XX"
    if at.grain in ("decade", "century"):
        return f"{first.year or 0:04}"[: 3 if at.grain == "decade" else 2]
    if at.grain == "season":
        return f"{first}-{at.suffix}"
    if at.grain in ("quarter", "half") and first.month:
        letter, size = ("Q", 3) if at.grain == "quarter" else ("H", 6)
        return f"{first.year:04}-{letter}{(first.month - 1) // size + 1}"
    if at.grain in ("week", "weekend") and (day := first_day(first)):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if at.grain == "weekend" else "")
    return f"{first}{at.suffix}"


def find_timexes(
    text: str, language: str, sentences: Iterable[tuple[int, int]], *, anchor: str | None, whole: bool = False
) -> tuple[Timex, ...]:
    """Return the expressions of time in the sentences of a text, in order.

    `anchor` is the date of the document. A range is two expressions, as TimeML has it, or one with `whole`. Clock
    times take the day that their sentence names before them, else the document's.
    """
    found: list[Timex] = []
    day = anchor
    quarter: Point | None = None
    if language not in LANGUAGES:
        return ()
    for start, end in sentences:
        told, said = anchor, start
        read = read_expressions(text, language, start, end, anchor=anchor, guess=True)
        parts = [part for each in read for part in (each.parts if each.parts and not whole else (each,))]
        clocks = _clocks(text, language, start, end, parts)
        for each in _at_their_hour(text, language, sorted([*parts, *clocks], key=lambda item: item.start)):
            if told != anchor and _FULL_STOP.search(text, said, each.start):
                told = anchor
            if each.rule in _YEAR_AGO and quarter and not whole and each.first == Point(_year(anchor, -1)):
                each = replace(each, first=Point((quarter.year or 0) - 1, quarter.month), grain="quarter")
            elif each.grain == "quarter" and each.first and each.first.year:
                quarter = each.first
            if each.rule == TOLD and not whole and (value := _from_told(text, language, each, day)):
                each = value
            if not whole and language in _SIGNALS and (length := _length(each)):
                each = length
            if each.first is not None and each.first.day and each.first.year and each.kind in ("DATE", "TIME"):
                told = day = str(each.first)
                said = each.end
            found.append(_timex(each, told))
    return tuple(found)


_FULL_STOP = re.compile(r"[.!?]\s")
_YEAR_AGO = ("years-ago", "years-earlier")
"""Rules whose words mean, in a report on a quarter, the same quarter of the year before ("profit a year ago")."""


def _year(anchor: str | None, step: int) -> int | None:
    known = point(anchor) if anchor else None
    return known.year + step if known and known.year else None


def _at_their_hour(text: str, language: str, found: list[Expression]) -> list[Expression]:
    """Return the expressions with "5 p.m. Friday" as one; languages that put a preposition between keep two."""
    joined: list[Expression] = []
    for each in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and language not in _SIGNALS
            and last.rule == "clock"
            and each.kind == "DATE"
            and each.first is not None
            and each.first.day
            and _BESIDE.fullmatch(text, last.end, each.start)
        ):
            joined[-1] = replace(each, start=last.start, kind="TIME", suffix=last.value or "", value=None)
        else:
            joined.append(each)
    return joined


_BESIDE = re.compile(r"\s?(?:[A-Z]{3,4})?,?\s?")
_SIGNALS = frozenset({"de"})
"""Languages whose annotation takes the preposition before a length for a signal: vor [zwei Jahren], P2Y (KRAUTS)."""


def _from_told(text: str, language: str, each: Expression, day: str | None) -> Expression | None:
    """Return "the day before" counted from the last day that the text named."""
    at = last_day(known) if day and (known := point(day)) and known.day else None
    step = told_step(text[each.start : each.end], language) if at else None
    if at is None or step is None:
        return None
    found = of_date(at + timedelta(days=step))
    return replace(each, first=found, last=found)


def _length(each: Expression) -> Expression | None:
    """Return "vor zwei Jahren" as the length that it names."""
    return replace(each, kind="DURATION", value=each.length) if each.length else None


def _timex(each: Expression, told: str | None) -> Timex:
    value = timex_value(each)
    if each.kind == "TIME" and each.first is None and told and value.startswith("T"):
        value = f"{told[:10]}{value}"
    first, last = _ends(each)
    counted = each.counted.isoformat() if each.counted else None
    begins = first_day(each.parts[1].first) if each.parts and each.parts[1].first else None
    last_from = begins.isoformat() if begins else None
    return Timex(each.start, each.end, each.kind, value, first, last, counted, last_from)


def _ends(each: Expression) -> tuple[str | None, str | None]:
    if each.first is None or each.last is None or each.grain == "season":
        return None, None
    first, last = first_day(each.first), last_day(each.last)
    return (first.isoformat() if first else None), (last.isoformat() if last else None)


def _clocks(text: str, language: str, start: int, end: int, taken: list[Expression]) -> list[Expression]:
    """Return the times of the clock in a sentence: "20 Uhr", "5 p.m.", "à 20h30"."""
    found = []
    for match in time_words(language).clock.finditer(text, start, end):
        if not any(match.start() < each.end and each.start < match.end() for each in taken):
            found.append(Expression(match.start(), match.end(), "TIME", "clock", value=_clock(match)))
            begin = max((each.end for each in found[:-1]), default=start)
            if (earlier := _EARLIER.search(text, begin, match.start())) and match.group()[0].isdigit():
                value = f"T{int(earlier['h']):02}:{earlier['m'] or '00'}"
                found.append(Expression(earlier.start("h"), earlier.end("hm"), "TIME", "clock", value=value))
    return found


_EARLIER = re.compile(
    r"(?<![\d.,:])(?P<hm>(?P<h>[01]?\d|2[0-4])(?:[.:h](?P<m>[0-5]\d))?)\s?(?:[-–/]|bis|und|to|and|tot|en|a|à|y|e|et)\s?$"
)
"""The first of two times that share their word for the clock ("10-18 Uhr")."""


def _clock(match: re.Match[str]) -> str:
    group = match.groupdict()
    if group.get("noon") or group.get("midnight"):
        return "T12:00" if group.get("noon") else "T24:00"
    hour = int(next(group[name] for name in ("h", "h2", "h3", "h4") if group.get(name)))
    minute = next((group[name] for name in ("m", "m2", "m3", "m4") if group.get(name)), "00")
    half = (group.get("ap") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{minute}"
