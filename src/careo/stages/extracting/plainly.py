"""What a sentence tells that is of no known type: its main word carries it, and its slots are read as ever."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from careo.engines.base import Sentence, Token
from careo.model.seen import Actor, Figure, PartRole, Report, Setting, Statement, Time
from careo.text.stretches import overlap
from careo.text.telling.scene import Scene
from careo.text.telling.statement import statement
from careo.text.telling.triggers import Entry, Hit

_LEAST = 4
"""Words, marks aside, from which a sentence tells something: "Well, wait one minute." may, "Uh, what?" does not."""
_TOLD: frozenset[PartRole] = frozenset({"headline", "lead", "body", "update", "correction"})
"""Parts of a report that tell its news: what a caption or a note says is not told."""
_CLAUSES = frozenset({"conj", "parataxis", "advcl", "ccomp"})
"""UD relations of a clause to the verb it is told beside."""
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def plainly(report: Report, scene: Scene, sentence: Sentence) -> Iterator[Statement]:
    """Yield at most one statement of type OTHER, of a sentence that a tagger with syntax has read.

    None where the sentence is no news of its report (a caption, a note) or has fewer than four words.
    """
    words = [token for token in sentence.tokens if token.upos not in {"PUNCT", "SYM"}]
    main = _main(sentence.tokens)
    told = any(part.start <= sentence.start < part.end and part.role in _TOLD for part in report.parts)
    if main is None or not told or len(words) < _LEAST:
        return
    at = scene.index(main.start)
    rule = f"{scene.language}:OTHER::main-word"
    entry = Entry("OTHER", None, "occurred", main.upos in _NOUNS, (), None, None, False, rule)
    made = statement(report, scene, Hit(at, at + 1, at + 1, entry))
    own = _own(sentence.tokens, main)
    yield replace(
        made,
        actors=tuple(slot for slot in made.actors if _stands(slot, own)),
        places=tuple(slot for slot in made.places if _stands(slot, own)),
        times=tuple(slot for slot in made.times if _stands(slot, own)),
        figures=tuple(slot for slot in made.figures if _stands(slot, own)),
    )


def _main(tokens: Sequence[Token]) -> Token | None:
    """Return the root, or of a root that is no verb the first verb that hangs on it; `None` of marks alone."""
    roots = [number for number, token in enumerate(tokens) if token.head == -1 and token.upos != "PUNCT"]
    if not roots:
        return None
    root = tokens[roots[0]]
    verbs = (token for token in tokens if token.head == roots[0] and token.upos == "VERB")
    return root if root.upos == "VERB" else next(verbs, root)


def _own(tokens: Sequence[Token], main: Token) -> list[Token]:
    """Return the main word and what hangs on it, without the other clauses of its sentence."""
    number = tokens.index(main)
    below: dict[int, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        if token.relation not in _CLAUSES or tokens[token.head].upos not in _VERBS:
            below[token.head].append(at)
    own, left = [number], [number]
    while left:
        more = below[left.pop()]
        own += more
        left += more
    return [tokens[at] for at in own]


def _stands(slot: Actor | Setting | Time | Figure, own: Sequence[Token]) -> bool:
    return any(overlap(slot, token) for token in own)
