"""How far a trigger reaches: its clause, the relative clause about it, and whether it only points in time."""

from careo.text.lexicon import table
from careo.text.names.kinds import is_verb
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit
from careo.text.words import Word, is_capital

_RELATIVE = 8
"""Words between a noun and the relative clause about it: a genitive and a bracket."""
_BEFORE = 3
"""Words before a noun in which "after" or "this" is about that noun."""


def clause_words(scene: Scene, clause: int) -> tuple[Word, ...]:
    """Return the words of one clause."""
    return tuple(word for word, number in zip(scene.words, scene.numbers, strict=True) if number == clause)


def in_time(scene: Scene, word: Word) -> bool:
    """Whether a word is part of a date: "May" is then no auxiliary."""
    return any(time.start <= word.start < time.end for time in scene.times)


def window(scene: Scene, hit: Hit) -> frozenset[int]:
    """Return the clauses a trigger takes its slots from: its own and, for a noun, the relative clause about it."""
    own = scene.numbers[hit.first]
    if not hit.entry.noun:
        return frozenset({own})
    relatives = frozenset(table(scene.language, "clauses")["relatives"])
    helpers = frozenset(table(scene.language, "clauses")["auxiliaries"])
    rivals = {other.first for other in scene.hits if other.first != hit.first}
    for at in range(hit.last, min(len(scene.words), hit.last + _RELATIVE)):
        if scene.numbers[at] != own:
            opening = {word.lower for word in scene.words[at : at + 3]}
            return frozenset({own, scene.numbers[at]}) if opening & relatives else frozenset({own})
        if at in rivals or scene.words[at].lower in helpers or is_verb(scene.words[at], scene.language):
            break
    return frozenset({own})


def relative_clause(scene: Scene, hit: Hit) -> int | None:
    """Return the number of the relative clause about a noun trigger, or `None`."""
    others = window(scene, hit) - {scene.numbers[hit.first]}
    return min(others) if others else None


def is_point_in_time(scene: Scene, hit: Hit) -> bool:
    """Whether a noun only tells when something else happened ("after the coup")."""
    before = scene.words[max(0, hit.first - _BEFORE) : hit.first]
    temporal = frozenset(table(scene.language, "clauses")["temporal"])
    commas = [at for at, word in enumerate(before) if word.text == ","]
    near = before[commas[-1] + 1 if commas else 0 :]
    return hit.entry.noun and any(word.lower in temporal and not in_time(scene, word) for word in near)


def points_back(scene: Scene, hit: Hit) -> bool:
    """Whether a noun refers to what was told before ("this attack")."""
    before = scene.words[max(0, hit.first - 2) : hit.first]
    demonstratives = frozenset(table(scene.language, "clauses")["demonstratives"])
    return hit.entry.noun and any(word.lower in demonstratives for word in before)


def is_purpose(scene: Scene, clause: int) -> bool:
    """Whether a clause tells what something is done for ("om ... te", "um ... zu")."""
    purpose = table(scene.language, "clauses")["purpose"]
    opening = [word.lower for word in clause_words(scene, clause)[:2] if word.text != ","]
    return bool(purpose) and bool(opening) and opening[0] == purpose[0]


def opens_with_article(scene: Scene, clause: int) -> bool:
    """Whether a clause begins with a noun phrase or pronoun that is no name."""
    determiners = frozenset(table(scene.language, "clauses")["determiners"])
    opening = [word for word in clause_words(scene, clause) if word.text not in "\"'“”„«»,"]
    return bool(opening) and opening[0].lower in determiners and not (len(opening) > 1 and is_capital(opening[1]))
