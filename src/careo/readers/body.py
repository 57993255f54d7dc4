"""The text of an article as a field of a record holds it: plain or with tags."""

import html
import re

from careo.readers.base import Paragraph
from careo.readers.markup import one_line, paragraphs
from careo.readers.runs import lines
from careo.readers.unwrapped import plain
from careo.text.normalise import clean, flat

_TAG = re.compile(
    r"</?(?:a|article|b|blockquote|body|br|div|em|figure|font|h[1-6]|html|i|img|li|ol|p|section|span|strong|table|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")


def body(value: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text that may be HTML; in plain text a line is a paragraph."""
    if _TAG.search(value):
        return paragraphs(value)
    pieces = (one for one in plain(lines(clean(unescaped(value)))) if one.text.strip())
    return tuple(Paragraph(one.text.strip(), one.role) for one in pieces)


def line(value: str) -> str | None:
    """Return a title or name as one line without tags, `None` where nothing is left."""
    if _TAG.search(value):
        return one_line(value)
    return flat(clean(unescaped(value))) or None


def unescaped(value: str) -> str:
    """Return a text with its entities resolved; an ampersand in a name is none."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), value)


def readable(found: tuple[Paragraph, ...]) -> int:
    """Return how many letters there are to read, furniture left out."""
    return sum(sum(map(str.isalpha, one.text)) for one in found if one.role != "furniture")
