"""A story of `eval.accounts` on a desk of its own: what careo made of it, line by line. Built once a run."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from careo import Capture, Claim, Desk, Discrepancy, Report, Statement
from careo.engines.base import Engines, Vector
from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.engines.sentences import SentenceEncoder
from careo.laid import docket_of, findings_of, settled_of
from careo.model.inferred import Docket, Judgement
from eval.accounts import MATTERS, OWN, Account, Line, Sheet, mixed, own
from eval.fold import folded


@dataclass(frozen=True, slots=True)
class Laid:
    """A story with careo's findings."""

    account: Account
    docket: Docket
    """All records of the desk, as if they were one story."""
    story_of: Mapping[str, str]
    """Sheet to the story that careo put it in by itself."""
    line_of: Mapping[str, Line]
    """Statement to the line it stands in; one that stands in none is not here."""
    statements: Mapping[str, Statement]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    judgements: tuple[Judgement, ...]
    vectors: Mapping[Line, Vector]


@cache
def laid_mixed(data: Path) -> tuple[Laid, ...]:
    """Return the stories of `ntrex_gold`, laid out; raises SetMissing where they are not there."""
    return tuple(lay(mixed(data)))


@cache
def laid_own(folder: Path = OWN) -> tuple[Laid, ...]:
    """Return the stories of our own, laid out."""
    return tuple(lay(own(folder)))


def laid_bundled() -> tuple[Laid, ...]:
    """Return all stories of our own: those told once, and the matters followed over days."""
    return (*laid_own(), *laid_own(MATTERS))


def lay(accounts: Iterable[Account]) -> Iterator[Laid]:
    """Yield each story with what careo makes of it."""
    engines = Engines(NeuralTagger(), SentenceEncoder(), FileGazetteer())
    for account in accounts:
        with TemporaryDirectory() as folder, Desk(":memory:", engines=engines) as desk:
            for sheet in account.reports:
                _write(Path(folder), sheet)
            desk.build([folder])
            story_of = {sheet: story.id for story in desk.stories() for sheet in _sheets(desk, story.reports)}
            if account.joined:
                _join(desk)
            yield _laid(account, desk, story_of)


def _sheets(desk: Desk, reports: Iterable[str]) -> list[str]:
    """Return the sheets that some reports were read from."""
    found = [desk.record(Report, report) for report in reports]
    return [Path(desk.record(Capture, report.capture).origin).stem for report in found]


def _join(desk: Desk) -> None:
    """Bring all reports into one story, as a person who knows that they are one would."""
    parted = [story.reports[0] for story in desk.stories()]
    for other in parted[1:]:
        desk.decide("same", (parted[0], other), reason="one story", by="the gold", at="2020-01-01T00:00:00Z")


def _write(folder: Path, sheet: Sheet) -> None:
    """Write a report: as a record where its day is known, else as plain text."""
    lines = [line for _, line in sheet.lines]
    if not sheet.published:
        (folder / f"{sheet.id}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        return
    title, text = (lines[0], lines[1:]) if sheet.headline else ("", lines)
    fields = {"title": title, "text": "\n\n".join(text), "date": sheet.published, "source": sheet.outlet}
    (folder / f"{sheet.id}.json").write_text(json.dumps(fields), encoding="utf-8")


def _laid(account: Account, desk: Desk, story_of: Mapping[str, str]) -> Laid:
    view = desk._store.view  # all reports as one story: a docket that no desk is asked for
    statements = {statement.id: statement for statement in desk.records(Statement)}
    reports = {report.id: report for report in desk.records(Report)}
    stories = desk.stories()
    sheets = {sheet.id: sheet for sheet in account.reports}
    lines = {id_: _begins(report.text, sheets[_sheets(desk, [id_])[0]]) for id_, report in reports.items()}
    judged = (judgement for story in stories for judgement in findings_of(view, story.id).judgements)
    whole = replace(stories[0], reports=tuple(sorted(reports)))
    encoder = desk.engines.encoder
    numbered = [((sheet.id, number), line) for sheet in account.reports for number, line in sheet.lines]
    vectors = encoder.encode([line for _, line in numbered])
    return Laid(
        account=account,
        docket=docket_of(view, whole, settled_of(view)),
        story_of=story_of,
        line_of={s.id: line for s in statements.values() if (line := _line(lines[s.report], s)) is not None},
        statements=statements,
        claims=desk.claims(),
        discrepancies=desk.discrepancies(),
        judgements=tuple(judged),
        vectors=dict(zip((line for line, _ in numbered), vectors, strict=True)),
    )


def _begins(text: str, sheet: Sheet) -> list[tuple[int, Line]]:
    """Return where each line of a sheet begins in the report's text, in order; a line that is not there is left out."""
    found: list[tuple[int, Line]] = []
    left = list(sheet.lines)
    at = 0
    for row in text.split("\n"):
        hit = next((n for n, (_, line) in enumerate(left) if folded(line) == folded(row)), None)
        if hit is not None:
            found.append((at, (sheet.id, left[hit][0])))
            left = left[hit + 1 :]
        at += len(row) + 1
    return found


def _line(begins: list[tuple[int, Line]], statement: Statement) -> Line | None:
    before = [line for at, line in begins if at <= statement.start]
    return before[-1] if before else None
