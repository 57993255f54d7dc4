"""Editors speaking: remarks in brackets or on the page itself, appended updates and corrections; captions too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from careo.model.seen import Part, PartRole
from careo.text.lexicon import LANGUAGES
from careo.text.sheet.about import is_about_itself
from careo.text.sheet.captions import is_caption, label
from careo.text.sheet.layout import Line, any_of, words
from careo.text.sheet.stated import day_in
from careo.text.times.dates import find_times

_SHORT = 160
_LONG = 600
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACKETS = {"[": "]", "(": ")"}
_INSIDE = re.compile(
    r"(?:(?<=[.!?…] )|(?<=[.!?…][\"”»“’')\]] )|^)(\[[^\[\]\n]{8,600}\]|\([^()\n]{8,600}\))\s*", re.MULTILINE
)
_HEAD = 60
"""What a remark is begins within so many code points."""
_TOLD = 4
"""Fewer words after "Updated on 4 May:" only lead to where the update stands."""
_OF = 3
"""Words after "an earlier version" in which stands of what it is one."""
_LAST_WORD = 7
_TOP = 4
"""A correction stands among the first lines, or in the second half."""
_NO_YEAR = re.compile(r"XXXX-\d\d-\d\d")
_BRACKET_LINES = 8
"""A remark in brackets runs over no more lines than this."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a line is, and the day it bears itself, EDTF."""

    role: PartRole
    date: str | None = None


def find_notes(
    text: str, lines: Sequence[Line], languages: Sequence[Sequence[str]], body: Sequence[bool]
) -> dict[int, Note]:
    """Return the lines that are editors' words, by index.

    Args:
        text: the report's text.
        lines: its lines.
        languages: for each line those whose words are looked for: the report's, and its own where that is another.
        body: for each line whether it is still free, that is no furniture and no credit.
    """
    notes: dict[int, Note] = {}
    for index, line in enumerate(lines):
        if body[index] and index not in notes:
            for language in languages[index]:
                notes.update(_note_at(text, lines, index, language) or {})
                if index not in notes and is_caption(text, line, language):
                    notes[index] = Note("caption")
    notes.update(_sections(text, lines, languages, body, notes))
    return notes


def _note_at(text: str, lines: Sequence[Line], index: int, language: str) -> dict[int, Note] | None:
    line = lines[index]
    content = text[line.start : line.end]
    if any(is_about_itself(text, lines, index, one) for one in (language, *LANGUAGES)):
        return {index: Note("note")}
    if _is_correcting(text, lines, index, language):
        return {index: Note("correction", _own_day(text, line, language))}
    if content[0] in _BRACKETS:
        last = _bracket_end(text, lines, index)
        inside = Line(line.start + 1, line.end, line.apart)
        appended = any(_is_inline(text, inside, language, key) for _, key in _APPENDED)
        if last is not None and not appended and _is_remark(text[line.start : lines[last].end], language):
            return {number: Note("note") for number in range(index, last + 1)}
    if _is_opened(content, language) and line.length <= _LONG:
        return {index: Note("note", _own_day(text, line, language))}
    if (
        line.length <= _SHORT
        and _is_announcement(content, language)
        and not _opens_section(text, lines, index, language)
        and not any(_is_inline(text, line, language, key) for _, key in _APPENDED)
    ):
        found = day_in(text, line.start, line.end, language)
        own = index >= len(lines) - _TOP and any_of(language, "furniture", "lines", "itself").match(content)
        return {index: Note("note", found.value if found else None)} if found or own else None
    return None


def _is_opened(content: str, language: str) -> bool:
    """Whether a line begins as editors' remarks do; a single word ("Ed") must have its colon."""
    match = any_of(language, "notes", "opening").match(content)
    if match is None:
        return False
    return " " in match[0].strip() or content[match.end() :].lstrip(" .")[:1] in (":", "")


