"""How likely two sentences tell one thing."""

import math
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careo.engines.base import Vector
from careo.stages.comparing.kinship import Line, kinship, words_in


def turned(angle: float) -> Vector:
    """Return a unit vector at an angle, so that two have a known cosine."""
    return np.array([math.cos(angle), math.sin(angle)], dtype=np.float32)


def line(report: str, text: str, angle: float, *names: str) -> Line:
    """Return a sentence of a report that names somebody, its meaning an angle."""
    return Line(report, text, turned(angle), frozenset(names), frozenset(), frozenset({"OTHER"}), early=False)


STORY = [
    line("a", "The cedar bridge at Orm fell into the river", 0.0, "orm"),
    line("a", "Rain is expected on Sunday", 1.2),
    line("b", "De cederhouten brug bij Orm stortte in", 0.2, "orm"),
    line("b", "Mayor Uhl was on holiday", 0.9, "uhl"),
    line("c", "Uhl will speak about schools", 1.4, "uhl"),
]


def chances(lines: list[Line], words: dict[str, Vector] | None = None) -> dict[tuple[str, str], float]:
    """Return, by the texts of two lines, the probability."""
    found = {}
    for a, b, chance in kinship(lines, words or {}):
        found[min(lines[a].text, lines[b].text), max(lines[a].text, lines[b].text)] = chance
    return found


def test_only_sentences_of_two_reports_are_laid_beside_each_other() -> None:
    """What one report says twice is its own affair."""
    for a, b, chance in kinship(STORY, {}):
        assert a < b and STORY[a].report != STORY[b].report and 0 <= chance <= 1
    assert list(kinship([], {})) == []


def test_the_bridge_is_likelier_one_thing_than_anything_else() -> None:
    """Near in meaning, with a name in both: of this story no two sentences have more in common."""
    found = chances(STORY)
    assert max(found, key=found.__getitem__) == tuple(sorted((STORY[0].text, STORY[2].text)))


def test_an_equal_figure_and_words_that_mean_alike_make_kin() -> None:
    """Each raises the probability where all else is the same."""
    rest = [line("c", f"schools {n}", 1.5 + n / 9) for n in range(9)]
    bare = [line("a", "cedars burned", 0.0), line("b", "ceders brandden", 0.5), *rest]
    counted = [*(replace(each, figures=frozenset({(90.0, 90.0)})) for each in bare[:2]), *rest]
    alike = {"cedars": turned(0), "ceders": turned(0.1), "burned": turned(1.5), "brandden": turned(-1.5)}
    key = ("cedars burned", "ceders brandden")
    assert chances(counted)[key] > chances(bare)[key]
    assert chances(bare, alike)[key] > chances(bare)[key]


@given(st.permutations(range(len(STORY))))
def test_the_order_of_sentences_changes_nothing(order: list[int]) -> None:
    """Reports may come in any order."""
    found, base = chances([STORY[n] for n in order]), chances(STORY)
    assert found.keys() == base.keys()
    assert all(math.isclose(found[key], base[key], abs_tol=1e-6) for key in base)


def test_words_are_of_three_letters_or_more_and_in_small_letters() -> None:
    """Marks, numbers and the shortest words are no sign of anything."""
    assert words_in("In 1998, DE Brücke fiel um.") == {"brücke", "fiel"}
