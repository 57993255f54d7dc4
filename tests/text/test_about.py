"""Remarks on the page itself."""

import pytest

from careo.text.sheet.about import is_about_itself
from careo.text.sheet.layout import lines_of

BODY = "\n".join(["The ferry to the island was stopped by the harbour office after a night of strong wind."] * 12)


def told(language: str, line: str, *, before: str = "", after: str = BODY) -> bool:
    """Tell whether the line is such a remark, with text before and after it."""
    text = "\n".join(part for part in (before, line, after) if part)
    lines = lines_of(text)
    index = next(number for number, one in enumerate(lines) if text[one.start : one.end] == line)
    return is_about_itself(text, lines, index, language)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "This page is invented."),
        ("en", "Drafted as an exercise; the harbour office and its director are fictitious."),
        ("en", "(This article was written for training. The names in it are made up.)"),
        ("de", "Dieser Beitrag ist frei erfunden."),
        ("de", "Nur als Übung verfasst, das Hafenamt und sein Leiter sind fiktiv."),
        ("nl", "Dit bericht is verzonnen."),
        ("nl", "Opgesteld als oefening; het havenbedrijf en de directeur bestaan niet."),
        ("es", "Nota redactada como ejercicio: la oficina del puerto y su directora no existen."),
        ("es", "Este artículo es ficticio."),
    ],
)
def test_a_line_on_its_own_page_is_told(language: str, line: str) -> None:
    """What says that the page was made up, in any of the usual ways, is a remark, at the top and at the end."""
    assert told(language, line)
    assert told(language, line, before=BODY, after="")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The demonstration was made for the cameras, and its numbers were invented, a witness said."),
        ("en", "“This report is invented,” the minister said on Monday."),
        ("en", "Written records of the harbour were made up by a clerk, an exercise in fraud, the court heard."),
        ("en", "This report was written by a team of five."),
        ("de", "Dieser Bericht sei erfunden, sagte der Minister am Montag."),
        ("de", "Zur Demonstration kamen nach Angaben der Polizei tausend Menschen."),
        ("nl", "De verzonnen naam stond op een tekst die voor de demonstratie was geschreven, zei de rechter."),
        ("es", "La nota fue escrita para la demostración del martes, dijo la alcaldesa."),
    ],
)
def test_news_of_inventions_is_no_remark(language: str, line: str) -> None:
    """Protests, reports and inventions in the news are news."""
    assert not told(language, line)


def test_a_remark_stands_at_either_end() -> None:
    """In the middle of a report nobody speaks of the page."""
    assert not told("en", "This page is invented.", before=BODY)
