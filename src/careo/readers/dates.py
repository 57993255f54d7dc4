"""The publication dates a page states, strongest evidence first, each letter for letter as in its source."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from careo.model.seen import Published
from careo.readers.linked import described, is_article
from careo.readers.overhead import language_of
from careo.readers.stamp import day, day_in_path
from careo.text.sheet.stated import day_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "publication_date", "publish-date", "pubdate", "date",
)  # fmt: skip
"""Names of meta fields that state when an article was published, most exact first."""


def stated(tree: "HtmlElement", source: str, *, title: str | None, url: str | None) -> tuple[Published, ...]:
    """Return the dates the page states, from JSON-LD, meta fields, its time element and its address.

    A date that does not stand in the source, or in the address, letter for letter is nobody's word and is left out.
    """
    found = [
        *_linked_data(tree, title),
        *_meta(tree),
        *_time_element(tree),
        *_address(url),
    ]
    return tuple(dict.fromkeys(date for date in found if date.evidence in source or date.evidence in (url or "")))


def _linked_data(tree: "HtmlElement", title: str | None) -> Iterator[Published]:
    nodes = [node for node in described(tree) if isinstance(node.get("datePublished"), str)]
    # A page may list other articles beside its own: its own has its headline, else comes first.
    nodes.sort(key=lambda node: (node.get("headline") != title, not is_article(node)))
    for node in nodes[:1]:
        yield from _published(node["datePublished"], "json-ld")


def _meta(tree: "HtmlElement") -> Iterator[Published]:
    stamps: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        stamps.setdefault(name.casefold(), element.get("content") or "")
    for name in _META:
        yield from _published(stamps.get(name, ""), "meta")


def _time_element(tree: "HtmlElement") -> Iterator[Published]:
    """The time element, where a page has one only, or marks one as its publication."""
    times = list(tree.iter("time"))
    marked = [time for time in times if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"]
    chosen = marked[:1] or (times if len(times) == 1 else [])
    for time in chosen:
        if time.get("datetime"):
            yield from _published(time.get("datetime") or "", "visible")
        else:
            yield from _shown(time.text_content().strip(), language_of(tree, tree.text_content()))


def _shown(text: str, language: str) -> Iterator[Published]:
    """The day a reader sees, where its order is beyond doubt."""
    found = day_in(text, 0, len(text), language)
    if found:
        yield Published(found.value, "day", "visible", text)


def _address(url: str | None) -> Iterator[Published]:
    found = day_in_path(url or "")
    if found:
        yield Published(found[0], "day", "url", found[1])


def _published(stamp: str, method: str) -> Iterator[Published]:
    found = day(stamp)
    if found:
        yield Published(found[0], found[1], method, stamp)
