"""Credit lines: who wrote, first published, supplied or translated the text.

One Credit for each name credited; names in one line share its verbatim and offsets. Labels of every language
are known everywhere, since archives credit in their own language and quote in others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from careo.model.seen import Credit, CreditRole
from careo.text.bearers import ends_like, is_agency, is_person, is_sign, is_staff, unlabelled
from careo.text.layout import Line, any_of, pattern_of, words
from careo.text.lexicon import LANGUAGES
from careo.text.stated import StatedDate, date_in

Kind = Literal["source", "original", "material", "translator", "author", "byline", "agency"]

_LONGEST = 220
_SHORT_KINDS = ("source", "material", "original")
_SEPARATOR = re.compile(r"\s*[,;|/·•]\s*|\s+[-–—]\s+")
_DECORATION = " \t\n~*=_–—-|·•.,;:"
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)")
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?")
_CELL_END = tuple(".;|·•,–—-/)")
_PLACE_AFTER = re.compile(r"\s+[^\W\d_a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_LABEL = re.compile(r"[.;|]\s+[^\W\d_]+\s*:")
_WHOM = re.compile(r"\s+(?:for|für|para|per|pour|voor)\s+")
_ISSUE = re.compile(
    r",?\s+(?:n[°ºr]|no|núm|num|issue|heft|ausgabe|nummer|numéro|número|numero)\.?\s*\d.*$", re.IGNORECASE
)
_SIGN_WORDS = 3
_TOP, _HEAD = 6, 100
_HELPING = 2
"""Words such as "was" between "this article" and "translated by"."""
_DATELINE = 60
_WRITER = 4
"""Letters of the sign of somebody who wrote for an agency."""
_BETWEEN = re.compile(r"\s*[/,;+&|]\s*|\s+[-–—]\s+|\s+(?:and|und|en|et|y|e|ed|sowie)\s+")
_ASIDE = re.compile(r"\s*\([^()]*\)?\s*$")
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


def find_credits(text: str, lines: Sequence[Line], language: str) -> tuple[FoundCredit, ...]:
    """Return the credits of a text in order of place, then of the names in them."""
    order = (language, *(other for other in LANGUAGES if other != language))
    found: list[FoundCredit] = []
    taken = -1
    for index in range(len(lines)):
        if index <= taken:
            continue
        here = _in_cells(text, lines, index, order) or tuple(_agencies(text, lines, index))
        found += here
        taken = max((number for credit in here for number in credit.lines), default=taken)
    return tuple(found)


def _in_cells(text: str, lines: Sequence[Line], index: int, order: Sequence[str]) -> tuple[FoundCredit, ...]:
    """Return the credits of a line that may hold several, each with its own label."""
    cells = _cells(text, lines[index], order)
    if len(cells) == 1:
        return _line_credits(text, lines, index, order)
    told = [_line_credits(text, (*lines[:index], cell, *lines[index + 1 :]), index, order) for cell in cells]
    changed = any_of(order[0], "notes", "announced")
    whole = all(here or changed.match(text, cell.start) for here, cell in zip(told, cells, strict=True))
    found = [replace(one, lines=one.lines if whole else ()) for here in told for one in here]
    return tuple(found)


def _cells(text: str, line: Line, order: Sequence[str]) -> tuple[Line, ...]:
    """Cut a line before each label that follows a mark, and before the news that it was changed."""
    if line.length > _LONGEST:
        return (line,)
    content = text[line.start : line.end]
    if not any(mark in content for mark in _CELL_END):  # no label follows a mark
        return (Line(line.start, line.start + len(content.rstrip()), line.apart),)
    cuts = {match.start() for match in any_of(order[0], "notes", "announced").finditer(text, line.start, line.end)}
    for language in order:
        for kind in ("source", "original", "material", "translator", "author"):
            for match in any_of(language, "credit", kind).finditer(text, line.start, line.end):
                labelled = text[match.end() : line.end].lstrip().startswith(":")
                if labelled or (" " in match[0] and kind not in ("source", "author")):
                    cuts.add(match.start())
    sure = sorted(cut for cut in cuts if text[line.start : cut].rstrip().endswith(_CELL_END))
    bounds = [line.start, *sure, line.end]
    cells: list[Line] = []
    for start, end in pairwise(bounds):
        cell = text[start:end].rstrip(_DECORATION if end != line.end else None)
        cells.append(Line(start, start + len(cell), line.apart and start == line.start))
    return tuple(cells)


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
    whole = start - line.start <= 3 or (kind in ("original", "translator") and start - line.start <= 40)
    return _Value(line.start if whole else start, value, end, filled if whole else (), kind, language)


def _label_match(text: str, line: Line, language: str, kind: Kind) -> tuple[int, int] | None:
    """Return where a label begins and where its value does."""
    pattern = any_of(language, "credit", kind)
    within = line.start if line.length <= _LONGEST else line.end - _LONGEST // 2
    match = pattern.search(text, within, line.end)
    if match is None and kind == "original" and line.length <= _HEAD:
        start = line.start + (text[line.start] in "([*")
        match = any_of(language, "credit", "printed").match(text, start, line.end)
        day = date_in(text, match.end(), line.end, language) if match else None
        match = None if match and day and not text[match.end() : day.start].strip() else match
    if match is None:
        return None
    before = text[line.start : match.start()]
    if kind in ("source", "author", "byline", "translator") and len(before) > 3:
        itself = any_of(language, "furniture", "lines", "itself").match(before) if kind == "translator" else None
        if itself is None or len(_WORD.findall(before[itself.end() :])) > _HELPING:
            return None
    after = re.compile(r"\s*\([^()\n]{1,30}\)\s*:\s*|\s*:\s*|\s+").match(text, match.end())
    if after is None or (kind in ("source", "author") and ":" not in after[0]):
        return None
    if kind == "translator" and ":" not in after[0] and " " not in match[0]:
        return None
    return match.start(), _capital_agency(text, match, after.end(), language)


def _capital_agency(text: str, match: re.Match[str], value: int, language: str) -> int:
    """Return where the value begins: "agency" with a capital at a label's end begins the name of one."""
    last = match[0].split()[-1]
    part_of = last[0].isupper() and last.lower() in words(language, "credit", "agency") and match[0] != match[0].upper()
    return match.end() - len(last) if part_of and " " in match[0] and ":" not in text[match.end() : value] else value


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
    before = None if stated or value.kind != "original" else date_in(text, value.start, value.value, value.language)
    day = stated or before
    if stated and value.kind == "byline" and stated.start == value.value:
        return ()
    pieces = tuple(_pieces(text[value.value : end], value, stated))
    if not pieces or not _credible([piece.name for piece in pieces], value):
        return ()
    verbatim = text[value.start : end]
    return tuple(
        FoundCredit(
            Credit(
                verbatim,
                value.start,
                end,
                _role(pieces, number, value),
                piece.name,
                day.value if day else None,
            ),
            value.lines,
            value.kind,
        )
        for number, piece in enumerate(pieces)
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name, and whether the line calls it an agency."""

    name: str
    agency: bool


def _pieces(content: str, value: _Value, stated: StatedDate | None) -> Iterator[_Piece]:
    """Return the names in the value, its date taken out."""
    if stated:
        before, after = content[: stated.start - value.value], content[stated.end - value.value :]
        dated = pattern_of(words(value.language, "credit", "dated"))
        ends = [match for match in dated.finditer(before) if not before[match.end() :].strip(" .,(")]
        content = (before[: ends[0].start()] if ends else before) + " , " + after
    if value.kind in ("author", "byline"):  # "Text: NAME. Photos: NAME"
        content = _NEXT_LABEL.split(content, maxsplit=1)[0]
    address = _ADDRESS.fullmatch(content.strip(_DECORATION))
    if address:
        yield _Piece(address[1], agency=False)
        return
    edited = any_of(value.language, "credit", "edited")
    told_by = (piece for piece in _SEPARATOR.split(content) if not edited.match(piece.strip(_DECORATION)))
    names = [name for piece in told_by for name in _halves(piece, value)]
    told = [
        _Piece(*unlabelled(name, short=value.kind in _SHORT_KINDS))
        for name in names
        if any(char.isalpha() for char in name)
    ]
    if value.kind in ("material", "original"):  # "...; editing by NAME"
        told = [piece for piece in told if piece.agency or not piece.name[0].islower() or is_sign(piece.name)] or told
    # The outlet's own people are no source beside others.
    own = [piece for piece in told if not is_staff(piece.name)] or told
    signed = value.kind in ("byline", "author")
    yield from (piece for number, piece in enumerate(own) if not (signed and number) or _is_bearer(piece, value))


def _is_bearer(piece: _Piece, value: _Value) -> bool:
    """Whether what follows the writer in a byline writes too, or is an outlet, and not the town or the desk."""
    papers = words(value.language, "credit", "outlets")
    called = any(ends_like(part, papers, value.language) for part in piece.name.lower().split())
    article = piece.name.lower().split()[0] in words(value.language, "credit", "articles")
    return piece.agency or called or article or is_person(piece.name, value.language)


def _halves(piece: str, value: _Value) -> Iterator[str]:
    """Yield the names in a piece: two where a joining word stands between two of a kind that credits name."""
    language = value.language
    if value.kind == "translator":
        piece = _ASIDE.sub("", piece)
        whom = _WHOM.split(piece, maxsplit=1)[0]
        piece = whom if is_person(whom.strip(), language) else piece
    if value.kind == "original":
        piece = _ISSUE.sub("", _without_lead(piece.strip(_DECORATION), language))
    if value.kind in ("byline", "author", "material"):
        based = any_of(language, "credit", "based")
        cut = next((match for match in based.finditer(piece) if _PLACE_AFTER.match(piece, match.end())), None)
        sure = value.kind != "material" or (cut and is_person(piece[: cut.start()].strip(), language))
        piece = piece[: cut.start()] if cut and cut.start() and sure else piece
    halves = [half.strip(_DECORATION) for half in any_of(language, "credit", "joins").split(piece)]
    apart = len(halves) > 1 and (all(_is_half(half, value) for half in halves) or _is_beside_agency(halves, value))
    for name in halves if apart else [piece]:
        yield name.strip(_DECORATION + "()[]\"“”„«»'’")


def _is_beside_agency(halves: Sequence[str], value: _Value) -> bool:
    """Whether agencies stand beside other names that credits of sources name: "Harbour Radio and AFP" are two."""
    others = [half for half in halves if not is_agency(unlabelled(half, short=False)[0])]
    return value.kind in _SHORT_KINDS and len(others) < len(halves) and all(half[:1].isupper() for half in others)


def _without_lead(piece: str, language: str) -> str:
    """Return a name without the small words before it ("in der Hafenzeitung"); one in capitals is part of it."""
    small = {word for key in ("at", "led", "outlets") for word in words(language, "credit", key)}
    while " " in piece and piece.rsplit(" ", 1)[1].islower():  # "von der Zeitung veröffentlicht"
        piece = piece.rsplit(" ", 1)[0]
    first, _, rest = piece.partition(" ")
    return _without_lead(rest, language) if rest and first in small else piece


def _is_half(half: str, value: _Value) -> bool:
    name, agency = unlabelled(half, short=value.kind in _SHORT_KINDS)
    return agency or is_staff(half) or is_person(name, value.language)


def _credible(pieces: Sequence[str], value: _Value) -> bool:
    """A credit names; it does not tell."""
    if any(len(piece.split()) > 7 or len(piece) > 70 for piece in pieces) or len(pieces) > 6:
        return False
    own = words(value.language, "furniture", "appeal", "we")
    if value.kind in _SHORT_KINDS and pieces[0].split()[0].lower() in own:  # "first published in our printed issue"
        return False
    if value.kind == "byline":
        persons = [is_person(piece, value.language) or is_agency(piece) for piece in pieces]
        return persons[0]
    if value.kind in ("material", "translator", "original"):
        return all(is_agency(piece) or is_sign(piece) or _has_capital(piece) for piece in pieces)
    return True


def _has_capital(piece: str) -> bool:
    return any(word[0].isupper() for word in piece.split()) or _ADDRESS.fullmatch(piece) is not None


def _role(pieces: Sequence[_Piece], number: int, value: _Value) -> CreditRole:
    piece = pieces[number]
    if piece.agency:
        return "agency"
    if value.kind == "translator":
        return "translator"
    person = is_person(piece.name, value.language)
    if value.kind in ("author", "byline", "material"):
        return "author" if person else "outlet"
    # "Source: NAME, OUTLET": alone, two capitalised words are as often a paper as a person.
    return "author" if value.kind == "source" and person and number == 0 and len(pieces) > 1 else "outlet"


def _agencies(text: str, lines: Sequence[Line], index: int) -> Iterator[FoundCredit]:
    """Agencies in brackets at either end of a line, or alone on one."""
    line = lines[index]
    content = text[line.start : line.end]
    alone = _all_agencies(content) if line.length <= 60 else ()
    if alone:
        yield from _signed(text, (line.start, line.end), alone, (index,))
        return
    helped = _contributed(content)
    if helped:
        yield from _signed(text, (line.start, line.end), helped, (index,))
        return
    led = _LED.match(content) if index < _TOP + _LAST and line.length > _DATELINE else None
    names = _all_agencies(led[1]) if led else ()
    if led and names:
        yield from _signed(text, (line.start + led.start(1), line.start + led.end(1)), names, ())
    signed = _SIGNED.search(content) if index >= len(lines) - _LAST else None
    names = _all_agencies(signed[1]) if signed else ()
    if signed and names:
        yield from _signed(text, (line.start + signed.start(1), line.start + signed.end(1)), names, ())
    for match in _BRACKET.finditer(text, line.start, line.end):
        names = _all_agencies(match[1])
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
    return _all_agencies(content[: found.start()]) if found else ()


def _all_agencies(content: str) -> tuple[str, ...]:
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
