"""Whether two names are spellings of one person's name."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from careo.text.names.alike.latin import latin, opened, script
from careo.text.names.alike.pairs import (
    SURE,
    TOLD,
    Paired,
    Word,
    fused,
    left_over,
    pairing,
    told,
    transliterated,
    vowels,
)
from careo.text.names.alike.table import bundled
from careo.text.names.alike.verdict import WORDLESS, Likeness, verdict

WORDS = tomllib.loads(files("careo.text.names.alike").joinpath("words.toml").read_text(encoding="utf-8"))
LONGEST = 200
"""Letters of a name that are looked at: longer ones are no names, and comparing takes the square of the words."""
_SPLIT = re.compile(r"[\s\-‐‑–·・.,/_]+")
_BRACKET = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|„[^“]*“|«[^»]*»")
_APOSTROPHE = re.compile(r"\b([dl])['’ʼ]", re.I)
_PATRONYMIC = re.compile(r"[aeo][vw][iy](?:ch|tch|tsch)$|[eo][vw]n[ay]$|[iy][vw]na$|oglu$|oghlu$|[qk][iy]z[iy]$")
_INITIALS = re.compile("[B-DF-HJ-NP-TV-XZ]{2,3}")
_SMALL, _KIN, _DEGREES = (frozenset(WORDS[key]) for key in ("particles", "kin", "degrees"))
_TITLES, _TITLES_TOO = frozenset(WORDS["titles"]), frozenset(WORDS["titles_too"])
_GENERATION = {word: kind for kind in ("junior", "senior", "grandson") for word in WORDS[kind]}
_REGNAL = frozenset(WORDS["roman"])
_LONG_ENOUGH = 7
"""Letters from which a single word that sounds like another is its spelling, not another short name (Hal, Hall)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name taken apart."""

    words: tuple[Word, ...]
    """Given and family names, given before family as far as a comma tells; no titles, no particles."""
    generation: str
    """junior, senior, a Roman number ...; empty if not said."""
    kin: bool
    """Whether a "son of" or "daughter of" stands between the words."""
    marked: bool
    """Whether a comma or capitals tell the family name from the given ones."""
    small: tuple[str, ...]
    """The particles."""


@lru_cache(maxsize=16384)
def person(name: str) -> Person:
    """Take a person's name apart."""
    name = name[:LONGEST]
    bare = _BRACKET.sub(" ", name)
    text = _APOSTROPHE.sub(r"\1 ", opened(bare if len(bare.split()) > 1 else name))
    family, comma, given = text.partition(",")
    swapped = bool(comma) and latin(given) not in _GENERATION and latin(given) not in _DEGREES
    pieces = [piece for piece in _SPLIT.split(f"{given} {family}" if swapped else text) if latin(piece)]
    pieces, generation = _generation(_untitled(pieces))
    words: list[Word] = []
    small: list[str] = []
    kin = False
    for at, piece in enumerate(pieces):
        plain = latin(piece)
        if plain in _KIN and len(pieces) > 2:
            kin = True
        elif plain in _SMALL and (len(plain) > 1 or piece.islower()) and at < len(pieces) - 1:
            small.append(plain)
        elif _INITIALS.fullmatch(piece) and not name.isupper():
            words += [Word(letter, letter.lower()) for letter in piece]
        else:
            words += _opened(piece, plain)
    return Person(tuple(words), generation, kin, swapped or _capitals(pieces), tuple(small))


def _untitled(pieces: Sequence[str]) -> list[str]:
    """Return the words without titles before and degrees after, unless nothing else is left."""
    start, end = 0, len(pieces)
    while start < end and _is_title(latin(pieces[start]), end - start - 1):
        start += 1
    while end > start + 1 and latin(pieces[end - 1]) in _DEGREES:
        end -= 1
    kept = list(pieces[start:end])
    return kept if any(len(latin(piece)) > 1 for piece in kept) else list(pieces)


def _is_title(plain: str, left: int) -> bool:
    """Whether a word is a title, with so many words after it: Amir Khan is no emir, Emir Amir Khan is."""
    return left > 1 if plain in _TITLES_TOO else plain in _TITLES or plain in bundled().titles


def _generation(pieces: list[str]) -> tuple[list[str], str]:
    """Return the words without a closing Jr., Sr. or Roman number, and that."""
    if len(pieces) > 1:
        last = latin(pieces[-1])
        if last in _GENERATION and len(pieces) > 2:
            return pieces[:-1], _GENERATION[last]
        if last in _REGNAL and pieces[-1].isupper() and not pieces[-2].isupper():
            return pieces[:-1], last.upper()
    return pieces, ""


def _opened(piece: str, plain: str) -> list[Word]:
    """Return the word; a compound of Arabic as its two parts, so that it meets itself written apart."""
    for servant in WORDS["servant"]:
        rest = plain.removeprefix(servant)
        if plain == servant:
            return [Word(piece, "abd")]
        if rest != plain and len(rest) > 2 and rest.strip("l") not in ("ah", "a"):
            return [Word(piece, "abd"), Word(piece, rest)]
    return [Word(piece, plain, script(piece))]


