"""A word by what is left of it in another script or spelling: its consonants, in Latin letters.

"Selenskyj", "Zelensky" and "Зеленский" share theirs, and so do most case endings of a name. Many words share one
too: it finds what may be alike, and decides nothing.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_NOT = re.compile("[^a-z0-9]")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh|ch|cz", "s"), ("ph", "f"), ("th", "t"), ("w", "v"), ("ck|[qc]", "k"), ("x", "ks"), ("z", "s"),
        ("gh", "g"), ("kh", "h"),
    )
)  # fmt: skip
_VOWELS = re.compile("[aeiouyj]+")
_TWICE = re.compile(r"(.)\1+")
_LONGEST = 5
"""Consonants that are kept: what follows is mostly an ending."""


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the first consonants of a word, `A` before them where it begins with a vowel; figures stay whole."""
    plain = _NOT.sub("", anyascii(word).lower())
    if not plain or plain.isdigit():
        return plain
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    first = "A" if _VOWELS.match(plain) else ""
    bones = _TWICE.sub(r"\1", _VOWELS.sub("", plain))
    return (first + (bones.replace("h", "") or bones))[:_LONGEST]
