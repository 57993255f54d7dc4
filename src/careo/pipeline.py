"""The order of the work, readable top to bottom. What is done already is not done again, so a broken run goes on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, BinaryIO, TypeVar, cast

import numpy as np

from careo.engines.base import Encoder, Engines, Vector
from careo.errors import InputError
from careo.gather import gather
from careo.made import limits
from careo.model.codec import Record
from careo.model.decided import Decision, Subject
from careo.model.ids import content_id, origin_of, place, skip_id
from careo.model.inferred import (
    Claim,
    Derivation,
    Discrepancy,
    Docket,
    Entity,
    Findings,
    Judgement,
    Relations,
    Story,
    Version,
)
from careo.model.seen import Capture, Mention, Reading, Received, Report, Skip, Statement
from careo.readers.guard import parse
from careo.runners import Runner
from careo.settings import Settings
from careo.stages.align import align
from careo.stages.annotate import annotate
from careo.stages.compare import compare
from careo.stages.corrected import corrected
from careo.stages.extract import extract
from careo.stages.group import group
from careo.stages.kinship import Meanings, words_in
from careo.stages.partition import pair
from careo.stages.read import read
from careo.stages.resolve import NAMED, Named, resolve
from careo.stages.settle import Settled, settle
from careo.stages.signed import signed
from careo.stages.trace import trace
from careo.stages.versions import chains, versions
from careo.store.base import Store, View
from careo.text.languages import without_rules
from careo.text.lexicon import LANGUAGES
from careo.text.offices import is_definite
from careo.text.passages import passages
from careo.text.sentences import split

READ_VERSION = "read/3 annotate/4 extract/4"
"""Raise a number when its stage would give other records from the same bytes: the work is then done anew."""
INFER_VERSION = "resolve/4 versions/1 group/3 trace/3 compare/4 align/3"

_OPENING = 4
"""Sentences of a report's beginning: with 4 of them pairs of one story were found at F1 .45, with all at .39."""
_BATCH = 200
_BATCH_OF_WORDS = 2000
"""Sentences and words encoded between two writings: a second of work, so little is lost when the run is killed."""

Kind = TypeVar("Kind", bound=Record)


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
) -> int:
    """Take in the inputs and bring everything in the desk up to date; return how many captures were read.

    Raises:
        UsageError: if an input is missing or no input at all.
        DeskError: if another process is writing.
    """
    places = engines.gazetteer.name if engines.gazetteer is not None else "no places"
    made_by = f"{READ_VERSION} {engines.tagger.name} {places}"
    fresh = _pending(store, gather(inputs, settings, stdin=stdin), made_by)
    done = 0
    for done, (received, reading) in enumerate(
        runner.map(partial(understand, settings=settings, engines=engines), fresh), start=1
    ):
        with store.writer() as writer:
            writer.put_reading(received, reading)
            writer.mark_done("read", received.capture.id, made_by)
        watch(Progress("read", done, None))
    infer(store, engines, watch)
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
    for capture in list(records(store.view, Capture)):
        if capture.id not in handed and store.view.made_by("read", capture.id) != made_by:
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
    where = place(capture.origin, capture.member)
    return Skip(skip_id(stage, where, reason), cast(Any, stage), where, reason)


def infer(store: Store, engines: Engines, watch: Watch) -> None:
    """Bring entities, stories, derivations and findings up to date with what was read and decided."""
    settled = settled_of(store.view)
    relate(store, settled, engines.encoder)
    stories = list(records(store.view, Story))
    for done, story in enumerate(stories, start=1):
        find(store, story, settled, engines.encoder)
        watch(Progress("compare", done, len(stories)))
    _remember(store, "infer", f"{INFER_VERSION} {engines.encoder.name}")


