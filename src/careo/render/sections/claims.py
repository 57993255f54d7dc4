"""Lay out the claims: most carried first, one column a report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from careo.model.inferred import Claim, Discrepancy, Judgement, Value
from careo.model.seen import Statement
from careo.render.quoting.index import Index
from careo.render.quoting.quote import tag
from careo.render.quoting.views import Link, Witness
from careo.render.quoting.witness import badges, gloss, value_of, witness
from careo.render.sections.glance import carried_by, first_in
from careo.render.sections.views import ClaimShelf, ClaimView, Column, Given, SlotValues
from careo.render.wording import words
from careo.render.wording.amounts import sums
from careo.render.wording.speech import Speech

_JOINING = frozenset({"same", "conflict"})
_FEW_MORE = 2
"""So many columns more are shown rather than folded away."""


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
    columns, further = _columns(index, claim, statements)
    most = index.room.reasons
    inside, maybe = _sorted_out(index, number, judged.get(number, ()))
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
        columns=columns,
        further=further,
        differences=difference_links(index, claim),
        reasons=inside[:most],
        more_reasons=len(inside[most:]),
        maybe=maybe[:most],
        more_maybe=len(maybe[most:]),
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


def _columns(
    index: Index, claim: Claim, statements: tuple[Statement, ...]
) -> tuple[tuple[Column, ...], tuple[Witness, ...]]:
    """Return columns side by side, the first of each language among them, and the witnesses that have none.

    Reports that say it word for word share the column of the first of them.
    """
    alike: defaultdict[tuple[str, ...], list[list[Statement]]] = defaultdict(list)
    for id_ in sorted(claim.reports, key=lambda id_: index.numbers[index.report(id_).id]):
        own = sorted((one for one in statements if one.report == id_), key=lambda one: (one.start, one.id))
        text = index.report(id_).text
        alike[index.report(id_).language, *(text[one.start : one.end] for one in own)].append(own)
    groups = list(alike.items())
    most = index.room.columns
    if len(groups) <= most + _FEW_MORE:
        most = len(groups)
    else:
        firsts = {key[0]: key for key, _ in reversed(groups)}.values()
        groups.sort(key=lambda group: group[0] not in firsts)
    shown = {key for key, _ in groups[:most]}
    columns = tuple(_column(index, reports) for key, reports in alike.items() if key in shown)
    rest = [own for key, reports in alike.items() if key not in shown for own in reports]
    return columns, tuple(witness(index, one) for own in rest for one in own)


def _column(index: Index, reports: list[list[Statement]]) -> Column:
    first, *others = reports
    return Column(
        report=tag(index, first[0].report),
        witnesses=tuple(witness(index, one) for one in first),
        alike=tuple(witness(index, own[0]) for own in others),
    )


def difference_links(index: Index, claim: Claim) -> tuple[Link, ...]:
    """Return a link to every difference of a claim."""
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
    index: Index, number: int, judged: Iterable[Judgement]
) -> tuple[tuple[str, ...], tuple[tuple[Link, str], ...]]:
    """Split a claim's judgements, surest first, into reasons it was put together and doubts that lead to others."""
    inside: dict[str, None] = {}
    maybe: dict[int, str] = {}
    for judgement in sorted(judged, key=lambda one: (one.verdict not in _JOINING, -one.score, one.reason)):
        sides = [index.claims_of.get(id_, ()) for id_ in judgement.statements]
        if all(number in side for side in sides):
            inside[sums(judgement.reason)] = None
        elif judgement.verdict == "unsure":
            for other in sorted({other for side in sides for other in side if other != number}):
                maybe.setdefault(other, sums(judgement.reason))
    links = (Link(index.speech("claim {number}", number=other), f"#c{other}") for other in maybe)
    return tuple(inside), tuple(zip(links, maybe.values(), strict=True))
