"""Where a text quotes: the characters between quotation marks, marks included."""

import re

_MARKS = "„“”‟\"«»‹›‚‘’'「」『』"
_MARK = re.compile(f"[{_MARKS}]|\n")
_CLOSERS = {
    "„": '“”"',
    "‚": "‘’",
    "“": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‟": "“”",
    "「": "」",
    "『": "』",
}
# Words cut short at the front: Dutch 's 't 'n 'k 'm, English 'em 'til 'tis, and years ('90s).
_CLIPPED = re.compile(r"[’‘'](?:[stnkm]|em|til|tis|twas|\d\ds?)\b", re.IGNORECASE)
_SINGLE_SPAN = 300
"""Code points a quotation in straight or English single marks may have; longer ones are stray apostrophes."""


def _opens(text: str, at: int) -> bool:
    """Tell whether a mark at this place stands where a quotation may begin."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and before not in ".,!?…" and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Tell whether a mark at this place stands where a quotation may end."""
    after = text[at + 1] if at + 1 < len(text) else " "
    return at > 0 and not text[at - 1].isspace() and not after.isalnum()


def _is_apostrophe(text: str, at: int) -> bool:
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return inside or (not text[at - 1 : at].isalnum() and _CLIPPED.match(text, at) is not None)


def _closing(text: str, mark: str, at: int, opened: list[tuple[str, int]]) -> int | None:
    """Return the index in `opened` of the mark that the one at `at` closes, or None."""
    for index in range(len(opened) - 1, -1, -1):
        opener, start = opened[index]
        if opener in "\"'" and mark == opener and _closes(text, at):
            return index
        if mark in _CLOSERS.get(opener, "") and (mark != "’" or (_closes(text, at) and at - start < _SINGLE_SPAN)):
            return index
    return None


def _may_open(text: str, mark: str, at: int) -> bool:
    if mark in "„«‹‚“»›‟「『":
        return mark not in "»›" or _opens(text, at)
    if mark == "”":
        return _opens(text, at) and not _closes(text, at)
    return mark != "’" and _opens(text, at)


def _forget(text: str, at: int, opened: list[tuple[str, int]]) -> None:
    """Drop what may not run over the line end at `at`: straight and single marks, all at a blank line."""
    if text[at + 1 : at + 2] == "\n":
        opened.clear()
    opened[:] = [(mark, start) for mark, start in opened if mark not in "\"'‘‚"]


def find_quotes(text: str, language: str) -> tuple[tuple[int, int], ...]:  # noqa: ARG001
    """Return the spans of quotations, marks included, in order; inner quotations too.

    The marks themselves tell how they pair („“ “” "" «» »« ‹› ‘’), in any language; `language` is there for
    those in which they do not. A quotation never runs over a blank line; one that is not closed is left out.
    """
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            _forget(text, at, opened)
            continue
        if mark in "’‘'" and _is_apostrophe(text, at):
            continue
        index = _closing(text, mark, at, opened)
        if index is not None:
            spans.append((opened[index][1], at + 1))
            del opened[index:]
        elif _may_open(text, mark, at):
            opened[:] = [pair for pair in opened if pair[0] != mark]
            opened.append((mark, at))
    return tuple(sorted(spans))
