"""What is only promised, demanded, ordered, weighed or refused: it has not happened by being named."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from careo.engines.base import Sentence
from careo.model.seen import Modality, Statement
from careo.stages.extracting.governed import climb, head_of
from careo.text.lexicon import table
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit
from careo.text.words import Patterns

_WISHED: Mapping[str | None, Modality] = MappingProxyType(
    {"promise": "planned", "demand": "demanded", "threaten": "threatened"}
)
"""Subtypes of speech by what they make of what is said."""
_OVER: Mapping[str, Modality] = MappingProxyType(
    {
        "recommended": "proposed", "ordered": "ordered", "wished": "demanded", "weighed": "proposed",
        "resolved": "planned", "allowed": "authorised",
    }
)  # fmt: skip
"""The same for the verbs in `over` of `modality.toml`; but what is refused did not occur."""
_CONTENT = frozenset({"obj", "xcomp", "ccomp", "nsubj:pass", "csubj:pass"})
"""UD relations of what a verb is about to the verb; not of when or why it was said."""
_REACH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "recommended": _CONTENT,
        "ordered": _CONTENT,
        "wished": frozenset({"xcomp", "ccomp"}),
    }
)
_INFINITIVE = frozenset({"xcomp"})
"""Of the other verbs: "decided that", "agreed a truce", "considers that" tell of what is."""
_TOLD_BESIDE = frozenset({"acl", "advcl", "parataxis", "appos"})
"""UD relations of what a sentence tells beside a demand: "justice for the twelve who were killed"."""
_NOUNS = frozenset({"obl", "nmod"})
_HARM = frozenset({"TOLL", "ATTACK", "ABUSE"})
_REAL = frozenset({"occurred", "ongoing"})
_OBJECTS = frozenset({"obj", "iobj"})


def unfulfilled(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement as planned, demanded, ordered or not done where it is what a verb of the sentence is about.

    Without syntax it stays as it is.
    """
    if made.type == "SAY" or made.modality not in _REAL or not sentence.tokens:
        return made
    at = head_of(sentence, made.trigger.start, made.trigger.end)
    if at is None:
        return made
    for below, above in _path(scene, sentence, at, made):
        said = _said(scene, sentence, below, above)
        verb = None if said is not None else _governed(scene, sentence, below, above)
        if verb == "refused":
            return replace(made, polarity="negated")
        if said is not None or verb is not None:
            return replace(made, modality=said or _OVER[verb or ""])
    return made


def _path(scene: Scene, sentence: Sentence, at: int, made: Statement) -> Iterator[tuple[int, int]]:
    """Yield each token from a trigger up with the one above it, as far as the sentence speaks of one thing."""
    for above in climb(sentence, at):
        wished = any(_has_preposition(scene, sentence, hit, at) for hit in _wishing(scene, sentence, above))
        if not wished and _is_told_beside(scene, sentence, at, made):
            return
        yield at, above
        at = above


def _is_told_beside(scene: Scene, sentence: Sentence, at: int, made: Statement) -> bool:
    """Whether a token stands beside what is demanded: harm inside it was done ("an inquiry into the killing")."""
    relation = sentence.tokens[at].relation
    marks = [one for one in sentence.tokens if one.head == at and one.deprel in {"mark", "case"}]
    if relation in _NOUNS:
        temporal = table(scene.language, "clauses")["temporal"]
        return made.type in _HARM or any(mark.text.lower() in temporal for mark in marks)
    infinitive = relation == "acl" and any(mark.deprel == "mark" for mark in marks)
    return relation in _TOLD_BESIDE and not infinitive


def _said(scene: Scene, sentence: Sentence, below: int, above: int) -> Modality | None:
    """Return what a verb or noun of promising, demanding or threatening makes of its object."""
    for hit in _wishing(scene, sentence, above):
        if sentence.tokens[below].deprel in _CONTENT or _has_preposition(scene, sentence, hit, below):
            return _WISHED[hit.entry.subtype]
    return None


def _wishing(scene: Scene, sentence: Sentence, token: int) -> list[Hit]:
    """Return the words of promising, demanding or threatening that a token belongs to."""
    at = scene.index(sentence.tokens[token].start)
    found = [hit for hit in scene.hits if hit.first <= at < hit.ends]
    return [hit for hit in found if hit.entry.type == "SAY" and hit.entry.subtype in _WISHED]


def _has_preposition(scene: Scene, sentence: Sentence, hit: Hit, noun: int) -> bool:
    """Whether a noun's preposition is part of what is said, and makes it its object: "called for the withdrawal"."""
    if sentence.tokens[noun].relation not in _NOUNS:
        return False
    cases = (one for one in sentence.tokens if one.head == noun and one.deprel == "case")
    return any(hit.first <= scene.index(one.start) < hit.last for one in cases)


def _governed(scene: Scene, sentence: Sentence, below: int, above: int) -> str | None:
    """Return the list of `over` whose verb has a token as what it is about; "wants to withdraw" is one's own plan."""
    relation = sentence.tokens[below].deprel
    at = scene.index(sentence.tokens[above].start)
    for name, patterns in _verbs(scene.language):
        if relation not in _REACH.get(name, _INFINITIVE) or sentence.tokens[above].upos not in {"VERB", "AUX"}:
            continue
        if any(match.first <= at < match.last for match in patterns.find(scene.words)):
            if name == "wished" and relation == "xcomp" and not _has_object(scene, sentence, below, above):
                return "resolved"
            return name
    return None


def _has_object(scene: Scene, sentence: Sentence, below: int, above: int) -> bool:
    """Whether a verb says who is to do it: its object, or one before the infinitive where verbs do not stand last."""
    last = table(scene.language, "clauses")["verb_last"]
    return any(
        token.deprel in _OBJECTS and (token.head == above or (token.head == below and above < at < below and not last))
        for at, token in enumerate(sentence.tokens)
    )


@cache
def _verbs(language: str) -> tuple[tuple[str, Patterns], ...]:
    return tuple((name, Patterns(forms)) for name, forms in table(language, "modality")["over"].items())
