"""Putting two expressions together that are the ends of one time: "from Friday to Sunday", "heute bis Montag"."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta

from careo.text.times.edtf import Point, first_day, of_date
from careo.text.times.points import Found
from careo.text.times.scene import Expression, Scene

_LINK = re.compile(r"([-&])[@dio]*")
_OPENED = re.compile(r"([rwo])[@d]*$")
_NEAR = ("day-word", "weekday", "weekday-before-anchor")
"""Rules of days no more than a week off, from which a weekday is the first such one."""
_WORD = 2
"""A link of so many letters needs a word that opens the range: "a", "à", "to" alone also mean other things."""


def linked(found: Found, s: Scene) -> Found:
    """Return the expressions of a sentence in order, ranges between what counts from the publication as one."""
    joined: list[Expression] = []
    for each in sorted(found, key=lambda each: each.start):
        pair = _pair(joined[-1], each, s) if joined else None
        if pair is None:
            joined.append(each)
        else:
            joined[-1] = pair
    return tuple(joined)


def _pair(one: Expression, other: Expression, s: Scene) -> Expression | None:
    """Return the range from one expression to the other, None where no words make them one."""
    if one.parts or other.parts or other.kind != "DATE" or one.kind not in ("DATE", "DURATION"):
        return None
    starts = [token.start for token in s.tokens]
    begin, middle, end = (bisect_left(starts, at) for at in (one.start, one.end, other.start))
    link = _LINK.fullmatch("".join(token.kind for token in s.tokens[middle:end]))
    if one.kind == "DURATION":
        return _begun(one, other, s, "".join(token.kind for token in s.tokens[middle:end]))
    opened = _OPENED.search("".join(token.kind for token in s.tokens[:begin]))
    if link is None or not _joins(s, middle, link[1], opened[1] if opened else ""):
        return None
    first, last = _resolved(one, s), _resolved(other, s)
    if first is None or last is None or first.grain != last.grain:
        return None
    onward = _onward(first, last)
    if onward is None:
        return None
    start = s.tokens[opened.start()].start if opened else one.start
    anchor, parts = first.anchor or last.anchor, (one, onward)
    if onward is not last and not s.guess and s.today and str(onward.first) > str(of_date(s.today)):
        return Expression(start, other.end, "DATE", "range", grain=first.grain, parts=parts)  # this week's or last's
    return Expression(start, other.end, "DATE", "range", first.first, onward.last, first.grain, anchor, parts=parts)


def _begun(length: Expression, day: Expression, s: Scene, between: str) -> Expression | None:
    """Return "two weeks from 3 May" as the days from there on; lengths are read for scoring only."""
    match = _LENGTH.fullmatch(length.value or "") if length.rule == "length" else None
    begin = _day(day.first) if day.first and day.first == day.last and day.first.day else None
    if match is None or begin is None or not _BEGUN.fullmatch(between):
        return None
    end = s.counted(begin, _UNITS[match[2]], int(match[1]))
    if end is None:
        return None
    parts = (length, day)
    return Expression(length.start, day.end, "DATE", "begun", day.first, of_date(end), anchor=day.anchor, parts=parts)


_BEGUN = re.compile(",?r[@d]*")
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _joins(s: Scene, middle: int, link: str, opened: str) -> bool:
    """Tell whether the words around two dates make them the ends of a range."""
    word = s.text[s.tokens[middle].start : s.tokens[middle].end]
    if link == "&":
        return opened == "w"
    return word[0].isalpha() and (bool(opened) or len(word) > _WORD)


def _resolved(each: Expression, s: Scene) -> Expression | None:
    """Return an expression whose days are known, with "now" as today."""
    if each.value == "PRESENT_REF" and s.today:
        return replace(each, first=of_date(s.today), last=of_date(s.today), anchor=s.anchor, value=None)
    known = each.first is not None and each.last is not None and each.first.year is not None and not each.suffix
    return each if known and each.value is None else None


def _onward(first: Expression, last: Expression) -> Expression | None:
    """Return the end of a range, a weekday as the first such one after the beginning; None if it lies before."""
    begin, end = _day(first.first), _day(last.first)
    if begin is None or end is None:
        return None
    if last.rule == "weekday-before-anchor" and (end < begin or first.rule.endswith(_NEAR)):
        at = of_date(begin + timedelta(days=(end - begin).days % 7))
        return replace(last, first=at, last=at)
    return last if begin <= end else None


def _day(at: Point | None) -> date | None:
    return first_day(at) if at else None
