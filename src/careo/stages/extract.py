"""extract: read typed statements off annotated sentences.

A lexicon of trigger words and a tagger that tells events must agree, or the tagger be sure (`extracting/agreed.py`);
with a tagger that tells none, the lexicon decides. What a slot does not say stays empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from careo.engines.base import Sentence
from careo.model.seen import Modality, Polarity, Report, Source, SourceType, Statement
from careo.stages.annotate import Annotation
from careo.stages.extracting.agreed import agreed, is_dense
from careo.stages.extracting.backdrop import foreground
from careo.stages.extracting.borne import borne
from careo.stages.extracting.negated import marked, negated
from careo.stages.extracting.plainly import plainly
from careo.stages.extracting.told import Told, told
from careo.stages.extracting.unfulfilled import unfulfilled
from careo.text.lexicon import LANGUAGES
from careo.text.stretches import holds
from careo.text.telling.attribution import (
    Credit,
    bare_name,
    credit_of,
    credits_before,
    credits_in_words,
    credits_of_counts,
    credits_of_surveys,
    heard,
    known_types,
)  # fmt: skip
from careo.text.telling.beside import apart
from careo.text.telling.carry import carry
from careo.text.telling.cast import cast
from careo.text.telling.choice import ALLOWED, ALLOWING, Read, chosen, is_whole, read
from careo.text.telling.harmed import harmed
from careo.text.telling.other import other
from careo.text.telling.resume import resume
from careo.text.telling.scene import Scene, lay_out
from careo.text.telling.triggers import Hit
from careo.text.telling.voices import voiced
from careo.text.words import words


def extract(annotation: Annotation) -> tuple[Statement, ...]:
    """Return the statements of a report, by place.

    One trigger makes at most one statement, and one clause at most one statement of a type: the one with most slots
    filled. A sentence without any typed statement yields at most one of type OTHER: what its main word tells.
    """
    report = annotation.report
    laid = tuple(_scenes(annotation))
    scenes = resume(report.text, [scene for scene, _ in laid])
    views = [_view(report, scene, sentence) for scene, (_, sentence) in zip(scenes, laid, strict=True)]
    dense = is_dense([view.chosen for view in views])
    made = [one for view in views for one in _statements(report, view, dense=dense)]
    speakers = {(view.scene.start, view.scene.end): one for view in views for one in view.speakers[:1]}
    languages = [scene.language for scene in scenes]
    carried = carry(report.text, scenes, voiced(report.text, languages, made, speakers))
    types = _types_told(report, scenes, carried)
    kinds = {mention.id: mention.type for mention in annotation.mentions}
    whole = [harmed(_typed(one, types), kinds) for one in carried if is_whole(one)]
    return tuple(sorted(whole, key=lambda one: (one.trigger.start, one.type)))


@dataclass(frozen=True, slots=True)
class _View:
    """A sentence as the lexicon and the tagger see it."""

    scene: Scene
    sentence: Sentence
    found: Sequence[Read]
    """What the lexicon finds, each for itself."""
    chosen: Sequence[Read]
    """Which of it would be statements."""
    events: Sequence[Told] | None
    """What the tagger tells, likeliest first; `None` from one that tells none."""
    spoken: tuple[Credit, ...]
    """Whom its verbs of saying name."""

    @property
    def speakers(self) -> list[Source]:
        return [credit.source for credit in self.spoken if not credit.denies]


def _view(report: Report, scene: Scene, sentence: Sentence) -> _View:
    found = read(report, scene)
    events = None if sentence.events is None else told(scene, sentence)
    return _View(scene, sentence, found, chosen(scene, found), events, tuple(_spoken(scene, found)))


def _types_told(report: Report, scenes: Sequence[Scene], made: Sequence[Statement]) -> dict[str, SourceType]:
    """Return the types of names that the report tells somewhere, its own publisher's among them."""
    own: dict[str, SourceType] = {bare_name(report.publisher): "media"} if report.publisher else {}
    sources = [source for one in made for source in one.attribution]
    quoted = {bare_name(source.who): source.type for source in sources if source.type in {"media", "agency"}}
    return own | quoted | dict(known_types(scenes))


