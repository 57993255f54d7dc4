"""Credit lines: who wrote, first published, supplied or translated the text.

One Credit for each name credited; names in one line share its verbatim and offsets. Labels of every language
are known everywhere, since archives credit in their own language and quote in others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from careo.model.seen import Credit, CreditRole
from careo.text.layout import Line, any_of, pattern_of, words
from careo.text.lexicon import LANGUAGES
from careo.text.stated import StatedDate, date_in

Kind = Literal["source", "original", "material", "translator", "author", "byline", "agency"]

AGENCIES = frozenset(
    {
        "adn", "afp", "agence france-presse", "agencia efe", "agerpres", "andina", "anf", "anp", "ansa", "ap",
        "apa", "aps", "aptn", "associated press", "australian associated press", "belga", "bernama", "bns",
        "ctk", "dapd", "ddp", "deutsche presse-agentur", "dpa", "efe", "epd", "europa press", "europapress",
        "ians", "idn", "inter press service", "interfax", "ips", "irna", "itar-tass", "jiji", "kcna",
        "keystone-sda", "kna", "kyodo", "lusa", "mena", "mti", "notimex", "novosti", "ntb", "pap",
        "prensa latina", "press association", "pti", "reuters", "ria novosti", "ritzau", "sana", "sda", "sid",
        "spa", "stt", "tanjug", "tass", "telam", "the associated press", "télam", "ukrinform", "unian", "upi",
        "wafa", "xinhua", "yonhap", "čtk",
    }
)  # fmt: skip
"""News agencies by the names they sign with, in lower case."""

_LONGEST = 220
_SEPARATOR = re.compile(r"\s*[,;|/·•]\s*|\s+[-–—]\s+")
_DECORATION = " \t\n~*=_–—-|·•.,;:"
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?")
_PARTICLES = frozenset(
    {
        "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "e", "el", "ibn", "la", "las", "los",
        "ten", "ter", "van", "vom", "von", "y", "zu",
    }
)  # fmt: skip
_NAME_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """A credit, the lines it fills wholly, and how it was told."""

    credit: Credit
    lines: tuple[int, ...]
    """Indices of lines that are nothing but this credit; empty where it stands in other text."""
    kind: Kind


def find_credits(text: str, lines: Sequence[Line], language: str) -> tuple[FoundCredit, ...]:
    """Return the credits of a text in order of place, then of the names in them."""
    order = (language, *(other for other in LANGUAGES if other != language))
    found: list[FoundCredit] = []
    taken = -1
    for index in range(len(lines)):
        if index <= taken:
            continue
        here = _line_credits(text, lines, index, order) or tuple(_agencies(text, lines, index))
        found += here
        taken = max((number for credit in here for number in credit.lines), default=taken)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Value:
    """What follows a label: a stretch of text, in some lines, of some kind, labelled in some language."""

    start: int
    value: int
    end: int
    lines: tuple[int, ...]
    kind: Kind
    language: str


def _line_credits(text: str, lines: Sequence[Line], index: int, order: Sequence[str]) -> tuple[FoundCredit, ...]:
    for language in order:
        for kind in ("source", "original", "material", "translator", "author", "byline"):
            value = _labelled(text, lines, index, language, kind)
            found = _named(text, value) if value else ()
            if found:
                return found
    return ()


def _labelled(text: str, lines: Sequence[Line], index: int, language: str, kind: Kind) -> _Value | None:
    line = lines[index]
    near_edge = index < 6 or index >= len(lines) - 3
    if line.length > _LONGEST and kind not in ("material", "original"):
        return None
    if kind == "byline" and not (near_edge and line.length <= 100):
        return None
    match = _label_match(text, line, language, kind)
    if match is None:
        return None
    start, value = match
    end, filled = _stretch(text, lines, index, value)
    whole = start - line.start <= 3 or (kind == "original" and start - line.start <= 40)
    return _Value(line.start if whole else start, value, end, filled if whole else (), kind, language)


def _label_match(text: str, line: Line, language: str, kind: Kind) -> tuple[int, int] | None:
    """Return where a label begins and where its value does."""
    pattern = any_of(language, "credit", kind)
    within = line.start if line.length <= _LONGEST else line.end - _LONGEST // 2
    match = pattern.search(text, within, line.end)
    if match is None or (kind in ("source", "author", "byline", "translator") and match.start() - line.start > 3):
        return None
    after = re.compile(r"\s*\([^()\n]{1,30}\)\s*:\s*|\s*:\s*|\s+").match(text, match.end())
    if after is None or (kind in ("source", "author") and ":" not in after[0]):
        return None
    if kind == "translator" and ":" not in after[0] and " " not in match[0]:
        return None
    return match.start(), after.end()


def _stretch(text: str, lines: Sequence[Line], index: int, value: int) -> tuple[int, tuple[int, ...]]:
    """Return where the value ends: with its line, or the next where this one breaks off at a comma or colon."""
    line = lines[index]
    broken = text[: line.end].endswith((",", ":", "/", "&")) or value >= line.end
    after = lines[index + 1] if index + 1 < len(lines) else None
    if broken and after and not after.apart and line.length + after.length <= _LONGEST:
        return after.end, (index, index + 1)
    return line.end, (index,)


def _named(text: str, value: _Value) -> tuple[FoundCredit, ...]:
    end = value.value + len(text[value.value : value.end].rstrip(_DECORATION + ")]"))
    stated = date_in(text, value.value, end, value.language)
    if stated and value.kind == "byline" and stated.start == value.value:
        return ()
    pieces = tuple(_pieces(text[value.value : end], value, stated))
    if not pieces or not _credible(pieces, value):
        return ()
    verbatim = text[value.start : end]
    return tuple(
        FoundCredit(
            Credit(
                verbatim,
                value.start,
                end,
                _role(pieces, number, value),
                name,
                stated.value if stated else None,
            ),
            value.lines,
            value.kind,
        )
        for number, name in enumerate(pieces)
    )


def _pieces(content: str, value: _Value, stated: StatedDate | None) -> Iterator[str]:
    """Return the names in the value, its date taken out."""
    if stated:
        before, after = content[: stated.start - value.value], content[stated.end - value.value :]
        dated = pattern_of(words(value.language, "credit", "dated"))
        ends = [match for match in dated.finditer(before) if not before[match.end() :].strip(" .,(")]
        content = (before[: ends[0].start()] if ends else before) + " , " + after
    address = _ADDRESS.fullmatch(content.strip(_DECORATION))
    if address:
        yield address[1]
        return
    joins = any_of(value.language, "credit", "joins")
    for piece in _SEPARATOR.split(content):
        halves = [half.strip(_DECORATION) for half in joins.split(piece)]
        apart = len(halves) > 1 and all(_is_agency(half) or _is_person(half, value.language) for half in halves)
        for name in halves if apart else [piece]:
            name = name.strip(_DECORATION + "()[]\"“”„«»'’")
            if any(character.isalpha() for character in name):
                yield name


def _credible(pieces: Sequence[str], value: _Value) -> bool:
    """A credit names; it does not tell."""
    if any(len(piece.split()) > 7 or len(piece) > 70 for piece in pieces) or len(pieces) > 6:
        return False
    if value.kind == "byline":
        persons = [_is_person(piece, value.language) or _is_agency(piece) for piece in pieces]
        return persons[0]
    if value.kind in ("material", "translator", "original"):
        return all(_is_agency(piece) or _has_capital(piece) for piece in pieces)
    return True


def _has_capital(piece: str) -> bool:
    return any(word[0].isupper() for word in piece.split()) or _ADDRESS.fullmatch(piece) is not None


def _role(pieces: Sequence[str], number: int, value: _Value) -> CreditRole:
    piece = pieces[number]
    if _is_agency(piece):
        return "agency"
    if value.kind == "translator":
        return "translator"
    person = _is_person(piece, value.language)
    if value.kind in ("author", "byline"):
        return "author" if person else "outlet"
    # "Source: NAME, OUTLET": alone, two capitalised words are as often a paper as a person.
    return "author" if value.kind == "source" and person and number == 0 and len(pieces) > 1 else "outlet"


def _is_agency(name: str) -> bool:
    return " ".join(name.casefold().split()) in AGENCIES


def _is_person(name: str, language: str) -> bool:
    """Two to five capitalised words, particles aside, none of them a word for an outlet."""
    parts = name.split()
    bearing = [part for part in parts if part.lower() not in _PARTICLES]
    return (
        2 <= len(parts) <= 5
        and bool(bearing)
        and parts[0].lower() not in words(language, "credit", "articles")
        and all(_NAME_WORD.fullmatch(part) and part[0].isupper() for part in bearing)
        and not any(_ends_like(part.lower(), words(language, "credit", "outlets")) for part in bearing)
    )


def _ends_like(word: str, endings: Sequence[str]) -> bool:
    """Compounds count ("Morgenzeitung"), but short endings only as words of their own."""
    return any(word == ending or (len(ending) > 3 and word.endswith(ending)) for ending in endings)


def _agencies(text: str, lines: Sequence[Line], index: int) -> Iterator[FoundCredit]:
    """Agencies in brackets at either end of a line, or alone on one."""
    line = lines[index]
    alone = _all_agencies(text[line.start : line.end]) if line.length <= 40 else ()
    if alone:
        yield from _signed(text, (line.start, line.end), alone, (index,))
        return
    for match in _BRACKET.finditer(text, line.start, line.end):
        names = _all_agencies(match[1])
        if names and _signs(text, line, match.start(), match.end()):
            yield from _signed(text, match.span(), names, ())


def _signs(text: str, line: Line, start: int, end: int) -> bool:
    """Tell a signature from an acronym explained: it stands before a dateline's dash, or after a full stop."""
    after = text[end : line.end].lstrip()
    if start - line.start <= 60 and (start == line.start or after[:1] in ("-", "–", "—")):
        return True
    return not after.strip(".") and text[line.start : start].rstrip().endswith((".", "!", "?", '"', "”", "“", "»"))


def _all_agencies(content: str) -> tuple[str, ...]:
    names = tuple(re.split(r"\s*[/,;+&|]\s*|\s+[-–—]\s+", content.strip(" .()-–—")))
    return names if names and all(_is_agency(name) for name in names) else ()


def _signed(text: str, span: tuple[int, int], names: Sequence[str], whole: tuple[int, ...]) -> Iterator[FoundCredit]:
    start, end = span
    for name in names:
        yield FoundCredit(Credit(text[start:end], start, end, "agency", name, None), whole, "agency")
