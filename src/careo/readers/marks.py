"""The words of a stretch of Markdown without its marks, each with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careo.readers.runs import Piece

if TYPE_CHECKING:
    from markdown_it.token import Token

_TARGET = r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?"
_LINK_END = re.compile(r"\]" + _TARGET)
_IMAGE = re.compile(r"!\[[^\]]*\]" + _TARGET)
_REFERENCE = re.compile(r"\[\^[^\]\n]*\]")
_SHOWS_NOTHING = {"link_close": _LINK_END, "image": _IMAGE, "footnote_ref": _REFERENCE}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NOTE = re.compile(r"!\[\[[^\]\n]*\]\]|\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]|==(?=\S)([^=\n]+)(?<=\S)==")
"""What note programs add to Markdown: embedded files, links to other notes, marked words."""


@dataclass(slots=True)
class Marks:
    """Goes through a source from token to token."""

    source: str
    cursor: int = 0
    end: int = 0

    def lines(self, token: "Token", start: int, end: int) -> list[list[Piece]]:
        """Return the lines of an inline token, which stands between two offsets of the source."""
        # The cells of one row share their lines: go on where the last one ended.
        self.cursor = self.cursor if start <= self.cursor <= end else start
        self.end = end
        found: list[list[Piece]] = [[]]
        for child in token.children or ():
            if child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
                found.append([])
            found[-1] += self._pieces(child)
        return [_trimmed(line) for line in found]

    def _pieces(self, child: "Token") -> Iterator[Piece]:
        if child.type == "softbreak":
            yield Piece(" ")
        elif child.type in ("text", "code_inline"):
            yield from self._noted(Piece(child.content, self._find(child.content)))
        elif child.type == "text_special":
            at = self._find(child.markup)
            kept = at is not None and child.markup.endswith(child.content)
            yield Piece(child.content, at + len(child.markup) - len(child.content) if kept and at is not None else None)
        elif child.type == "html_inline":
            self._find(child.content)
        elif child.type in _SHOWS_NOTHING and child.markup != "autolink":
            self._skip(_SHOWS_NOTHING[child.type])

    def _find(self, written: str) -> int | None:
        at = self.source.find(written, self.cursor, self.end)
        if at < 0 or not written:
            return None
        self.cursor = at + len(written)
        return at

    def _skip(self, pattern: re.Pattern[str]) -> None:
        """Go on behind what shows no words, so that they are not looked for in it."""
        match = pattern.search(self.source, self.cursor, self.end)
        self.cursor = match.end() if match else self.cursor

    def _noted(self, piece: Piece) -> Iterator[Piece]:
        start = 0
        for match in _NOTE.finditer(piece.text):
            yield _cut(piece, start, match.start())
            yield _cut(piece, *match.span(match.lastindex)) if match.lastindex else Piece("")
            start = match.end()
        yield _cut(piece, start, len(piece.text))


def _trimmed(line: list[Piece]) -> list[Piece]:
    """Return a line without the space at its ends, where a picture or a note may have stood."""
    filled = [number for number, piece in enumerate(line) if piece.text.strip()]
    kept = line[filled[0] : filled[-1] + 1] if filled else []
    if kept:
        kept[0] = _cut(kept[0], len(kept[0].text) - len(kept[0].text.lstrip()), len(kept[0].text))
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept


def _cut(piece: Piece, start: int, end: int) -> Piece:
    return Piece(piece.text[start:end], None if piece.at is None else piece.at + start)
