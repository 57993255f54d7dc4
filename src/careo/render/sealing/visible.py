"""Read from a page what a reader sees of each quotation."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from careo.errors import AnchorError
from careo.render.sealing.items import ITEMS, PAGE, stretches

_PLACE = re.compile(r"(r\d{1,6}):(\d{1,9}):(\d{1,9})", re.ASCII)
_BROKEN = re.compile(r"<[^<>]*(?:<|$)|<!(?!doctype html>)|<\?")
_DEEPEST = 400
"""Elements inside elements; a page of ours has some twenty."""
_VOID = frozenset({"br", "hr", "input", "link", "meta", "img", "wbr"})


@dataclass(frozen=True, slots=True)
class Shown:
    """Characters of a report as they stand on a page."""

    item: str
    """The item of the page they stand in: `c12`."""
    at: str
    """Where they stand, as the page writes it: `r1:120:250`."""
    text: str
    label: str
    """Which report, `r1`; empty where `at` was made unreadable."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Visible:
    """What stands on a page, as far as the seal checks it."""

    quotes: tuple[Shown, ...]
    pieces: tuple[Shown, ...]
    """The paragraphs of the full texts, in order."""


def read_visible(page: str) -> Visible:
    """Read a page; elements with `data-label` are careo's own words inside a quotation and don't count.

    Raises:
        AnchorError: if its markup is not whole: no browser can be said to show this or that then.
    """
    # The parser takes the square of the length for tags that are not closed, so they don't come to it.
    markup = "".join(page[cut.start : cut.end] for cut in stretches(page) if not cut.raw)
    if _BROKEN.search(markup):
        raise AnchorError("its markup is broken")
    reader = _Reader()
    try:
        reader.feed(markup)
        reader.close()
    except (AssertionError, ValueError) as error:
        raise AnchorError("its markup cannot be read") from error
    return Visible(_done(reader.quotes), _done(reader.pieces))


def _done(found: list[tuple[str, str, list[str]]]) -> tuple[Shown, ...]:
    return tuple(_shown(item, at, "".join(shown)) for item, at, shown in found)


def _shown(item: str, at: str, text: str) -> Shown:
    place = _PLACE.fullmatch(at)
    return Shown(item, at, text, place[1], int(place[2]), int(place[3])) if place else Shown(item, at, text, "", -1, -1)


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet, and the lists that collect its characters."""

    name: str
    label: bool
    item: str
    sinks: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.quotes: list[tuple[str, str, list[str]]] = []
        self.pieces: list[tuple[str, str, list[str]]] = []
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        around = self._open[-1].item if self._open else PAGE
        element = _Open(tag, "data-label" in given, (tag in ITEMS and given.get("id")) or around)
        for name, shelf in (("data-at", self.quotes), ("data-piece", self.pieces)):
            if name in given:
                shown: list[str] = []
                shelf.append((element.item, given[name] or "", shown))
                element.sinks.append(shown)
        self._open.append(element)
        if len(self._open) > _DEEPEST:
            raise AnchorError("its elements lie too deep in one another")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(element.label for element in self._open):
            return
        for element in self._open:
            for sink in element.sinks:
                sink.append(data)
