"""Pieces of HTML."""

import pytest

from careo.readers.markup import one_line, paragraphs

OWN = "https://dijkbode.example.org/brug?p=12"


def texts(source: str) -> list[str]:
    """Return the text of each paragraph."""
    return [paragraph.text for paragraph in paragraphs(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One <b>two</b>\n three.</p><p>Four<br>five</p>six", ["One two three.", "Four", "five", "six"]),
        ("<div><h2>Head</h2>text<ul><li>a<li>b</ul></div>", ["Head", "text", "a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a b", "c"]),
        ("<p>a<script>x('<p>no</p>')</script><style>p{}</style><!-- no --> b</p>", ["a b"]),
        ("<p>a</p><video><p>no</p><source src=x></video> b", ["a", "b"]),
        ("<p>5 < 6 &amp; 7&nbsp;km &eacute;</p>", ["5 < 6 & 7\xa0km é"]),
        ("Fish &amp; chips, 5 < 6", ["Fish & chips, 5 < 6"]),
        ("one\n  two\n\n  three", ["one two", "three"]),
        ("", []),
        ("<p> </p><img src=x>", []),
        ("<p>a\x00b\ud800</p>", ["ab\ufffd"]),
    ],
)
def test_markup_becomes_paragraphs(source: str, expected: list[str]) -> None:
    """Blocks and line breaks part paragraphs, inline tags do not, and what shows nothing says nothing."""
    assert texts(source) == expected


def test_captions_are_told() -> None:
    """What stands under a picture is a caption."""
    found = paragraphs("<figure><img src=x><figcaption>The mill.</figcaption></figure><p>Text.</p>")
    assert [(one.text, one.role) for one in found] == [("The mill.", "caption"), ("Text.", None)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f'<p>Text. <a href="{OWN}&utm_source=rss#more">Read on</a></p>', [("Text.", None), ("Read on", "furniture")]),
        ('<p>Text.</p><p><a href="/brug?p=12">Read on</a></p>', [("Text.", None), ("Read on", "furniture")]),
        (f'<p><a href="{OWN}">Here</a> it begins.</p><p>End.</p>', [("Here it begins.", None), ("End.", None)]),
        ('<p>Text, says <a href="https://other.example/">he</a></p>', [("Text, says he", None)]),
        ('<p>Text <a href="https://[broken">he</a></p>', [("Text he", None)]),
    ],
)
def test_a_link_home_at_the_end_is_furniture(source: str, expected: list[tuple[str, str | None]]) -> None:
    """The last words are furniture where they only lead to the article itself, whatever the language."""
    assert [(one.text, one.role) for one in paragraphs(source, own=OWN)] == expected


def test_a_title_is_one_line() -> None:
    """Tags and line ends go from a title; nothing is `None`."""
    assert one_line("Bridge <i>shut</i>\n at the&nbsp;mill") == "Bridge shut at the\xa0mill"
    assert one_line(" <br> ") is None


def test_bottomless_markup_ends() -> None:
    """Depth costs neither the stack nor the time."""
    assert texts("<div><a>" * 50_000 + "deep") in ([], ["deep"])
