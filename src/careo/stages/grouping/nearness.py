"""The tool `group` stands on: which reports are nearer than reports of their days are anyway.

How alike two reports are is told by four things: their words (in one language only), the skeletons of their names and
figures (in any), the entities they name, and the meaning of how they begin. Words and names weigh the more the rarer
they are in the reports of the days around. Then the likeness is counted in standard deviations from what is usual
there: in a month of one great event all headlines are alike, and few mean the same happening.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from careo.engines.base import Vector
from careo.stages.joining.linkage import Links
from careo.text.profile import Profile, Terms

Floats = NDArray[np.float32]
_AROUND = 3
"""Days before and after that tell what is usual; with the whole month's word weights B-cubed F1 was the same to .01."""
_APART = 8
"""Days from which two reports tell no one happening, however alike: a bound on the work, likeness has faded by then."""
_FLOOR = 0.33
"""Weaker links are not kept: of headlines half as many again, for .003 of B-cubed."""
_LINKS = 3_000_000
"""Links that as many reports side by side may have by chance. Of 6,000 and more the floor rises, to .78 for 20,000: at
.33 an eighth of all pairs is kept, 25 million, and what groups them needs 200 bytes for each."""
_MOST = 12.0
"""Standard deviations; more are no surer (6, 12 and 20 gave the same to .005)."""
_SELF = 8.0
"""A report's likeness with itself, in standard deviations. At one bar B-cubed F1 of `games2` was .77 with 8, .67 with
4."""
_TITLE, _TEXT = 25, 125
"""Words to which a report is a headline, and from which it is a full text; between them it is partly one."""
_WORDS, _ENTITIES = (0.35, 0.2), (0.15, 0.5)
_NAMES, _NAMES_ACROSS = 0.1, 0.2
"""Shares of the likeness, of headlines and of full texts; what is left is the meaning's. Names: in one language, and in
two. On our own headlines words from .3 to .7, names from .05 to .35, entities from 0 to .2 gave B-cubed F1 within .03;
pairs of `ntrex` had F1 .48 with .15 for entities, .76 with .5."""
_WORD_DIMENSIONS, _NAME_DIMENSIONS, _ENTITY_DIMENSIONS = 4096, 2048, 1024
"""Terms are counted in so many places (feature hashing, Weinberger et al. 2009)."""
_USUAL_MEAN, _USUAL_DEVIATION, _USUAL_COUNT = 0.05, 0.06, 100
"""What likeness is usual where there are few reports to tell, and how many reports that assumption counts for (of 50,
100 and 150 the best on our own headlines, by .005)."""
_ROWS, _COLUMNS = 512, 2048
_SAMPLE = 3000
"""Reports around that are enough to tell what is usual; of twice as many every second is looked at, and so on."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What nearness asks for: of two headlines, and of two full texts."""

    needed: tuple[float, float]
    """Standard deviations at which the two are joined."""
    fade: tuple[float, float] | None
    """Days in which likeness fades by a factor e; `None` where time is no matter."""


EPISODE = Scale(needed=(2.35, 4.0), fade=(2.0, 8.0))
"""For headlines the best of 2.0 to 2.7 on our own (mean B-cubed F1 .83; .80 and .82 at the ends), fading swept from 1.5
to 4 days. For texts pairs of `ntrex` in four languages had F1 .80 at 4.0, .53 at 3.6 and .54 at 4.4. On our own short
reports B-cubed falls with it (.87 at 3.2, .77 at 4.0, precision 1.00 all along): a wrong join is worse."""
STORY = Scale(needed=(4.5, 2.8), fade=None)
"""For texts B-cubed F1 at 2.8, 3.3 and 3.6: demo collection .88, .94, .94; `ntrex` .88, .90, .92; our own reports .86,
.82, .78. At 3.3 a strike stays out of the demo's larger story, and with it a report that belongs there (claims F1 .71
to .67, discrepancies .64 to .59): a missed witness is worse than a matter too many. Headlines were not measured."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that tells a report apart."""

    profile: Profile
    entities: Terms
    weights: Floats
    """Of the entities, in their order."""
    meaning: Vector | None
    """Unit vector of how it begins."""


def near(portraits: Sequence[Portrait], scale: Scale) -> Links:
    """Return the pairs of reports that may tell one happening.

    The cost of a report is that of the reports around it, whatever else the desk holds. Where time counts, reports
    without a day are compared with one another only: one of them would tie together happenings that lie years apart.
    Where it does not, all are compared.

    Args:
        portraits: in the order of their moments, those without one last.
        scale: what nearness asks for.
    """
    return _Days(portraits, scale).pairs()


def selves(portraits: Sequence[Portrait], scale: Scale) -> list[float]:
    """Return each report's nearness to itself, in the unit of `Links.strength`."""
    rich = np.array([_richness(portrait) for portrait in portraits], dtype=np.float32)
    return [float(_SELF / needed) for needed in _between(scale.needed, rich)]


