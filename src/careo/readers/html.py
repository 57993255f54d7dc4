"""Web pages: article text and facts by trafilatura (2.3.1); dates by our own reading, each with its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers.base import Article, Paragraph
from careo.readers.boxes import boxed, squeezed
from careo.readers.dates import stated
from careo.readers.decoded import decode_page
from careo.readers.overhead import overhead

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
_SPACE = re.compile(r"\s+")
_TITLE_MARK = re.compile(r"\s*[|•·»«]\s*|\s+[-–—]\s+")
_LEAST_WORDS = 12
"""Less than this is a menu, a teaser or wreckage: the shortest news brief has some twenty words."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """Reads a saved web page that holds one article."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """HTML in both spellings."""
        return ("text/html", "application/xhtml+xml")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return the page's article, a paragraph a line.

        Raises:
            UnreadableInput: if the page is broken or holds no article text.
        """
        # Half a second and 40 MB, wanted only in the child and only once there is a page.
        from trafilatura import bare_extraction
        from trafilatura.metadata import extract_metadata
        from trafilatura.utils import load_html

        decoded = decode_page(received)
        source = _XML_HEAD.sub("", decoded.text, count=1)
        tree = load_html(source)
        if tree is None:
            raise UnreadableInput("the page is broken; open it in a browser and save it again, or save its text")
        facts = extract_metadata(tree, extensive=False)
        document = bare_extraction(tree, include_comments=False, include_tables=False)
        text = "" if document is None or isinstance(document, dict) else document.text or ""
        if len(text.split()) < _LEAST_WORDS:
            raise UnreadableInput("no article text found in the page; save the text of the article itself")
        heading = _heading(tree)
        title = heading or facts.title
        return (
            Article(
                paragraphs=tuple(_paragraphs(tree, heading, text)),
                title=title,
                author=_authors(facts.author, source),
                publisher=facts.sitename or _publisher(tree, heading),
                url=facts.url or received.capture.url,
                published=stated(tree, source, title=title, url=facts.url),
                language=tree.get("lang"),
                encoding=decoded.encoding,
            ),
        )


def _heading(tree: "HtmlElement") -> str | None:
    """Return the page's one visible heading; a page with several first-level headings does not say which."""
    found = {_SPACE.sub(" ", element.text_content()).strip() for element in tree.iter("h1")} - {""}
    return found.pop() if len(found) == 1 else None


def _publisher(tree: "HtmlElement", heading: str | None) -> str | None:
    """Return what the page's title has after the heading ("Heading | Section | Outlet")."""
    title = _SPACE.sub(" ", tree.findtext(".//title") or "").strip()
    rest = title[len(heading) :] if heading and title.startswith(heading) else ""
    parts = _TITLE_MARK.split(rest)
    return parts[-1].strip() or None if len(parts) > 1 and not parts[0].strip() else None


def _paragraphs(tree: "HtmlElement", heading: str | None, text: str) -> Iterator[Paragraph]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    boxes = boxed(tree)
    if heading:
        yield Paragraph(heading, "headline")
    for line in overhead(tree, [line for line in lines if line != heading]):
        yield Paragraph(line, "note")
    for number, line in enumerate(lines):
        if not (number == 0 and line == heading):
            yield Paragraph(line, "furniture" if squeezed(line) in boxes else None)


def _authors(joined: str | None, source: str) -> tuple[str, ...]:
    names = (name.strip() for name in (joined or "").split(";"))
    page = source.casefold()
    return tuple(name for name in names if name and name.casefold() in page)
