"""Credit lines: who wrote, first published, supplied or translated the text.

One Credit for each name credited; names in one line share its verbatim and offsets. Labels of every language
are known everywhere, since archives credit in their own language and quote in others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careo.model.seen import Credit, CreditRole
from careo.text.lexicon import LANGUAGES
from careo.text.sheet.bearers import ends_like, is_agency, is_person, is_sign, is_staff, unlabelled
from careo.text.sheet.layout import Line, any_of, pattern_of, words
from careo.text.sheet.signatures import FoundCredit, Kind, agencies
from careo.text.sheet.stated import StatedDate, date_in

_LONGEST = 220
_SHORT_KINDS = ("source", "material", "original")
_SEPARATOR = re.compile(r"\s*[,;|/·•]\s*|\s+[-–—]\s+")
_DECORATION = " \t\n~*=_–—-|·•.,;:"
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?")
_CELL_END = tuple(".;|·•,–—-/)")
_PLACE_AFTER = re.compile(r"\s+[^\W\d_a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_LABEL = re.compile(r"[.;|]\s+[^\W\d_]+\s*:")
_WHOM = re.compile(r"\s+(?:for|für|para|per|pour|voor)\s+")
_ISSUE = re.compile(
    r",?\s+(?:n[°ºr]|no|núm|num|issue|heft|ausgabe|nummer|numéro|número|numero)\.?\s*\d.*$", re.IGNORECASE
)
_HEAD = 100
_HELPING = 2
"""Words such as "was" between "this article" and "translated by"."""
_ASIDE = re.compile(r"\s*\([^()]*\)?\s*$")


def find_credits(text: str, lines: Sequence[Line], language: str) -> tuple[FoundCredit, ...]:
    """Return the credits of a text in order of place, then of the names in them."""
    order = (language, *(other for other in LANGUAGES if other != language))
    found: list[FoundCredit] = []
    taken = -1
    for index in range(len(lines)):
        if index <= taken:
            continue
        here = _in_cells(text, lines, index, order) or tuple(agencies(text, lines, index))
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
