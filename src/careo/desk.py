"""The desk: the one front door, for the command line, the web and scripts alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TypeVar, cast

from careo import exports, laid, pipeline
from careo.called import called
from careo.doctor import doctor
from careo.engines.base import Engines
from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.engines.sentences import SentenceEncoder
from careo.errors import DeskError, NotFound, UsageError
from careo.gather import gather
from careo.ledger.corrections import correction
from careo.ledger.decisions import check_type, drafted, foreign, of_kind, said
from careo.made import manifest_of
from careo.model.codec import KINDS, Record
from careo.model.decided import Decision, DecisionType, Standing
from careo.model.derived import Chain, Coverage, Trajectory
from careo.model.inferred import Claim, Discrepancy, Docket, Dossier, Findings, Story, Version
from careo.model.made import Built
from careo.model.seen import Report, Skip, Statement
from careo.model.snapshot import Snapshot
from careo.pipeline import Progress
from careo.render.export.pieces import Piece
from careo.render.page.html import page
from careo.render.sealing.manifest import program
from careo.render.sealing.seal import check_page
from careo.render.wording.speech import Tongue
from careo.runners import Here, Processes
from careo.search import Hit, search, spellings
from careo.settings import Settings
from careo.snapshots import COMPARED, snapshot_of
from careo.stages.chains import chains
from careo.stages.coverage import coverage
from careo.stages.trajectories import trajectories
from careo.store.sqlite import SqliteStore
from careo.text.lexicon import LANGUAGES
from careo.text.times.edtf import dated_first
from careo.verify import Originals, Problem, against, beside, verify
from careo.version import VERSION

Kind = TypeVar("Kind", bound=Record)


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
        settle: bool = False,
    ) -> Built:
        """Take in files, folders, patterns or standard input (`-`) and bring all findings up to date.

        On a large desk a few new reports are put in their places; with `settle`, all are looked at together anew.

        Raises:
            UsageError: if an input is missing; nothing was read then.
            DeskError: if another process writes this desk.
        """
        new = pipeline.run(
            self._store,
            inputs,
            settings=self.settings,
            engines=self.engines,
            runner=Here() if self.settings.workers == 1 else Processes(self.settings.workers),
            watch=progress or _unwatched,
            stdin=stdin,
            anew=settle,
        )
        count = self._view.count
        numbers = (count("report"), count("story"), count("claim"), count("discrepancy"))
        lacks = (self._view.lacking("publisher"), self._view.lacking("published"))
        return Built(count("capture"), new, *numbers, *lacks, self.skips(), self._view.places.count()[1])

    def reports(self, story: str | None = None) -> tuple[Report, ...]:
        """Return the reports, of one story or of all, the earliest first, those without a date last."""
        ids = self._view.ids("report") if story is None else self._story(story).reports
        reports = (cast(Report, self._view.get(id_)) for id_ in ids)
        return tuple(sorted(reports, key=lambda report: dated_first(report.date, report.id)))

    def told(self, report: str) -> int | None:
        """Return how many statements a report makes; `None` where there are no rules for its language."""
        found = self.get(report)
        known = isinstance(found, Report) and found.language in LANGUAGES
        return sum(1 for _ in self._view.of_report("statement", found.id)) if known else None

    def search(self, phrases: Sequence[str], *, language: str | None = None, literally: bool = False) -> Iterator[Hit]:
        """Yield the sentences that have all the phrases, case and accents aside; a word may go on.

        Args:
            phrases: each one word, or several that follow each other; a name finds its other spellings too.
            language: only reports in this language, BCP 47.
            literally: no other spellings.

        Raises:
            UsageError: if a phrase has no letter or digit.
        """
        return search(self._view, phrases, language=language, literally=literally)

    def spellings(self, phrase: str) -> tuple[str, ...]:
        """Return the other names of what some report calls so, in any language, sorted."""
        return spellings(self._view, phrase)

    def stories(self) -> tuple[Story, ...]:
        """Return the stories, those with most reports first."""
        return tuple(sorted(self.records(Story), key=lambda s: (-len(s.reports), s.id)))

    def claims(self, story: str | None = None) -> tuple[Claim, ...]:
        """Return the claims, of one story or of all, those of most independent origins first."""
        found = [c for s in self._chosen(story) for c in laid.findings_of(self._view, s.id).claims]
        return tuple(sorted(found, key=lambda c: (-len(c.origins), -len(c.reports), c.id)))

    def discrepancies(self, story: str | None = None, *, dismissed: bool = False) -> tuple[Discrepancy, ...]:
        """Return the discrepancies, of one story or of all, sorted by kind and id.

        Those that a person set aside are left out unless `dismissed` is asked for.
        """
        found = [d for s in self._chosen(story) for d in laid.findings_of(self._view, s.id).discrepancies]
        return tuple(sorted((d for d in found if dismissed or not d.dismissed), key=lambda d: (d.type, d.id)))

    def decisions(self, id_: str | None = None) -> tuple[Decision, ...]:
        """Return the decisions that hold, about one record or all, in the order they were made."""
        held = laid.settled_of(self._view).held
        return tuple(decision for decision, ids in held if id_ is None or id_ in ids)

    def standings(self) -> tuple[tuple[Decision, Standing], ...]:
        """Return every decision ever made, in that order, with what became of it: in force, superseded ..."""
        return tuple(laid.standings(self._view))

    def trajectories(self, story: str | None = None) -> tuple[Trajectory, ...]:
        """Return counts and series by date with every value of every reporter, of one story or of all."""
        return tuple(line for docket, found in self._compared(story) for line in trajectories(docket, found))

    def chains(self, story: str | None = None) -> tuple[Chain, ...]:
        """Return what became of each matter, stage by stage, with the gaps, of one story or of all."""
        return tuple(chain for docket, found in self._compared(story) for chain in chains(docket, found))

    def coverage(self, story: str | None = None) -> tuple[Coverage, ...]:
        """Return in which languages and outlets each claim stands and what it rests on, of one story or of all."""
        return tuple(one for docket, found in self._compared(story) for one in coverage(docket, found))

    def records(self, class_: type[Kind]) -> Iterator[Kind]:
        """Yield every record of one class (`Report`, `Statement` ...), sorted by id; decisions as they were made."""
        return laid.records(self._view, class_)

    def skips(self) -> tuple[Skip, ...]:
        """Return all that could not be used, and why."""
        return tuple(sorted(self.records(Skip), key=lambda skip: (skip.input, skip.id)))

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return how many records of each kind there are, in the order of the export."""
        return tuple((kind, self._view.count(kind)) for kind in KINDS)

    def get(self, id_: str) -> Record:
        """Return a record by its id or an unmistakable beginning of it.

        Raises:
            NotFound: if there is none.
            UsageError: if several begin so.
        """
        return called(self._view, id_)

    def record(self, class_: type[Kind], id_: str) -> Kind:
        """Return what `get` does, as a record of one class (`Report`, `Statement` ...).

        Raises:
            NotFound: if there is none, or it is of another class.
            UsageError: if several begin so.
        """
        found = self.get(id_)
        if not isinstance(found, class_):
            raise NotFound(f"{id_} is not a {class_.__name__.lower()}")
        return found

    def quote(self, report: str, start: int, end: int) -> str:
        """Return a report's own characters from start to end; raises NotFound for an unknown report."""
        return self.record(Report, report).text[start:end]

    def versions(self, report: str) -> tuple[Version, ...]:
        """Return how a report differs from the version before it and the one after it, where there are such."""
        return tuple(version for version in self.records(Version) if report in (version.of, version.report))

    def dossier(self, story: str) -> Dossier:
        """Return a story laid out for reading; raises NotFound and UsageError as `get` does."""
        return exports.dossier(self._view, self._story(story))

    def page(self, story: str, *, tongue: Tongue = "en") -> str:
        """Return the dossier of a story as one self-contained, sealed HTML page, its interface in one language."""
        return page(self.dossier(story), version=VERSION, tongue=tongue, manifest=manifest_of(self._view))

    def snapshot(self) -> Snapshot:
        """Return the state of this desk, to be compared with another one: `careo.diff.diff`."""
        records = (record for kind in COMPARED for record in self._view.records(kind))
        made = manifest_of(self._view)
        return snapshot_of(records, program(made.read_by, made.compared_by))

    def export(self, story: str | None = None) -> Iterator[str]:
        """Yield every record as a line of JSON, as documented in the reference of records.

        What follows from the claims (trajectories, chains, coverage) comes last.

        Args:
            story: id of a story, or the beginning of one; only its records then.

        Raises:
            NotFound: if the story is not in the desk.
        """
        return exports.records(self._view, self.stories(), None if story is None else self._story(story))

    def pieces(self, format_: str, *, story: str | None = None) -> Iterator[Piece]:
        """Yield the files of an export in one of the formats, of one story or of all; nothing is written.

        Args:
            format_: `jsonl` for the lines of `export`, or one of those that `careo export --help` lists.
            story: id of a story, or the beginning of one.

        Raises:
            UsageError: if there is no such format, the package it needs is not installed, or there is no story.
            NotFound: if the story is not in the desk.
        """
        if format_ == exports.JSONL:
            return iter([exports.as_piece(self.export(story))])
        return exports.pieces(self._view, self._chosen(story), format_)

    def check(self, format_: str, *, story: str | None = None) -> tuple[str, ...]:
        """Return what the reader of a format's own field would lose of an export; empty where nothing is lost.

        Raises:
            UsageError: if the format has no such check, its package is not installed, or there is no story.
            NotFound: if the story is not in the desk.
        """
        return exports.check(self._view, self._chosen(story), format_)

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
            type_: same, not_same (statements of one claim, reports of one story), dismiss (statements, or one
                discrepancy), merge, split (mentions), copy, independent (reports), withdraw (a decision).
            subjects: ids, or beginnings of ids; two for decisions on pairs.
            reason: why, in a sentence.
            by: who decides.
            at: when, ISO 8601 with offset.

        Raises:
            UsageError: if the subjects do not fit the type, or a reason is missing.
            NotFound: if a subject is not in the desk.
        """
        check_type(type_)
        word = said(reason, by, at)
        (decision,) = self._append(drafted(self._view, type_, [self.get(id_) for id_ in subjects], word))
        return decision

    def correct(
        self, statement: str, slot: str, value: str, *, words: str | None = None, reason: str, by: str, at: str
    ) -> Decision:
        """Append a person's value for one slot of a statement; what was read stays, the value is laid over it.

        Args:
            statement: id of the statement, or the beginning of one; of a discrepancy with the slot `kind`.
            slot: `figure:killed`, `time`, `place`, `actor:victim`, `attribution`, `polarity`, `modality`, `type`,
                `role` or `measure`.
            value: a figure or date, in words or as claims show it; a name as the report has it; one word of the slot's
                list; or `unknown`, which takes the slot out.
            words: the words of the report that are meant, where the slot alone could mean several or none.
            reason: why, in a sentence.
            by: who decides.
            at: when, ISO 8601 with offset.

        Raises:
            UsageError: if slot, value or words do not fit the statement, or a reason is missing.
            NotFound: if the statement is not in the desk.
        """
        found, word = self.get(statement), said(reason, by, at)
        if isinstance(found, Discrepancy) and slot == "kind" and words is None:
            return self._append(of_kind(self._view, found, value, word))[0]
        if not isinstance(found, Statement):
            raise UsageError(f"correct takes a statement, or a discrepancy and `kind`, not {found.id} and {slot}")
        return self._append(correction(self._view, found, slot, value, words=words, said=word))[0]

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
        return self._append(*foreign(self._view, lines))

    def verify(self, originals: Sequence[str] = ()) -> tuple[Problem, ...]:
        """Return every misfit between seals, bytes, texts, ids, quotations and findings; empty means intact.

        Args:
            originals: the files and folders the desk was built from, to be compared with the bytes it keeps.

        Raises:
            UsageError: if an original is missing altogether.
        """
        return (*verify(self._view), *(self.originals(originals).problems if originals else ()))

    def originals(self, paths: Sequence[str]) -> Originals:
        """Return how many inputs have the bytes that this desk keeps, and which not; raises UsageError as `build`."""
        return against(self._view, gather(paths, self.settings))

    def verify_page(self, page: str) -> tuple[Problem, ...]:
        """Return what is wrong with a page, and where it does not say what this desk's texts and bytes say."""
        own = tuple(Problem(item, what) for item, what in check_page(page))
        return own or tuple(beside(self._view, page))

    def doctor(self) -> tuple[tuple[str, str], ...]:
        """Return what a person who helps would ask first: versions, languages, counts, skips, orphaned decisions."""
        return doctor(self._view, self._store.path, self.engines)

    def _append(self, *decisions: Decision) -> tuple[Decision, ...]:
        with self._store.writer() as writer:
            for decision in decisions:
                writer.append(decision)
        pipeline.infer(self._store, self.engines, _unwatched)
        return decisions

    def _story(self, story: str) -> Story:
        found = self.get(story)
        if not isinstance(found, Story):
            raise NotFound(f"{story} is a {type(found).__name__.lower()}, not a story; `careo stories` lists them")
        return found

    def _compared(self, story: str | None) -> Iterator[tuple[Docket, Findings]]:
        settled = laid.settled_of(self._view)
        for found in self._chosen(story):
            yield laid.docket_of(self._view, found, settled), laid.findings_of(self._view, found.id)

    def _chosen(self, story: str | None) -> tuple[Story, ...]:
        return self.stories() if story is None else (self._story(story),)


def _unwatched(progress: Progress) -> None:
    """Pass over progress nobody asked for."""
