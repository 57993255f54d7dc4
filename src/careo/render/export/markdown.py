"""Markdown: a story as a note, to read, to cut from and to paste; every sentence is quoted and says where it stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from careo.model.inferred import Dossier
from careo.model.seen import Report
from careo.render.export.escaped import escaped, file_name, in_line, link
from careo.render.export.notes import chain, claim, coverage, difference, entity, sentences, tagged, taker, trajectory
from careo.render.export.pieces import Piece, piece
from careo.render.page.layout import sheet
from careo.render.page.sheet import Sheet
from careo.render.sections.versions import standing
from careo.render.sections.views import ReportView
from careo.version import VERSION

_LIMITS = (
    "A program read these reports by rules. It misses statements, and it misreads some. Read the sentence before you "
    "rely on the line.",
    "No value is chosen, averaged or completed. A vague word stays vague, and a date without a year stays without one.",
    "A difference is listed where sentences were recognised as being about the same thing; others are not listed.",
    "Reports that copy, edit or translate one another count as one origin. A borrowing that left no trace in the text "
    "is not seen.",
    "Every quotation is cut from the text of its report letter for letter. Its place is given in characters of that "
    "text, counted from 0; the SHA-256 beside each report says which text is meant.",
    "This is a copy to work with. Whether a quotation is right can be checked on the page that `careo dossier` writes.",
)


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield a Markdown file for each story."""
    for dossier in dossiers:
        name = f"{file_name(dossier.story.title, dossier.story.id)}.md"
        yield piece(name, (f"{line}\n" for line in _note(dossier)))


def _note(dossier: Dossier) -> Iterator[str]:
    page = sheet(dossier)
    yield from (
        f"# {in_line(page.listed_as or page.heading.whole)}",
        "",
        f"Reports side by side, by careo {VERSION}. Published: {page.dates}.",
        "",
    )
    for count in page.counts:
        yield f"- {count.number} {count.words}" + (
            f": {in_line(count.note)}" if count.note and (count.number, count.href) != ("0", "#unread") else ""
        )
    if page.glance.dependent:
        yield f"- no witnesses of their own: {page.glance.dependent}"
    yield from _section("What several reports say", claim, page.shared, "No claim was found in more than one report.")
    yield from _section("Where the reports differ", difference, page.differences, "No difference was found.")
    yield from _section("Differences that a person set aside", difference, page.aside)
    yield from _section("How figures moved", trajectory, page.trajectories)
    yield from _section("What became of it", chain, page.chains)
    if page.coverage.lines:
        yield from ("", "## Who carries what", "", *coverage(page.coverage))
    yield from _alone(page)
    yield from _names(page)
    yield from _section("Who took from whom", taker, page.takings)
    yield from ("", "## The reports")
    for report, view in zip(dossier.reports, page.reports, strict=True):
        yield from _report(report, view)
    yield from ("", "## What could not be used", "")
    yield from (f"- {in_line(place)} ({stage}): {in_line(reason)}" for stage, place, reason in page.skips)
    if not page.skips:
        yield "Everything that was handed in could be used."
    yield from ("", "## Method and limits", "", *(f"- {limit}" for limit in _LIMITS))


def _section(
    title: str, lay_out: Callable[[Any], Iterator[str]], items: Sequence[object], none: str = ""
) -> Iterator[str]:
    """Yield a section; one that is empty and says nothing about it is left out."""
    if not items and not none:
        return
    yield from ("", f"## {title}")
    for item in items:
        yield from lay_out(item)
    if not items:
        yield from ("", none)


def _alone(page: Sheet) -> Iterator[str]:
    """Yield the sentences of claims that one report makes, by type."""
    if page.single:
        yield from ("", "## What one report says alone")
    for shelf in page.single:
        yield from ("", f"### {shelf.title}")
        for one in shelf.claims:
            yield from sentences(one)


def _names(page: Sheet) -> Iterator[str]:
    yield from ("", "## Names and how they are spelled")
    for shelf in page.entities:
        yield from ("", f"### {shelf.title}", "")
        for one in shelf.varied:
            yield from entity(one)
        if shelf.plain:
            yield f"- spelled one way only: {'; '.join(in_line(one.name) for one in shelf.plain)}"
    if not page.entities:
        yield from ("", "No names were found.")


def _report(report: Report, view: ReportView) -> Iterator[str]:
    facts = dict(view.facts)
    yield from ("", f"### Report {view.tag.number}: {in_line(report.title or view.tag.outlet)}", "")
    yield f"- {tagged(view.tag)}"
    if report.author:
        yield f"- by {in_line(', '.join(report.author))}"
    yield f"- file: {in_line(facts['File'])}"
    if report.url:
        yield f"- address: {link(report.url)}"
    if view.evidence:
        yield f"- date read from: {escaped(view.evidence, indent='  ')}"
    yield f"- SHA-256 of its text: {report.text_sha256}"
    for version in view.versions:
        other = f"{standing(version.state)} report {version.earlier.number}"
        yield f"- {other}: {version.summary}; {in_line(version.reason)}"
