"""Spellings of names."""

import pytest

from careo.text.names.likeness import covers, parts, variant


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tomás Lindo", "Thomas Lindoz"), ("Ana María Robles", "Ana Roblez"), ("Jo Kettner", "Ida Kettner")],
)
def test_alike_family_names_are_offered_as_variants(one: str, other: str) -> None:
    """A likely misspelling is found, and the reason shows both spellings."""
    reason = variant(one, other)
    assert reason is not None
    assert one.split()[-1] in reason or one.split()[0] in reason


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Robles", "Ana Kettner"), ("Robles", "Roblez"), ("Ana Robles", "Ana Robles")]
)
def test_other_family_names_and_lone_names_are_no_variants(one: str, other: str) -> None:
    """A shared given name, or a single word, says too little."""
    assert variant(one, other) is None


def test_a_fuller_name_covers_a_shorter_one() -> None:
    """A second family name does not make another person; a lone word is not enough."""
    assert covers(parts("Inés Robles Vega"), parts("Ines Robles"))
    assert not covers(parts("Inés Robles Vega"), parts("Robles"))
    assert not covers(parts("Inés Robles"), parts("Robles Inés"))
