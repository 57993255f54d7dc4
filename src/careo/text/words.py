"""Words at their places, and patterns over sequences of words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from types import MappingProxyType

_WORD = re.compile(
    r"""
    (?:[A-Z]{1,2}\.(?:\ ?(?=[A-Z]{1,2}\.)[A-Z]{1,2}\.)+)          # U.S.  EE. UU.
    | \d+(?:[.,:]\d+)*(?:[-‐‑][^\W\d_]+)*                       # 4.766  2,5  15-jarig
    | [^\W\d_](?:['’](?!s\b)(?=[^\W\d_])|[-‐‑](?=\w)|[^\W_]|[\u0300-\u036f])*  # US-Soldaten  d'Or
    | ['’]s\b
    | [^\w\s]
    """,
    re.VERBOSE,
)
_NAME = r"(?!['’][A-ZÀ-Þ])"  # N'Djamena is a name and nothing is cut short in it
_ELIDED: Mapping[str, str] = MappingProxyType(
    {
        "fr": rf"(?:(?i:[ld]|(?:jus|lors|puis|quoi)?qu)|(?i:[cjmnst]){_NAME})['’](?=[^\W\d_])",
        "it": rf"(?:(?i:[ld]|gl|un|(?:a|co|da|de|ne|su)ll|que(?:st|ll))|(?i:[cmnstv]){_NAME})['’](?=[^\W\d_])",
    }
)
"""What a language cuts short before a vowel and writes onto the next word."""
_INVERTED: Mapping[str, str] = MappingProxyType(
    {
        "fr": r"(?<!rendez)[-‐‑](?:t[-‐‑])?(?:ils?|elles?|on|je|nous|vous|ce)(?![\w-])",
        "pt": r"(?<=[a-zà-ÿ])[-‐‑](?:se|me|te|lhes?|[ln]?[oa]s?|vos)(?![\w-])",
    }
)
"""Pronouns that a language hangs onto the verb before them ("a-t-il", "reuniu-se")."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_]['’])(?=[^\W\d_*])")
_GAP = ".."
_MOST_KNOWN = 50_000
"""Words whose patterns are remembered."""
_REACH = 30
"""Words a split verb may lie apart; a German verbal bracket of 30 words is already hard to read."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark at a place in the text; `lower` is it in small letters, every apostrophe straight."""

    start: int
    end: int
    text: str
    lower: str

    def __post_init__(self) -> None:
        """Straighten the apostrophe: a text that writes ’ has the same words."""
        if "’" in self.lower and len(self.lower) > 1:
            object.__setattr__(self, "lower", self.lower.replace("’", "'"))


@cache
def _cut(language: str | None, *, inverted: bool) -> re.Pattern[str]:
    """Return what a language elides before a word, or hangs onto a verb; a pattern of nothing where it does neither."""
    forms = _INVERTED if inverted else _ELIDED
    return re.compile(forms.get(language or "", r"(?!)"))


def words(text: str, start: int, end: int, language: str | None = None) -> tuple[Word, ...]:
    """Return the words and marks between two offsets, in order; white space is left out.

    In a language that elides, the elided word is one by itself: "l'" and "armée", "a" and "-t-il".
    """
    elided, inverted = _cut(language, inverted=False), _cut(language, inverted=True)
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        at, last = match.span()
        if (whole := match.group()).isalpha():  # without an apostrophe or hyphen nothing is elided or hung on
            found.append(Word(at, last, whole, whole.lower()))
            continue
        ends: list[int] = []
        while cut := elided.match(text, at, last):
            at = cut.end()
            ends.append(at)
        hung = inverted.search(text, at + 1, last)
        ends += [hung.start(), last] if hung is not None and hung.end() == last else [last]
        for first, after in pairwise([match.start(), *ends]):
            found.append(Word(first, after, text[first:after], text[first:after].lower()))
    return tuple(found)


def is_word(word: Word) -> bool:
    """Whether it has a letter."""
    return word.text[:1].isalpha() or any(char.isalpha() for char in word.text)


def is_capital(word: Word) -> bool:
    """Whether it begins with a capital letter."""
    return word.text[:1].isupper()


@cache
def _glob(pattern: str) -> Callable[[Word], bool]:
    """Compile one word of a pattern: `*` is any letters, `?` one; one with a capital is matched with its case."""
    exact = pattern != pattern.lower()
    if not {"*", "?"} & set(pattern):
        return (lambda word: word.text == pattern) if exact else (lambda word: word.lower == pattern)
    head, _, tail = pattern.partition("*")
    if not {"*", "?"} & {*head, *tail}:  # most: 2,900 expressions to compile for seven languages, not 6,700
        return lambda word: _has_ends(word.text if exact else word.lower, head, tail)
    expression = re.compile(re.escape(pattern).replace(r"\*", _LETTERS.pattern).replace(r"\?", r"\w"))
    return lambda word: expression.fullmatch(word.text if exact else word.lower) is not None


_LETTERS = re.compile(r"[\w\-‐‑]*")


def _has_ends(form: str, head: str, tail: str) -> bool:
    between = form.startswith(head) and form.endswith(tail)
    return between and _LETTERS.fullmatch(form, len(head), len(form) - len(tail)) is not None


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a sequence of words: first and last word (exclusive) of its first stretch, and its number."""

    first: int
    last: int
    pattern: int
    ends: int
    """Index after the last word of all its stretches; more than `last` in a split verb."""


_Pattern = tuple[int, Sequence[str]]
"""The number of a pattern and its words."""
_Ranked = tuple[bool, int, _Pattern]
"""A pattern after whether its first word has one letter at most, and its place: the order in which it is tried."""


class Patterns:
    """Many word patterns, looked up together.

    A pattern is words with `*` for any letters and `?` for one, split by spaces; `..` between two words lets up to 30
    words stand between them ("keurde* .. goed").
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        """Sort the patterns by the first letters of their first word."""
        self._all = [pattern.replace("’", "'").split() for pattern in patterns]
        self._whole: dict[str, list[_Ranked]] = {}
        self._by_start: dict[str, list[_Ranked]] = {}
        self._open: list[_Ranked] = []
        self._known: dict[str, tuple[_Pattern, ...]] = {}
        spelled = ((number, parts) for number, pattern in enumerate(self._all) for parts in _spelled(pattern))
        for rank, (number, parts) in enumerate(spelled):
            head = parts[0]
            short = len(head) < 2 or "*" in head[:2]
            ranked = short, rank, (number, parts)
            if not {"*", "?"} & set(head):
                self._whole.setdefault(head, []).append(ranked)
            elif short:
                self._open.append(ranked)
            else:
                self._by_start.setdefault(head[:2].lower(), []).append(ranked)

    def find(self, sequence: Sequence[Word], *, stop: Callable[[Word], bool] | None = None) -> tuple[Match, ...]:
        """Return every match, by place; `stop` tells a word that a split verb must not reach over."""
        found = []
        for at, word in enumerate(sequence):
            for pattern in self._beginning(word):
                match = _match(sequence, at, pattern, stop)
                if match is not None:
                    found.append(match)
        return tuple(found)

    def _beginning(self, word: Word) -> tuple[_Pattern, ...]:
        """Return the patterns that a word may begin; most words begin none, and the same ones come again and again."""
        known = self._known.get(word.text)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            likely = (*self._by_start.get(word.lower[:2], ()), *self._open)
            found = [ranked for ranked in likely if _glob(ranked[2][1][0])(word)]
            for form in {word.lower, word.text}:
                found += self._whole.get(form, ())
            known = self._known[word.text] = tuple(pattern for _, _, pattern in sorted(found))
        return known

    def weight(self, number: int) -> int:
        """Return how much a pattern demands: the letters it spells out."""
        return sum(len(part.replace("*", "")) for part in self._all[number] if part != _GAP)


def _spelled(parts: Sequence[str]) -> tuple[Sequence[str], ...]:
    """Return the ways a pattern may stand in a text: with its elided words whole or apart ("d'état", "d' état")."""
    ways = [((part,), tuple(_APOSTROPHE.split(part))) if _APOSTROPHE.search(part) else ((part,),) for part in parts]
    return tuple(tuple(word for way in chosen for word in way) for chosen in product(*ways))


def _match(
    sequence: Sequence[Word],
    at: int,
    pattern: _Pattern,
    stop: Callable[[Word], bool] | None,
) -> Match | None:
    number, parts = pattern
    here, last, gap = at, at, False
    for part in parts:
        if part == _GAP:
            last, gap = here, True
            continue
        found = _seek(sequence, here, part, stop) if gap else _here(sequence, here, part)
        if found is None:
            return None
        here = found + 1
    return Match(at, last if gap else here, number, here)


def _here(sequence: Sequence[Word], at: int, part: str) -> int | None:
    return at if at < len(sequence) and _glob(part)(sequence[at]) else None


def _seek(sequence: Sequence[Word], at: int, part: str, stop: Callable[[Word], bool] | None) -> int | None:
    for index in range(at, min(len(sequence), at + _REACH)):
        if _glob(part)(sequence[index]):
            return index
        if stop is not None and stop(sequence[index]):
            return None
    return None
