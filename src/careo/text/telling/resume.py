"""Figures that leave their noun to the sentence before: "The army sent 90 soldiers. Another 40 are to follow."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careo.model.seen import Figure
from careo.text.names.places import is_demonym
from careo.text.telling.scene import Scene
from careo.text.telling.slots import VICTIMS

_FORCES = frozenset({"LAW", "DEPLOY", "EXERCISE"})
_TOLLS = frozenset({"TOLL", "ATTACK", "ABUSE", "DETAIN"})
_BY_TYPE = {**dict.fromkeys(_FORCES, ("troops",)), **dict.fromkeys(_TOLLS, VICTIMS)}


def resume(text: str, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """Return the scenes with the measures of bare numbers taken from the sentence before, in the same paragraph.

    A number is bare where no noun is counted, or only the people of a country ("600 Americans"); it must stand in a
    clause with a word for deployments, or for casualties, and the sentence before must count just that.
    """
    done: list[Scene] = []
    for scene in scenes:
        before = done[-1] if done and "\n" not in text[done[-1].end : scene.start] else None
        done.append(_resumed(scene, before) if before is not None else scene)
    return tuple(done)


def _resumed(scene: Scene, before: Scene) -> Scene:
    told = [figure.measure for figure in before.figures]
    changed = {
        figure.start: measure
        for figure in scene.figures
        if _is_bare(scene, figure) and (measure := next(_wanted(scene, figure, told), None)) is not None
    }
    if not changed:
        return scene
    figures = tuple(
        replace(figure, measure=changed[figure.start], unit="person") if figure.start in changed else figure
        for figure in scene.figures
    )
    return replace(scene, figures=figures, resumed=frozenset(changed))


def _wanted(scene: Scene, figure: Figure, told: Sequence[str]) -> Iterator[str]:
    """Yield the measures of the sentence before that a word in the figure's clause can be about, the last first."""
    clause = scene.clause_at(figure.start)
    for hit in scene.hits:
        if scene.numbers[hit.first] == clause:
            yield from (measure for measure in reversed(told) if measure in _BY_TYPE.get(hit.entry.type, ()))


def _is_bare(scene: Scene, figure: Figure) -> bool:
    if figure.measure != "count" or figure.unit is not None or _is_age(scene, figure):
        return False
    return figure.group is None or is_demonym(figure.group, scene.language)


def _is_age(scene: Scene, figure: Figure) -> bool:
    """Whether a number stands alone between commas ("X, 68, ...")."""
    at, after = scene.index(figure.start) - 1, scene.index(figure.end - 1) + 1
    return at >= 0 and after < len(scene.words) and scene.words[at].text == scene.words[after].text == ","
