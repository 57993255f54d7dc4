"""The dossiers as tables: a row a statement, a claim and witness, a value that differs, a figure, a name, a report."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from careo.model.inferred import Claim, DiscrepancyType, Dossier, Slot
from careo.model.seen import Report, Statement
from careo.render.export.fillers import CreditCell, SlotCell
from careo.render.export.lookup import Lookup, lookup
from careo.render.export.rows import (
    DifferenceRow,
    FigureRow,
    ReportRow,
    Row,
    SkipRow,
    SpellingRow,
    StatementRow,
    StepRow,
    WitnessRow,
)
from careo.render.wording.words import DISCREPANCIES


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the export."""

    name: str
    row: type[Row]
    """What a row holds: its fields are the columns."""
    rows: Callable[[Iterable[Dossier]], Iterator[Row]]
    """Makes the rows, in an order that the dossiers alone settle."""


def statements(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a statement, in the order of the reports."""
    for look in map(lookup, dossiers):
        for statement in look.dossier.statements:
            yield _statement(look, statement, look.index.report(statement.report))


def witnesses(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a claim and statement, the claims of most reports first."""
    for look in map(lookup, dossiers):
        rests_on = {one.claim: one.rests_on for one in look.dossier.coverage}
        for claim in look.index.claims:
            differing = _differing(look.dossier, claim)
            group = {report: number for number, ids in enumerate(claim.origins, start=1) for report in ids}
            for statement in _in_order(look, claim.statements):
                report = look.index.report(statement.report)
                found = differing.get(statement.id, [])
                yield WitnessRow(
                    claim=claim.id,
                    claim_number=look.index.numbers[claim.id],
                    type=claim.type,
                    gloss=claim.gloss,
                    reports=len(claim.reports),
                    languages=len(claim.languages),
                    origins=len(claim.origins),
                    rests_on=rests_on.get(claim.id),
                    sources=claim.sources,
                    quote=look.quote(statement),
                    outlet=report.publisher,
                    language=report.language,
                    published=report.date,
                    url=report.url,
                    origin=group[report.id],
                    polarity=statement.polarity,
                    modality=statement.modality,
                    credits=tuple(link.who for link in statement.attribution),
                    slots=tuple(_values(claim.slots, statement.id)),
                    discrepancies=tuple(one for one, _ in found),
                    discrepancy_types=tuple(type_ for _, type_ in found),
                    statement=statement.id,
                    start=statement.start,
                    end=statement.end,
                    story=look.dossier.story.id,
                    story_title=look.dossier.story.title,
                    report=report.id,
                    report_title=report.title,
                    file=look.file(report),
                    capture_sha256=look.digest(report),
                )


def differences(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a discrepancy, value and statement, contradictions first."""
    order = list(DISCREPANCIES)
    for look in map(lookup, dossiers):
        gloss = {claim.id: claim.gloss for claim in look.dossier.claims}
        for one in sorted(look.dossier.discrepancies, key=lambda one: (order.index(one.type), one.id)):
            for value in one.values:
                for statement in _in_order(look, value.statements):
                    report = look.index.report(statement.report)
                    yield DifferenceRow(
                        discrepancy=one.id,
                        discrepancy_number=look.index.numbers[one.id],
                        type=one.type,
                        slot=one.slot,
                        value=value.value,
                        quote=look.quote(statement),
                        outlet=report.publisher,
                        language=report.language,
                        published=report.date,
                        url=report.url,
                        reason=one.reason,
                        likely=one.likely,
                        dismissed=one.dismissed,
                        corrected=one.corrected,
                        claim=one.claim,
                        claim_number=look.index.numbers[one.claim],
                        gloss=gloss[one.claim],
                        statement=statement.id,
                        start=statement.start,
                        end=statement.end,
                        story=look.dossier.story.id,
                        report=report.id,
                    )


def figures(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a figure of a statement, in the order of the reports."""
    for look in map(lookup, dossiers):
        for statement in look.dossier.statements:
            report = look.index.report(statement.report)
            for one in statement.figures:
                yield FigureRow(
                    measure=one.measure,
                    low=one.low,
                    high=one.high,
                    comparator=one.comparator,
                    vague=one.vague,
                    unit=one.unit,
                    group=one.group,
                    scope=one.scope,
                    as_of=one.as_of,
                    verbatim=one.verbatim,
                    quote=look.quote(statement),
                    type=statement.type,
                    polarity=statement.polarity,
                    modality=statement.modality,
                    outlet=report.publisher,
                    language=report.language,
                    published=report.date,
                    url=report.url,
                    start=one.start,
                    end=one.end,
                    statement=statement.id,
                    claim=look.claims.get(statement.id),
                    story=look.dossier.story.id,
                    report=report.id,
                )


def steps(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a value of a quantity over time, in the order of its line."""
    for look in map(lookup, dossiers):
        for line in look.dossier.trajectories:
            for step in line.steps:
                statement, report = look.index.statement(step.statement), look.index.report(step.report)
                figure = next((one for one in statement.figures if one.verbatim == step.verbatim), None)
                yield StepRow(
                    trajectory=line.id,
                    type=line.type,
                    measure=line.measure,
                    unit=line.unit,
                    group=line.group,
                    scope=line.scope,
                    as_of=step.as_of,
                    dated_by=step.dated_by,
                    value=step.value,
                    low=figure.low if figure else None,
                    high=figure.high if figure else None,
                    verbatim=step.verbatim,
                    backward=step.backward,
                    quote=look.quote(statement),
                    outlet=report.publisher,
                    language=report.language,
                    published=report.date,
                    url=report.url,
                    credits=step.sources,
                    statement=statement.id,
                    story=line.story,
                    report=report.id,
                )


def spellings(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row an entity, spelling and language; an entity of several stories once."""
    seen: set[str] = set()
    for dossier in dossiers:
        for entity in dossier.entities:
            if entity.id in seen:
                continue
            seen.add(entity.id)
            possibly = tuple(one.entity for one in entity.possibly_same)
            for name in entity.names:
                yield SpellingRow(
                    entity.id, entity.type, entity.name, name.text, name.language, name.mentions, possibly,
                    entity.reason,
                )  # fmt: skip


def reports(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a report, in the order of its story."""
    for look in map(lookup, dossiers):
        origin = {id_: number for number, ids in enumerate(look.index.origins, start=1) for id_ in ids}
        before = {version.report: version.of for version in look.dossier.versions}
        told = [statement.report for statement in look.dossier.statements]
        for report in look.dossier.reports:
            capture, date = look.captures.get(report.capture), report.published
            yield ReportRow(
                report=report.id,
                report_number=look.index.numbers[report.id],
                title=report.title,
                outlet=report.publisher,
                language=report.language,
                author=report.author,
                published=report.date,
                precision=date.precision if date else None,
                method=date.method if date else None,
                evidence=date.evidence if date else None,
                url=report.url,
                credit=tuple(CreditCell(c.role, c.name, c.verbatim, c.start, c.end) for c in report.credit),
                origin=origin[report.id],
                version_of=before.get(report.id),
                statements=told.count(report.id),
                story=look.dossier.story.id,
                story_title=look.dossier.story.title,
                file=look.file(report),
                media_type=capture.media_type if capture else None,
                captured=capture.captured if capture else None,
                capture_sha256=look.digest(report),
                text_sha256=report.text_sha256,
            )


def skips(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    """Yield one row a thing that could not be used; every dossier lists them all."""
    found = {skip.id: skip for dossier in dossiers for skip in dossier.skips}
    for skip in found.values():
        yield SkipRow(skip.id, skip.stage, skip.input, skip.reason)


TABLES = (
    Table("statements", StatementRow, statements),
    Table("claims", WitnessRow, witnesses),
    Table("discrepancies", DifferenceRow, differences),
    Table("figures", FigureRow, figures),
    Table("trajectories", StepRow, steps),
    Table("entities", SpellingRow, spellings),
    Table("reports", ReportRow, reports),
    Table("skipped", SkipRow, skips),
)
"""Every table, the two that a reader most often wants first."""


def _statement(look: Lookup, statement: Statement, report: Report) -> StatementRow:
    capture, claim = look.captures.get(report.capture), look.claims.get(statement.id)
    return StatementRow(
        statement=statement.id,
        type=statement.type,
        subtype=statement.subtype,
        quote=look.quote(statement),
        outlet=report.publisher,
        language=report.language,
        published=report.date,
        url=report.url,
        polarity=statement.polarity,
        denied_by=statement.denied_by,
        modality=statement.modality,
        actors=tuple(map(look.actor, statement.actors)),
        places=tuple(map(look.place, statement.places)),
        times=statement.times,
        figures=statement.figures,
        attribution=tuple(map(look.source, statement.attribution)),
        instruments=statement.instruments,
        equipment=statement.equipment,
        content=statement.content,
        trigger=statement.trigger.verbatim,
        trigger_start=statement.trigger.start,
        trigger_end=statement.trigger.end,
        start=statement.start,
        end=statement.end,
        rule=statement.rule,
        corrected=look.corrected.get(statement.id, ()),
        claim=claim,
        claim_number=look.index.numbers[claim] if claim else None,
        story=look.dossier.story.id,
        story_title=look.dossier.story.title,
        report=report.id,
        report_title=report.title,
        file=look.file(report),
        captured=capture.captured if capture else None,
        capture_sha256=look.digest(report),
        text_sha256=report.text_sha256,
    )


def _in_order(look: Lookup, ids: Iterable[str]) -> list[Statement]:
    """Return statements in the order of their reports, and in each from its beginning."""
    found = (look.index.statement(id_) for id_ in ids)
    return sorted(found, key=lambda one: (look.index.numbers[one.report], one.trigger.start, one.id))


def _values(slots: tuple[Slot, ...], statement: str) -> Iterator[SlotCell]:
    for slot in slots:
        for value in slot.values:
            if statement in value.statements:
                yield SlotCell(slot.slot, value.value)


def _differing(dossier: Dossier, claim: Claim) -> Mapping[str, list[tuple[str, DiscrepancyType]]]:
    """Return the discrepancies of a claim, id and kind, by the statements that give one of their values."""
    found: defaultdict[str, list[tuple[str, DiscrepancyType]]] = defaultdict(list)
    for one in dossier.discrepancies:
        if one.claim == claim.id:
            for statement in {id_: None for value in one.values for id_ in value.statements}:
                found[statement].append((one.id, one.type))
    return found
