"""akin: how likely two statements tell one thing, by what their sentences share and by their slots together.

`kinship` knows nothing of slots: two reports that begin with one attack, the one telling of the dead and the other of
families moved away, are very near to it. Here days, kinds of harm and counts are weighed beside it, and how many
reports the story has: the more there are, the more sentences are near each other by their matter alone.
"""

import math
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from careo.model.seen import Statement, Time
from careo.stages.comparing.weigh import weigh
from careo.stages.comparing.witness import Witness
from careo.text.times.dates import compare_times

_MOST = 2.0
"""Weight of the slots beyond which more tells no more; set by hand, as the next two are."""
SURE = 0.999
"""Most that a kinship counts as; as little again at the other end."""
_MANY = 12
"""Reports from which more make no difference: as many as the largest story that was learnt from."""
_HARMS = frozenset({"killed", "injured", "missing", "displaced", "detained", "damage"})
_BY_ATTACK = frozenset({"killed", "injured", "attack"})
"""What an attack without a count may be told by."""


KIN = 0.1
"""Kinship from which two sentences are looked at more closely; set by hand."""


class Signs(NamedTuple):
    """What speaks for two statements and against them, in the order of the model's weights."""

    kinship: float
    """Its odds, as a logarithm."""
    slots: float
    """Sum of the weights of the slots that both fill."""
    other_days: float
    """1 where all their times exclude each other."""
    one_day: float
    """1 where a time of each is the same."""
    other_harm: float
    """1 where both tell of harm, of no kind in common: the dead, the displaced."""
    other_count: float
    """1 where both sentences count the same kind of thing, and no figure is in both."""
    one_counts: float
    """1 where only one of them counts anything."""
    reports: float
    """Logarithm of the number of reports in the story."""


def akin(one: Witness, other: Witness, kinship: float, weight: float, reports: int) -> float:
    """Return the probability that two statements of two reports tell one thing.

    Args:
        one: a statement.
        other: a statement of another report.
        kinship: the probability that their sentences do, by `kinship`.
        weight: the sum of what their slots weigh, by `weigh`.
        reports: how many reports their story has.
    """
    found = signs(one, other, kinship, weight, reports)
    odds = sum(weight * sign for weight, sign in zip(_WEIGHTS, found, strict=True)) + _BIAS
    return 1 / (1 + math.exp(-odds))


def signs(one: Witness, other: Witness, kinship: float, weight: float, reports: int) -> Signs:
    """Return the signs that the probability is made of."""
    likely = min(max(kinship, 1 - SURE), SURE)
    standings = {compare_times(a, b) for a, b in product(_days(one), _days(other))}
    harms = _harm(one.statement), _harm(other.statement)
    counted = [{(s.figure.measure, s.figure.low, s.figure.high) for s in w.all_sides} for w in (one, other)]
    values = [{figure[1:] for figure in figures} for figures in counted]
    measures = [{figure[0] for figure in figures} for figures in counted]
    return Signs(
        kinship=math.log(likely / (1 - likely)),
        slots=max(-_MOST, min(weight, _MOST)),
        other_days=standings == {"disjoint"},
        one_day="equal" in standings,
        other_harm=all(harms) and not harms[0] & harms[1],
        other_count=not measures[0].isdisjoint(measures[1]) and values[0].isdisjoint(values[1]),
        one_counts=bool(counted[0]) != bool(counted[1]),
        reports=math.log(min(reports, _MANY)),
    )


def _days(witness: Witness) -> Sequence[Time]:
    """Return the times of a statement, of its sentence where it has none, else those of the sentence before."""
    return witness.happened or witness.dates_beside or [time for _, time in witness.before]


def family(statement: Statement) -> str:
    """Return the type, one word for the types that count the same victims."""
    return "VICTIMS" if statement.type in ("TOLL", "ATTACK", "ABUSE") else statement.type


def nearest_of(ones: Sequence[Witness], others: Sequence[Witness]) -> tuple[Witness, Witness] | None:
    """Return the two statements of two sentences that may tell one thing: of one family, in doubt weighed heaviest.

    `None` where all are of two families, and of neither the type could not be told.
    """
    pairs = [(one, other) for one, other in product(ones, others) if _may(one.statement, other.statement)]
    return max(pairs, key=lambda two: _fit(*two), default=None) if len(pairs) != 1 else pairs[0]


def _may(one: Statement, other: Statement) -> bool:
    return family(one) == family(other) or "OTHER" in (one.type, other.type)


def _fit(one: Witness, other: Witness) -> tuple[bool, float]:
    return family(one.statement) == family(other.statement), sum(item.weight for item in weigh(one, other))


def _harm(statement: Statement) -> frozenset[str]:
    """Return the kinds of harm that a statement tells of."""
    told = {figure.measure for figure in statement.figures} & _HARMS
    if statement.type == "TOLL" and statement.subtype in _HARMS:
        told.add(statement.subtype)
    return frozenset(told) or (_BY_ATTACK if statement.type == "ATTACK" else frozenset())


_BIAS = 0.951
_WEIGHTS = Signs(
    kinship=0.735, slots=0.828, other_days=-0.729, one_day=0.619, other_harm=-1.662, other_count=0.789,
    one_counts=-0.261, reports=-0.587,
)  # fmt: skip
"""Learnt from our own stories (`python -m training.kinship`). Pairs of lines joined from .3 on, by weights that saw
nothing of the half that is measured: P .68 R .49 and P .57 R .44 on matters followed over days, P .59 R .25 and P .50
R .43 on stories told once, P .47 R .33 on `ntrex_gold`. With kinship alone, from .5 on, matters had P .54 R .56 and P
.45 R .42.
"""
