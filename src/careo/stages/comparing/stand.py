"""stand: how two statements stand to each other slot by slot, each finding with its reason.

Only slots that both fill are told of, and of those only where the two can be laid side by side: what is not known to be
the same measure, group, place or office is no difference.
"""

import re
from collections.abc import Iterator, Sequence

from careo.model import reasons
from careo.model.inferred import Entity, SlotVerdict
from careo.model.seen import Source
from careo.stages.comparing.amounts import how_many
from careo.stages.comparing.moments import done_since, when
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.whereabouts import where
from careo.stages.comparing.whom import who
from careo.stages.comparing.witness import Witness
from careo.text.names.bodies import is_generic, shared_kind
from careo.text.names.offices import office_of
from careo.text.names.spelling import spelled_apart
from careo.text.normalise import fold
from careo.text.stretches import holds
from careo.text.telling.comparison import is_compared

_ANNOUNCED = frozenset({"planned", "proposed"})
_AHEAD = frozenset({"planned", "ordered", "forecast", "conditional"})
_TOLD = frozenset({"occurred", "ongoing", "alleged"})
"""Modalities of what is said to be so, and of what is said to come: only these can be denied."""


def stand(one: Witness, other: Witness) -> tuple[SlotVerdict, ...]:
    """Return the relation and the reason of every slot that both statements fill, sorted by slot."""
    return tuple(SlotVerdict(found.slot, found.relation, found.reason) for found in stances(one, other))


def stances(one: Witness, other: Witness) -> tuple[Stance, ...]:
    """Return the same with the value on each side and the slip that may lie behind it."""
    found = [*how_many(one, other), *when(one, other), *where(one, other), *who(one, other)]
    found += [*_polarity(one, other), *_modality(one, other), *_sources(one, other, _one_figure(found))]
    found += _speakers(one, other)
    return tuple(sorted(set(found), key=lambda stance: (stance.slot, stance.relation, stance.reason)))


def _polarity(one: Witness, other: Witness) -> Iterator[Stance]:
    """One says it was so, the other that it was not, or that somebody denies it."""
    a, b = one.statement, other.statement
    if (a.polarity == "affirmed") == (b.polarity == "affirmed") or (a.type, a.subtype) != (b.type, b.subtype):
        return
    if a.type == "OTHER":  # what is denied of an unknown kind of thing need not be what is affirmed
        return
    against, witness = (a, one) if a.polarity != "affirmed" else (b, other)
    said = b if against is a else a
    sentence = witness.report.text[against.start : against.end]
    # "did not say that" mostly is about the words, not about the speaking
    asked = sentence.rstrip(' \u00a0»”"').endswith("?")
    bare = against.polarity == "negated" and (asked or a.type == "SAY" or is_compared(sentence, witness.language))
    # "denied that they would" is told of what lies ahead in whatever form of the verb
    ahead = against.polarity == "denied" and said.modality in _AHEAD and against.modality in _TOLD | _AHEAD
    if ({a.modality, b.modality} <= _TOLD or ahead) and not bare:
        so, denied = (reasons.WONT, reasons.WONT_DENIED) if ahead else (reasons.NEGATED, reasons.DENIED)
        reason = denied.format(who=against.denied_by) if against.denied_by else so
        yield Stance("polarity", "differs", reason, (a.polarity, b.polarity))


def _modality(one: Witness, other: Witness) -> Iterator[Stance]:
    """What an earlier report announces and a later one tells as done."""
    a, b = one.statement, other.statement
    alike = (a.type, a.subtype, a.polarity) == (b.type, b.subtype, b.polarity)
    if alike and done_since(one, other) and {a.modality, b.modality} & _ANNOUNCED:
        reason = reasons.MODALITY.format(one=a.modality, other=b.modality)
        yield Stance("modality", "later", reason, (a.modality, b.modality))


def _one_figure(found: Sequence[Stance]) -> bool:
    """Whether some figure of the two is the same."""
    return any(stance.slot.startswith("figure:") and stance.relation == "agrees" for stance in found)


def _sources(one: Witness, other: Witness, figure: bool) -> Iterator[Stance]:
    """One figure credited to two sources, or one thing to two newspapers.

    Who else is named as a source of a sentence is mostly the source of something else that it tells. Across languages
    "Comando Sur" and "Southern Command" may be one: there the two count as two only where a report that credits the
    one also knows the other by its name.
    """
    if not one.statement.attribution or not other.statement.attribution:
        return
    mine, theirs = one.statement.attribution[0], other.statement.attribution[0]
    if fold(mine.who) == fold(theirs.who):
        yield Stance("attribution", "agrees", f"both credit {mine.who}", (mine.who, theirs.who))
    elif figure or mine.type == theirs.type == "media":
        yield from _credited(one, mine, other, theirs)


def _speakers(one: Witness, other: Witness) -> Iterator[Stance]:
    """One saying credited to a person by one report and to a state by the other."""
    if not one.statement.type == other.statement.type == "SAY":
        return
    mine, theirs = _speaking(one), _speaking(other)
    if len(mine) == len(theirs) == 1 and {mine[0].type, theirs[0].type} == {"person", "place"}:
        names = mine[0].name, theirs[0].name
        yield Stance(
            "attribution", "compatible", f"one credits a person, the other a state: {' / '.join(names)}", names
        )


def _speaking(witness: Witness) -> list[Entity]:
    found = (witness.entity(actor) for actor in witness.statement.actors if actor.role == "speaker")
    return list({entity.id: entity for entity in found if entity is not None}.values())


def _credited(one: Witness, mine: Source, other: Witness, theirs: Source) -> Iterator[Stance]:
    ids = [_source_entity(one, mine), _source_entity(other, theirs)]
    said, values = f"{mine.who} / {theirs.who}", (mine.who, theirs.who)
    kinds = [shared_kind(source.who, w.language) for source, w in ((mine, one), (theirs, other))]
    if (None not in ids and ids[0] == ids[1]) or (kinds[0] is not None and kinds[0] == kinds[1]):
        if spelled_apart(*values) and one.language == other.language:
            yield Stance("attribution", "variant", reasons.SOURCE.format(values=said), values)
        else:
            yield Stance("attribution", "agrees", f"both credit {mine.who}", values)
    elif one.language != other.language and (_is_noun(mine, one) or _is_noun(theirs, other)):
        return  # "authorities" and "autoridades" may be one
    elif not _is_office(mine, one) and not _is_office(theirs, other):
        known = _names(other, mine.who) or _names(one, theirs.who)
        if known or one.language == other.language or None not in ids:
            yield Stance("attribution", "differs", reasons.CREDITED.format(values=said), values)


def _names(witness: Witness, who: str) -> bool:
    """Whether a report uses these very words, as words of their own."""
    return re.search(rf"(?<!\w){re.escape(who)}(?!\w)", witness.report.text) is not None


def _is_office(source: Source, witness: Witness) -> bool:
    """Whether a source is told by an office alone ("the minister"), which may be anybody's."""
    return office_of(source.who, witness.language) is not None and source.who[:1].islower()


def _is_noun(source: Source, witness: Witness) -> bool:
    """Whether a source is told by a common noun, which another language has another word for."""
    return source.who[:1].islower() or is_generic(source.who, witness.language)


def _source_entity(witness: Witness, source: Source) -> str | None:
    """Return the entity named at the place of a source, else the one of that name in the sentence."""
    here = [m for m in witness.beside if m.id in witness.entity_of and m.type != "role"]
    at = [m for m in here if holds(source, m)]
    at = at or [m for m in here if m.verbatim == source.who]
    return witness.entity_of[at[0].id].id if at else None
