"""Markdown as its reader sees it (markdown-it-py 4.3), each word with its place in the source where it has one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from careo.errors import UnreadableInput
from careo.model.seen import PartRole, Received
from careo.readers.base import Article, Paragraph
from careo.readers.decoded import decode
from careo.readers.front import front_matter, header
from careo.readers.marks import Marks
from careo.readers.markup import paragraphs
from careo.readers.records import article, record
from careo.readers.runs import Piece, lines, paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token


_GAP = re.compile(r"\n[ \t]*\n")
_MOST_BRACKETS = 10_000
"""Each is tried as the beginning of a link to the paragraph's end: 100,000 in one took 248 s."""


@dataclass(frozen=True, slots=True)
class Markdown:
    """Reads Markdown with the front matter of note programs and site builders."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """Markdown by its two names."""
        return ("text/markdown", "text/x-markdown")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return one article: a paragraph, heading, list item or row of a table is a line of the text.

        Raises:
            UnreadableInput: if no encoding fits, or there is not one letter.
        """
        decoded = decode(received)
        if any(block.count("[") > _MOST_BRACKETS for block in _GAP.split(decoded.text)):
            raise UnreadableInput(
                "thousands of open brackets in one paragraph; take them out, or save it as plain text"
            )
        written = lines(decoded.text)
        front = front_matter(written)
        front = front if front.lines else header(written)
        shown = _shown(decoded.text, written[front.lines :])
        facts = record(front.values)
        heading = next((one.text for one in shown if one.role == "headline"), "")
        found = article(replace(facts, title=facts.title or heading), shown)
        if found is None:
            raise UnreadableInput("there is not one word in it; save the text of the article itself")
        return (replace(found, encoding=decoded.encoding),)


def _tokens(source: str) -> "list[Token]":
    # Wanted in the child only.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    # Joined, an escaped sign could not be told from a plain one, and what follows had no place.
    return parser.disable("text_join").parse(source)


_LISTS = {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}
_CODE = ("fence", "code_block")


def _shown(source: str, written: Sequence[Piece]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, with an empty one where an empty line would be seen."""
    sheet = _Sheet(written, Marks(source))
    for token in _tokens("\n".join(line.text for line in written)):
        sheet.take(token)
    return tuple(sheet.shown)


@dataclass(slots=True)
class _Sheet:
    """What has been written so far."""

    written: Sequence[Piece]
    marks: Marks
    shown: list[Paragraph] = field(default_factory=list)
    lists: int = 0
    begun: bool = False
    """Whether a list or table has a line already: the others follow without a gap."""
    row: list[Piece] | None = None
    role: PartRole | None = None
    headed: bool = False

    def take(self, token: "Token") -> None:
        """Write what a token shows."""
        self.lists += _LISTS.get(token.type, 0)
        if token.type in ("bullet_list_open", "ordered_list_open", "table_open") and self.lists < 2:
            self.begun = False
        elif token.type == "heading_open":
            self.role = "headline" if token.tag == "h1" and not self.headed else None
            self.headed |= token.tag == "h1"
        elif token.type == "heading_close":
            self.role = None
        elif token.type == "footnote_block_open":
            self.role = "note"
        elif token.type == "tr_open":
            self.row = []
        elif token.type == "inline" and token.map:
            self._inline(token, token.map[0], token.map[1])
        elif token.type == "tr_close" and self.row is not None:
            row, self.row = self.row, None
            self._write([paragraph(row, self.role)], follows=True)
        elif token.type in _CODE:
            self._write([Paragraph(line, self.role) for line in token.content.split("\n")])
        elif token.type == "html_block":
            self._write(paragraphs(token.content))

    def _inline(self, token: "Token", first: int, after: int) -> None:
        last = self.written[min(after, len(self.written)) - 1]
        start, end = self.written[first].at or 0, (last.at or 0) + len(last.text)
        found = self.marks.lines(token, start, end)
        if self.row is None:
            self._write([paragraph(line, self.role) for line in found], follows=self.lists > 0)
        else:
            self.row += [*([Piece(" ")] if self.row else []), *(piece for line in found for piece in line)]

    def _write(self, found: Sequence[Paragraph], *, follows: bool = False) -> None:
        told = [one for one in found if one.text.strip()]
        if told and self.shown and not (follows and self.begun):
            self.shown.append(Paragraph(""))
        self.shown += told
        self.begun |= bool(told)
