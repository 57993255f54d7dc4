"""trajectories: a story's counts and series laid out by date, every value of every reporter, backward steps marked.

Nothing is averaged, chosen or mended. Values stand in one line only where measure, counted group and scope are one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations

from careo.model.derived import Step, Trajectory
from careo.model.ids import group_id
from careo.model.inferred import Docket, Findings
from careo.stages.following.counted import Count, counted, step
from careo.stages.following.limits import is_near, limited
from careo.stages.following.series import series
from careo.stages.joining.partition import pair, partition
from careo.text.numbers.intervals import bounds, figure_value
from careo.text.times.edtf import first_day, last_day, point

_CUMULATIVE = frozenset({"killed", "injured"})
"""Measures that only grow, but for revisions; the missing become fewer as they are found."""
_BRIEF = timedelta(days=31)
"""Longest story in which tolls that do not call themselves so are of one event: those of one event in the stories
written for this run for two weeks; time lines of two uprisings (cltls), where each day has its own dead, for months."""
_FALL = 2
"""A revision takes back less than half: in the stories written for this run what fell to less was an addition (3 beside
41 and 47), and no true difference was of more than a third."""


def trajectories(docket: Docket, findings: Findings) -> tuple[Trajectory, ...]:
    """Return the lines of two values or more, longest first; those of one value say nothing over time.

    Args:
        docket: one story's records.
        findings: its claims; statements that a person dismissed are in none of them and in no line.
    """
    names = {entity.id: entity.name for entity in docket.entities}
    counts = limited(counted(docket, findings.claims), docket)
    lines = [_line(docket.story.id, own, names) for own in _lines(counts, docket)]
    every = [*lines, *series(docket, findings.claims)]
    return tuple(sorted((line for line in every if _tells(line)), key=lambda line: (-len(line.steps), line.id)))


def _tells(line: Trajectory) -> bool:
    """Whether a line has two dates, or two reporters on one."""
    return len({(step.report, step.as_of) for step in line.steps}) > 1


def _lines(counts: Sequence[Count], docket: Docket) -> Iterator[list[Count]]:
    """Put together the counts of one claim with one key, and across claims those that can only be one matter's."""
    dates = [days for report in docket.reports if report.date and (days := _days(report.date))]
    brief = bool(dates) and max(last for _, last in dates) - min(first for first, _ in dates) <= _BRIEF
    cells = dict(_cells(counts, brief=brief))
    keys: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, cell in sorted(cells.items()):
        keys[cell[0].key].append(name)
    links = [
        pair(one, other)
        for names in keys.values()
        for n, one in enumerate(names)
        for other in names[n + 1 :]
        if _one_matter(cells[one], cells[other], brief=brief)
    ]
    for group in partition(cells, links):
        every = [count for name in group for count in cells[name]]
        yield [count for count in every if not _belongs_elsewhere(count, every)]


def _cells(counts: Sequence[Count], *, brief: bool) -> Iterator[tuple[str, list[Count]]]:
    """Yield the counts of one claim with one key by the least of them.

    Over months a claim holds those that meet, that are of one day, or that call themselves tolls.
    """
    found: dict[tuple[object, ...], dict[str, Count]] = defaultdict(dict)
    for count in counts:
        found[count.claim, count.key][f"{count.report.id} {count.figure.start}"] = count
    for cell in found.values():
        links = [
            pair(one, other)
            for one, other in combinations(sorted(cell), 2)
            if brief or cell[one].day or _continues(cell[one], cell[other])
        ]
        for group in partition(cell, links):
            yield group[0], [cell[name] for name in group]


def _continues(one: Count, other: Count) -> bool:
    return is_near(one.figure, other.figure) or (one.adds_up and other.adds_up)


def _belongs_elsewhere(count: Count, every: Sequence[Count]) -> bool:
    """Whether a count is less than half of one before it or beside it in its report: an addition, or a part."""
    ceiling = _FALL * bounds(count.figure)[1]
    begins = _days(count.as_of)[0]
    return any(
        bounds(other.figure)[0] > ceiling and (other.report.id == count.report.id or _days(other.as_of)[1] < begins)
        for other in every
    )


def _one_matter(one: Sequence[Count], other: Sequence[Count], *, brief: bool) -> bool:
    """Whether two claims with one key count the same: tolls that say they are, or of one event, or one value.

    A report that gives two values in the two claims without calling them tolls counts two things.
    """
    every = [*one, *other]
    if any(count.part for count in every):
        return False
    if all(count.statement.type == "TOLL" for count in every):
        said = all(any(count.adds_up for count in cell) for cell in (one, other))
        return said or (brief and not any(_two_things(a, b) for a in one for b in other))
    limited_alike = one[0].by or one[0].day or one[0].places
    return bool(limited_alike) and any(is_near(a.figure, b.figure) for a in one for b in other)


def _two_things(one: Count, other: Count) -> bool:
    lows = one.figure.low, other.figure.low
    return one.report.id == other.report.id and None not in lows and lows[0] != lows[1]


def _line(story: str, counts: Sequence[Count], names: Mapping[str, str]) -> Trajectory:
    first = counts[0]
    scope = _scope(first, names)
    return Trajectory(
        id=group_id("trajectory", (count.statement.id for count in counts), first.figure.measure, scope or ""),
        story=story,
        type="cumulative" if first.figure.measure in _CUMULATIVE else "level",
        measure=first.figure.measure,
        unit=first.figure.unit,
        group=first.group,
        scope=scope,
        claims=tuple(sorted({count.claim for count in counts})),
        steps=tuple(_steps(sorted(counts, key=_when))),
        reason=f"{len(counts)} statements count {first.group or 'people'} {first.figure.measure}, "
        + (f"limited to: {scope}" if scope else "none of them limited to a place, a day or an author"),
    )


def _scope(count: Count, names: Mapping[str, str]) -> str | None:
    said = [f"in {names[place]}" for place in sorted(count.places, key=names.__getitem__)]
    said += [f"on {count.day}"] if count.day else []
    said += ["by those named as having done it"] if count.by else []
    said += ["a part of another count"] if count.part else []
    return ", ".join(said) or None


def _when(count: Count) -> tuple[date, date, str, int]:
    first, last = _days(count.as_of)
    return last, first, count.report.id, count.figure.start


@lru_cache(maxsize=4096)
def _days(as_of: str | None) -> tuple[date, date]:
    at = point(as_of) if as_of else None
    first, last = (first_day(at), last_day(at)) if at else (None, None)
    return first or date.max, last or date.max


def _steps(counts: Sequence[Count]) -> Iterator[Step]:
    """Yield the steps in order, each beside the highest count of an earlier day."""
    for count in counts:
        told = step(count.statement, count.figure, count.as_of, count.dated_by)
        yield replace(told, backward=_backward(count, counts))


def _backward(count: Count, counts: Sequence[Count]) -> str | None:
    """Say over which earlier count a count falls back: the highest, and of those alike the first."""
    begins, known = _days(count.as_of)
    if known == date.max or count.figure.measure not in _CUMULATIVE:
        return None
    above = [
        other
        for other in counts
        if _days(other.as_of)[1] < begins and bounds(other.figure)[0] > bounds(count.figure)[1]
    ]
    if not above:
        return None
    highest = max(above, key=lambda other: bounds(other.figure)[0])
    same = {link.who for link in highest.statement.attribution} & {link.who for link in count.statement.attribution}
    why = "the same source is credited: possibly a revision" if same else "possibly another way to count, or a revision"
    return f"below {figure_value(highest.figure)} as of {highest.as_of}; {why}"
