"""How much two texts share, by runs of words; and a short sketch of a text by which alike ones are found."""

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from careo.text.normalise import fold

_WORD = re.compile(r"\w+")
_LENGTH = 4
"""Words in a run: enough that two reports of one matter share few, and one changed word breaks few."""
_SKETCH = 24
_KEPT = 256
"""Texts whose runs are kept at hand: those of all reports of a large desk would fill the memory."""


@lru_cache(maxsize=_KEPT)
def shingles(text: str) -> frozenset[int]:
    """Return the runs of words of a text, as numbers that are the same on every machine."""
    words = _WORD.findall(fold(text))
    runs = zip(*(words[at:] for at in range(_LENGTH)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)


def sketch(runs: Iterable[int]) -> tuple[int, ...]:
    """Return the least of the numbers: two texts that share most runs share most of these (bottom-k sketch)."""
    return tuple(sorted(runs)[:_SKETCH])


def contained(one: frozenset[int], other: frozenset[int]) -> float:
    """Return which share of the shorter text's runs stands in the other, 0 where one has none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Return which share of all runs both texts have (Jaccard), 0 where there are none."""
    return len(one & other) / len(one | other) if one or other else 0.0
