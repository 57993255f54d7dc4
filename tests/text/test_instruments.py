"""Laws, decrees, resolutions and articles."""

import pytest

from careo.text.values.instruments import find_instruments


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "nach Artikel 88 Absatz 2 der Verfassung", ("constitution", None, "88 (2)", None)),
        ("de", "das Dekret 1.204 der Kammer vom 7. März 2022 gilt", ("decree", "1.204", None, "2022-03-07")),
        ("nl", "volgens artikel 14 van de grondwet", ("constitution", None, "14", None)),
        ("nl", "bij decreet ingevoerd", ("decree", None, None, None)),
        ("es", "la Ley N.º 512 de la cámara", ("law", "512", None, None)),
        ("es", "por decreto supremo", ("decree", None, None, None)),
        ("en", "under Resolution 1701 of 11 August 2006", ("resolution", "1701", None, "2006-08-11")),
        ("en", "Article 12 (3) of the constitution", ("constitution", None, "12 (3)", None)),
    ],
)
def test_instruments_have_number_article_and_date(language: str, text: str, wanted: tuple[str | None, ...]) -> None:
    """What identifies a law is read from the words around it, and its span is exact."""
    (found,) = find_instruments(text, language, 0, len(text))
    assert (found.type, found.number, found.article, found.date) == wanted
    assert text[found.start : found.end] == found.verbatim


def test_the_word_law_alone_is_none() -> None:
    """A law without number, article or date cannot be told from another."""
    assert find_instruments("The law was criticised.", "en", 0, 23) == ()
