"""What a figure counts, as classes shared by all languages: soldiers, police, children, houses.

The words stand in `groups.toml` of each language. A class is only used to tell counts of two things apart; nothing is
shown in its words.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Literal

from careo.text.lexicon import LANGUAGES, table
from careo.text.normalise import fold

Standing = Literal["same", "part", "other", "unknown"]

WHOLE = "person"
"""The class that takes in all kinds of people."""
_PEOPLE = frozenset({
    "soldier", "police", "civilian", "woman", "man", "child", "protester", "detainee", "defendant", "worker", "student",
    "migrant", "journalist", "politician", "rescuer", "passenger",
})  # fmt: skip
_WORD = re.compile(r"[^\W_][\w'’-]*")
_LETTERS = 4
_ENDING = 2
"""Letters that two words must at least begin alike with to be forms of one, and that may follow in the shorter one:
plural, gender and case change the end."""


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    forms = {
        name: "|".join(re.escape(fold(word)).replace(r"\*", r"\w*") for word in words)
        for name, words in table(language, "groups").items()
    }
    return {name: re.compile(rf"(?<!\w)(?:{form})(?!\w)") for name, form in forms.items()}


@lru_cache(maxsize=16_384)
def classes_of(phrase: str, language: str) -> frozenset[str]:
    """Return the classes that the words of a phrase name; empty where none is known, or for an unknown language."""
    if language not in LANGUAGES:
        return frozenset()
    folded = fold(phrase).replace("’", "'")
    found = {name for name, pattern in _patterns(language).items() if pattern.search(folded)}
    return frozenset(found - {WHOLE} if found & _PEOPLE else found)


@lru_cache(maxsize=65_536)
def compare_groups(one: tuple[str | None, str], other: tuple[str | None, str]) -> Standing:
    """Say whether two counted groups, each (phrase, language), are the same thing.

    `part`: one is a kind of the other (people, soldiers); `unknown` where a group is missing, or no class and, within
    one language, no word is shared.
    """
    if one[0] is None or other[0] is None:
        return "unknown"
    mine, theirs = classes_of(one[0], one[1]), classes_of(other[0], other[1])
    if mine and theirs:
        return _standing(mine, theirs)
    return "same" if one[1] == other[1] and _share_word(one[0], other[0]) else "unknown"


def _standing(mine: frozenset[str], theirs: frozenset[str]) -> Standing:
    if mine == theirs:
        return "same"
    if mine & theirs or (WHOLE in mine | theirs and (mine | theirs) & _PEOPLE):
        return "part"
    return "other"


def _share_word(one: str, other: str) -> bool:
    pairs = product(*(_WORD.findall(fold(phrase)) for phrase in (one, other)))
    return any(_stem(a, b) == _stem(b, a) for a, b in pairs if min(len(a), len(b)) >= _LETTERS)


def _stem(word: str, other: str) -> str:
    return word[: max(_LETTERS, min(len(word), len(other)) - _ENDING)]
