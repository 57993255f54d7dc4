"""compare: pairs of statements inside a story, each with a verdict, a score and the slots that decided.

Candidates are pairs of one type that share an actor, an office, an instrument or a measure, or whose sentences mean
much the same; their slots are weighed one by one. Sentences that are near (`kinship`) make up for slots that say too
little, as likely as both together are (`akin`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import cast

import numpy as np

from careo.engines.base import Vector
from careo.model.decided import Decision
from careo.model.ids import content_id
from careo.model.inferred import Docket, Entity, Judgement, SlotVerdict, Verdict
from careo.model.seen import Statement
from careo.stages.comparing.akin import KIN, akin, family, nearest_of
from careo.stages.comparing.kinship import Meanings, Place, kinship, lines_of, place_of
from careo.stages.comparing.stand import stand
from careo.stages.comparing.weigh import Evidence, asked_apart, weigh
from careo.stages.comparing.witness import Witness, called
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import Pair, pair
from careo.text.values.instruments import plain_number

SAME, UNSURE = 0.5, 0.4
"""Scores from which two statements are taken for one proposition, or may be. On the demo collection's gold: .4 gave
P .96 R .65, .5 P .97 R .54, .6 P .96 R .40; of those as precise the one that a reader has to undo less often was
taken."""
_REPEATED = 0.8
"""Inside one report two statements are one only if nearly everything agrees: a writer who gives two figures mostly
means two things."""
_CROWDED = 300
"""A key that more statements share than this (a head of state in a long story) makes no candidates by itself."""
_NEAR = 0.5
"""Cosine from which two sentences are worth weighing; translations lie above .7, other news sentences below .4."""
_ROWS = 512
"""Rows of the matrix compared at a time: keeps memory flat in stories of thousands of statements."""
_MAY, _ONE = 0.2, 0.3
"""Probability (`akin`) that two statements tell one thing from which they may, and from which they do. Pairs of lines
of `ntrex_gold` in one claim: .2 and .3 gave P .66 R .25, .25 and .35 P .69 R .24; of five matters followed over days,
P .78 and .80, R .44 both. The demo's claims: F1 .875 and .860."""
_WEAK = frozenset({"subtype", "modality", "polarity", "attribution", "meaning"})
_BESIDE = frozenset({"meaning", "name", "toll", "instrument"})
_OPEN = frozenset({"differs", "variant", "later", "other_scope"})


def compare(docket: Docket, meanings: Meanings, settled: Settled) -> tuple[Judgement, ...]:
    """Return the judgements on pairs of statements, sorted by id; a person's word replaces the program's.

    Args:
        docket: one story's records.
        meanings: the vectors of sentences and words; a statement without one is compared by its slots alone.
        settled: the decisions that hold.
    """
    witnesses = called(docket, meanings.sentences, settled)
    decided = {two: (d, "same") for two, d in settled.same} | {two: (d, "apart") for two, d in settled.not_same}
    judgements = [
        _decided(witnesses[one], witnesses[other], *decided[(one, other)])
        for one, other in decided
        if one in witnesses and other in witnesses
    ]
    kin = _kin(witnesses, meanings)
    candidates = _candidates(witnesses) | _alike(witnesses) | kin.keys()
    for one, other in sorted(candidates - decided.keys()):
        judgement = _judge(witnesses[one], witnesses[other], kin.get((one, other), 0.0), len(docket.reports))
        if judgement is not None:
            judgements.append(judgement)
    return tuple(sorted(judgements, key=lambda judgement: judgement.id))


def _alike(witnesses: Mapping[str, Witness]) -> set[Pair]:
    """Return the pairs of one family of types, from two reports, whose sentences mean much the same."""
    families: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(witnesses):
        if witnesses[id_].vector is not None:
            families[family(witnesses[id_].statement)].append(id_)
    found: set[Pair] = set()
    for ids in families.values():
        matrix = np.stack([cast(Vector, witnesses[id_].vector) for id_ in ids])
        for at in range(0, len(ids), _ROWS):
            rows, columns = np.nonzero(matrix[at : at + _ROWS] @ matrix.T >= _NEAR)
            for row, column in zip((rows + at).tolist(), columns.tolist(), strict=True):
                if witnesses[ids[row]].report.id != witnesses[ids[column]].report.id:
                    found.add(pair(ids[row], ids[column]))
    return found


def _candidates(witnesses: dict[str, Witness]) -> set[Pair]:
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, witness in witnesses.items():
        for key in set(_keys(witness.statement, witness.entity_of)):
            blocks[(family(witness.statement), *key)].append(id_)
    return {pair(*two) for ids in blocks.values() if len(ids) <= _CROWDED for two in combinations(ids, 2)}


