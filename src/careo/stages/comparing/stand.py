"""stand: how two statements stand to each other slot by slot, each finding with its reason.

Only slots that both fill are told of, and of those only where the two can be laid side by side: what is not known to be
the same measure, group, place or office is no difference.
"""

from collections.abc import Iterator, Sequence

from careo.model import reasons
from careo.model.inferred import Entity, SlotVerdict
from careo.stages.comparing.amounts import how_many
from careo.stages.comparing.credited import credited
from careo.stages.comparing.laws import which_law
from careo.stages.comparing.moments import done_since, when
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.whereabouts import where
from careo.stages.comparing.whom import who
from careo.stages.comparing.witness import Witness
from careo.text.normalise import fold
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
    found += which_law(one, other)
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

    Who else is named as a source of a sentence is mostly the source of something else that it tells.
    """
    if not one.statement.attribution or not other.statement.attribution:
        return
    mine, theirs = one.statement.attribution[0], other.statement.attribution[0]
    values, standing = (mine.who, theirs.who), credited(one, other)
    said = " / ".join(values)
    if fold(mine.who) != fold(theirs.who) and not figure and not mine.type == theirs.type == "media":
        return
    if standing == "one":
        yield Stance("attribution", "agrees", f"both credit {mine.who}", values)
    elif standing == "spelled":
        yield Stance("attribution", "variant", reasons.SOURCE.format(values=said), values)
    elif standing == "two":
        yield Stance("attribution", "differs", reasons.CREDITED.format(values=said), values)


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
