"""How two words of names stand to each other, and which word of one name goes with which of another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from careo.text.names.alike.latin import Script, consonants, loose, sounds
from careo.text.names.alike.table import bundled, names_of

Kind = Literal["equal", "spelling", "form", "alike", "script", "initial", "nickname", "slip", "other"]
LIKENESS: dict[Kind, float] = {
    "equal": 1.0, "spelling": 0.98, "form": 0.96, "alike": 0.93, "script": 0.9, "nickname": 0.85, "initial": 0.8,
}  # fmt: skip
SURE: frozenset[Kind] = frozenset({"equal", "spelling", "form"})
"""Kinds of which two words are one word for sure."""
TOLD: dict[Kind, str] = {
    "equal": "equal",
    "spelling": "two spellings of one word",
    "form": "forms of one name",
    "alike": "they sound alike",
    "script": "the same consonants",
    "nickname": "a short form",
    "initial": "an initial",
    "slip": "a letter or two apart",
    "other": "unlike",
}
"""What a person is told of each kind."""
_ONE_SLIP, _TWO_SLIPS = 4, 8
"""Letters a word must have for one letter, or two, to be taken for a slip."""
_LONG = 6
"""Sounds a word must have for its vowels to be taken for habits."""
_VOWELS = str.maketrans("eo", "iu")
_NONE: frozenset[int] = frozenset()
_HABITS = ("w", "j", "sch", "sh", "tsch", "ch", "kh", "y", "ou", "oe")
_ENDINGS = frozenset({"", "a", "e", "o", "i", "s", "as", "es", "os", "is", "us", "n", "er"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name."""

    text: str
    """As written."""
    plain: str
    """As `latin` writes it."""
    script: Script = ""


@dataclass(frozen=True, slots=True)
class Paired:
    """Two words that go together."""

    one: int
    """Place of the word in the first name."""
    other: int
    kind: Kind
    likeness: float
    """0 to 1."""


def pairing(one: Sequence[Word], other: Sequence[Word]) -> tuple[Paired, ...]:
    """Return which words go together, the likest first, each word at most once; those that are unlike have none."""
    found = [
        Paired(i, j, kind, likeness)
        for i, a in enumerate(one)
        for j, b in enumerate(other)
        for kind, likeness in (alike(a, b),)
        if kind != "other"
    ]
    shift = abs(len(one) - len(other))
    found.sort(key=lambda two: (-two.likeness, max(0, abs(two.one - two.other) - shift), two.one + two.other, two.one))
    taken: list[Paired] = []
    ones: set[int] = set()
    others: set[int] = set()
    for two in found:
        if two.one not in ones and two.other not in others:
            taken.append(two)
            ones.add(two.one)
            others.add(two.other)
    return tuple(sorted(taken, key=lambda two: two.one))


def left_over(
    one: Sequence[Word], other: Sequence[Word], pairs: Sequence[Paired]
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words of each name that go with none of the other."""
    ones, others = {two.one for two in pairs}, {two.other for two in pairs}
    return (
        tuple(word for at, word in enumerate(one) if at not in ones),
        tuple(word for at, word in enumerate(other) if at not in others),
    )


def told(words: Iterable[Word]) -> str:
    """Return words as a reason quotes them."""
    return " ".join(dict.fromkeys(word.text for word in words))


def fused(one: Sequence[Word], other: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of the first name, neighbours written as one where the second name has them as one."""
    found = list(one)
    for size in (4, 3, 2):
        at = 0
        while at + size <= len(found):
            run = found[at : at + size]
            whole = Word(" ".join(word.text for word in run), "".join(word.plain for word in run), run[0].script)
            if any(_one_word(whole, single, run) for single in other):
                found[at : at + size] = [whole]
            at += 1
    return tuple(found)


def _one_word(whole: Word, single: Word, run: Sequence[Word]) -> bool:
    if whole.plain == single.plain:
        return True
    if (
        len(single.plain) < 5
        or abs(len(single.plain) - len(whole.plain)) > 3
        or any(len(word.plain) == 1 for word in run)
    ):
        return False
    kind, _ = alike(whole, single)
    return kind in ("spelling", "form", "alike", "slip") and all(alike(word, single)[0] == "other" for word in run)


def alike(one: Word, other: Word) -> tuple[Kind, float]:
    """Say how two words stand to each other, and how like they are."""
    if one.plain == other.plain:
        return "equal", 1.0
    if one.script != other.script or one.script:
        if not set(names_of(one.plain, one.script)).isdisjoint(names_of(other.plain, other.script)):
            return "form", LIKENESS["form"]
        if (one.script == "~") != (other.script == "~"):
            a, b = consonants(one.plain), consonants(other.plain)
            return ("script", LIKENESS["script"]) if a == b and len(a) > 1 else ("other", 0.0)
    return _alike(one.plain, other.plain)


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> tuple[Kind, float]:
    kind = _kind(one, other)
    if kind is not None:
        return kind, LIKENESS[kind]
    longest = max(len(one), len(other))
    apart = int(OSA.distance(one, other, score_cutoff=2))
    if (apart == 1 and longest >= _ONE_SLIP) or (apart == 2 and longest >= _TWO_SLIPS):
        return "slip", 1 - 0.6 * apart / (longest - 1)
    return "other", float(JaroWinkler.similarity(one, other)) / 2


def _kind(one: str, other: str) -> Kind | None:
    a, b = sounds(one), sounds(other)
    if len(one) == 1 or len(other) == 1:
        return "initial" if a[:1] == b[:1] else None
    if a == b or _throaty(one, other) or _throaty(other, one):
        return "spelling"
    if not ending(one, other) and not set(names_of(one, "")).isdisjoint(names_of(other, "")):
        return "form"
    nicknames = bundled().nicknames
    if not nicknames.get(one, _NONE).isdisjoint(nicknames.get(other, _NONE)):
        return "nickname"
    return "alike" if min(len(one), len(other)) > 3 and loose(one) == loose(other) else None


def _throaty(one: str, other: str) -> bool:
    """Whether one long word writes with kh what the other writes with ch, as German and Polish do (Khodorkovsky)."""
    return "kh" in one and "ch" in other and len(one) >= _LONG and sounds(one) == sounds(other.replace("ch", "kh"))


def stem(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def ending(one: str, other: str) -> bool:
    """Whether two words differ by an ending only: another person's name as often as a form of one (Martin, Martina)."""
    shared = stem(one, other)
    return shared > 1 and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


def vowels(one: Word, other: Word) -> bool:
    """Whether two long words differ inside by e or i, o or u only, as Arabic names do (Muhammad, Mohammad)."""
    a, b = sounds(one.plain), sounds(other.plain)
    return min(len(a), len(b)) >= _LONG and a[-1] == b[-1] and a.translate(_VOWELS) == b.translate(_VOWELS)


def transliterated(one: Word, other: Word) -> bool:
    """Whether two spellings that sound alike differ by script or the habits of languages, so that more may differ."""
    if one.script != other.script:
        return True
    a, b = one.plain, other.plain
    return a != b and _kind(a, b) == "spelling" and any((mark in a) != (mark in b) for mark in _HABITS)
