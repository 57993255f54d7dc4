"""The tool that makes the record of a story of its episodes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careo.model.ids import group_id
from careo.model.inferred import Entity, Episode, Story
from careo.model.seen import Report
from careo.text.times.edtf import dated_first


@dataclass(frozen=True, slots=True)
class Head:
    """What a story tells of one of its reports; the texts of a large desk would fill the memory."""

    id: str
    title: str | None
    published: str | None
    """EDTF."""

    @classmethod
    def of(cls, report: Report) -> "Head":
        """Return the head of a report."""
        return cls(report.id, report.title, report.date)


def story_of(parts: Sequence[Sequence[Head]], named: Mapping[str, Sequence[Entity]]) -> Story:
    """Return the story of these episodes; `named` are, by report, the entities that it names."""
    reports = sorted((report for part in parts for report in part), key=_order)
    first, last = _span(reports)
    episodes = sorted(
        (_episode(sorted(part, key=_order)) for part in parts),
        key=lambda episode: dated_first(episode.first, episode.id),
    )
    return Story(
        id=group_id("story", (report.id for report in reports)),
        title=_title(reports, named),
        reports=tuple(report.id for report in reports),
        first=first,
        last=last,
        episodes=tuple(episodes),
    )


def _order(report: Head) -> tuple[bool, str, str]:
    return dated_first(report.published, report.id)


def _span(reports: Sequence[Head]) -> tuple[str | None, str | None]:
    dates = sorted(report.published for report in reports if report.published)
    return (dates[0], dates[-1]) if dates else (None, None)


def _title(reports: Sequence[Head], named: Mapping[str, Sequence[Entity]]) -> str:
    """Return the earliest headline, or else the names most reports share."""
    for report in reports:
        if report.title:
            return report.title
    counted = Counter(entity for report in reports for entity in named.get(report.id, ()) if entity.type != "name")
    common = sorted(counted, key=lambda e: (-counted[e], -len(e.mentions), e.name, e.id))
    return ", ".join(entity.name for entity in common[:3]) or "untitled"


def _episode(reports: Sequence[Head]) -> Episode:
    ids = tuple(report.id for report in reports)
    return Episode(group_id("episode", ids), ids, *_span(reports))
