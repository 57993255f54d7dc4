"""Draw times and publication dates on a scale: bars as wide as what is known, marks, the axis."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from careo.model.derived import Happening
from careo.model.seen import Report
from careo.render.drawing.scales import Scale, Span, Tick, percent, scale, span, uncrowded
from careo.render.pictures.chart_views import AxisView, TickView
from careo.render.pictures.timeline_views import Bar, Told
from careo.render.wording.speech import Speech

LOOKS = {"done": "done", "planned": "open", "unclear": "doubt"}
MARK = 1.6
"""Per cent below which a bar is a mark of one size: some 5 pixels on a phone, 11 on a wide screen."""


_STUB = 8.0
"""Per cent that is drawn of a time towards its open end, with an arrow: how long it was is not known."""
_LAST = 95.0
"""Per cent up to which a bar may reach that has a number to its right."""


def line_of(happenings: Iterable[Happening], reports: Iterable[Report] = ()) -> Scale:
    """Return the scale that holds some times and dates of publication."""
    spans = [_closed(*span(one.first, one.last)) for one in happenings]
    spans += [known for report in reports if (known := appeared(report))]
    hours = any(round(end) != end for each in spans for end in each)
    return scale(spans, least=0.25 if hours else 7.0)


def appeared(report: Report) -> Span | None:
    """Return when a report was published; `None` where that is unknown."""
    begin, end = span(report.date, report.date)
    return None if begin is None or end is None else (begin, end)


def _closed(begin: float | None, end: float | None) -> Span:
    """Give an open end a day, so that the known one has a place."""
    if begin is None:
        return (end or 2.0) - 1, end or 2.0
    return begin, begin + 1 if end is None else end


def bar(one: Happening, line: Scale, *, lane: int = 0, number: int = 0) -> Bar:
    """Draw a time; what is too short to be seen becomes a mark in its middle, an open end a stub with an arrow."""
    begin, end = span(one.first, one.last)
    left = line.at(begin) if begin is not None else max(0.0, line.at(end or 0.0) - _STUB)
    right = line.at(end) if end is not None else min(100.0, left + _STUB)
    short = right - left < MARK and begin is not None and end is not None
    return Bar(
        left=percent((left + right) / 2 if short else left),
        width="" if short else percent(right - left),
        right=percent(right),
        look=LOOKS[one.stage],
        against=one.polarity != "affirmed",
        capped=one.precision in ("day", "time") and one.first != one.last,
        before=begin is None,
        after=end is None,
        lane=lane,
        number=number if right < _LAST else 0,
    )


def axis(line: Scale, speech: Speech, *, pixels: int, wide: int = 0) -> AxisView:
    """Draw the axis with the words that have room on its narrowest drawing, and those that have on a wide one."""
    ticks = line.ticks()
    said = [tick_words(tick, before, speech) for before, tick in pairwise((None, *ticks)) if tick]
    labels = [(tick.at, words) for tick, words in zip(ticks, said, strict=True)]
    kept = uncrowded(labels, pixels=pixels)
    later = uncrowded(labels, pixels=wide, first=kept) if wide else kept
    views = (
        TickView(percent(at), words if shown else "", _anchor(at, line), wide=shown and not always)
        for (at, words), always, shown in zip(labels, kept, later, strict=True)
    )
    return AxisView(tuple(views), tuple(map(percent, line.cuts)))


def _anchor(at: float, line: Scale) -> str:
    """Keep words inside the drawing, and off a cut to their left."""
    if at < 4 or any(0 <= at - cut < 4 for cut in line.cuts):
        return "start"
    return "end" if at > 96 else "middle"


def tick_words(tick: Tick, before: Tick | None, speech: Speech) -> str:
    """Name a mark: a year, a month, a day or an hour, with what changed since the mark before it."""
    day, last = _day(tick), _day(before) if before else None
    new_year = last is None or last.year != day.year
    if tick.unit == "year":
        return str(day.year)
    if tick.unit == "month":
        return speech.short(day, "yMMM" if new_year else "MMM")
    if tick.unit == "hour" and day == last:
        return f"{round(tick.moment % 1 * 24):02}:00"
    return speech.short(day, "yMMMd" if new_year else "MMMd")


def _day(tick: Tick) -> date:
    return date.fromordinal(min(int(tick.moment + 1e-6), date.max.toordinal()))


def told_on(reports: Sequence[Report], line: Scale) -> tuple[Told, ...]:
    """Draw when reports appeared, those too close to be told apart as one mark with their number."""
    marks: list[tuple[float, float, int]] = []
    for begin, end in sorted(known for report in reports if (known := appeared(report))):
        left, right = line.at(begin), line.at(end)
        if end - begin <= 1 or right - left < MARK:
            left = right = (left + right) / 2
        if marks and left == right and left - marks[-1][0] < MARK and marks[-1][0] == marks[-1][1]:
            marks[-1] = *marks[-1][:2], marks[-1][2] + 1
        else:
            marks.append((left, right, 1))
    return tuple(
        Told(percent(left), percent(right - left) if right > left else "", number) for left, right, number in marks
    )
