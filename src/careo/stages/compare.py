"""compare: pairs of statements inside a story, each with a verdict, a score and the slots that decided.

This first version takes as candidates the pairs of one type that share a name, an office, an instrument or a figure,
and weighs their slots; it knows no word meaning, so two statements without any of these in common are never compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from careo.model.decided import Decision
from careo.model.ids import content_id
from careo.model.inferred import Docket, Entity, Judgement, SlotVerdict, Verdict
from careo.model.seen import Statement
from careo.stages.partition import Pair, pair
from careo.stages.settle import Settled
from careo.stages.weigh import Evidence, Witness, weigh

SAME, UNSURE = 0.6, 0.45
"""Scores from which two statements are taken for one proposition, or may be. Not measured yet (see weigh)."""
_REPEATED = 0.8
"""Inside one report two statements are one only if nearly everything agrees: a writer who gives two figures mostly
means two things."""
_CROWDED = 300
"""A key that more statements share than this (a head of state in a long story) makes no candidates by itself."""
_OPEN = frozenset({"differs", "variant", "later", "other_scope"})


def compare(docket: Docket, settled: Settled) -> tuple[Judgement, ...]:
    """Return the judgements on pairs of statements, sorted by id; a person's word replaces the program's."""
    witnesses = _witnesses(docket, settled)
    decided = {two: (d, "same") for two, d in settled.same} | {two: (d, "apart") for two, d in settled.not_same}
    judgements = [
        _decided(witnesses[one], witnesses[other], *decided[(one, other)])
        for one, other in decided
        if one in witnesses and other in witnesses
    ]
    for one, other in sorted(_candidates(witnesses) - decided.keys()):
        judgement = _judge(witnesses[one], witnesses[other])
        if judgement is not None:
            judgements.append(judgement)
    return tuple(sorted(judgements, key=lambda judgement: judgement.id))


def _witnesses(docket: Docket, settled: Settled) -> dict[str, Witness]:
    entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
    reports = {report.id: report for report in docket.reports}
    return {
        statement.id: Witness(statement, reports[statement.report], entity_of)
        for statement in docket.statements
        if statement.id not in settled.dismissed
    }


def _candidates(witnesses: dict[str, Witness]) -> set[Pair]:
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, witness in witnesses.items():
        for key in set(_keys(witness.statement, witness.entity_of)):
            blocks[(witness.statement.type, *key)].append(id_)
    return {pair(*two) for ids in blocks.values() if len(ids) <= _CROWDED for two in combinations(ids, 2)}


def _keys(statement: Statement, entity_of: Mapping[str, Entity]) -> Iterator[tuple[str, ...]]:
    for actor in statement.actors:
        entity = entity_of.get(actor.mention)
        if entity is not None and entity.type != "place":
            yield "actor", entity.id
        if actor.office:
            yield "office", actor.office
    for instrument in statement.instruments:
        if instrument.number:
            yield "instrument", instrument.number
    for figure in statement.figures:
        yield "figure", figure.measure


def _judge(one: Witness, other: Witness) -> Judgement | None:
    evidence = weigh(one, other)
    score = round(sum(item.weight for item in evidence), 3)
    if not any(item.anchor for item in evidence) or score < UNSURE:
        return None
    open_ = _open(evidence)
    if one.report.id == other.report.id and (open_ or score < _REPEATED):
        return None
    verdict: Verdict = "unsure" if score < SAME else "conflict" if open_ else "same"
    return _judgement(one, other, verdict, min(score, 1.0), evidence)


def _decided(one: Witness, other: Witness, decision: Decision, word: str) -> Judgement:
    evidence = weigh(one, other)
    verdict: Verdict = "unrelated" if word == "apart" else "conflict" if _open(evidence) else "same"
    said = f"decided by {decision.by}: {decision.reason}"
    return _judgement(one, other, verdict, 1.0, evidence, said=said)


def _open(evidence: Sequence[Evidence]) -> bool:
    """Whether a slot differs in a way that a discrepancy has to name; other sources alone are no conflict."""
    return any(item.relation in _OPEN and item.slot != "attribution" for item in evidence)


def _judgement(
    one: Witness,
    other: Witness,
    verdict: Verdict,
    score: float,
    evidence: Sequence[Evidence],
    *,
    said: str = "",
) -> Judgement:
    ids = pair(one.statement.id, other.statement.id)
    reasons = [said] if said else []
    reasons += [item.reason for item in evidence]
    slots = sorted({(item.slot, item.relation, item.reason) for item in evidence})
    return Judgement(
        id=content_id("judgement", *ids),
        statements=ids,
        verdict=verdict,
        score=score,
        reason="; ".join(reasons),
        slots=tuple(SlotVerdict(*slot) for slot in slots),
    )
