"""Read from a page what a reader sees of each quotation, and the evidence block it carries."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EVIDENCE = "careo-evidence"
_VOID = frozenset({"br", "hr", "input", "link", "meta", "img", "wbr"})


@dataclass(frozen=True, slots=True)
class Visible:
    """What stands on a page, as far as the seal checks it."""

    evidence: str
    """The evidence block, JSON."""
    quotes: tuple[tuple[str, str], ...]
    """Place (`r1:120:250`) and shown characters of every quotation."""
    pieces: tuple[tuple[str, str], ...]
    """Place and shown characters of every paragraph of the full texts, in order."""


def read_visible(page: str) -> Visible:
    """Read a page; elements with `data-label` are careo's own words inside a quotation and don't count."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return Visible("".join(reader.evidence), _done(reader.quotes), _done(reader.pieces))


def _done(found: list[tuple[str, list[str]]]) -> tuple[tuple[str, str], ...]:
    return tuple((at, "".join(shown)) for at, shown in found)


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet, and the lists that collect its characters."""

    name: str
    label: bool
    sinks: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.evidence: list[str] = []
        self.quotes: list[tuple[str, list[str]]] = []
        self.pieces: list[tuple[str, list[str]]] = []
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        element = _Open(tag, "data-label" in given)
        for name, shelf in (("data-at", self.quotes), ("data-piece", self.pieces)):
            if name in given:
                shown: list[str] = []
                shelf.append((given[name] or "", shown))
                element.sinks.append(shown)
        if given.get("id") == EVIDENCE:
            element.sinks.append(self.evidence)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().name != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(element.label for element in self._open):
            return
        for element in self._open:
            for sink in element.sinks:
                sink.append(data)
