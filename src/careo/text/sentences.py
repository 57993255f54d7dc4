"""Where a sentence begins and ends.

A full stop is read with what stands before it (an abbreviation, an initial, an ordinal) and after it.
A newline always ends a sentence. A quotation or bracket that goes on keeps its sentence together.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from careo.text.lexicon import LANGUAGES, table
from careo.text.quotes import find_quotes

_END = re.compile(r"[.!?…]+[\"”“»«’'›‹)\]]*(?=\s)")
_BEFORE = re.compile(r"[^\s\"„“”«»‹›‘(\[/–—]*$")
# What follows the mark: opening signs and a Dutch clipped article ('s, 't) are passed over.
_NEXT = re.compile(r"\s+(?:[’‘'][stn]\s)?[\"„“”«»‹›‘'(\[¿¡–—-]*\s?(\w[\w’'-]*)?")
_INITIALS = re.compile(r"(?:\w\.)*[^\W\d_]")
_DOTTED = re.compile(r"(?:[^\W\d_]+\.)+[^\W\d_]+")
_ROMAN = re.compile(r"[IVXL]{1,6}")
_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_CLOSES = re.compile(r"[ \u00a0\u202f]+[»›”](?=\s|$)")
"""A closing mark set off by a space, as French sets it: the sentence ends behind it."""
_LONGEST_QUOTE = 400
"""Code points up to which a quotation of several sentences stays in one: a longer one is a speech, not a clause."""
_LAST_DAY = 31
"""A greater number before a full stop is no day of a month, and hardly an ordinal."""
_NOTHING: Mapping[str, Any] = {}


@cache
def _words(language: str, key: str) -> frozenset[str]:
    words = table(language, "sentences") if language in LANGUAGES else _NOTHING
    return frozenset(word.casefold() for word in words.get(key, ()))


def _is_ordinal(before: str, following: str, language: str) -> bool:
    """Tell whether a number with a full stop, in a language that writes ordinals so, counts on."""
    if "ordinal_stop" not in _words(language, "habits"):
        return False
    number = before.isdecimal() and int(before) <= _LAST_DAY
    return (number or _ROMAN.fullmatch(before) is not None) and following.casefold() not in _words(language, "starters")


def _is_abbreviation(before: str, following: str, language: str) -> bool:
    """Tell whether the full stop after `before` belongs to an abbreviation and not to the sentence."""
    word = before.casefold().rstrip(".")
    numbered = following[:1].isdecimal() or _ROMAN.fullmatch(following) is not None
    if word in _words(language, "never_ends") or (word in _words(language, "before_number") and numbered):
        return True
    starts = following.casefold() in _words(language, "starters")
    if word in _words(language, "may_end") or _DOTTED.fullmatch(before):
        return not starts
    return _INITIALS.fullmatch(before) is not None and before[-1].isupper() and not starts


def _breaks(text: str, match: re.Match[str], end: int, language: str) -> bool:
    """Tell whether a sentence ends with this mark, and the closing marks after it up to `end`."""
    ahead = _NEXT.match(text, end)
    following = (ahead.group(1) or "") if ahead else ""
    if ahead and len(following) == 1 and following.isupper() and text.startswith(".", ahead.end(1)):
        following = ""  # an initial: "A. Smith", but "A ponte"
    if following[:1].islower():
        return False
    if match.group()[0] != "." or match.group()[1:2] in (".", "!", "?"):
        return True
    before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
    word = before.group() if before else ""
    closed = end - match.start() > 1
    if not word or closed:
        return True
    return not (_is_abbreviation(word, following, language) or _is_ordinal(word, following, language))


def _held(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches inside which no sentence ends: short quotations and brackets."""
    stretches = [*find_quotes(text, language), *(match.span() for match in _BRACKETS.finditer(text))]
    return tuple(sorted((a, b) for a, b in stretches if b - a <= _LONGEST_QUOTE))


def _ends(text: str, language: str) -> list[int]:
    """Return the offsets in one line at which a sentence ends, without the line's own end."""
    held = _held(text, language)
    found = []
    for match in _END.finditer(text):
        closing = _CLOSES.match(text, match.end())
        quoted = closing is not None and any(stop == closing.end() for _, stop in held)
        last = closing.end() if closing is not None and quoted else match.end()
        inside = any(start < match.start() and last < end for start, end in held)
        if not inside and _breaks(text, match, last, language):
            found.append(last)
    return found


def split(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text[start:end]` as trimmed spans in order, offsets into `text`.

    An unknown language has no abbreviations but still gets its sentences.
    """
    stop = len(text) if end is None else min(end, len(text))
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text[start:stop]):
        at = 0
        for cut in [*_ends(line.group(), language), len(line.group())]:
            piece = line.group()[at:cut]
            if piece.strip():
                offset = start + line.start() + at + len(piece) - len(piece.lstrip())
                spans.append((offset, offset + len(piece.strip())))
            at = cut
    return tuple(spans)
