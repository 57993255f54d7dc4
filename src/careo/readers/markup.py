"""A piece of HTML that is an article already, as a feed carries it: to paragraphs, nothing judged away."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from careo.model.seen import PartRole
from careo.readers.base import Paragraph
from careo.text.normalise import clean

_TAG = re.compile(r"</?[A-Za-z][^>]*>|<!--")
_GAP = re.compile(r"\n\s*\n")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TRACKING = re.compile(r"(?:(?<=\?)|&)(?:utm_\w+|at_\w+|fbclid|gclid)=[^&#]*|#.*$")

_SHOWS_NOTHING = (
    "audio", "button", "canvas", "form", "head", "iframe", "math", "noscript", "object", "script", "select", "style",
    "svg", "template", "textarea", "video",
)  # fmt: skip
_UNSEEN = re.compile(
    r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all|(?:max-height|font-size):\s*0(?:px)?\s*(?:;|$)", re.I
)
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div",
        "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})


def paragraphs(source: str, *, own: str | None = None) -> tuple[Paragraph, ...]:
    """Return the readable paragraphs of a piece of HTML, or of plain text, whose paragraphs an empty line parts.

    Args:
        source: the piece; without a tag it is plain text, with or without entities.
        own: the address of the article itself. A link to it at the very end ("Read more") is furniture.
    """
    if not _TAG.search(source):
        return plain_paragraphs(html.unescape(source))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    tree = etree.fromstring(f"<html><body>{clean(source)}</body></html>".encode(), parser)
    if tree is None:
        return ()
    walk = _Walk(own)
    # Events instead of recursion: the depth is the writer's, not ours.
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and skipping is None:
            skipping = element if _is_unseen(element) else None
            walk.open(element, silent=skipping is not None)
        elif event == "end" and skipping in (None, element):
            skipping = None
            walk.close(element)
    return _without_own_link(walk.ended())


def _is_unseen(element: etree._Element) -> bool:
    """Whether a browser shows nothing of an element, as of the preview lines in newsletters."""
    hidden = element.get("hidden") is not None or _UNSEEN.search(element.get("style") or "")
    return element.tag in _SHOWS_NOTHING or bool(hidden)


def plain_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text that an empty line parts; a single line end is a space."""
    pieces = (_SPACE.sub(" ", piece).strip() for piece in _GAP.split(clean(text)))
    return tuple(Paragraph(piece) for piece in pieces if piece)


def one_line(source: str) -> str | None:
    """Return a title or name as one line without tags, `None` where nothing is left."""
    return " ".join(paragraph.text for paragraph in paragraphs(source)) or None


@dataclass(slots=True)
class _Piece:
    """A paragraph being written: its text, and which stretch at its end links to the article itself."""

    text: str
    role: PartRole | None
    own: str


@dataclass(slots=True)
class _Walk:
    """What has been met so far on the way through a tree."""

    address: str | None
    written: list[_Piece] = field(default_factory=list)
    buffer: list[tuple[str, bool]] = field(default_factory=list)
    captions: int = 0
    links: list[bool] = field(default_factory=list)

    def open(self, element: etree._Element, *, silent: bool) -> None:
        """Begin an element."""
        if element.tag in _BLOCKS:
            self.flush()
        if element.tag in _CELLS:
            self.add(" ")
        self.captions += element.tag in ("figcaption", "caption")
        if element.tag == "a":
            self.links.append(self.is_own(element.get("href")))
        if not silent:
            self.add(element.text)

    def close(self, element: etree._Element) -> None:
        """End an element, and take the text after it."""
        if element.tag in _BLOCKS:
            self.flush()
        self.captions -= element.tag in ("figcaption", "caption")
        if element.tag == "a" and self.links:
            self.links.pop()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Take a stretch of text."""
        if text:
            self.buffer.append((text, any(self.links)))

    def flush(self) -> None:
        """End the paragraph."""
        text = _line("".join(piece for piece, _ in self.buffer))
        own = ""
        for piece, linked in reversed(self.buffer):
            if linked or not piece.strip():
                own = piece + own
            else:
                break
        if text:
            self.written.append(_Piece(text, "caption" if self.captions else None, _line(own)))
        self.buffer = []

    def is_own(self, href: str | None) -> bool:
        """Tell whether a link leads to the article it stands in."""
        try:
            return bool(href and self.address) and _bare(urljoin(self.address or "", href)) == _bare(self.address or "")
        except ValueError:  # an address nobody can make sense of
            return False

    def ended(self) -> list[_Piece]:
        """Return all paragraphs."""
        self.flush()
        return self.written


def _without_own_link(pieces: list[_Piece]) -> tuple[Paragraph, ...]:
    """Return the paragraphs; at the end a link back to the article itself becomes furniture of its own."""
    found = [Paragraph(piece.text, piece.role) for piece in pieces]
    last = pieces[-1] if pieces else None
    if last is None or not last.own:
        return tuple(found)
    rest = last.text.removesuffix(last.own).rstrip()
    return (*found[:-1], *([Paragraph(rest, last.role)] if rest else []), Paragraph(last.own, "furniture"))


def _line(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _bare(address: str) -> str:
    return _TRACKING.sub("", address).rstrip("?/").partition("://")[2]
