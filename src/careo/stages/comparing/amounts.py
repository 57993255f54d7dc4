"""How the figures of two statements stand: one count, one told more exactly, a later one, or counts of two things."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from careo.model import reasons
from careo.model.inferred import Relation
from careo.model.seen import Figure
from careo.stages.comparing.credited import credited_apart
from careo.stages.comparing.moments import disjoint, done_since
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.witness import Side, Witness
from careo.text.normalise import fold
from careo.text.numbers.intervals import bounds, relate
from careo.text.numbers.rounding import is_rounded
from careo.text.numbers.units import comparable
from careo.text.telling.modality import stage_of
from careo.text.times.edtf import days_between
from careo.text.values.groups import Standing, compare_groups
from careo.text.values.slips import figure_slip

_ORDER: tuple[Relation, ...] = ("agrees", "compatible", "later", "other_scope", "differs")
_GROWING = frozenset({"killed", "injured", "missing", "detained", "displaced"})
"""Measures that are counted on over days: a later report has a later figure."""
_ASKED = frozenset({"share", "approval"})
_ESTIMATED = frozenset({"share", "approval", *_GROWING})
"""Measures that another source asks or counts for itself: two sources are two counts."""
_NEAR, _FAR = 1.2, 1.5
"""Times a bound ("at least 34") that another figure may be to be told as an update, and at most to be told at all."""
_ALMOST = 0.88
"""Share of a bound ("almost 200") from which an exact figure below it may be what was rounded up."""
_TEN = 10
"""Counts up to this recur everywhere, so that two of one sentence each are no sign."""
_BEYOND = 20
"""Times that one of two figures may be the other to be told of at all, unless a slip explains it."""
_QUARREL = 3
"""Times that one of two figures may be the other to be a quarrel; further apart they mostly count two things."""
_COUNTED_ON = 14
"""Days for which the victims of one attack are still counted; what differs later is a quarrel."""
_TELLING = frozenset({"killed", "injured", "missing", "detained", "displaced", "troops", "participants", "votes"})
"""Measures that say what is counted; the others ("count", "money", "share") leave it to the group."""


def how_many(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield, by measure, how the figures of two statements stand, by the pair that agrees best."""
    told: set[str] = set()
    for measure in sorted(one.measures & other.measures):
        told.add(measure)
        alike = [[side for side in found if side.measure == measure] for found in (one.sides, other.sides)]
        if best := _best(product(*alike)):
            yield best
        left = _unpaired(*alike)
        if left and (other_ := _best([left])):
            yield other_
    yield from (found for found in _rounded(one, other) if found.slot.split(":")[1] not in told)


