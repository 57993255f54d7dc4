"""PDF files that have a text layer, by pypdf (7.1.0): paragraphs with their pages.

What it cannot do yet: a PDF is one article, also a newspaper's page with several; tables come out row by row; pages
that are pictures are passed over where others have text.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import TYPE_CHECKING

from careo.errors import UnreadableInput
from careo.model.seen import Published, Received
from careo.readers.base import Article, Paragraph
from careo.readers.pages import Line, blocks, joined, over_pages, running, vocabulary
from careo.text.languages import identify
from careo.text.normalise import clean, flat, fold
from careo.text.sheet.masthead import issue_day

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_WRECKED = 0.2
"""More of the characters than this unreadable: the fonts do not say what they show."""

_LARGE = 1.2
"""A headline's type is larger than the text's by this at least."""
_HEADLINE = 300
_FIRST_PAGES = 3

_LOCKED = "locked with a password; open it, and save or print it as a PDF without one"
_DAMAGED = "a damaged PDF; open it in a viewer and save it again, or save its text"
_NO_TEXT = "a PDF without text, most likely scanned pages; put a text layer in with a text-recognition (OCR) program"
_NO_LETTERS = "a PDF whose fonts do not say which letters they show; save its text, or put it through OCR"


@dataclass(frozen=True, slots=True)
class PdfText:
    """Reads the text layer of a PDF as one article.

    The dates in a PDF's metadata are those of the file, never of the publication: none is taken.
    """

    @property
    def media_types(self) -> tuple[str, ...]:
        """PDF."""
        return ("application/pdf",)

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return the document's article.

        Raises:
            UnreadableInput: if it is locked, damaged, scanned, or its fonts hide their letters.
        """
        # A quarter of a second, wanted only in the child and only once there is a PDF.
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError

        try:
            reader = PdfReader(io.BytesIO(received.data))
            # Most locked files are locked against editing only and open without a word.
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadableInput(_LOCKED)
            pages = [list(_lines(page, number)) for number, page in enumerate(reader.pages, start=1)]
            facts = _facts(reader)
        except DependencyError:  # a newer cipher than it knows by itself
            raise UnreadableInput(_LOCKED) from None
        except PyPdfError:
            raise UnreadableInput(_DAMAGED) from None
        _check(pages)
        return (_article(pages, facts),)


