"""kinship: how likely two sentences of two reports tell one thing, in whatever languages they stand.

What they share is counted: their meaning, the names and figures in both, and words that mean alike, each by how few
sentences of the story have it. A logistic model makes a probability of it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, pairwise
from operator import or_
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from careo.engines.base import Vector
from careo.model.seen import Figure, Statement
from careo.stages.comparing.witness import Witness

_Thing = TypeVar("_Thing", str, tuple[float | None, float | None])
Place = tuple[str, int, int]
"""Report, start and end of a sentence."""
_EARLY = 3
"""Sentences at the beginning of a report in which it tells what it is about."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SIZE = 60
"""Sentences of a story of two or three reports: what one sentence in so many has is as telling as can be."""
_ALIKE = 0.6
"""Cosine from which two words mean much the same. Lines of `ntrex_gold` by such words alone: .5 F1 .34, .6 .39, .7
.35."""
_NEAREST = 40
"""Sentences of other reports that a sentence is laid beside: those nearest in meaning."""
_RARE = 30
"""A name in at most so many sentences lays each beside each, whatever they mean."""
_ROWS = 512
"""Rows of a matrix compared at a time: keeps memory flat in stories of thousands of sentences."""
_LARGE = 10
"""An equal figure up to this size says less: small counts recur everywhere."""
_SMALL_SHARE = 0.4
"""What is left of such a figure's rarity, set by hand."""


class Traits(NamedTuple):
    """What two sentences share, in the order of the model's weights."""

    meaning: float
    """Cosine of the sentences."""
    beyond: float
    """The same above what both have with the story at large."""
    names: float
    """Sum of the rarities of the names in both."""
    rarest: float
    """The rarity of the rarest of them."""
    named: float
    """Share of the names in both among all, by rarity."""
    figure: float
    """The rarity of an equal figure."""
    shorter: float
    """Logarithm of the words of the shorter sentence."""
    longer: float
    """The same of the longer one."""
    kind: float
    """1 where both tell a thing of one type other than OTHER."""
    early: float
    """1 where both stand at the beginning of their report."""
    words: float
    """Sum of the squared rarities of words that mean alike, of the sentence that has less of them."""
    worded: float
    """Share of such words among all, by rarity."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report as it is laid beside others."""

    report: str
    text: str
    vector: Vector
    names: frozenset[str]
    """Ids of the entities named."""
    figures: frozenset[tuple[float | None, float | None]]
    """Bounds of the figures told."""
    types: frozenset[str]
    """Types of its statements."""
    early: bool
    """Whether it is among the first three of its report."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the encoder says of a story's statements."""

    sentences: Mapping[str, Vector]
    """Statement id to the vector of its sentence."""
    words: Mapping[str, Vector]
    """Word, in small letters, to its own vector."""


