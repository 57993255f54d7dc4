"""Words and patterns over them."""

from careo.text.words import Patterns, words


def found(patterns: list[str], text: str) -> list[tuple[int, int, int, int]]:
    sequence = words(text, 0, len(text))
    return [(m.first, m.last, m.ends, m.pattern) for m in Patterns(patterns).find(sequence)]


def test_a_star_stands_for_any_letters() -> None:
    """`approv*` finds every form that begins so, whatever its case."""
    assert found(["approv*"], "They Approved it, approving much.") == [(1, 2, 2, 0), (4, 5, 5, 0)]


def test_a_split_verb_is_found_with_its_particle() -> None:
    """Words between the parts do not hide a verb; its trigger is the first part."""
    assert found(["keur* .. goed"], "Het hof keurde de wet gisteren goed.") == [(2, 3, 7, 0)]


def test_a_pattern_with_a_capital_keeps_its_case() -> None:
    """The body UN is not the article "un"."""
    assert found(["UN"], "un día la UN votó") == [(3, 4, 4, 0)]


def test_abbreviations_stay_whole() -> None:
    """Dotted abbreviations are one word, with or without a space inside."""
    text = "EE. UU. y U.S. forces"
    assert [word.text for word in words(text, 0, len(text))] == ["EE. UU.", "y", "U.S.", "forces"]
