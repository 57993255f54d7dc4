"""Which statements are only the occasion or the object of another one of their sentence.

"The day before the removal of X, A met B" tells of a meeting; "Parliament allowed the entry of 90 soldiers" tells of a
permission, which has the soldiers; "the union demanded new elections" of a demand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careo.engines.base import Sentence
from careo.model.seen import Actor, Statement, StatementType
from careo.stages.extracting.governed import governors, head_of
from careo.text.stretches import overlap
from careo.text.telling.choice import ALLOWED, ALLOWING, Read
from careo.text.telling.scene import Scene
from careo.text.telling.slots import SLOTS
from careo.text.telling.window import is_point_in_time

_OCCASIONS: frozenset[StatementType] = frozenset({"OFFICE", "MEET", "PROTEST", "RELATIONS", "TRANSFER", "INDICATOR"})
"""Types whose nouns, put beside a verb or noun that tells something, only say when, why or for what it was. Not those
of harm, treaties and votes: "killed in an attack", "by 60 votes" tell of them. Of 26 nouns below another statement, in
the bundled reports and the half `tune` of eval/statements, all 11 that this leaves out were wrong.
"""
_ASKED: frozenset[StatementType] = frozenset({"OFFICE", "VOTE"})
"""What is demanded, and no more than that: a resignation, an election."""
_BESIDE = frozenset({"obl", "nmod"})
_OBJECT = frozenset({"obj", "obl", "nmod", "nsubj", "xcomp"})


def foreground(scene: Scene, sentence: Sentence, pairs: Sequence[Read]) -> list[Read]:
    """Return the statements of a sentence that stand by themselves; a permission takes over what it permits.

    Without syntax, which not every tagger tells, all of them.
    """
    kept = list(pairs)
    for pair in pairs:
        above = list(_above(sentence, pair, kept))
        permission = _permission(sentence, pair, above)
        if permission is not None:
            at = kept.index(permission)
            kept[at] = permission[0], _with_content(permission[1], pair[1])
            kept.remove(pair)
        elif _is_occasion(scene, sentence, pair, (above, kept)) or _is_asked(sentence, pair, above):
            kept.remove(pair)
    return [(hit, _without_votes(made, kept)) for hit, made in kept]


def _without_votes(made: Statement, kept: Sequence[Read]) -> Statement:
    """Leave the votes to the division told beside a permission that counts whom it lets in."""
    divisions = [other for _, other in kept if (other.type, other.subtype) == ("VOTE", "parliament")]
    counted = {figure.start for other in divisions for figure in other.figures}
    if made.type not in ALLOWING or not any(figure.measure == "troops" for figure in made.figures):
        return made
    return replace(made, figures=tuple(figure for figure in made.figures if figure.start not in counted))


def _above(sentence: Sentence, pair: Read, kept: Sequence[Read]) -> Iterator[Read]:
    """Yield the statements that govern one, the nearest first."""
    heads = [(other, _carrier(sentence, other)) for other in kept if other is not pair]
    for number in governors(sentence, pair[1].trigger):
        token = sentence.tokens[number]
        for other, carrier in heads:
            trigger = other[1].trigger
            if number == carrier or overlap(trigger, token):
                yield other


def _carrier(sentence: Sentence, pair: Read) -> int | None:
    """Return the verb that a noun of permission is the object of ("gave permission for ...")."""
    head = head_of(sentence, pair[1].trigger.start, pair[1].trigger.end)
    if head is None or not pair[0].entry.noun or pair[1].type not in ALLOWING:
        return None
    return sentence.tokens[head].head if sentence.tokens[head].deprel == "obj" else None


def _relation(sentence: Sentence, pair: Read) -> str:
    head = head_of(sentence, pair[1].trigger.start, pair[1].trigger.end)
    return "" if head is None else sentence.tokens[head].relation


def _permission(sentence: Sentence, pair: Read, above: Sequence[Read]) -> Read | None:
    """Return the permission whose object a movement of forces is."""
    if pair[1].type not in ALLOWED or not above:
        return None
    if _relation(sentence, pair) not in _OBJECT and not _is_infinitive(sentence, pair):
        return None
    law = above[0][1]
    allowing = law.type in ALLOWING and law.subtype == "authorised" and pair[1].modality != "planned"
    return above[0] if allowing else None


def _is_infinitive(sentence: Sentence, pair: Read) -> bool:
    """Whether a trigger is what somebody is to do, hung on who is to do it ("authorised 90 soldiers to enter")."""
    head = head_of(sentence, pair[1].trigger.start, pair[1].trigger.end)
    if head is None or sentence.tokens[head].deprel != "acl":
        return False
    return any(token.head == head and token.deprel == "mark" for token in sentence.tokens)


def _with_content(law: Statement, inner: Statement) -> Statement:
    """Return a permission with the force, figures, days and places of what it permits, where it has none itself."""
    slots = SLOTS[law.type]
    forces = [actor for actor in inner.actors if actor.role == "force"]
    own = {actor.start for actor in law.actors}
    told = any(actor.role == slots.object for actor in law.actors)
    more: list[Actor] = [] if told else [replace(a, role=slots.object) for a in forces if a.start not in own]
    places = law.places or tuple(replace(place, role=slots.place) for place in inner.places if place.role == "host")
    return replace(
        law,
        actors=tuple(sorted((*law.actors, *more), key=lambda actor: actor.start)),
        figures=law.figures or inner.figures,
        times=law.times or inner.times,
        equipment=law.equipment or inner.equipment,
        places=places,
    )


def _is_occasion(scene: Scene, sentence: Sentence, pair: Read, others: tuple[Sequence[Read], Sequence[Read]]) -> bool:
    """Whether a noun only says at what, for what or when something else happened, and counts nothing of its own."""
    hit, made = pair
    above, kept = others
    around = kept if made.type == "PROTEST" else above
    tells = [other for _, other in around if other is not made and other.type not in {"SAY", "OTHER"}]
    counted = {figure.start for other in tells for figure in other.figures}
    if made.type not in _OCCASIONS or not tells or any(figure.start not in counted for figure in made.figures):
        return False
    return hit.entry.noun and (_relation(sentence, pair) in _BESIDE or (bool(above) and is_point_in_time(scene, hit)))


def _is_asked(sentence: Sentence, pair: Read, above: Sequence[Read]) -> bool:
    """Whether a noun is what somebody demands ("demanded new elections"): the demand tells it."""
    said = above[0][1] if above else None
    demanded = said is not None and (said.type, said.subtype) == ("SAY", "demand")
    return demanded and pair[0].entry.noun and pair[1].type in _ASKED and _relation(sentence, pair) == "obj"
