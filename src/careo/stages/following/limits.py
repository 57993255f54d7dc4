"""What `trajectories` asks of all counts together: which limits of a count hold."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

from careo.model.inferred import Docket
from careo.model.seen import Figure
from careo.stages.following.beats import days_of
from careo.stages.following.counted import Count
from careo.text.numbers.intervals import Bounds, bounds, relate

_NEAR = 1.25
"""Greatest share of its highest to its lowest value up to which an interval is taken for the value it contains."""
_LONG_AGO = timedelta(days=183)
"""How long before what the report speaks of a time is another matter's: half a year, as where years are left out."""


def limited(counts: Iterable[Count], docket: Docket) -> tuple[Count, ...]:
    """Return the counts with what their claim's other witnesses add, and without a limit that tells nothing apart."""
    return tuple(_whole(_completed(counts), _common(docket)))


def _common(docket: Docket) -> frozenset[str]:
    """Return the places that half of a story's reports name or more: what happened there is the whole matter."""
    entity_of = {mention: entity.id for entity in docket.entities for mention in entity.mentions}
    named = {(m.report, entity_of[m.id]) for m in docket.mentions if m.id in entity_of}
    counts = Counter(entity for _, entity in named)
    return frozenset(entity for entity, count in counts.items() if 2 * count >= len(docket.reports))


def _completed(counts: Iterable[Count]) -> list[Count]:
    """Let each count take from those of its claim with the same value what its own sentence leaves out."""
    by_claim: dict[tuple[str, str], list[Count]] = defaultdict(list)
    every = list(counts)
    for count in every:
        by_claim[count.claim, count.figure.measure].append(count)
    return [_filled(count, by_claim[count.claim, count.figure.measure]) for count in every]


def _filled(count: Count, mates: Sequence[Count]) -> Count:
    alike = [mate for mate in mates if mate is count or is_near(count.figure, mate.figure)]
    places = {mate.places for mate in alike if mate.places}
    days = {mate.day for mate in alike if mate.day}
    return replace(
        count,
        group=count.group if all(mate.group for mate in alike) else None,
        places=count.places or (min(places, key=sorted) if len(places) == 1 else frozenset()),
        day=count.day or (min(days) if len(days) == 1 else None),
        by=max(mate.by for mate in alike),
        part=all(mate.part for mate in alike),
    )


def is_near(one: Figure, other: Figure) -> bool:
    """Whether two figures may give one value: "at least 60" and 69, "almost 70" and 69, not "dozens" and 30."""
    mine, theirs = _closed(one), _closed(other)
    return mine is not None and theirs is not None and relate(mine, theirs) != "disjoint"


def _closed(figure: Figure) -> Bounds | None:
    """Return the bounds with an open end closed nearby; `None` for what leaves too much open."""
    low, high = bounds(figure)
    low, high = (high / _NEAR if low == -math.inf else low), (low * _NEAR if high == math.inf else high)
    return (low, high) if low == high or 0 < low <= high <= _NEAR * low else None


def _whole(counts: Sequence[Count], common: frozenset[str]) -> Iterator[Count]:
    """Drop a place or day that limits nothing: one that no report sets against another count of its own."""
    alike: dict[tuple[str, str | None, str], list[Count]] = defaultdict(list)
    for count in counts:
        alike[count.figure.measure, count.group, count.by].append(count)
    telling = {key: _telling(group) for key, group in alike.items()}
    for count in counts:
        places, days = telling[count.figure.measure, count.group, count.by]
        limits = frozenset(place for place in count.places if place not in common or place in places)
        yield replace(count, places=limits, day=count.day if count.day in days or _is_long_ago(count) else None)


def _telling(counts: Sequence[Count]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the places and days that one report gives one value for, and another value without."""
    by_report: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        by_report[count.report.id].append(count)
    pairs = [two for told in by_report.values() for two in permutations(told, 2) if _differ(*two)]
    places = frozenset(place for one, other in pairs for place in one.places - other.places)
    return places, frozenset(one.day for one, other in pairs if one.day and one.day != other.day)


def _is_long_ago(count: Count) -> bool:
    """Whether those counted came to harm long before what the report speaks of."""
    then, known = days_of(count.day, count.day), days_of(count.as_of, count.as_of)
    return then is not None and known is not None and then[1] + _LONG_AGO < known[0]


def _differ(one: Count, other: Count) -> bool:
    return relate(bounds(one.figure), bounds(other.figure)) == "disjoint"
