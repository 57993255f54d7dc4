"""How the figures of two statements stand: one count, one told more exactly, a later one, or counts of two things."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from careo.model.inferred import Relation
from careo.model.seen import Figure
from careo.stages.moments import disjoint
from careo.stages.stance import Stance
from careo.stages.witness import Witness
from careo.text.edtf import days_between
from careo.text.groups import Standing, compare_groups
from careo.text.intervals import bounds, figure_value, relate
from careo.text.modality import stage_of
from careo.text.rounding import is_rounded
from careo.text.slips import figure_slip
from careo.text.units import comparable

_ORDER: tuple[Relation, ...] = ("agrees", "compatible", "later", "other_scope", "differs")
_GROWING = frozenset({"killed", "injured", "missing", "detained", "displaced"})
"""Measures that are counted on over days: a later report has a later figure."""
_ASKED = frozenset({"share", "approval"})
_ESTIMATED = frozenset({"share", "approval", "participants"})
"""Measures that another source asks or counts for itself: two sources are two counts."""
_COUNTED_ON = 14
"""Days for which the victims of one attack are still counted; what differs later is a quarrel."""
_TELLING = frozenset({"killed", "injured", "missing", "detained", "displaced", "troops", "participants", "votes"})
"""Measures that say what is counted; the others ("count", "money", "share") leave it to the group."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A figure with the witness that gives it."""

    figure: Figure
    witness: Witness

    @property
    def as_of(self) -> str | None:
        """The day up to which it counts: stated, else that of the report."""
        published = self.witness.report.published
        return self.figure.as_of or (published.value if published else None)


def how_many(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield, by measure, how the figures of two statements stand, by the pair that agrees best."""
    mine, theirs = one.statement.figures, other.statement.figures
    for measure in sorted({f.measure for f in mine} & {f.measure for f in theirs}):
        pairs = product(
            (_Side(f, one) for f in mine if f.measure == measure),
            (_Side(f, other) for f in theirs if f.measure == measure),
        )
        found = [(pair, a.figure, b.figure) for a, b in pairs if (pair := _pair(a, b))]
        if found:
            (relation, reason), a, b = min(found, key=lambda each: _ORDER.index(each[0][0]))
            slip = figure_slip(a, b) if relation == "differs" else None
            yield Stance(f"figure:{measure}", relation, reason, (figure_value(a), figure_value(b)), slip)


def _pair(a: _Side, b: _Side) -> tuple[Relation, str] | None:
    """Return how two figures of one measure stand and why; `None` where they cannot be laid side by side."""
    mine, theirs = a.figure, b.figure
    if mine.unit != theirs.unit:
        mine, theirs = comparable(mine), comparable(theirs)
        if mine.unit != theirs.unit:
            return None
    said = f"{figure_value(a.figure)} ({a.figure.verbatim}) / {figure_value(b.figure)} ({b.figure.verbatim})"
    groups = _groups(a, b)
    standing = relate(bounds(mine), bounds(theirs))
    if standing == "equal":
        return "agrees", f"the same figure: {said}"
    if groups == "other" or _scopes_differ(a, b) or (groups == "part" and not _later(a, b)):
        return "other_scope", f"they count different things: {said}"
    if standing != "disjoint":
        if _later(a, b) and a.figure.as_of and b.figure.as_of:
            return "later", _updated(a, b, said)
        return "compatible", f"one figure allows the other: {said}"
    if _touching(mine, theirs):
        return "compatible", f"one figure is the other, rounded: {said}"
    return _apart(a, b, groups, said)


def _apart(a: _Side, b: _Side, groups: Standing, said: str) -> tuple[Relation, str] | None:
    """Say why two figures of one measure cannot both be the same count."""
    if _later(a, b):
        return "later", _updated(a, b, said)
    if figure_slip(a.figure, b.figure) and groups in ("same", "unknown"):
        return "differs", f"two values for one count: {said}"
    stages = {stage_of(side.witness.statement.modality) for side in (a, b)}
    if stages == {"ahead", "done"} and a.figure.measure != "votes":
        return ("later", f"planned in one report, done in the other: {said}") if groups == "same" else None
    if disjoint(a.witness, b.witness):
        return "other_scope", f"they count at different times: {said}"
    if a.figure.measure in _ESTIMATED and _credited_apart(a.witness, b.witness):
        return "other_scope", f"each cites another source: {said}"
    if groups == "same" or (groups == "unknown" and _says_what(a, b)):
        return "differs", f"two values for one count: {said}"
    return None


def _says_what(a: _Side, b: _Side) -> bool:
    """Whether two figures without a common group surely count one thing: by measure, or as the one of their kind."""
    if a.figure.measure in _TELLING:
        return a.figure.group is None or b.figure.group is None or a.witness.language != b.witness.language
    one, other = a.witness.statement, b.witness.statement
    alone = all(sum(f.measure == a.figure.measure for f in s.figures) == 1 for s in (one, other))
    grouped = a.figure.measure == "count" or a.figure.group or b.figure.group
    return alone and not grouped and (one.type, one.subtype) == (other.type, other.subtype)


def _groups(a: _Side, b: _Side) -> Standing:
    return compare_groups((a.figure.group, a.witness.language), (b.figure.group, b.witness.language))


def _scopes_differ(a: _Side, b: _Side) -> bool:
    mine, theirs = a.figure.scope, b.figure.scope
    if (mine is None) != (theirs is None):
        return a.figure.measure in _GROWING
    return compare_groups((mine, a.witness.language), (theirs, b.witness.language)) == "other"


def _later(a: _Side, b: _Side) -> bool:
    """Whether two counts of victims are of two days: of one attack only while its victims are still counted."""
    if a.figure.measure not in _GROWING or a.as_of is None or b.as_of is None or a.as_of[:10] == b.as_of[:10]:
        return False
    toll = a.witness.statement.type == b.witness.statement.type == "TOLL"
    return toll or days_between(a.as_of, b.as_of) <= _COUNTED_ON


def _updated(a: _Side, b: _Side, said: str) -> str:
    first, then = sorted((a, b), key=lambda side: str(side.as_of))
    back = bounds(then.figure)[1] < bounds(first.figure)[0]
    word = "a later count that is lower, a step back" if back else "a later count"
    return f"{word}: {said}, as of {a.as_of} / {b.as_of}"


def _touching(a: Figure, b: Figure) -> bool:
    """Whether two figures that exclude each other by a hair are one, rounded ("more than 37 billion", 37 billion)."""
    mine, theirs = ({end for end in (f.low, f.high) if end is not None} for f in (a, b))
    share = a.measure in _ASKED
    near = any(is_rounded(x, y, share=share) for x in mine for y in theirs)
    return near or (bool(mine & theirs) and {a.comparator, b.comparator} & {"<", ">"} != set())


def _credited_apart(one: Witness, other: Witness) -> bool:
    chains = [witness.statement.attribution for witness in (one, other)]
    return all(chains) and chains[0][0].who != chains[1][0].who
