"""The desk: the one front door, for the command line, the web and scripts alike."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from careo import pipeline
from careo.engines.base import Engines
from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.engines.sentences import SentenceEncoder
from careo.errors import AnchorError, DeskError, NotFound, UsageError
from careo.model.codec import KINDS, Record, decode
from careo.model.decided import About, Decision, DecisionType, Subject
from careo.model.derived import Chain, Coverage, Trajectory
from careo.model.ids import decision_id
from careo.model.inferred import Claim, Discrepancy, Docket, Dossier, Entity, Findings, Story, Version
from careo.model.seen import Mention, Report, Skip, Statement
from careo.pipeline import Progress
from careo.render.html import page
from careo.render.jsonl import lines
from careo.runners import Here, Processes
from careo.settings import Settings
from careo.stages.assemble import assemble
from careo.stages.chains import chains
from careo.stages.coverage import coverage
from careo.stages.trajectories import trajectories
from careo.store.sqlite import SqliteStore, sqlite_version
from careo.text.lexicon import LANGUAGES
from careo.verify import Problem, verify
from careo.version import VERSION

_ABOUT: dict[str, tuple[About, ...]] = {
    "same": ("statement", "report"), "not_same": ("statement", "report"), "dismiss": ("statement",),
    "merge": ("mention",), "split": ("mention",), "copy": ("report",), "independent": ("report",),
}  # fmt: skip
"""Which kinds of record each decision may be about; `correct` waits for the slot editor and is refused."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a desk holds after a build."""

    captures: int
    new: int
    """Captures read in this run."""
    reports: int
    stories: int
    claims: int
    discrepancies: int
    skips: tuple[Skip, ...]
    """All that the desk could not use, from this run and before."""


