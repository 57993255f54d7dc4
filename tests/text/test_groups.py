"""What a figure counts, in words shared by all languages."""

import pytest

from careo.text.values.groups import classes_of, compare_groups


@pytest.mark.parametrize(
    ("phrase", "language", "class_"),
    [
        ("Bundeswehrsoldaten", "de", "soldier"),
        ("Norwegian troops", "en", "soldier"),
        ("agentes de policía", "es", "police"),
        ("membres des forces de l'ordre", "fr", "police"),
        ("bambini", "it", "child"),
        ("gewonde betogers", "nl", "protester"),
        ("trabalhadores", "pt", "worker"),
        ("inhabitants", "en", "person"),
    ],
)
def test_a_counted_noun_has_one_class_in_every_language(phrase: str, language: str, class_: str) -> None:
    """Plurals, compounds and words around the noun do not hide it."""
    assert class_ in classes_of(phrase, language)


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (("soldats", "fr"), ("soldaten", "nl"), "same"),
        (("Menschen", "de"), ("policías", "es"), "part"),
        (("mulheres", "pt"), ("soldati", "it"), "other"),
        (("turbines", "en"), ("turbinas", "es"), "unknown"),
        (("wind turbines", "en"), ("turbine", "en"), "same"),
        ((None, "en"), ("people", "en"), "unknown"),
    ],
)
def test_groups_are_compared_across_languages(one: tuple, other: tuple, standing: str) -> None:
    """What is not known to be the same is unknown, never other; the order does not matter."""
    assert compare_groups(one, other) == compare_groups(other, one) == standing
