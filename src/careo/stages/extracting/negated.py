"""Which clause of its sentence a word is about that negates, orders or plans: by its syntax, and no other clause.

"Nobody was hurt" and "without arresting anyone" are negated; "they arrested no one, but twelve were killed" tells of
twelve killed, and so does "he ordered them to fire, and twelve were killed".
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from careo.engines.base import Sentence
from careo.model.seen import Modality, Statement
from careo.stages.extracting.governed import climb, head_of
from careo.text.lexicon import table
from careo.text.telling.scene import Scene
from careo.text.words import Patterns

_PARTS = frozenset({"nsubj", "obj", "iobj"})
_BOUND = frozenset({"mark", "case", "advmod", "cc"})
"""UD relations of "without" and "neither" to what they negate."""
_APART = frozenset({"acl", "advcl", "parataxis", "appos"})
"""UD relations of clauses that share no negation with the verb above them."""
_VERBS = frozenset({"VERB", "AUX"})
_MARKING: Mapping[Modality, tuple[str, ...]] = MappingProxyType(
    {"ordered": ("ordered",), "proposed": ("proposed",), "planned": ("planned", "future"), "forecast": ("forecast",)}
)
"""Lists of `modality.toml` whose words make a clause so."""


def negated(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement as negated or affirmed as the syntax has it; without syntax, or denied, as it is."""
    at = head_of(sentence, made.trigger.start, made.trigger.end)
    if at is None or made.polarity == "denied":
        return made
    if made.polarity == "affirmed":
        return replace(made, polarity="negated") if _lacks(scene, sentence, at) else made
    beside = sentence.tokens[at].upos in _VERBS and _is_beside(sentence, _words(scene, "negation", "without"), at)
    return replace(made, polarity="affirmed") if beside else made


def marked(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement as done where the words that made it planned or ordered stand in a clause beside its own."""
    at = head_of(sentence, made.trigger.start, made.trigger.end)
    keys = _MARKING.get(made.modality, ())
    if at is None or not keys or made.type == "SAY" or sentence.tokens[at].upos not in _VERBS:
        return made
    if not _has_clause(sentence, at):
        return made
    return replace(made, modality="occurred") if _is_beside(sentence, _words(scene, *keys), at) else made


def _lacks(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether "without" stands before a verb, or nobody takes part."""
    tokens = sentence.tokens
    no, without = _words(scene, "negation"), _words(scene, "without")
    if tokens[at].upos not in _VERBS and sentence.tokens[at].relation != "xcomp":
        return False
    if any(one.head == at and one.deprel in _BOUND and one.start in without for one in tokens):
        return True
    heads = {at, tokens[at].head} if sentence.tokens[at].relation == "xcomp" else {at}  # "raakte niemand gewond"
    parts = [n for n, one in enumerate(tokens) if one.head in heads and sentence.tokens[n].relation in _PARTS]
    return any(
        tokens[part].start in no or any(one.head == part and one.deprel == "det" and one.start in no for one in tokens)
        for part in parts
    )


def _is_beside(sentence: Sentence, marks: frozenset[int], at: int) -> bool:
    """Whether each of some words belongs to another clause than a verb, and to none above it."""
    owners = [_owner(sentence, n) for n, one in enumerate(sentence.tokens) if one.start in marks]
    return bool(owners) and not set(owners) & {at, *_above(sentence, at)}


def _owner(sentence: Sentence, at: int) -> int:
    """Return the verb that a word is about: itself, else the first one above it, else what it hangs on."""
    above = [at, *climb(sentence, at)]
    return next((one for one in above if sentence.tokens[one].upos == "VERB"), above[-1])


def _above(sentence: Sentence, at: int) -> Iterator[int]:
    """Yield the tokens above a verb in whose negation it shares: not those of a clause beside its own."""
    for above in climb(sentence, at):
        if sentence.tokens[at].relation in _APART or _is_clause(sentence, at):
            return
        yield above
        at = above


def _has_clause(sentence: Sentence, at: int) -> bool:
    """Whether a verb is in a clause that stands beside another: what hangs below a plan may be part of it."""
    for above in (at, *climb(sentence, at)):
        if _is_clause(sentence, above):
            return True
        if sentence.tokens[above].relation in _APART:
            return False
    return False


def _is_clause(sentence: Sentence, at: int) -> bool:
    """Whether a verb is told after another, of somebody else ("..., and twelve were killed")."""
    own = any(one.head == at and one.relation == "nsubj" for one in sentence.tokens)
    return own and sentence.tokens[at].relation == "conj"


def _words(scene: Scene, *keys: str) -> frozenset[int]:
    """Return where the words of some lists begin in the sentence, but for those in a law's name ("Law No. 12")."""
    starts = [
        scene.words[match.first].start for key in keys for match in _patterns(scene.language, key).find(scene.words)
    ]
    laws = scene.instruments
    return frozenset(start for start in starts if not any(law.start <= start < law.end for law in laws))


@cache
def _patterns(language: str, key: str) -> Patterns:
    return Patterns(table(language, "modality")[key])
