"""Quote a report on the page: letter for letter, in its language, linked to where it stands."""

import re

from careo.model.seen import Part, Report
from careo.render.quoting.index import Index
from careo.render.quoting.marks import Mark, segments
from careo.render.quoting.views import Quoted, Tag
from careo.render.wording.speech import direction
from careo.render.wording.when import published_words
from careo.text.sentences import split

# A line with the line ends after it (at the start of a part also before it): the pieces cover the part.
_PARAGRAPH = re.compile(r"\n*[^\n]+\n*|\n+")


def tag(index: Index, report_id: str) -> Tag:
    """Name a report for the reader."""
    report = index.report(report_id)
    return Tag(
        number=index.numbers[report.id],
        outlet=index.outlet(report),
        language=index.speech.language(report.language),
        date=published_words(report.published, index.speech),
        title=report.title,
    )


def quoted(
    index: Index,
    report: Report,
    span: tuple[int, int],
    *,
    marks: tuple[Mark, ...] = (),
    anchored: bool = False,
) -> Quoted:
    """Quote a stretch of a report; `anchored` where it is a statement's sentence and has its own anchor."""
    start, end = span
    number = index.numbers[report.id]
    return Quoted(
        at=f"r{number}:{start}:{end}",
        href=f"#r{number}-s{start}" if anchored else address(index, report, start),
        code=lang(report.language),
        direction=direction(report.language),
        segments=segments(report.text, start, end, marks),
    )


def address(index: Index, report: Report, offset: int) -> str:
    """Return the link to the paragraph of the report below that holds `offset`."""
    return f"#r{index.numbers[report.id]}-p{paragraph_start(report, offset)}"


def lang(code: str) -> str:
    """Return the value of a `lang` attribute; HTML wants it empty where the language is unknown."""
    return "" if code == "und" else code


def paragraphs(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Cut a part into lines; each keeps the line ends that follow it, so that nothing is lost."""
    return tuple(found.span() for found in _PARAGRAPH.finditer(text, start, end))


def paragraph_start(report: Report, offset: int) -> int:
    """Return where the paragraph that holds `offset` begins, as `paragraphs` cuts it."""
    begin = _part(report, offset).start
    while offset > begin and report.text[offset] == "\n":
        offset -= 1
    line = report.text.rfind("\n", begin, offset) + 1
    return line if report.text[begin:line].strip("\n") else begin


def own_sentence(report: Report, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence that a slot stands in; the slot itself where no sentence holds it."""
    part = _part(report, start)
    line = report.text.find("\n", end, part.end)
    window = paragraph_start(report, start), line if line >= 0 else part.end
    for left, right in split(report.text, part.language or report.language, *window):
        if left <= start and end <= right:
            return left, right
    return start, end


def _part(report: Report, offset: int) -> Part:
    return next(part for part in report.parts if part.start <= offset < part.end)
