"""Words are found whatever their case, accents and endings, in any script."""

import pytest

from careo.text.normalise import fold
from careo.text.sought import sought


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("soldat", "Fünf Soldaten kamen."),
        ("LEON", "Ayer, en León, nada."),
        ("leon", "Ayer, en Leo\u0301n, nada."),
        ("Łódź", "w Lodzi i w Łodzi"[:6]),
        ("strasse", "Die Straße ist gesperrt."),
        ("straße", "Die STRASSE ist gesperrt."),
        ("blue river", "at Blue-River dam"),
        ("лед", "Лёд на реке"),
        ("جسر", "أغلق جسر المدينة"),
        ("大桥", "警方封锁了大桥。"),
        ("橋", "昨日、橋が閉鎖された。"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    """Case, accents, ligatures and what follows a word's beginning do not count."""
    wanted = sought([phrase])
    assert wanted is not None
    assert wanted.perhaps(fold(text))
    assert wanted.inside(text)


@pytest.mark.parametrize(
    ("phrase", "text"), [("art", "eine Karte"), ("blue river", "blue and river"), ("a.b", "axb"), ("лес", "колесо")]
)
def test_a_phrase_is_not_found(phrase: str, text: str) -> None:
    """The middle of a word is no beginning, words between are not passed over, and signs are not patterns."""
    wanted = sought([phrase])
    assert wanted is not None
    assert not wanted.inside(text)


def test_any_of_several() -> None:
    """One of the phrases is enough."""
    wanted = sought(["Bolivia", "Bolivien"])
    assert wanted is not None
    assert wanted.inside("Aus Bolivien")
    assert not wanted.inside("Aus Brasilien")


def test_nothing_to_look_for() -> None:
    """Signs alone are no phrase."""
    assert sought(["!?", ""]) is None
