"""extract: read typed statements off annotated sentences, by trigger words and rules.

Without a parse, who does what to whom is told by position, article and preposition; a clause with several verbs, and
pronouns, are where this goes wrong. What a slot does not say stays empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from careo.engines.base import Sentence
from careo.model.ids import statement_id
from careo.model.seen import Actor, Equipment, Modality, Polarity, Report, Setting, SourceType, Statement, Trigger
from careo.stages.annotate import Annotation
from careo.text.attribution import (
    Credit,
    credit_of,
    credits_before,
    credits_of_surveys,
    known_types,
    source_noun,
    voice_of,
)  # fmt: skip
from careo.text.carry import carry
from careo.text.cast import Part, cast, places
from careo.text.conditions import clause_figures, counts
from careo.text.equipment import find_equipment
from careo.text.fill import figures_of, instruments_of, times_of
from careo.text.lexicon import LANGUAGES
from careo.text.modality import is_negated, modality
from careo.text.other import other
from careo.text.pronouns import speaks
from careo.text.resume import resume
from careo.text.scene import Scene, lay_out
from careo.text.triggers import Hit
from careo.text.window import clause_words, in_time, is_point_in_time, is_purpose, points_back
from careo.text.words import Word, words

_ALLOWING = frozenset({"LAW"})
_ALLOWED = frozenset({"DEPLOY", "EXERCISE"})
_MARKS = frozenset('"“”„«»')
_QUOTED = 4
"""Words between quotation marks from which on they are a quotation and no title or scare quotes."""
_BESIDE = 2
"""Words beside a verb of saying in which "not" or "will" is about the saying."""
_HARM = frozenset({"TOLL", "ATTACK", "ABUSE", "DETAIN"})
_ARMED = frozenset({"DEPLOY", "EXERCISE", "ATTACK", "ABUSE", "TRANSFER", "RESTRICT", "LAW"})


def extract(annotation: Annotation) -> tuple[Statement, ...]:
    """Return the statements of a report, by place.

    One trigger makes at most one statement, and one clause at most one statement of a type: the one with most slots
    filled. Sentences without any typed statement yield at most one of type OTHER.
    """
    made: list[Statement] = []
    scenes = resume(annotation.report.text, tuple(_scenes(annotation)))
    for scene in scenes:
        made += _statements(annotation.report, scene)
    types = known_types(scenes)
    carried = [_typed(statement, types) for statement in carry(annotation.report.text, scenes, made)]
    carried = [statement for statement in carried if _is_whole(statement)]
    return tuple(sorted(carried, key=lambda statement: (statement.trigger.start, statement.type)))


def _typed(made: Statement, types: Mapping[str, SourceType]) -> Statement:
    """Give a source the type that the report tells where it introduces it."""
    sources = tuple(
        replace(source, type=types.get(source.who, source.type)) if source.type == "other" else source
        for source in made.attribution
    )
    return replace(made, attribution=sources)


def _scenes(annotation: Annotation) -> Iterator[Scene]:
    report = annotation.report
    for sentence in annotation.sentences:
        language = _language(report, sentence)
        inside = [
            mention
            for mention in annotation.mentions
            if sentence.start <= mention.start and mention.end <= sentence.end
        ]
        sequence = words(report.text, sentence.start, sentence.end, language)
        if sequence and language in LANGUAGES:
            yield lay_out(report.text, language, sequence, inside)


def _language(report: Report, sentence: Sentence) -> str:
    for part in report.parts:
        if part.start <= sentence.start < part.end and part.language in LANGUAGES:
            return part.language
    return report.language


def _statements(report: Report, scene: Scene) -> tuple[Statement, ...]:
    hits = [hit for hit in scene.hits if counts(scene, hit) or _is_told_by_pronoun(scene, hit)]
    counted = _senses([hit for hit in hits if not _is_mere_reference(scene, hit)])
    pairs = [(hit, _statement(report, scene, hit)) for hit in counted]
    pairs = _without_tolls(pairs)
    kept = _best([(hit, made) for hit, made in pairs if _says_enough(scene, hit, made)], scene)
    kept = [(hit, made) for hit, made in kept if not _is_aside(scene, hit, made, kept)]
    kept = [(hit, made) for hit, made in kept if not _is_occasion(hit, made, kept)]
    credited = [*credits_before(scene), *_spoken(scene, pairs)]
    if any(made.type == "VOTE" for _, made in kept):
        credited += credits_of_surveys(scene)
    typed = [(hit, made) for hit, made in kept if not hit.entry.report or _is_quoting(scene, hit)]
    if not typed:
        typed = kept
    linked = _link([made for _, made in typed])
    statements = [_attribute(scene, made, credited) for made in linked]
    if not statements:
        statements = [_attribute(scene, made, credited) for made in other(report, scene)]
    return tuple(statements)


def _says_enough(scene: Scene, hit: Hit, made: Statement) -> bool:
    return _has_substance(made) or _is_voiced(scene, hit) or _is_told_by_pronoun(scene, hit)


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


def _without_tolls(pairs: Sequence[tuple[Hit, Statement]]) -> list[tuple[Hit, Statement]]:
    """Leave the victims a toll counts to the toll, and take them from the nouns beside it."""
    counted = {figure.start for _, made in pairs if made.type == "TOLL" for figure in made.figures}
    return [
        (hit, made)
        if made.type == "TOLL" or not hit.entry.noun
        else (hit, replace(made, figures=tuple(figure for figure in made.figures if figure.start not in counted)))
        for hit, made in pairs
    ]


def _is_aside(scene: Scene, hit: Hit, made: Statement, kept: Sequence[tuple[Hit, Statement]]) -> bool:
    """Whether a deployment is only what another statement is about ("58 percent are against the entry of troops")."""
    if made.type not in _ALLOWED or not hit.entry.noun or made.figures or made.places:
        return False
    clause = scene.numbers[hit.first]
    return any(
        other.type not in {*_ALLOWED, *_ALLOWING} and not rival.entry.report and scene.numbers[rival.first] == clause
        for rival, other in kept
    )


def _is_occasion(hit: Hit, made: Statement, kept: Sequence[tuple[Hit, Statement]]) -> bool:
    """Whether a protest is only where the harm was done that the sentence tells ("69 died in the protests")."""
    if made.type != "PROTEST" or not hit.entry.noun or made.figures:
        return False
    return any(other.type in _HARM for _, other in kept)


def _is_mere_reference(scene: Scene, hit: Hit) -> bool:
    """Whether a noun points back to what was told before, and adds no figure to it."""
    return points_back(scene, hit) and not clause_figures(scene, hit)


def _statement(report: Report, scene: Scene, hit: Hit) -> Statement:
    first, last = scene.words[hit.first], scene.words[hit.last - 1]
    entry = hit.entry
    inside = clause_words(scene, scene.numbers[hit.first])
    at = inside.index(first)
    if entry.type == "SAY":
        inside = _beside(scene, hit)
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
        places=tuple(map(_setting, places(scene, hit))), times=times_of(scene, hit), figures=figures,
        instruments=instruments_of(scene, hit), equipment=_equipment(scene, hit), content=(),
        attribution=voice_of(scene, hit) if _is_voiced(scene, hit) and not actors else (),
        rule=entry.rule + ("+carried" if resumed else ""),
    )  # fmt: skip


def _modality(scene: Scene, hit: Hit) -> Modality:
    """Return how real the clause says it is; a noun that only tells when is real, a purpose is a plan."""
    clause = scene.numbers[hit.first]
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


def _has_substance(made: Statement) -> bool:
    """Whether a statement says more than its trigger word; a mere noun must name or count someone."""
    named = bool(made.actors or made.figures or made.instruments or made.equipment)
    return named or (bool(made.places or made.times) and made.type != "SAY")


def _is_whole(made: Statement) -> bool:
    """Whether the sentence before has told whom a pronoun means, where a statement rests on that."""
    if made.type == "SAY":
        return bool(made.actors or made.attribution or made.figures or made.instruments)
    return (made.type, made.subtype) != ("OFFICE", "remove") or any(actor.role == "holder" for actor in made.actors)


def _is_voiced(scene: Scene, hit: Hit) -> bool:
    """Whether a demand, an accusation and the like has a speaker without a name ("the union demanded")."""
    return hit.entry.type == "SAY" and not (hit.entry.noun or hit.entry.report) and source_noun(scene, hit) is not None


def _richness(made: Statement) -> int:
    slots = (made.actors, made.figures, made.places, made.times, made.instruments)
    return sum(len(slot) for slot in slots)


def _best(pairs: Sequence[tuple[Hit, Statement]], scene: Scene) -> list[tuple[Hit, Statement]]:
    """Keep one statement of a type in each clause: the richest, of equals the first."""
    best: dict[tuple[str, int, bool], tuple[Hit, Statement]] = {}
    for hit, made in pairs:
        key = (made.type, scene.numbers[hit.first], hit.entry.report)
        if key not in best or _richness(made) > _richness(best[key][1]):
            best[key] = (hit, made)
    return sorted(best.values(), key=lambda pair: pair[0].first)


def _link(statements: Sequence[Statement]) -> list[Statement]:
    """Let what a law allows be authorised, and the law name it as its content."""
    linked = list(statements)
    for index, law in enumerate(linked):
        if law.type not in _ALLOWING or law.subtype == "rejected":
            continue
        allowed = [
            at
            for at, inner in enumerate(linked)
            if inner.type in _ALLOWED and inner.modality in {"occurred", law.modality} and _governs(law, inner)
        ]
        for at in allowed:
            real: Modality = law.modality if law.modality in {"planned", "proposed", "conditional"} else "authorised"
            linked[at] = replace(linked[at], modality=real, polarity=law.polarity)
        linked[index] = replace(law, content=tuple(sorted(linked[at].id for at in allowed)))
    return linked


def _governs(law: Statement, inner: Statement) -> bool:
    """Whether a noun is what is allowed: the two share the sentence and some slot, or stand side by side."""
    shared = {figure.start for figure in law.figures} & {figure.start for figure in inner.figures}
    same_times = {time.start for time in law.times} & {time.start for time in inner.times}
    near = abs(law.trigger.start - inner.trigger.start) < 120
    return law.start == inner.start and bool(shared or same_times or near)


def _spoken(scene: Scene, pairs: Sequence[tuple[Hit, Statement]]) -> Iterator[Credit]:
    for hit, made in pairs:
        if made.type == "SAY" and not hit.entry.noun:
            found = credit_of(scene, hit, cast(scene, hit))
            if found is not None:
                yield found


def _attribute(scene: Scene, made: Statement, credited: Sequence[Credit]) -> Statement:
    """Add the sources that are credited with the words a statement stands in."""
    at = scene.index(made.trigger.start)
    mine = [credit for credit in credited if credit.first <= at < credit.last and not _is_own(credit, made)]
    if made.type == "SAY":
        mine = [credit for credit in mine if credit.source.verb is None or not credit.denies]
    polarity: Polarity = made.polarity
    denied_by = None
    modality_ = made.modality
    for credit in mine:
        if credit.denies:
            polarity, denied_by = "denied", credit.source.who
        if credit.accuses and modality_ == "occurred":
            modality_ = "alleged"
    sources = {(source.start, source.end): source for source in made.attribution}
    sources |= {(credit.source.start, credit.source.end): credit.source for credit in mine}
    return replace(
        made, polarity=polarity, denied_by=denied_by, modality=modality_,
        attribution=tuple(sources[key] for key in sorted(sources)),
        actors=tuple(actor for actor in made.actors if made.type == "SAY" or (actor.start, actor.end) not in sources),
    )  # fmt: skip


def _is_own(credit: Credit, made: Statement) -> bool:
    """Whether a credit is the statement's own speech act: its speaker is its actor already."""
    return made.type == "SAY" and any(actor.start == credit.source.start for actor in made.actors)
