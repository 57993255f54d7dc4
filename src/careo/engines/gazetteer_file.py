"""The file a gazetteer is kept in: arrays looked at where they lie, nothing is unpacked.

After the magic, the length of a JSON header and the header itself come the arrays, each at a multiple of eight. All
numbers are little endian. `hash`, `check` and `site` are parallel: 48 bits of the BLAKE2b of a spelling, sorted, and
the number of a site that has it, with the top bit set where it is the site's common name. Sites below `areas` are
countries, regions and divisions, the rest are towns; `parent` is the number of the larger area, plus one.
"""

import json
import mmap
from bisect import bisect_left
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from careo.errors import UsageError

MAGIC = b"careo-places-1\n\0"
OWN = 1 << 31
SEAT = 1 << 7
"""The bit of a site's kind that says it is the capital of its country."""
NOWHERE = -(1 << 31)
"""Coordinates of a site that has none."""
SCALE = 10_000
"""Coordinates are kept in ten-thousandths of a degree: eleven metres."""
DTYPES: Mapping[str, str] = {
    "hash": "<u4", "check": "<u2", "site": "<u4", "name": "<u4", "lat": "<i4", "lon": "<i4", "people": "u1",
    "kind": "u1", "country": "u1", "parent": "<u2", "names": "u1",
}  # fmt: skip


def key(spelled: str) -> tuple[int, int]:
    """Return the two parts of a spelling's hash: 32 bits to look for and 16 to make sure.

    Among the half million spellings of a full gazetteer a word that is none of them is taken for one once in five
    hundred million look-ups.
    """
    digest = blake2b(spelled.encode("utf-8"), digest_size=6).digest()
    return int.from_bytes(digest[:4], "little"), int.from_bytes(digest[4:], "little")


def _native(array: NDArray[Any]) -> NDArray[Any]:
    """Return the array in the byte order of this machine; a copy only where that is not the file's."""
    return array.astype(array.dtype.newbyteorder("="), copy=False)


class Table:
    """A gazetteer file, mapped into memory; only what is looked at is read."""

    def __init__(self, path: Path) -> None:
        """Map the file.

        Raises:
            UsageError: if it is missing or no gazetteer of this version.
        """
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise UsageError(f"the gazetteer {path} cannot be opened: {error}") from error
        if self._map[: len(MAGIC)] != MAGIC:
            raise UsageError(f"{path} is no gazetteer of this version; install careo anew")
        start = len(MAGIC) + 8
        length = int.from_bytes(self._map[len(MAGIC) : start], "little")
        self.header: Mapping[str, Any] = json.loads(self._map[start : start + length])
        # a view of an array gives plain numbers, several times as fast as the array itself
        self.arrays: dict[str, memoryview[int]] = {
            name: _native(np.frombuffer(self._map, dtype=DTYPES[name], count=count, offset=offset)).data
            for name, (offset, count) in self.header["arrays"].items()
        }

    def numbers(self, spelled: str) -> tuple[tuple[int, bool], ...]:
        """Return the sites that have a spelling, and whether it is their common name."""
        want, sure = key(spelled)
        hashes, check, site = self.arrays["hash"], self.arrays["check"], self.arrays["site"]
        at = bisect_left(hashes, want)
        found = []
        while at < len(hashes) and hashes[at] == want:
            if check[at] == sure:
                number = site[at]
                found.append((number & (OWN - 1), bool(number & OWN)))
            at += 1
        return tuple(found)

    def text(self, number: int) -> str:
        """Return a site's common name."""
        start = self.arrays["name"][number]
        length = self.arrays["names"][start]
        return bytes(self.arrays["names"][start + 1 : start + 1 + length]).decode("utf-8")
