"""Remarks on the page itself: that it was made for some purpose, that what it tells or names is invented."""

import re
from collections.abc import Sequence

from careo.text.quotes import find_quotes
from careo.text.sheet.layout import Line, any_of, words

_LONGEST = 400
_TOP, _END = 8, 4
"""Such a remark stands among the first lines or the last."""
_SENTENCE = re.compile(r"[.;!?](?:\s|$)")
_WORD = re.compile(r"\w+")
_TAIL = 25
_ENOUGH = 3


def is_about_itself(text: str, lines: Sequence[Line], index: int, language: str) -> bool:
    """Tell whether a line at either end speaks of the page and not of the world.

    Of four things (the page, the making, the purpose, the invention) it must name three, or the page and its
    invention in one sentence, and begin with one of them: a report on an invented story begins with people.
    """
    line = lines[index]
    if not (index < _TOP or index >= len(lines) - _END) or line.length > _LONGEST:
        return False
    content = text[line.start : line.end]
    for start, end in find_quotes(content, language):
        content = content[:start] + " " * (end - start) + content[end:]
    content = content.lstrip(" ([*_").rstrip(" )]*_")
    opening = _opening(content, language)
    if opening is None:
        return False
    named = {key for key in ("itself", "made", "purpose", "fiction") if _cue(language, key).search(content)}
    if opening == "itself":
        return len(named) >= _ENOUGH or _plainly_invented(content, language)
    # Without a subject the page is meant only where the remark ends on who is invented.
    ends = [match.end() for match in _cue(language, "fiction").finditer(content)]
    return {"made", "purpose"} <= named and bool(ends) and ends[-1] >= len(content) - _TAIL


def _cue(language: str, key: str) -> re.Pattern[str]:
    return any_of(language, "notes", "about", key)


def _opening(content: str, language: str) -> str | None:
    """Return which of the cues the remark begins with, small words aside."""
    small = words(language, "notes", "about", "small")
    first = _WORD.search(content)
    # "The demonstration was ..." is one that people go to.
    subject = first is not None and first[0].lower() in words(language, "credit", "articles")
    for match in _WORD.finditer(content):
        for key in ("itself", "made", "purpose"):
            if not (subject and key == "purpose") and _cue(language, key).match(content, match.start()):
                return key
        if match[0].lower() not in small:
            return None
    return None


def _plainly_invented(content: str, language: str) -> bool:
    """Whether the first sentence is no more than "This page is invented"."""
    page = _cue(language, "itself").search(content)
    first = _SENTENCE.split(content, maxsplit=1)[0]
    ends = [match.end() for match in _cue(language, "fiction").finditer(first)]
    return page is not None and " " in page[0] and bool(ends) and ends[-1] == len(first)
