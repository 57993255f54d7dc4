"""The bundled table of names: which spellings are one personal name, legal forms, words of companies' names.

`names/make.py` made the file; names.LICENSE.txt beside it says from what. It is read when first asked (0.2 s).
"""

import json
import lzma
import re
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

from careo.text.names.alike.latin import Script, latin, sounds

MAGIC = b"careo names 1\n"
_FILE = files("careo.text.names.alike").joinpath("names.bin")
_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*\.?", re.UNICODE)
_DOTTED = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]?\.?$")


def hashed(key: str) -> int:
    """Return 32 bits for a key; CRC, since it must be the same on every machine and needs no secret."""
    return zlib.crc32(key.encode())


def wording(text: str) -> str:
    """Return the words of a name in Latin letters, one blank between; dots inside abbreviations are dropped."""
    return " ".join(filter(None, (latin(word) for word in _WORD.findall(text))))


@dataclass(frozen=True, slots=True)
class Table:
    """What the file holds; wordings are those of `wording`."""

    legal: Mapping[str, str]
    """From the wording of a legal form to `form|kind`."""
    symbols: Mapping[str, str]
    """From a word that companies and bodies have in their names to what it means, in any language."""
    ordinals: Mapping[str, str]
    nicknames: Mapping[str, frozenset[int]]
    """The groups of a given name and its short forms that a word is in."""
    titles: frozenset[str]
    hashes: "array[int]"
    starts: "array[int]"
    names: "array[int]"

    def names_of(self, key: str) -> tuple[int, ...]:
        """Return the numbers of the personal names that have a key (script and `sounds`); none for most words."""
        wanted = hashed(key)
        at = bisect_left(self.hashes, wanted)
        if at == len(self.hashes) or self.hashes[at] != wanted:
            return ()
        return tuple(self.names[self.starts[at] : self.starts[at + 1]])


@cache
def bundled() -> Table:
    """Return the table that comes with careo."""
    return read(_FILE.read_bytes())


def read(packed: bytes) -> Table:
    """Return what the bytes of such a file hold.

    Raises:
        ValueError: if they are of another version.
    """
    if not packed.startswith(MAGIC):
        raise ValueError("names.bin is not of this version; make it again with names/make.py")
    body = memoryview(lzma.decompress(packed[len(MAGIC) :]))
    size = int.from_bytes(body[:4], "little")
    head, at = json.loads(bytes(body[4 : 4 + size])), 4 + size
    columns: dict[str, array[int]] = {}
    for name, type_ in (("hash", "I"), ("count", "B"), ("name", "I")):
        column: array[int] = array(type_)
        end = at + head["columns"][name] * column.itemsize
        column.frombytes(body[at:end])
        if sys.byteorder == "big":
            column.byteswap()
        columns[name], at = column, end
    return Table(
        legal=head["legal"],
        symbols=head["symbols"],
        ordinals=head["ordinals"],
        nicknames=_numbered(head["nicknames"]),
        titles=frozenset(head["titles"]),
        hashes=columns["hash"],
        starts=array("I", accumulate(columns["count"], initial=0)),
        names=columns["name"],
    )


def _numbered(groups: Sequence[Sequence[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=65536)
def names_of(plain: str, letters: Script) -> tuple[int, ...]:
    """Return the numbers of the personal names that a word in `latin` letters, from a script, may be a spelling of.

    Spellings of other scripts are kept apart: Köhler and Keller are one word in Cyrillic, and so is much in Hebrew. A
    word of another alphabet may also stand for the Latin spelling that it is letter for letter.
    """
    key = sounds(plain)
    found = bundled().names_of(letters + key)
    return tuple(sorted({*found, *bundled().names_of(key)})) if letters == "*" else found
