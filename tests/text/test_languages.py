"""Which language a text is in."""

import pytest

from careo.text.languages import identify, without_rules
from careo.text.unspaced import count_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Ministerin reiste am Abend ab, ohne die Fragen zu beantworten.", "de"),
        ("De minister vertrok gisteren zonder de vragen te beantwoorden.", "nl"),
        ("La ministra salió ayer por la noche sin responder a las preguntas.", "es"),
        ("The minister left last night without answering the questions.", "en"),
        ("Rio", "und"),
        ("", "und"),
        ("12.345 + 67 = ???", "und"),
    ],
)
def test_identify(text: str, language: str) -> None:
    """A sentence names its language; a bare name or figures do not."""
    assert identify(text) == language


def test_a_language_without_rules_is_named() -> None:
    """A person reads the name of the language and what is done with the report; one that cannot be told is said so."""
    said = without_rules("pl")
    assert said.startswith("no rules for Polish (pl): read, dated and grouped")
    assert "docs/how-to/add-a-language.md" in said
    assert "could not be told" in without_rules("und")


@pytest.mark.parametrize(
    ("text", "words"),
    [("Twelve reports, one origin.", 4), ("国防部长宣布演习", 5), ("演習を発表した", 4), ("การซ้อมรบ", 5), ("", 0)],
)
def test_words_are_counted_without_spaces_too(text: str, words: int) -> None:
    """Two letters of a script without spaces count as a word, so that such a text is not taken for empty."""
    assert count_words(text) == words
