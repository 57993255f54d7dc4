"""Who and when belongs to what, checked against the syntax of the sentence; without syntax nothing is left out.

"Five were arrested in a campaign against the miners" arrests no miners; "despite winning in December, they are in
detention" tells of no detention in December.
"""

from dataclasses import replace

from careo.engines.base import Sentence, Token
from careo.model.seen import Actor, Statement, Time
from careo.stages.extracting.governed import climb, governors, head_of
from careo.text.telling.clauses import prepositions
from careo.text.telling.scene import Scene

_APART = frozenset({"against", "between"})
"""Classes of prepositions that make a name the target or one side of the noun before them."""
_SUFFERING = frozenset({"victim", "group", "detained", "defendant", "subject"})
"""Roles that whoever acts ("by the prosecutor") does not have."""
_BESIDE = frozenset({"obl", "nmod"})
_ADVERBIAL = frozenset({"obl", "advmod"})
_HELPING = frozenset({"aux", "cop"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"obj", "iobj", "nsubj"})
_VERBS = frozenset({"VERB", "AUX"})
_SHARED = frozenset({"participant", "party", "partner", "counterpart"})


def borne(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement without the actors and dates that the syntax gives to something else in its sentence."""
    head = head_of(sentence, made.trigger.start, made.trigger.end)
    if head is None:
        return made
    actors = tuple(actor for actor in made.actors if not _is_apart(scene, sentence, made, actor))
    times = tuple(time for time in made.times if not _is_elsewhere(scene, sentence, made, time))
    return replace(made, actors=actors, times=times)


def _is_apart(scene: Scene, sentence: Sentence, made: Statement, actor: Actor) -> bool:
    tokens = sentence.tokens
    at = head_of(sentence, actor.start, actor.end)
    if at is None:
        return False
    while tokens[at].relation == "conj":
        at = tokens[at].head
    classes = prepositions(scene.language)
    cases = {classes.get(one.text.lower()) for one in tokens if one.head == at and one.deprel == "case"}
    if "by" in cases and actor.role in _SUFFERING and made.type != "VOTE":
        return True
    if _is_acted_on(sentence, made, actor, at):
        return True
    noun = tokens[tokens[at].head] if tokens[at].head >= 0 else None
    apart = _APART | {"to"} if made.type == "SAY" else _APART
    if noun is None or noun.upos not in _NOUNS or noun.relation not in _BESIDE or not cases & apart:
        return False
    return not _stands(noun, made)


def _is_acted_on(sentence: Sentence, made: Statement, actor: Actor, at: int) -> bool:
    """Whether somebody is the object of the verb whose subject has the same role: "summoned A to her inquiry".

    Where both sides do the same ("met", "agreed") they share a role. A second subject behind the verb is an object that
    the parser took for one.
    """
    tokens = sentence.tokens
    if tokens[at].deprel not in _OBJECTS or actor.role in _SHARED:
        return False
    heads = [head_of(sentence, one.start, one.end) for one in made.actors if one.role == actor.role and one != actor]
    subjects = [
        head
        for head in heads
        if head is not None and tokens[head].deprel == "nsubj" and tokens[head].head == tokens[at].head
    ]
    if tokens[at].deprel != "nsubj":
        return bool(subjects)
    return any(one.upos in _VERBS for head in subjects for one in tokens[head:at])


def _stands(noun: Token, made: Statement) -> bool:
    """Whether a noun is the trigger's own or names somebody who takes part."""
    spans = [(made.trigger.start, made.trigger.end), *((actor.start, actor.end) for actor in made.actors)]
    return any(start < noun.end and noun.start < end for start, end in spans)


def _is_elsewhere(scene: Scene, sentence: Sentence, made: Statement, time: Time) -> bool:
    """Whether a date hangs on a word that neither governs the trigger nor is governed by it.

    The only date of a statement is given up to a word that tells something else alone: without that, leads lost theirs
    (main_event, when, F1 .16 to .07; now .13), with it one of 21 dates of news `held` is wrong again.
    """
    at, head = head_of(sentence, time.start, time.end), head_of(sentence, made.trigger.start, made.trigger.end)
    if at is None or head is None or sentence.tokens[at].head < 0 or _is_next(sentence, made, time):
        return False
    if sentence.tokens[head].relation in _HELPING:
        head = sentence.tokens[head].head
    owner = sentence.tokens[at].head
    while _is_adverbial(sentence.tokens[owner]) and not _tells_else(scene, sentence.tokens[owner], made):
        owner = sentence.tokens[owner].head  # "no later than Friday"
    if len(made.times) == 1 and not _tells_else(scene, sentence.tokens[owner], made):
        return False
    above = {head, *governors(sentence, made.trigger)}
    return owner not in above and head not in {owner, *climb(sentence, owner)}


def _is_adverbial(token: Token) -> bool:
    return token.relation in _ADVERBIAL and token.upos != "VERB"


def _tells_else(scene: Scene, token: Token, made: Statement) -> bool:
    """Whether a noun tells something of another type, whose date it then is ("elections in May")."""
    at = scene.index(token.start)
    return any(hit.first <= at < hit.last and hit.entry.type != made.type for hit in scene.hits)


def _is_next(sentence: Sentence, made: Statement, time: Time) -> bool:
    """Whether a date follows a verb with no other verb and no comma between: then it is the verb's, however parsed."""
    between = [token for token in sentence.tokens if made.trigger.end <= token.start and token.end <= time.start]
    return made.trigger.end <= time.start and not any(one.upos == "VERB" or one.text == "," for one in between)
