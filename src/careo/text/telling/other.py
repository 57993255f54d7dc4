"""The statement of a sentence that says something, with someone and somewhere or so many, but of no known type."""

from collections.abc import Iterator

from careo.model.ids import statement_id
from careo.model.seen import Actor, Figure, Report, Setting, Statement, Trigger
from careo.text.lexicon import table
from careo.text.names.kinds import is_verb
from careo.text.telling.cast import is_actor
from careo.text.telling.modality import is_negated, modality
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import SLOTS
from careo.text.words import Word


def other(report: Report, scene: Scene) -> Iterator[Statement]:
    """Yield at most one statement of type OTHER: a finite verb beside a name that acts, with a figure or a place."""
    acting = [item for item in scene.items if is_actor(item) and item.marker is None]
    figures = tuple(
        figure
        for figure in scene.figures
        if figure.measure in SLOTS["OTHER"].measures and _beside(scene, acting, figure.start)
    )
    located = [item for item in scene.items if item.mention.type == "place" and item.marker in {"in", "to", "from"}]
    places = [item for item in located if _beside(scene, acting, item.mention.start)]
    verb = _verb(scene, acting[0].last, acting[0].clause) if acting else None
    if verb is None or not (figures or places):
        acting = []
        figures = tuple(figure for figure in scene.figures if _is_subject(scene, figure))[:1]
        verb = _verb(scene, scene.index(figures[0].end - 1) + 1, scene.clause_at(figures[0].start)) if figures else None
        places = [item for item in located if figures and item.clause == scene.clause_at(figures[0].start)]
    if verb is None:
        return
    at = scene.words.index(verb)
    trigger = Trigger(verb.text, verb.start, verb.end)
    yield Statement(
        id=statement_id(report.id, report.text_sha256, verb.start, verb.end, "OTHER"), report=report.id,
        start=scene.start, end=scene.end, type="OTHER", subtype=None, trigger=trigger,
        polarity="negated" if is_negated(scene.words, at, noun=False, language=scene.language) else "affirmed",
        denied_by=None, modality=modality(scene.words, scene.language, "occurred"),
        actors=tuple(map(_actor, acting[:1])), places=tuple(_setting(item) for item in places if not item.nested),
        times=(), figures=figures, instruments=(), equipment=(), content=(), attribution=(),
        rule=f"{scene.language}:OTHER:finite-verb",
    )  # fmt: skip


def _beside(scene: Scene, acting: list[Item], offset: int) -> bool:
    return bool(acting) and scene.clause_at(offset) == acting[0].clause


def _actor(item: Item) -> Actor:
    mention = item.mention
    return Actor("subject", mention.id, mention.verbatim, mention.start, mention.end, item.office)


def _setting(item: Item) -> Setting:
    mention = item.mention
    return Setting("event", mention.id, mention.verbatim, mention.start, mention.end)


def _is_subject(scene: Scene, figure: Figure) -> bool:
    """Whether a figure counts people or things that a clause begins with: they act, or something happens to them."""
    at = scene.index(figure.start)
    opens = at == 0 or scene.numbers[at - 1] != scene.numbers[at] or scene.words[at - 1].text in {",", ":"}
    return opens and figure.group is not None and figure.low != 1 and figure.measure not in {"duration", "age"}


def _verb(scene: Scene, first: int, clause: int) -> Word | None:
    """Return the first word from an index on, in a clause, that is surely a verb, and no verb of saying."""
    helpers = frozenset(table(scene.language, "clauses")["auxiliaries"])
    saying = {at for hit in scene.hits if hit.entry.type == "SAY" for at in range(hit.first, hit.last)}
    for at in range(first, len(scene.words)):
        word = scene.words[at]
        if scene.numbers[at] == clause and word.lower not in helpers and is_verb(word, scene.language):
            return None if at in saying else word
    return None
