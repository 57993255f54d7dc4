"""Which language a text is in."""

import pytest

from careo.text.languages import identify


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
