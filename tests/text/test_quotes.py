"""Where a text quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Er sagte: „Wir bleiben hier“, und ging.", ["„Wir bleiben hier“"]),
        ("Er sagte: »Wir bleiben« und »gehen nicht«.", ["»Wir bleiben«", "»gehen nicht«"]),
        ('Er sagte "ja" und sie sagte "nein".', ['"ja"', '"nein"']),
        ("Zij noemde het “een grap”.", ["“een grap”"]),
        ("Hij riep ‘kom mee’ en liep weg.", ["‘kom mee’"]),
        ("Het is ‘s avonds koud in 's-Hertogenbosch, zo'n tien graden.", []),
        ("Dijo: «No iremos».", ["«No iremos»"]),
        ("It’s the soldiers’ base and the people's house.", []),
        ("She said “he called it ‘a joke’ twice”.", ["“he called it ‘a joke’ twice”", "‘a joke’"]),
        ("„Außen ‚innen‘ außen“", ["„Außen ‚innen‘ außen“", "‚innen‘"]),
        ("“Never closed and then a line.\n\nA new “closed” one.", ["“closed”"]),
        ("“One line\nand the next” closed.", ["“One line\nand the next”"]),
        ('A 6" pipe and no more.', []),
        ("", []),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    """Quotations are found with their marks; apostrophes and unclosed marks are none."""
    assert [text[start:end] for start, end in find_quotes(text, "und")] == quotes


@given(st.text(alphabet="ab .\n„“”\"«»‹›‘’'", max_size=40))
def test_quotes_stay_inside(text: str) -> None:
    """Whatever the text, spans are inside it, in order, begin and end with a mark, and cross no blank line."""
    spans = find_quotes(text, "de")
    assert list(spans) == sorted(spans)
    for start, end in spans:
        assert text[start] in "„“”\"«»‹›‘’'" and text[end - 1] in "„“”\"«»‹›‘’'"
        assert end - start >= 2 and "\n\n" not in text[start:end]
