"""One statement from one trigger: its slots as the words of the clause give them."""

from careo.model.ids import statement_id
from careo.model.seen import Actor, Equipment, Modality, Report, Setting, Statement, Trigger
from careo.text.lexicon import table
from careo.text.telling.attribution import source_noun, voice_of
from careo.text.telling.cast import Part, cast
from careo.text.telling.fill import figures_of, instruments_of, times_of
from careo.text.telling.modality import is_awaited, is_negated, modality
from careo.text.telling.places_of import places_of
from careo.text.telling.scene import Scene
from careo.text.telling.triggers import Hit
from careo.text.telling.window import clause_words, in_time, is_point_in_time, is_purpose
from careo.text.values.equipment import find_equipment
from careo.text.words import Word

_BESIDE = 2
"""Words beside a verb of saying in which "not" or "will" is about the saying."""
_AWAITED = 4
"""Words before a noun in which "awaiting" is about it: "en attente d'un", "in attesa di un"."""
_VOWING = frozenset({"promise", "demand", "threaten", "warn"})
"""Subtypes of speech whose "not" after the verb is about what is promised or demanded ("promised not to")."""
_ADVERBS = frozenset({"pas", "jamais"})
"""French words that negate the verb before them."""
_ARMED = frozenset({"DEPLOY", "EXERCISE", "ATTACK", "ABUSE", "TRANSFER", "RESTRICT", "LAW"})


def statement(report: Report, scene: Scene, hit: Hit) -> Statement:
    """Return the statement that a trigger carries, its slots read by position, article and preposition."""
    first, last = scene.words[hit.first], scene.words[hit.last - 1]
    entry = hit.entry
    inside = _beside(scene, hit) if entry.type == "SAY" else clause_words(scene, scene.numbers[hit.first])
    inside = tuple(word for word in inside if word == first or not _is_cited(scene, word))
    if entry.subtype in _VOWING and not entry.noun and table(scene.language, "clauses")["order"] == "svo":
        inside = tuple(word for word in inside if word.start <= last.start or word.lower in _ADVERBS)
    at = inside.index(first)
    negated = is_negated(inside, at, noun=entry.noun, language=scene.language)
    actors = tuple(map(_actor, cast(scene, hit)))
    figures = figures_of(scene, hit)
    resumed = any(figure.start in scene.resumed for figure in figures)
    return Statement(
        id=statement_id(report.id, report.text_sha256, first.start, last.end, entry.type), report=report.id,
        start=scene.start, end=scene.end, type=entry.type, subtype=entry.subtype,
        trigger=Trigger(scene.text[first.start : last.end], first.start, last.end),
        polarity="negated" if negated else "affirmed", denied_by=None,
        modality=_modality(scene, hit), actors=actors,
        places=tuple(map(_setting, places_of(scene, hit))), times=times_of(scene, hit), figures=figures,
        instruments=instruments_of(scene, hit), equipment=_equipment(scene, hit), content=(),
        attribution=voice_of(scene, hit) if is_voiced(scene, hit) and not actors else (),
        rule=entry.rule + ("+carried" if resumed else ""),
    )  # fmt: skip


def _is_cited(scene: Scene, word: Word) -> bool:
    """Whether a word is part of a law's name: the "No." of "Law No. 12" negates nothing."""
    return any(law.start <= word.start < law.end for law in scene.instruments)


def _modality(scene: Scene, hit: Hit) -> Modality:
    """Return how real the clause says it is; a noun that only tells when is real, a purpose is a plan.

    What somebody waits for ("awaiting trial") has not happened.
    """
    clause = scene.numbers[hit.first]
    if hit.entry.noun and is_awaited(scene.words[max(0, hit.first - _AWAITED) : hit.first], scene.language):
        return "planned"
    if is_point_in_time(scene, hit):
        return hit.entry.modality
    trigger = scene.words[hit.first : hit.last] if hit.entry.type == "SAY" else ()
    around = _beside(scene, hit) if hit.entry.type == "SAY" else clause_words(scene, clause)
    inside = [word for word in around if not in_time(scene, word) and word not in trigger]
    found = modality(inside, scene.language, hit.entry.modality)
    return "planned" if found == "occurred" and not hit.entry.noun and is_purpose(scene, clause) else found


def _beside(scene: Scene, hit: Hit) -> tuple[Word, ...]:
    """Return the words of the clause near a word of speech: what is said, farther off, may be negated and unreal."""
    clause = scene.numbers[hit.first]
    near = range(max(0, hit.first - _BESIDE), min(len(scene.words), hit.last + _BESIDE))
    return tuple(scene.words[at] for at in near if scene.numbers[at] == clause)


def _equipment(scene: Scene, hit: Hit) -> tuple[Equipment, ...]:
    if hit.entry.type not in _ARMED:
        return ()
    inside = clause_words(scene, scene.numbers[hit.first])
    bodies = [item.mention for item in scene.items if item.mention.type != "place"]
    return tuple(
        found
        for found in find_equipment(inside, scene.language)
        if not any(body.start <= found.start < body.end for body in bodies)
    )


def _actor(part: Part) -> Actor:
    mention = part.item.mention
    return Actor(part.role, mention.id, mention.verbatim, mention.start, mention.end, part.item.office)


def _setting(part: Part) -> Setting:
    mention = part.item.mention
    return Setting(part.role, mention.id, mention.verbatim, mention.start, mention.end)


def is_voiced(scene: Scene, hit: Hit) -> bool:
    """Whether a demand, an accusation and the like has a speaker without a name ("the union demanded")."""
    return hit.entry.type == "SAY" and not (hit.entry.noun or hit.entry.report) and source_noun(scene, hit) is not None
