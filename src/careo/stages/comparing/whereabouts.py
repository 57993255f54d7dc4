"""How the places of two statements stand: one, one inside the other, and what each report calls it."""

from collections.abc import Iterator
from itertools import product

from careo.model import reasons
from careo.model.seen import Place, Setting
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.witness import Witness
from careo.text.names.places import class_of_kind, is_land
from careo.text.normalise import fold

_APPOSED = 3
"""Characters between a town and the division it is told to lie in: "Arezzo, Tuscany", "Arezzo (Toscana)"."""
_ALIKE = (
    frozenset({"town", "municipality", "district"}),
    frozenset({"region", "state", "province", "county", "governorate", "prefecture"}),
)
"""Kinds whose words stand for one another in translation; a town is no province, a department none either."""


def where(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield how the places of two statements stand, by the pair that agrees best, and any other kind of one place."""
    pairs = [(a, b) for a, b in product(one.statement.places, other.statement.places)]
    shared = [(a, b) for a, b in pairs if _same(one, a, other, b)]
    if shared:
        a, b = shared[0]
        yield (
            _inner(one, other, shared)
            or _inner(other, one, [(y, x) for x, y in shared], turned=True)
            or Stance("place", "agrees", f"one place: {a.verbatim} / {b.verbatim}", (a.verbatim, b.verbatim))
        )
        yield from _kinds(one, other, shared)
        return
    nearby = product(one.sites, other.sites)
    for (word, mine), (other_word, theirs) in nearby:
        if _nested(mine, theirs) and not (_knows(other, mine, theirs) or _knows(one, theirs, mine)):
            reason = f"one place lies in the other: {word} / {other_word}"
            yield Stance("place", "compatible", reason, (word, other_word))
            return


def _inner(
    one: Witness, other: Witness, shared: list[tuple[Setting, Setting]], *, turned: bool = False
) -> Stance | None:
    """Return how a shared place is told more exactly by the sentence that names a place in it right before."""
    for a, b in shared:
        outer, theirs = one.place(a), other.place(b)
        before = [m for m in one.beside if isinstance(m.value, Place) and 0 < a.start - m.end <= _APPOSED]
        if outer is None or theirs is None or not before or not isinstance(before[-1].value, Place):
            continue
        if _within(before[-1].value, outer) and not _knows(other, before[-1].value, theirs):
            values = (before[-1].verbatim, b.verbatim)
            reason = f"one place lies in the other: {' / '.join(values)}"
            return Stance("place", "compatible", reason, (values[1], values[0]) if turned else values)
    return None


def _knows(witness: Witness, inner: Place, outer: Place) -> bool:
    """Whether the sentence that tells the outer place names the inner one too: then it is no less exact."""
    near = (mention.value for mention in witness.beside if isinstance(mention.value, Place))
    return _within(inner, outer) and any((p.name, p.country) == (inner.name, inner.country) for p in near)


def _same(one: Witness, a: Setting, other: Witness, b: Setting) -> bool:
    mine, theirs = one.entity(a), other.entity(b)
    return mine is not None and theirs is not None and mine.id == theirs.id


def _nested(one: Place | None, other: Place | None) -> bool:
    """Whether one place lies in the other; that all of it lies in one country says nothing."""
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    return any(_within(inner, outer) for inner, outer in ((one, other), (other, one)))


def _within(inner: Place, outer: Place) -> bool:
    return not is_land(outer) and fold(outer.name) in {fold(parent) for parent in inner.parents}


def _kinds(one: Witness, other: Witness, shared: list[tuple[Setting, Setting]]) -> Iterator[Stance]:
    for a, b in shared:
        mine, theirs = one.place(a), other.place(b)
        if mine is None or theirs is None or mine.stated_kind is None or theirs.stated_kind is None:
            continue
        if mine.stated_kind == theirs.stated_kind:
            continue
        kinds = {class_of_kind(mine.stated_kind, one.language), class_of_kind(theirs.stated_kind, other.language)}
        if len(kinds) == 2 and not any(kinds <= alike for alike in _ALIKE) and "other" not in kinds:
            values = mine.stated_kind, theirs.stated_kind
            reason = reasons.KINDS.format(name=a.verbatim, values=" / ".join(values))
            yield Stance("place:kind", "variant", reason, values)
            return
