"""The way of a few new reports into a large desk: each is put in its place, and nothing else is looked at anew.

What `resolve`, `versions` and `group` do with all reports is asked here for one: who bears its names, of which report
it is a later state, which episode and story it is nearest to. What that cannot find is left to the next settling: two
stories, or two entities, that only the new report brings together; a name that turns out to name two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from careo.engines.base import Encoder, Vector
from careo.laid import named_of
from careo.meant import beginnings, renderings
from careo.model.inferred import Entity, Story, Version
from careo.model.placed import Bearing, Likeness, Placement
from careo.model.seen import Capture, MentionType, Report
from careo.stages.deciding.settle import Settled
from careo.stages.grouping.matter import Head, story_of
from careo.stages.grouping.nearest import nearest, packed, unpacked
from careo.stages.grouping.nearness import EPISODE, STORY, Portrait
from careo.stages.grouping.portraits import portrait, together
from careo.stages.resolve import Named
from careo.stages.resolving.bearing import Bearer, bearers, bearings, both
from careo.stages.resolving.entities import entity_of, grown
from careo.stages.resolving.named import Node
from careo.stages.trace import trace
from careo.stages.versions import candidates, chains, cues_of, versions
from careo.store.base import Store, View
from careo.text.profile import profile

_WINDOW, _MOST_AROUND = 11, 1500
"""Days around a report in which its episode is looked for, eight and the three that tell what is usual there; and how
many reports of them at most, the nearest days first."""
_NEAR, _USUAL = 60, 200
"""Reports nearest in meaning whose episodes are looked at; episodes, one in so many of all, that tell what is usual."""
_RARE = 30
"""Reports that name an entity, from which it says too little to look at them all."""
_MOST_EPISODES = 300
"""Episodes of the stories that a report may belong to, the likest stories first."""
_WIDE = 40
"""Reports of an episode that draw its portrait."""


def likeness(report: Report, meaning: Vector | None) -> Likeness:
    """Return what tells a report apart from others, packed."""
    drawn = profile(report)
    day = None if drawn.moment is None else int(drawn.moment // 1)
    begun = b"" if meaning is None else meaning.astype("<f4").tobytes()
    return Likeness(report.id, day, begun, packed(drawn), tuple(cues_of(report)))


def place(store: Store, report: Report, settled: Settled, encoder: Encoder) -> None:
    """Give one new report its place: its entities, its story, where it comes from; all of it is kept, or nothing."""
    view = store.view
    named = named_of(view, report)
    joined = _joined(view, bearers(named, view.places))
    meaning = beginnings(store, [report], encoder).get(report.id)
    drawn = portrait(profile(report), _counted(joined), meaning)
    states = _states(view, report, settled)
    episode, before = _home(view, drawn, joined, states)
    story, told = _grown(view, report, episode, before)
    if before is not None:
        touched = {id_ for state in states for id_ in (state.of, state.report)}
        kept = cast(Iterator[Version], view.of_story("version", before))
        states = (*(one for one in kept if touched.isdisjoint((one.of, one.report))), *states)
    first = {id_: chain[0] for chain in chains(states) for id_ in chain}
    vectors = renderings(store, told, encoder)
    placement = Placement(
        likeness=likeness(report, meaning),
        bearings=tuple(_bearings(view, named, joined)),
        entities=tuple((was, entity) for was, entity, _ in joined),
        story=story,
        before=before,
        derivations=trace(story, told, settled, vectors=vectors, versions=first),
        versions=states,
    )
    with store.writer() as writer:
        writer.put_placement(placement)


# --- names ----------------------------------------------------------------------------------------

_Joined = tuple[str | None, Entity, tuple[Node, ...]]
"""The id an entity had before, if it is not new; the entity as it is now; the names that it has in the new report."""


def _joined(view: View, found: Iterable[Bearer]) -> list[_Joined]:
    more: dict[str, list[Bearer]] = {}
    made: list[_Joined] = []
    for one in found:
        if one.entity is None:
            made.append((None, entity_of(one.nodes, one.reasons), one.nodes))
        else:
            more.setdefault(one.entity, []).append(one)
    for id_, bearing_it in sorted(more.items()):
        nodes = tuple(node for one in bearing_it for node in one.nodes)
        reasons = [reason for one in bearing_it for reason in one.reasons]
        reports = view.places.reports_naming(id_) + 1
        made.append((id_, grown(cast(Entity, view.get(id_)), nodes, reasons, reports), nodes))
    return made


def _counted(joined: Iterable[_Joined]) -> Iterator[tuple[str, MentionType, int]]:
    for _, entity, nodes in joined:
        yield entity.id, entity.type, sum(len(node.mentions) for node in nodes)


def _bearings(view: View, named: Named, joined: Iterable[_Joined]) -> Iterator[Bearing]:
    """Yield the names of the report as the desk knows them from now on."""
    entity_of_ = {node.id: entity.id for _, entity, nodes in joined for node in nodes}
    renamed = {was: entity.id for was, entity, _ in joined}
    for one in bearings([named], entity_of_, ()):
        known = view.places.bearing(one.key)
        if known is None:
            yield one
        else:
            yield replace(both(known, one), entity=renamed.get(known.entity, known.entity) if known.entity else None)


# --- states of one report -------------------------------------------------------------------------


def _states(view: View, report: Report, settled: Settled) -> tuple[Version, ...]:
    """Return the versions of the chain that the report belongs to, empty where it is a state of no other."""
    cued = view.places.cued(cues_of(report))
    chained: dict[str, set[str]] = {}
    for id_ in candidates(cued):
        story, _ = view.places.home(id_) or ("", "")
        known = cast(Iterator[Version], view.of_story("version", story))
        chain = next((set(ids) for ids in chains(known) if id_ in ids), {id_})
        chained.setdefault(story, set()).update(chain)
    for _, ids in sorted(chained.items()):
        told = [report, *(cast(Report, view.get(id_)) for id_ in sorted(ids))]
        captured = {one.capture: cast(Capture, view.get(one.capture)).captured for one in told}
        found = versions(told, captured, settled)
        own = next((set(ids_) for ids_ in chains(found) if report.id in ids_), None)
        if own is not None:
            return tuple(one for one in found if one.report in own)
    return ()


# --- the story ------------------------------------------------------------------------------------


def _home(
    view: View, drawn: Portrait, joined: Iterable[_Joined], states: Sequence[Version]
) -> tuple[str | None, str | None]:
    """Return the episode and the story that a report joins; `None` for one of its own."""
    others = sorted({id_ for one in states for id_ in (one.of, one.report)} - {drawn.profile.report})
    if others:
        story, episode = view.places.home(others[0]) or (None, None)
        return episode, story
    near = _nearest_in_meaning(view, drawn)
    episode = nearest(drawn, list(_around(view, drawn, near)), EPISODE)
    if episode is not None:
        return episode, (view.places.home(view.places.told_in(episode)[0]) or (None,))[0]
    known = sorted(was for was, _, _ in joined if was is not None)
    return None, nearest(drawn, list(_matters(view, near, known)), STORY)


def _nearest_in_meaning(view: View, drawn: Portrait) -> list[str]:
    """Return the reports that begin most like this one, the likest first."""
    ids, rows = [], []
    for id_, meaning in view.places.meanings() if drawn.meaning is not None else ():
        ids.append(id_)
        rows.append(meaning)
    if not ids:
        return []
    likeness_ = np.frombuffer(b"".join(rows), "<f4").reshape(len(ids), -1) @ drawn.meaning
    return [ids[at] for at in np.argsort(-likeness_, kind="stable")[:_NEAR].tolist()]


def _around(view: View, drawn: Portrait, near: Sequence[str]) -> Iterator[tuple[Portrait, str]]:
    """Yield the reports among which one has its episode; of those without a day the likest and some others."""
    moment = drawn.profile.moment
    if moment is not None:
        ids = view.places.around(int(moment // 1), _WINDOW)[:_MOST_AROUND]
    else:
        undated = view.places.undated()
        ids = sorted({*set(near).intersection(undated), *undated[:: max(1, len(undated) // _USUAL)]})
    for id_, one in _portraits(view, ids).items():
        yield one, (view.places.home(id_) or ("", ""))[1]


def _matters(view: View, near: Sequence[str], entities: Sequence[str]) -> Iterator[tuple[Portrait, str]]:
    """Yield the episodes of the stories that a report may belong to, and some that tell what is usual."""
    naming = [ids for id_ in entities if len(ids := view.places.naming(id_, _RARE + 1)) <= _RARE]
    shared = Counter(id_ for ids in naming for id_ in ids)
    likely = [*near, *sorted(shared, key=lambda id_: (-shared[id_], id_))[:_NEAR]]
    stories = dict.fromkeys(home[0] for id_ in likely if (home := view.places.home(id_)) is not None)
    every = view.places.episodes(None)
    wanted = [episode for story in stories for episode in view.places.episodes(story)][:_MOST_EPISODES]
    for episode in sorted({*wanted, *every[:: max(1, len(every) // _USUAL)]}):
        told = view.places.told_in(episode)
        drawn = sorted(
            _portraits(view, told[:_WIDE]).values(),
            key=lambda one: one.profile.order,
        )
        yield together(drawn), (view.places.home(told[0]) or ("", ""))[0]


def _portraits(view: View, reports: Sequence[str]) -> dict[str, Portrait]:
    named = view.places.named_in(reports)
    return {
        id_: portrait(unpacked(id_, data), named.get(id_, ()), np.frombuffer(begun, "<f4") if begun else None)
        for id_, begun, data in view.places.likenesses(reports)
    }


def _grown(view: View, report: Report, episode: str | None, before: str | None) -> tuple[Story, list[Report]]:
    """Return a story with one more report, in one of its episodes or in one of its own; and all its reports."""
    old = cast(Story, view.get(before)) if before is not None else None
    parts = {one.id: list(one.reports) for one in old.episodes} if old else {}
    parts.setdefault(episode or "", []).append(report.id)
    told = {id_: cast(Report, view.get(id_)) for ids in parts.values() for id_ in ids}
    heads = [[Head.of(told[id_]) for id_ in ids] for ids in parts.values()]
    named: dict[str, list[Entity]] = {}
    if not any(one.title for one in told.values()):
        named = {id_: cast(list[Entity], list(view.of_report("entity", id_))) for id_ in told}
    story = story_of(heads, named)
    return story, [told[id_] for id_ in story.reports]