class Desk:
    """A desk file and all that can be asked of it; a context manager.

    Args:
        path: the desk file, made if it is not there; `:memory:` keeps nothing.
        settings: limits and choices.
        engines: other engines than the built-in ones.
        create: whether to make the file; without it a missing file is an error.

    Raises:
        DeskError: if the file is missing (with `create=False`), is no desk, or is of a newer careo.
    """

    def __init__(
        self,
        path: str | Path = "careo.db",
        *,
        settings: Settings | None = None,
        engines: Engines | None = None,
        create: bool = True,
    ) -> None:
        if not create and not Path(path).is_file():
            raise DeskError(f"there is no desk at {path}; make one with: careo build INPUT --desk {path}")
        self.settings = settings or Settings()
        threads = 1 if self.settings.workers > 1 else None
        self.engines = engines or Engines(
            NeuralTagger(threads=threads), SentenceEncoder(), FileGazetteer(self.settings.gazetteer or None)
        )
        self._store = SqliteStore(path)
        self._view = self._store.view

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, type_: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the desk file."""
        self._store.close()

    def build(
        self,
        inputs: Sequence[str],
        *,
        progress: Callable[[Progress], None] | None = None,
        stdin: BinaryIO | None = None,
    ) -> Built:
        """Take in files, folders, patterns or standard input (`-`) and bring all findings up to date.

        Raises:
            UsageError: if an input is missing; nothing was read then.
            DeskError: if another process writes this desk.
        """
        workers = self.settings.workers
        runner = Here() if workers == 1 else Processes(workers)
        new = pipeline.run(
            self._store,
            inputs,
            settings=self.settings,
            engines=self.engines,
            runner=runner,
            watch=progress or _unwatched,
            stdin=stdin,
        )
        count = self._view.count
        numbers = (count("report"), count("story"), count("claim"), count("discrepancy"))
        return Built(count("capture"), new, *numbers, self.skips())

    def stories(self) -> tuple[Story, ...]:
        """Return the stories, those with most reports first."""
        return tuple(sorted(pipeline.records(self._view, Story), key=lambda s: (-len(s.reports), s.id)))

    def claims(self, story: str | None = None) -> tuple[Claim, ...]:
        """Return the claims, of one story or of all, those carried by most reports first."""
        found = [c for s in self._chosen(story) for c in pipeline.findings_of(self._view, s.id).claims]
        return tuple(sorted(found, key=lambda c: (-len(c.reports), -len(c.origins), c.id)))

    def discrepancies(self, story: str | None = None) -> tuple[Discrepancy, ...]:
        """Return the discrepancies, of one story or of all, sorted by kind and id."""
        found = [d for s in self._chosen(story) for d in pipeline.findings_of(self._view, s.id).discrepancies]
        return tuple(sorted(found, key=lambda d: (d.type, d.id)))

    def trajectories(self, story: str | None = None) -> tuple[Trajectory, ...]:
        """Return counts and series by date with every value of every reporter, of one story or of all."""
        return tuple(line for docket, found in self._compared(story) for line in trajectories(docket, found))

    def chains(self, story: str | None = None) -> tuple[Chain, ...]:
        """Return what became of each matter, stage by stage, with the gaps, of one story or of all."""
        return tuple(chain for docket, found in self._compared(story) for chain in chains(docket, found))

    def coverage(self, story: str | None = None) -> tuple[Coverage, ...]:
        """Return in which languages and outlets each claim stands and what it rests on, of one story or of all."""
        return tuple(one for docket, found in self._compared(story) for one in coverage(docket, found))

    def skips(self) -> tuple[Skip, ...]:
        """Return all that could not be used, and why."""
        return tuple(sorted(pipeline.records(self._view, Skip), key=lambda skip: (skip.input, skip.id)))

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many records of each kind there are, in the order of the export."""
        return tuple((kind, self._view.count(kind)) for kind in KINDS)

    def get(self, id_: str) -> Record:
        """Return a record by its id or an unmistakable beginning of it.

        Raises:
            NotFound: if there is none.
            UsageError: if several begin so.
        """
        record = self._view.get(id_)
        if record is not None:
            return record
        like = self._view.ids_like(id_)
        if len(like) > 1:
            raise UsageError(f"{id_} may be {', '.join(like)}; give more of it")
        found = self._view.get(like[0]) if like else None
        if found is None:
            raise NotFound(f"nothing in this desk is called {id_}; `careo stories` and `careo claims` list ids")
        return found

    def quote(self, report: str, start: int, end: int) -> str:
        """Return a report's own characters from start to end; raises NotFound for an unknown report."""
        found = self.get(report)
        if not isinstance(found, Report):
            raise NotFound(f"{report} is not a report")
        return found.text[start:end]

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return how a report differs from the version before it and the one after it, where there are such."""
        found = pipeline.records(self._view, Version)
        return tuple(version for version in found if report in (version.of, version.report))

    def dossier(self, story: str) -> Dossier:
        """Return a story laid out for reading; raises NotFound and UsageError as `get` does."""
        found = self._story(story)
        docket = pipeline.docket_of(self._view, found)
        return assemble(docket, pipeline.findings_of(self._view, found.id), self.skips())

    def page(self, story: str) -> str:
        """Return the dossier of a story as one self-contained, sealed HTML page."""
        return page(self.dossier(story), version=VERSION)

    def export(self) -> Iterator[str]:
        """Yield every record as a line of JSON, as documented in the reference of records."""
        entities = list(pipeline.records(self._view, Entity))
        entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
        who = {name.text: entity.id for entity in reversed(entities) for name in entity.names}
        states = dict(pipeline.settled_of(self._view).states)
        records = (record for kind in KINDS for record in self._view.records(kind))
        version_of = {version.report: version.of for version in pipeline.records(self._view, Version)}
        return lines(records, entity_of=entity_of, states=dict(states), who=who, version_of=version_of)

    def decide(
        self,
        type_: DecisionType,
        subjects: Sequence[str],
        *,
        reason: str,
        by: str,
        at: str,
    ) -> Decision:
        """Append a person's decision and bring the findings up to date with it.

        Args:
            type_: same, not_same (statements of one claim, reports of one story), dismiss (statements), merge,
                split (mentions), copy, independent (reports), withdraw (a decision).
            subjects: ids, or beginnings of ids; two for decisions on pairs.
            reason: why, in a sentence.
            by: who decides.
            at: when, ISO 8601 with offset.

        Raises:
            UsageError: if the subjects do not fit the type, or a reason is missing.
            NotFound: if a subject is not in the desk.
        """
        if type_ not in _ABOUT and type_ != "withdraw":
            raise UsageError(f"{type_} cannot be decided yet; choose {', '.join(sorted(_ABOUT))} or withdraw")
        if not reason.strip():
            raise UsageError("a decision needs a reason")
        decision = self._decision(type_, [self.get(id_) for id_ in subjects], (reason, by, at))
        with self._store.writer() as writer:
            writer.append(decision)
        pipeline.infer(self._store, self.engines, _unwatched)
        return decision

    def adopt(self, lines: Iterable[str]) -> tuple[Decision, ...]:
        """Append decisions made at another desk and bring the findings up to date with them.

        Args:
            lines: lines of an export, in its order; records of other kinds are passed over.

        Returns:
            The decisions that this desk did not have. One about a record that is not here is kept as orphaned, and
            holds as soon as the record is there.

        Raises:
            UsageError: if a line is no record of an export, or a decision was changed after it was made.
        """
        known = set(self._view.ids("decision"))
        new = tuple({one.id: one for one in _decisions(lines) if one.id not in known}.values())
        with self._store.writer() as writer:
            for decision in new:
                writer.append(decision)
        pipeline.infer(self._store, self.engines, _unwatched)
        return new

    def verify(self) -> tuple[Problem, ...]:
        """Return every misfit between bytes, texts, ids, quotations and findings; empty means intact."""
        return tuple(verify(self._view))

    def doctor(self) -> tuple[tuple[str, str], ...]:
        """Return what a person who helps would ask first: versions, languages, counts, skips, orphaned decisions."""
        states = pipeline.settled_of(self._view).states
        orphaned = sorted(id_ for id_, state in states if state == "orphaned")
        skipped = Counter(skip.stage for skip in self.skips())
        return (
            ("careo", VERSION),
            ("python", sys.version.split()[0]),
            ("sqlite", sqlite_version),
            ("desk", self._store.path),
            ("languages with rules", ", ".join(LANGUAGES)),
            ("tagger", self.engines.tagger.name),
            ("encoder", self.engines.encoder.name),
            ("records", ", ".join(f"{count} {kind}" for kind, count in self.counts() if count) or "none"),
            ("skipped", ", ".join(f"{count} at {stage}" for stage, count in sorted(skipped.items())) or "nothing"),
            ("orphaned decisions", ", ".join(orphaned) or "none"),
        )

    def _decision(self, type_: DecisionType, records: Sequence[Record], said: tuple[str, str, str]) -> Decision:
        withdraws: str | None = None
        if type_ == "withdraw":
            if len(records) != 1 or not isinstance(records[0], Decision):
                raise UsageError("withdraw takes the id of one decision")
            withdraws, about, records = records[0].id, records[0].about, ()
        else:
            kinds = {type(record).__name__.lower() for record in records}
            least = 1 if type_ == "dismiss" else 2
            fitting = [one for one in _ABOUT[type_] if kinds == {one}]
            if not fitting or len(records) < least:
                need = f"{'one' if least == 1 else 'two'} or more {' or '.join(_ABOUT[type_])} ids"
                raise UsageError(f"{type_} takes {need}, not {', '.join(sorted(kinds)) or 'none'}")
            about = fitting[0]
        subjects = tuple(sorted((self._subject(record) for record in records), key=lambda s: s.id))
        draft = Decision("", type_, about, subjects, None, None, *said, withdraws)
        return replace(draft, id=decision_id(draft))

    def _subject(self, record: Record) -> Subject:
        assert isinstance(record, Report | Mention | Statement)
        if isinstance(record, Report):
            return Subject(record.id, record.id, 0, 0, "")
        place = record.trigger if isinstance(record, Statement) else record
        quote = self.quote(record.report, place.start, place.end)
        return Subject(record.id, record.report, place.start, place.end, quote)

    def _story(self, story: str) -> Story:
        found = self.get(story)
        if not isinstance(found, Story):
            raise NotFound(f"{story} is a {type(found).__name__.lower()}, not a story; `careo stories` lists them")
        return found

    def _compared(self, story: str | None) -> Iterator[tuple[Docket, Findings]]:
        for found in self._chosen(story):
            yield pipeline.docket_of(self._view, found), pipeline.findings_of(self._view, found.id)

    def _chosen(self, story: str | None) -> tuple[Story, ...]:
        return self.stories() if story is None else (self._story(story),)


def _unwatched(progress: Progress) -> None:
    """Pass over progress nobody asked for."""


def _decisions(lines: Iterable[str]) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=1):
        try:
            fields = json.loads(line) if line.strip() else {"kind": None}
            decision = decode(fields) if fields["kind"] == "decision" else None
        except (ValueError, TypeError, KeyError, RecursionError, AnchorError) as error:
            raise UsageError(f"line {number} is no record; take a file that `careo export` wrote") from error
        if not isinstance(decision, Decision):
            continue
        if decision.id != decision_id(decision):
            raise UsageError(f"line {number}: {decision.id} was changed after it was made; decide it anew")
        yield decision
