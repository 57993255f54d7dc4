"""Acronyms and the long forms a text gives them: in brackets, between commas, after a dash.

Candidates and their order are those of Schwartz and Hearst ("A simple algorithm for identifying abbreviation
definitions in biomedical text", PSB 2003). Their loose rule, any letters in order, holds in brackets only; everywhere
else, and first, the letters have to be the beginnings of words, with no word left over.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from careo.text.lexicon import LANGUAGES, table
from careo.text.normalise import fold
from careo.text.words import Word, is_capital, is_word, words

_LETTERS = range(2, 11)
_LOOSE = 3
"""Letters from which the loose rule is used: two stand in any three words."""
_WINDOW = 14
"""Words a long form may have: ten letters and the small words between."""
QUOTES = "\"'“”„«»‘’‚‹›"
BRACKET = re.compile(r"\(([^()\n]{2,160})\)")
_PIECE = re.compile(r"[^,;:]+")
_SHORT = re.compile(
    r"(?P<dotted>(?:[^\W\d_]{1,2}\. ?){1,5}[^\W\d_]{1,2}\.)|(?P<plain>[^\W\d_]{2,10}(?:-[^\W\d_]{2,10})?)"
)
_LED = re.compile(rf"(?P<lead>(?:[^\W\d_]+['’]? +){{0,5}}?)[{QUOTES}]?(?P<short>{_SHORT.pattern})[{QUOTES}]?")
_PARTED = re.compile(r"[-‐‑/'’.]")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """An acronym and the long form that its letters spell."""

    long: Stretch
    short: Stretch
    named: bool
    """Whether the long form is written as a name, with capitals."""


def find_pairs(text: str, language: str, start: int, end: int) -> tuple[Pair, ...]:
    """Return the acronyms of a sentence whose letters its long forms spell, by place."""
    sequence = words(text, start, end, language)
    found = [*_bracketed(text, sequence, language, (start, end)), *_beside(text, sequence, language)]
    unique = {pair.short.start: pair for pair in reversed(found)}
    return tuple(unique[at] for at in sorted(unique))


def follows_small_word(text: str, start: int, at: int) -> bool:
    """Whether the last word between two offsets is one of the small words inside names ("of", "y", "für")."""
    before = words(text, start, at)
    return bool(before) and before[-1].text in small_words()


# --- short forms ----------------------------------------------------------------------------------


def letters_of(short: str) -> str:
    """Return an acronym's letters; the doubled ones that make a Spanish plural count once ("EE. UU.")."""
    pieces = re.split(r"[.\s]+", short.strip(". "))
    if len(pieces) > 1 and all(len(piece) == 2 and piece[0] == piece[1] for piece in pieces):
        pieces = [piece[0] for piece in pieces]
    return "".join(pieces).replace("-", "")


def _is_short(token: str) -> bool:
    """Whether a word may be an acronym: two capitals, or one and small letters ("Apec")."""
    letters = letters_of(token)
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) in _LETTERS and (capitals > 1 or (len(letters) > 2 and letters.istitle()))


def short_in(text: str, start: int, end: int, *, alone: bool = False) -> Stretch | None:
    """Return the acronym in a bracket's content, small words before it let through.

    With `alone` whatever else the bracket holds is in small letters.
    """
    pieces = list(_PIECE.finditer(text, start, end))
    for piece in pieces:
        first = piece.start() + len(piece[0]) - len(piece[0].lstrip())
        match = _LED.fullmatch(text, first, first + len(piece[0].strip()))
        if match is None or (not match["lead"].islower() and match["lead"]) or not _is_short(match["short"]):
            continue
        others = "".join(other[0] for other in pieces if other is not piece)
        return None if alone and others != others.lower() else Stretch(match.start("short"), match.end("short"))
    return None


# --- long forms -----------------------------------------------------------------------------------


@cache
def small_words() -> frozenset[str]:
    """Return the small words inside names, of every language: a name may be foreign."""
    lists = (
        (*table(code, "names")["of"], *table(code, "names")["and"], *table(code, "names")["particles"],
         *table(code, "clauses")["determiners"], *chain(*table(code, "clauses")["prepositions"].values()))
        for code in LANGUAGES
    )  # fmt: skip
    return frozenset(word for word in chain(*lists) if word.islower() and " " not in word) | {"'s", "’s", "e", "y"}


def parts_of(sequence: Sequence[Word]) -> list[tuple[str, bool]]:
    """Return the folded parts of words, opened at hyphens, and whether an acronym must have a letter of each."""
    found = []
    for word in sequence:
        needed = is_word(word) and word.text not in small_words()
        found += [(fold(part), needed) for part in _PARTED.split(word.text) if part and (needed or is_word(word))]
    return [(part, needed) for part, needed in found if part]


def spells_out(short: str, long: str) -> bool:
    """Whether the letters of an acronym are the first letters of a name's words, small words left out or not."""
    letters, parts = fold(letters_of(short)), parts_of(words(long, 0, len(long)))
    return letters in ("".join(part[0] for part, needed in parts if needed), "".join(part[0] for part, _ in parts))


def _spells(letters: str, parts: Sequence[tuple[str, bool]]) -> bool:
    """Whether the letters are beginnings of the parts, in order, none left over; the first and last part have one."""
    if sum(needed for _, needed in parts) < 2:
        return False
    reached = {0}
    for number, (part, needed) in enumerate(parts):
        after = set() if needed or number in {0, len(parts) - 1} else set(reached)
        for at in reached:
            for size in range(1, min(len(part), len(letters) - at) + 1):
                if part[:size] != letters[at : at + size]:
                    break
                after.add(at + size)
        reached = after
    return len(letters) in reached