def beside_each_other(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield the counts of victims that one report gives twice, each from a source of its own, and that exclude another.

    In one sentence both sources may stand with both counts.
    """
    chains = [{fold(link.who) for link in witness.statement.attribution} for witness in (one, other)]
    if not all(chains) or (chains[0] == chains[1] and len(chains[0]) < 2):
        return
    for a, b in product(one.sides, other.sides):
        if a.measure != b.measure or a.measure not in _GROWING or a.figure.start == b.figure.start:
            continue
        apart = relate(a.bounds, b.bounds) == "disjoint" and not _apart_by_far(a.figure, b.figure)
        alike = _groups(a, b) in ("same", "unknown") and not _scopes_differ(a, b)
        if apart and alike and a.figure.as_of == b.figure.as_of and not disjoint(one, other):
            reason = f"two sources, two counts: {a.said} / {b.said}"
            yield Stance(f"figure:{a.measure}", "differs", reason, (a.value, b.value))


def count_alike(one: Witness, other: Witness) -> bool:
    """Whether two statements give one figure each, both of the same group and not of victims, who are counted on."""
    if not len(one.sides) == len(other.sides) == 1:
        return False
    a, b = one.sides[0], other.sides[0]
    return a.measure == b.measure and a.measure not in _GROWING and _groups(a, b) == "same"


def giving(witness: Witness, slot: str) -> dict[str, tuple[str | None, str]]:
    """Return the values that a statement gives a slot of figures, with what is counted and in which language."""
    return {s.value: (s.figure.group, witness.language) for s in witness.sides if f"figure:{s.measure}" == slot}


def _unpaired(mine: Sequence[Side], theirs: Sequence[Side]) -> tuple[Side, Side] | None:
    """Return the one figure left on each side where all others are equal: 30 and 35 of "25 to 30", "25 to 35"."""
    values = [{side.value for side in sides} for sides in (mine, theirs)]
    left = [side for side in mine if side.value not in values[1]]
    right = [side for side in theirs if side.value not in values[0]]
    return (left[0], right[0]) if len(left) == len(right) == 1 and values[0] & values[1] else None


def _best(pairs: Iterable[tuple[Side, ...]]) -> Stance | None:
    found = [(pair, a, b) for a, b in pairs if (pair := _pair(a, b))]
    if not found:
        return None
    (relation, reason), a, b = min(found, key=lambda each: _ORDER.index(each[0][0]))
    slip = figure_slip(a.figure, b.figure) if relation == "differs" else None
    return Stance(f"figure:{a.measure}", relation, reason, (a.value, b.value), slip)


def _rounded(one: Witness, other: Witness) -> Iterator[Stance]:
    """Figures of the two sentences of which one is the other told more roughly: near enough to be no chance."""
    for a, b in product(one.all_sides, other.all_sides):
        same = a.figure.measure == b.figure.measure or "count" in (a.figure.measure, b.figure.measure)
        if not same or not (_tells(a.figure) and _tells(b.figure)):
            continue
        if a.base.unit != b.base.unit or _groups(a, b) == "other":
            continue
        found = _pair(a, b)
        if found and found[0] == "compatible":
            measure = max(a.measure, b.measure, key=lambda name: (name != "count", name))
            yield Stance(f"figure:{measure}", *found, (a.value, b.value))
            return


def _tells(figure: Figure) -> bool:
    """Whether a figure is great enough that another near it is no chance."""
    counted = figure.unit in ("%", None, "person") or figure.measure in ("duration", "age")
    return not counted or max(figure.low or 0, figure.high or 0) > _TEN


def _pair(a: Side, b: Side) -> tuple[Relation, str] | None:
    """Return how two figures of one measure stand and why; `None` where they cannot be laid side by side."""
    mine, theirs = a.figure, b.figure
    if mine.unit != theirs.unit:
        mine, theirs = a.base, b.base
        if mine.unit != theirs.unit:
            return _other_units(a, b)
    said = _said(a, b)
    groups = _groups(a, b)
    standing = relate(bounds(mine), bounds(theirs))
    if standing == "equal" or _same_number(mine, theirs):
        return "agrees", f"the same figure: {said}"
    if _apart_by_far(mine, theirs):
        return None
    if groups == "other" or _scopes_differ(a, b) or (groups == "part" and not _later(a, b)):
        return "other_scope", f"they count different things: {said}"
    if standing != "disjoint":
        return _allowing(a, b, said)
    if _touching(mine, theirs):
        return "compatible", reasons.ROUNDED.format(values=said)
    return _apart(a, b, groups, said)


def _other_units(a: Side, b: Side) -> tuple[Relation, str] | None:
    """Tell one number of two units that nothing converts (euros, dollars); two numbers say nothing."""
    alike = None not in (a.figure.unit, b.figure.unit) and (a.figure.low or 0) > _TEN
    if alike and figure_slip(a.figure, b.figure):
        return "differs", f"one number, two units: {_said(a, b)}"
    return None


def _said(a: Side, b: Side) -> str:
    return f"{a.said} / {b.said}"


def _allowing(a: Side, b: Side, said: str) -> tuple[Relation, str] | None:
    """Tell a rounder figure from one that only sets a bound, far from the other ("at least 34", 61)."""
    ratio = _ratio(a.figure, b.figure)
    dated = a.figure.as_of is not None and b.figure.as_of is not None
    if _later(a, b) and (dated or ratio > _NEAR):
        return "later", _updated(a, b, said)
    return ("compatible", reasons.ALLOWS.format(values=said)) if ratio <= _FAR else None


def _ratio(a: Figure, b: Figure) -> float:
    """Return how many times the greater of two figures, by their nearest ends, is the smaller; 1 where they meet."""
    if None not in (a.low, a.high, b.low, b.high):
        return 1.0
    ends = sorted(abs(_stated(figure)) for figure in (a, b))
    return ends[1] / ends[0] if ends[0] else math.inf


def _same_number(a: Figure, b: Figure) -> bool:
    """Whether both give one number, one of them with "about"."""
    plain = {a.comparator, b.comparator} <= {"=", "~"} and a.vague is None and b.vague is None
    ends = [{end for end in (f.low, f.high) if end is not None} for f in (a, b)]
    return plain and ends[0] == ends[1] and len(ends[0]) == 1


def _apart(a: Side, b: Side, groups: Standing, said: str) -> tuple[Relation, str] | None:
    """Say why two figures of one measure cannot both be the same count."""
    if _later(a, b) and not _fallen(a, b):
        return "later", _updated(a, b, said)
    if figure_slip(a.figure, b.figure) and groups in ("same", "unknown"):
        return "differs", reasons.COUNT.format(values=said)
    if {stage_of(side.witness.statement.modality) for side in (a, b)} == {"ahead", "done"}:
        told = groups == "same" and done_since(a.witness, b.witness)
        return ("later", reasons.DONE.format(values=said)) if told else None
    if disjoint(a.witness, b.witness):
        return "other_scope", f"they count at different times: {said}"
    if a.measure == "participants":
        return "other_scope", f"two estimates of a crowd: {said}"
    if a.measure in _ESTIMATED and credited_apart(a.witness, b.witness):
        if a.witness.is_past and b.witness.is_past:
            return "differs", f"two sources, two counts: {said}"
        return "other_scope", f"each cites another source: {said}"
    if _points_ratio(a.figure, b.figure) <= _QUARREL and (groups == "same" or _says_what(a, b)):
        return "differs", reasons.COUNT.format(values=said)
    return None


def _apart_by_far(a: Figure, b: Figure) -> bool:
    return _points_ratio(a, b) > _BEYOND and figure_slip(a, b) is None


def _points_ratio(a: Figure, b: Figure) -> float:
    """Return how many times the greater of two figures is the smaller, in one unit, by the ends they state first."""
    if a.unit != b.unit:
        a, b = comparable(a), comparable(b)
    low, high = sorted(abs(_stated(figure)) for figure in (a, b))
    return high / low if low else math.inf


def _stated(figure: Figure) -> float:
    """Return the end of a figure that its words name: 70 of "fewer than 70"."""
    ends = (figure.high, figure.low) if figure.comparator in ("<", "<=") else (figure.low, figure.high)
    return next((end for end in ends if end is not None), 0.0)


def _says_what(a: Side, b: Side) -> bool:
    """Whether two figures without a common group surely count one thing: by measure, or as the one of their kind."""
    if a.figure.measure in _TELLING:
        return a.figure.group is None or b.figure.group is None or a.witness.language != b.witness.language
    one, other = a.witness.statement, b.witness.statement
    alone = all(sum(f.measure == a.figure.measure for f in s.figures) == 1 for s in (one, other))
    grouped = a.figure.measure == "count" or a.figure.group or b.figure.group
    return alone and not grouped and (one.type, one.subtype) == (other.type, other.subtype)


def _groups(a: Side, b: Side) -> Standing:
    return compare_groups((a.figure.group, a.witness.language), (b.figure.group, b.witness.language))


def _scopes_differ(a: Side, b: Side) -> bool:
    mine, theirs = a.figure.scope, b.figure.scope
    if (mine is None) != (theirs is None):
        return a.figure.measure in _GROWING
    return compare_groups((mine, a.witness.language), (theirs, b.witness.language)) == "other"


def _later(a: Side, b: Side) -> bool:
    """Whether two counts of victims are of two days: of one attack only while its victims are still counted.

    The day of a report says nothing of when it was counted where all was over long before.
    """
    if a.figure.measure not in _GROWING or a.as_of is None or b.as_of is None or a.as_of[:10] == b.as_of[:10]:
        return False
    if not (a.figure.as_of or b.figure.as_of) and a.witness.is_past and b.witness.is_past:
        return False
    toll = a.witness.statement.type == b.witness.statement.type == "TOLL"
    return toll or days_between(a.as_of, b.as_of) <= _COUNTED_ON


def _fallen(a: Side, b: Side) -> bool:
    """Whether the later of two counts is lower, of another source, and only dated by its report: no count moved."""
    first, then = sorted((a, b), key=lambda side: str(side.as_of))
    lower = then.bounds[1] < first.bounds[0]
    return lower and not (a.figure.as_of or b.figure.as_of) and credited_apart(a.witness, b.witness)


def _updated(a: Side, b: Side, said: str) -> str:
    first, then = sorted((a, b), key=lambda side: str(side.as_of))
    back = then.bounds[1] < first.bounds[0]
    told = reasons.BACK if back else reasons.LATER
    return told.format(values=said, days=f"{a.as_of} / {b.as_of}")


def _touching(a: Figure, b: Figure) -> bool:
    """Whether two figures that exclude each other by a hair are one, rounded ("more than 37 billion", 37 billion)."""
    mine, theirs = ({end for end in (f.low, f.high) if end is not None} for f in (a, b))
    share = a.measure in _ASKED
    near = any(is_rounded(x, y, share=share) for x in mine for y in theirs)
    almost = any(
        x.comparator == "<" and y.comparator == "=" and _ALMOST * _stated(x) <= _stated(y) < _stated(x)
        for x, y in ((a, b), (b, a))
    )
    return near or almost or (bool(mine & theirs) and {a.comparator, b.comparator} & {"<", ">"} != set())
