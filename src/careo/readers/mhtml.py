"""Pages saved whole in one file: MHTML of Chrome, Edge and old Internet Explorer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from email.message import Message

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers.base import Article
from careo.readers.html import WebPage
from careo.readers.mime import content, header, message, parts
from careo.readers.records import address

_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """Reads MHTML: the page it was saved for, not the frames and pictures around it.

    Its Date header is when it was saved, which says nothing about when the page was published.
    """

    @property
    def media_types(self) -> tuple[str, ...]:
        """MHTML by its two names."""
        return ("multipart/related", "application/x-mimearchive")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return the page's article, as `WebPage` reads it, with the address it was saved from.

        Raises:
            UnreadableInput: if there is no page in it, or no article in the page.
        """
        whole = message(received.data)
        pages = [part for part in parts(whole, into_messages=True) if part.get_content_type() in _PAGES]
        root = _root(whole, pages)
        if root is None:
            raise UnreadableInput("no page in it; open it in a browser and save the page as HTML")
        saved = address(_snapshot(whole)) or address(_location(root)) or received.capture.url
        page = content(root, received)
        found = WebPage().read(replace(page, capture=replace(page.capture, url=saved)))
        return tuple(replace(article, encoding=None) for article in found)


def _root(whole: Message, pages: Sequence[Message]) -> Message | None:
    """Return the part that `start` names, else the one of the address that was saved, else the first page."""
    start = whole.get_param("start")
    by_start = [part for part in pages if isinstance(start, str) and header(part, "Content-ID") == start.strip()]
    by_address = [part for part in pages if _snapshot(whole) and _location(part) == _snapshot(whole)]
    return next(iter([*by_start, *by_address, *pages]), None)


def _snapshot(whole: Message) -> str:
    return header(whole, "Snapshot-Content-Location") or header(whole, "Content-Location")


def _location(part: Message) -> str:
    return header(part, "Content-Location")