def _richness(portrait: Portrait) -> float:
    return float(np.clip((len(portrait.profile.words) - _TITLE) / (_TEXT - _TITLE), 0, 1))


def _between(values: tuple[float, float], richness: Floats) -> Floats:
    """Return a constant between its value for headlines and that for full texts."""
    return values[0] + (values[1] - values[0]) * richness


def _floor(count: int, needed: float) -> float:
    """Return from where links are kept: were likeness chance alone, no more than `_LINKS` would be."""
    share = _LINKS / (count**2 / 2) if count else 1.0
    return _FLOOR if share >= 0.5 else max(_FLOOR, NormalDist().inv_cdf(1 - share) / needed)


class _Days:
    """The reports by day; those without one are a day of their own."""

    def __init__(self, portraits: Sequence[Portrait], scale: Scale) -> None:
        self._all, self._scale = portraits, scale
        moments = [portrait.profile.moment if scale.fade else None for portrait in portraits]
        self._moments = np.array([np.nan if at is None else at for at in moments])
        languages = sorted({portrait.profile.language for portrait in portraits})
        self._language = np.array([languages.index(portrait.profile.language) for portrait in portraits])
        self._rich = np.array([_richness(portrait) for portrait in portraits], dtype=np.float32)
        self._days: dict[int | None, list[int]] = defaultdict(list)
        for at, moment in enumerate(moments):
            self._days[None if moment is None else int(moment // 1)].append(at)
        self._dimensions = next((len(p.meaning) for p in portraits if p.meaning is not None), 1)
        self._weights = lru_cache(maxsize=4 * _APART)(self._weights_of)
        shape = (len(portraits), 2)
        self._mean, self._deviation = np.zeros(shape, np.float32), np.ones(shape, np.float32)

    def pairs(self) -> Links:
        """Return the pairs, lesser place first."""
        for day, members in self._days.items():
            around = self._within(day, -_AROUND, _AROUND)
            around = around[:: max(1, len(around) // _SAMPLE)]
            for at in range(0, len(members), _ROWS):
                self._learn(np.array(members[at : at + _ROWS]), around)
        found = [piece for day in self._days for piece in self._of_day(day)]
        if not found:
            none = np.zeros(0, np.int32)
            return Links(none, none, np.zeros(0, np.float32))
        one, other, strength = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.lexsort((other, one))
        return Links(one[order], other[order], strength[order])

    def _within(self, day: int | None, first: int, last: int) -> list[int]:
        if day is None:
            return self._days[None]
        return [at for n in range(day + first, day + last + 1) for at in self._days.get(n, ())]

    def _learn(self, rows: NDArray[np.int64], around: Sequence[int]) -> None:
        """Note how alike these reports are to those around, by kind: in their language, and in others."""
        sums, squares, counts = (np.zeros((len(rows), 2)) for _ in range(3))
        for columns, *likeness in self._likeness(rows, around):
            same = self._language[rows][:, None] == self._language[columns]
            itself = rows[:, None] == columns
            for kind, mask in enumerate((same & ~itself, ~same)):
                found = np.where(mask, likeness[kind], 0.0)
                sums[:, kind] += found.sum(1)
                squares[:, kind] += (found**2).sum(1)
                counts[:, kind] += mask.sum(1)
        total = counts + _USUAL_COUNT
        mean = sums / np.maximum(counts, 1)
        variance = np.maximum(squares / np.maximum(counts, 1) - mean**2, 0)
        self._mean[rows] = (sums + _USUAL_COUNT * _USUAL_MEAN) / total
        self._deviation[rows] = np.sqrt((counts * variance + _USUAL_COUNT * _USUAL_DEVIATION**2) / total)

    def _of_day(self, day: int | None) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32], Floats]]:
        members, others = self._days[day], self._within(day, 0, _APART)
        floor = _floor(len(others), min(self._scale.needed))
        for at in range(0, len(members), _ROWS):
            rows = np.array(members[at : at + _ROWS])
            for columns, *likeness in self._likeness(rows, others[at:]):
                strength = self._strength(rows, columns, likeness)
                row, column = np.nonzero((strength >= floor) & (rows[:, None] < columns))
                yield rows[row].astype(np.int32), columns[column].astype(np.int32), strength[row, column].round(3)

    def _strength(self, rows: NDArray[np.int64], columns: NDArray[np.int64], likeness: Sequence[Floats]) -> Floats:
        kind = (self._language[rows][:, None] != self._language[columns]).astype(np.int8)
        alike = np.where(kind == 0, likeness[0], likeness[1])
        mean = (self._mean[rows][:, None] + self._mean[columns][None]) / 2
        deviation = (self._deviation[rows][:, None] + self._deviation[columns][None]) / 2
        pick = (*np.indices(kind.shape), kind)
        surplus = np.clip((alike - mean[pick]) / deviation[pick], 0, _MOST)
        gap = np.abs(self._moments[rows][:, None] - self._moments[columns])
        rich = np.sqrt(self._rich[rows][:, None] * self._rich[columns])
        fade = _between(self._scale.fade or (1.0, 1.0), rich)
        fading = np.where(gap < _APART, np.exp(-gap / fade), 0.0)
        fading = np.where(np.isnan(gap), 1.0, fading)
        strength: Floats = (surplus * fading / _between(self._scale.needed, rich)).astype(np.float32)
        return strength

    def _likeness(
        self, rows: NDArray[np.int64], others: Sequence[int]
    ) -> Iterator[tuple[NDArray[np.int64], Floats, Floats]]:
        """Yield columns of the others, with the likeness as of one language and as of two."""
        mine = self._dense(rows)
        for at in range(0, len(others), _COLUMNS):
            columns = np.array(others[at : at + _COLUMNS])
            theirs = self._dense(columns)
            yield columns, mine[0] @ theirs[0].T, mine[1] @ theirs[1].T

    def _dense(self, places: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Return a row a report, for comparing in one language and across: products of rows are likenesses."""
        words, names, entities = (
            np.zeros((len(places), size), np.float32)
            for size in (_WORD_DIMENSIONS, _NAME_DIMENSIONS, _ENTITY_DIMENSIONS)
        )
        meanings = np.zeros((len(places), self._dimensions), np.float32)
        for row, place in enumerate(places.tolist()):
            portrait, weights = self._all[place], self._weights(self._day(place))
            profile = portrait.profile
            _put(words[row], profile.words, weights.words(profile))
            _put(names[row], profile.names, weights.names(profile))
            _put(entities[row], portrait.entities, weights.entities(portrait))
            if portrait.meaning is not None:
                meanings[row] = portrait.meaning
        rich = self._rich[places][:, None]
        named, worded = _between(_ENTITIES, rich), _between(_WORDS, rich)
        same = _row((words, worded), (names, _NAMES), (entities, named), meanings)
        across = _row((names, _NAMES_ACROSS), (entities, named), meanings)
        return same, across

    def _day(self, place: int) -> int | None:
        moment = self._moments[place]
        return None if np.isnan(moment) else int(moment // 1)

    def _weights_of(self, day: int | None) -> "_Weights":
        return _Weights([self._all[at] for at in self._within(day, -_AROUND, _AROUND)])


class _Weights:
    """How rare terms are in the reports around a day: minus the logarithm of the share of reports that have one."""

    def __init__(self, around: Sequence[Portrait]) -> None:
        self._names = _Rarity((p.profile.names for p in around), len(around), prior=(200, 1e-4))
        self._entities = _Rarity((p.entities for p in around), len(around), prior=(50, 1e-3))
        by_language: dict[str, list[Terms]] = defaultdict(list)
        for portrait in around:
            by_language[portrait.profile.language].append(portrait.profile.words)
        self._words: Mapping[str, _Rarity] = {
            language: _Rarity(terms, len(terms), prior=(200, 1e-3)) for language, terms in by_language.items()
        }

    def words(self, profile: Profile) -> Floats:
        return self._words[profile.language].of(profile.words)

    def names(self, profile: Profile) -> Floats:
        return self._names.of(profile.names)

    def entities(self, portrait: Portrait) -> Floats:
        return self._entities.of(portrait.entities) * portrait.weights


class _Rarity:
    def __init__(self, terms: Iterable[Terms], count: int, *, prior: tuple[int, float]) -> None:
        """Count terms; `prior` is how many reports are assumed besides, and the share of them with any one term."""
        every = list(terms)
        self._terms, found = np.unique(np.concatenate(every) if every else np.zeros(0, np.uint32), return_counts=True)
        share = (found + prior[0] * prior[1]) / (count + prior[0])
        self._rarity = -np.log(np.minimum(share, 1)).astype(np.float32)

    def of(self, terms: Terms) -> Floats:
        rarity: Floats = self._rarity[np.searchsorted(self._terms, terms)]
        return rarity


def _row(*told: tuple[Floats, Floats | float] | Floats) -> Floats:
    """Lay side by side what tells reports apart, each with its share of the likeness; the last has what is left."""
    *shared, rest = told
    parts = [(matrix, share) for matrix, share in shared]
    left = 1 - sum(share for _, share in parts)
    return np.concatenate([np.sqrt(share) * matrix for matrix, share in [*parts, (rest, left)]], 1, dtype=np.float32)


def _put(row: Floats, terms: Terms, weights: Floats) -> None:
    """Add weighted terms to a row, each at its place with its sign, and make the row one of unit length."""
    length = float(np.sqrt((weights**2).sum()))
    if length:
        signs = np.where(terms & 1, np.float32(1), np.float32(-1))
        np.add.at(row, (terms >> 1) % len(row), signs * weights / length)