def _contains(letters: str, sequence: Sequence[Word]) -> int | None:
    """Return the index of the word where a long form begins, by the loose rule: the shortest, read from the end."""
    at = len(letters) - 1
    for index in range(len(sequence) - 1, -1, -1):
        folded = fold(sequence[index].text)
        place = len(folded) - 1
        while at > 0 and place >= 0:
            at, place = (at - 1, place - 1) if folded[place] == letters[at] else (at, place - 1)
        if at == 0 and place >= 0 and folded[0] == letters[0]:
            return index
    return None


def _long_before(short: str, sequence: Sequence[Word], *, loose: bool) -> int | None:
    """Return the index of the word where the long form begins that ends with the sequence, or `None`."""
    letters = fold(letters_of(short))
    window = _unbroken(sequence, dashes="-" in short)
    if not window:
        return None
    first = len(sequence) - len(window)
    for index in range(len(window)):
        if _spells(letters, parts_of(window[index:])):
            return first + index
    capitals = letters_of(short).isupper()
    found = _contains(letters, window) if loose and capitals and len(letters) >= _LOOSE else None
    return None if found is None else first + found


def _unbroken(sequence: Sequence[Word], *, dashes: bool) -> Sequence[Word]:
    """Return the last words of a sequence that no mark parts."""
    near = sequence[-_WINDOW:]
    for index in range(len(near) - 1, -1, -1):
        word = near[index]
        if not is_word(word) and word.text not in QUOTES and not (dashes and word.text in _DASHES):
            return near[index + 1 :]
    return near


def _is_named(sequence: Sequence[Word], opening: int, language: str) -> bool:
    """Whether words are written as a name: two capitals, or a first one that no sentence and no grammar asks for."""
    capitals = [word for word in sequence if is_capital(word)]
    if not sequence or not is_capital(sequence[0]):
        return False
    asked = sequence[0].start == opening or bool(table(language, "names")["nouns_are_capital"])
    return len(capitals) > 1 or "-" in sequence[0].text or not asked


# --- where pairs stand ----------------------------------------------------------------------------


def _bracketed(text: str, sequence: Sequence[Word], language: str, area: tuple[int, int]) -> Iterator[Pair]:
    """Yield "long (SHORT)" and "SHORT (long)"."""
    starts = [word.start for word in sequence]
    for match in BRACKET.finditer(text, *area):
        before = sequence[: bisect_left(starts, match.start())]
        inner = sequence[bisect_left(starts, match.start(1)) : bisect_left(starts, match.end(1))]
        short = short_in(text, match.start(1), match.end(1))
        if short is not None and before:
            yield from _pair(text, _trimmed(before), short, language, area[0])
        if before and _is_short(before[-1].text):
            stop = next((at for at, word in enumerate(inner) if word.text in {",", ";", ":"}), len(inner))
            content = _trimmed(inner[:stop])
            for pair in _pair(text, content, Stretch(before[-1].start, before[-1].end), language, area[0]):
                if content and pair.long.start == _trimmed(content)[0].start:
                    yield pair


def _trimmed(sequence: Sequence[Word]) -> Sequence[Word]:
    """Return the words without quotation marks at their end and small words and marks at their beginning."""
    first, last = 0, len(sequence)
    while first < last and (sequence[first].text in small_words() or sequence[first].text in QUOTES):
        first += 1
    while last > first and sequence[last - 1].text in QUOTES:
        last -= 1
    return sequence[first:last]


def _pair(
    text: str, sequence: Sequence[Word], short: Stretch, language: str, opening: int, *, loose: bool = True
) -> Iterator[Pair]:
    first = _long_before(text[short.start : short.end], sequence, loose=loose)
    if first is not None:
        long = sequence[first:]
        yield Pair(Stretch(long[0].start, long[-1].end), short, _is_named(long, opening, language))


def _beside(text: str, sequence: Sequence[Word], language: str) -> Iterator[Pair]:
    """Yield "SHORT, the long form" and "the long form, or SHORT," by the strict rule; dashes serve as commas."""
    joining = frozenset(chain.from_iterable(table(code, "clauses")["conjunctions"] for code in LANGUAGES))
    for at, word in enumerate(sequence):
        if not _is_short(word.text) or (word.text.istitle() and len(word.text) < 4):
            continue
        short = Stretch(word.start, word.end)
        before = at - 1 if at and sequence[at - 1].lower in joining else at
        closed = at + 1 == len(sequence) or not is_word(sequence[at + 1])
        if closed and before > 1 and _is_comma(sequence[before - 1]):
            yield from _pair(text, sequence[: before - 1], short, language, sequence[0].start, loose=False)
        if at + 2 < len(sequence) and _is_comma(sequence[at + 1]):
            after = _trimmed(sequence[at + 2 : at + 2 + _WINDOW])
            ends = (last for last in range(len(after), 1, -1))
            spelled = (after[:last] for last in ends if _spells(fold(letters_of(word.text)), parts_of(after[:last])))
            for long in spelled:
                if all(map(is_word, long)):
                    named = _is_named(long, sequence[0].start, language)
                    yield Pair(Stretch(long[0].start, long[-1].end), short, named)
                    break


def _is_comma(word: Word) -> bool:
    return word.text == "," or word.text in _DASHES
