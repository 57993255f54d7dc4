"""Lines that belong to a picture: labelled ("Photo: ..."), or closing with who took it."""

import re
from collections.abc import Sequence

from careo.text.sheet.bearers import is_agency
from careo.text.sheet.layout import Line, any_of, words

_LONG = 600
_SHORT = 300
_NEAR = 40
_CLAIMED = re.compile(r"(?:©|\(c\))\s*(?!\d)[^\W\d_][^.!?:;]{1,80}$", re.IGNORECASE)
_BY_AGENCY = re.compile(r"\([^\W\d_a-zß-öø-ÿ][\w.'’-]+\s[^()/]{2,40}/([^()/]{2,30})\)[.\s]*$")
_NAMES = re.compile(
    r"[.]?\s*[:/]?\s*(?:[^\W\d_]{1,3}\s+)?(?:[^\W\d_]\.[ -]?){0,3}[^\W\d_a-zß-öø-ÿ][^.!?:;()]{1,60}[\s.)\]]*$"
)
_BEFORE = re.compile(r"(?:[(\[|/–—-]|[.!?…][\"”»“’')\]]*)\s*$")


def is_caption(text: str, line: Line, language: str) -> bool:
    """Tell whether a line is what stands under a picture."""
    content = text[line.start : line.end]
    bare = content.lstrip("[(")
    if line.length <= _LONG and label(bare, words(language, "notes", "caption")) is not None:
        return True
    return line.length <= _SHORT and (
        any_of(language, "notes", "file_photo").match(bare) is not None
        or _closes(content, language)
        or _CLAIMED.match(content) is not None
        or _is_agency_picture(content)
    )


def _is_agency_picture(content: str) -> bool:
    """Whether a line ends on "(NAME/AGENCY)"."""
    found = _BY_AGENCY.search(content)
    return found is not None and is_agency(found[1].strip())


def _closes(content: str, language: str) -> bool:
    """Whether a line ends on "(Photo by NAME)", ". Photo: NAME", "© NAME" or "(file photo)"."""
    claimed = content.rfind("©")
    if claimed > 0 and _CLAIMED.match(content, claimed):
        return True
    filed = [*any_of(language, "notes", "file_photo").finditer(content)]
    if filed and _BEFORE.search(content[: filed[-1].start()]) and len(content[filed[-1].end() :].strip(" .)]")) < _NEAR:
        return True
    for match in any_of(language, "notes", "caption").finditer(content):
        if not _BEFORE.search(content[: match.start()]):
            continue
        by = any_of(language, "notes", "photo_by").match(content, match.end() + 1)
        if _NAMES.match(content, by.end() if by else match.end()):
            return True
    return False


def label(content: str, labels: Sequence[str]) -> str | None:
    """Return what stands before a line's first colon where its last or first word is one of the labels.

    A compound counts: what ends like the label ("Titelfoto:") is one.
    """
    before, colon, _ = content[:40].partition(":")
    parts = [word.strip("()[]*").lower() for word in before.split()]
    if not colon or not parts or len(parts) > 4:
        return None
    return before if parts[0] in labels or parts[-1].endswith(tuple(labels)) else None
