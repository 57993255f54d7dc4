"""group: which reports belong to one Story, and its Episodes.

Two reports are linked by the names they share, each kind with its weight and the rarer the more, and by the likeness of
how they begin (mean vector of the first sentences); connected reports are one story. Time plays no part yet, and a
chain of links can fuse two matters about the same people. Episodes are runs of reports dated few days apart.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from careo.engines.base import Vector
from careo.model.ids import group_id
from careo.model.inferred import Entity, Episode, Story
from careo.model.seen import Report
from careo.stages.partition import Pair, pair, partition

_WEIGHTS = {"person": 1.0, "organisation": 0.75, "unit": 0.75, "name": 0.5, "place": 0.25}
"""What one shared name of a kind is worth where no other report has it."""
_NAME_SHARE, _NAMES_MOST = 0.15, 3.0
_COMMON_SHARE = 0.5
"""What is left of a name's worth where every report has it: a desk may hold one matter only."""
_THRESHOLD = 0.6
"""Cosine of the beginnings plus .15 a name (3 at most). Swept together with the two above on 62 labelled news texts,
each in one of four languages, and on the demo collection: B-cubed F1 .87 and .91; rarity down to nothing gave .87 and
.57, no rarity .86 and .89. The texts it was swept on are few."""
_NEAR = 0.3
"""Pairs whose beginnings are less alike than this need names enough to pass by themselves: they are not looked at."""
_ROWS = 512
_FEW = 20
"""In a desk of fewer reports than this, rarity is counted as if it had so many."""
_EPISODE_DAYS = 3
_COMMON = 200
"""A name in more reports than this links nothing: it tells matters apart no longer, and pairs grow with its square."""


def group(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    report_of: Mapping[str, str],
    vectors: Mapping[str, Vector],
    *,
    versions: Sequence[Pair] = (),
) -> tuple[Story, ...]:
    """Return the stories, sorted by id; every report is in exactly one.

    Args:
        reports: all reports of the desk, in any order.
        entities: all entities of the desk.
        report_of: mention id to report id.
        vectors: report id to the unit vector of its beginning; a report without one is linked to none.
        versions: pairs of reports that are one at different times, whatever else tells them apart.
    """
    by_id = {report.id: report for report in reports}
    sharing = {entity.id: sorted({report_of[m] for m in entity.mentions}) for entity in entities}
    scores = _scores(entities, sharing, len(reports))
    for two, cosine in _cosines(vectors):
        scores[two] = scores.get(two, 0.0) + cosine
    links = sorted((two for two, score in scores.items() if score >= _THRESHOLD), key=lambda t: (-scores[t], t))
    groups = partition(by_id, [*versions, *links])
    names: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for report in sharing[entity.id]:
            names[report].append(entity)
    return tuple(sorted((_story(ids, by_id, names) for ids in groups), key=lambda story: story.id))


def _scores(entities: Sequence[Entity], sharing: Mapping[str, list[str]], count: int) -> dict[Pair, float]:
    """Return what shared names say of each pair of reports that shares any."""
    names: Counter[Pair] = Counter()
    whole = math.log(max(count, _FEW))
    for entity in sorted(entities, key=lambda entity: entity.id):
        ids = sharing[entity.id]
        if 1 < len(ids) <= _COMMON:
            weight = _WEIGHTS[entity.type] * max(_COMMON_SHARE, 1 - math.log(len(ids)) / whole)
            for two in (pair(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :]):
                names[two] += weight  # type: ignore[assignment]
    return {two: round(_NAME_SHARE * min(score, _NAMES_MOST), 3) for two, score in names.items()}


def _cosines(vectors: Mapping[str, Vector]) -> Iterator[tuple[Pair, float]]:
    """Yield the pairs of reports that begin alike, with their cosine."""
    ids = sorted(vectors)
    if not ids:
        return
    matrix = np.stack([vectors[id_] for id_ in ids])
    for at in range(0, len(ids), _ROWS):
        block = matrix[at : at + _ROWS] @ matrix.T
        for row, column in zip(*(found.tolist() for found in np.nonzero(block >= _NEAR)), strict=True):
            if at + row < column:
                yield (ids[at + row], ids[column]), round(float(block[row, column]), 3)


def _story(ids: Iterable[str], by_id: dict[str, Report], names: dict[str, list[Entity]]) -> Story:
    reports = sorted((by_id[id_] for id_ in ids), key=_order)
    dates = sorted(report.published.value for report in reports if report.published)
    return Story(
        id=group_id("story", (report.id for report in reports)),
        title=_title(reports, names),
        reports=tuple(report.id for report in reports),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        episodes=tuple(_episodes(reports)),
    )


def _order(report: Report) -> tuple[bool, str, str]:
    """Order reports: dated before undated, then date, then id."""
    return report.published is None, report.published.value if report.published else "", report.id


def _title(reports: Sequence[Report], names: dict[str, list[Entity]]) -> str:
    """Return the earliest headline, or else the names most reports share."""
    for report in reports:
        if report.title:
            return report.title
    counted = Counter(entity for report in reports for entity in names[report.id] if entity.type != "name")
    common = sorted(counted, key=lambda e: (-counted[e], -len(e.mentions), e.name, e.id))
    return ", ".join(entity.name for entity in common[:3]) or "untitled"


def _episodes(reports: Sequence[Report]) -> Iterator[Episode]:
    run: list[Report] = []
    for report in reports:
        if run and not _near(run[-1], report):
            yield _episode(run)
            run = []
        run.append(report)
    if run:
        yield _episode(run)


def _near(one: Report, other: Report) -> bool:
    try:
        days = [date.fromisoformat(r.published.value[:10]) for r in (one, other) if r.published]
    except ValueError:
        return False  # dated to the month or year only: no day to count from
    return len(days) == 2 and abs((days[1] - days[0]).days) <= _EPISODE_DAYS


def _episode(run: Sequence[Report]) -> Episode:
    dates = sorted(report.published.value for report in run if report.published)
    ids = tuple(report.id for report in run)
    return Episode(group_id("episode", ids), ids, dates[0] if dates else None, dates[-1] if dates else None)
