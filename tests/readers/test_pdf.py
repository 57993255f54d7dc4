"""PDF files."""

import pytest

from careo.errors import UnreadableInput
from careo.readers.base import Article
from careo.readers.guard import parse
from careo.readers.pdf import PdfText
from careo.settings import Settings
from tests.make import make_received
from tests.readers.make_pdf import locked, make_pdf, set_lines, without_letters

BODY = (
    "The bridge near the old mill has been closed since Monday morning,",
    "the province said, and work on the second arch of it will take at",
    "least three weeks.",
    "",
    "People who live there find that too long, said Mary Stone, who",
    "speaks for them, and they want a ferry over the river.",
)
TEXT = [
    "The bridge near the old mill has been closed since Monday morning, the province said, and work on the second arch "
    "of it will take at least three weeks.",
    "People who live there find that too long, said Mary Stone, who speaks for them, and they want a ferry over the "
    "river.",
]


def article(data: bytes) -> Article:
    """Return the document's article."""
    [found] = PdfText().read(make_received(data, media_type="application/pdf"))
    return found


def texts(data: bytes) -> list[str]:
    """Return the text of each paragraph."""
    return [paragraph.text for paragraph in article(data).paragraphs]


def test_lines_become_paragraphs_again() -> None:
    """Line breaks inside a paragraph are joined, and more room between two lines parts paragraphs."""
    assert texts(make_pdf(set_lines(*BODY))) == TEXT


def test_an_indent_parts_paragraphs() -> None:
    """Where paragraphs follow each other without room, the indent of the first line tells."""
    above, below = set_lines(*BODY[:3], "They want a ferry.")[:3], set_lines(*BODY[4:], top=744, x=82)
    below[1:] = set_lines(BODY[5], top=732)
    assert texts(make_pdf([*above, *below])) == TEXT


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    """A sentence broken at the foot of a column is one with the rest of it at the head of the next."""
    left, right = set_lines(*BODY[:2]), set_lines(*BODY[2:], x=320)
    assert texts(make_pdf([*left, *right])) == TEXT


def test_each_paragraph_has_its_page() -> None:
    """Paragraphs know the page they begin on, and one that stops in mid sentence goes on overleaf."""
    found = article(make_pdf(set_lines(*BODY[:2]), set_lines(*BODY[2:]))).paragraphs
    assert [paragraph.page for paragraph in found] == [1, 2]
    assert BODY[2] in found[0].text
    assert " ".join(paragraph.text for paragraph in found) == " ".join(TEXT)


def test_the_largest_type_of_the_first_page_is_the_headline() -> None:
    """A headline of two lines in larger type is one paragraph, and the title where the metadata gives none."""
    head = set_lines("Bridge at the mill", "closed for three weeks", top=810, size=18, leading=20)
    found = article(make_pdf([*head, *set_lines(*BODY, top=760)]))
    assert [(one.role, one.text) for one in found.paragraphs] == [
        ("headline", "Bridge at the mill closed for three weeks"), (None, TEXT[0]), (None, TEXT[1]),
    ]  # fmt: skip
    assert found.title == "Bridge at the mill closed for three weeks"


@pytest.mark.parametrize("count", [2, 3, 7])
def test_running_heads_and_page_numbers_are_furniture(count: int) -> None:
    """What stands at the edge of every page, but for its number, is marked and kept."""
    pages = [
        [
            (70.0, 815.0, 8.0, f"THE DYKE MESSENGER - {number}"),
            *set_lines(*(f"{'abcdefg'[number - 1]} {line}" if line else "" for line in BODY)),
            (290.0, 30.0, 8.0, f"Page {number} of {count}"),
        ]
        for number in range(1, count + 1)
    ]
    found = article(make_pdf(*pages)).paragraphs
    furniture = [one.text for one in found if one.role == "furniture"]
    assert furniture == [
        text for n in range(1, count + 1) for text in (f"THE DYKE MESSENGER - {n}", f"Page {n} of {count}")
    ]
    assert [one.page for one in found if one.role is None] == sorted([*range(1, count + 1)] * 2)


