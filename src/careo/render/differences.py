"""Lay out the register of discrepancies: values side by side, each with its sentences."""

from careo.model.inferred import Discrepancy, Value
from careo.render import words
from careo.render.amounts import value_words
from careo.render.index import Index
from careo.render.views import Difference, Side
from careo.render.when import spoken
from careo.render.witness import gloss, witness


def differences(index: Index) -> tuple[Difference, ...]:
    """Return the discrepancies, contradictions first, then as the dossier has them."""
    order = list(words.DISCREPANCIES)
    found = sorted(index.dossier.discrepancies, key=lambda one: (order.index(one.type), index.numbers[one.id]))
    return tuple(_difference(index, one) for one in found)


def kinds(index: Index) -> tuple[tuple[str, str, int], ...]:
    """Return each kind of discrepancy that occurs: key, name, how many."""
    counted = [
        (kind, name, sum(one.type == kind for one in index.dossier.discrepancies))
        for kind, (name, _) in words.DISCREPANCIES.items()
    ]
    return tuple(kind for kind in counted if kind[2])


def _difference(index: Index, one: Discrepancy) -> Difference:
    name, meaning = words.DISCREPANCIES[one.type]
    claim = next(claim for claim in index.claims if claim.id == one.claim)
    return Difference(
        number=index.numbers[one.id],
        id=one.id,
        kind=one.type,
        name=name,
        meaning=meaning,
        slot=words.slot(one.slot),
        claim=index.numbers[claim.id],
        gloss=gloss(index, claim),
        sides=tuple(_side(index, one, value) for value in one.values),
        reason=one.reason,
        likely=one.likely,
    )


def _side(index: Index, one: Discrepancy, value: Value) -> Side:
    witnesses = tuple(witness(index, index.statement(id_), only=one.slot) for id_ in value.statements)
    return Side(_value_words(one.slot, value.value), witnesses)


def _value_words(slot: str, value: str) -> str:
    """Put a value in words where its slot says how to read it."""
    if slot == "time":
        return spoken(value)
    return value_words(value) if slot.startswith("figure:") else value
