"""group: which reports belong to one Story, and which of its reports tell one Episode.

An episode is a happening of a few days, told in any language: reports that are near in meaning, words, names and time.
A story is the matter that episodes belong to, possibly over years: near in meaning and names, whatever the time. Both
are centroid linkage over links between pairs; both hang on the set of reports only, not on the order they came in.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from careo.engines.base import Vector
from careo.model.inferred import Entity, Story
from careo.model.seen import MentionType, Report
from careo.stages.grouping.matter import Head, story_of
from careo.stages.grouping.nearness import EPISODE, STORY, Portrait, Scale, near, selves
from careo.stages.grouping.portraits import portrait, together
from careo.stages.joining.linkage import linkage
from careo.stages.joining.partition import Pair
from careo.text.profile import Profile, profile

_Key = TypeVar("_Key", str, int)


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
    ordered = sorted(profiles, key=lambda one: one.order)
    portraits = [portrait(one, _weighed(named.get(one.report, ())), vectors.get(one.report)) for one in ordered]
    place = {one.profile.report: at for at, one in enumerate(portraits)}
    forbidden = _pairs(apart, place)
    episodes = _linked(portraits, EPISODE, joined=_pairs(versions, place), apart=forbidden)
    home = {at: number for number, members in enumerate(episodes) for at in members}
    merged = [together([portraits[at] for at in members]) for members in episodes]
    stories = _linked(merged, STORY, joined=_pairs(_pairs(joined, place), home), apart=_pairs(forbidden, home))
    told = [[[heads[portraits[at].profile.report] for at in episodes[n]] for n in numbers] for numbers in stories]
    fullest = {report: [entity for entity, _ in found] for report, found in named.items()}
    return tuple(sorted((story_of(parts, fullest) for parts in told), key=lambda story: story.id))


def _named(entities: Sequence[Entity], report_of: Mapping[str, str]) -> dict[str, list[tuple[Entity, int]]]:
    """Return, by report, its entities with how often it names each."""
    found: dict[str, list[tuple[Entity, int]]] = defaultdict(list)
    for entity in entities:
        for report, count in Counter(report_of[mention] for mention in entity.mentions).items():
            found[report].append((entity, count))
    return found


def _weighed(found: Iterable[tuple[Entity, int]]) -> Iterator[tuple[str, MentionType, int]]:
    return ((entity.id, entity.type, count) for entity, count in found)


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
