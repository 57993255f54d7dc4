"""A stretch of a long sentence around the word that says it, quoted letter for letter."""

from dataclasses import dataclass

from careo.model.seen import Statement
from careo.render.quoting.index import Index
from careo.render.quoting.marks import Mark
from careo.render.quoting.quote import quoted
from careo.render.quoting.views import Quoted

_AROUND = 70, 90
"""Characters of a long sentence that are shown before and after the word that says it: three lines of a column."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a sentence."""

    quote: Quoted
    cut_before: bool
    cut_after: bool


def excerpt(index: Index, statement: Statement) -> Excerpt:
    """Return the sentence of a statement, a long one cut at whole words."""
    report = index.report(statement.report)
    begin, end = _around(report.text, statement)
    mark = Mark(statement.trigger.start, statement.trigger.end, "trigger", "")
    quote = quoted(index, report, (begin, end), marks=(mark,))
    return Excerpt(quote, begin > statement.start, end < statement.end)


def _around(text: str, statement: Statement) -> tuple[int, int]:
    """Return a stretch of whole words of the sentence around the word that says it."""
    begin, end = statement.start, statement.end
    if end - begin > sum(_AROUND):
        first = text.find(" ", statement.trigger.start - _AROUND[0], statement.trigger.start) + 1
        last = text.rfind(" ", statement.trigger.end, statement.trigger.end + _AROUND[1])
        begin = first if statement.trigger.start - _AROUND[0] > begin and first else begin
        end = last if statement.trigger.end + _AROUND[1] < end and last > 0 else end
    return begin, end
