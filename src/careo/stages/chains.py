"""chains: what became of a matter, stage by stage, with what no report tells of named as a gap.

Only what something specific ties stands in one chain: a wrong one can hurt somebody. Nothing depends on the order in
which reports arrive.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from careo.model.derived import Chain, ChainType, Link
from careo.model.ids import group_id
from careo.model.inferred import Docket, Findings
from careo.stages.following.beats import Beat, Days, beats
from careo.stages.following.bonds import Bond, barred, bond, fitting, is_one_course, marks
from careo.stages.following.phases import gaps, order
from careo.stages.joining.partition import Pair, pair, partition
from careo.text.numbers.intervals import figure_value

_TIED: tuple[ChainType, ...] = ("deployment", "deaths")
"""Lifecycles whose beats are tied pair by pair; the others go by a key that all share."""
_NAMING = "all name "
_Reasons = Mapping[str, str]


def chains(docket: Docket, findings: Findings) -> tuple[Chain, ...]:
    """Return the lifecycles of a story, those of most stages first.

    A chain has two stages or more; an entry of forces that was allowed stands alone too, since whether they came is
    the question.
    """
    found = beats(docket, findings.claims)
    names = {entity.id: entity.name for entity in docket.entities}
    glosses = {claim.id: claim.gloss for claim in findings.claims}
    groups = [*_tied(found), *_keyed(found, names)]
    made = [_chain(docket.story.id, group, reasons, glosses) for group, reasons in groups if _tells(group)]
    return tuple(sorted(made, key=lambda chain: (-len({link.stage for link in chain.links}), chain.id)))


def _tells(group: Sequence[Beat]) -> bool:
    stages = {beat.stage for beat in group}
    if group[0].chain == "deployment" and stages == {"authorised"}:
        return any(beat.figures or beat.instruments or beat.window for beat in group)
    if group[0].chain == "deaths" and "killed" not in stages:
        return False
    return len(stages) > 1


def _tied(found: Sequence[Beat]) -> Iterator[tuple[list[Beat], _Reasons]]:
    for chain in _TIED:
        own = {beat.id: beat for beat in found if beat.chain == chain}
        bonds = {two: tie for two in _candidates(own) if (tie := bond(*(own[id_] for id_ in two)))}
        bonds = {two: tie for two, tie in bonds.items() if not barred(*(own[id_] for id_ in two))}
        bound = sorted({id_ for two in bonds for id_ in two})
        apart = {two for two in combinations(bound, 2) if barred(*(own[id_] for id_ in two))}
        groups = partition(own, sorted(bonds, key=lambda two: (bonds[two], two)), apart=apart)
        told = [[own[id_] for id_ in group] for group in groups]
        reasons = _reasons(bonds, told)
        for group in _with_fitting(told, reasons) if chain == "deployment" else told:
            yield group, reasons


def _candidates(own: Mapping[str, Beat]) -> set[Pair]:
    """Return the pairs that share something a bond can rest on."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, beat in own.items():
        for mark in marks(beat):
            blocks[mark].append(id_)
    return {pair(*two) for ids in blocks.values() for two in combinations(sorted(ids), 2)}


def _reasons(bonds: Mapping[tuple[str, str], tuple[int, str]], groups: Sequence[Sequence[Beat]]) -> dict[str, str]:
    """Return by beat the strongest bond that it has inside its group."""
    best: dict[str, tuple[int, str]] = {}
    for group in groups:
        for one, other in combinations(sorted(beat.id for beat in group), 2):
            if (one, other) in bonds:
                for id_ in (one, other):
                    best[id_] = min(best.get(id_, bonds[one, other]), bonds[one, other])
    return {id_: reason for id_, (_, reason) in best.items()}


