"""How the places of two statements stand: one, one inside the other, and what each report calls it."""

from collections.abc import Iterator
from itertools import product

from careo.model.seen import Place, Setting
from careo.stages.stance import Stance
from careo.stages.witness import Witness
from careo.text.normalise import fold
from careo.text.places import class_of_kind, is_land

_TOWNS = frozenset({"town", "city", "village"})
_DIVISIONS = frozenset({"province", "region", "district", "department", "state", "county", "governorate", "prefecture"})


def where(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield how the places of two statements stand, by the pair that agrees best, and any other kind of one place."""
    pairs = [(a, b) for a, b in product(one.statement.places, other.statement.places)]
    shared = [(a, b) for a, b in pairs if _same(one, a, other, b)]
    if shared:
        a, b = shared[0]
        yield Stance("place", "agrees", f"one place: {a.verbatim} / {b.verbatim}", (a.verbatim, b.verbatim))
        yield from _kinds(one, other, shared)
        return
    for a, b in pairs:
        if _nested(one.place(a), other.place(b)):
            reason = f"one place lies in the other: {a.verbatim} / {b.verbatim}"
            yield Stance("place", "compatible", reason, (a.verbatim, b.verbatim))
            return


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
        if mine is None or theirs is None:
            continue
        kinds = [_class(place, witness.language) for place, witness in ((mine, one), (theirs, other))]
        town = [kind in _TOWNS for kind in kinds]
        division = [kind in _DIVISIONS for kind in kinds]
        if (mine.stated_kind or theirs.stated_kind) and any(town) and any(division):
            said = mine.stated_kind or mine.kind or "?", theirs.stated_kind or theirs.kind or "?"
            reason = f"{a.verbatim} is called two kinds of place: {' / '.join(said)}"
            yield Stance("place:kind", "variant", reason, said)
            return


def _class(place: Place, language: str) -> str:
    """Return what the report calls a place, else what the gazetteer has it for, in a word for all languages."""
    if place.stated_kind is not None:
        return class_of_kind(place.stated_kind, language)
    return place.kind or "other"
