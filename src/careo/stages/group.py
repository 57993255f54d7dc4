"""group: which reports belong to one Story, and its Episodes.

This first version links two reports by the names they share, each kind with a fixed weight, and takes connected
reports as one story. It reads no meaning and no vectors: two matters about the same people fall together, and two
reports of one matter without a common name stay apart. Episodes are runs of reports dated few days apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from careo.model.ids import group_id
from careo.model.inferred import Entity, Episode, Story
from careo.model.seen import Report
from careo.stages.partition import Pair, pair, partition

_WEIGHTS = {"person": 1.0, "organisation": 0.75, "unit": 0.75, "name": 0.5, "place": 0.25}
"""What one shared name of a kind is worth. Not measured yet: set so that two reports of one matter by different
newsrooms (three shared people, two shared countries) lie well above the threshold and one shared person and country
below it; the story measure is to tune them."""
_THRESHOLD = 2.0
_STRONG = frozenset({"person", "organisation", "unit"})
_EPISODE_DAYS = 3
_COMMON = 200
"""A name in more reports than this links nothing: it tells matters apart no longer, and pairs grow with its square."""


def group(reports: Sequence[Report], entities: Sequence[Entity], report_of: dict[str, str]) -> tuple[Story, ...]:
    """Return the stories, sorted by id; every report is in exactly one.

    Args:
        reports: all reports of the desk, in any order.
        entities: all entities of the desk.
        report_of: mention id to report id.
    """
    by_id = {report.id: report for report in reports}
    sharing = {entity.id: sorted({report_of[m] for m in entity.mentions}) for entity in entities}
    scores = _scores(entities, sharing)
    links = sorted((two for two, score in scores.items() if score >= _THRESHOLD), key=lambda t: (-scores[t], t))
    groups = partition(by_id, links)
    names: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        for report in sharing[entity.id]:
            names[report].append(entity)
    return tuple(sorted((_story(ids, by_id, names) for ids in groups), key=lambda story: story.id))


def _scores(entities: Sequence[Entity], sharing: dict[str, list[str]]) -> dict[Pair, float]:
    scores: Counter[Pair] = Counter()
    strong: set[Pair] = set()
    for entity in sorted(entities, key=lambda entity: entity.id):
        ids = sharing[entity.id]
        if len(ids) > _COMMON:
            continue
        for two in (pair(a, b) for n, a in enumerate(ids) for b in ids[n + 1 :]):
            scores[two] += _WEIGHTS[entity.type]  # type: ignore[assignment]
            if entity.type in _STRONG:
                strong.add(two)
    return {two: score for two, score in scores.items() if two in strong}


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