def relate(store: Store, settled: Settled, encoder: Encoder) -> None:
    """Who is who, which reports belong together, who took from whom: anew if a report or decision came or went."""
    view = store.view
    readers = view.versions("read")
    said = repr((settled.merged, settled.split, settled.joined, settled.apart, settled.copies, settled.independent))
    state = content_id("state", INFER_VERSION, encoder.name, said, *readers, *view.ids("report"))
    if view.made_by("relate", "desk") == state:
        return
    reports = list(records(view, Report))
    named = [Named(r.id, r.language, (*_names(view, r.id), *_roles(view, r))) for r in reports]
    entities = resolve(named, settled)
    report_of = {m.id: one.report for one in named for m in one.mentions}
    captured = {capture.id: capture.captured for capture in records(view, Capture)}
    states = versions(reports, captured, settled)
    same = sorted(pair(version.of, version.report) for version in states)
    first = {id_: chain[0] for chain in chains(states) for id_ in chain}
    vectors = beginnings(store, reports, encoder)
    stories = group(reports, entities, report_of, vectors, versions=same, joined=settled.joined, apart=settled.apart)
    by_id = {report.id: report for report in reports}
    found: list[Derivation] = []
    for story in stories:
        told = [by_id[id_] for id_ in story.reports]
        found += trace(story, told, settled, vectors=renderings(store, told, encoder), versions=first)
    with store.writer() as writer:
        writer.put_relations(Relations(entities, stories, tuple(found), states))
        writer.mark_done("relate", "desk", state)


def find(store: Store, story: Story, settled: Settled, encoder: Encoder) -> None:
    """Compare and align one story, unless nothing it rests on has changed."""
    docket = docket_of(store.view, story, settled)
    state = _state(docket, settled, encoder)
    if store.view.made_by("compare", story.id) == state:
        return
    made = align(docket, compare(docket, meanings(store, docket, encoder), settled), settled)
    findings = signed(made, settled)
    with store.writer() as writer:
        writer.put_findings(story.id, findings)
        writer.mark_done("compare", story.id, state)


def beginnings(store: Store, reports: Sequence[Report], encoder: Encoder) -> dict[str, Vector]:
    """Return, by report, the unit vector of its first sentences: the mean of theirs."""
    texts = {report.id: opening(report) for report in reports}
    known = encoded(store, (text for found in texts.values() for text in found), encoder)
    return {id_: mean_of([known[text] for text in found]) for id_, found in texts.items() if found}


def opening(report: Report) -> tuple[str, ...]:
    """Return the first sentences of a report."""
    return tuple(islice(_sentences(report), _OPENING))


def mean_of(vectors: Sequence[Vector]) -> Vector:
    """Return the unit vector between some."""
    mean = np.mean(vectors, axis=0)
    unit: Vector = (mean / np.linalg.norm(mean)).astype(np.float32)
    return unit


def _sentences(report: Report) -> Iterator[str]:
    for part in report.parts:
        if part.role in ("headline", "lead", "body"):
            for start, end in split(report.text, report.language, part.start, part.end):
                yield report.text[start:end]


def renderings(store: Store, reports: Sequence[Report], encoder: Encoder) -> dict[str, Vector]:
    """Return the vector of each sentence of a story's reports; a report alone took nothing from another."""
    if len(reports) < 2:
        return {}
    return encoded(store, (passage.text for report in reports for passage in passages(report)), encoder)


def meanings(store: Store, docket: Docket, encoder: Encoder) -> Meanings:
    """Return the vectors of the statements' sentences and of the words in them; a report alone is not compared."""
    if len(docket.reports) < 2:
        return Meanings({}, {})
    text = {report.id: report.text for report in docket.reports}
    sentences = {s.id: text[s.report][s.start : s.end] for s in docket.statements}
    known = encoded(store, sentences.values(), encoder)
    words = {word for sentence in known for word in words_in(sentence)}
    meant = encoded(store, words, encoder, batch=_BATCH_OF_WORDS)
    return Meanings({id_: known[sentence] for id_, sentence in sentences.items()}, meant)


def encoded(store: Store, sentences: Iterable[str], encoder: Encoder, *, batch: int = _BATCH) -> dict[str, Vector]:
    """Return a vector for each sentence; what was encoded before is taken from the desk's cache."""
    keys = {sentence: content_id("vector", encoder.name, sentence) for sentence in sorted(set(sentences))}
    known = {s: np.frombuffer(data, np.float32) for s, key in keys.items() if (data := store.view.vector(key))}
    missing = [sentence for sentence in keys if sentence not in known]
    for at in range(0, len(missing), batch):
        some = missing[at : at + batch]
        with store.writer() as writer:
            for sentence, vector in zip(some, encoder.encode(some), strict=True):
                writer.put_vector(keys[sentence], vector.tobytes())
                known[sentence] = vector
    return known


