"""What a tagger says that a sentence tells, laid onto the sentence: triggers, and the words that fill their slots."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from careo.engines.base import Argument, Event, Sentence, Token
from careo.model.seen import Actor, Figure, Source, StatementType, Time
from careo.text.telling.attribution import type_of_source
from careo.text.telling.fill import as_votes
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import SLOTS
from careo.text.telling.triggers import Entry, Hit

_INSIDE = frozenset({"amod", "compound", "flat", "nummod", "fixed", "goeswith"})
"""UD relations of the words beside a noun that are taken into its phrase."""
_NO_NAME = frozenset({"PRON", "DET", "ADP", "PUNCT", "SCONJ", "CCONJ", "AUX", "ADV", "PART"})
"""UD parts of speech that name nobody."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a sentence with its trigger in the sentence's words."""

    hit: Hit
    event: Event
    sentence: Sentence

    def arguments(self, *roles: str) -> list[tuple[Argument, Token]]:
        """Return the arguments of some roles, or of all, with their tokens, by place."""
        return [
            (argument, self.sentence.tokens[argument.word])
            for argument in self.event.arguments
            if not roles or argument.role in roles
        ]


def told(scene: Scene, sentence: Sentence) -> tuple[Told, ...]:
    """Return the events of a sentence on its words, the likeliest first; a word of the lexicon gives its entry."""
    found = sorted(sentence.events or (), key=lambda event: -event.probability)
    return tuple(Told(_hit(scene, event, sentence.tokens[event.word]), event, sentence) for event in found)


def _hit(scene: Scene, event: Event, token: Token) -> Hit:
    at = scene.index(token.start)
    known = [hit for hit in scene.hits if hit.entry.type == event.type and hit.first <= at < hit.last]
    if known:
        return known[0]
    rule = f"{scene.language}:{event.type}:{event.subtype or ''}:~{token.lemma.lower()}"
    noun = token.upos in {"NOUN", "PROPN"}
    return Hit(at, at + 1, at + 1, Entry(event.type, event.subtype, "occurred", noun, (), None, None, False, rule))


_ACTING: Mapping[str, frozenset[StatementType]] = MappingProxyType(
    {
        "authority": frozenset(
            {"LAW", "DEPLOY", "EXERCISE", "DETAIN", "PROBE", "COURT", "OFFICE", "RELATIONS", "RESTRICT", "TRANSFER"}
        ),
        "participant": frozenset(
            {"EXERCISE", "AGREE", "MEET", "PROTEST", "RELATIONS", "TRANSFER", "VOTE", "INDICATOR", "OTHER"}
        ),
        "accused": frozenset({"ATTACK", "ABUSE"}),
        "speaker": frozenset({"SAY"}),
        "holder": frozenset({"VOTE"}),
    }
)
"""By the guideline's role, the types in which it is the subject's. None else is: whoever takes part in an attack is not
thereby its perpetrator."""
_SUFFERING: Mapping[str, frozenset[StatementType]] = MappingProxyType(
    {
        "accused": frozenset({"DETAIN", "COURT", "PROBE", "SAY"}),
        "victim": frozenset({"ATTACK", "ABUSE", "TOLL", "DETAIN"}),
        "force": frozenset({"DEPLOY", "LAW"}),
        "holder": frozenset({"OFFICE"}),
        "target": frozenset({"LAW", "SAY", "PROTEST", "PROBE", "RELATIONS", "RESTRICT", "TRANSFER", "OTHER"}),
    }
)
"""The same for the object's."""
_OWN: Mapping[tuple[str, StatementType], str] = MappingProxyType(
    {("participant", "COURT"): "party", ("target", "ATTACK"): "target", ("target", "ABUSE"): "target"}
)


def role_in(type_: StatementType, role: str) -> str | None:
    """Return what a statement type calls a role of the guideline: the accused of a trial is its defendant.

    `None` where the type has no such part: who is named there in that role is left out.
    """
    if type_ in _ACTING.get(role, ()):
        return SLOTS[type_].subject
    if type_ in _SUFFERING.get(role, ()):
        return SLOTS[type_].object
    return _OWN.get((role, type_))


def actors(scene: Scene, one: Told) -> list[Actor]:
    """Return who takes part, by place: the name or role that covers the word, else the noun with what belongs to it."""
    found: dict[tuple[str, int], Actor] = {}
    for argument, token in one.arguments():
        item = _item(scene, token)
        role = role_in(one.event.type, argument.role)
        if role is None:
            continue
        if item is not None:
            mention = item.mention
            actor = Actor(role, mention.id, mention.verbatim, mention.start, mention.end, item.office)
        elif token.upos in _NO_NAME:
            continue
        else:
            start, end = _phrase(one.sentence.tokens, argument.word)
            actor = Actor(role, None, scene.text[start:end], start, end, None)
        found.setdefault((role, actor.start), actor)
    return sorted(found.values(), key=lambda actor: actor.start)


def _item(scene: Scene, token: Token) -> Item | None:
    """Return the name, role or place that covers a word: the longest."""
    covering = [item for item in scene.items if item.mention.start <= token.start < item.mention.end]
    if not covering:  # the role before a name stands for the name
        at = scene.index(token.start)
        covering = [item for item in scene.items if item.begin <= at < item.last]
    return max(covering, key=lambda item: item.mention.end - item.mention.start, default=None)


def _phrase(tokens: Sequence[Token], word: int) -> tuple[int, int]:
    """Return the span of a noun with the adjectives, numbers and compounds beside it."""
    first = last = word
    while first and tokens[first - 1].head == word and tokens[first - 1].relation in _INSIDE:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].head == word and tokens[last + 1].relation in _INSIDE:
        last += 1
    hung = first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    if hung and tokens[first - 2].end == tokens[first - 1].start:  # "pro-union protesters"
        first -= 2
    return tokens[first].start, tokens[last].end


def sources(scene: Scene, one: Told) -> Iterator[Source]:
    """Yield whom the sentence credits with what the event tells."""
    for argument, token in one.arguments("source"):
        item = _item(scene, token)
        if item is None and token.upos in _NO_NAME:
            continue
        own = item.mention if item is not None else None
        start, end = (own.start, own.end) if own else _phrase(one.sentence.tokens, argument.word)
        first, last = scene.index(start), scene.index(end - 1) + 1
        kind = type_of_source(scene.words[first:last], item, scene.language)
        yield Source(scene.text[start:end], kind, None, "neutral", start, end)


def figures(scene: Scene, one: Told) -> list[Figure]:
    """Return the figures among the words that the event counts."""
    found = [figure for figure in scene.figures if _covers(one, "figure", figure.start, figure.end)]
    divided = (one.event.type, one.event.subtype) == ("VOTE", "parliament")
    return [as_votes(figure) for figure in found] if divided else found


def times(scene: Scene, one: Told) -> list[Time]:
    """Return the dates among the words that tell when."""
    return [time for time in scene.times if _covers(one, "time", time.start, time.end)]


def _covers(one: Told, role: str, start: int, end: int) -> bool:
    return any(start < token.end and token.start < end for _, token in one.arguments(role))
