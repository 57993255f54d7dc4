"""How two words of names stand to each other, and which word of one name goes with which of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from careo.text.alike.latin import consonants, loose, sounds
from careo.text.alike.table import bundled, names_of

Kind = Literal["equal", "spelling", "form", "alike", "script", "initial", "nickname", "slip", "other"]
LIKENESS: dict[Kind, float] = {
    "equal": 1.0, "spelling": 0.98, "form": 0.96, "alike": 0.93, "script": 0.9, "nickname": 0.85, "initial": 0.8,
}  # fmt: skip
_ONE_SLIP, _TWO_SLIPS = 4, 8
"""Letters a word must have for one letter, or two, to be taken for a slip."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name."""

    text: str
    """As written."""
    plain: str
    """As `latin` writes it."""
    unvowelled: bool = False
    """Whether it stood in a script without vowels."""


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
    found.sort(key=lambda two: (-two.likeness, max(0, abs(two.one - two.other) - shift), two.one, two.other))
    taken: list[Paired] = []
    ones: set[int] = set()
    others: set[int] = set()
    for two in found:
        if two.one not in ones and two.other not in others:
            taken.append(two)
            ones.add(two.one)
            others.add(two.other)
    return tuple(sorted(taken, key=lambda two: two.one))


def alike(one: Word, other: Word) -> tuple[Kind, float]:
    """Say how two words stand to each other, and how like they are."""
    kind, likeness = _alike(one.plain, other.plain)
    if kind in ("slip", "other") and one.unvowelled != other.unvowelled:
        a, b = consonants(one.plain), consonants(other.plain)
        if a == b and len(a) > 1:
            return "script", LIKENESS["script"]
    return kind, likeness


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
    if one == other:
        return "equal"
    a, b = sounds(one), sounds(other)
    if a == b:
        return "spelling"
    if len(one) == 1 or len(other) == 1:
        return "initial" if a[:1] == b[:1] else None
    if not set(names_of(one)).isdisjoint(names_of(other)):
        return "form"
    if any(one in group and other in group for group in bundled().nicknames):
        return "nickname"
    return "alike" if min(len(one), len(other)) > 3 and loose(one) == loose(other) else None


def transliterated(one: str, other: str) -> bool:
    """Whether two spellings that sound alike differ by the habits of languages, so that more may differ by them."""
    return sounds(one) == sounds(other) and any(
        (mark in one) != (mark in other) for mark in ("w", "j", "sch", "sh", "tsch", "ch", "kh", "y", "ou", "oe")
    )
