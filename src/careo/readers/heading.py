"""Which element of a page is the headline: the page names itself in its head, and one visible line agrees.

The first-level heading is the headline on most pages; on blogs and older sites it is the site's name, or there is
none and the headline is only set larger.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careo.readers.linked import described, is_article
from careo.readers.nodes import text_of
from careo.text.normalise import flat
from careo.text.unspaced import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(r"\s*[|•·»«]\s*|\s+[-–—]\s+|:\s+")
_BEFORE_OUTLET = re.compile(r"\s*(?:[|•·»«:]|\s[-–—])\s*$")
_SITE = re.compile(r"(?:^|[\s_-])(?:site|blog|logo|brand|masthead)(?=[\s_-]|$)|(?:site|blog)[_-]?(?:title|name)", re.I)
_HOME = re.compile(r"(?:https?://[^/?#]+)?/?(?:(?:index|home|default)\.\w+)?$", re.IGNORECASE)
_TAGS = ("h1", "h2", "h3", "h4", "b", "strong", "font", "span", "div", "p", "td", "center", "big", "dt")
_HEADINGS = ("h1", "h2", "h3", "h4")
_META = ("og:title", "twitter:title")
_LONGEST, _LEAST_WORDS = 300, 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline as the page shows it, and where."""

    text: str
    element: "HtmlElement"


def heading_of(tree: "HtmlElement") -> Heading | None:
    """Return the page's headline; `None` where nothing it shows is called so by its head, or by its only heading."""
    shown = [(element, _words(element)) for element in tree.iter("h1")]
    shown = [(element, text) for element, text in shown if text]
    own = [(element, text) for element, text in shown if not _is_site(element, tree)]
    if len({text for _, text in own}) == 1:
        return Heading(own[0][1], own[0][0])
    told = frozenset(_told(tree))
    agreed = [(element, text) for element, text in own if text in told]
    if len({text for _, text in agreed}) == 1:
        return Heading(agreed[0][1], agreed[0][0])
    if own:  # several, and none of them is what the page calls itself
        return None
    named = _titled(tree, told)
    return max(named, key=lambda one: (one.element.tag in _HEADINGS, len(one.text)), default=None)


def site_name(tree: "HtmlElement", title: str | None) -> str | None:
    """Return what the page's title has beside the headline ("Headline | Section | Outlet", "Outlet: Headline")."""
    whole = flat(tree.findtext(".//title") or "")
    if not title or title == whole or title not in whole:
        return None
    before, _, after = whole.partition(title)
    parts = [one.strip() for one in _MARK.split(after)] if after else []
    if len(parts) > 1 and not parts[0]:
        return parts[-1] or None
    return _BEFORE_OUTLET.sub("", before).strip() or None if not after and _BEFORE_OUTLET.search(before) else None


def _titled(tree: "HtmlElement", told: frozenset[str]) -> Iterator[Heading]:
    """Yield the elements that show what the head calls the page, whole or beside the outlet's name."""
    whole = flat(tree.findtext(".//title") or "")
    body = tree.find("body")
    for element in body.iter(*_TAGS) if body is not None else ():
        text = _words(element)
        if count_words(text) < _LEAST_WORDS or len(text) > _LONGEST or _is_site(element, tree):
            continue
        if text in told or _is_piece(text, whole):
            yield Heading(text, element)


def _is_piece(text: str, whole: str) -> bool:
    """Whether a title is the text and, beside a mark, something else: the outlet, the section."""
    if whole.startswith(text):
        return text == whole or _MARK.match(whole, len(text)) is not None
    return whole.endswith(text) and _BEFORE_OUTLET.search(whole[: -len(text)]) is not None


def _told(tree: "HtmlElement") -> Iterator[str]:
    """Yield what the head calls the page."""
    for element in tree.iter("meta"):
        if (element.get("property") or element.get("name") or "").lower() in _META:
            yield flat(element.get("content") or "")
    yield from (flat(text_of(node.get("headline"))) for node in described(tree) if is_article(node))


def _is_site(element: "HtmlElement", tree: "HtmlElement") -> bool:
    """Whether an element shows the site's name: it is called so, or leads home."""
    names = " ".join(
        f"{one.get('class') or ''} {one.get('id') or ''}" for one in (element, *element.iter("a")) if one is not None
    )
    if _SITE.search(names) and "post" not in names and "entry" not in names:
        return True
    around = next((one for one in element.iterancestors("a")), None)
    links = [around] if around is not None else list(element.iter("a"))
    home = any(link.get("href") is not None and _HOME.fullmatch(link.get("href") or "") for link in links)
    sites = [one.get("content") for one in tree.iter("meta") if (one.get("property") or "").lower() == "og:site_name"]
    return home or _words(element) in [flat(site or "") for site in sites]


def _words(element: "HtmlElement") -> str:
    return flat(element.text_content())
