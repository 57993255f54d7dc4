"""What is only promised, demanded or threatened: it has not happened by being named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from careo.engines.base import Sentence
from careo.model.seen import Modality, Statement
from careo.stages.extracting.governed import climb, head_of
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit

_WISHED: Mapping[str | None, Modality] = MappingProxyType(
    {"promise": "planned", "demand": "demanded", "threaten": "threatened"}
)
_CONTENT = frozenset({"obj", "xcomp", "ccomp", "nsubj:pass", "csubj:pass"})
"""UD relations of what a verb is about to the verb; not of when or why it was said."""
_REAL = frozenset({"occurred", "ongoing"})


def unfulfilled(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement as planned, demanded or threatened where it is what a verb of the sentence asks or vows.

    Without syntax it stays as it is.
    """
    if made.type == "SAY" or made.modality not in _REAL or not sentence.tokens:
        return made
    at = head_of(sentence, made.trigger.start, made.trigger.end)
    if at is None:
        return made
    for above in climb(sentence, at):
        wish = _wish(scene, sentence, above)
        if wish is not None and sentence.tokens[at].deprel in _CONTENT:
            return replace(made, modality=_WISHED[wish.entry.subtype])
        at = above
    return made


def _wish(scene: Scene, sentence: Sentence, token: int) -> Hit | None:
    """Return the verb or noun of promising, demanding or threatening that a token carries."""
    at = scene.index(sentence.tokens[token].start)
    found: Sequence[Hit] = [hit for hit in scene.hits if hit.first <= at < hit.ends and _asks(hit)]
    return found[0] if found else None


def _asks(hit: Hit) -> bool:
    return hit.entry.type == "SAY" and hit.entry.subtype in _WISHED
