"""Words by their consonants."""

import pytest

from careo.text.skeleton import skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelensky", "Selenskyj", "Зеленский"),
        ("Tolstoi", "Tolstoy", "Толстой"),
        ("Muhammad", "Mohammed"),
        ("Κύπρος", "Kypros"),
    ],
)
def test_spellings_of_one_name_share_their_skeleton(spellings: tuple[str, ...]) -> None:
    """Scripts, vowels and habits of spelling do not matter."""
    assert len({skeleton(word)[:3] for word in spellings}) == 1


def test_figures_stay_whole_and_signs_are_nothing() -> None:
    """A number is no word, and a mark has no skeleton."""
    assert (skeleton("2026"), skeleton("–"), skeleton("٢٠٢٦")) == ("2026", "", "2026")
