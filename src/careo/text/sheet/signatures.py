"""The signatures of news agencies: in brackets, in a dateline, after the last sentence, or on a line of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from careo.model.seen import Credit
from careo.text.lexicon import LANGUAGES
from careo.text.sheet.bearers import is_agency, is_sign, unlabelled
from careo.text.sheet.layout import Line, any_of

Kind = Literal["source", "original", "material", "translator", "author", "byline", "agency"]

_TOP, _HEAD = 6, 100
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)")
_WORD = re.compile(r"[^\W\d_]+")
_SIGN_WORDS = 3
_DATELINE = 60
_WRITER = 4
"""Letters of the sign of somebody who wrote for an agency."""
_BETWEEN = re.compile(r"\s*[/,;+&|]\s*|\s+[-–—]\s+|\s+(?:and|und|en|et|y|e|ed|sowie)\s+")
_CLAIM = re.compile(r"^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?", re.IGNORECASE)
_LED = re.compile(r"(?:[^\n().]{2,30}[,.]\s+)?([^\W\d_][\w/ ]{1,24})\.?\s?(?:[-–—]\s|—)(?=\S)")
"""An agency that opens a report, before the dash: "EFE.- ...", "Lima, dpa - ..."."""
_SIGNED = re.compile(r"[.!?][\"”»“’')\]]*\s+([^\W\d_][\w/ -]{1,24})$")
"""What stands after the last full stop: "... said the mayor. dpa/kv"."""
_LAST = 5
"""An unknown abbreviation signs a report only in so many last lines."""


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """A credit, the lines it fills wholly, and how it was told."""

    credit: Credit
    lines: tuple[int, ...]
    """Indices of lines that are nothing but this credit; empty where it stands in other text."""
    kind: Kind


def agencies(text: str, lines: Sequence[Line], index: int) -> Iterator[FoundCredit]:
    """Agencies in brackets at either end of a line, or alone on one."""
    line = lines[index]
    content = text[line.start : line.end]
    alone = _all(content) if line.length <= 60 else ()
    if alone:
        yield from _signed(text, (line.start, line.end), alone, (index,))
        return
    helped = _contributed(content)
    if helped:
        yield from _signed(text, (line.start, line.end), helped, (index,))
        return
    led = _LED.match(content) if index < _TOP + _LAST and line.length > _DATELINE else None
    names = _all(led[1]) if led else ()
    if led and names:
        yield from _signed(text, (line.start + led.start(1), line.start + led.end(1)), names, ())
    signed = _SIGNED.search(content) if index >= len(lines) - _LAST else None
    names = _all(signed[1]) if signed else ()
    if signed and names:
        yield from _signed(text, (line.start + signed.start(1), line.start + signed.end(1)), names, ())
    for match in _BRACKET.finditer(text, line.start, line.end):
        names = _all(match[1])
        if names and _signs(text, line, match.start(), match.end()):
            yield from _signed(text, match.span(), names, ())
        elif not names and (name := _unknown(match[1])) and _is_unknown_sign(text, lines, index, match):
            yield from _signed(text, match.span(), (name,), ())


def _unknown(content: str) -> str | None:
    """Return the name in a bracket that is an abbreviation in lower case, or calls itself an agency."""
    name, agency = unlabelled(content, short=False)
    return name if (agency or is_sign(content)) and len(name.split()) <= _SIGN_WORDS else None


def _is_unknown_sign(text: str, lines: Sequence[Line], index: int, match: re.Match[str]) -> bool:
    """Whether an abbreviation nobody knows stands where agencies sign: in a dateline, or after the last sentence."""
    line = lines[index]
    before, after = text[line.start : match.start()].strip(" ,."), text[match.end() : line.end].lstrip()
    if after.startswith(("-", "–", "—")):
        place = _WORD.findall(before)
        return len(before) <= 60 and len(place) <= 5 and all(word[0].isupper() or len(word) <= 3 for word in place)
    signed = not after and index < _TOP and line.length <= _HEAD  # "Name, town (agency)"
    if signed and all(word[0].isupper() or len(word) <= 3 for word in _WORD.findall(before)):
        return True
    last = index >= len(lines) - _LAST
    return (
        last
        and len(match[1]) > 2
        and not after.strip(".")
        and before != ""
        and _signs(text, line, match.start(), match.end())
    )


def _signs(text: str, line: Line, start: int, end: int) -> bool:
    """Tell a signature from an acronym explained: it stands in a dateline, or after a full stop."""
    before, after = text[line.start : start], text[end : line.end].lstrip(" .:")
    dash = after[:1] in ("-", "–", "—")
    opens = not next((char for char in after if char.isalnum()), "A").islower()  # what follows is a sentence
    if len(before) <= _DATELINE and (not before.strip() or (opens and (dash or _is_place(before)))):
        return True
    return not after.strip(".") and before.rstrip().endswith((".", "!", "?", '"', "”", "“", "»"))


def _is_place(before: str) -> bool:
    """Whether what stands before a bracket may be the town and the day of a dateline."""
    place = _WORD.findall(before)
    return 0 < len(place) <= 3 and all(word[0].isupper() for word in place) and len(before) <= _DATELINE // 2


def _contributed(content: str) -> tuple[str, ...]:
    """Return the agencies that a line says took part in the report."""
    found = next((match for one in LANGUAGES if (match := any_of(one, "credit", "contributed").search(content))), None)
    return _all(content[: found.start()]) if found else ()


def _all(content: str) -> tuple[str, ...]:
    """Return the agencies in a text that names nothing else, but for the signs of those who wrote there ("dpa/kv")."""
    bare = _CLAIM.sub("", content.strip(" .()[]-–—*"))
    led = next((match for one in LANGUAGES if (match := any_of(one, "credit", "with").match(bare))), None)
    names = _BETWEEN.split(bare[led.end() :].strip() if led else bare)
    told = [unlabelled(name, short=False) for name in names]
    known = tuple(name for name, _ in told if is_agency(name))
    rest = [name for name, _ in told if not is_agency(name)]
    return known if known and all(is_sign(name) and len(name) <= _WRITER for name in rest) else ()


def _signed(text: str, span: tuple[int, int], names: Sequence[str], whole: tuple[int, ...]) -> Iterator[FoundCredit]:
    start, end = span
    for name in names:
        yield FoundCredit(Credit(text[start:end], start, end, "agency", name, None), whole, "agency")
