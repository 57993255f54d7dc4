"""The other half of `trajectories`: quantities with a value for each period, such as output by year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from careo.model.derived import DatedBy, Trajectory
from careo.model.ids import group_id
from careo.model.inferred import Claim, Docket, Entity
from careo.model.seen import Figure, Report, Statement
from careo.stages.following.counted import step
from careo.stages.joining.partition import pair, partition
from careo.text.normalise import fold

_MEASURES = frozenset({"money", "output", "mass", "share", "distance", "approval", "count"})


@dataclass(frozen=True, slots=True)
class _Value:
    """One figure of an indicator with its period."""

    statement: Statement
    figure: Figure
    claim: str
    period: str
    dated_by: DatedBy | None
    subjects: frozenset[str]
    """Ids of the entities it is of."""
    words: tuple[str, str]
    """Language and trigger: what is measured, where subjects alone do not tell."""


def series(docket: Docket, claims: Sequence[Claim]) -> Iterator[Trajectory]:
    """Yield the series of a story's indicators; two claims are one series only where subject and word are the same."""
    values = _values(docket, claims)
    cells: dict[str, list[_Value]] = defaultdict(list)
    for value in values:
        kind = value.figure.measure, value.figure.unit, value.statement.subtype
        cells[f"{value.claim} {kind}"].append(value)
    links = [pair(one, other) for one, other in combinations(sorted(cells), 2) if _one_series(cells[one], cells[other])]
    names = {entity.id: entity.name for entity in docket.entities}
    for group in partition(cells, links):
        yield _line(docket.story.id, [value for name in group for value in cells[name]], names)


def _values(docket: Docket, claims: Sequence[Claim]) -> Iterator[_Value]:
    reports = {report.id: report for report in docket.reports}
    entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
    statements = {statement.id: statement for statement in docket.statements}
    for claim in claims:
        for statement in (statements[id_] for id_ in claim.statements):
            if statement.type == "INDICATOR" and statement.polarity == "affirmed":
                yield from _of(statement, claim.id, reports[statement.report], entity_of)


def _of(statement: Statement, claim: str, report: Report, entity_of: Mapping[str, Entity]) -> Iterator[_Value]:
    named = (entity_of.get(actor.mention or "") for actor in statement.actors)
    subjects = frozenset(entity.id for entity in named if entity is not None)
    figures = [figure for figure in statement.figures if figure.measure in _MEASURES]
    alone = len(figures) == len({figure.measure for figure in figures})
    for figure in figures:
        period, dated_by = _period(statement, figure, report, alone=alone)
        words = report.language, fold(statement.trigger.verbatim)
        if period is None:  # of several figures one may be of something else; without its period none is told apart
            continue
        yield _Value(statement, figure, claim, period, dated_by, subjects, words)


def _period(statement: Statement, figure: Figure, report: Report, *, alone: bool) -> tuple[str | None, DatedBy | None]:
    """Return the period of a figure; of two figures of one measure each must have its own beside it."""
    if figure.as_of:
        return figure.as_of, "figure"
    if not alone:
        return None, None
    times = {(time.first, time.last) for time in statement.times if time.role != "said" and time.first and time.last}
    if len(times) == 1:
        ((first, last),) = times
        return (first if first == last else f"{first}/{last}"), "sentence"
    if times or report.date is None:
        return None, None
    return report.date, "report"


def _one_series(one: Sequence[_Value], other: Sequence[_Value]) -> bool:
    """Whether two claims measure one thing: the same kind of figure of the same subjects, told by the same word."""
    a, b = one[0], other[0]
    if (a.figure.measure, a.figure.unit, a.statement.subtype) != (b.figure.measure, b.figure.unit, b.statement.subtype):
        return False
    subjects = {value.subjects for value in (*one, *other)}
    words = {value.words for value in one} & {value.words for value in other}
    return len(subjects) == 1 and bool(subjects.pop()) and bool(words)


def _line(story: str, values: Sequence[_Value], names: Mapping[str, str]) -> Trajectory:
    ordered = sorted(values, key=lambda v: (v.period, v.statement.report, v.figure.start))
    first = ordered[0]
    subjects = sorted({names[id_] for value in values for id_ in value.subjects})
    claims = tuple(sorted({value.claim for value in values}))
    return Trajectory(
        id=group_id("trajectory", (value.statement.id for value in values), first.figure.measure, "series"),
        story=story,
        type="series",
        measure=first.figure.measure,
        unit=first.figure.unit,
        group=None,
        scope=", ".join(subjects) or None,
        claims=claims,
        steps=tuple(step(v.statement, v.figure, v.period, v.dated_by) for v in ordered),
        reason="one claim" if len(claims) == 1 else "claims of one subject, told by one word",
    )
