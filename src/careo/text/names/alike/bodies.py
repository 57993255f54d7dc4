"""An organisation's, company's, unit's or place's name taken apart."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from careo.text.names.alike.latin import latin, script, sounds
from careo.text.names.alike.pairs import Word
from careo.text.names.alike.table import bundled

WORDS = tomllib.loads(files("careo.text.names.alike").joinpath("bodies.toml").read_text(encoding="utf-8"))
LONGEST = 400
"""Letters of a name that are looked at: the longest official names of bodies have some 250."""
_PIECE = re.compile(r"(?:[^\W_]\.){2,}[^\W_]?(?![^\W_])|&|\+|[^\W_]+(?:['’ʼ`][^\W_]+)*")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ]{2,}\b)")
_LITTLE, ARTICLES, _SHORT, _LEADING = (
    frozenset(WORDS[key]) for key in ("little", "articles", "short_forms", "leading_forms")
)
_ROMAN = {word: str(number) for number, word in enumerate(WORDS["roman"], start=1)}
_SPELLED = tuple((re.compile(pattern), to) for pattern, to in WORDS["spelled"].items())
_LONGEST_FORM, _SHORT_FORM, _ACRONYM = 7, 3, 5
"""Words of the longest legal form that is looked for; letters of those that clubs and parties are called as well;
capitals that an acronym has at most."""


@dataclass(frozen=True, slots=True)
class Body:
    """The name of an organisation taken apart."""

    words: tuple[Word, ...]
    """Its words without legal forms, articles and prepositions; words of countries' habits in one spelling."""
    numbers: tuple[str, ...]
    """Its numbers as digits, also those in words and Roman ones; sorted."""
    forms: tuple[str, ...]
    """Legal forms as `form|kind`."""
    article: str
    """The article before it, if it has one."""
    written: str
    """The name as given, for acronyms."""
    letters: str
    """All its words but legal forms, also the little ones, as one."""

    @property
    def whole(self) -> str:
        """All that counts as one key, in order."""
        return "".join([*(own(word) for word in self.words), *self.numbers])


def own(word: Word) -> str:
    """Return what a word sounds like; an acronym's letters, since there each is a word of its own."""
    return word.plain if acronym(word) else sounds(word.plain)


def acronym(word: Word) -> bool:
    """Whether a word is a few capitals."""
    letters = word.text.replace(".", "")
    return letters.isupper() and 1 < len(letters) <= _ACRONYM and not letters.isdigit()


@lru_cache(maxsize=16384)
def body(name: str) -> Body:
    """Take an organisation's name apart."""
    name = name[:LONGEST]
    found = [(piece, "and" if piece in "&+" else latin(piece)) for piece in _PIECE.findall(_CAMEL.sub(" ", name))]
    pieces, forms = _forms([two for two in found if two[1]])
    words: list[Word] = []
    numbers: list[str] = []
    for at, (piece, plain) in enumerate(pieces):
        number = _number(piece, plain, at)
        if number is not None:
            _count(numbers, number, plain)
        elif len(pieces) == 1 or not _meaningless(piece, plain, at, shouted=name.isupper()):
            words.append(Word(piece, one_spelling(plain), script(piece)))
    if not words and not numbers:
        words = [Word(piece, plain) for piece, plain in pieces]
    article = pieces[0][1] if len(pieces) > 1 and pieces[0][1] in ARTICLES else ""
    return Body(tuple(words), tuple(sorted(numbers)), forms, article, name, "".join(plain for _, plain in pieces))


def _meaningless(piece: str, plain: str, at: int, *, shouted: bool) -> bool:
    """Whether a piece is a preposition or article: LA, AS and At are more than that unless all is in capitals."""
    if piece in "&+":
        return True
    if at == 0 and plain in ARTICLES:
        return shouted or not piece.isupper()
    return plain in _LITTLE and (shouted or piece.islower())


def _forms(pieces: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return the pieces without legal forms, and these; a name that has no word of its own left stays whole."""
    kept: list[tuple[str, str]] = []
    found: list[str] = []
    at = 0
    while at < len(pieces):
        size = _form_at(pieces, at, inside=bool(found))
        if size:
            found.append(bundled().legal[" ".join(plain for _, plain in pieces[at : at + size])])
            at += size
        else:
            kept.append(pieces[at])
            at += 1
    own_left = any(plain not in bundled().symbols and plain not in _LITTLE for _, plain in kept)
    return (kept, tuple(sorted(set(found)))) if own_left else (pieces, ())


def _form_at(pieces: Sequence[tuple[str, str]], at: int, *, inside: bool) -> int:
    """Return how many pieces from a place on are a legal form; short ones count where such forms stand only."""
    legal = bundled().legal
    for size in range(min(_LONGEST_FORM, len(pieces) - at), 0, -1):
        wording = " ".join(plain for _, plain in pieces[at : at + size])
        if wording not in legal or wording in _ROMAN:
            continue
        if len(wording.replace(" ", "")) <= _SHORT_FORM:
            last = at + size == len(pieces) and at > 0
            if (wording in _SHORT and (last or inside)) or (wording in _LEADING and at == 0):
                return size
        elif size > 1 or at == 0 or at + size == len(pieces) or inside:
            return size
    return 0


def _number(piece: str, plain: str, at: int) -> str | None:
    """Return a number as digits: in digits, as an ordinal or number word, in Roman capitals after the first word."""
    if plain.isdigit():
        return plain.lstrip("0") or "0"
    if at and piece.isupper() and plain in _ROMAN:
        return _ROMAN[plain]
    return bundled().ordinals.get(plain) if len(plain) > 2 or plain[0].isdigit() else None


def _count(numbers: list[str], number: str, plain: str) -> None:
    """Add a number, to the tens before it if both are words or the one before is (forty-four)."""
    tens = numbers[-1] if numbers else ""
    if len(number) == 1 and number != "0" and len(tens) == 2 and tens[1] == "0" and not plain[0].isdigit():
        numbers[-1] = str(int(tens) + int(number))
    else:
        numbers.append(number)


def one_spelling(plain: str) -> str:
    """Return a word in American spelling, and in full where it is often shortened."""
    for pattern, to in _SPELLED if len(plain) > 3 else ():
        plain = pattern.sub(to, plain)
    return plain
