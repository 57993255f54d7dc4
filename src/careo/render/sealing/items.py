"""Cut a page into its items, so that a change can be laid at somebody's door.

Every character of a page belongs to one item: the innermost element with an id around it, of the kinds in `ITEMS`.
An article, table or figure without an id that stands right in a section is counted (`lines/table 2`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from careo.model.ids import sha256

MANIFEST = "careo-manifest"
"""Id of the block that holds the hashes; it has one of its own."""
PAGE = "page"
"""What stands in no item: the document type and the root element."""
ITEMS = (
    "head", "body", "header", "footer", "nav", "main", "section", "article", "aside", "details", "figure", "fieldset",
    "table", "tr", "li", "dl",
)  # fmt: skip
"""Elements that are items where they have an id. `head`, `body` and the like are items by their name."""
_RAW = frozenset({"script", "style"})
_BY_NAME = frozenset({"head", "body", "header", "footer", "nav", "main", "script", "style"})
_COUNTED = frozenset({"article", "table", "figure"})
_TAG = re.compile(rf"<(/?)(script|style|{'|'.join(ITEMS)})(?=[\s>])([^<>]*)>")
_ID = re.compile(r'\sid="([^"]*)"')
_HEADING = re.compile(r"<(h[1-6]|summary|caption|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_DIGITS = 16
"""Hexadecimal digits of an item's hash: it names the place; the seal over the whole page is what is proof."""
_DEEPEST = 400
"""Items inside items that are told apart; a page of ours has some six."""
_LONGEST_TITLE = 70
_LOOKED_AT = 3000
"""Characters of an item in which its heading is looked for."""
_NUMBERED = re.compile(r"([cder])(\d+)")
_WORDS = {"c": "claim", "d": "difference", "r": "report", "e": "name"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a page that belong to one item."""

    start: int
    end: int
    item: str
    raw: bool = False
    """Whether it is a script or style element: no markup is in it."""


@dataclass(slots=True)
class _Cutter:
    """The elements that are open, with the item each is or `None`."""

    open: list[tuple[str, str | None]] = field(default_factory=list)
    counts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def item(self) -> str:
        return next((item for _, item in reversed(self.open) if item is not None), PAGE)

    def name(self, tag: str, attributes: str) -> str | None:
        """Return what an element that begins here is called; `None` where it is no item of its own."""
        given = _ID.search(attributes)
        if given:
            return self.once(given[1])
        if tag in _BY_NAME:
            return self.once(tag)
        around = next((outer for outer in reversed(self.open) if outer[1] is not None), ("", None))
        if tag in _COUNTED and around[0] == "section":
            self.counts[f"{around[1]}/{tag}"] += 1
            return f"{around[1]}/{tag} {self.counts[f'{around[1]}/{tag}']}"
        return None

    def once(self, name: str) -> str:
        """Return the name, numbered where it comes again."""
        self.counts[name] += 1
        return name if self.counts[name] == 1 else f"{name} ({self.counts[name]})"

    def close(self, tag: str) -> None:
        """Close the innermost element of that name with all that is open in it."""
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                return


def stretches(page: str) -> Iterator[Stretch]:
    """Yield the page from its first to its last character, cut where one item gives way to another."""
    cutter, at, seen = _Cutter(), 0, 0
    while found := _TAG.search(page, seen):
        closing, tag, attributes = found.groups()
        begins, seen = found.start(), found.end()
        if tag in _RAW and not closing:
            # What is written in a script or style element is no markup.
            end = page.find(f"</{tag}>", seen)
            seen = len(page) if end < 0 else end + len(tag) + 3
            yield Stretch(at, begins, cutter.item)
            yield Stretch(begins, seen, cutter.name(tag, attributes) or tag, raw=True)
            at = seen
        elif closing:
            yield Stretch(at, seen, cutter.item)
            cutter.close(tag)
            at = seen
        else:
            yield Stretch(at, begins, cutter.item)
            if len(cutter.open) < _DEEPEST:
                cutter.open.append((tag, cutter.name(tag, attributes)))
            at = begins
    yield Stretch(at, len(page), cutter.item)


def items(page: str) -> dict[str, str]:
    """Return the own characters of every item of a page, in the order in which they begin, manifest excepted."""
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for stretch in stretches(page):
        if stretch.start < stretch.end:
            pieces[stretch.item].append(page[stretch.start : stretch.end])
    pieces.pop(MANIFEST, None)
    return {item: "".join(own) for item, own in pieces.items()}


def hashed(own: str) -> str:
    """Return the hash by which a manifest knows an item."""
    return sha256(own.encode("utf-8", "surrogatepass"))[:_DIGITS]


def called(item: str) -> str:
    """Return how a reader knows an item: `claim 12`, `report 2`, `lines`."""
    numbered = _NUMBERED.fullmatch(item)
    return f"{_WORDS[numbered[1]]} {numbered[2]}" if numbered else item


def titled(own: str) -> str:
    """Return the beginning of an item's heading, or of its words where it has none."""
    begin = own[:_LOOKED_AT]
    heading = _HEADING.search(begin)
    words = " ".join(unescape(_MARKUP.sub("", heading[2] if heading else begin)).split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE].rstrip()} …"