def _check(pages: Sequence[Sequence[Line]]) -> None:
    text = "".join(line.text for page in pages for line in page)
    if len(_NO_LETTER.findall(text)) > _WRECKED * len(text):
        raise UnreadableInput(_NO_LETTERS)
    if not any(character.isalpha() for character in text):
        raise UnreadableInput(_NO_TEXT)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the file says about itself; empty where it says nothing."""

    title: str
    authors: tuple[str, ...]
    language: str


def _facts(reader: "PdfReader") -> _Facts:
    said = reader.metadata
    # Found by fuzzing: pypdf reads the pages of a file whose trailer has lost its root.
    root = reader.trailer["/Root"].get_object() if "/Root" in reader.trailer else None
    language = root.get("/Lang") if isinstance(root, dict) else None
    authors = (_tidy(name) for name in str((said and said.author) or "").split(";"))
    return _Facts(_tidy((said and said.title) or ""), tuple(authors), _tidy(str(language or "")))


def _article(pages: Sequence[Sequence[Line]], facts: _Facts) -> Article:
    heads = running(pages)
    body = [line for page in pages for line in page if line not in heads]
    language = identify("\n".join(line.text for line in body))
    dated = _issue(pages, heads, language)
    if len(pages) == 1:
        heads |= frozenset(dated)
        body = [line for line in body if line not in dated]
    found, words = over_pages(list(blocks(body))), vocabulary(body)
    nouns = language in _NOUNS
    written = {block[0]: joined(block, words, nouns=nouns) for block in found}
    title = _title(facts, [written[block[0]] for block in found if block[0].page == 1])
    headline = _headline(found, written, title)
    return Article(
        paragraphs=tuple(
            Paragraph(written[line], "headline" if line == headline else None, line.page)
            if line in written
            else Paragraph(line.text, "furniture", line.page)
            for page in pages
            for line in page
            if line in written or line in heads
        ),
        title=title or (written[headline] if headline else None),
        author=_author(facts, " ".join(written.values())),
        published=tuple(dict.fromkeys(dated.values())),
        language=facts.language or None,
    )


def _issue(pages: Sequence[Sequence[Line]], heads: frozenset[Line], language: str) -> dict[Line, Published]:
    """Return the running heads of the first pages, or the head of the only one, that give the day of the issue."""
    told: dict[Line, Published] = {}
    for page in pages[:_FIRST_PAGES]:
        for number, line in enumerate(page):
            found = issue_day(line.text, language) if line in heads or (len(pages) == 1 and number == 0) else None
            if found:
                told[line] = Published(found.value, "day", "visible", line.text[found.start : found.end])
    return told if len({one.value for one in told.values()}) == 1 else {}


def _title(facts: _Facts, first_page: Sequence[str]) -> str | None:
    """Return the title in the metadata where it stands on the first page: else a program or a habit wrote it."""
    seen = _folded(" ".join(first_page))
    return facts.title if len(facts.title.split()) > 1 and _folded(facts.title) in seen else None


def _author(facts: _Facts, text: str) -> tuple[str, ...]:
    """Return the authors in the metadata whom the text names as well: it is mostly whose computer it was."""
    seen = f" {_folded(text)} "
    return tuple(name for name in facts.authors if len(name.split()) > 1 and _folded(name) in seen)


def _headline(found: Sequence[tuple[Line, ...]], written: dict[Line, str], title: str | None) -> Line | None:
    """Return the first line of the headline: the block that is the title, else the largest type of the first page."""
    first = [block[0] for block in found if block[0].page == 1]
    named = next((line for line in first if title and _folded(written[line]) == _folded(title)), None)
    sizes = Counter[float]()
    for block in found:
        sizes[round(block[0].size, 1)] += len(written[block[0]])
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    largest = max(first, key=lambda line: line.size, default=None)
    if named or largest is None or not largest.size >= _LARGE * usual > 0:
        return named
    # A single word is the paper's name, or a section's.
    return largest if " " in written[largest] and len(written[largest]) <= _HEADLINE else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some text as the page draws it at one go."""

    text: str
    x: float
    y: float
    size: float


def _lines(page: "PageObject", number: int) -> Iterator[Line]:
    """Yield the lines of a page in its own order, with their places where pypdf tells all of them."""
    pieces: list[_Piece] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float) -> None:
        pieces.append(_Piece(text, *_place(outer, inner), size * _scale(outer, inner)))

    whole = page.extract_text(visitor_text=visit)
    if "".join(piece.text for piece in pieces).split() != whole.split():
        pieces = [_Piece(whole, 0.0, 0.0, 0.0)]
    row: list[_Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        row.append(replace(piece, text=first))
        for other in others:
            yield from _line(row, number)
            row = [replace(piece, text=other)]
    yield from _line(row, number)


def _line(row: Sequence[_Piece], page: int) -> Iterator[Line]:
    text = "".join(piece.text for piece in row)
    # clean() takes the soft hyphen away, which says at the line's end that the word goes on.
    soft = "\u00ad" if text.rstrip().endswith("\u00ad") else ""
    bare = text if _NO_LETTER.search(text) else clean(text)
    bare = flat(bare).removesuffix("\u00ad")
    if bare:
        shown = [piece for piece in row if piece.text.strip()]
        # A bullet or a raised number is not the type the line is set in.
        main = max(shown, key=lambda piece: len(piece.text.strip()))
        yield Line(bare + soft, page, shown[0].x, main.y, main.size)


def _place(outer: Sequence[float], inner: Sequence[float]) -> tuple[float, float]:
    x, y = inner[4], inner[5]
    return (x * outer[0] + y * outer[2] + outer[4], x * outer[1] + y * outer[3] + outer[5])


def _scale(outer: Sequence[float], inner: Sequence[float]) -> float:
    return hypot(inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3])


def _tidy(value: str) -> str:
    return flat(clean(value))


def _folded(text: str) -> str:
    return flat(fold(text))
