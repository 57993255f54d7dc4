"""What `trace` asks of reports in one language: which sentences stand in both in the same words.

Runs of four words are compared, so that a word changed or left out hides three words around it and no more. What is
quoted does not count as borrowed: two reporters may write down one speech.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from careo.model.seen import Report
from careo.text.passages import Passage, passages

_RUN = 4
"""Words in a run."""
_FEWEST_RUNS = 4
"""Runs that two reports must share to be looked at: seven words one after the other."""
_BLOCK = 4096
_ALIKE = 0.5
"""Share of a sentence's words that must stand in the other one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report laid out for comparing."""

    report: Report
    passages: tuple[Passage, ...]
    own: int
    """Words outside quotation marks."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences with something in common, by their places among the passages of the two reports."""

    one: int
    other: int
    own: float
    """How many words outside quotation marks they have in common, as far as is likely."""
    score: float
    """Share of the shorter one's own words in common, or how likely one renders the other; 0 where all is quoted."""
    whole: float
    """The same with what is quoted."""


@dataclass(frozen=True, slots=True)
class Common:
    """What two reports have in common."""

    matches: tuple[Match, ...]
    one: float
    """Share of the first report's own words that stand in the second."""
    other: float


def sheet(report: Report) -> Sheet:
    """Lay out a report."""
    found = passages(report)
    return Sheet(report, found, sum(passage.own for passage in found))


def borrowed(sheets: Sequence[Sheet]) -> Iterator[tuple[int, int, Common]]:
    """Yield the pairs of sheets, by number, that have sentences in common; all sheets are of one language."""
    runs = _runs(sheets)
    size = 1 + max((int(one.numbers.max(initial=0)) for one in runs), default=0)
    where = np.full(size, -1)
    for a, near in _candidates([one.numbers for one in runs], size):
        one = runs[a]
        where[one.numbers[::-1]] = np.arange(len(one.numbers))[::-1]  # where a run recurs, its first place stands
        for b in near:
            common = one.common(runs[b], where[runs[b].numbers])
            if common.matches:
                yield a, b, common
        where[one.numbers] = -1


def _runs(sheets: Sequence[Sheet]) -> list["_Runs"]:
    """Lay out the runs of each sheet under numbers of the fewest digits, the same run under the same."""
    hashes = [
        np.array(
            [crc32(" ".join(p.words[at : at + _RUN]).encode()) for p in one.passages for at in _starts(p)], np.int64
        )
        for one in sheets
    ]
    _, numbers = np.unique(np.concatenate([*hashes, np.empty(0, np.int64)]), return_inverse=True)
    bounds = np.cumsum([0, *map(len, hashes)])
    return [_Runs(one, numbers[low:high]) for one, (low, high) in zip(sheets, pairwise(bounds), strict=True)]


def _starts(passage: Passage) -> range:
    return range(len(passage.words) - _RUN + 1)


class _Runs:
    """The runs of words of one report, and where each stands."""

    def __init__(self, sheet: Sheet, numbers: NDArray[np.intp]) -> None:
        self.sheet = sheet
        self.numbers = numbers
        lengths = [len(passage.words) for passage in sheet.passages]
        first = np.cumsum([0, *lengths])
        self._first = np.array(
            [low + at for low, p in zip(first, sheet.passages, strict=False) for at in _starts(p)], int
        )
        self._passage = np.repeat(np.arange(len(lengths)), lengths)
        self._own = np.array([at in p.outside for p in sheet.passages for at in range(len(p.words))], bool)
        self.words = np.bincount(self._passage, minlength=len(lengths))
        self.own = np.bincount(self._passage, self._own, len(lengths))

    def common(self, other: "_Runs", where: NDArray[np.intp]) -> Common:
        """Return the sentences that stand in both; `where` tells for each of the other's runs its place here, or -1."""
        there = np.nonzero(where >= 0)[0]
        here = where[there]
        mine, theirs = self._covered(here), other._covered(there)
        width = len(other.words)
        both = self._passage[self._first[here]] * width + other._passage[other._first[there]]
        pairs, counts = np.unique(both, return_counts=True)
        order = np.lexsort((pairs, -counts, pairs // width))
        _, best = np.unique(pairs[order] // width, return_index=True)
        chosen = pairs[order[best]]
        matches = tuple(_matches((chosen // width, chosen % width), (self, mine), (other, theirs)))
        return Common(
            matches, self._share(mine, {m.one for m in matches}), other._share(theirs, {m.other for m in matches})
        )

    def _covered(self, runs: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return, by sentence, how many words some runs cover, and how many of the reporter's own."""
        words = np.zeros(len(self._passage), bool)
        for step in range(_RUN):
            words[self._first[runs] + step] = True
        size = len(self.words)
        both = np.bincount(self._passage, words, size), np.bincount(self._passage, words & self._own, size)
        return both[0].astype(float), both[1].astype(float)

    def _share(self, covered: tuple[NDArray[np.float64], NDArray[np.float64]], matched: set[int]) -> float:
        """Return the share of the report's own words that are in common, over its matched sentences."""
        return float(covered[1][sorted(matched)].sum()) / self.sheet.own if self.sheet.own else 0.0


_Side = tuple[_Runs, tuple[NDArray[np.float64], NDArray[np.float64]]]


def _matches(pairs: tuple[NDArray[np.intp], NDArray[np.intp]], one: _Side, other: _Side) -> Iterator[Match]:
    """Yield the sentences of which one has enough of the other, whole or but for quotations."""
    here, there = pairs
    (mine, (words, own)), (theirs, (words_there, own_there)) = one, other
    whole = np.minimum(words[here], words_there[there]) / np.minimum(mine.words[here], theirs.words[there])
    taken = np.minimum(own[here], own_there[there])
    score = taken / np.maximum(1, np.minimum(mine.own[here], theirs.own[there]))
    rows = zip(
        here.tolist(), there.tolist(), taken.tolist(), score.round(3).tolist(), whole.round(3).tolist(), strict=True
    )
    return (Match(*row) for row in rows if max(row[3], row[4]) >= _ALIKE)


def _candidates(numbers: Sequence[NDArray[np.intp]], size: int) -> Iterator[tuple[int, list[int]]]:
    """Yield, for each report, the later ones that share enough runs with it: a product of tables, block by block."""
    total = np.zeros((len(numbers), len(numbers)), dtype=np.float32)
    for at in range(0, size, _BLOCK):
        table = np.zeros((len(numbers), _BLOCK), dtype=np.float32)
        for row, one in enumerate(numbers):
            table[row, one[(one >= at) & (one < at + _BLOCK)] - at] = 1
        total += table @ table.T
    for a in range(len(numbers)):
        yield a, [b for b in range(a + 1, len(numbers)) if total[a, b] >= _FEWEST_RUNS]
