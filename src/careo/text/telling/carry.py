"""What a statement takes over from the sentence before it: rules, each named where it was used."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careo.model.seen import Actor, Statement, Time
from careo.text.telling.cast import is_actor
from careo.text.telling.modality import is_subjunctive
from careo.text.telling.pronouns import has_object, speaks
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import SLOTS, VICTIMS

_CARRIED = "+carried"
_DONE_TO = frozenset({"OFFICE", "DETAIN", "ATTACK", "ABUSE", "COURT", "PROBE"})
_TOLLS = frozenset({"TOLL", "ATTACK"})
_VIOLENT = frozenset({"ATTACK", "ABUSE", "PROTEST"})
_TIMED = frozenset({"DEPLOY", "EXERCISE", "LAW"})


def carry(text: str, scenes: Sequence[Scene], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with what their sentences leave to the sentence before, in the same paragraph.

    A troop figure without a time takes the one time of an authorisation, and a count of the dead without a date the day
    of the violence told before it; a meeting with participants on one side only takes the person last named; so does a
    pronoun ("lo detuvo") where that sentence names one person only; a clause in reported speech without a source takes
    the source. Rules end in "+carried".
    """
    by_scene = {scene.start: scene for scene in scenes}
    before = {
        scene.start: previous for previous, scene in pairwise(scenes) if "\n" not in text[previous.end : scene.start]
    }
    done: list[Statement] = []
    follows = {scene.start: previous for previous, scene in pairwise(scenes)}
    for made in statements:
        if made.type == "SAY" and not made.actors and made.start in follows:
            made = _speaker(made, follows[made.start], by_scene[made.start], done)
        previous = before.get(made.start)
        if previous is not None:
            earlier = [other for other in statements if other.start == previous.start]
            made = _speech(_meeting(_time(made, earlier), previous, by_scene[made.start]), earlier, by_scene)
            made = _pronoun(made, previous, by_scene[made.start])
            made = _day(made, earlier, by_scene[made.start])
        done.append(made)
    return tuple(done)


def _time(made: Statement, earlier: Sequence[Statement]) -> Statement:
    troops = any(figure.measure in {"troops", "count"} for figure in made.figures)
    laws = [other for other in earlier if other.type == "LAW" and other.modality == "authorised"]
    if made.type not in _TIMED or made.times or not troops or not laws:
        return made
    times = {time.start: time for other in earlier for time in other.times if time.role == "validity"}
    if len(times) != 1:
        return made
    time = next(iter(times.values()))
    return replace(made, times=(replace(time, rule=time.rule + _CARRIED),))


def _day(made: Statement, earlier: Sequence[Statement], scene: Scene) -> Statement:
    """Let a count of the dead, told without any date, be of the day on which the sentence before tells the violence."""
    counted = any(figure.measure in VICTIMS for figure in made.figures)
    if made.type not in _TOLLS or not counted or scene.times or made.times or made.modality != "occurred":
        return made
    violent = [other for other in earlier if other.type in _VIOLENT and other.modality == "occurred"]
    days = {time.first: time for other in violent for time in other.times if _is_dated(time)}
    if len(days) != 1:
        return made
    time = next(iter(days.values()))
    return replace(made, times=(replace(time, role="as_of", rule=time.rule + _CARRIED),))


def _is_dated(time: Time) -> bool:
    """Whether a date is one day and says its year itself: one that counts from the report may be the day of telling."""
    return time.precision == "day" and time.first == time.last and time.first is not None and time.anchor is None


def _meeting(made: Statement, previous: Scene, scene: Scene) -> Statement:
    if made.type != "MEET" or not made.actors or not _one_sided(made, scene):
        return made
    people = [item for item in previous.items if item.mention.type == "person" and is_actor(item)]
    if not people:
        return made
    mention = people[-1].mention
    if mention.verbatim in {actor.verbatim for actor in made.actors}:
        return made
    carried = Actor("participant", mention.id, mention.verbatim, mention.start, mention.end, people[-1].office)
    actors = tuple(sorted((carried, *made.actors), key=lambda actor: actor.start))
    return replace(made, actors=actors, rule=made.rule + _CARRIED)


def _one_sided(made: Statement, scene: Scene) -> bool:
    """Whether all participants stand under "with": nobody else is named whom they met."""
    items: dict[str, Item] = {item.mention.id: item for item in scene.items}
    return all(items[actor.mention].marker == "with" for actor in made.actors if actor.mention in items)


def _speaker(made: Statement, previous: Scene, scene: Scene, done: Sequence[Statement]) -> Statement:
    """Let "he said" be said by the one who spoke in the sentence before, in this paragraph or the one before it."""
    hits = [hit for hit in scene.hits if scene.words[hit.first].start == made.trigger.start]
    if not hits or not speaks(scene, hits[0]):
        return made
    spoken = [other for other in done if other.start == previous.start and other.type == "SAY"]
    speakers = [actor for other in spoken for actor in other.actors if actor.role == "speaker"]
    actors = {actor.mention or actor.verbatim: actor for actor in speakers}
    people = [item for item in previous.items if item.mention.type == "person" and not item.nested]
    alone = {item.mention.verbatim.split()[-1] for item in people}
    if len(actors) == 1:
        speaker = next(iter(actors.values()))
    elif not actors and len(alone) == 1:
        mention = people[0].mention
        speaker = Actor("speaker", mention.id, mention.verbatim, mention.start, mention.end, people[0].office)
    else:
        return made
    return replace(made, actors=(speaker,), rule=made.rule + _CARRIED)


def _pronoun(made: Statement, previous: Scene, scene: Scene) -> Statement:
    """Let a pronoun for whom something is done to be the one person of the sentence before."""
    hits = [hit for hit in scene.hits if scene.words[hit.first].start == made.trigger.start]
    hits = [hit for hit in hits if hit.entry.type == made.type]
    if made.type not in _DONE_TO or not hits or not has_object(scene, hits[0]):
        return made
    role = hits[0].entry.object or SLOTS[made.type].object
    people = [item for item in previous.items if item.mention.type == "person" and not item.nested]
    known = {item.mention.verbatim.split()[-1] for item in people}
    if len(known) != 1 or role in {actor.role for actor in made.actors}:
        return made
    mention = people[0].mention
    carried = Actor(role, mention.id, mention.verbatim, mention.start, mention.end, people[0].office)
    actors = tuple(sorted((carried, *made.actors), key=lambda actor: actor.start))
    return replace(made, actors=actors, rule=made.rule + _CARRIED)


def _speech(made: Statement, earlier: Sequence[Statement], scenes: dict[int, Scene]) -> Statement:
    """Let reported speech ("habe", "sei") go on from the source of the sentence before."""
    scene = scenes[made.start]
    clause = scene.clause_at(made.trigger.start)
    inside = [word for word, number in zip(scene.words, scene.numbers, strict=True) if number == clause]
    sources = [source for other in earlier for source in other.attribution]
    if made.attribution or not sources or not is_subjunctive(inside, scene.language):
        return made
    return replace(made, attribution=(sources[0],), rule=made.rule + _CARRIED)
