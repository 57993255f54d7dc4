"""The order of the work, readable top to bottom. What is done already is not done again, so a broken run goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, cast

from careo.engines.base import Encoder, Engines
from careo.errors import InputError
from careo.gather import gather
from careo.laid import docket_of, named_of, records, settled_of
from careo.made import limits
from careo.meant import beginnings, meanings, renderings
from careo.model.decided import Decision
from careo.model.ids import content_id, origin_of, skip_id
from careo.model.ids import place as place_of
from careo.model.inferred import Derivation, Entity, Relations, Story
from careo.model.placed import Bearing
from careo.model.seen import Capture, Mention, Reading, Received, Report, Skip, Statement
from careo.placed import likeness, place
from careo.readers.guard import parse
from careo.runners import Runner
from careo.settings import Settings
from careo.stages.align import align
from careo.stages.annotate import annotate
from careo.stages.compare import compare
from careo.stages.deciding.settle import Settled
from careo.stages.deciding.signed import signed
from careo.stages.extract import extract
from careo.stages.group import group
from careo.stages.joining.partition import pair
from careo.stages.read import read
from careo.stages.resolve import resolve
from careo.stages.resolving.bearing import bearings
from careo.stages.trace import trace
from careo.stages.versions import chains, versions
from careo.store.base import Store, View
from careo.text.languages import without_rules
from careo.text.lexicon import LANGUAGES

READ_VERSION = "read/5 annotate/6 extract/6"
"""Raise a number when its stage would give other records from the same bytes: the work is then done anew."""
INFER_VERSION = "resolve/4 versions/2 group/3 trace/5 compare/6 align/4"
LARGE, SHARE = 1000, 0.05
"""Reports of a desk from which a few new ones are put in their places, and what share of it may be placed so. With 300
short reports settling for one more takes 1.7 s of the processor, placing it half a second; up to 1,000 the wait, some
ten seconds, is worth a result that no order of arrival changes."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come."""

    stage: str
    done: int
    total: int | None
    """`None` while nobody knows."""


Watch = Callable[[Progress], None]


def run(
    store: Store,
    inputs: Sequence[str],
    *,
    settings: Settings,
    engines: Engines,
    runner: Runner,
    watch: Watch,
    stdin: BinaryIO | None = None,
    anew: bool = False,
) -> int:
    """Take in the inputs and bring everything in the desk up to date; return how many captures were read.

    With `anew` all reports are related anew, and no input is needed.

    Raises:
        UsageError: if an input is missing or no input at all.
        DeskError: if another process is writing.
    """
    places = engines.gazetteer.name if engines.gazetteer is not None else "no places"
    made_by = f"{READ_VERSION} {engines.tagger.name} {places}"
    nothing: Iterator[Received | Skip] = iter(())
    gathered = gather(inputs, settings, stdin=stdin) if inputs or not anew else nothing
    fresh = _pending(store, gathered, made_by)
    done = 0
    for done, (received, reading) in enumerate(
        runner.map(partial(understand, settings=settings, engines=engines), fresh), start=1
    ):
        with store.writer() as writer:
            writer.put_reading(received, reading)
            writer.mark_done("read", received.capture.id, made_by)
        watch(Progress("read", done, None))
    infer(store, engines, watch, anew=anew)
    _remember(store, "settings", limits(settings))
    return done


def _remember(store: Store, stage: str, made_by: str) -> None:
    if store.view.made_by(stage, "desk") != made_by:
        with store.writer() as writer:
            writer.mark_done(stage, "desk", made_by)


def _pending(store: Store, gathered: Iterator[Received | Skip], made_by: str) -> Iterator[Received]:
    """Yield what is new, keep what could not be taken, then yield again what an older version had read."""
    # What was handed to a worker may not be written yet when the desk's own captures are looked through.
    handed: set[str] = set()
    told: set[str] = set()
    origins: set[str] = set()
    for item in gathered:
        origins.add(origin_of(item.input) if isinstance(item, Skip) else item.capture.origin)
        if isinstance(item, Skip):
            told.add(item.id)
            with store.writer() as writer:
                writer.put_skip(item)
        elif store.view.made_by("read", item.capture.id) != made_by:
            handed.add(item.capture.id)
            yield item
    with store.writer() as writer:
        writer.drop_skips(_mended(store.view, origins) - told)
    for id_ in store.view.undone("read", made_by):
        if id_ not in handed:
            capture = cast(Capture, store.view.get(id_))
            data = store.view.data(capture.sha256)
            if data is not None:
                yield Received(capture, data)


def _mended(view: View, origins: set[str]) -> set[str]:
    """Return the skips of the door that are kept of these inputs: what is said no more was mended."""
    return {s.id for s in records(view, Skip) if s.stage == "gather" and origin_of(s.input) in origins}


def understand(received: Received, *, settings: Settings, engines: Engines) -> tuple[Received, Reading]:
    """Read, annotate and extract one capture: bytes to statements, or to a skip that says why not."""
    capture = received.capture
    try:
        reports = read(received, parse(received, settings))
    except InputError as error:
        return received, Reading(
            capture, (), (), (), (_skip("read", capture, str(error).removeprefix(f"{capture.origin}: ")),)
        )
    mentions: list[Mention] = []
    statements: list[Statement] = []
    skips: list[Skip] = []
    for report in reports:
        if report.language not in LANGUAGES:
            skips.append(_skip("extract", capture, without_rules(report.language)))
            continue
        annotation = annotate(report, engines.tagger, engines.gazetteer)
        mentions += annotation.mentions
        statements += extract(annotation)
    return received, Reading(capture, reports, tuple(mentions), tuple(statements), tuple(skips))


