"""The body of a page where general extraction stumbles: lists it passes over, and pages it takes whole.

The second is the method of readability (Arc90, 2009): stretches of text vote for the element they stand in, and half
for the one around that; links do not count.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from careo.readers.boxes import squeezed
from careo.readers.markup import paragraphs
from careo.text.normalise import flat

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONG = 80
"""A stretch of text without a link that is as long as this is a paragraph of something."""
_ITEM_WORDS = 4
_ALIKE = 0.7
_SIBLINGS = 3
"""A list belongs to the paragraph before it, a heading or two between them."""
_ASIDE = ("nav", "aside", "footer", "header", "form")


def swallowed(kept: Sequence[str], heading: str | None) -> bool:
    """Whether the headline stands inside a longer line of the text: the page was taken as a whole."""
    title = squeezed(heading or "")
    return bool(title) and any(title in squeezed(line) != title for line in kept)


def runs_on(kept: Sequence[str], own: str) -> bool:
    """Whether a text is about the page's own, but with its line breaks lost."""
    lines, length, whole = own.split("\n"), len(squeezed(own)), len(squeezed("".join(kept)))
    return len(lines) > 2 * len(kept) and _ALIKE * length <= whole <= length / _ALIKE


def densest(tree: "HtmlElement") -> str:
    """Return the text of the element that has the most text outside links, a paragraph a line; or nothing."""
    votes: dict[HtmlElement, float] = {}
    body = tree.find("body")
    for element, length in _stretches(body) if body is not None else ():
        votes[element] = votes.get(element, 0) + length
        above = element.getparent()
        if above is not None and element.tag in ("p", "li", "blockquote", "font", "span"):
            votes[above] = votes.get(above, 0) + length
    if not votes:
        return ""
    best = max(votes, key=lambda element: votes[element])
    found = paragraphs(etree.tostring(best, encoding="unicode", with_tail=False))
    return "\n".join(one.text for one in found)


def _stretches(body: "HtmlElement") -> Iterator[tuple["HtmlElement", int]]:
    for element in body.iter():
        if not isinstance(element.tag, str) or element.tag in ("a", "script", "style", "option", "button"):
            continue
        if any(one.tag in (*_ASIDE, "a") for one in element.iterancestors()):
            continue
        for text in (element.text, *(one.tail for one in element)):
            length = len(flat(text or ""))
            if length >= _LONG:
                yield element, length


def with_lists(tree: "HtmlElement", kept: Sequence[str]) -> list[str]:
    """Return the lines with those lists of the page that follow one of them and were passed over."""
    lines = {squeezed(one) for one in kept}
    have = "".join(lines)
    after: dict[str, list[str]] = {}
    for listed in tree.iter("ul", "ol"):
        above = next(
            (one for one in islice(listed.itersiblings(preceding=True), _SIBLINGS) if _shown(one) in lines), None
        )
        items = [flat(item.text_content()) for item in listed.findall("li")]
        if above is None or not items or any(one.tag in _ASIDE for one in listed.iterancestors()):
            continue
        told = [item for item in items if len(item.split()) >= _ITEM_WORDS]
        linked = sum(len(link.text_content()) for link in listed.iter("a"))
        plain = 2 * linked < sum(map(len, items)) and len(told) == len(items)
        if plain and not any(squeezed(item) in have for item in items):
            after[_shown(above)] = items
    return [line for one in kept for line in (one, *after.pop(squeezed(one), ()))]


def _shown(element: "HtmlElement") -> str:
    return squeezed(element.text_content()) if isinstance(element.tag, str) else ""
