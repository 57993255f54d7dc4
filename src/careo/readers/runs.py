"""Pieces of a decoded source put together to paragraphs, each letter with the place it was taken from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from careo.model.seen import PartRole, Run
from careo.readers.base import Paragraph

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and where it stands letter for letter in the source; `None` where it was made."""

    text: str
    at: int | None = None

    def bare(self) -> "Piece":
        """Return it without the space around it."""
        skipped = len(self.text) - len(self.text.lstrip())
        return Piece(self.text.strip(), None if self.at is None else self.at + skipped)


def lines(source: str) -> list[Piece]:
    """Return the lines of a source without their ends, whatever those are."""
    found, start = [], 0
    for match in _LINE_END.finditer(source):
        found.append(Piece(source[start : match.start()], start))
        start = match.end()
    return [*found, Piece(source[start:], start)]


def paragraph(pieces: Iterable[Piece], role: PartRole | None = None) -> Paragraph:
    """Return the pieces as one paragraph; those that follow on each other in the source make one run."""
    written: list[str] = []
    runs: list[Run] = []
    end = 0
    for piece in pieces:
        start, end = end, end + len(piece.text)
        written.append(piece.text)
        if piece.at is None or not piece.text:
            continue
        last = runs[-1] if runs else None
        if last and last.end == start and last.source + last.end - last.start == piece.at:
            runs[-1] = Run(last.start, end, last.source)
        else:
            runs.append(Run(start, end, piece.at))
    return Paragraph("".join(written), role, runs=tuple(runs))