def _capitals(pieces: Sequence[str]) -> bool:
    """Whether some words are written in capitals and others are not: those are the family name."""
    long = [piece.isupper() for piece in pieces if len(piece) > 2]
    return any(long) and not all(long)


def compare_persons(name: str, another: str) -> Likeness:
    """Compare two names of persons; see `careo.text.names.likeness.compare_names`."""
    one, other = person(name), person(another)
    if not one.words or not other.words:
        return WORDLESS
    if script(name) == "^" and script(another) == "^":
        return _characters(name, another)
    a, b = fused(one.words, other.words), fused(other.words, one.words)
    return _Judged(one, other, a, b, pairing(a, b)).likeness()


def _characters(name: str, another: str) -> Likeness:
    if "".join(filter(str.isalpha, name)) == "".join(filter(str.isalpha, another)):
        return Likeness("same", 1.0, "the same characters")
    return Likeness("different", 0.3, f"{name} and {another} differ in a character, and each is a name of its own")


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two names and the words that go together."""

    one: Person
    other: Person
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    pairs: tuple[Paired, ...]

    def likeness(self) -> Likeness:
        score, doubt = self._score(), self._doubt()
        return Likeness(verdict(score, sure=doubt is None), score, self._reason(doubt))

    def _left(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        return left_over(self.a, self.b, self.pairs)

    def _whole(self) -> bool:
        """Whether all words are the same letter for letter."""
        return not any(self._left()) and all(two.kind == "equal" for two in self.pairs)

    def _full(self) -> int:
        """Return how many words go together that say more than a letter, or "servant of"."""
        return sum(
            two.kind != "initial" and len(self.a[two.one].plain) > 1 and self.a[two.one].plain != "abd"
            for two in self.pairs
        )

    def _score(self) -> float:
        if not self._full() and not self._whole():
            return 0.3 if self.pairs else 0.0
        mean = sum(two.likeness for two in self.pairs) / len(self.pairs)
        worst = min(two.likeness for two in self.pairs)
        left, right = map(len, self._left())
        score = (mean + worst) / 2
        if left and right:
            score *= 0.6 * len(self.pairs) / (len(self.pairs) + min(left, right))
        elif left or right:
            score *= 1 - 0.06 * (left + right) if self._full() > 1 else 0.72
        if self._swapped():
            score *= 0.6 if self._reversed() else 0.9
        if self.one.generation != self.other.generation:
            score *= 0.8 if self.one.generation and self.other.generation else 0.95
        return round(score, 4)

    def _swapped(self) -> bool:
        order = [two.other for two in self.pairs]
        return order != sorted(order)

    def _reversed(self) -> bool:
        """Whether a "son of" stands between names that stand the other way round: father and son."""
        return self.one.kin and self.other.kin and self._swapped()

    def _doubt(self) -> str | None:
        """Say what keeps the names from being one for sure."""
        left, right = self._left()
        if left and right:
            return f"{told(left)} and {told(right)} are other names"
        if self.one.generation != self.other.generation:
            return f"generations differ: {self.one.generation or 'not said'} / {self.other.generation or 'not said'}"
        if self._reversed():
            return "father and son stand the other way round"
        if self._swapped() and not (self.one.marked or self.other.marked):
            return "the same words in another order"
        extra = [*left, *right]
        if extra and (self._full() < 2 or not all(_PATRONYMIC.search(word.plain) for word in extra)):
            return f"only one has {told(extra)}"
        return self._unsure() if self._full() > 1 else self._lone()

    def _lone(self) -> str | None:
        """Say what keeps names with a single word in common from being one: too many short words are alike."""
        if self.one.small != self.other.small:
            return f"one has {' '.join(self.one.small or self.other.small)} before it"
        for two in self.pairs:
            x, y = self.a[two.one], self.b[two.other]
            long = max(len(x.plain), len(y.plain)) >= _LONG_ENOUGH or x.script != y.script
            if two.kind != "equal" and not (two.kind == "spelling" and long and transliterated(x, y)):
                return self._said(two)
        return None

    def _unsure(self) -> str | None:
        habits = any(transliterated(self.a[two.one], self.b[two.other]) for two in self.pairs)
        for two in self.pairs:
            sure = two.kind in SURE or (two.kind == "initial" and self._full() > 1)
            sure = sure or (two.kind == "alike" and (habits or vowels(self.a[two.one], self.b[two.other])))
            if not sure:
                return self._said(two)
        return None

    def _said(self, two: Paired) -> str:
        x, y = self.a[two.one].text, self.b[two.other].text
        label = ""
        if len(self.a) > 1 and len(self.b) > 1:
            last = (two.one == len(self.a) - 1, two.other == len(self.b) - 1)
            label = "family names " if all(last) else "given names " if (two.one, two.other) == (0, 0) else ""
        return f"{label}{x} equal" if two.kind == "equal" else f"{label}{x} / {y}: {TOLD[two.kind]}"

    def _reason(self, doubt: str | None) -> str:
        said = [] if doubt is None else [doubt]
        said += [clause for two in self.pairs if (clause := self._said(two)) not in said]
        if doubt is None and (extra := [word for side in self._left() for word in side]):
            said.append(f"only one has the father's name {told(extra)}")
        if doubt is None and self._swapped():
            said.append("order swapped")
        return "; ".join(said)
