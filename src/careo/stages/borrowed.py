"""Not a stage but what `trace` asks of reports in one language: which sentences stand in both in the same words.

Runs of four words are compared, so that a word changed or left out hides three words around it and no more. What is
quoted does not count as borrowed: two reporters may write down one speech.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    runs = [_Runs(one) for one in sheets]
    for a, b in _candidates([one.numbers for one in runs]):
        common = runs[a].common(runs[b])
        if common.matches:
            yield a, b, common


class _Runs:
    """The runs of words of one report, and where each stands."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        rows = [
            (crc32(" ".join(passage.words[at : at + _RUN]).encode()), number, at)
            for number, passage in enumerate(sheet.passages)
            for at in range(len(passage.words) - _RUN + 1)
        ]
        self._table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3)
        self.numbers = np.unique(self._table[:, 0])

    def common(self, other: "_Runs") -> Common:
        """Return the sentences that stand in both."""
        mine, theirs = self._shared(other), other._shared(self)
        matches = [
            match for here, there in self._partners(other) if (match := self._match(other, (here, there), mine, theirs))
        ]
        return Common(
            tuple(matches),
            _share([(m.one, mine) for m in matches], self.sheet),
            _share([(m.other, theirs) for m in matches], other.sheet),
        )

    def _match(
        self, other: "_Runs", places: tuple[int, int], mine: Sequence[set[int]], theirs: Sequence[set[int]]
    ) -> Match | None:
        here, there = places
        one, two = self.sheet.passages[here], other.sheet.passages[there]
        whole = min(len(mine[here]), len(theirs[there])) / min(len(one.words), len(two.words))
        own = min(len(mine[here] & one.outside), len(theirs[there] & two.outside))
        shorter = min(one.own, two.own)
        score = own / shorter if shorter else 0.0
        return Match(here, there, own, round(score, 3), round(whole, 3)) if max(whole, score) >= _ALIKE else None

    def _partners(self, other: "_Runs") -> Iterator[tuple[int, int]]:
        """Yield each sentence with the one of the other report that has most of its runs."""
        counts: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        place = np.searchsorted(other._table[:, 0], self._table[:, 0])
        for (run, here, _), at in zip(self._table.tolist(), place.tolist(), strict=True):
            if at < len(other._table) and other._table[at, 0] == run:
                counts[here][int(other._table[at, 1])] += 1
        for here, found in sorted(counts.items()):
            yield here, max(sorted(found), key=found.__getitem__)

    def _shared(self, other: "_Runs") -> list[set[int]]:
        """Return, by sentence, which of its words stand in runs that the other report has."""
        covered: list[set[int]] = [set() for _ in self.sheet.passages]
        for _, number, at in self._table[np.isin(self._table[:, 0], other.numbers)].tolist():
            covered[number].update(range(at, at + _RUN))
        return covered


def _share(matched: Sequence[tuple[int, Sequence[set[int]]]], sheet: Sheet) -> float:
    """Return the share of a report's own words that are in common, over its matched sentences."""
    words = sum(len(covered[n] & sheet.passages[n].outside) for n, covered in dict(matched).items())
    return words / sheet.own if sheet.own else 0.0


def _candidates(numbers: Sequence[NDArray[np.int64]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share enough runs: the product of a table of reports and runs, block by block."""
    every, counts = np.unique(np.concatenate([*numbers, np.empty(0, np.int64)]), return_counts=True)
    shared = every[counts > 1]
    total = np.zeros((len(numbers), len(numbers)), dtype=np.float32)
    for at in range(0, len(shared), _BLOCK):
        block = shared[at : at + _BLOCK]
        table = np.stack([np.isin(block, one) for one in numbers]).astype(np.float32)
        total += table @ table.T
    for a, b in zip(*np.nonzero(np.triu(total >= _FEWEST_RUNS, 1)), strict=True):
        yield int(a), int(b)
