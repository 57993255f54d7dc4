"""Who wrote a page's article: what its head and linked data say, and what it marks as the byline."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careo.readers.people import people
from careo.text.lexicon import LANGUAGES
from careo.text.normalise import flat, fold
from careo.text.sheet.bearers import is_person
from careo.text.sheet.layout import any_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKED = ("author", "byline", "writer", "autor", "autora", "autore", "auteur", "verfasser", "firma", "redacteur")
_NAME = re.compile(r"[a-z]+")
_NOT = re.compile(r"comment|reply|bio|box|related|sidebar|widget|avatar|date|time|reactie|reaktion|kommentar", re.I)
_LONGEST = 120
_ROWS = ("article", "main", "body")


def writers(tree: "HtmlElement", heading: "HtmlElement | None", told: str | None, source: str) -> tuple[str, ...]:
    """Return the writers: those the head names, and all of a byline that names them with others.

    Args:
        tree: the page.
        heading: the element that is its headline; bylines are looked for in the article around it.
        told: who the page's head says wrote it, parted by semicolons.
        source: the page; a name that it does not have letter for letter is left out.
    """
    page = source.casefold()
    named = (name.strip() for name in (told or "").split(";"))
    head = tuple(name for name in named if name and name.casefold() in page)
    shown = _shown(tree, heading)
    if not head or set(map(fold, head)) < set(map(fold, shown)):
        return shown or head
    return head


def _shown(tree: "HtmlElement", heading: "HtmlElement | None") -> tuple[str, ...]:
    around = next((one for one in heading.iterancestors() if one.tag in _ROWS), tree) if heading is not None else tree
    for kind in (_is_linked, _is_called):
        marked = [one for one in around.iter() if isinstance(one.tag, str) and kind(one) and not _is_other(one, around)]
        inner = [one for one in marked if not any(other in marked for other in one.iterdescendants())]
        found = tuple(dict.fromkeys(name for one in inner for name in _names(one)))
        if found:
            return found
    return ()


def _is_linked(element: "HtmlElement") -> bool:
    return "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"


def _is_called(element: "HtmlElement") -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    parts = _NAME.findall(fold(names))
    return not _NOT.search(names) and not frozenset(_MARKED).isdisjoint(parts)


def _is_other(element: "HtmlElement", around: "HtmlElement") -> bool:
    """Whether an element stands among comments, or in a box about another article or the writer."""
    for one in (element, *element.iterancestors()):
        if one is around:
            return False
        names = f"{one.get('class') or ''} {one.get('id') or ''}"
        if one.tag in ("aside", "nav", "footer") or re.search("comment|related|sidebar|widget|bio", names, re.I):
            return True
    return False


def _names(element: "HtmlElement") -> Iterator[str]:
    inner = [one for one in element.iter() if "fn" in (one.get("class") or "").split()] or [element]
    for one in inner:
        text = flat(" ".join(one.itertext()))
        if 0 < len(text) <= _LONGEST:
            yield from (name for name in people(_unled(text)) if is_person(name, "und"))


def _unled(text: str) -> str:
    """Return a byline without its first word, also one that may begin a name ("di", "von")."""
    match = next((found for one in LANGUAGES if (found := any_of(one, "credit", "byline").match(text))), None)
    rest = text[match.end() :].strip(" :") if match else ""
    return rest if " " in rest else text