def _typed(made: Statement, types: Mapping[str, SourceType]) -> Statement:
    """Give a source the type that the report tells where it introduces it."""
    sources = tuple(
        replace(source, type=types.get(bare_name(source.who), source.type)) if source.type == "other" else source
        for source in made.attribution
    )
    return replace(made, attribution=sources)


def _scenes(annotation: Annotation) -> Iterator[tuple[Scene, Sentence]]:
    report = annotation.report
    for sentence in annotation.sentences:
        language = _language(report, sentence)
        inside = [mention for mention in annotation.mentions if holds(sentence, mention)]
        sequence = words(report.text, sentence.start, sentence.end, language)
        if sequence and language in LANGUAGES:
            yield lay_out(report.text, language, sequence, inside), sentence


def _language(report: Report, sentence: Sentence) -> str:
    for part in report.parts:
        if part.start <= sentence.start < part.end and part.language in LANGUAGES:
            return part.language
    return report.language


def _statements(report: Report, view: _View, *, dense: bool) -> tuple[Statement, ...]:
    scene, typed = view.scene, view.chosen
    credited = [*credits_before(scene), *credits_in_words(scene), *credits_of_counts(scene), *view.spoken]
    if any(made.type == "VOTE" for _, made in typed):
        credited += credits_of_surveys(scene)
    credited = apart(scene, credited)
    if view.events is not None:
        typed = agreed(report, scene, typed, view.events, dense=dense)
    typed = foreground(scene, view.sentence, typed)
    statements = [_attribute(scene, made, credited) for made in _link([made for _, made in typed])]
    statements = [_as_it_is(scene, view.sentence, made) for made in statements if not _is_echo(made, statements)]
    if not statements:
        plain = other(report, scene) if view.events is None else plainly(report, scene, view.sentence)
        statements = [negated(scene, view.sentence, _attribute(scene, made, credited)) for made in plain]
    return tuple(statements)


def _as_it_is(scene: Scene, sentence: Sentence, made: Statement) -> Statement:
    """Return a statement with what the syntax of its sentence makes of it: who and when, whether, and whether not."""
    return unfulfilled(scene, sentence, negated(scene, sentence, marked(scene, sentence, borne(scene, sentence, made))))


def _link(statements: Sequence[Statement]) -> list[Statement]:
    """Let what a law allows be authorised, and the law name it as its content."""
    linked = list(statements)
    for index, law in enumerate(linked):
        if law.type not in ALLOWING or law.subtype == "rejected":
            continue
        allowed = [
            at
            for at, inner in enumerate(linked)
            if inner.type in ALLOWED and inner.modality in {"occurred", law.modality} and _governs(law, inner)
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
                outlet = heard(scene, hit, found)
                if outlet is not None:
                    yield outlet


def _attribute(scene: Scene, made: Statement, credited: Sequence[Credit]) -> Statement:
    """Add the sources that are credited with the words a statement stands in."""
    at = scene.index(made.trigger.start)
    told = [scene.index(figure.start) for figure in made.figures] or [at]
    mine = [
        credit
        for credit in credited
        if not _is_own(credit, made)
        and any(credit.first <= place < credit.last for place in (told if credit.heads >= 0 else [at]))
    ]
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
    sources = {(source.start, source.end): source for source in made.attribution if source.verb or not mine}
    sources |= {(credit.source.start, credit.source.end): credit.source for credit in mine}
    return replace(
        made, polarity=polarity, denied_by=denied_by, modality=modality_,
        attribution=tuple(sources[key] for key in sorted(sources)),
        actors=tuple(actor for actor in made.actors if made.type == "SAY" or (actor.start, actor.end) not in sources),
    )  # fmt: skip


def _is_echo(made: Statement, statements: Sequence[Statement]) -> bool:
    """Whether a denial only says who denies what the sentence tells as denied."""
    denial = (made.type, made.subtype) == ("SAY", "deny")
    return denial and any(other.denied_by is not None for other in statements if other is not made)


def _is_own(credit: Credit, made: Statement) -> bool:
    """Whether a credit is the statement's own speech act: its speaker is its actor already."""
    return made.type == "SAY" and any(actor.start == credit.source.start for actor in made.actors)
