"""The line over a report that says when it was published."""

import pytest

from careo.text.sheet.layout import lines_of
from careo.text.sheet.masthead import is_signed, issue_day, masthead


def read(language: str, line: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the day and the names of the line."""
    [only] = lines_of(line)
    found = masthead(line, only, language)
    return (found.published.value, found.names) if found else None


@pytest.mark.parametrize(
    ("language", "line", "names"),
    [
        ("en", "Oldport, 24 Jan. 2023", ("Oldport",)),
        ("en", "Island Chronicle | News | 24 January 2023 10:20 GMT", ("Island Chronicle", "News")),
        (
            "en",
            "Island Chronicle. Weekly letter, 24 January 2023. By Mary Stone",
            ("Island Chronicle", "Weekly letter"),
        ),
        ("en", "Published 24 January 2023, updated 26 January 2023", ()),
        ("en", "Updated 26 January 2023 | Published 24 January 2023", ()),
        ("de", "Dienstag, 24.01.2023, 06:12 Uhr", ()),
        ("de", "Von Klara Vogt, 24. Januar 2023. Aktualisiert am 26. Januar 2023", ()),
        ("de", "Inselbote – 24. Januar 2023 – 10:20 Uhr", ("Inselbote",)),
        ("nl", "24 januari 2023 | Redactie Inselbote", ("Redactie Inselbote",)),
        ("nl", "Oosthaven, 24 januari 2023 (nka)", ("Oosthaven",)),
        ("es", "Inés Prado · Puerto Viejo · 24 de enero de 2023", ("Inés Prado", "Puerto Viejo")),
    ],
)
def test_a_row_of_pieces_with_a_day_dates_a_report(language: str, line: str, names: tuple[str, ...]) -> None:
    """The day of publication is found among places, papers, people and clock times; the day of a change is not it."""
    assert read(language, line) == ("2023-01-24", names)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The storm of 24 January 2023 broke the bridge"),
        ("en", "Updated 24 January 2023"),
        ("en", "Update, 24 January 2023"),
        ("en", "Oldport, 03/05/2024"),
        ("en", "24 January 2023, 26 January 2023"),
        ("en", "Source: Island Chronicle, 24 January 2023"),
        ("en", "Oldport, 24 January"),
        ("de", "Johann Beck (Altstadt, 24. Januar 1923)"),
        ("de", "Eröffnet am 24. Januar 2023"),
        ("nl", "Aantal inwoners: 12.345 (24 januari 2023)"),
        ("es", "Nació en Puerto Viejo, el 24 de enero de 1923"),
        ("es", "Murió el 24 de enero de 1923."),
    ],
)
def test_other_lines_with_a_day_date_nothing(language: str, line: str) -> None:
    """Sentences, lives, changes, credits and days of an uncertain order are left alone."""
    assert read(language, line) is None


def test_the_month_may_be_in_another_language() -> None:
    """An archive dates in its own language; a day in numbers keeps the order of the report's."""
    assert read("en", "Der Inselbote, 24. Januar 2023") == ("2023-01-24", ("Der Inselbote",))


def test_a_line_of_who_and_where_is_signed() -> None:
    """A known writer in a row of names is a byline; in a sentence it is a person."""
    for line, expected in (
        ("Mary Stone, Oldport", True),
        ("Mary Stone was there.", False),
        ("Ann Bell, Oldport", False),
    ):
        assert is_signed(line, lines_of(line)[0], "en", ("Mary Stone",)) is expected


@pytest.mark.parametrize(
    ("line", "language", "writers"),
    [
        ("Posted on May 3, 2011 by Mary Stone", "nl", ("Mary Stone",)),
        ("mardi 3 mai 2011, par Odette Mare", "fr", ("Odette Mare",)),
        ("Publicado em 3 de maio de 2011 - Por Ana Pires e Rui Leal", "pt", ("Ana Pires", "Rui Leal")),
        ("Inserito il 3 maggio 2011 da Comitato Mulino", "it", ("Comitato Mulino",)),
    ],
)
def test_a_byline_beside_the_day_names_the_writers(line: str, language: str, writers: tuple[str, ...]) -> None:
    """A line that dates a report may say who wrote it, also in the words of an English page."""
    found = masthead(line, lines_of(line)[0], language)
    assert found is not None
    assert (found.published.value, found.writers) == ("2011-05-03", writers)


def test_a_running_head_gives_the_day_of_the_issue() -> None:
    """A name and a day are a running head; a sentence with a day is none."""
    found = issue_day("The Mill Courier   Tuesday, May 3, 2011", "en")
    assert found is not None
    assert found.value == "2011-05-03"
    assert issue_day("The bridge was closed on May 3, 2011", "en") is None
