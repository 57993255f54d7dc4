"""Markdown notes: text of others stays text, and every sentence is there letter for letter."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from careo.model.ids import sha256
from careo.model.inferred import Dossier
from careo.render.export import markdown
from careo.render.export.escaped import escaped, file_name, in_line, link
from tests.render.factory import Maker, report
from tests.render.sample import dossier

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BREAKS = ("softbreak", "hardbreak")
NASTY = [
    "# no heading", "#tag", "a | b | c", "<script>alert(1)</script>", "`code` and ``more``", "[in](https://x.example)",
    "![pic](https://x.example/p.png)", "https://x.example/a_b", "www.x.example", "<https://x.example>", "a@x.example",
    "1. no list", "2) no list", "- no list", "+ no list", "* no list", "---", "===", "***", "> no quote", "&amp; &#35;",
    "\\*kept\\*", "ends with \\", "two  spaces  \nand a break", " edge ", "\ttab", "    no code", "```\nno fence",
    "one\n\ntwo", "title\n---", "title\n===", "~~struck~~", "a_b_c", "[^1]: no note", "[x]: https://x.example",
    "<!-- x -->",
    "| a |\n|---|\n| b |", "$x$", "{{ x }}", "line\r\nend", "non\u00a0breaking\u00a0",
]  # fmt: skip


def shown(tokens: list[Token]) -> Iterator[str]:
    """Yield the text of a paragraph; anything that is more than text is an error."""
    for token in tokens:
        assert token.type in ("text", *BREAKS), token.type
        yield "\n" if token.type in BREAKS else token.content


def quoted(note: str) -> list[str]:
    """Return the quotations of a note as a reader sees them."""
    tokens = PARSER.parse(note)
    inside = [n for n, token in enumerate(tokens) if token.type == "inline" and tokens[n - 2].type == "blockquote_open"]
    return ["".join(shown(tokens[n].children or [])) for n in inside]


def note(of: Dossier) -> str:
    (piece,) = markdown.pieces([of])
    return b"".join(piece.chunks).decode("utf-8")


@pytest.mark.parametrize("text", NASTY)
def test_hostile_text_stays_text(text: str) -> None:
    """What looks like markup is shown as it was written, letter for letter, in a quotation and in a line."""
    assert quoted(f"> {escaped(text, indent='> ')}\n") == [text]
    (inline,) = (token for token in PARSER.parse(f"- {in_line(text)}\n") if token.type == "inline")
    assert "".join(shown(inline.children or [])) == " ".join(text.split())


@given(st.text(st.sampled_from("ab #*_`|<>[]()!&;~$^\\-+=1.:@/\n\t\u00a0\u2028%{}é\"'"), min_size=1, max_size=20))
def test_any_text_stays_text(text: str) -> None:
    """No mix of signs becomes markup or loses a letter."""
    assert quoted(f"> {escaped(text, indent='> ')}\n") == [text]


def test_every_sentence_is_in_the_note() -> None:
    """Each statement of the story is quoted, as its report has it."""
    found = quoted(note(dossier()))
    texts = {one.id: one.text for one in dossier().reports}
    assert {texts[one.report][one.start : one.end] for one in dossier().statements} == set(found)


def test_a_hostile_report_makes_no_markup() -> None:
    """Outlet, title and sentence of a report that is full of markup add no link, image, heading or HTML."""
    words = " and ".join(NASTY[:12]).replace("\n", " ")
    bad = report(
        f"{words} said.", "en", publisher="](https://x.example) <b>Daily</b>", title="# <img src=x>\n\n## Title"
    )
    made = Maker(bad).statement("SAY", bad.text, "said")
    plain = dossier()
    claim = replace(plain.claims[0], gloss=bad.text, statements=(made.id,), reports=(bad.id,), origins=((bad.id,),))
    story = replace(plain.story, reports=(bad.id,), title=bad.title or "")
    bare = ("entities", "derivations", "judgements", "discrepancies", "timeline", "locations", "routes", "network")
    empty: dict[str, tuple[()]] = dict.fromkeys(bare, ())
    hostile = replace(plain, story=story, reports=(bad,), statements=(made,), claims=(claim,), **empty)
    assert bad.text_sha256 == sha256(bad.text)
    tokens = PARSER.parse(note(hostile))
    spans = [child for token in tokens for child in token.children or []]
    assert {one.type for one in spans} == {
        "text",
        "strong_open",
        "strong_close",
        "link_open",
        "link_close",
        "code_inline",
    }
    assert [one.content for one in spans if one.type == "code_inline"] == ["careo dossier"]
    assert [one.attrs["href"] for one in spans if one.type == "link_open"] == [bad.url]
    assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1
    assert not [token for token in tokens if token.type in ("html_block", "fence", "code_block", "table_open", "hr")]
    assert quoted(note(hostile)) == [bad.text]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://", "ftp://x.example/a"])
def test_only_web_addresses_become_links(url: str) -> None:
    """An address that a browser might run, or that leads nowhere, is shown and not linked."""
    (inline,) = (token for token in PARSER.parse(link(url)) if token.type == "inline")
    assert "".join(shown(inline.children or [])) == url


def test_an_address_cannot_end_its_link() -> None:
    """Brackets, spaces and line ends in an address are encoded, so that nothing behind them is markup."""
    (inline,) = (token for token in PARSER.parse(link("https://x.example/a> <b>\n# c")) if token.type == "inline")
    kinds = [token.type for token in inline.children or []]
    assert kinds == ["link_open", "text", "link_close"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Brücke: über/unter", "brucke-uber-unter-story-1"),
        ("../../etc", "etc-story-1"),
        ("", "story-1"),
        ("木", "mu-story-1"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    """A story's file has letters, figures and hyphens only, whatever its title; the id keeps two apart."""
    assert file_name(title, "story-1") == name


def test_a_note_says_what_a_reader_asks_first() -> None:
    """Counts, what several reports say, differences with both sides, names, reports, what was not read, limits."""
    tokens = PARSER.parse(note(dossier()))
    heads = [
        tokens[n + 1].content for n, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h2"
    ]
    assert heads == [
        "What several reports say", "Where the reports differ", "Who carries what", "What one report says alone",
        "Names and how they are spelled", "Who took from whom", "The reports", "What could not be used",
        "Method and limits",
    ]  # fmt: skip
    assert "in/leer.pdf (reading): The file has no text in it." in note(dossier()).replace("\\", "")
