"""What a page sets beside its report: boxes that ask, sell or lead elsewhere, told by their names and their links.

Names of classes are the makers' words, in whichever language they make pages; a word that names half the page is
no box. What a box is called is never enough for a long text.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careo.text.lexicon import LANGUAGES
from careo.text.normalise import flat, fold
from careo.text.sheet.layout import any_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SPACE = re.compile(r"\s+")
_STEMS = (
    "abonn", "advert", "anuncio", "anzeige", "apoia", "apoio", "apoy", "appeal", "assin", "boletim", "boletin",
    "consent", "cookie", "doacao", "donac", "donat", "doneer", "empfehl", "gdpr", "gerelateerd", "infolettre",
    "meistgelesen", "newsletter", "nieuwsbrief", "offer", "promo", "publicid", "publicit", "recommend", "reklam",
    "related", "relacionad", "share", "signup", "social", "soutenir", "soutien", "spende", "sponsor", "steun", "suscri",
    "taboola", "outbrain", "verwandt", "werbung",
)  # fmt: skip
_WORDS = frozenset({"abo", "ad", "ads", "cta", "don", "gdpr", "subscribe", "subscription", "support"})
_BOXES = ("aside", "div", "section", "p", "ul", "ol", "table", "form")
_BLOCKS = ("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "section", "aside", "ul", "ol", "td", "blockquote")
_LONGEST = 600
_SHARE_OF_PAGE = 0.25
_ASK, _BUTTON_WORDS = 300, 6
_LABEL, _LINK_WORDS = 60, 3
_SENTENCE_END = (".", "!", "?", "…")
_LONG_PARAGRAPH = 80


def squeezed(text: str) -> str:
    """Return the text without any white space: two readings of a page differ in nothing else."""
    return _SPACE.sub("", text)


def boxed(tree: "HtmlElement") -> frozenset[str]:
    """Return the texts of all blocks that stand in boxes, squeezed."""
    body = tree.find("body")
    if body is None:
        return frozenset()
    total = len(squeezed(body.text_content()))
    boxes = [*_named(body, total), *(element for element in body.iter("p", "li", "div") if _leads_elsewhere(element))]
    boxes += [element for element in body.iter("div", "section", "aside") if _asks(element)]
    found: set[str] = set()
    for box in boxes:
        found.update(squeezed(one.text_content()) for one in (box, *box.iter(*_BLOCKS)))
        found.update(squeezed(one.tail) for one in box.iter("br") if one.tail)
        found.update(squeezed(one.text) for one in box.iter(*_BLOCKS) if one.text)
    return frozenset(found - {""})


def _named(body: "HtmlElement", total: int) -> Iterator["HtmlElement"]:
    """Yield the short elements whose class or id says what they are for."""
    by_name: dict[str, list[HtmlElement]] = {}
    for element in body.iter(*_BOXES):
        name = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        if name and _says(name):
            by_name.setdefault(name, []).append(element)
    for elements in by_name.values():
        sizes = [len(squeezed(element.text_content())) for element in elements]
        if sum(sizes) <= _SHARE_OF_PAGE * total:
            chosen = (one for one, size in zip(elements, sizes, strict=True) if size <= _LONGEST)
            yield from (element for element in chosen if element.find(".//h1") is None)


def _says(name: str) -> bool:
    parts = [part.lower() for part in _NAME.findall(fold(name) if name.islower() else name)]
    return any(part in _WORDS or part.startswith(_STEMS) for part in parts)


def _leads_elsewhere(element: "HtmlElement") -> bool:
    """Whether a block is a short label with a colon and then nothing but links to other reports."""
    links = [link for link in element.iter("a") if link.get("href")]
    if not links or element.find(".//p") is not None or not squeezed(element.text_content()):
        return False
    label = _before_link(element, links[0])
    linked = "".join(squeezed(link.text_content()) for link in links)
    rest = len(squeezed(element.text_content())) - len(linked) - len(squeezed(label))
    long_enough = len(links[0].text_content().split()) >= _LINK_WORDS
    only = rest <= len(links) and label.endswith(":") and len(label) <= _LABEL and long_enough
    return only and not _credits(label)


def _before_link(element: "HtmlElement", link: "HtmlElement") -> str:
    """Return what an element shows before a link in it."""
    shown = element.text or ""
    for one in element.iterdescendants():
        if one is link:
            break
        shown += (one.text or "" if isinstance(one.tag, str) else "") + (one.tail or "")
    return flat(shown)


def _credits(label: str) -> bool:
    keys = ("source", "original", "translator", "author", "material")
    return any(any_of(language, "credit", key).search(label) for language in LANGUAGES for key in keys)


def _asks(element: "HtmlElement") -> bool:
    """Whether a short box between long paragraphs ends with a button: a few linked words after a full stop."""
    parent = element.getparent()
    text = flat(element.text_content())
    if parent is None or not text or len(text) > _ASK or len(element.findall(".//a")) != 1:
        return False
    paragraphs = [one for one in parent.findall("p") if len(one.text_content()) > _LONG_PARAGRAPH]
    button = flat(element.findall(".//a")[0].text_content())
    before = text.removesuffix(button).rstrip()
    last = bool(button) and before != text and before.endswith(_SENTENCE_END) and len(button.split()) <= _BUTTON_WORDS
    return last and len(paragraphs) >= 3 and not _credits(text)
