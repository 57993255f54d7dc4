"""Where things stand on a drawn line: scales in per cent of the width, ticks, and how wide words are.

The drawings are SVG whose widths are per cent and whose words and strokes are not, so that one drawing fits a phone
and a wall; the templates write it, which escapes every word. Moments are days since the beginning of the year 1,
hours their fractions.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal
from unicodedata import east_asian_width

from careo.text.times.edtf import first_day, last_day, point

Unit = Literal["hour", "day", "month", "year"]
Span = tuple[float, float]

_END = float(date.max.toordinal() + 1)
_STEPS: tuple[tuple[Unit, int, float], ...] = (
    *(("hour", n, n / 24) for n in (1, 3, 6, 12)),
    *(("day", n, float(n)) for n in (1, 2, 5, 10)),
    *(("month", n, n * 30.4) for n in (1, 3, 6)),
    *(("year", n, n * 365.25) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
"""Steps that a calendar reader counts in, with about how many days each has."""
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")
_EMPTY, _YEARS = 0.3, 731
"""An empty stretch of more than this share of a line and this many days is cut out: by eye."""
_BREAK, _LEAST = 4.0, 10.0
"""Per cent that a cut takes, and that a stretch has at least: by eye, on pictures of 300 and 1,100 pixels."""
_LETTER = 6.2
"""Pixels of a letter at the size of the drawings' words (11 px), a wide one twice."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis."""

    at: float
    """Per cent of the width."""
    moment: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of time, cut where nothing is."""

    stretches: tuple[tuple[float, float, float, float], ...]
    """First moment, last moment, per cent where it begins and where it ends."""

    def at(self, moment: float) -> float:
        """Return where a moment stands, in per cent; one beyond the ends stands at the end."""
        for first, last, left, right in self.stretches:
            if moment <= last:
                return round(left + (right - left) * max(0.0, moment - first) / (last - first), 2)
        return 100.0

    @property
    def cuts(self) -> tuple[float, ...]:
        """Return where the line is cut, in per cent."""
        return tuple(round((one[3] + other[2]) / 2, 2) for one, other in pairwise(self.stretches))

    def ticks(self, most: int = 5) -> tuple[Tick, ...]:
        """Return the marks of the axis, at most so many on the whole line or one on each stretch."""
        found: list[Tick] = []
        for first, last, left, right in self.stretches:
            unit, step = _step(last - first, max(1, int(most * (right - left) / 100)))
            cut = right < 99.9  # the end of a stretch before a cut is marked by the cut
            found += (Tick(self.at(m), m, unit) for m in _marks(first, last, unit, step) if m < last or not cut)
        return tuple(found)


def span(first: str | None, last: str | None) -> tuple[float | None, float | None]:
    """Return where two EDTF dates begin and end, as moments; `None` for an open end."""
    begin, end = (point(value) if value else None for value in (first, last))
    days = first_day(begin) if begin else None, last_day(end) if end else None
    starts = None if days[0] is None else days[0].toordinal() + (_clock(first)[0] if begin and begin.day else 0.0)
    ends = None if days[1] is None else days[1].toordinal() + (_clock(last)[1] if end and end.day else 1.0)
    return starts, ends


def _clock(edtf: str | None) -> Span:
    """Return which part of its day a time is: all of it where no hour is given."""
    found = _CLOCK.search(edtf or "")
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return 0.0, 1.0
    begins = (int(found[1]) * 60 + int(found[2] or 0)) / 1440
    return begins, begins + (1 / 1440 if found[2] else 1 / 24)


def scale(spans: Iterable[Span], *, least: float = 7.0, cut: bool = True) -> Scale:
    """Return a line that holds all spans, at least `least` days long; with `cut`, long empty stretches are left out.

    Raises:
        ValueError: if there is no span.
    """
    merged = _merged(spans)
    if merged[-1][1] - merged[0][0] < least:
        merged = [_widened((merged[0][0], merged[-1][1]), least)]
    total = merged[-1][1] - merged[0][0]
    parts = [merged[0]]
    for one in merged[1:]:
        if cut and one[0] - parts[-1][1] > max(_YEARS, _EMPTY * total):
            parts.append(one)
        else:
            parts[-1] = parts[-1][0], max(parts[-1][1], one[1])
    return Scale(tuple(_laid([_widened(part, _YEARS / 2) for part in parts] if len(parts) > 1 else parts)))


def _widened(part: Span, least: float) -> Span:
    """Give a span so many days, half of what is missing on each side."""
    pad = max(0.0, least - (part[1] - part[0])) / 2
    return max(1.0, part[0] - pad), min(_END, part[1] + pad)


def _merged(spans: Iterable[Span]) -> list[Span]:
    ordered = sorted(spans)
    if not ordered:
        raise ValueError("a line of time needs a time")
    merged = [ordered[0]]
    for first, last in ordered[1:]:
        if first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return merged


def _laid(parts: Sequence[Span]) -> Iterator[tuple[float, float, float, float]]:
    """Yield the stretches side by side, as long as they last, none too short to see."""
    longest = max(last - first for first, last in parts)
    rounded = [_rounded(*part, longest, len(parts)) for part in parts]
    rounded = _merged(rounded) if len(rounded) > 1 else rounded
    room = 100 - _BREAK * (len(rounded) - 1)
    total = sum(last - first for first, last in rounded)
    weights = [max(_LEAST, room * (last - first) / total) for first, last in rounded]
    left = 0.0
    for (first, last), weight in zip(rounded, weights, strict=True):
        width = room * weight / sum(weights)
        yield first, last, left, left + width
        left += width + _BREAK


def _rounded(first: float, last: float, longest: float, parts: int) -> Span:
    """Widen a stretch to the marks around it; a short one beside long ones to marks like theirs."""
    unit, step = _step(max(last - first, longest / 5), max(1, 5 // parts))
    if unit == "day":  # days are counted from the first one
        return float(math.floor(first)), float(math.ceil(last))
    begin, end = _floor(first, unit, step), _floor(last, unit, step)
    return max(1.0, begin), end if end == last else _next(end, unit, step)


def _step(length: float, most: int) -> tuple[Unit, int]:
    """Return the shortest step of which a length has no more than `most`."""
    return next(((unit, n) for unit, n, days in _STEPS if length / days <= most), ("year", 2000))


def _marks(first: float, last: float, unit: Unit, step: int) -> Iterator[float]:
    at = first if unit == "day" else _floor(first, unit, step)
    at = at if at >= first else _next(at, unit, step)
    while at <= last:
        yield at
        at = last + 1 if at >= _END else _next(at, unit, step)


def _floor(moment: float, unit: Unit, step: int) -> float:
    if unit == "hour":
        return math.floor(round(moment * 24 / step, 6)) * step / 24
    month = _month_of(moment)
    every = step if unit == "month" else 12 * step
    return _moment_of(month // every * every)


def _next(moment: float, unit: Unit, step: int) -> float:
    if unit == "hour":
        return moment + step / 24
    if unit == "day":
        return moment + step
    # a floor before the year 1 was lifted to it, so counting goes on from the step below
    every = step if unit == "month" else 12 * step
    return _moment_of(_month_of(moment) // every * every + every)


def _month_of(moment: float) -> int:
    day = date.fromordinal(min(max(1, math.floor(moment)), date.max.toordinal()))
    return day.year * 12 + day.month - 1 + (moment >= _END)


def _moment_of(month: int) -> float:
    year, rest = divmod(month, 12)
    return _END if year > 9999 else float(date(max(1, year), rest + 1 if year else 1, 1).toordinal())


def width(words: str, letter: float = _LETTER) -> float:
    """Estimate how many pixels words take in a drawing, a Latin letter taking so many."""
    return sum(letter * (2 if east_asian_width(char) in "WF" else 1) for char in words)


def uncrowded(labels: Sequence[tuple[float, str]], *, pixels: int, first: Sequence[bool] = ()) -> tuple[bool, ...]:
    """Say which labels have room on a line of so many pixels, those of `first` before the others.

    Args:
        labels: where the middle of each stands, in per cent, and its words.
        pixels: how long the line is.
        first: for each label whether it is to be kept before the others.
    """
    taken: list[Span] = []
    kept = [False] * len(labels)
    for n in sorted(range(len(labels)), key=lambda n: (not (first and first[n]), n)):
        at, words = labels[n]
        half = width(words) / 2 + 3
        middle = min(max(at * pixels / 100, half), pixels - half)
        kept[n] = all(middle + half <= begin or end <= middle - half for begin, end in taken)
        taken += [(middle - half, middle + half)] if kept[n] else []
    return tuple(kept)


def lanes(spans: Sequence[Span], *, gap: float) -> tuple[int, ...]:
    """Return for each span, in the order of their beginnings, the first lane in which it touches none before it."""
    ends: list[float] = []
    found = []
    for first, last in spans:
        lane = next((n for n, end in enumerate(ends) if end + gap <= first), len(ends))
        ends[lane : lane + 1] = [last]
        found.append(lane)
    return tuple(found)


def rises(highest: float, most: int = 4) -> tuple[float, ...]:
    """Return round values from nought to at least `highest`, some `most` of them; linear, never a logarithm."""
    if not highest > 0:
        return 0.0, 1.0
    rough = highest / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough * (1 - 1e-9))
    return tuple(n * step for n in range(math.ceil(highest / step - 1e-9) + 1))


def percent(value: float) -> str:
    """Write per cent for an attribute, alike on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"
