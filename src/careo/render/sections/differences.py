"""Lay out the register of discrepancies: values side by side, each with its sentences."""

from careo.model.inferred import Discrepancy, Value
from careo.model.seen import Statement
from careo.render.quoting.index import Index
from careo.render.quoting.views import Link
from careo.render.quoting.witness import gloss, value_of, witness
from careo.render.sections.views import Difference, Side
from careo.render.wording import words
from careo.render.wording.amounts import sums
from careo.render.wording.reasons import reason_words


def differences(index: Index) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """Return the open discrepancies and those set aside, contradictions first, then as the dossier has them."""
    order = list(words.DISCREPANCIES)
    found = sorted(index.dossier.discrepancies, key=lambda one: (order.index(one.type), index.numbers[one.id]))
    laid_out = [_difference(index, one) for one in found]
    return tuple(one for one in laid_out if one.aside is None), tuple(one for one in laid_out if one.aside is not None)


def kinds(index: Index) -> tuple[tuple[str, str, int], ...]:
    """Return each kind of open discrepancy that occurs: key, name, how many."""
    open_ = [one.type for one in index.dossier.discrepancies if one.dismissed is None]
    counted = [(kind, index.speech(name), open_.count(kind)) for kind, (name, _) in words.DISCREPANCIES.items()]
    return tuple(kind for kind in counted if kind[2])


def _difference(index: Index, one: Discrepancy) -> Difference:
    name, meaning = map(index.speech, words.DISCREPANCIES[one.type])
    claim = next(claim for claim in index.claims if claim.id == one.claim)
    return Difference(
        number=index.numbers[one.id],
        id=one.id,
        kind=one.type,
        name=name,
        meaning=meaning,
        slot=words.slot(one.slot, index.speech),
        claim=index.numbers[claim.id],
        gloss=gloss(index, claim),
        sides=tuple(_side(index, one, value) for value in one.values),
        reason=reason_words(one.reason, index.speech) or sums(one.reason),
        reason_told=reason_words(one.reason, index.speech) is not None,
        likely=one.likely and (reason_words(one.likely, index.speech) or one.likely),
        likely_told=one.likely is not None and reason_words(one.likely, index.speech) is not None,
        aside=_decided(index, one.dismissed),
        named=_decided(index, one.corrected),
    )


def _side(index: Index, one: Discrepancy, value: Value) -> Side:
    most = index.room.sides
    if len(value.statements) == most + 1:
        most += 1
    return Side(
        value=value_of(one.slot, value.value, index.speech),
        witnesses=tuple(witness(index, index.statement(id_), only=one.slot) for id_ in value.statements[:most]),
        further=tuple(_place(index, index.statement(id_)) for id_ in value.statements[most:]),
    )


def _place(index: Index, statement: Statement) -> Link:
    number = index.numbers[statement.report]
    return Link(index.speech("report {number}", number=number), f"#r{number}-s{statement.start}")


def _decided(index: Index, id_: str | None) -> str | None:
    """Say who decided, when and why; `None` where nobody did."""
    if id_ is None:
        return None
    by = (words.by(decision, index.speech) for decision in index.dossier.dismissals if decision.id == id_)
    return next(by, index.speech("By {decision}", decision=id_))
