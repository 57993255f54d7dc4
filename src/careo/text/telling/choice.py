"""Which of the triggers in a sentence are statements: senses, mere references, asides, one of a type in each clause."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careo.model.seen import Report, Statement
from careo.text.telling.conditions import clause_figures, counts
from careo.text.telling.pronouns import speaks
from careo.text.telling.scene import Scene
from careo.text.telling.statement import is_voiced, statement
from careo.text.telling.triggers import Hit
from careo.text.telling.window import points_back

Read = tuple[Hit, Statement]
"""A trigger and the statement it carries."""
_MARKS = frozenset('"“”„«»')
_QUOTED = 4
"""Words between quotation marks from which on they are a quotation and no title or scare quotes."""
_HARM = frozenset({"TOLL", "ATTACK", "ABUSE", "DETAIN"})
ALLOWING = frozenset({"LAW"})
"""Types that permit something of the next ones."""
ALLOWED = frozenset({"DEPLOY", "EXERCISE"})


def read(report: Report, scene: Scene) -> tuple[Read, ...]:
    """Return what each trigger of the lexicon would say, one sense a trigger, where its conditions hold."""
    hits = [hit for hit in scene.hits if counts(scene, hit) or _is_told_by_pronoun(scene, hit)]
    counted = _senses([hit for hit in hits if not _is_mere_reference(scene, hit)])
    return tuple(_without_tolls([(hit, statement(report, scene, hit)) for hit in counted]))


def chosen(scene: Scene, pairs: Sequence[Read]) -> list[Read]:
    """Return those that are statements by themselves; plain reporting is one only where nothing else is told."""
    kept = _best([(hit, made) for hit, made in pairs if _says_enough(scene, hit, made)], scene)
    kept = [(hit, made) for hit, made in kept if not _is_aside(scene, hit, made, kept)]
    kept = [(hit, made) for hit, made in kept if not _is_occasion(hit, made, kept)]
    return [(hit, made) for hit, made in kept if not hit.entry.report or _is_quoting(scene, hit)] or kept


def _says_enough(scene: Scene, hit: Hit, made: Statement) -> bool:
    return has_substance(made) or is_voiced(scene, hit) or _is_told_by_pronoun(scene, hit)


def _is_told_by_pronoun(scene: Scene, hit: Hit) -> bool:
    """Whether a direct quotation is told with a pronoun ("he said"): who that is stands in the sentence before."""
    return hit.entry.report and hit.entry.subtype == "assert" and _is_quoting(scene, hit) and speaks(scene, hit)


def _is_quoting(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of plain reporting stands outside a direct quotation: then the words said are the news."""
    marks = [at for at, word in enumerate(scene.words) if word.text in _MARKS]
    spans = [(one, two) for one, two in pairwise(marks) if two - one > _QUOTED]
    return bool(spans) and not any(one < hit.first < two for one, two in spans[:1])


def _senses(hits: Sequence[Hit]) -> list[Hit]:
    """Keep one sense of each trigger: the one that asks for something and finds it, else the first."""
    chosen: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first, _demand(hit))):
        chosen.setdefault(hit.first, hit)
    return list(chosen.values())


def _demand(hit: Hit) -> int:
    """Return how little a sense asks for: the one that asks for most, and finds it, is meant."""
    special = set(hit.entry.needs) - {"actor", "source", "pair"}
    return 0 if special & {"disaster", "target"} else 1 if special else 2 if hit.entry.needs else 3


def _without_tolls(pairs: Sequence[Read]) -> list[Read]:
    """Leave the victims a toll counts to the toll, and take them from the nouns beside it."""
    counted = {figure.start for _, made in pairs if made.type == "TOLL" for figure in made.figures}
    return [
        (hit, made)
        if made.type == "TOLL" or not hit.entry.noun
        else (hit, replace(made, figures=tuple(figure for figure in made.figures if figure.start not in counted)))
        for hit, made in pairs
    ]


def _is_aside(scene: Scene, hit: Hit, made: Statement, kept: Sequence[Read]) -> bool:
    """Whether a deployment is only what another statement is about ("58 percent are against the entry of troops")."""
    if made.type not in ALLOWED or not hit.entry.noun or made.figures or made.places:
        return False
    clause = scene.numbers[hit.first]
    return any(
        other.type not in {*ALLOWED, *ALLOWING} and not rival.entry.report and scene.numbers[rival.first] == clause
        for rival, other in kept
    )


def _is_occasion(hit: Hit, made: Statement, kept: Sequence[Read]) -> bool:
    """Whether a protest is only where the harm was done that the sentence tells ("69 died in the protests")."""
    if made.type != "PROTEST" or not hit.entry.noun or made.figures:
        return False
    return any(other.type in _HARM for _, other in kept)


def _is_mere_reference(scene: Scene, hit: Hit) -> bool:
    """Whether a noun points back to what was told before, and adds no figure to it."""
    return points_back(scene, hit) and not clause_figures(scene, hit)


def has_substance(made: Statement) -> bool:
    """Whether a statement says more than its trigger word; a mere noun must name or count someone."""
    named = bool(made.actors or made.figures or made.instruments or made.equipment)
    return named or (bool(made.places or made.times) and made.type != "SAY")


def is_whole(made: Statement) -> bool:
    """Whether the sentence before has told whom a pronoun means, where a statement rests on that."""
    if made.type == "SAY":
        return bool(made.actors or made.attribution or made.figures or made.instruments)
    return (made.type, made.subtype) != ("OFFICE", "remove") or any(actor.role == "holder" for actor in made.actors)


def _richness(made: Statement) -> int:
    slots = (made.actors, made.figures, made.places, made.times, made.instruments)
    return sum(len(slot) for slot in slots)


def _best(pairs: Sequence[Read], scene: Scene) -> list[Read]:
    """Keep one statement of a type in each clause: the richest, of equals the first."""
    best: dict[tuple[str, int, bool], Read] = {}
    for hit, made in pairs:
        key = (made.type, scene.numbers[hit.first], hit.entry.report)
        if key not in best or _richness(made) > _richness(best[key][1]):
            best[key] = (hit, made)
    return sorted(best.values(), key=lambda pair: pair[0].first)
