"""The entries of a Markdown note: a claim, a difference, a line of figures, a lifecycle, a name, a borrowing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from careo.render.export.escaped import escaped, in_line
from careo.render.quoting.views import Quoted, Tag, Witness
from careo.render.sections.matrix import Matrix
from careo.render.sections.views import (
    ChainView,
    ClaimView,
    Difference,
    EntityView,
    LinkView,
    Spelling,
    StepView,
    Taker,
    TrajectoryView,
)

BETWEEN = " · "


def claim(one: ClaimView) -> Iterator[str]:
    """Yield a claim: who carries it, and each witness's sentence."""
    first = f"first in {_numbers(one.first)}" if one.first else "none of its reports is dated"
    yield from ("", f"### Claim {one.number}: {in_line(one.gloss.words)}", "")
    yield f"- {one.type}: {one.carried_by}; {first}"
    if one.credited:
        yield f"- credited to: {in_line('; '.join(one.credited))}"
    if one.differences:
        yield f"- differences: {'; '.join(in_line(found.words) for found in one.differences)}"
    yield from sentences(one)


def sentences(one: ClaimView) -> Iterator[str]:
    """Yield the sentence of each witness of a claim."""
    for column in one.columns:
        yield from _quotations((*column.witnesses, *column.alike))
    yield from _quotations(one.further)


def difference(one: Difference) -> Iterator[str]:
    """Yield a difference: its kind, and each value with the sentences that give it."""
    yield from ("", f"### {one.name}: {in_line(one.slot)}", "")
    yield f"- claim {one.claim}: {in_line(one.gloss.words)}"
    yield f"- {one.meaning}; {in_line(one.reason)}"
    if one.likely:
        yield f"- a possible explanation: {in_line(one.likely)}"
    if one.named:
        yield f"- its kind: {in_line(one.named)}"
    if one.aside:
        yield f"- set aside: {in_line(one.aside)}"
    for side in one.sides:
        yield from ("", f"**Value:** {in_line(side.value)}")
        yield from _quotations(side.witnesses)
        if side.further:
            yield from (
                "",
                f"- and {', '.join(in_line(link.words) for link in side.further)}, as the claim quotes them",
            )


def trajectory(one: TrajectoryView) -> Iterator[str]:
    """Yield a quantity over time, a line a value."""
    yield from ("", f"### {in_line(one.what)}", "", f"{in_line(one.reason)}.", "")
    yield from (_step(step) for step in one.steps)


def chain(one: ChainView) -> Iterator[str]:
    """Yield a lifecycle, a line a stage, with the stages that no report was found to tell of."""
    yield from ("", f"### {in_line(one.about)} ({one.kind})", "")
    yield from (_stage(stage) for stage in one.links)
    yield from (f"- {in_line(gap)}" for gap in one.gaps)


def coverage(matrix: Matrix) -> Iterator[str]:
    """Yield who carries the claims of several reports, a line a claim."""
    outlets = [outlet for group in matrix.groups for outlet in group.outlets]
    for line in matrix.lines:
        told: defaultdict[str, list[str]] = defaultdict(list)
        for outlet, cell in zip(outlets, line.cells, strict=True):
            if cell.words:
                told[cell.words].append(in_line(outlet))
        carried = "; ".join(f"{words}: {', '.join(names)}" for words, names in told.items())
        absent = f"; languages without it: {line.absent}" if line.absent else ""
        yield f"- Claim {line.claim}: {carried}; rests on {line.rests_on}{absent}"
    if matrix.more:
        yield from ("", f"More claims of several reports, not in this list: {matrix.more}.")


def entity(one: EntityView) -> Iterator[str]:
    """Yield a name: its spellings by language, and what may be the same."""
    told = "; ".join(f"{in_line(spelling.text)} ({_used(spelling)})" for spelling in one.spellings)
    yield f"- {in_line(one.name)}: {told}"
    yield from (f"  - possibly the same as {in_line(other.words)}: {in_line(why)}" for other, why in one.possibly)


def _used(spelling: Spelling) -> str:
    """Say in which languages a name is spelled so, how often and by which reports."""
    return "; ".join(
        f"{uses.language}, {uses.mentions}: report {', '.join(link.words for link, _ in uses.reports)}"
        + (f" and {uses.more} more" if uses.more else "")
        if uses.reports
        else f"{uses.language}, {uses.mentions}"
        for uses in spelling.uses
    )


def taker(one: Taker) -> Iterator[str]:
    """Yield from whom a report took, and why that is thought."""
    named = f"- Report {one.report.number} ({in_line(one.report.outlet)})"
    for taking in one.takings:
        source = taking.source
        told = f"report {source.number} ({in_line(source.outlet)})" if source else in_line(taking.external or "")
        yield from ("", f"{named} {taking.verb} {told}: {in_line(taking.reason)}")
    for verb, links in one.others:
        yield from ("", f"{named} {verb} {', '.join(in_line(link.words) for link, _ in links)}")


def tagged(tag: Tag) -> str:
    """Name a report: number, outlet, language, date."""
    return BETWEEN.join((f"**Report {tag.number}**", in_line(tag.outlet), tag.language, tag.date))


def text(quoted: Quoted) -> str:
    """Return the characters of a quotation."""
    return "".join(segment.text for segment in quoted.segments)


def _quotations(witnesses: Iterable[Witness]) -> Iterator[str]:
    """Yield each sentence once, with all that is said of the statements it makes."""
    found: defaultdict[str, list[Witness]] = defaultdict(list)
    for one in witnesses:
        found[one.sentence.at].append(one)
    for at, same in found.items():
        _, start, end = at.split(":")
        said = dict.fromkeys(badge.words for one in same for badge in one.badges)
        place = f"characters {start} to {end}"
        yield from ("", BETWEEN.join((tagged(same[0].report), place, *map(in_line, said))), "")
        yield f"> {escaped(text(same[0].sentence), indent='> ')}"
        for corrected in dict.fromkeys(words for one in same for words in one.corrected):
            yield from ("", f"Corrected by a person: {in_line(corrected)}")


def _step(one: StepView) -> str:
    written = f" (“{in_line(text(one.written))}”)" if one.written else ""
    said = f", according to {in_line(one.sources)}" if one.sources else ""
    dated = " (date of the report)" if one.from_report else ""
    back = f". {in_line(one.backward)}" if one.backward else ""
    report = f"report {one.report.number} ({in_line(one.report.outlet)})"
    return f"- {one.as_of}{dated}: {one.value}{written}, {report}{said}{back}"


def _stage(one: LinkView) -> str:
    values = f": {in_line(one.values)}" if one.values else ""
    return f"- {one.stage}{values}, {one.when}; claim {one.claim}, {_numbers(one.reports)}; {in_line(one.reason)}"


def _numbers(tags: Iterable[Tag]) -> str:
    return ", ".join(f"report {tag.number} ({in_line(tag.outlet)}, {tag.date})" for tag in tags)
