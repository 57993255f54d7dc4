"""Names of any script in small plain Latin letters, and keys under which spellings of one word agree.

Romanising is AnyAscii's (ISC), character by character: "Путин" is putin, "Πούτιν" poutin, Arabic comes without its
short vowels. What differs by the habits of languages (German "Wladimir Schostakowitsch", Dutch "Poetin", French
"Chostakovitch") is folded by rules of our own: `sounds` merges spellings that are habits only; `loose` merges more,
so that what agrees under it is worth a second look but proves nothing.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from anyascii import anyascii

from careo.text.normalise import fold

Script = Literal["", "*", "~", "^"]
"""Latin letters, another alphabet, one without vowels, or Chinese, Japanese or Korean script."""
_NO_VOWELS = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\ufb1d-\ufdff\ufe70-\ufeff]")
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NOT_LATIN = re.compile("[\u0370-\u058f\u0900-\u1cff\u1f00-\u1fff\u2c00-\u2dff\ua000-\uabff]")
_ARTICLE = re.compile(r"(?<!\S)ال(?=\S{3})")
_LETTERS = re.compile(r"[^a-z0-9]+")

# Habits of one language or another for one sound; longest first. Capital letters stand for what no Latin letter is.
_SOUNDS = (
    ("shch", "Q"), ("schtsch", "Q"), ("chtch", "Q"), ("sjtsj", "Q"), ("tsch", "C"), ("tch", "C"), ("tsj", "C"),
    ("tj", "C"), ("dsch", "J"), ("dzh", "J"), ("dj", "J"), ("sch", "S"), ("sh", "S"), ("sj", "S"), ("zh", "Z"),
    ("kh", "h"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ou", "u"), ("oo", "u"),
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("ij", "y"), ("ts", "T"), ("tz", "T"), ("zz", "T"), ("ks", "x"), ("qu", "k"),
)  # fmt: skip
_SINGLE = str.maketrans({"w": "v", "j": "i", "y": "i", "q": "k"})
_LAST_F = re.compile("(?<=[aeiou])(?:ff|f|vv)$")
_TWICE = re.compile(r"(.)\1+")
_GLIDE = re.compile("(?<=[aeou])i(?=[aeou])|(?<=i)i")
_LOOSE = str.maketrans(
    {"z": "s", "e": "i", "o": "u", "k": "c", "C": "c", "S": "s", "Z": "s", "J": "i", "g": "i", "Q": "s", "T": "s"}
)
_BARE = re.compile("[aeiouhv]")
_HEARD = str.maketrans(
    {"p": "b", "q": "k", "c": "s", "T": "s", "z": "s", "S": "s", "C": "s", "Z": "j", "J": "j", "g": "j", "x": "k"}
)


def script(text: str) -> Script:
    """Return what kind of script a name is in; one letter of another than Latin decides."""
    if text.isascii():
        return ""
    if _SYLLABLES.search(text):
        return "^"
    if _NO_VOWELS.search(text):
        return "~"
    return "*" if _NOT_LATIN.search(text) else ""


@lru_cache(maxsize=65536)
def latin(word: str) -> str:
    """Return a word in small letters a to z and digits; empty if nothing of it can be written so."""
    small = fold(word)
    if not small.isascii():
        written = "".join(char for char in small if unicodedata.category(char)[0] in "LMN")
        small = anyascii(unicodedata.normalize("NFC", written)).lower()
    return _LETTERS.sub("", small)


def opened(text: str) -> str:
    """Return a text with the article of Arabic script written apart, as Latin spellings often have it."""
    return _ARTICLE.sub("ال ", text) if script(text) == "~" else text


@lru_cache(maxsize=65536)
def sounds(plain: str) -> str:
    """Return the key under which spellings of a word in `latin` letters agree that are habits of a language only."""
    for habit, sound in _SOUNDS:
        if habit in plain:
            plain = plain.replace(habit, sound)
    plain = _TWICE.sub(r"\1", _LAST_F.sub("v", plain).translate(_SINGLE))
    return _GLIDE.sub("", plain)


@lru_cache(maxsize=65536)
def loose(plain: str) -> str:
    """Return a key under which more spellings agree, also such as are two names (Torres, Torrez)."""
    key = sounds(plain).translate(_LOOSE).replace("h", "")
    return _TWICE.sub(r"\1", key)


@lru_cache(maxsize=65536)
def consonants(plain: str) -> str:
    """Return the consonants that a script without vowels would show, with those merged that Arabic lacks."""
    return _TWICE.sub(r"\1", _BARE.sub("", sounds(plain).replace("i", "")).translate(_HEARD))
