"""How those who take part in two statements stand: the same, spelled otherwise, or others."""

from collections.abc import Iterator
from itertools import product

from careo.model import reasons
from careo.model.inferred import Entity
from careo.model.seen import Actor, Place
from careo.stages.comparing.holders import holders
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.witness import Witness
from careo.text.names.likeness import variant
from careo.text.names.spelling import is_acronym, spelled_apart
from careo.text.stretches import holds
from careo.text.telling.modality import stage_of
from careo.text.values.groups import classes_of
from careo.text.values.slips import acronym_slip

_EXCLUSIVE = ("president", "prime_minister", "minister:", "mayor", "governor")
"""Offices that one person holds at a time; two names for one of them cannot both be right."""
_BODIES = frozenset({"organisation", "unit", "name"})
_SPEAKING = frozenset({"speaker", "party", "counterpart", "authority", "target", "subject", "participant"})
"""Roles in which a capital stands for its country."""


def who(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield how the actors of two statements stand, by role and by office."""
    both_name = bool(one.named and other.named)
    if both_name:
        yield from _shared(one, other)
        yield from _holders(one, other)
        yield from _namesakes(one, other)
    yield from _capitals(one, other)
    if both_name:
        yield from _letters(one, other)


def _shared(one: Witness, other: Witness) -> Iterator[Stance]:
    """Actors that both statements name, and whether they spell them alike."""
    theirs = {entity.id: actor for actor, entity in other.named}
    told: set[str] = set()
    for actor, entity in one.named:
        match = theirs.get(entity.id)
        if match is None or entity.id in told:
            continue
        told.add(entity.id)
        slot, values = f"actor:{min(actor.role, match.role)}", (actor.verbatim, match.verbatim)
        if reason := _spelling(actor, match, entity, one.language == other.language):
            yield Stance(slot, "variant", reason, values)
        else:
            yield Stance(slot, "agrees", f"both name {entity.name}", values)


def _spelling(a: Actor, b: Actor, entity: Entity, one_language: bool) -> str | None:
    """Say in what the names of one entity differ; across languages a translated name is no difference."""
    if not spelled_apart(a.verbatim, b.verbatim):
        return None
    if is_acronym(a.verbatim) != is_acronym(b.verbatim):
        return f"one in letters, one written out: {a.verbatim} / {b.verbatim}"
    if entity.type == "person" or (one_language and entity.type != "place"):
        return reasons.SPELLED.format(values=f"{a.verbatim} / {b.verbatim}")
    return None


def _holders(one: Witness, other: Witness) -> Iterator[Stance]:
    """Two names for the holder of one office; of two people only where one alone can hold it."""
    for held in holders(one, other):
        if held.one or _exclusive(held.office, one, other):
            yield Stance(f"office:{held.office}", "variant" if held.one else "differs", held.reason, held.names)


def _exclusive(office: str, one: Witness, other: Witness) -> bool:
    """Whether both tell who came into or left one office; elsewhere the two may hold it in two countries."""
    statements = (one.statement, other.statement)
    done = all(stage_of(s.modality) == "done" and s.type == "OFFICE" for s in statements)
    return office.startswith(_EXCLUSIVE) and done and statements[0].subtype == statements[1].subtype


def _namesakes(one: Witness, other: Witness) -> Iterator[Stance]:
    """People in one role whose names are nearly one: not known to be the same, so it is said of the spelling only."""
    shared = {e.id for _, e in one.named} & {e.id for _, e in other.named}
    pairs = product(one.named, other.named)
    for (a, mine), (b, theirs) in pairs:
        if a.role != b.role or {mine.id, theirs.id} & shared or mine.type != "person" or theirs.type != "person":
            continue
        how = variant(mine.name, theirs.name)
        if how is not None and not (a.office and a.office == b.office):
            reason = reasons.ALIKE.format(names=how)
            yield Stance(f"actor:{a.role}", "variant", reason, (mine.name, theirs.name))


def _capitals(one: Witness, other: Witness) -> Iterator[Stance]:
    """A capital named for its country ("Athens" for Greece) as the one who acts, or is credited."""
    acting = list(_acting_places(one)), list(_acting_places(other))
    if {place.name for *_, place in acting[0]} & {place.name for *_, place in acting[1]}:
        return
    for (role, word, mine), (other_role, other_word, theirs) in product(*acting):
        if _stands_for(mine, theirs):
            reason = f"a town named for its country: {word} / {other_word}"
            yield Stance(f"actor:{min(role, other_role)}", "variant", reason, (word, other_word))
            return


def _letters(one: Witness, other: Witness) -> Iterator[Stance]:
    """Bodies of two kinds in one role whose names begin with the same letters: one acronym written out in two ways."""
    shared = {e.id for _, e in one.named} & {e.id for _, e in other.named}
    for (a, mine), (b, theirs) in product(one.named, other.named):
        if a.role != b.role or {mine.id, theirs.id} & shared or not {mine.type, theirs.type} <= _BODIES:
            continue
        names = _written_out(mine, one), _written_out(theirs, other)
        slip = acronym_slip(*names, (_kind(names[0], one), _kind(names[1], other)))
        if slip is not None:
            yield Stance(f"actor:{a.role}", "differs", f"two bodies in one role: {names[0]} / {names[1]}", names, slip)


def _written_out(entity: Entity, witness: Witness) -> str:
    """Return the longest name that reports of a witness's language give a body."""
    own = [name.text for name in entity.names if name.language == witness.language]
    return max(own or [entity.name], key=lambda name: (len(name), name))


def _kind(name: str, witness: Witness) -> str | None:
    """Return what kind of body a name says it is, where it says one."""
    classes = classes_of(name, witness.language)
    return next(iter(classes)) if len(classes) == 1 else None


def _acting_places(witness: Witness) -> Iterator[tuple[str, str, Place]]:
    """Yield role, words and place of the actors and sources that a place's name stands for."""
    for actor in witness.statement.actors:
        if actor.role in _SPEAKING and (place := witness.place(actor)):
            yield actor.role, actor.verbatim, place
    for source in witness.statement.attribution:
        at = (m for m in witness.beside if holds(source, m))
        yield from (("speaker", m.verbatim, m.value) for m in at if isinstance(m.value, Place))


def _stands_for(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.country is None or one.country != other.country:
        return False
    return {one.kind, other.kind} == {"country", "town"}
