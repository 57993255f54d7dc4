"""The sentences of a report as they are laid beside those of another: their words, and which are the reporter's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careo.model.seen import Report
from careo.text.normalise import fold
from careo.text.sentences import split

_TOLD = frozenset({"headline", "lead", "body"})
_WORD = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\w+(?:[.,:]\d+)*")
_SEPARATORS = re.compile(r"(?<=\d)[.,: \u00a0\u2009\u202f](?=\d)")
_MARK = re.compile('[„«“”»"]')
_LONGEST_SPEECH = 2000
"""Code points from a mark that opens to one that closes some paragraphs on; more is a mark gone astray."""
_MOST = 400
"""Sentences of a report that are looked at: a book is no report, and the pairs of sentences must stay bounded."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report, outside furniture and editors' remarks."""

    start: int
    end: int
    text: str
    """The sentence letter for letter."""
    words: tuple[str, ...]
    """Folded; figures without the signs inside."""
    outside: frozenset[int]
    """Places among the words that stand outside quotation marks: those are the reporter's own."""

    @property
    def own(self) -> int:
        """How many of the words are the reporter's own."""
        return len(self.outside)


def passages(report: Report) -> tuple[Passage, ...]:
    """Return the sentences that a report tells, in their order; of a very long one the first."""
    found: list[Passage] = []
    quoted = [(quote.start, quote.end) for quote in report.quotes]
    quoted += _speeches(report.text, quoted)
    for part in report.parts:
        if part.role in _TOLD:
            for start, end in split(report.text, report.language, part.start, part.end):
                found.append(_passage(report, start, end, quoted))
    return tuple(found[:_MOST])


def _speeches(text: str, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield speeches that run over paragraphs: from a mark that opens and finds no end to the next that closes."""
    opened: int | None = None
    for mark in _MARK.finditer(text):
        at = mark.start()
        if any(start <= at < end for start, end in quoted):
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark[0] in '„«“"' and not before.strip() and (after.strip() or mark[0] == "«"):
            opened = at if opened is None else opened
        elif mark[0] in '”»“"' and not after.isalnum() and opened is not None:
            if at - opened <= _LONGEST_SPEECH:
                yield opened, at + 1
            opened = None


def _passage(report: Report, start: int, end: int, speeches: Sequence[Span]) -> Passage:
    quoted = [(first, last) for first, last in speeches if first < end and last > start]
    placed = list(_words(report.text, start, end))
    outside = frozenset(n for n, (at, _) in enumerate(placed) if not any(first <= at < last for first, last in quoted))
    return Passage(start, end, report.text[start:end], tuple(word for _, word in placed), outside)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text, start, end):
        yield match.start(), _SEPARATORS.sub("", fold(match[0]))