def lines_of(witnesses: Iterable[Witness]) -> Mapping[Place, Line]:
    """Return the sentences of statements by their place, in order; one whose statements have no vector is left out."""
    together: dict[Place, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.vector is not None:
            together[place_of(witness.statement)].append(witness)
    seen: Counter[str] = Counter()
    lines: dict[Place, Line] = {}
    for place, told in sorted(together.items()):
        seen[place[0]] += 1
        lines[place] = _line(told, early=seen[place[0]] <= _EARLY)
    return lines


def place_of(statement: Statement) -> Place:
    """Return the report of a statement with the start and end of its sentence."""
    return statement.report, statement.start, statement.end


def _line(told: Sequence[Witness], *, early: bool) -> Line:
    first = told[0]
    figures = {(f.low, f.high) for w in told for f in w.statement.figures}
    figures |= {(m.value.low, m.value.high) for w in told for m in w.beside if isinstance(m.value, Figure)}
    text = first.report.text[first.statement.start : first.statement.end]
    types = frozenset(witness.statement.type for witness in told)
    assert first.vector is not None
    return Line(first.report.id, text, first.vector, first.names, frozenset(figures), types, early)


def words_in(text: str) -> frozenset[str]:
    """Return the words of a sentence that are laid beside others: of three letters or more, in small letters."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def kinship(lines: Sequence[Line], words: Mapping[str, Vector]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of lines of two reports, the lesser number first, with the probability that they tell one thing.

    In a large story only pairs that are near in meaning or share a rare name are looked at.

    Args:
        lines: the sentences of one story.
        words: word to vector, for the words of all of them; a word without one means only itself.
    """
    pairs, traits = _compared(lines, words)
    odds = sum(weight * column for weight, column in zip(_WEIGHTS, traits.T, strict=True)) + _BIAS
    for (one, other), likely in zip(pairs, odds.tolist(), strict=True):
        yield one, other, 1 / (1 + math.exp(-likely))


def compared(lines: Sequence[Line], words: Mapping[str, Vector]) -> Iterator[tuple[int, int, Traits]]:
    """Yield the same pairs with what their sentences share."""
    pairs, traits = _compared(lines, words)
    for (one, other), row in zip(pairs, traits.tolist(), strict=True):
        yield one, other, Traits(*row)


def _compared(lines: Sequence[Line], words: Mapping[str, Vector]) -> tuple[list[tuple[int, int]], NDArray[np.float64]]:
    """Return the pairs, and a row of traits for each."""
    if not lines:
        return [], np.empty((0, len(Traits._fields)))
    matrix = np.stack([line.vector for line in lines])
    pairs = _pairs(lines, matrix)
    one, other = np.array(pairs, np.intp).reshape(-1, 2).T
    common = matrix @ matrix.mean(axis=0)
    cosines = _cosines(matrix, one, other)
    lengths = np.array([math.log(len(line.text.split()) + 1) for line in lines])
    types = [line.types - {"OTHER"} for line in lines]
    early = np.array([line.early for line in lines])
    columns = (
        cosines,
        cosines - (common[one] + common[other]).astype(np.float64) / 2,
        *_named(lines, pairs),
        _counted(lines, pairs),
        np.minimum(lengths[one], lengths[other]),
        np.maximum(lengths[one], lengths[other]),
        np.array([not types[a].isdisjoint(types[b]) for a, b in pairs]),
        early[one] & early[other],
        *_Words(lines, words).shared(one, other),
    )  # fmt: skip
    return pairs, np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _cosines(matrix: NDArray[np.float32], one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the cosine of each pair of rows, each computed by itself, so that it hangs on no other pair."""
    found = np.empty(len(one))
    for at in range(0, len(one), _ROWS):
        here, there = matrix[one[at : at + _ROWS]], matrix[other[at : at + _ROWS]]
        found[at : at + _ROWS] = np.matmul(here[:, None, :], there[:, :, None])[:, 0, 0]
    return found


def _named(lines: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return `Traits.names`, `rarest` and `named` of each pair, a row each."""
    rarity = _rarities([line.names for line in lines])
    told = [sum(rarity[name] for name in sorted(line.names)) for line in lines]
    found = np.zeros((3, len(pairs)))
    for at, (a, b) in enumerate(pairs):
        if both := lines[a].names & lines[b].names:
            names = sorted(rarity[name] for name in both)
            whole = told[a] + told[b]
            found[:, at] = sum(names), names[-1], 2 * sum(names) / whole if whole else 0.0
    return found


def _counted(lines: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return `Traits.figure` of each pair."""
    rarity = _rarities([line.figures for line in lines])
    worth = {figure: rare * (1 if (figure[0] or 0) > _LARGE else _SMALL_SHARE) for figure, rare in rarity.items()}
    found = np.zeros(len(pairs))
    for at, (a, b) in enumerate(pairs):
        if both := lines[a].figures & lines[b].figures:
            found[at] = max(worth[figure] for figure in both)
    return found


def _rarity(lines: int, with_it: int) -> float:
    """Return 0 for what every sentence has, up to 1 for what one in `_SIZE` has."""
    return min(1.0, math.log(max(lines, 2) / with_it) / math.log(_SIZE))


def _rarities(things: Sequence[frozenset[_Thing]]) -> dict[_Thing, float]:
    counts = Counter(thing for some in things for thing in some)
    return {thing: _rarity(len(things), count) for thing, count in counts.items()}


def _pairs(lines: Sequence[Line], matrix: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the pairs worth a look, sorted: near in meaning, or with a rare name in both."""
    reports = np.unique([line.report for line in lines], return_inverse=True)[1]
    found = [np.empty((0, 2), dtype=np.intp)]
    most = min(_NEAREST, len(lines))
    for at in range(0, len(lines), _ROWS):
        cosines = matrix[at : at + _ROWS] @ matrix.T
        cosines[reports[at : at + _ROWS, None] == reports[None, :]] = -2
        nearest = np.argpartition(-cosines, most - 1, axis=1)[:, :most]
        found.append(np.stack([np.repeat(np.arange(at, at + len(nearest)), most), nearest.ravel()], axis=1))
    having: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for name in line.names:
            having[name].append(number)
    rare = [two for numbers in having.values() if len(numbers) <= _RARE for two in combinations(numbers, 2)]
    both = np.concatenate([*found, np.array(rare, dtype=np.intp).reshape(-1, 2)])
    both = np.sort(both[reports[both[:, 0]] != reports[both[:, 1]]], axis=1)
    one, other = np.divmod(np.unique(both[:, 0] * len(lines) + both[:, 1]), len(lines))
    return list(zip(one.tolist(), other.tolist(), strict=True))


class _Words:
    """The words of a story: which mean alike, and how rare each is with those that mean the same."""

    def __init__(self, lines: Sequence[Line], vectors: Mapping[str, Vector]) -> None:
        texts = [words_in(line.text) for line in lines]
        vocabulary = sorted(frozenset().union(*texts))
        number = {word: n for n, word in enumerate(vocabulary)}
        # Behind the last word stands one that is worth nothing, so that no line is without a word.
        self._inside = [np.array([*sorted(number[word] for word in text), len(number)], np.intp) for text in texts]
        self._near = list(_near([vectors.get(word) for word in vocabulary]))
        having = [0] * len(vocabulary)  # a bit for each line with the word: unions of them are quick to count
        for at, inside in enumerate(self._inside):
            for word in inside[:-1].tolist():
                having[word] |= 1 << at
        counts = [reduce(or_, map(having.__getitem__, near.tolist())).bit_count() for near, _ in self._near]
        self._rarity = np.array([*(_rarity(len(lines), count) for count in counts), 0.0])
        self._whole = np.array([self._rarity[inside].sum() for inside in self._inside])

    def shared(self, one: NDArray[np.intp], other: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return `Traits.words` and `Traits.worded` of pairs of lines."""
        square, plain = np.empty((2, len(one))), np.empty((2, len(one)))
        sides = [_by_line(lines, len(self._inside)) for lines in (other, one)]
        for line, (first, last) in enumerate(zip(*sides, strict=True)):
            if len(first) + len(last):
                found = self._told(line, np.concatenate([one[first], other[last]]))
                for into, sums in zip((square, plain), found, strict=True):
                    into[0, first], into[1, last] = sums[: len(first)], sums[len(first) :]
        whole = self._whole[one] + self._whole[other]
        share = np.divide(plain[0] + plain[1], whole, out=np.zeros(len(one)), where=whole != 0)
        return np.minimum(square[0], square[1]), share

    def _told(self, line: int, others: NDArray[np.intp]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what of each other line's words this line has: the sums of their rarities, squared and plain."""
        best = np.zeros(len(self._near) + 1)
        for word in self._inside[line][:-1].tolist():
            near, cosines = self._near[word]
            best[near] = np.maximum(best[near], cosines)
        plain = best * self._rarity
        inside = [self._inside[other] for other in others.tolist()]
        starts = np.cumsum([0, *map(len, inside[:-1])])
        laid = plain[np.concatenate(inside)]
        return np.add.reduceat(laid * laid, starts), np.add.reduceat(laid, starts)


def _by_line(lines: NDArray[np.intp], count: int) -> list[NDArray[np.intp]]:
    """Return, for each line, the places at which it stands among some."""
    order = np.argsort(lines, kind="stable")
    ends = np.searchsorted(lines[order], np.arange(count + 1)).tolist()
    return [order[low:high] for low, high in pairwise(ends)]


def _near(vectors: Sequence[Vector | None]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.float64]]]:
    """Yield, for each word, the words that mean much the same, itself among them, with their cosines."""
    known = next((len(vector) for vector in vectors if vector is not None), 1)
    matrix = np.stack([np.zeros(known, np.float32) if vector is None else vector for vector in vectors])
    for at in range(0, len(vectors), _ROWS):
        cosines = matrix[at : at + _ROWS] @ matrix.T
        rows = np.arange(len(cosines))
        cosines[rows, at + rows] = 1
        found, near = np.nonzero(cosines >= _ALIKE)
        values = np.minimum(cosines[found, near], 1).astype(np.float64)
        ends = np.searchsorted(found, np.arange(len(cosines) + 1)).tolist()
        yield from ((near[low:high], values[low:high]) for low, high in pairwise(ends))


_BIAS = -8.404
_WEIGHTS = Traits(
    meaning=-0.307, beyond=7.23, names=0.528, rarest=-0.037, named=-0.747, figure=4.118, shorter=-0.236, longer=1.338,
    kind=1.616, early=2.018, words=1.032, worded=4.314,
)  # fmt: skip
"""Learnt from our own stories, those told once and those followed over days (`python -m training.kinship`). What they
bring is measured with `akin`, which stands on them."""
