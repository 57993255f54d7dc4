"""stand: how two statements stand to each other slot by slot, each finding with its reason.

Only slots that both fill are told of, and of those only where the two can be laid side by side: what is not known to be
the same measure, group, place or office is no difference.
"""

from collections.abc import Iterator

from careo.model.inferred import SlotVerdict
from careo.model.seen import Source
from careo.stages.amounts import how_many
from careo.stages.moments import when
from careo.stages.stance import Stance
from careo.stages.whereabouts import where
from careo.stages.whom import who
from careo.stages.witness import Witness
from careo.text.comparison import is_compared
from careo.text.modality import stage_of
from careo.text.normalise import fold
from careo.text.spelling import spelled_apart

_TOLD = frozenset({"occurred", "ongoing", "alleged"})
"""Modalities of what is said to be so: only these can be denied."""


def stand(one: Witness, other: Witness) -> tuple[SlotVerdict, ...]:
    """Return the relation and the reason of every slot that both statements fill, sorted by slot."""
    return tuple(SlotVerdict(found.slot, found.relation, found.reason) for found in stances(one, other))


def stances(one: Witness, other: Witness) -> tuple[Stance, ...]:
    """Return the same with the value on each side and the slip that may lie behind it."""
    found = [*how_many(one, other), *when(one, other), *where(one, other), *who(one, other)]
    found += [*_sources(one, other), *_polarity(one, other), *_modality(one, other)]
    return tuple(sorted(set(found), key=lambda stance: (stance.slot, stance.relation, stance.reason)))


def _polarity(one: Witness, other: Witness) -> Iterator[Stance]:
    """One says it was so, the other that it was not, or that somebody denies it."""
    a, b = one.statement, other.statement
    if (a.polarity == "affirmed") == (b.polarity == "affirmed") or (a.type, a.subtype) != (b.type, b.subtype):
        return
    told = {a.modality, b.modality} <= _TOLD
    against, witness = (a, one) if a.polarity != "affirmed" else (b, other)
    sentence = witness.report.text[against.start : against.end]
    if told and not (against.polarity == "negated" and is_compared(sentence, witness.language)):
        by = f", denied by {against.denied_by}" if against.denied_by else ""
        reason = f"one says that it is so, the other that it is not{by}"
        yield Stance("polarity", "differs", reason, (a.polarity, b.polarity))


def _modality(one: Witness, other: Witness) -> Iterator[Stance]:
    a, b = one.statement, other.statement
    if {stage_of(a.modality), stage_of(b.modality)} == {"ahead", "done"} and a.polarity == b.polarity:
        reason = f"{a.modality} in one report, {b.modality} in the other"
        yield Stance("modality", "later", reason, (a.modality, b.modality))


def _sources(one: Witness, other: Witness) -> Iterator[Stance]:
    """Two statements credited to two sources.

    Across languages "Comando Sur" and "Southern Command" may be one: there the two count as two only where a report
    that credits the one also knows the other by its name.
    """
    if not one.statement.attribution or not other.statement.attribution:
        return
    mine, theirs = one.statement.attribution[0], other.statement.attribution[0]
    if fold(mine.who) == fold(theirs.who):
        yield Stance("attribution", "agrees", f"both credit {mine.who}", (mine.who, theirs.who))
    elif reason := _credited(one, mine, other, theirs):
        yield reason


def _credited(one: Witness, mine: Source, other: Witness, theirs: Source) -> Stance | None:
    ids = [_source_entity(one, mine), _source_entity(other, theirs)]
    said = f"{mine.who} / {theirs.who}"
    if None not in ids and ids[0] == ids[1]:
        if spelled_apart(mine.who, theirs.who) and one.language == other.language:
            return Stance("attribution", "variant", f"one source, named otherwise: {said}", (mine.who, theirs.who))
        return Stance("attribution", "agrees", f"both credit {mine.who}", (mine.who, theirs.who))
    known = mine.who in other.report.text or theirs.who in one.report.text
    if known or one.language == other.language or None not in ids:
        return Stance("attribution", "differs", f"credited to {said}", (mine.who, theirs.who))
    return None


def _source_entity(witness: Witness, source: Source) -> str | None:
    """Return the entity named at the place of a source, else the one of that name in the report."""
    here = [m for m in witness.mentions.values() if m.report == witness.report.id and m.id in witness.entity_of]
    at = [m for m in here if source.start <= m.start and m.end <= source.end and m.type != "role"]
    at = at or [m for m in here if m.verbatim == source.who]
    return witness.entity_of[at[0].id].id if at else None
