"""Whether two names are spellings of one person's name."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from careo.text.alike.latin import latin, opened, syllabic, unvowelled
from careo.text.alike.pairs import Paired, Word, alike, pairing, transliterated
from careo.text.alike.table import bundled
from careo.text.alike.verdict import Likeness

WORDS = tomllib.loads(files("careo.text.alike").joinpath("words.toml").read_text(encoding="utf-8"))
_SPLIT = re.compile(r"[\s\-‐‑–·・.,/_]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_BRACKET = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|„[^“]*“|«[^»]*»")
_APOSTROPHE = re.compile(r"\b([dl])['’ʼ]", re.I)
_SMALL = frozenset(WORDS["particles"])
_KIN = frozenset(WORDS["kin"])
_GENERATION = {
    word: kind for kind in ("junior", "senior", "second", "third", "fourth", "grandson") for word in WORDS[kind]
}
_SURE = frozenset({"equal", "spelling", "form"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name taken apart."""

    words: tuple[Word, ...]
    """Given and family names in the order given before family, as far as a comma tells; no titles, no particles."""
    generation: str
    """junior, senior, second ...; empty if not said."""
    kin: tuple[int, ...]
    """Places of the words that a "son of" or "daughter of" stands before."""
    marked: bool
    """Whether a comma or capitals tell the family name from the given ones."""


@lru_cache(maxsize=16384)
def person(name: str) -> Person:
    """Take a person's name apart."""
    text = _APOSTROPHE.sub(r"\1 ", opened(_BRACKET.sub(" ", name) if _BRACKET.sub("", name).strip() else name))
    family, comma, given = text.partition(",")
    swapped = bool(comma) and latin(given) not in _GENERATION and latin(given) not in WORDS["degrees"]
    ordered = f"{given} {family}" if swapped else text
    kept: list[Word] = []
    kin: list[int] = []
    generation = ""
    pieces = [piece for piece in _SPLIT.split(ordered) if latin(piece)]
    for number, piece in enumerate(pieces):
        plain = latin(piece)
        if number and plain in _GENERATION and (number == len(pieces) - 1 or swapped) and len(plain) > 1:
            generation = _GENERATION[plain]
        elif plain in _KIN and not (number == 0 and len(pieces) == 2):
            kin.append(len(kept))
        elif not (plain in _SMALL and len(plain) > 1 and len(pieces) > 1):
            kept += _opened(piece, plain)
    return Person(_untitled(kept), generation, tuple(kin), swapped or _capitals(pieces))


def _opened(piece: str, plain: str) -> list[Word]:
    """Return the word; a compound of Arabic as its two parts, so that it meets itself written apart."""
    bare = unvowelled(piece)
    for servant in WORDS["servant"]:
        if plain == servant:
            return [Word(piece, "abd")]
        if plain.startswith(servant) and len(plain) > len(servant) + 2:
            return [Word(piece, "abd"), Word(piece, plain[len(servant) :])]
    return [Word(piece, plain, bare)]