def docket_of(view: View, story: Story, settled: Settled) -> Docket:
    """Lay one story's records ready, a person's corrections laid over the statements."""
    reports = tuple(cast(Report, view.get(id_)) for id_ in story.reports)
    named = {e.id: cast(Entity, e) for report in reports for e in view.of_report("entity", report.id)}
    return Docket(
        story=story,
        reports=reports,
        captures=tuple(cast(Capture, view.get(id_)) for id_ in sorted({r.capture for r in reports})),
        mentions=tuple(m for r in reports for m in _told(view, r.id)),
        statements=corrected(
            (cast(Statement, s) for r in reports for s in view.of_report("statement", r.id)), settled.corrections
        ),
        entities=tuple(named[id_] for id_ in sorted(named)),
        derivations=tuple(cast(Derivation, d) for d in view.of_story("derivation", story.id)),
        versions=tuple(cast(Version, v) for v in view.of_story("version", story.id)),
    )


def findings_of(view: View, story: str) -> Findings:
    """Return what comparing one story brought."""
    return Findings(
        tuple(cast(Judgement, j) for j in view.of_story("judgement", story)),
        tuple(cast(Claim, c) for c in view.of_story("claim", story)),
        tuple(cast(Discrepancy, d) for d in view.of_story("discrepancy", story)),
    )


def settled_of(view: View) -> Settled:
    """Return which decisions hold in this desk."""
    return settle(list(records(view, Decision)), partial(_present, view))


def overruled(view: View, settled: Settled) -> list[str]:
    """Return the ids of decisions that hold and cannot be followed: a later or a dividing word stands against them."""
    claims = {id_: claim.id for claim in records(view, Claim) for id_ in claim.statements}
    stories = {id_: story.id for story in records(view, Story) for id_ in story.reports}
    homes = {"statement": claims, "report": stories}
    return sorted(
        decision.id
        for decision, ids in settled.held
        if decision.type == "same" and len({homes[decision.about].get(id_) for id_ in ids}) > 1
    )


def _present(view: View, subject: Subject) -> str | None:
    """Find a decision's subject by id, else by the identical quotation at the identical place in the same report."""
    report = view.get(subject.report)
    if not isinstance(report, Report) or report.text[subject.start : subject.end] != subject.quote:
        return None
    if view.get(subject.id) is not None:
        return subject.id
    place = subject.start, subject.end
    for mention in view.of_report("mention", report.id):
        if subject.id.startswith("mention") and (mention.start, mention.end) == place:  # type: ignore[union-attr]
            return mention.id
    for statement in view.of_report("statement", report.id):
        trigger = cast(Statement, statement).trigger
        if subject.id.startswith("statement") and (trigger.start, trigger.end) == place:
            return statement.id
    return None


def records(view: View, class_: type[Kind]) -> Iterator[Kind]:
    """Yield every record of one class, sorted by id (decisions in the order they were made)."""
    return cast(Iterator[Kind], view.records(class_.__name__.lower()))


def _names(view: View, report: str) -> Iterator[Mention]:
    return (m for m in cast(Iterator[Mention], view.of_report("mention", report)) if m.type in NAMED)


def _told(view: View, report: str) -> Iterator[Mention]:
    """Yield the names, figures and dates of a report."""
    kept = {*NAMED, "figure", "date"}
    return (m for m in cast(Iterator[Mention], view.of_report("mention", report)) if m.type in kept)


def _roles(view: View, report: Report) -> Iterator[Mention]:
    """Yield the role nouns that speak of somebody the report tells of: those beside a name, and "the ambassador"."""
    for mention in cast(Iterator[Mention], view.of_report("mention", report.id)):
        if mention.type == "role" and (mention.of or is_definite(report.text, report.language, mention.start)):
            yield mention


def _state(docket: Docket, settled: Settled, encoder: Encoder) -> str:
    """Name all that a story's findings rest on: its records and every decision about its statements that holds."""
    told = {statement.id for statement in docket.statements}
    held = [decision.id for decision, ids in settled.held if not told.isdisjoint(ids)]
    records_ = (
        docket.story,
        *docket.reports,
        *docket.statements,
        *docket.entities,
        *docket.derivations,
        *docket.versions,
    )
    return content_id("state", INFER_VERSION, encoder.name, *held, *(repr(record) for record in records_))
