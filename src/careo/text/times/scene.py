"""One expression of time as it was read, and what the rules know while they read: the sentence and its anchor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from careo.text.times.edtf import Point, first_day, last_day, of_date, point
from careo.text.times.words import Token, Words

Grain = Literal["time", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]
"""The types of TIMEX3."""

DAY_BEFORE_ANCHOR = timedelta(days=183)
"""A day without a year in a dated report ("on 23 May") is read as the last such day before publication if that is
no more than half a year back: newspapers leave the year out only there. Not done where the sentence looks ahead."""
_GUESS_BACK, _GUESS_MONTHS = timedelta(days=270), 8
"""The same for scoring, where every date gets a year: what no word puts ahead is more often past."""
MONTHS_BEFORE_ANCHOR = 6
"""A month without a year in a dated report ("in May") is read as the last such month, where it is as near."""
_COUNTED_YEARS = range(100, 9900)
"""Years of publication that days are counted from: none where counting could leave the calendar."""
STEPS = {-1: "last", 0: "this", 1: "next", 2: "next"}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}

_CLAUSE = re.compile(r"[,;:()–—\"“”„«»]|\b(?:that|dass|que|che|dat)\b")

Span = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression; `first` and `last` are None where its days are not known."""

    start: int
    end: int
    kind: Kind
    rule: str
    first: Point | None = None
    last: Point | None = None
    grain: Grain = "day"
    anchor: str | None = None
    value: str | None = None
    """A TIMEX3 value that follows from the words alone: a duration, a set, "now"; else None."""
    suffix: str = ""
    """What TIMEX3 adds to the day or year: a part of the day, a season."""
    counted: date | None = None
    """The exact day that counting from the anchor leads to ("in three weeks"), where the words say less."""
    length: str | None = None
    """What TIMEX3 writes for the length itself, where a preposition makes it a date ("vor zwei Jahren")."""
    parts: tuple["Expression", ...] = ()
    """The two ends of a range, each as its own expression."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at."""

    text: str
    start: int
    end: int
    language: str
    words: Words
    tokens: Sequence[Token]
    anchor: str | None
    guess: bool
    """Whether to settle by the nearest date what is left open otherwise: for scoring only."""

    @property
    def published(self) -> Point | None:
        """The publication date, or None where it is not known."""
        return point(self.anchor) if self.anchor else None

    @property
    def today(self) -> date | None:
        """The day of publication, or None where it is not known to the day."""
        known = self.published
        if known is None or not known.day or known.year not in _COUNTED_YEARS:
            return None
        return last_day(known)

    here: int = 0
    """Where the expression stands that is read now: its clause decides, for scoring, whether it lies ahead."""

    @property
    def looks_ahead(self) -> bool:
        """Whether the sentence speaks of what is to come; for scoring only what stands in the same clause counts."""
        start, end = self.start, self.end
        if self.guess:
            cuts = [match.end() for match in _CLAUSE.finditer(self.text, start, end)]
            start = max((cut for cut in cuts if cut <= self.here), default=start)
            end = min((cut for cut in cuts if cut > self.here), default=end)
            if self._until():
                return True
        return self.words.will.search(self.text, start, end) is not None

    def _until(self) -> bool:
        """Whether the expression is where something ends ("until Friday")."""
        passed = [token for token in self.tokens if token.end <= self.here and token.kind not in "d@"]
        before = passed[-1] if passed else None
        if before is None or before.kind != "-" or self.here - before.end > 5:
            return False
        word = self.text[before.start : before.end]
        return word[0].isalpha() and word.lower() != "through"

    def token(self, match: re.Match[str], name: str) -> Token | None:
        """Return the token that a group of one token matched."""
        at = match.start(name) if name in match.re.groupindex else -1
        return self.tokens[at] if at >= 0 else None

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        """Return where a match stands in the text, without what its group `pre` matched."""
        led = "pre" in match.re.groupindex and match["pre"]
        begin = match.end("pre") if led else match.start()
        return self.tokens[begin].start, self.tokens[match.end() - 1].end

    def month_before(self, at: Point) -> Point | None:
        """Return the last such month up to the publication if it is near enough and nothing looks ahead."""
        published = self.published
        if published is None or not published.year or not published.month or at.month is None:
            return None
        behind = (published.month - at.month) % 12
        if not self.looks_ahead and behind <= (_GUESS_MONTHS if self.guess else MONTHS_BEFORE_ANCHOR):
            return Point(published.year - (at.month > published.month), at.month)
        if not self.guess:
            return None
        return Point(published.year + (at.month < published.month), at.month)

    def day_before(self, at: Point) -> Point | None:
        """Return the last such day up to the publication if it is near enough and nothing looks ahead."""
        today = self.today
        if today is None or at.month is None or at.day is None:
            return None
        if not self.looks_ahead:
            for year in (today.year, today.year - 1):
                dated = Point(year, at.month, at.day)
                near = _GUESS_BACK if self.guess else DAY_BEFORE_ANCHOR
                if dated.exists and timedelta(0) <= today - date(year, at.month, at.day) <= near:
                    return dated
        return self._nearest(at, today) if self.guess else None

    def _nearest(self, at: Point, today: date) -> Point | None:
        """Return the first such day from the publication on, or the nearest one where the calendar skips it."""
        for year in (today.year, today.year + 1, today.year - 1, today.year + 2):
            dated = Point(year, at.month, at.day)
            day = first_day(dated) if dated.exists else None
            if day is not None and day >= today:
                return dated
        return None

    def day_of_month(self, day: int) -> Point | None:
        """Return the nearest day with that number: the last one, or the next where the sentence looks ahead."""
        today = self.today
        if today is None or not self.guess:
            return None
        month = today.year * 12 + today.month - 1
        near = [Point((month + step) // 12, (month + step) % 12 + 1, day) for step in (-2, -1, 0, 1, 2)]
        known = [(found, at) for at in near if at.exists and (found := first_day(at))]
        if self.looks_ahead:
            return next((at for found, at in known if found >= today), None)
        return next((at for found, at in reversed(known) if found <= today), None)

    def unit(self, unit: str, step: int) -> Span | None:
        """Return the first and last point of the unit so many steps from the one the publication lies in."""
        at = self.published
        if at is None or at.year is None:
            return None
        if unit in _YEARS:
            size = _YEARS[unit]
            year = (at.year // size + step) * size
            return (Point(year), Point(year + size - 1)) if year > 0 and year + size < 10000 else None
        if at.month is None:
            return None
        if unit in _MONTHS:
            size = _MONTHS[unit]
            count = ((at.year * 12 + at.month - 1) // size + step) * size
            return Point(count // 12, count % 12 + 1), Point((count + size - 1) // 12, (count + size - 1) % 12 + 1)
        return self._days(unit, step)

    def _days(self, unit: str, step: int) -> Span | None:
        today = self.today
        if today is None or unit not in ("day", "week", "fortnight", "weekend") or abs(step) > 3000:
            return None
        if unit == "day":
            return of_date(today + timedelta(days=step)), of_date(today + timedelta(days=step))
        monday = today - timedelta(days=today.weekday()) + timedelta(days=step * _DAYS.get(unit, 7))
        begin = monday + timedelta(days=5) if unit == "weekend" else monday
        return of_date(begin), of_date(monday + timedelta(days=6))

    def counted(self, day: date, unit: str, count: float) -> date | None:
        """Return the day so many units after `day`; None past the calendar or for units below a day."""
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit])) if abs(count) < 10000 else None
        if unit not in _MONTHS and unit not in _YEARS:
            return None
        months = round(count * _MONTHS.get(unit, 12 * _YEARS.get(unit, 1)))
        at = day.year * 12 + day.month - 1 + months
        if not 12 <= at < 12 * 9999:
            return None
        while not (found := Point(at // 12, at % 12 + 1, min(day.day, 31))).exists:
            day -= timedelta(days=1)
        return first_day(found)


def told_back(found: tuple[Expression, ...], s: Scene) -> tuple[Expression, ...]:
    """Return expressions with those left open that point back to a time told before ("that year", "cette année-là")."""
    pattern = s.words.told_back
    return tuple(
        replace(each, first=None, last=None, anchor=None, rule=f"that-{each.grain}")
        if each.anchor and pattern.search(s.text, each.start, each.end)
        else each
        for each in found
    )


def duration(count: float | None, unit: str) -> str | None:
    """Write a length of time as TIMEX3: P3D, PT2H, PXY where the number is vague."""
    size, letter = {
        "second": (1, "S"), "minute": (1, "M"), "hour": (1, "H"), "day": (1, "D"), "week": (1, "W"),
        "fortnight": (2, "W"), "weekend": (1, "WE"), "month": (1, "M"), "quarter": (3, "M"), "half": (6, "M"),
        "year": (1, "Y"), "decade": (10, "Y"), "century": (100, "Y"),
    }.get(unit, (0, ""))  # fmt: skip
    if not letter:
        return None
    number = "X" if count is None else f"{count * size:g}" if count * size < 10**6 else str(int(count * size))
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{number}{letter}"
