"""Web pages: article text and facts by trafilatura (2.3.1); dates by our own reading, each with its evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers.base import Article, Paragraph
from careo.readers.body import body
from careo.readers.boxes import boxed, squeezed
from careo.readers.dates import stated
from careo.readers.decoded import decode_page
from careo.readers.heading import Heading, heading_of, site_name
from careo.readers.linked import own_text
from careo.readers.overhead import overhead
from careo.readers.saved import saved_from, without_inlined
from careo.readers.story import densest, runs_on, swallowed, with_lists
from careo.readers.writers import writers
from careo.text.mojibake import unscrambled
from careo.text.unspaced import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
_NOSCRIPT = re.compile(r"<(/?)noscript", re.IGNORECASE)
_CONTROL = re.compile("[\x80-\x9f]")
_BEGINNING = 60
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
        from trafilatura.metadata import extract_metadata
        from trafilatura.utils import load_html

        decoded = decode_page(received)
        source = without_inlined(_XML_HEAD.sub("", _unscrambled(decoded.text), count=1))
        tree = load_html(source)
        if tree is None:
            raise UnreadableInput("the page is broken; open it in a browser and save it again, or save its text")
        facts = extract_metadata(tree, extensive=False)
        url = facts.url or saved_from(source) or received.capture.url
        heading = heading_of(tree)
        title = heading.text if heading else facts.title
        return (
            Article(
                paragraphs=tuple(_paragraphs(tree, heading, _text(tree, source, title))),
                title=title,
                author=writers(tree, heading.element if heading else None, facts.author, source),
                publisher=facts.sitename or site_name(tree, title),
                url=url,
                published=stated(tree, source, title=title, url=url),
                language=tree.get("lang"),
                encoding=decoded.encoding,
            ),
        )


def _unscrambled(text: str) -> str:
    """Return a page with its wrongly decoded words mended, where one of them has a control sign that parsers drop."""
    if _CONTROL.search(text) is None:
        return text
    pieces, at = list[str](), 0
    for start, end, mended in unscrambled(text):
        pieces += (text[at:start], mended)
        at = end
    return "".join([*pieces, text[at:]])


def _text(tree: "HtmlElement", source: str, title: str | None) -> str:
    """Return the page's text: what it shows; else what it keeps for browsers without scripts, or for machines.

    The text for machines is taken, too, where the page shows no more than its beginning.

    Raises:
        UnreadableInput: if there is none anywhere.
    """
    from trafilatura.utils import load_html

    shown = _extracted(tree)
    own, lines = densest(tree), shown.split("\n")
    if _is_enough(own) and (swallowed(lines, title) or runs_on(lines, own)):
        shown = own
    if not _is_enough(shown) and "<noscript" in source.lower():
        opened = load_html(_NOSCRIPT.sub(r"<\1div", source))
        shown = shown if opened is None else _extracted(opened)
    told = "\n".join(one.text for one in body(own_text(tree, title)))
    if not _is_enough(shown) or _is_beginning(shown, told):
        shown = told or shown
    if not _is_enough(shown):
        raise UnreadableInput("no article text found in the page; save the text of the article itself")
    return shown


def _extracted(tree: "HtmlElement") -> str:
    from trafilatura import bare_extraction

    document = bare_extraction(tree, include_comments=False, include_tables=False)
    return "" if document is None or isinstance(document, dict) else document.text or ""


def _is_enough(text: str) -> bool:
    return count_words(text) >= _LEAST_WORDS


def _is_beginning(shown: str, told: str) -> bool:
    """Whether a page shows the first lines only of what it tells machines, as some do to those who have not paid.

    Trafilatura takes the text for machines itself at times, and makes one paragraph of it.
    """
    lines = [squeezed(line) for line in shown.split("\n") if count_words(line) >= _LEAST_WORDS]
    whole = squeezed(told)
    longer = 2 * len(shown) < len(told) and bool(lines) and whole.startswith(lines[0][:_BEGINNING])
    return longer or (whole == squeezed(shown) and told.count("\n") > shown.count("\n"))


def _paragraphs(tree: "HtmlElement", heading: Heading | None, text: str) -> Iterator[Paragraph]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    boxes = boxed(tree)
    title = heading.text if heading else None
    if title:
        yield Paragraph(title, "headline")
    for line in overhead(tree, heading.element, [line for line in lines if line != title]) if heading else ():
        yield Paragraph(line, "note")
    for number, line in enumerate(with_lists(tree, lines)):
        if not (number == 0 and line == title):
            yield Paragraph(line, "furniture" if squeezed(line) in boxes else None)
