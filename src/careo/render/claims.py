"""Lay out the claims: most carried first, one column a report."""

from collections import defaultdict
from collections.abc import Mapping

from careo.model.inferred import Claim, Discrepancy, Judgement, Value
from careo.model.seen import Statement
from careo.render import words
from careo.render.glance import carried_by, first_in
from careo.render.index import Index
from careo.render.quoting import tag
from careo.render.speech import Speech
from careo.render.views import ClaimShelf, ClaimView, Column, Given, Link, SlotValues
from careo.render.witness import badges, gloss, value_of, witness


def claims(index: Index) -> tuple[tuple[ClaimView, ...], tuple[ClaimShelf, ...]]:
    """Return the claims that several reports make, and those of one report by type."""
    judged = _judged(index)
    views = [(claim, _claim(index, claim, judged)) for claim in index.claims]
    shared = tuple(view for claim, view in views if len(claim.reports) > 1)
    shelves = []
    for type_, title in words.STATEMENT_TYPES.items():
        single = tuple(view for claim, view in views if len(claim.reports) < 2 and claim.type == type_)
        if single:
            shelves.append(ClaimShelf(index.speech(title), single))
    return shared, tuple(shelves)


def _claim(index: Index, claim: Claim, judged: Mapping[int, list[Judgement]]) -> ClaimView:
    statements = tuple(index.statement(id_) for id_ in claim.statements)
    number = index.numbers[claim.id]
    inside, maybe = _sorted_out(index, number, judged)
    return ClaimView(
        number=number,
        id=claim.id,
        gloss=gloss(index, claim),
        type=index.speech(words.STATEMENT_TYPES[claim.type]),
        badges=badges(statements, index.speech),
        carried_by=carried_by(index, claim),
        credited=claim.sources,
        first=first_in(index, claim) if len(claim.reports) > 1 else (),
        values=_values(index, claim) if len(claim.reports) > 1 else (),
        columns=_columns(index, claim, statements),
        differences=_differences(index, claim),
        reasons=inside,
        maybe=maybe,
    )


def _values(index: Index, claim: Claim) -> tuple[SlotValues, ...]:
    """Return the claim's slots, those that most witnesses fill first."""
    slots = sorted(claim.slots, key=lambda slot: -len({id_ for value in slot.values for id_ in value.statements}))
    named = {one.slot for one in index.dossier.discrepancies if one.claim == claim.id}
    return tuple(
        SlotValues(
            label=words.slot(slot.slot, index.speech),
            values=tuple(_given(index, slot.slot, value) for value in slot.values),
            undecided=slot.slot.startswith("figure:") and len(slot.values) > 1 and slot.slot not in named,
        )
        for slot in slots
    )


def _given(index: Index, slot: str, value: Value) -> Given:
    told = [(index.numbers[one.report], one.start) for one in map(index.statement, value.statements)]
    links = dict.fromkeys(Link(str(number), f"#r{number}-s{start}") for number, start in sorted(told))
    return Given(value_of(slot, value.value, index.speech), tuple(links))


def _columns(index: Index, claim: Claim, statements: tuple[Statement, ...]) -> tuple[Column, ...]:
    columns = []
    for report in sorted(claim.reports, key=lambda id_: index.numbers[index.report(id_).id]):
        own = sorted((one for one in statements if one.report == report), key=lambda one: (one.start, one.id))
        columns.append(Column(tag(index, report), tuple(witness(index, one) for one in own)))
    return tuple(columns)


def _differences(index: Index, claim: Claim) -> tuple[Link, ...]:
    return tuple(
        Link(_label(one, index.speech), f"#d{index.numbers[one.id]}")
        for one in index.dossier.discrepancies
        if one.claim == claim.id
    )


def _label(one: Discrepancy, speech: Speech) -> str:
    label = f"{speech(words.DISCREPANCIES[one.type][0])}: {words.slot(one.slot, speech)}"
    return speech("{difference}, set aside", difference=label) if one.dismissed else label


def _judged(index: Index) -> Mapping[int, list[Judgement]]:
    """Judgements by the number of each claim that one of their statements belongs to."""
    found: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in index.dossier.judgements:
        numbers = {number for id_ in judgement.statements for number in index.claims_of.get(id_, ())}
        for number in sorted(numbers):
            found[number].append(judgement)
    return found


def _sorted_out(
    index: Index, number: int, judged: Mapping[int, list[Judgement]]
) -> tuple[tuple[str, ...], tuple[tuple[Link, str], ...]]:
    """Split a claim's judgements into reasons it was put together and doubts that lead to other claims."""
    inside: dict[str, None] = {}
    maybe: dict[tuple[Link, str], None] = {}
    for judgement in judged.get(number, ()):
        sides = [index.claims_of.get(id_, ()) for id_ in judgement.statements]
        if all(number in side for side in sides):
            inside[judgement.reason] = None
        elif judgement.verdict == "unsure":
            others = {other for side in sides for other in side if other != number}
            for other in sorted(others):
                maybe[Link(index.speech("claim {number}", number=other), f"#c{other}"), judgement.reason] = None
    return tuple(inside), tuple(maybe)