def _with_fitting(groups: Sequence[list[Beat]], reasons: dict[str, str]) -> list[list[Beat]]:
    """Join what was not allowed by name to the one entry that it fits, if there is but one."""
    entries = [group for group in groups if any(beat.stage == "authorised" for beat in group)]
    joined: dict[int, list[Beat]] = defaultdict(list)
    rest: list[list[Beat]] = []
    for group in (group for group in groups if group not in entries):
        fits = sorted((*tie, n) for n, entry in enumerate(entries) if (tie := _fits(group, entry)))
        best = [fit for fit in fits if fit[0] == fits[0][0]]
        if len(best) == 1:
            _, why, n = best[0]
            joined[n] += group
            reasons.update({beat.id: why for beat in group})
        else:
            rest.append(group)
    return [entry + joined[n] for n, entry in enumerate(entries)] + rest


def _fits(group: Sequence[Beat], entry: Sequence[Beat]) -> Bond | None:
    """Return why a group fits an entry: every beat of it that is dated does, and none is barred."""
    if any(barred(beat, allowed) for beat in group for allowed in entry):
        return None
    ties = [fitting(beat, entry) for beat in group if beat.days is not None]
    known = [tie for tie in ties if tie is not None]
    return max(known) if known and len(known) == len(ties) else None


def _keyed(found: Sequence[Beat], names: Mapping[str, str]) -> Iterator[tuple[list[Beat], _Reasons]]:
    """Yield the beats that share a key: the person accused, the office holder, the parties, the instrument."""
    groups: dict[tuple[ChainType, tuple[str, ...]], list[Beat]] = defaultdict(list)
    for beat in found:
        for key in set(_keys(beat)):
            groups[beat.chain, key].append(beat)
    for (chain, key), group in sorted(groups.items()):
        if chain == "case" or is_one_course(group):
            name = " and ".join(names.get(part, part) for part in key)
            yield group, {beat.id: f"{_NAMING}{name}" for beat in group}


def _keys(beat: Beat) -> Iterator[tuple[str, ...]]:
    if beat.chain in ("case", "office"):
        yield from ((person,) for person in beat.persons)
    elif beat.chain == "agreement":
        yield from combinations(sorted(beat.parties), 2)
    elif beat.chain == "law":
        yield from ((" ".join(instrument),) for instrument in beat.instruments)


def _chain(story: str, group: Sequence[Beat], reasons: _Reasons, glosses: Mapping[str, str]) -> Chain:
    chain = group[0].chain
    told = sorted(group, key=lambda beat: (order(chain, beat.stage), beat.days is None, beat.days or (), beat.id))
    named = {reason.removeprefix(_NAMING) for reason in reasons.values() if reason.startswith(_NAMING)}
    return Chain(
        id=group_id("chain", (beat.id for beat in group), chain, *sorted(named)),
        story=story,
        type=chain,
        about=min(named) if named else _about(told, glosses),
        links=tuple(_link(beat, _days(beat, told), reasons.get(beat.id, "what the chain is about")) for beat in told),
        gaps=gaps(chain, [beat.stage for beat in told]) if chain == "deployment" or _is_followed(told) else (),
    )


def _is_followed(told: Sequence[Beat]) -> bool:
    """Whether more than one sentence tells the chain: what one leaves out may stand in it and not have been read."""
    return len({(s.report, s.start) for beat in told for s in beat.statements}) > 1


def _about(told: Sequence[Beat], glosses: Mapping[str, str]) -> str:
    """Return the people that the beats count, else the gloss of the first claim: the words of a report."""
    figures = sorted(figure.verbatim for beat in told for figure in beat.figures)
    if figures:
        return max(sorted(set(figures)), key=lambda verbatim: figures.count(verbatim))
    return glosses[told[0].claim]


def _days(beat: Beat, told: Sequence[Beat]) -> Days | None:
    """Return when a stage was; a time on which two stages stand may be that of either, so it is nobody's."""
    others = [other for other in told if other.stage != beat.stage]
    shared = beat.chain != "deployment" and any(beat.times & other.times for other in others)
    return None if shared else beat.days or beat.window


def _link(beat: Beat, days: Days | None, reason: str) -> Link:
    return Link(
        stage=beat.stage,
        claim=beat.claim,
        statements=tuple(sorted(statement.id for statement in beat.statements)),
        values=tuple(sorted({figure_value(figure) for figure in beat.figures})),
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        alleged=all(statement.modality == "alleged" for statement in beat.statements),
        reason=reason,
    )
