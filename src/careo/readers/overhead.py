"""The small print over a report on a page: who wrote it, when, and remarks on the page, which extraction drops."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from careo.readers.boxes import squeezed
from careo.readers.markup import paragraphs
from careo.text.languages import identify
from careo.text.lexicon import LANGUAGES
from careo.text.sheet.about import is_about_itself
from careo.text.sheet.credit import find_credits
from careo.text.sheet.layout import lines_of
from careo.text.sheet.masthead import masthead

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEFORE, _BETWEEN = 3, 10
"""How many blocks over the heading, and under it, may be small print."""
_LONGEST = 300
_SURE = 60
"""A stretch as long as this comes back in a text only where it was taken from there."""
_UP = ("article", "main", "body")


def language_of(tree: "HtmlElement", text: str) -> str:
    """Return the language the page declares where it is one we have, else the one its text is in."""
    declared = (tree.get("lang") or "").replace("_", "-").split("-")[0].lower()
    return declared if declared in LANGUAGES else identify(text)


def overhead(tree: "HtmlElement", heading: "HtmlElement", kept: Sequence[str]) -> tuple[str, ...]:
    """Return the lines around the page's heading that say who or when, or speak of the page, and were lost.

    Args:
        tree: the page.
        heading: the element that is its heading.
        kept: the paragraphs that extraction has kept, in order.
    """
    around = next((one for one in heading.iterancestors() if one.tag in _UP), None)
    if around is None or not kept:
        return ()
    shown = [one.text for one in paragraphs(etree.tostring(around, encoding="unicode", with_tail=False))]
    here, have = [squeezed(text) for text in shown], {squeezed(text) for text in kept}
    title = squeezed(heading.text_content())
    at = here.index(title) if title in here else None
    if at is None:
        return ()
    whole = "\n".join(map(squeezed, kept))
    told = (index for index in range(at + 1, len(here)) if here[index] in have or _is_body(here[index], whole))
    first = next(told, at + 1)
    near = [*shown[max(0, at - _BEFORE) : at], *shown[at + 1 : min(first, at + 1 + _BETWEEN)]]
    language = language_of(tree, "\n".join(kept))
    return tuple(text for text in near if squeezed(text) not in have and _is_small_print(text, language))


def _is_body(line: str, whole: str) -> bool:
    """Whether extraction has kept a line inside a longer one."""
    return len(line) >= _SURE and line in whole


def _is_small_print(text: str, language: str) -> bool:
    lines = lines_of(text)
    if len(lines) != 1 or len(text) > _LONGEST:
        return False
    dated = masthead(text, lines[0], language) is not None
    return dated or bool(find_credits(text, lines, language)) or is_about_itself(text, lines, 0, language)