def test_a_single_page_has_no_running_head_but_its_number() -> None:
    """On one page only a bare page number is told; nothing says that the first line repeats."""
    found = article(make_pdf([*set_lines(*BODY), (290.0, 30.0, 10.0, "- 4 -")])).paragraphs
    assert [(one.role, one.text) for one in found] == [(None, TEXT[0]), (None, TEXT[1]), ("furniture", "- 4 -")]


@pytest.mark.parametrize(
    ("title", "author", "expected"),
    [
        ("Bridge closed since Monday", "Mary Stone", (None, ("Mary Stone",))),
        ("closed since monday MORNING", "Karl Karlsen", ("closed since monday MORNING", ())),
        ("Microsoft Word - bridge.doc", "Admin", (None, ())),
        ("", "", (None, ())),
    ],
)
def test_metadata_count_where_the_pages_bear_them_out(
    title: str, author: str, expected: tuple[str | None, tuple[str, ...]]
) -> None:
    """A title or author that only the file's metadata know is a program's or the computer owner's."""
    found = article(make_pdf(set_lines(*BODY), info=f"/Title ({title}) /Author ({author})"))
    assert (found.title, found.author) == expected


def test_the_files_own_dates_are_no_publication() -> None:
    """When the file was made says nothing of when the report came out; its language is a hint."""
    found = article(
        make_pdf(
            set_lines(*BODY),
            info="/CreationDate (D:20210309080000) /ModDate (D:20210310080000)",
            root="/Lang (en-GB)",
        )
    )
    assert (found.published, found.language) == ((), "en-GB")


def test_ligatures_are_letters() -> None:
    """Letters that the printer tied together come out apart, as they were written."""
    data = make_pdf(set_lines("The o%ce was shut.")).replace(
        b"/Encoding /WinAnsiEncoding",
        b"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [37 /ffi] >>",
    )
    assert texts(data) == ["The office was shut."]


def test_a_locked_pdf_says_so() -> None:
    """A PDF that needs a password is refused with a mend; one locked against editing only is read."""
    data = make_pdf(set_lines(*BODY))
    with pytest.raises(UnreadableInput, match="password; open it"):
        article(locked(data, "heron"))
    assert texts(locked(data, "")) == TEXT


@pytest.mark.parametrize("pages", [[[]], [[], []], [set_lines("12", "--")]])
def test_a_scanned_pdf_says_so(pages: list[list[tuple[float, float, float, str]]]) -> None:
    """Pages without one letter are pictures: refused with a mend."""
    with pytest.raises(UnreadableInput, match=r"scanned.*; put a text layer in"):
        article(make_pdf(*pages))


def test_fonts_that_hide_their_letters_say_so() -> None:
    """Signs nobody can read are not handed on as text."""
    with pytest.raises(UnreadableInput, match="which letters they show; save"):
        article(without_letters(make_pdf(set_lines("ABCDABCD e", "DCBADCBA"))))


WHOLE = make_pdf(set_lines(*BODY), set_lines(*BODY))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 nothing",
        b"%PDF-1.7\n%%EOF",
        WHOLE[:400],
        WHOLE.replace(b"/Kids [4 0 R", b"/Kids [2 0 R"),
        WHOLE.replace(b"/Contents 5 0 R", b"/Contents 4 0 R"),
    ],
)
def test_a_broken_pdf_costs_itself_only(data: bytes) -> None:
    """Behind the wall a damaged, cut-off or circular file is one error with a mend, or still gives some text."""
    settings = Settings(parse_seconds=10)
    received = make_received(data, origin="a.pdf", media_type="application/pdf")
    try:
        assert parse(received, settings)[0].paragraphs
    except UnreadableInput as error:
        assert str(error).startswith("a.pdf: ")
        assert ";" in str(error)
    whole = make_received(WHOLE, origin="b.pdf", media_type="application/pdf")
    assert parse(whole, settings)[0].paragraphs[0].page == 1


def test_a_trailer_without_its_root_costs_nothing() -> None:
    """The pages of a file whose trailer has lost its root are found, and read."""
    data = make_pdf([(72, 700, 11, "The bridge is shut for three weeks, the province said.")])
    [found] = PdfText().read(make_received(data.replace(b"/Root", b"/Ruin"), media_type="application/pdf"))
    assert found.paragraphs[0].text.startswith("The bridge is shut")
