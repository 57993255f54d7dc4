"""Cut a time line into parts that each have an axis of their own, so that a week in a story of years stays readable."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careo.model.derived import Happening
from careo.render.drawing.scales import span

_FEW, _CLUSTER = 6, 4
"""Times that one axis holds without a part of their own, and those of one year or month that deserve one: by eye, on
the example collection and the two founding reports."""
_YEAR, _MONTH = 4, 7
"""Characters of an EDTF date that name its year, and its month."""
_HALF = {_YEAR: 183.0, _MONTH: 15.5}
"""Days: what is shorter and crosses into the next year or month stands where it begins."""


@dataclass(frozen=True, slots=True)
class Era:
    """Times that are drawn on one axis."""

    first: str
    """Year or month in which they begin, EDTF."""
    last: str
    longer: bool
    """Whether they are those too long for one of the parts that follow."""
    happenings: tuple[Happening, ...]


def eras(dated: Sequence[Happening]) -> tuple[Era, ...]:
    """Return the parts by when they begin, what spans several of them first; every time stands in one part."""
    found = _split(dated, _YEAR) if dated else ()
    return tuple(sorted(found, key=lambda era: (era.first, not era.longer)))


def _split(dated: Sequence[Happening], cut: int) -> Iterator[Era]:
    periods: dict[str | None, list[Happening]] = defaultdict(list)
    for one in dated:
        periods[_period(one, cut)].append(one)
    if len(dated) <= _FEW or not any(len(some) >= _CLUSTER for period, some in periods.items() if period):
        yield _era(dated, cut)
        return
    longer = periods.pop(None, [])
    if longer:
        yield replace(_era(longer, cut), longer=True)
    run: list[Happening] = []
    for period in sorted(filter(None, periods)):
        if len(periods[period]) < _CLUSTER:
            run += periods[period]
            continue
        if run:
            yield _era(run, cut)
        run = []
        if cut == _YEAR:
            yield from _split(periods[period], _MONTH)
        else:
            yield Era(period, period, False, tuple(periods[period]))
    if run:
        yield _era(run, cut)


def _period(one: Happening, cut: int) -> str | None:
    """Return the year or month of a time; `None` where it takes more than one, or its end is open."""
    begin, end = span(one.first, one.last)
    if one.first is None or one.last is None or begin is None or end is None or len(one.first) < cut:
        return None
    return one.first[:cut] if one.first[:cut] == one.last[:cut] or end - begin < _HALF[cut] else None


def _era(dated: Sequence[Happening], cut: int) -> Era:
    known = [end for one in dated for end in (one.first, one.last) if end]
    ends = [end[: min(cut, *map(len, known))] for end in known]
    return Era(min(ends), max(ends), False, tuple(dated))
