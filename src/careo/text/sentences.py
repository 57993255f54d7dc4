"""Where a sentence begins and ends.

A full stop is read with what stands before it (an abbreviation, an initial, an ordinal) and after it.
A newline always ends a sentence. A short quotation keeps together the sentence it stands in, its reporting clause with
it; one that no other words touch is split into its own sentences. So with brackets.
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
_DASH = re.compile(r"\s[–—-]\s")
_INITIALS = re.compile(r"(?:\w\.-?)*[^\W\d_]")
_DOTTED = re.compile(r"(?!.*\.(?:com|org|net)$)(?!www\.)(?:[^\W\d_]{1,5}\.-?)+[^\W\d_]{1,4}", re.IGNORECASE)
"""Letters with stops between them ("S.p.A", "Brig.-gen"), and no address."""
_SPACED = re.compile(r"(?:\b[^\W\d_]{1,2}\.\s)+[^\W\d_]{1,3}$")
"""An abbreviation written with spaces, without its last stop: "a. m", "EE. UU", "n. Chr"."""
_ELIDED = re.compile(r"['’]")
_ELIDED = re.compile(r"^\w+['’](?=\w)")
"""What is cut short before an abbreviation: "l'ing. Rossi"."""
_ROMAN = re.compile(r"[IVXL]{1,6}")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
"""A name that begins with a small letter, as those of devices and shops do."""
_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_CLOSES = re.compile(r"[ \u00a0\u202f]+[»›”](?=\s|$)")
"""A closing mark set off by a space, as French sets it: the sentence ends behind it."""
_PAUSE = re.compile(r"(?:^|[.!?…][\"”“»«’'›‹)\]]*[\s\u00a0]|[.!?…][ \u00a0\u202f][»›”]\s)\s*$")
"""What stands before the first word of a sentence."""
_WHOLE = re.compile(r"[.!?…][ \u00a0\u202f]?[^\s\w]$")
_DATELINE = re.compile(
    r"\s*(?:(?P<capitals>[A-ZÀ-Þ]{3,}(?:[ /-][A-ZÀ-Þ]+)*)|[A-ZÀ-Þ][\w’'-]+(?:[ /][A-ZÀ-Þ][\w’'-]+){0,2})"
    r"(?:,[^.()\n]{1,15}(?:\.[^.()\n]{0,8})?)?\s\((?(capitals)|(?=[^()\n]*[A-Z][^()\n]*[A-Z]))[^()\n]{2,30}\)\s?[.:–—-]"
)
"""Where a dispatch comes from, with its agency in brackets: "LIMA, 3 nov. (ABC).", "Bonn (ABC) -"."""
_LONGEST_QUOTE = 400
"""Code points up to which a quotation of several sentences stays in one: a longer one is a speech, not a clause."""
_LEFT = 60
"""Code points looked at before a full stop, and for the bracket of a dateline."""
_SPACED_PART = 3
"""Letters the last part of an abbreviation with spaces may have."""
_PAUSE_SPAN = 8
"""Code points looked at for the end of a sentence before a quotation: marks and spaces."""
_LISTS = ("never_ends", "before_number", "closes_list", "may_end")
_NOTHING: Mapping[str, Any] = {}


@cache
def _words(language: str, key: str) -> frozenset[str]:
    words = table(language, "sentences") if language in LANGUAGES else _NOTHING
    return frozenset(word.casefold() for word in words.get(key, ()))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset().union(*(_words(language, key) for key in _LISTS))


@cache
def _suffixes(language: str) -> tuple[str, ...]:
    return tuple(_words(language, "suffixes"))


@cache
def _speaker(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a reporting clause that begins with a name: after "…?" only the verb tells it."""
    verbs = "|".join(sorted(_words(language, "reporting_after_name")))
    return re.compile(rf"\s(?:[A-ZÀ-Þ][\w’'-]*\.?\s){{1,4}}(?:{verbs})\b") if verbs else None


def _starts(following: str, language: str) -> bool:
    """Tell whether a word is one that begins sentences; of an elided one ("L'area") the part before the apostrophe."""
    starters = _words(language, "starters")
    return following.casefold() in starters or _ELIDED.split(following.casefold(), maxsplit=1)[0] + "'" in starters


def _is_ordinal(left: str, before: str, following: str, language: str) -> bool:
    """Tell whether a number with a full stop, in a language that writes ordinals so, counts on.

    A number is an ordinal before a month or the like, and behind words that introduce one: "am 3. Tag", but "es waren
    3. Bald".
    """
    if "ordinal_stop" not in _words(language, "habits") or _starts(following, language):
        return False
    if not before.isdecimal() or len(before) > 3:
        return _ROMAN.fullmatch(before) is not None
    if following.casefold() in _words(language, "ordinal_before"):
        return True
    earlier, previous = ["", "", *left.split()][-2:]
    if previous.casefold().rstrip(".") in _words(language, "before_number"):
        return False
    if previous.islower() and earlier.casefold() in _words(language, "ordinal_after"):
        return True  # "des späten 15. Tages"
    introduced = previous.endswith((",", "(")) or previous.casefold() in _words(language, "ordinal_after")
    return introduced or _PAUSE.search(left) is not None


