"""Pronouns for persons beside a verb: "lo detuvo", "man setzte ihn ab", "they demand"."""

from careo.text.lexicon import table
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit
from careo.text.words import Word

_NEAR = 8
"""Words between a verb and its pronoun, where the language lets words stand between."""


def has_object(scene: Scene, hit: Hit) -> bool:
    """Whether a pronoun for one person or several stands as the object of a verb."""
    if hit.entry.noun:
        return False
    clitics, helpers = _set(scene, "clitics"), _set(scene, "auxiliaries")
    at = hit.first
    while at > 1 and scene.words[at - 1].lower in helpers:
        at -= 1  # "lo ha arrestato", "l'a arrêté"
    if at and scene.words[at - 1].lower in clitics:
        return True
    return any(word.lower in _set(scene, "object_pronouns") for word in _near(scene, hit))


def has_subject(scene: Scene, hit: Hit) -> bool:
    """Whether a pronoun stands as the subject of a verb."""
    return not hit.entry.noun and any(word.lower in _set(scene, "subject_pronouns") for word in _near(scene, hit))


def speaks(scene: Scene, hit: Hit) -> bool:
    """Whether a pronoun for one person stands right beside a verb of saying ("he said", "sagte sie")."""
    beside = scene.words[max(0, hit.first - 1) : hit.first] + scene.words[hit.last : hit.last + 1]
    return any(word.lower in _set(scene, "speaking_pronouns") for word in beside)


def _near(scene: Scene, hit: Hit) -> list[Word]:
    clause = scene.numbers[hit.first]
    reach = range(max(0, hit.first - _NEAR), min(len(scene.words), hit.ends + _NEAR))
    return [scene.words[at] for at in reach if scene.numbers[at] == clause]


def _set(scene: Scene, key: str) -> frozenset[str]:
    return frozenset(table(scene.language, "clauses").get(key, ()))
