"""Numbers in words: "two hundred and six", "siebenunddreißigtausend", "quatre-vingt-dix-sept", "twenty-first".

A language gives its words (`words` in `figures.toml`); how they add up is the same for all seven. A word is a
*unit* (added), a *hundred* or a *scale* (multiplied), a *joiner* between them, or the last part of an ordinal. In a
language that writes numbers as one word, a word is first cut into those.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from careo.text.lexicon import table

_THOUSAND = Decimal(1000)
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ \u00a0]+(?:- )?|-(?=[^\W\d_])")
_LONGEST = 30
"""Words in the longest number read."""
_LONGEST_WORD = 90
"""Letters in the longest word cut into parts: a number below a million has at most 67 in German."""

Atom = tuple[str, Decimal]
"""Kind ("unit", "hundred", "scale", "join", "half") and value; a kind in capitals is the last part of an ordinal."""


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words at its place."""

    start: int
    end: int
    value: Decimal
    ordinal: bool
    scale: Decimal
    """The last scale word in it, 1 where there is none."""
    single: bool
    """Whether it is one word."""
    head: tuple[Decimal, int, int] | None
    """What stands before its last joiner: value, end, and where the joiner ends; `None` without a joiner."""


@dataclass(frozen=True, slots=True)
class _Words:
    atoms: Mapping[str, Atom]
    ordinals: Mapping[str, Atom]
    pieces: Mapping[str, tuple[str, ...]]
    """What a word may be cut into, by its first two letters, longest first; empty where numbers are not written
    together."""
    elided: frozenset[str]
    """Pieces that never end a word ("vent" of "ventuno")."""
    rooms: Mapping[int, int]
    """How much may be added to a number of tens, where it is not 10: 20 for "quatre-vingt"."""
    joins: str
    """After what a joiner may stand: never, tens, hundreds, any."""
    joined: frozenset[int]
    """The only numbers that a joiner may bring after tens; empty for all."""
    chain: bool
    """Whether every word of an ordinal is one ("vigésimo primero")."""
    bare_hundred: bool
    """Whether "hundred" and "thousand" need no "a" before them."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A number while it is read: what stands before the last million or more, the thousands, the rest."""

    high: Decimal = Decimal(0)
    low: Decimal = Decimal(0)
    group: Decimal = Decimal(0)
    room: int = 1000
    """The next number added must be smaller."""
    big: Decimal = Decimal("1e30")
    scale: Decimal = Decimal(1)
    last: int = -1
    joined: bool = False

    @property
    def value(self) -> Decimal:
        return self.high + self.low + self.group


def folded(word: str) -> str:
    """Return a word without capitals and accents, as number words are looked up."""
    plain = word.casefold()
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFD", plain) if not unicodedata.combining(char))


@cache
def _words_of(language: str) -> _Words:
    words = table(language, "figures")["words"]
    atoms: dict[str, Atom] = {folded(word): ("unit", Decimal(value)) for word, value in words["units"].items()}
    atoms |= {folded(word): ("hundred", Decimal(100)) for word in words["hundreds"]}
    atoms |= {folded(word): ("scale", Decimal(10) ** power) for word, power in words["scales"].items()}
    atoms |= {folded(word): ("join", Decimal(0)) for word in words["joiners"]}
    endings = [folded(ending) for ending in words["ordinal_endings"]]
    ordinals = {
        folded(stem) + ending: (_last_kind(value), Decimal(str(value)))
        for stem, value in words["ordinals"].items()
        for ending in endings
    }
    inside = {folded(word) for word in words["glue"]}
    pieces = {*(word for word, atom in atoms.items() if atom[0] != "join"), *ordinals, *inside}
    elided = {folded(word): ("unit", Decimal(value)) for word, value in words["elided"].items()}
    by_start: dict[str, tuple[str, ...]] = {}
    for piece in sorted(pieces | set(elided), key=lambda word: (-len(word), word)) if inside or elided else ():
        by_start[piece[:2]] = (*by_start.get(piece[:2], ()), piece)
    return _Words(
        atoms | elided | {word: ("join", Decimal(0)) for word in inside if word not in atoms},
        ordinals,
        by_start,
        frozenset(elided),
        {int(tens): int(room) for tens, room in words["rooms"].items()},
        str(words["joins"]),
        frozenset(words["joined"]),
        bool(words["ordinal_chain"]),
        bool(words["bare_hundred"]),
    )


def _last_kind(value: float) -> str:
    return "UNIT" if value < 100 or (value < 1000 and value != 100) else "HUNDRED" if value == 100 else "SCALE"


@lru_cache(maxsize=65536)
def atoms(word: str, language: str) -> tuple[Atom, ...]:
    """Return the parts of one word that make a number, empty where it is none."""
    words = _words_of(language)
    plain = folded(word)
    if plain in words.elided:
        return ()
    known = words.atoms.get(plain) or words.ordinals.get(plain)
    if known:
        return (known,)
    if not words.pieces or len(plain) > _LONGEST_WORD:
        return ()
    return _cut(plain, language, _Sum()) or ()