def _is_abbreviation(before: str, following: str, language: str) -> bool:
    """Tell whether the full stop after `before` belongs to an abbreviation and not to the sentence."""
    before = _ELIDED.sub("", before)
    word = before.casefold().rstrip(".")
    street = word.endswith(_suffixes(language))
    if len(word) > 1 and "." not in before and not street and word not in _abbreviations(language):
        return False
    numbered = following[:1].isdecimal() or _ROMAN.fullmatch(following) is not None
    if word in _words(language, "never_ends") or (word in _words(language, "before_number") and numbered):
        return True
    if word in _words(language, "closes_list"):
        return following.casefold() in _words(language, "after_time")
    starts = _starts(following, language)
    if street or word in _words(language, "may_end") or _DOTTED.fullmatch(before):
        return not starts
    return _INITIALS.fullmatch(before) is not None and before[-1].isupper() and not starts


def _is_short(left: str, before: str, following: str, language: str) -> bool:
    """Tell whether the word before a full stop is an abbreviation, also one written with spaces."""
    spaced = _SPACED.search(left + before) if len(before) <= _SPACED_PART else None
    joined = "".join(spaced.group().split()) if spaced else ""
    known = joined.casefold() in _abbreviations(language)
    return _is_abbreviation(joined if known else before, following, language)


def _breaks(text: str, match: re.Match[str], end: int, language: str) -> bool:
    """Tell whether a sentence ends with this mark, and the closing marks after it up to `end`."""
    following, letter = _following(text, end)
    closed = end - match.start() > 1
    if _goes_on(text, end, following, language if closed else ""):
        return False
    if closed or match.group() != ".":
        return True
    at = max(0, match.start() - _LEFT)
    before = _BEFORE.search(text, at, match.start())
    word = before.group() if before else ""
    if not word:
        return True
    if letter and len(word) == 1 and word.islower():
        return False  # "i. G."
    if (letter and following.isupper()) or _DASH.match(text, end):
        following = ""  # an initial: "A. Smith", but "A ponte"; a dateline: "3 nov. - A ponte"
    left = text[at : match.start() - len(word)]
    return not (_is_short(left, word, following, language) or _is_ordinal(left, word, following, language))


def _following(text: str, end: int) -> tuple[str, bool]:
    """Return the word after a mark, or nothing, and whether it is a single letter with a full stop."""
    ahead = _NEXT.match(text, end)
    word = (ahead.group(1) or "") if ahead else ""
    return word, ahead is not None and len(word) == 1 and text.startswith(".", ahead.end(1))


def _goes_on(text: str, end: int, following: str, language: str) -> bool:
    """Tell whether what follows `end` belongs to the sentence before: a small letter, a reporting clause."""
    if following[:1].islower():
        return not _CAMEL.match(following)
    speaker = _speaker(language)
    if speaker is None or _starts(following, language):
        return False
    return speaker.match(text, end) is not None


def _is_apart(line: str, start: int, end: int, language: str) -> bool:
    """Tell whether a quotation or bracket stands between sentences, and no words of another touch it."""
    stop = end + (line[end : end + 1] in (".", "!", "?", "…"))
    whole = stop > end or _WHOLE.search(line, max(start, end - 3), end) is not None
    if not whole or _PAUSE.search(line, max(0, start - _PAUSE_SPAN), start) is None:
        return False
    after = line[stop : stop + 1]
    return not after or (after.isspace() and not _goes_on(line, stop, _following(line, stop)[0], language))


def _ends(text: str, language: str) -> list[int]:
    """Return the offsets in one line at which a sentence ends, without the line's own end."""
    dateline = _DATELINE.match(text) if "(" in text[:_LEFT] else None
    held = []
    for start, end in (*find_quotes(text, language), *(match.span() for match in _BRACKETS.finditer(text))):
        if end - start <= _LONGEST_QUOTE and not _is_apart(text, start, end, language):
            held.append((start, end))
    found = []
    for match in _END.finditer(text):
        closing = _CLOSES.match(text, match.end())
        last = closing.end() if closing else match.end()
        inside = any(start < match.start() and last < end for start, end in held)
        dated = dateline is not None and last <= dateline.end()
        if not inside and not dated and _breaks(text, match, last, language):
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