def _untitled(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words without titles, unless nothing else is left."""
    titles = bundled().titles | set(WORDS["titles"]) | set(WORDS["degrees"])
    kept = tuple(word for word in words if word.plain not in titles)
    return kept if any(len(word.plain) > 1 for word in kept) else tuple(words)


def _capitals(pieces: Sequence[str]) -> bool:
    """Whether some words are written in capitals and others are not: those are the family name."""
    long = [piece.isupper() for piece in pieces if len(piece) > 2]
    return any(long) and not all(long)


def compare_persons(name: str, another: str) -> Likeness:
    """Compare two names of persons; see `careo.text.likeness.compare_names`."""
    one, other = person(name), person(another)
    a, b = one.words, other.words
    if not a or not b:
        return Likeness("different", 0.0, "one of the names has no word to compare")
    if syllabic(name) and syllabic(another):
        return _characters(name, another)
    a, b = _fused(a, b), _fused(b, a)
    pairs = pairing(a, b)
    return _Judged(one, other, a, b, pairs).likeness()


def _characters(name: str, another: str) -> Likeness:
    a, b = ("".join(filter(str.isalpha, text)) for text in (name, another))
    if a == b:
        return Likeness("same", 1.0, "the same characters")
    return Likeness("different", 0.3, f"{name} and {another} differ in a character, each of which is a name of its own")


def _fused(one: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of the first name, neighbours written as one where the second name has them as one."""
    found = list(one)
    for size in (4, 3, 2):
        for at in range(len(found) - size + 1):
            run = found[at : at + size]
            whole = Word(" ".join(word.text for word in run), "".join(word.plain for word in run), run[0].unvowelled)
            if any(len(b.plain) > 3 and _one_word(whole, b, run) for b in other):
                found[at : at + size] = [whole]
                return _fused(found, other)
    return tuple(found)


def _one_word(whole: Word, single: Word, run: Sequence[Word]) -> bool:
    kind, _ = alike(whole, single)
    return kind in ("equal", "spelling", "form", "alike") or (
        kind == "slip" and all(alike(word, single)[0] == "other" for word in run)
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two names and the words that go together."""

    one: Person
    other: Person
    a: tuple[Word, ...]
    b: tuple[Word, ...]
    pairs: tuple[Paired, ...]

    def likeness(self) -> Likeness:
        score = self._score()
        doubt = self._doubt()
        if doubt is None and score >= 0.8:
            return Likeness("same", score, self._reason(None))
        verdict = "possible" if score >= 0.6 else "different"
        return Likeness(verdict, score, self._reason(doubt))  # type: ignore[arg-type]

    def _left(self) -> tuple[list[Word], list[Word]]:
        ones, others = {two.one for two in self.pairs}, {two.other for two in self.pairs}
        return (
            [word for i, word in enumerate(self.a) if i not in ones],
            [word for j, word in enumerate(self.b) if j not in others],
        )

    def _score(self) -> float:
        full = [two for two in self.pairs if two.kind != "initial"]
        if not full:
            return 0.3 if self.pairs else 0.0
        mean = sum(two.likeness for two in self.pairs) / len(self.pairs)
        worst = min(two.likeness for two in self.pairs)
        left, right = self._left()
        score = (mean + worst) / 2
        if left and right:
            score *= 0.6 * len(self.pairs) / (len(self.pairs) + min(len(left), len(right))) + 0.1
        elif left or right:
            extra = len(left) + len(right)
            score *= 1 - 0.06 * extra if len(full) > 1 else 0.72
        if self._reversed():
            score *= 0.6
        elif self._swapped():
            score *= 0.9
        if self.one.generation != self.other.generation:
            score *= 0.8 if self.one.generation and self.other.generation else 0.95
        return round(score, 4)

    def _swapped(self) -> bool:
        order = [two.other for two in self.pairs]
        return order != sorted(order)

    def _reversed(self) -> bool:
        """Whether a "son of" stands between names that stand the other way round: father and son."""
        return bool(self.one.kin and self.other.kin) and self._swapped()

    def _doubt(self) -> str | None:
        """Say what keeps the names from being one for sure."""
        left, right = self._left()
        if left and right:
            return f"{_told(left)} / {_told(right)} are other names"
        if self.one.generation != self.other.generation:
            return f"generations differ: {self.one.generation or 'not said'} / {self.other.generation or 'not said'}"
        if self._reversed():
            return "father and son stand the other way round"
        if self._swapped() and not (self.one.marked or self.other.marked):
            return "the same words in another order"
        sure = sum(two.kind in _SURE for two in self.pairs)
        if (left or right) and sure < 2:
            return "a single name in common"
        if (left or right) and not self._framed():
            return "they do not begin with the same name"
        return self._unsure(sure)

    def _framed(self) -> bool:
        return any(two.one == 0 and two.other == 0 for two in self.pairs) or self.one.marked != self.other.marked

    def _unsure(self, sure: int) -> str | None:
        habits = any(transliterated(self.a[two.one].plain, self.b[two.other].plain) for two in self.pairs)
        for two in self.pairs:
            if two.kind in _SURE or (two.kind == "alike" and habits) or (two.kind == "initial" and sure > 1):
                continue
            return self._said(two)
        return None

    def _said(self, two: Paired) -> str:
        x, y = self.a[two.one].text, self.b[two.other].text
        return {
            "equal": f"{x} equal",
            "spelling": f"{x} and {y} are two spellings of one name",
            "form": f"{x} and {y} are forms of one name",
            "alike": f"{x} and {y} sound alike",
            "script": f"{x} and {y} have the same consonants",
            "initial": f"{x} / {y}, an initial",
            "nickname": f"{x} / {y}, a short form",
            "slip": f"{x} / {y} differ by a letter or two",
        }[two.kind]

    def _reason(self, doubt: str | None) -> str:
        said = [] if doubt is None else [doubt]
        for two in self.pairs:
            clause = self._said(two)
            if clause not in said:
                said.append(clause)
        left, right = self._left()
        if (left or right) and not (left and right):
            said.append(f"only one has {_told([*left, *right])}")
        if doubt is None and self._swapped():
            said.append("order swapped")
        return "; ".join(said) or "no name in common"


def _told(words: Sequence[Word]) -> str:
    return " ".join(dict.fromkeys(word.text for word in words))
