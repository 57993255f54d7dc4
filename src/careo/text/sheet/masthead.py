"""The line over a report that says when it was published, and perhaps where, by whom and in which paper.

Such a line is a row of pieces between marks: a day, a clock time, a byline, a few capitalised words. Whatever
else stands in it, it is a sentence, and its day is one of the story's.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from careo.text.lexicon import LANGUAGES
from careo.text.sheet.bearers import is_person
from careo.text.sheet.layout import Line, any_of, words
from careo.text.sheet.stated import StatedDate, day_in
from careo.text.times.dates import find_times

_LONGEST = 140
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b(?::\d\d)?(?:\s*[ap]\.?m\.?\b)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|\d[./-]\d\d(?!\d)")
"""A day without its year dates nothing, and most lines have none."""
_CUT = re.compile(r"\s*[|·•/,;:()]\s*|\s+[-–—]\s+|\.\s+|\.$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WHOLE = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(r"[^\W\d_A-Z]{2,4}")
"""An agency's or a writer's, in lower case."""
_NUMBER_SIGN = re.compile(r"(?:\b[^\W\d_]{1,6}\.?\s*)?\d+")
_DAY = "\x00"
"""Stands for every letter of a day while the line is cut: days have commas and stops of their own."""
_PIECE_WORDS, _PIECES = 6, 4
_SMALL = frozenset(
    {
        "am", "an", "and", "da", "das", "de", "dei", "del", "della", "dem", "den", "der", "des", "di", "die", "do",
        "dos", "du", "e", "el", "et", "het", "im", "la", "las", "le", "les", "lo", "los", "of", "te", "the", "und",
        "van", "vom", "von", "y", "zu",
    }
)  # fmt: skip
"""Words inside names; "in" and its like lead to a place, as sentences do."""
_BRACKETED = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What such a line says."""

    published: StatedDate
    names: tuple[str, ...]
    """The capitalised pieces that are no byline: outlets, places, people, sections."""
    writers: tuple[str, ...] = ()
    """Who a byline in it names."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int


def masthead(text: str, line: Line, language: str) -> Masthead | None:
    """Return what the line says where it is such a line, and states one day of publication; else `None`.

    The line may be in another language than the report, if the name of its month tells which.
    """
    if line.length > _LONGEST or not _YEAR.search(text, line.start, line.end):
        return None
    found = _read(text, line, language)
    if found is not None:
        return found
    others = (_read(text, line, other) for other in LANGUAGES if other != language)
    return next((one for one in others if one and _WORD.search(text, one.published.start, one.published.end)), None)


def is_signed(text: str, line: Line, language: str, people: Collection[str]) -> bool:
    """Tell whether a line is a row of such pieces, with or without a day, and one of them is somebody who signs."""
    if line.length > _LONGEST:
        return False
    found = tuple(_pieces(text[line.start : line.end], line.start, text, language))
    known = any(piece.text in people for piece in found)
    return known and all(_kind(piece.text, language) is not None for piece in found)


def _read(text: str, line: Line, language: str) -> Masthead | None:
    content = text[line.start : line.end]
    if any(any_of(language, "notes", key).match(content) for key in ("update", "correction")):
        return None
    if content.endswith(("?", ";", "…")):
        return None
    if any(_labelled(content, language, key) for key in ("source", "translator", "original", "material")):
        return None
    days: list[StatedDate] = []
    names: list[str] = []
    writers: list[str] = []
    changed = False
    for piece in _pieces(content, line.start, text, language):
        kind = _kind(piece.text, language)
        if kind is None:
            return None
        if kind == "day" and not changed:
            found = day_in(text, piece.start, piece.end, language)
            days += [found] if found else []
        elif kind == "name":
            names.append(piece.text)
        if kind in ("day", "byline"):
            writers += _writers(piece.text, language)
        changed = kind == "changed" and _DAY not in piece.text
    if len({day.value for day in days}) != 1 or len(names) > _PIECES:
        return None
    return Masthead(days[0], tuple(names), tuple(dict.fromkeys(writers)))


def _writers(piece: str, language: str) -> Iterator[str]:
    """Yield the names after the word of a byline: two where a joining word stands between two persons."""
    bare = _undated(piece, language)
    match = _byline_word(bare, language) or any_of(language, "credit", "posted_by").match(bare)
    name = bare[match.end() :].strip() if match else ""
    halves = any_of(language, "credit", "joins").split(name)
    both = len(halves) > 1 and all(is_person(half.strip(), language) for half in halves)
    yield from (half.strip() for half in (halves if both else [name]) if half.strip())


def _undated(piece: str, language: str) -> str:
    """Return a piece without "Posted" before it, its day, and the word that leads to the day."""
    bare = any_of(language, "notes", "published").sub(" ", piece, count=1).strip()
    before, day, after = bare.partition(_DAY)
    if day:
        led = next(
            (m for m in any_of(language, "credit", "dated").finditer(before) if not before[m.end() :].strip()), None
        )
        before = before[: led.start()] if led else before
    return f"{before.strip()} {after.strip(_DAY + ' ')}".strip()


def _byline_word(bare: str, language: str) -> re.Match[str] | None:
    keys = ("byline", "author")
    return next((found for key in keys if (found := any_of(language, "credit", key).match(bare))), None)


def issue_day(content: str, language: str) -> StatedDate | None:
    """Return the day in a running head or foot that has nothing else but a name: "The Mail   Tuesday 4 May 2021"."""
    found = day_in(content, 0, len(content), language)
    if found is None:
        return None
    left = f"{content[: found.start]} {content[found.end :]}".strip(" |·•/,;:()–—-")
    named = _NUMBER_SIGN.sub("", left).strip(" |·•/,;:()–—-")
    return found if not named or _is_nominal(named) else None


def _labelled(content: str, language: str, key: str) -> bool:
    match = any_of(language, "credit", key).match(content)
    return match is not None and (" " in match[0] or content[match.end() :].lstrip().startswith(":"))


def _pieces(content: str, offset: int, text: str, language: str) -> Iterator[_Piece]:
    """Yield the pieces between marks; every day in them is written as NULs."""
    shown = content
    for time in find_times(text, language, offset, offset + len(content), anchor=None):
        first, last = time.start - offset, time.end - offset
        if any(char.isdigit() for char in shown[first:last]):
            shown = shown[:first] + _DAY * (last - first) + shown[last:]
    if any(_DAY in bracket for bracket in _BRACKETED.findall(shown)):  # "(Lugo, 3 May 1950)" is somebody's birth
        yield _Piece(shown, offset, offset)
        return
    shown = _CLOCK.sub(lambda match: " " * len(match[0]), shown)
    at = 0
    cuts = [match.span() for match in _CUT.finditer(shown)]
    changed = any_of(language, "notes", "announced").finditer(shown)
    cuts += [(match.start(), match.start()) for match in changed if _DAY in shown[: match.start()]]
    for first, last in (*sorted(cuts), (len(shown), len(shown))):
        bare = shown[at:first].strip()
        if bare:
            start = at + shown[at:first].index(bare)
            yield _Piece(bare, offset + start, offset + start + len(bare))
        at = max(at, last)


def _kind(piece: str, language: str) -> str | None:
    """Return what a piece is: day, changed, clock (or another small sign), byline or name.

    `None` is for a piece of a sentence.
    """
    if any_of(language, "notes", "announced").match(piece):
        return "changed"
    bare = any_of(language, "notes", "published").sub(" ", piece, count=1).replace(_DAY, "")
    led = any_of(language, "credit", "dated")
    left = [
        word for word in _WHOLE.findall(led.sub(" ", bare)) if word.lower() not in words(language, "notes", "clock")
    ]
    if _DAY in piece:
        # One word right at the day is its weekday or the town; "opened on 3 May 2024" is a sentence.
        alone = not left or (len(left) == 1 and not led.search(bare))
        signed = _is_byline(_undated(piece, language), language) or _is_posted(piece, language)
        return "day" if alone or signed or _is_published_in(piece, language) else None
    if not left or _SIGN.fullmatch(piece):
        return "clock"
    if _is_byline(piece, language):
        return "byline"
    return "name" if _is_nominal(piece) else None


def _is_published_in(piece: str, language: str) -> bool:
    """Whether a piece says that it was published, the day, and where ("Published on 3 May 2024 in The Mail")."""
    published = any_of(language, "notes", "published").match(piece)
    before, _, after = piece[published.end() :].partition(_DAY) if published else (piece, "", "")
    led = any_of(language, "credit", "dated").sub(" ", before)
    at = any_of(language, "credit", "at").match(after.lstrip(_DAY + " "))
    return (
        published is not None
        and not led.strip()
        and at is not None
        and _is_nominal(after.lstrip(_DAY + " ")[at.end() :])
    )


def _is_posted(piece: str, language: str) -> bool:
    """Whether a piece says that it was posted and by whom with a word that elsewhere also leads to a place."""
    published = any_of(language, "notes", "published").match(piece)
    bare = _undated(piece, language)
    by = any_of(language, "credit", "posted_by").match(bare)
    return published is not None and by is not None and _is_nominal(bare[by.end() :].strip())


def _is_byline(piece: str, language: str) -> bool:
    match = _byline_word(piece, language)
    return match is not None and _is_nominal(piece[match.end() :].strip())


def _is_nominal(piece: str) -> bool:
    """A few words, the first with a capital, at most one longer one without ("Weekly briefing")."""
    named = _WORD.findall(piece)
    lower = [word for word in named[1:] if word[0].islower() and word not in _SMALL]
    plain = len(lower) <= 1 and all(len(word) > 3 for word in lower)
    return bool(named) and named[0][0].isupper() and len(named) <= _PIECE_WORDS and plain
