"""Lay out the reports in full: every part with its role, every statement's sentence with its anchor."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from careo.model.seen import Part, Report, Statement
from careo.render.quoting.index import Index
from careo.render.quoting.marks import Mark, segments
from careo.render.quoting.quote import lang, paragraphs, tag
from careo.render.quoting.views import Quoted
from careo.render.sections.versions import version_views
from careo.render.sections.views import PartView, ReportView
from careo.render.wording import words
from careo.render.wording.speech import direction
from careo.render.wording.when import evidence_words, spoken


def reports(index: Index) -> tuple[ReportView, ...]:
    """Return every report of the dossier in full."""
    statements = defaultdict(list)
    for statement in index.dossier.statements:
        statements[statement.report].append(statement)
    return tuple(_report(index, report, statements[report.id]) for report in index.dossier.reports)


def _report(index: Index, report: Report, statements: Iterable[Statement]) -> ReportView:
    marks = _marks(index, report, statements)
    return ReportView(
        tag=tag(index, report.id),
        code=lang(report.language),
        direction=direction(report.language),
        facts=_facts(index, report),
        evidence=report.published.evidence if report.published else "",
        versions=version_views(index, report),
        parts=tuple(_part(index, report, part, marks) for part in report.parts),
    )


def _facts(index: Index, report: Report) -> tuple[tuple[str, str], ...]:
    speech = index.speech
    item = speech("{capture}, item {number}", capture=report.capture, number=report.item)
    return (
        (speech("Outlet"), report.publisher or speech("unknown outlet")),
        (speech("Author"), ", ".join(report.author) or speech("not found")),
        (speech("Language"), speech.language(report.language)),
        (speech("Published"), evidence_words(report, speech)),
        (speech("File"), index.files.get(report.capture, speech("not found"))),
        (speech("Address"), report.url or speech("not found")),
        (speech("Report"), report.id),
        (speech("Capture"), report.capture if report.item == 0 else item),
        (speech("Text SHA-256"), report.text_sha256),
    )


def _part(index: Index, report: Report, part: Part, marks: list[Mark]) -> PartView:
    speech, label = index.speech, words.PARTS[part.role]
    known = (
        label and speech(label),
        part.date and spoken(part.date, speech),
        part.page and speech("page {number}", number=part.page),
    )
    return PartView(
        role=part.role,
        label=", ".join(word for word in known if word) or None,
        paragraphs=tuple(
            _paragraph(index, report, part, span, marks) for span in paragraphs(report.text, part.start, part.end)
        ),
    )


def _paragraph(index: Index, report: Report, part: Part, span: tuple[int, int], marks: list[Mark]) -> Quoted:
    """A whole paragraph; its own address is its anchor."""
    number = index.numbers[report.id]
    code = part.language or report.language
    # Marks are sorted by their start: those that start after the paragraph need not be looked at.
    near = marks[: bisect_left(marks, span[1], key=lambda mark: mark.start)]
    return Quoted(
        at=f"r{number}:{span[0]}:{span[1]}",
        href=f"r{number}-p{span[0]}",
        code=lang(code),
        direction=direction(code),
        segments=segments(report.text, *span, near),
    )


def _marks(index: Index, report: Report, statements: Iterable[Statement]) -> list[Mark]:
    """Sentences of statements, their triggers and credit lines, sorted by where they start."""
    number = index.numbers[report.id]
    found = set()
    for statement in statements:
        claims = index.claims_of.get(statement.id, ())
        anchor = f"r{number}-s{statement.start}"
        found.add(Mark(statement.start, statement.end, "sentence", "", anchor, claims))
        found.add(Mark(statement.trigger.start, statement.trigger.end, "trigger", ""))
    for credit in report.credit:
        role = index.speech(words.CREDITS[credit.role])
        label = index.speech("credit line, {role}: {name}", role=role, name=credit.name)
        found.add(Mark(credit.start, credit.end, "credit", label))
    return sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind, mark.claims))
