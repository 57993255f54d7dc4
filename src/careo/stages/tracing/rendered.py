"""What `trace` asks of two reports: which sentences of one say anew what the other says.

A sentence and its rendering are each other's nearest by meaning, nearer by far than the next, give the same figures
and are about as long. How much each of these says was fitted (logistic regression, both classes weighed alike) on the
nearest sentences of 56 documents of `ntrex` and `meantime` in two languages, translations of one another (791), and of
275 pairs of independent reports on one matter (957): 91 of a hundred translations and 93 of a hundred others lie on
their side of even odds; by the cosine alone 87 and 87 do.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careo.engines.base import Vector
from careo.stages.tracing.borrowed import Common, Match, Sheet

_BASE, _NEAR, _APART, _FIGURE, _OTHER_FIGURE, _LENGTH = -7.6, 9.9, 13.3, 2.1, -0.8, -2.1
"""Log odds: to begin with; for the cosine; for how far the next nearest is off; for a figure in both (two at most)
and in one alone (three at most); for the ratio of lengths, in logarithms."""
_MOST_FIGURES = 2
_LEAST = 0.3
"""Cosine below which no translation of a sentence was seen."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with the vectors of its sentences and what else is compared."""

    sheet: Sheet
    vectors: NDArray[np.float32]
    """A row a sentence."""
    lengths: NDArray[np.float64]
    """Their letters, in logarithms."""
    figures: tuple[frozenset[str], ...]


def page(sheet: Sheet, vectors: Mapping[str, Vector]) -> Page | None:
    """Lay out a sheet beside the vectors of its sentences; `None` where one is missing or there is no sentence."""
    if not sheet.passages or any(passage.text not in vectors for passage in sheet.passages):
        return None
    return Page(
        sheet,
        np.stack([vectors[passage.text] for passage in sheet.passages]),
        np.log([passage.end - passage.start for passage in sheet.passages]),
        tuple(frozenset(word for word in passage.words if word.isdigit()) for passage in sheet.passages),
    )


def rendered(pages: Sequence[Page], wanted: Collection[tuple[int, int]]) -> Iterator[tuple[int, int, Common]]:
    """Yield those of the pairs of pages asked for, by number, that have sentences rendering one another."""
    near: NDArray[np.float32] | None = None
    last = -1
    bounds = np.cumsum([0, *(len(one.vectors) for one in pages)])
    every = np.concatenate([one.vectors for one in pages]).T if pages else np.zeros((0, 0), np.float32)
    for a, b in sorted(wanted):
        if near is None or a != last:
            near, last = pages[a].vectors @ every, a
        common = _common(pages[a], pages[b], near[:, bounds[b] : bounds[b + 1]])
        if common.matches:
            yield a, b, common


def _common(one: Page, other: Page, near: NDArray[np.float32]) -> Common:
    matches = tuple(_matches(one, other, near))
    told = sum(match.own for match in matches)
    return Common(matches, told / max(1, one.sheet.own), told / max(1, other.sheet.own))


def _matches(one: Page, other: Page, near: NDArray[np.float32]) -> Iterator[Match]:
    """Yield the sentences that are each other's nearest and rather render each other than not."""
    nearest, back = near.argmax(axis=1), near.argmax(axis=0)
    rows = np.arange(len(nearest))
    here = np.nonzero((back[nearest] == rows) & (near[rows, nearest] >= _LEAST))[0]
    if not len(here):
        return
    there = nearest[here]
    cosine = near[here, there]
    next_ = np.maximum(_second(near[here]), _second(near.T[there]))
    odds = _BASE + _NEAR * cosine + _APART * (cosine - next_) + _LENGTH * abs(one.lengths[here] - other.lengths[there])
    open_ = odds >= -_MOST_FIGURES * _FIGURE  # no figures could make up for less
    for a, b, told in zip(here[open_].tolist(), there[open_].tolist(), odds[open_].tolist(), strict=True):
        figures = _figures(one.figures[a], other.figures[b])
        if figures is not None and told + figures >= 0:
            likely = 1 / (1 + math.exp(-told - figures))
            own = min(one.sheet.passages[a].own, other.sheet.passages[b].own)
            yield Match(a, b, own * likely, round(likely, 3), round(likely, 3))


def _second(near: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the second highest value of each row, 0 at least."""
    if near.shape[1] < 2:
        return np.zeros(len(near), np.float32)
    return np.maximum(np.partition(near, -2, axis=1)[:, -2], 0)


def _figures(mine: frozenset[str], theirs: frozenset[str]) -> float | None:
    """Return what the figures of two sentences say, in log odds; `None` where they contradict each other."""
    if not mine and not theirs:
        return 0.0
    if _contradict(mine, theirs):
        return None
    return _FIGURE * min(_MOST_FIGURES, len(mine & theirs)) + _OTHER_FIGURE * min(3, len(mine ^ theirs))


def _contradict(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each sentence has a figure of its own; 23,000 and 23 (thousand) may be one, as 1982 and '82 may."""
    left, right = mine - theirs, theirs - mine
    alike = {
        (a, b) for a in left for b in right if a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)
    }
    return bool(left - {a for a, _ in alike}) and bool(right - {b for _, b in alike})
