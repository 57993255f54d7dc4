"""Which words a verb of denial denies: what follows it, or what it looks back on ("..., a claim the army denied")."""

from functools import cache

from careo.text.lexicon import table
from careo.text.telling.modality import is_negated
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit
from careo.text.words import Patterns, Word

_BESIDE = 3
"""Words beside the verb in which "not" or "neither" is about the denying."""
_TAIL = 3
"""Words that may follow a verb that closes its sentence: the full stop, a quotation mark."""
_OPENING = 4
"""Words after a comma in which a pronoun or noun takes up what was told ("something", "an accusation", "lo que")."""
_BARE = 2
"""Words after a verb that only point back ("denies it,")."""
_STOPS = frozenset({";", ":", "–", "—"})


@cache
def _patterns(language: str, key: str) -> Patterns:
    return Patterns(table(language, "sources")[key])


def denies(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of denial says that something is not so: itself not negated, and no refusal of a wish or a bill.

    "Rejected" and the like deny only where the sentence speaks of a charge, a claim or a report, or has a "that".
    """
    if is_taken_back(scene, hit):
        return False
    refused = _patterns(scene.language, "refusing").find(scene.words[hit.first : hit.last])
    return not refused or any(_patterns(scene.language, key).find(scene.words) for key in ("charges", "content"))


def is_taken_back(scene: Scene, hit: Hit) -> bool:
    """Whether a verb of denying or confirming is itself negated ("did not deny", "neither confirmed nor denied")."""
    near = [
        at
        for at in range(max(0, hit.first - _BESIDE), min(len(scene.words), hit.ends + _BESIDE))
        if scene.numbers[at] == scene.numbers[hit.first] and (at < hit.first or not _is_mark(scene, hit.last, at))
    ]
    inside = [scene.words[at] for at in near]
    before = scene.words[max(0, hit.first - _BESIDE) : hit.first]
    negated = is_negated(inside, near.index(hit.first), noun=False, language=scene.language)
    return negated or bool(_patterns(scene.language, "neither").find(before))


def _is_mark(scene: Scene, first: int, last: int) -> bool:
    return any(word.text == "," or word.text in _STOPS for word in scene.words[first : last + 1])


def taken_up(scene: Scene, hit: Hit) -> int | None:
    """Return the index of the comma from which on a verb looks back on what the sentence told before it, or `None`.

    What follows the comma takes the rest up ("which", "a claim", "hetgeen") or turns against it ("but the army ...").
    """
    for at in range(hit.first - 1, 0, -1):
        if scene.words[at].text in _STOPS:
            return None
        if scene.words[at].text == "," and _takes_up(scene.words[at + 1 : at + 1 + _OPENING], scene.language):
            return at
    return None


def _takes_up(opening: tuple[Word, ...], language: str) -> bool:
    return any(
        match.first == 0 for key in ("resuming", "turning") for match in _patterns(language, key).find(opening)
    ) or any(match.first <= 1 for match in _patterns(language, "charges").find(opening))


def denied(scene: Scene, hit: Hit, speaker: int) -> tuple[int, int]:
    """Return the stretch of words that a verb of denial denies, first and last (exclusive); empty where it is none.

    `speaker` is the index where who denies is named.
    """
    back = taken_up(scene, hit)
    later = [other for other in scene.hits if not other.entry.noun and other.first >= hit.ends]
    if back is not None and (not later or _only_points_back(scene, hit)):
        return 0, back
    begin = min(hit.first, speaker)
    closes = len(scene.words) - max(hit.ends, speaker + 1) <= _TAIL
    commas = [at for at in range(max(0, begin - _OPENING), begin) if scene.words[at].text in ',"”“»’']
    if closes and commas:
        return 0, begin
    return (hit.last, hit.last) if _only_points_back(scene, hit) else (hit.last, _end(scene, hit))


def _only_points_back(scene: Scene, hit: Hit) -> bool:
    """Whether a mark closes the denial at once, and no clause about its content follows ("denied it, ...")."""
    near = scene.words[hit.ends : hit.ends + _BARE + 1]
    marks = [hit.ends + at for at, word in enumerate(near) if word.text in {",", ";"}]
    if not marks or marks[0] + 1 >= len(scene.words):
        return bool(marks)
    if table(scene.language, "clauses")["verb_last"]:  # the comma belongs to the clause that is denied
        return scene.numbers[marks[0] + 1] < scene.numbers[hit.first]
    return True


def _end(scene: Scene, hit: Hit) -> int:
    """Return where a denial ends: at a hard mark, or at a comma after which the sentence turns or tells on."""
    verbs = {other.first for other in scene.hits if not other.entry.noun and other.entry.type != "SAY"}
    turning = _patterns(scene.language, "turning")
    inserted = False
    for at in range(hit.last, len(scene.words)):
        if scene.words[at].text in _STOPS:
            return at
        after = scene.words[at + 1 : at + 1 + _OPENING]
        turns = any(match.first == 0 for match in turning.find(after))
        if scene.words[at].text != "," or at < hit.ends:
            continue
        if turns or (at + 1 in verbs and not inserted):
            return at
        inserted = not inserted
    return len(scene.words)
