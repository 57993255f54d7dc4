"""Tables of articles."""

import pytest

from careo.errors import InputError, UnreadableInput
from careo.readers import records
from careo.readers.base import Article
from careo.readers.tables import Table
from tests.make import make_received
from tests.readers.shown import shown

BODY = "De brug bij de molen is sinds maandag dicht voor alle verkeer."


def articles(source: str | bytes) -> tuple[Article, ...]:
    """Return the articles of a table."""
    return Table().read(make_received(source, media_type="text/csv"))


def dates(*cells: str, language: str = "en") -> list[str | None]:
    """Return the day that is read from each date of a table."""
    rows = "".join(f'"{BODY}","{cell}",{language}\n' for cell in cells)
    found = articles("text,date,language\n" + rows)
    assert all(date.evidence in cells and date.method == "record" for one in found for date in one.published)
    return [next((date.value for date in one.published), None) for one in found]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_is_an_article(delimiter: str, end: str, encoding: str) -> None:
    """Every field of a row comes out, whatever parts the cells and however the file is encoded."""
    names = ["Title", "Text", "Published at", "Author", "Outlet", "URL", "Lang"]
    cells = ["Brug, dicht", f"{BODY}{end}En: „nóg” een; regel", "2021-03-09T23:30:00+01:00", "Els Maas; Jan Dijk",
             "De Dijkbode", "https://dijkbode.example.org/brug", "nl"]  # fmt: skip
    rows = (delimiter.join(f'"{cell}"' for cell in row) for row in (names, cells))
    [found] = articles((end.join(rows) + end).encode(encoding))
    assert shown(found) == [("headline", "Brug, dicht"), (None, BODY), (None, "En: „nóg” een; regel")]
    assert (found.title, found.author, found.publisher) == ("Brug, dicht", ("Els Maas", "Jan Dijk"), "De Dijkbode")
    assert (found.url, found.language) == ("https://dijkbode.example.org/brug", "nl")
    assert [(date.value, date.method, date.evidence) for date in found.published] == [
        ("2021-03-09", "record", "2021-03-09T23:30:00+01:00")
    ]


@pytest.mark.parametrize(
    "head",
    [
        "headline;content;date;publisher",
        "Titel;Inhalt;Datum;Quelle",
        "titel;tekst;datum;bron",
        "TÍTULO;Texto;Fecha;Medio",
        "título;conteúdo;data;veículo",
        "titre;texte;date de publication;journal",
        "titolo;testo;data;testata",
        "id;article_title;article_text;pub_date;source_name",
    ],
)
def test_columns_are_known_in_many_habits(head: str) -> None:
    """The same table is read under the names of seven languages, with capitals, accents and marks."""
    row = f"Brug dicht;{BODY};2021-03-09;De Dijkbode\n"
    [found] = articles(f"{head}\n{'7;' if head.startswith('id') else ''}{row}")
    assert (found.title, found.publisher, found.published[0].value) == ("Brug dicht", "De Dijkbode", "2021-03-09")
    assert found.paragraphs[-1].text == BODY


def test_a_source_may_be_a_name_or_an_address() -> None:
    """What a column called source holds decides what it is."""
    named, linked = articles(f"text,source\n{BODY},De Dijkbode\n{BODY},https://d.example/a\n")
    assert (named.publisher, named.url) == ("De Dijkbode", None)
    assert (linked.publisher, linked.url) == (None, "https://d.example/a")


@pytest.mark.parametrize(
    ("cell", "language", "expected"),
    [
        ("2021-03-09", "en", "2021-03-09"),
        ("20210309", "en", "2021-03-09"),
        ("09.03.2021 14:00", "de", "2021-03-09"),
        ("25/04/2021", "en", "2021-04-25"),
        ("4/25/2021", "en", "2021-04-25"),
        ("04/04/2021", "en", "2021-04-04"),
        ("03/04/2021", "en", None),
        ("03/04/2021", "es", None),
        ("03-04-2021", "nl", None),
        ("03/04/21", "en", None),
        ("9 de marzo de 2021", "es", "2021-03-09"),
        ("March 9, 2021", "nl", "2021-03-09"),
        ("yesterday", "en", None),
        ("1615244400", "en", None),
        ("0000-00-00", "en", None),
    ],
)
def test_a_date_that_could_be_two_is_none(cell: str, language: str, expected: str | None) -> None:
    """A day is read where one reading is possible; else it stays unknown."""
    assert dates(cell, language=language) == [expected]


def test_one_date_settles_the_order_of_the_file() -> None:
    """A day above twelve in any row tells how the others are written; two that quarrel tell nothing."""
    assert dates("03/04/2021", "25/04/2021") == ["2021-04-03", "2021-04-25"]
    assert dates("03/04/2021", "4/25/2021") == ["2021-03-04", "2021-04-25"]
    assert dates("03/04/2021", "4/25/2021", "25/04/2021") == [None, "2021-04-25", "2021-04-25"]


def test_rows_without_text_are_passed_over() -> None:
    """A row that only has a title is no report; one with a teaser has that as its lead."""
    found = articles(f"title,summary,text\nA,,\nB,Kort nieuws.,\nC,Kort nieuws.,{BODY}\n,,\n")
    assert [shown(one) for one in found] == [
        [("headline", "B"), ("lead", "Kort nieuws.")],
        [("headline", "C"), (None, BODY)],
    ]


def test_a_cell_with_tags_gives_its_paragraphs() -> None:
    """HTML inside a cell is read as HTML, entities in plain text as what they stand for."""
    html, plain = articles('text\n"<p>Een &amp; twee.</p><p>Drie <b>vier</b>.</p>"\n"R&D en Brug &amp; molen: 1 < 2"\n')
    assert shown(html) == [(None, "Een & twee."), (None, "Drie vier.")]
    assert shown(plain) == [(None, "R&D en Brug & molen: 1 < 2")]


def test_a_table_without_a_text_says_what_it_has() -> None:
    """The error names the columns that are there and those looked for."""
    with pytest.raises(UnreadableInput, match=r"names are: nummer, kleur; looked for: text, body"):
        articles("nummer,kleur\n1,rood\n")


@pytest.mark.parametrize(
    "source", ["", "\n\n", "text", "text\n", "text,title\n,T\n", '"text\n' + "x" * 2_000_000, "\0"]
)
def test_a_broken_table_is_unreadable(source: str) -> None:
    """An empty table, one without rows and a quotation that never ends are refused with a mend."""
    with pytest.raises(UnreadableInput, match=";"):
        articles(source)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table longer than one capture may be says so."""
    monkeypatch.setattr(records, "MOST", 2)
    with pytest.raises(InputError, match="more than 2 articles"):
        articles(f"text\n{BODY}\n{BODY}\n{BODY}\n")


def test_excel_may_name_its_delimiter() -> None:
    """The line by which Excel is told the delimiter is no row."""
    [found] = articles(f"sep=;\r\ntitle;text\r\nA, B;{BODY}\r\n")
    assert found.title == "A, B"