def _is_correcting(text: str, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether a line speaks of what the text was before, or says in its second half that something was put right."""
    content = text[lines[index].start : lines[index].end]
    if len(content) > _LONG:
        return False
    earlier = any_of(language, "notes", "earlier").search(content)
    if earlier and earlier.start() <= _HEAD and _is_own(content[earlier.start() :], len(earlier[0]), language):
        return 2 * lines[index].start >= lines[-1].end or index < _TOP
    late = index > 0 and 2 * lines[index].start >= lines[-1].end
    itself = any_of(language, "furniture", "lines", "itself").match(content)
    fixed = any_of(language, "notes", "fixed").search(content)
    if not late or itself is None or fixed is None or not _is_announcement(content, language):
        return False
    return len(_WORD.findall(content[fixed.end() :])) > 2


def _is_own(content: str, end: int, language: str) -> bool:
    """Whether an earlier version is the report's: it says so, or does not say of what."""
    after = content[end:]
    head = " ".join([content[:end].split()[-1], *after.split()[:_OF]])
    if any_of(language, "notes", "own").search(head):
        return True
    said = any_of(language, "notes", "of")
    return said.match(after.lstrip()) is None and said.search(content[max(0, end - _LAST_WORD) : end]) is None


def _is_announcement(content: str, language: str) -> bool:
    """A line that begins by saying that something was added or changed; a lone word must be the first."""
    match = any_of(language, "notes", "announced").search(content[:40])
    return match is not None and (match.start() == 0 or " " in match[0])


def _opens_section(text: str, lines: Sequence[Line], index: int, language: str) -> bool:
    """Whether a heading such as "Update of 4 May" has its text below it, and not only at the end of the page."""
    low = 3 * lines[index].start >= lines[-1].end and index + 1 < len(lines)
    return low and any(_is_heading(text, lines[index], language, key) for _, key in _APPENDED)


def _own_day(text: str, line: Line, language: str) -> str | None:
    """Return the one day in the beginning of a line; one without its year as `XXXX-05-04`, where no other has it."""
    end = min(line.end, line.start + _SHORT)
    found = day_in(text, line.start, end, language)
    if found:
        return found.value
    head = text.find(":", line.start, line.start + _HEAD)
    times = find_times(text, language, line.start, head, anchor=None) if head > 0 else ()
    bare = [time.first for time in times if time.first and _NO_YEAR.fullmatch(time.first) and time.first == time.last]
    return bare[0] if len(bare) == 1 else None


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
    opened = _is_opened(bare, language)
    signature = _is_signed(bare, language)
    named = label(bare, words(language, "notes", "caption")) is not None
    return not named and (content[0] == "[" or signature or opened)


def _is_signed(bare: str, language: str) -> bool:
    signatures = words(language, "notes", "signature")
    return any(bare.lower().endswith(word) and not bare[: -len(word)][-1:].isalnum() for word in signatures)


def inside_remarks(text: str, part: Part, language: str) -> tuple[tuple[int, int], ...]:
    """Return the places of editors' remarks in brackets after a full stop inside a part, with the space after each.

    One inside a sentence stays: the sentence would be cut in two.
    """
    own = part.language or language
    found = (match for match in _INSIDE.finditer(text, part.start, part.end) if _is_inside(match[1], own))
    return tuple((match.start(1), match.end()) for match in found)


def _is_inside(remark: str, language: str) -> bool:
    bare = remark[1:-1]
    opened = _is_opened(bare, language) and len(_WORD.findall(bare)) >= _TOLD
    return opened or (remark[0] == "[" and _is_signed(bare, language) and len(_WORD.findall(bare)) >= _TOLD)


def _sections(
    text: str,
    lines: Sequence[Line],
    languages: Sequence[Sequence[str]],
    body: Sequence[bool],
    notes: dict[int, Note],
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
        for language, (role, key) in product(languages[index], _APPENDED):
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
    """A paragraph that begins "Correction: ..." or "Update, <day>: ...", in brackets or not."""
    start = line.start + (text[line.start] in _BRACKETS)
    match = any_of(language, "notes", key).match(text, start)
    changed = any_of(language, "notes", "announced").match(text, start) if match is None else None
    if changed:
        fixed = any_of(language, "notes", "fixed").match(changed[0]) is not None
        match = changed if fixed == (key == "correction") else None
    if match is None:
        return False
    rest = text[match.end() : min(line.end, match.end() + _HEAD)]
    colons = [at for at, char in enumerate(rest) if char == ":" and not _CLOCK.search(rest[max(0, at - 2) : at + 3])]
    told = _WORD.findall(text[match.end() + colons[0] : line.end]) if colons else []
    if len(told) < (_TOLD if changed else 1):
        return False
    return _only_dates(text, match.end(), match.end() + colons[0], language)


def _only_dates(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch has no words but those of a day, with or without its year, and of the hour."""
    rest = text[start:end]
    for time in find_times(text, language, start, end, anchor=None):
        rest = rest[: time.start - start] + " " * (time.end - time.start) + rest[time.end - start :]
    small = {*words(language, "notes", "clock"), *words(language, "credit", "dated")}
    return all(word.lower() in small for word in _WORD.findall(_CLOCK.sub(" ", rest)))


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