def _cut(rest: str, language: str, number: _Sum) -> tuple[Atom, ...] | None:
    """Cut a word into parts that add up, longest first; `None` where it cannot be done."""
    words = _words_of(language)
    for piece in (*words.pieces.get(rest[:2], ()), *words.pieces.get(rest[:1], ())):
        if not rest.startswith(piece):
            continue
        left = rest[len(piece) :]
        for atom in filter(None, (words.atoms.get(piece), words.ordinals.get(piece))):
            if (not left and (piece in words.elided or atom[0] == "join")) or (left and atom[0].isupper()):
                continue
            grown = _grown(number, atom, words, inside=True)
            if grown is None:
                continue
            if not left:
                return (atom,)
            if tail := _cut(left, language, grown):
                return (atom, *tail)
    return None


def _grown(number: _Sum, atom: Atom, words: _Words, *, inside: bool) -> _Sum | None:
    """Add a part to a number; `None` where it does not go with what stands before."""
    kind, value = atom
    if kind == "join":
        return _joined(number, words, inside=inside)
    if kind in ("unit", "UNIT"):
        return _with_unit(number, int(value), words, inside=inside, ordinal=kind == "UNIT")
    ordinal = kind.isupper()
    if kind.lower() == "hundred":
        bare = number.group == 0 and number.last != 0 and (words.bare_hundred or ordinal)
        if not bare and not (0 < number.group < 100 and number.last > 0 and not number.joined):
            return None
        return replace(number, group=(number.group or Decimal(1)) * 100, room=100, last=100, joined=False)
    return _with_scale(number, value, words, ordinal=ordinal)


def splits(language: str) -> bool:
    """Tell whether a joiner parts the hundreds from what is added, so that a fraction may take the rest alone."""
    return _words_of(language).joins == "hundreds"


def _joined(number: _Sum, words: _Words, *, inside: bool) -> _Sum | None:
    allowed = {"never": False, "tens": number.room in (10, 20), "hundreds": number.room >= 100, "any": number.room > 0}
    reverse = inside and 0 < number.last < 10
    if number.joined or number.last < 0 or not (reverse or (inside and number.room >= 100) or allowed[words.joins]):
        return None
    return replace(number, joined=True)


def _with_unit(number: _Sum, value: int, words: _Words, *, inside: bool, ordinal: bool) -> _Sum | None:
    if value == 0:
        return replace(number, room=0, last=0) if number.last < 0 else None
    if inside and number.joined and 0 < number.last < 10 and number.room == 0 and value % 10 == 0 and 20 <= value < 100:
        return replace(number, group=number.group + value, last=value, joined=False)
    if value == 20 and number.last == 4 and 80 in words.rooms and not number.joined:
        return replace(number, group=number.group + 76, room=20, last=80)
    only = words.joined and number.room in (10, 20)
    if value >= number.room or (number.joined and only and value not in words.joined):
        return None
    room = 100 if value >= 100 else words.rooms.get(value, 10 if value % 10 == 0 and value >= 20 else 0)
    if ordinal and value == 10 and words.chain:
        room = 10
    return replace(number, group=number.group + value, room=room, last=value, joined=False)


def _with_scale(number: _Sum, value: Decimal, words: _Words, *, ordinal: bool) -> _Sum | None:
    if value == _THOUSAND:
        if number.low or number.last == 0 or (not number.group and not words.bare_hundred and not ordinal):
            return None
        return replace(
            number, low=(number.group or 1) * value, group=Decimal(0), room=1000, scale=value, last=1000, joined=False
        )
    part = number.low + number.group
    if value >= number.big or (not part and not ordinal):
        return None
    high = number.high + (part or 1) * value
    return _Sum(high, room=1000, big=value, scale=value, last=1000)


def may_be_elided(plain: str, language: str) -> bool:
    """Tell whether a folded word is a number cut short, if an apostrophe follows ("vent'anni")."""
    return plain in _words_of(language).elided


def is_elided(text: str, at: int, end: int, language: str) -> bool:
    """Tell whether the word at `at` is a number cut short before a vowel: "vent'anni"."""
    elided = _words_of(language).elided
    match = _WORD.match(text, at, end) if elided else None
    return match is not None and folded(match.group()) in elided and text[match.end() : match.end() + 1] in ("'", "’")


def read_number(text: str, at: int, end: int, language: str, *, ordinals: bool = True) -> WordNumber | None:
    """Return the longest number in words that starts with the word at `at`; without `ordinals` only a cardinal."""
    words = _words_of(language)
    number, best, stop, count = _Sum(), None, at, 0
    if is_elided(text, at, end, language):
        first = _WORD.match(text, at, end)
        assert first is not None
        return WordNumber(at, first.end(), words.atoms[folded(first.group())][1], False, Decimal(1), True, None)
    head: tuple[Decimal, int, int] | None = None
    while count < _LONGEST and (match := _WORD.match(text, stop, end)):
        parts = atoms(match.group(), language)
        grown: _Sum | None = number if parts else None
        for part in parts:
            grown = _grown(grown, part, words, inside=len(parts) > 1) if grown else None
        if grown is None or (parts[-1][0].isupper() and not ordinals):
            break
        ordinal = parts[-1][0].isupper()
        if best and best.ordinal and not ordinal:
            break
        number, count = grown, count + 1
        if not grown.joined:
            best = WordNumber(at, match.end(), grown.value, ordinal, grown.scale, count == 1, head)
            if ordinal and not words.chain:
                break
        gap = _GAP.match(text, match.end(), end)
        if gap is None:
            break
        stop = gap.end()
        if grown.joined and best:
            head = (best.value, best.end, stop)
    return best