def _keys(statement: Statement, entity_of: Mapping[str, Entity]) -> Iterator[tuple[str, ...]]:
    for actor in statement.actors:
        entity = entity_of.get(actor.mention or "")
        if entity is not None and entity.type != "place":
            yield "actor", entity.id
        if actor.office:
            yield "office", actor.office
    for instrument in statement.instruments:
        if instrument.number:
            yield "instrument", plain_number(instrument.number)
    for figure in statement.figures:
        yield "figure", figure.measure


def _kin(witnesses: Mapping[str, Witness], meanings: Meanings) -> dict[Pair, float]:
    """Return, of each two sentences that may tell one thing, the two statements that do, with the probability."""
    lines = lines_of(witnesses.values())
    told: dict[Place, list[Witness]] = defaultdict(list)
    for id_ in sorted(witnesses):
        told[place_of(witnesses[id_].statement)].append(witnesses[id_])
    places = list(lines)
    found: dict[Pair, float] = {}
    for a, b, probability in kinship(list(lines.values()), meanings.words):
        if probability >= KIN and (nearest := nearest_of(told[places[a]], told[places[b]])):
            found[pair(*(witness.statement.id for witness in nearest))] = probability
    return found


def _judge(one: Witness, other: Witness, kinship: float, reports: int) -> Judgement | None:
    """Return the judgement on two statements; how their slots stand is asked last, of the few pairs that get there."""
    evidence = weigh(one, other)
    weight = round(sum(item.weight for item in evidence), 3)
    told = weight if _carried(evidence) else 0.0
    likely = akin(one, other, kinship, weight, reports) if kinship >= KIN else 0.0
    if likely and _gainsaid(one, other, evidence):
        likely = 0.0
    least = _REPEATED if one.report.id == other.report.id else UNSURE
    if told < least and (likely < _MAY or least == _REPEATED):
        return None
    slots = _slots(one, other, evidence)
    open_ = _open(slots)
    if open_ and least == _REPEATED:
        return None
    verdict: Verdict = "unsure" if told < SAME and likely < _ONE else "conflict" if open_ else "same"
    said = f"the sentences likely tell one thing ({kinship:.2f})" if likely > told else ""
    return _judgement(one, other, verdict, round(min(max(told, likely), 1.0), 3), (evidence, slots), said=said)


def _gainsaid(one: Witness, other: Witness, evidence: Sequence[Evidence]) -> bool:
    """Whether a slot says that two are not one, however alike their sentences: another holder, another poll or saying.

    One speaker says many things: what is said has to be alike, or something beside it.
    """
    held = any(item.relation == "differs" and item.slot.startswith("office:") for item in evidence)
    said = one.statement.type == other.statement.type == "SAY" and sum(item.weight for item in evidence) < 0
    return held or said or asked_apart(one, other)


def _carried(evidence: Sequence[Evidence]) -> bool:
    """Whether something specific speaks for one proposition: one strong slot, or two that agree by themselves."""
    agreeing = {item.slot for item in evidence if item.weight > 0 and item.slot not in _WEAK}
    return any(item.anchor for item in evidence) or len(agreeing) >= 2


def _decided(one: Witness, other: Witness, decision: Decision, word: str) -> Judgement:
    evidence = weigh(one, other)
    slots = _slots(one, other, evidence)
    verdict: Verdict = "unrelated" if word == "apart" else "conflict" if _open(slots) else "same"
    said = f"decided by {decision.by}: {decision.reason}"
    return _judgement(one, other, verdict, 1.0, (evidence, slots), said=said)


def _slots(one: Witness, other: Witness, evidence: Sequence[Evidence]) -> tuple[SlotVerdict, ...]:
    """Return how the two stand, slot by slot, with what else was weighed and is no slot that can differ."""
    weighed = {SlotVerdict(item.slot, "agrees", item.reason) for item in evidence if item.slot in _BESIDE}
    found = {*stand(one, other), *weighed}
    return tuple(sorted(found, key=lambda verdict: (verdict.slot, verdict.relation, verdict.reason)))


def _open(slots: Sequence[SlotVerdict]) -> bool:
    """Whether a slot differs in a way that a discrepancy has to name; other sources alone are no conflict."""
    return any(verdict.relation in _OPEN and verdict.slot != "attribution" for verdict in slots)


def _judgement(
    one: Witness,
    other: Witness,
    verdict: Verdict,
    score: float,
    found: tuple[Sequence[Evidence], tuple[SlotVerdict, ...]],
    *,
    said: str = "",
) -> Judgement:
    ids = pair(one.statement.id, other.statement.id)
    reasons = [said] if said else []
    evidence, slots = found
    reasons += [item.reason for item in evidence]
    return Judgement(
        id=content_id("judgement", *ids),
        statements=ids,
        verdict=verdict,
        score=score,
        reason="; ".join(reasons),
        slots=slots,
    )
