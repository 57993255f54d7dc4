"""How far a credit reaches where a sentence names several sources: each has what is told beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from careo.text.lexicon import table
from careo.text.telling.attribution import Credit
from careo.text.telling.scene import Scene
from careo.text.words import Patterns, is_word

_OPENING = 4
"""Words before a speaker in which the mark or word stands that turns to the speaker: ", while the"."""
_BREAKS = frozenset({";", "–", "—"})


def apart(scene: Scene, given: Sequence[Credit]) -> list[Credit]:
    """Return the credits, each cut where the sentence turns to another source.

    "According to A 12 died; according to B 40 died": each has what follows it. "12 died according to A, 40 according
    to B": each has what stands before it. "A said 12 died, while B said 40 died": what A said ends at the comma.
    """
    heading = sorted((credit for credit in given if credit.heads >= 0), key=lambda credit: credit.heads)
    others = [_ended(scene, credit, given) for credit in given if credit.heads < 0]
    return [*_shared_out(scene, heading), *others]


def _shared_out(scene: Scene, heading: Sequence[Credit]) -> list[Credit]:
    """Divide a sentence among the sources after "according to" and the like; what tells nothing divides nothing."""
    if len(heading) < 2:
        return list(heading)
    leads = not any(is_word(word) for word in scene.words[: heading[0].heads])
    ends = [credit.heads for credit in heading[1:]] if leads else [_after(scene, credit) for credit in heading[:-1]]
    cuts = [0, *ends, len(scene.words)]
    told = {scene.index(figure.start) for figure in scene.figures} | {hit.first for hit in scene.hits}
    if not all(any(first <= at < last for at in told) for first, last in pairwise(cuts)):
        return list(heading)
    return [replace(credit, first=cuts[at], last=cuts[at + 1]) for at, credit in enumerate(heading)]


def _after(scene: Scene, credit: Credit) -> int:
    return scene.index(credit.source.end - 1) + 1


def _ended(scene: Scene, credit: Credit, given: Sequence[Credit]) -> Credit:
    """Return what a speaker says up to where the sentence turns to another speaker."""
    if credit.denies or credit.last < len(scene.words):
        return credit
    for other in given:
        at = scene.index(other.source.start)
        if other.heads < 0 and not other.denies and credit.first < at:
            turns = [one for one in range(max(credit.first, at - _OPENING), at) if _turns(scene, one)]
            credit = replace(credit, last=min(credit.last, turns[0])) if turns else credit
    return credit


def _turns(scene: Scene, at: int) -> bool:
    """Whether a semicolon stands at an index, or a comma and a word that turns to something else."""
    if scene.words[at].text in _BREAKS:
        return True
    following = scene.words[at + 1 : at + 3]
    turned = any(match.first == 0 for match in _turning(scene.language).find(following))
    return scene.words[at].text == "," and turned


@cache
def _turning(language: str) -> Patterns:
    return Patterns([*table(language, "sources")["turning"], *table(language, "clauses")["conjunctions"]])
