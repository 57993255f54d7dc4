"""Plain text."""

import codecs

import pytest

from careo.errors import UnreadableInput
from careo.readers.runs import Piece
from careo.readers.text import PlainText
from careo.readers.unwrapped import unwrapped
from tests.make import make_received

TEXT = "Ärzte über die Brücke: „Müßig“, größer, später, Öl für Jürgen und die Männer von nebenan."


def lines_of(data: bytes, media_type: str = "text/plain") -> list[str]:
    """Return the lines the reader makes."""
    [article] = PlainText().read(make_received(data, media_type=media_type))
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(data: bytes) -> None:
    """Byte-order marks and legacy encodings are understood and leave no trace."""
    assert lines_of(data) == [TEXT]


def test_a_few_broken_bytes_do_not_change_the_rest() -> None:
    """UTF-8 with one damaged letter stays UTF-8."""
    assert lines_of(TEXT.encode() + b"\xff") == [TEXT + "\ufffd"]


def test_lines_stay_lines_with_their_gaps() -> None:
    """Any kind of line end makes a line, and an empty one is kept."""
    assert lines_of(b"one two\r\n\r\nthree\rfour\n") == ["one two", "", "three", "four", ""]


@pytest.mark.parametrize("data", [b"", b" \n\t", b"12 -- 13"])
def test_no_letter_is_no_text(data: bytes) -> None:
    """Without a letter there is nothing to read."""
    with pytest.raises(UnreadableInput, match="not one word"):
        lines_of(data)


def joined(lines: list[str]) -> list[str]:
    """Return the lines of a text after hard wraps are undone."""
    return ["".join(piece.text for piece in line) for line in unwrapped([Piece(line) for line in lines])]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines broken at a narrow measure in mid sentence become one line a paragraph, letters unchanged."""
    paragraph = [
        "The bridge near the old mill has been closed since Monday morning,",
        "the province said, and work on the second arch of it will take at",
        "least three weeks, during which all traffic is led over the dyke",
        "road.",
    ]
    assert joined([*paragraph, "", *paragraph]) == [" ".join(paragraph), "", " ".join(paragraph)]


def test_other_lines_are_left_alone() -> None:
    """A list, a poem and a text with a paragraph a line come back as they are."""
    short = ["one", "two", "three", "four", "five", "six"]
    whole = ["A sentence that ends here and is of a middling length, said he."] * 6
    assert joined(short) == short
    assert joined(whole) == whole


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_letter_has_its_place_in_the_source(encoding: str, end: str) -> None:
    """Whatever ends the lines, and where they were wrapped, each run is the source letter for letter."""
    wrapped = [
        "  Die Brücke bei der alten Mühle ist seit Montag für",
        "alle gesperrt, und die Arbeit an ihr dauert noch",
    ] * 4
    source = end.join(["Ärger über die Brücke", "", *wrapped, "", *wrapped])
    data = source.encode(encoding)
    [article] = PlainText().read(make_received(data))
    decoded = data.decode(article.encoding or "")
    assert any(" " in paragraph.text and len(paragraph.runs) > 1 for paragraph in article.paragraphs)
    for paragraph in article.paragraphs:
        covered = [paragraph.text[run.start : run.end] for run in paragraph.runs]
        assert covered == [decoded[run.source : run.source + run.end - run.start] for run in paragraph.runs]
        assert sum(map(len, covered)) >= len(paragraph.text) - paragraph.text.count(" ")


def test_the_head_of_a_wrapped_text_is_not_one_paragraph() -> None:
    """A title, a byline and a line with the day that stand close together are three."""
    head = "Bridge at the mill closed for three weeks\nBy Mary Stone\nTuesday, May 3, 2011\n\n"
    block = (
        "The bridge near the old mill has been closed since Monday morning,\n"
        "the province said, and work on the second arch of it will take at\n"
        "least three weeks, while the old road is open for all of the traffic\n"
        "that has to cross the river.\n"
    )
    received = make_received((head + block + "\n" + block).encode(), media_type="text/plain")
    [found] = PlainText().read(received)
    shown = [one.text for one in found.paragraphs if one.text]
    assert shown[:3] == ["Bridge at the mill closed for three weeks", "By Mary Stone", "Tuesday, May 3, 2011"]
    assert len(shown) == 5


def test_named_lines_above_a_text_are_its_facts() -> None:
    """Outlet, day and headline may be said by name, in any of the seven languages; they are not text then."""
    data = b"Krant: De Polderbode\nDatum: 3 maart 2024\nTitel: Brug dicht\n\nDe brug is dicht.\n"
    [article] = PlainText().read(make_received(data, media_type="text/plain"))
    assert (article.publisher, article.title) == ("De Polderbode", "Brug dicht")
    assert [date.value for date in article.published] == ["2024-03-03"]
    assert [paragraph.text for paragraph in article.paragraphs if paragraph.text] == ["Brug dicht", "De brug is dicht."]


@pytest.mark.parametrize("head", ["Source: Northern Wire", "Minister: no comment\nDate: 2024-03-03", "Title: A bridge"])
def test_other_lines_are_text(head: str) -> None:
    """A lone credit, a line with an unknown name, or a title alone stay where they are."""
    assert lines_of(f"{head}\n\nThe bridge is closed.".encode())[0] == head.split("\n")[0]
