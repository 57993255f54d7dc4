"""The tail of a page: what it is filed under, whose it is, which page of how many, where it appeared first."""

import re
from collections.abc import Sequence

from careo.text.sheet.layout import Line, any_of

_LAST = 5
"""The tail has no more lines than this."""
_LONGEST = 200
_SENTENCE_END = re.compile(r"[.!?…][\"”»“’')\]]*$")
_PAGE = re.compile(r"(?<!\w)(?:[^\W\d_]{1,7}\.?\s)?\d{1,4}\s(?:of|von|van|de|sur|di|/)\s\d{1,4}$", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")
_MARK = re.compile(r"\s*[|·•]\s*|\s+[-–—]\s+|\s*[()]\s*")
_BULLETS = "-–—*•>» "


def is_tail(text: str, lines: Sequence[Line], index: int, language: str, *, outlet: str | None) -> bool:
    """Tell whether a short line at the end of a text speaks of the page, its outlet or its archive.

    One sign alone is none: "The archive burnt down." may be how a report ends.
    """
    line = lines[index]
    if index < len(lines) - _LAST or index == 0 or line.length > _LONGEST:
        return False
    content = text[line.start : line.end].lstrip(_BULLETS)
    told = any_of(language, "furniture", "lines", "posted").match(content)
    if told and any_of(language, "furniture", "lines", "first_on").search(content, told.end()):
        return True
    return (
        _is_filed(content, language, outlet) or _is_imprint(content, language) or _is_paged(content, language, outlet)
    )


def names(content: str, outlet: str | None) -> bool:
    """Whether a line has the outlet's name in it, or its beginning, which it is mostly called by."""
    if not outlet:
        return False
    parts = [part for part in outlet.casefold().split() if part]
    first = " ".join(parts[:2]) if len(parts) > 2 else " ".join(parts)
    return re.search(rf"(?<!\w){re.escape(first)}(?!\w)", content.casefold()) is not None


def _is_filed(content: str, language: str, outlet: str | None) -> bool:
    """A line with a word for archive or issue that is no sentence, or names the outlet, or means the page itself."""
    filed = any_of(language, "furniture", "lines", "archive").search(content)
    if filed is None:
        return False
    itself = any_of(language, "furniture", "lines", "itself").match(content) is not None
    bare = not _SENTENCE_END.search(content)
    opens = filed.start() <= len(content) // 3
    return (
        (itself and opens is not None)
        or (bare and names(content, outlet))
        or (bare and opens and _NUMBERED.search(content) is not None)
    )


def _is_imprint(content: str, language: str) -> bool:
    """At least two of the links every page has at its foot, between marks."""
    pieces = [piece.strip().lower() for piece in _MARK.split(content)]
    imprint = any_of(language, "furniture", "lines", "imprint")
    return sum(imprint.fullmatch(piece) is not None for piece in pieces) > 1


def _is_paged(content: str, language: str, outlet: str | None) -> bool:
    """Whether a line with the outlet's name, or about its subscribers, ends on "Page 2 of 3"."""
    page = _PAGE.search(content.rstrip(" ."))
    asked = any_of(language, "furniture", "appeal", "words").search(content)
    return page is not None and (names(content, outlet) or asked is not None)
