"""The line of figures and codes that a news agency sends before a report ("abc0815 4 pl 220 efg")."""

import re
from collections.abc import Sequence

from careo.text.sheet.bearers import is_agency
from careo.text.sheet.layout import Line

_FIRST = re.compile(r"([^\W\d_]{2,5})[-_ ]?\d{2,6}\b")
_CODE = re.compile(r"[^\W\d_]{1,5}(?:[-/][^\W\d_]{1,5})*|\S*\d\S*|\W+")
_TOP, _LONGEST = 3, 60


def slugs(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of such lines over a text."""
    top = ((index, text[line.start : line.end]) for index, line in enumerate(lines[:_TOP]))
    return frozenset(index for index, content in top if _is_slug(content) and index + 1 < len(lines))


def _is_slug(content: str) -> bool:
    match = _FIRST.match(content)
    if match is None or len(content) > _LONGEST or not (is_agency(match[1]) or is_agency(match[1].upper())):
        return False
    return all(_CODE.fullmatch(word) for word in content[match.end() :].split())