def _skip(stage: str, capture: Capture, reason: str) -> Skip:
    where = place_of(capture.origin, capture.member)
    return Skip(skip_id(stage, where, reason), cast(Any, stage), where, reason)


def infer(store: Store, engines: Engines, watch: Watch, *, anew: bool = False) -> None:
    """Bring entities, stories, derivations and findings up to date with what was read and decided.

    With `anew` all reports are related anew, those too that were only put in their places.
    """
    settled = settled_of(store.view)
    relate(store, settled, engines.encoder, anew=anew)
    made_by = f"{INFER_VERSION} {engines.encoder.name}"
    held = [decision.id for decision, _ in settled.held]
    stories = _touched(store.view, settled, made_by)
    for done, story in enumerate(stories, start=1):
        find(store, cast(Story, store.view.get(story)), settled, engines.encoder)
        watch(Progress("compare", done, len(stories)))
    _remember(store, "infer", made_by)
    _remember(store, "find", " ".join((content_id("state", made_by), *held)))


def relate(store: Store, settled: Settled, encoder: Encoder, *, anew: bool = False) -> None:
    """Who is who, which reports belong together, who took from whom: as far as reports or decisions came or went.

    A few new reports on a large desk are put in their places one by one; else, or with `anew`, all is looked at again.
    """
    view = store.view
    said = repr((settled.merged, settled.split, settled.joined, settled.apart, settled.copies, settled.independent))
    state = content_id("state", INFER_VERSION, encoder.name, said, *view.versions("read"))
    fresh = view.places.homeless()
    same = view.made_by("relate", "desk") == state and not view.places.is_emptied()
    known, placed_ = view.places.count()
    if same and not fresh and not (anew and placed_):
        return
    if same and not anew and known >= LARGE and placed_ + len(fresh) <= SHARE * known:
        for id_ in fresh:
            place(store, _report(view, id_), settled, encoder)
    else:
        _relate_all(store, settled, encoder, state)


def _relate_all(store: Store, settled: Settled, encoder: Encoder, state: str) -> None:
    view = store.view
    entities, report_of, known = _who(view, settled)
    captured = {capture.id: capture.captured for capture in records(view, Capture)}
    states = versions(records(view, Report), captured, settled, again=partial(_report, view))
    same = sorted(pair(version.of, version.report) for version in states)
    first = {id_: chain[0] for chain in chains(states) for id_ in chain}
    vectors = beginnings(store, records(view, Report), encoder)
    stories = group(
        records(view, Report), entities, report_of, vectors, versions=same, joined=settled.joined, apart=settled.apart
    )
    found: list[Derivation] = []
    for story in stories:
        told = [_report(view, id_) for id_ in story.reports]
        found += trace(story, told, settled, vectors=renderings(store, told, encoder), versions=first)
    with store.writer() as writer:
        writer.put_relations(Relations(entities, stories, tuple(found), states))
        writer.places.clear()
        if view.count("report") >= LARGE:
            writer.places.put_bearings(known)
            writer.places.put_likenesses(likeness(one, vectors.get(one.id)) for one in records(view, Report))
        writer.mark_done("relate", "desk", state)
        writer.forget("find", "desk")


def _who(view: View, settled: Settled) -> tuple[tuple[Entity, ...], dict[str, str], tuple[Bearing, ...]]:
    """Return who is named, the report of each mention, and on a large desk by what names new reports will join."""
    named = [named_of(view, report) for report in records(view, Report)]
    entities = resolve(named, settled)
    report_of = {m.id: one.report for one in named for m in one.mentions}
    if len(named) < LARGE:
        return entities, report_of, ()
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return entities, report_of, bearings(named, entity_of, {mention for two in settled.split for mention in two})


def _report(view: View, id_: str) -> Report:
    return cast(Report, view.get(id_))


def _touched(view: View, settled: Settled, made_by: str) -> list[str]:
    """Return the stories whose findings may be out of date: all of them after everything was related anew.

    Else those that have none yet, and those of the decisions that came or went.
    """
    state, *before = (view.made_by("find", "desk") or "never").split()
    if state != content_id("state", made_by):
        return view.ids("story")
    changed = {decision.id for decision, _ in settled.held}.symmetric_difference(before)
    subjects = (s for id_ in changed for s in cast(Decision, view.get(id_)).subjects)
    homes = {home[0] for subject in subjects if (home := view.places.home(subject.report)) is not None}
    return sorted(homes.union(view.unfound()))


def find(store: Store, story: Story, settled: Settled, encoder: Encoder) -> None:
    """Compare and align one story, unless nothing it rests on has changed."""
    told = store.view.rests_on(story.id)
    held = [decision.id for decision, ids in settled.held if not told.statements.isdisjoint(ids)]
    state = content_id("state", INFER_VERSION, encoder.name, *held, *told.seals)
    if store.view.made_by("compare", story.id) == state:
        return
    docket = docket_of(store.view, story, settled)
    made = align(docket, compare(docket, meanings(store, docket, encoder), settled), settled)
    findings = signed(made, settled)
    with store.writer() as writer:
        writer.put_findings(story.id, findings)
        writer.mark_done("compare", story.id, state)
