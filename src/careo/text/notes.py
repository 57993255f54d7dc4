"""Editors speaking: remarks in brackets or on the page itself, captions, appended updates and corrections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from careo.model.seen import PartRole
from careo.text.about import is_about_itself
from careo.text.layout import Line, any_of, words
from careo.text.lexicon import LANGUAGES
from careo.text.stated import day_in

_SHORT = 160
_LONG = 600
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACKETS = {"[": "]", "(": ")"}
_BRACKET_LINES = 8
"""A remark in brackets runs over no more lines than this."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a line is, and the day it bears itself, EDTF."""

    role: PartRole
    date: str | None = None


def find_notes(text: str, lines: Sequence[Line], language: str, body: Sequence[bool]) -> dict[int, Note]:
    """Return the lines that are editors' words, by index.

    Args:
        text: the report's text.
        lines: its lines.
        language: of the report.
        body: for each line whether it is still free, that is no furniture and no credit.
    """
    notes: dict[int, Note] = {}
    for index, line in enumerate(lines):
        if body[index] and index not in notes:
            notes.update(_note_at(text, lines, index, language) or {})
            if index not in notes and (caption := _caption(text, line, language)):
                notes[index] = caption
    notes.update(_sections(text, lines, language, body, notes))
    return notes


def _note_at(text: str, lines: Sequence[Line], index: int, language: str) -> dict[int, Note] | None:
    line = lines[index]
    content = text[line.start : line.end]
    if any(is_about_itself(text, lines, index, one) for one in (language, *LANGUAGES)):
        return {index: Note("note")}
    if content[0] in _BRACKETS:
        last = _bracket_end(text, lines, index)
        if last is not None and _is_remark(text[line.start : lines[last].end], language):
            return {number: Note("note") for number in range(index, last + 1)}
    if any_of(language, "notes", "opening").match(content) and line.length <= _LONG:
        return {index: Note("note", _own_day(text, line, language))}
    if (
        line.length <= _SHORT
        and _is_announcement(content, language)
        and not _opens_section(text, lines, index, language)
    ):
        found = day_in(text, line.start, line.end, language)
        return {index: Note("note", found.value)} if found else None
    return None


def _is_announcement(content: str, language: str) -> bool:
    """A line that begins by saying that something was added or changed; a lone word must be the first."""
    match = any_of(language, "notes", "announced").search(content[:40])
    return match is not None and (match.start() == 0 or " " in match[0])


def _opens_section(text: str, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether a heading such as "Update of 4 May" has its text below it, and not only at the end of the page."""
    low = 3 * lines[index].start >= lines[-1].end and index + 1 < len(lines)
    return low and any(_is_heading(text, lines[index], language, key) for _, key in _APPENDED)


def _own_day(text: str, line: Line, language: str) -> str | None:
    found = day_in(text, line.start, min(line.end, line.start + _SHORT), language)
    return found.value if found else None


def _bracket_end(text: str, lines: Sequence[Line], index: int) -> int | None:
    """Return the line in which the bracket that opens this line closes, where it closes at a line's end."""
    opener = text[lines[index].start]
    depth = 0
    for number in range(index, min(index + _BRACKET_LINES, len(lines))):
        line = lines[number]
        for at in range(line.start, line.end):
            depth += (text[at] == opener) - (text[at] == _BRACKETS[opener])
            if depth == 0:
                return number if not text[at + 1 : line.end].strip(" .") else None
    return None


def _is_remark(content: str, language: str) -> bool:
    """Square brackets round a whole paragraph are the editors'; round ones only where they sign."""
    bare = content.strip("[]() .")
    signature = any(
        bare.lower().endswith(word) and not bare[: -len(word)][-1:].isalnum()
        for word in words(language, "notes", "signature")
    )
    named = _label(bare, words(language, "notes", "caption")) is not None
    return not named and (content[0] == "[" or signature)


def _caption(text: str, line: Line, language: str) -> Note | None:
    bare = text[line.start : line.end].lstrip("[(")
    if line.length <= _LONG and _label(bare, words(language, "notes", "caption")) is not None:
        return Note("caption")
    return None


def _label(content: str, labels: Sequence[str]) -> str | None:
    """Return what stands before a line's first colon where its last or first word is one of the labels.

    A compound counts: what ends like the label ("Titelfoto:") is one.
    """
    before, colon, _ = content[:40].partition(":")
    parts = [word.strip("()[]*").lower() for word in before.split()]
    if not colon or not parts or len(parts) > 4:
        return None
    return before if parts[0] in labels or parts[-1].endswith(tuple(labels)) else None


def _sections(
    text: str, lines: Sequence[Line], language: str, body: Sequence[bool], notes: dict[int, Note]
) -> dict[int, Note]:
    """Return the lines of appended updates and corrections, with the day they bear.

    A section bears its own day, else the one announced above, where just one is announced.
    """
    announced = {note.date for note in notes.values() if note.role == "note" and note.date}
    inherited = announced.pop() if len(announced) == 1 else None
    found: dict[int, Note] = {}
    for index in range(len(lines)):
        if not body[index] or index in notes or index in found:
            continue
        for role, key in _APPENDED:
            if _is_heading(text, lines[index], language, key):
                found.update(_section(text, lines, index, (language, role, inherited), body))
            elif _is_inline(text, lines[index], language, key):
                found[index] = Note(role, _own_day(text, lines[index], language) or inherited)
    return found


_APPENDED: tuple[tuple[PartRole, str], ...] = (("update", "update"), ("correction", "correction"))


def _is_heading(text: str, line: Line, language: str, key: str) -> bool:
    match = any_of(language, "notes", key).match(text[line.start : line.end])
    if match is None or line.length > 80:
        return False
    start = line.start + match.end()
    rest = text[start : line.end]
    if not rest.strip(" :.-–—()"):
        return True
    found = day_in(text, start, line.end, language)
    if found is None:
        return not _WORD.search(_CLOCK.sub("", rest))
    return len(_WORD.findall(text[start : found.start] + " " + text[found.end : line.end])) <= 2


def _is_inline(text: str, line: Line, language: str, key: str) -> bool:
    """A paragraph that begins "Correction: ..." or "Update, <day>: ..."."""
    match = any_of(language, "notes", key).match(text[line.start : line.end])
    if match is None:
        return False
    head, colon, rest = text[line.start + match.end() : line.end][:60].partition(":")
    if not colon or not rest.strip():
        return False
    start = line.start + match.end()
    return not _WORD.search(head) or day_in(text, start, start + len(head), language) is not None


def _section(
    text: str,
    lines: Sequence[Line],
    heading: int,
    how: tuple[str, PartRole, str | None],
    body: Sequence[bool],
) -> dict[int, Note]:
    """A heading in the second half rules all that follows; one further up only the paragraph under it."""
    language, role, inherited = how
    late = 2 * lines[heading].start >= lines[-1].end
    after = (index for index in range(heading + 1, len(lines)) if body[index])
    below = list(after if late else islice(after, 1))
    date = _own_day(text, lines[heading], language)
    return {index: Note(role, date or inherited) for index in (heading, *below)}
