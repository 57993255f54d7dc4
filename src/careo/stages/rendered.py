"""Not a stage but what `trace` asks of two reports: which sentences of one say in other words what one of the other says.

A sentence and its rendering are each other's nearest by meaning, nearer by far than the next, give the same figures
and are about as long. How much each of these says was fitted (logistic regression, both classes weighed alike) on the
nearest sentences of 56 documents of `ntrex` and `meantime` in two languages, translations of one another (791), and of
275 pairs of independent reports on one matter (957): 91 of a hundred translations and 93 of a hundred others lie on
their side of even odds; by the cosine alone 87 and 87 do.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from careo.engines.base import Vector
from careo.stages.borrowed import Common, Match, Sheet
from careo.text.passages import Passage

_BASE, _NEAR, _APART, _FIGURE, _OTHER_FIGURE, _LENGTH = -7.6, 9.9, 13.3, 2.1, -0.8, -2.1
"""Log odds: to begin with; for the cosine; for how far the next nearest is off; for a figure in both (two at most)
and in one alone (three at most); for the ratio of lengths, in logarithms."""
_LEAST = 0.3
"""Cosine below which no translation of a sentence was seen."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with the vectors of its sentences and what else is compared."""

    sheet: Sheet
    vectors: NDArray[np.float32]
    """A row a sentence."""
    figures: tuple[frozenset[str], ...]


def page(sheet: Sheet, vectors: Mapping[str, Vector]) -> Page | None:
    """Lay out a sheet beside the vectors of its sentences; `None` where one is missing or there is no sentence."""
    if not sheet.passages or any(passage.text not in vectors for passage in sheet.passages):
        return None
    return Page(
        sheet,
        np.stack([vectors[passage.text] for passage in sheet.passages]),
        tuple(frozenset(word for word in passage.words if word.isdigit()) for passage in sheet.passages),
    )


def rendered(pages: Sequence[Page]) -> Iterator[tuple[int, int, Common]]:
    """Yield the pairs of pages, by number, that have sentences rendering one another, in one language or two."""
    if not pages:
        return
    bounds = np.cumsum([0, *(len(one.vectors) for one in pages)])
    every = np.concatenate([one.vectors for one in pages]).T
    for a, one in enumerate(pages):
        near = one.vectors @ every
        for b in range(a + 1, len(pages)):
            common = _common(one, pages[b], near[:, bounds[b] : bounds[b + 1]])
            if common.matches:
                yield a, b, common


def _common(one: Page, other: Page, near: NDArray[np.float32]) -> Common:
    matches = tuple(_matches(one, other, near))
    told = sum(match.own for match in matches)
    return Common(matches, told / max(1, one.sheet.own), told / max(1, other.sheet.own))


def _matches(one: Page, other: Page, near: NDArray[np.float32]) -> Iterator[Match]:
    """Yield the sentences that are each other's nearest."""
    nearest, back = near.argmax(axis=1), near.argmax(axis=0)
    for here in np.nonzero((back[nearest] == np.arange(len(nearest))) & (near.max(axis=1) >= _LEAST))[0].tolist():
        there = int(nearest[here])
        if _contradict(one.figures[here], other.figures[there]):
            continue
        odds = _odds(one, other, (here, there), _apart(near, here, there))
        likely = 1 / (1 + math.exp(-odds))
        if likely >= 0.5:
            own = min(one.sheet.passages[here].own, other.sheet.passages[there].own)
            yield Match(here, there, own * likely, round(likely, 3), round(likely, 3))


def _contradict(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether each sentence has a figure of its own; "23,000", "23 thousand" and "23.0" are one, as 1982 and '82 are."""
    left, right = mine - theirs, theirs - mine
    alike = {
        (a, b) for a in left for b in right if a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)
    }
    return bool(left - {a for a, _ in alike}) and bool(right - {b for _, b in alike})


def _apart(near: NDArray[np.float32], here: int, there: int) -> tuple[float, float]:
    """Return the cosine of two sentences, and how far off the next nearest to either is."""
    row, column = near[here].copy(), near[:, there].copy()
    row[there] = column[here] = 0
    cosine = float(near[here, there])
    return cosine, cosine - float(max(row.max(), column.max()))


def _odds(one: Page, other: Page, places: tuple[int, int], nearness: tuple[float, float]) -> float:
    here, there = places
    mine, theirs = one.figures[here], other.figures[there]
    ratio = _length(one.sheet.passages[here]) / _length(other.sheet.passages[there])
    return (
        _BASE + _NEAR * nearness[0] + _APART * nearness[1]
        + _FIGURE * min(2, len(mine & theirs)) + _OTHER_FIGURE * min(3, len(mine ^ theirs))
        + _LENGTH * abs(math.log(ratio))
    )  # fmt: skip


def _length(passage: Passage) -> int:
    return passage.end - passage.start
