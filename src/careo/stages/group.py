"""group: which reports belong to one Story, and which of its reports tell one Episode.

An episode is a happening of a few days, told in any language: reports that are near in meaning, words, names and time.
A story is the matter that episodes belong to, possibly over years: near in meaning and names, whatever the time. Both
are centroid linkage over links between pairs; both hang on the set of reports only, not on the order they came in.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

import numpy as np

from careo.engines.base import Vector
from careo.model.ids import group_id
from careo.model.inferred import Entity, Episode, Story
from careo.model.seen import Report
from careo.stages.linkage import linkage
from careo.stages.nearness import EPISODE, STORY, Portrait, Scale, near, selves
from careo.stages.partition import Pair
from careo.text.profile import Profile, Terms, profile

_WEIGHTS = {"person": 1.0, "organisation": 0.75, "unit": 0.75, "name": 0.6, "place": 0.5}
"""What an entity of a kind is worth beside others; set by hand, no other values were measured."""
_Key = TypeVar("_Key", str, int)
_SHARE = 0.2
"""Share of an episode's reports that must have a term for it to be the episode's; set by hand, not measured."""


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
        return cls(report.id, report.title, report.published.value if report.published else None)


def group(
    reports: Iterable[Report],
    entities: Sequence[Entity],
    report_of: Mapping[str, str],
    vectors: Mapping[str, Vector],
    *,
    versions: Sequence[Pair] = (),
    joined: Sequence[Pair] = (),
    apart: Collection[Pair] = (),
) -> tuple[Story, ...]:
    """Return the stories, sorted by id; every report is in exactly one, and in exactly one of its episodes.

    Args:
        reports: all reports of the desk, in any order.
        entities: all entities of the desk.
        report_of: mention id to report id.
        vectors: report id to the unit vector of its beginning, where it has one.
        versions: pairs of reports that are one at different times, in one episode unless a person told them apart.
        joined: pairs of reports that a person put in one story.
        apart: pairs that a person told apart; no chain of others brings them into one story.
    """
    heads: dict[str, Head] = {}
    profiles: list[Profile] = []
    for report in reports:
        heads[report.id] = Head.of(report)
        profiles.append(profile(report))
    named = _named(entities, report_of)
    ordered = sorted(profiles, key=lambda p: (p.moment is None, p.moment or 0, p.report))
    portraits = [_portrait(one, named, vectors) for one in ordered]
    place = {portrait.profile.report: at for at, portrait in enumerate(portraits)}
    forbidden = _pairs(apart, place)
    episodes = _linked(portraits, EPISODE, joined=_pairs(versions, place), apart=forbidden)
    home = {at: number for number, members in enumerate(episodes) for at in members}
    merged = [_together([portraits[at] for at in members]) for members in episodes]
    stories = _linked(merged, STORY, joined=_pairs(_pairs(joined, place), home), apart=_pairs(forbidden, home))
    told = [[[heads[portraits[at].profile.report] for at in episodes[n]] for n in numbers] for numbers in stories]
    fullest = {report: [entity for entity, _ in found] for report, found in named.items()}
    return tuple(sorted((_story(parts, fullest) for parts in told), key=lambda story: story.id))


def _named(entities: Sequence[Entity], report_of: Mapping[str, str]) -> dict[str, list[tuple[Entity, int]]]:
    """Return, by report, its entities with how often it names each."""
    found: dict[str, list[tuple[Entity, int]]] = defaultdict(list)
    for entity in entities:
        for report, count in Counter(report_of[mention] for mention in entity.mentions).items():
            found[report].append((entity, count))
    return found


def _portrait(
    one: Profile, named: Mapping[str, Sequence[tuple[Entity, int]]], vectors: Mapping[str, Vector]
) -> Portrait:
    weights = {
        crc32(entity.id.encode()): _WEIGHTS[entity.type] * (1 + math.log(count))
        for entity, count in named.get(one.report, ())
    }
    terms = np.array(sorted(weights), dtype=np.uint32)
    return Portrait(
        one, terms, np.array([weights[term] for term in terms.tolist()], np.float32), vectors.get(one.report)
    )


def _pairs(pairs: Iterable[tuple[_Key, _Key]], place: Mapping[_Key, int]) -> list[tuple[int, int]]:
    """Return pairs by the places of their ends, lesser first; what has one place is no pair."""
    return [(min(at), max(at)) for one, other in pairs if len(at := {place[one], place[other]}) == 2]


def _linked(
    portraits: Sequence[Portrait],
    scale: Scale,
    *,
    joined: Iterable[tuple[int, int]],
    apart: Collection[tuple[int, int]],
) -> tuple[tuple[int, ...], ...]:
    return linkage(selves(portraits, scale), near(portraits, scale), joined=joined, apart=apart)


def _together(portraits: Sequence[Portrait]) -> Portrait:
    """Return the portrait of an episode: what a good share of its reports have."""
    if len(portraits) == 1:
        return portraits[0]
    first = portraits[0].profile
    least = max(1, math.ceil(_SHARE * len(portraits)))
    languages = Counter(portrait.profile.language for portrait in portraits)
    meanings = [portrait.meaning for portrait in portraits if portrait.meaning is not None]
    mean = np.mean(meanings, axis=0) if meanings else None
    weights: dict[int, float] = defaultdict(float)
    entities = _common((portrait.entities for portrait in portraits), least)
    for portrait in portraits:
        for term, weight in zip(portrait.entities.tolist(), portrait.weights.tolist(), strict=True):
            weights[term] = max(weights[term], weight)
    return Portrait(
        Profile(
            first.report,
            min(languages, key=lambda language: (-languages[language], language)),
            first.moment,
            _common((portrait.profile.words for portrait in portraits), least),
            _common((portrait.profile.names for portrait in portraits), least),
        ),
        entities,
        np.array([weights[term] for term in entities.tolist()], np.float32),
        None if mean is None else (mean / np.linalg.norm(mean)).astype(np.float32),
    )


def _common(terms: Iterable[Terms], least: int) -> Terms:
    found, counts = np.unique(np.concatenate(list(terms)), return_counts=True)
    common: Terms = found[counts >= least]
    return common


def _story(parts: Sequence[Sequence[Head]], named: Mapping[str, Sequence[Entity]]) -> Story:
    reports = sorted((report for part in parts for report in part), key=_order)
    first, last = _span(reports)
    episodes = sorted((_episode(sorted(part, key=_order)) for part in parts), key=_by_date)
    return Story(
        id=group_id("story", (report.id for report in reports)),
        title=_title(reports, named),
        reports=tuple(report.id for report in reports),
        first=first,
        last=last,
        episodes=tuple(episodes),
    )


def _order(report: Head) -> tuple[bool, str, str]:
    """Order reports: dated before undated, then date, then id."""
    return report.published is None, report.published or "", report.id


def _by_date(episode: Episode) -> tuple[bool, str, str]:
    return episode.first is None, episode.first or "", episode.id


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
