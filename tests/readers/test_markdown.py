"""Markdown."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.errors import UnreadableInput
from careo.readers.base import Article
from careo.readers.markdown import Markdown
from tests.make import make_received

WORDS = "The bridge is shut."


def article(source: str | bytes) -> Article:
    """Return the article of a Markdown file, having checked every place it names."""
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    [found] = Markdown().read(make_received(data, media_type="text/markdown"))
    decoded = data.decode(found.encoding or "", "replace")
    for one in found.paragraphs:
        for run in one.runs:
            assert one.text[run.start : run.end] == decoded[run.source : run.source + run.end - run.start]
    return found


def lines(source: str) -> list[str]:
    """Return the lines of text, gaps left out."""
    return [one.text for one in article(source).paragraphs if one.text]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A **bridge** at [the *mill*](https://x.example/a(b) \"T\") is __shut__.", ["A bridge at the mill is shut."]),
        ("A bridge\nis [shut][1] <https://x.example>.\n\n[1]: https://x.example", ["A bridge is shut https://x.example."]),
        ("The bridge  \nis\\\nshut", ["The bridge", "is", "shut"]),
        ("one<br>two <i>three</i>", ["one", "two three"]),
        ("A\\*B &amp; C&nbsp;D `x  y` ~~old~~", ["A*B & C\u00a0D x  y old"]),
        ("2 * 3 * 4 and snake_case_name", ["2 * 3 * 4 and snake_case_name"]),
        ("![a mill](mill.png)\nCaption ![[x.png]][[Note|alias]] [[Mill]] ==new==", ["Caption alias Mill new"]),
        ("- one\n  more\n- two\n  1. three", ["one more", "two", "three"]),
        ("> quoted\n> words\n>\n> more", ["quoted words", "more"]),
        ("| a | b |\n|---|:-:|\n| b | **c** |", ["a b", "b c"]),
        ("Head\n====\n\nSub\n---\n\n### Third ###", ["Head", "Sub", "Third"]),
        ("Text[^1] goes on.\n\n[^1]: The note.", ["Text goes on.", "The note."]),
        ("```\ncode  here\n\nmore\n```", ["code  here", "more"]),
        ("<div><p>One</p><script>x</script><p>Two</p></div>", ["One", "Two"]),
        ("one\n\n---\n\ntwo", ["one", "two"]),
    ],
)  # fmt: skip
def test_it_reads_as_a_reader_sees_it(source: str, expected: list[str]) -> None:
    """Marks of the format go, words stay, lines end where they are seen to end; so with every kind of line end."""
    assert lines(source) == expected
    assert lines(source.replace("\n", "\r\n")) == expected


def test_gaps_stand_where_they_are_seen() -> None:
    """Paragraphs stand apart, the items of a list and the rows of a table do not; notes at the end are notes."""
    found = article("# Bridge\n\nOne[^1].\n\n- a\n- b\n\n|x|y|\n|-|-|\n|z|w|\n\n[^1]: Note.\n")
    assert [(one.role, one.text) for one in found.paragraphs] == [
        ("headline", "Bridge"), (None, ""), (None, "One."), (None, ""), (None, "a"), (None, "b"), (None, ""),
        (None, "x y"), (None, "z w"), (None, ""), ("note", "Note."),
    ]  # fmt: skip


def test_words_have_their_places() -> None:
    """Every letter that stands in the source is traced to its own place, past links, tables and front matter."""
    source = "---\ntitle: is\n---\n\nThe **bridge** [by](by) by\nis \\*shut.\n\n|is|is|\n|-|-|\n|is|x|\n"
    found = [one for one in article(source).paragraphs if one.runs]
    assert [one.text for one in found] == ["The bridge by by is *shut.", "is is", "is x"]
    places = [(one.text[run.start : run.end], run.source) for one in found for run in one.runs]
    at = source.index("The")
    assert places == [
        ("The ", at), ("bridge", at + 6), (" ", at + 14), ("by", at + 16), (" by", at + 23), ("is ", at + 27),
        ("*shut.", at + 31), ("is", at + 40), ("is", at + 43), ("is", at + 54), ("x", at + 57),
    ]  # fmt: skip


YAML = """---
# clipped
title: "The bridge: \\"shut\\""   # a remark
source: https://mill.example.org/bridge
author:
  - "[[Mary Stone]]"
  - John Reed
published: 2021-03-09
created: 2022-01-01
publisher: 'The Mill''s Post'
tags: [clippings, "a, b"]
lang: en
---
"""
LISTED = """---
Title: 'The bridge: "shut"'
author: [Mary Stone, "John Reed"]
date: 2021-03-09
lastmod: 2022-01-01
url: https://mill.example.org/bridge
site: The Mill's Post
language: en
...
"""
NESTED = """---
title: >-
  The bridge:
  "shut"
authors:
- name: Mary Stone
  role: editor
- name: John Reed
date: 2021-03-09
publisher:
  name: The Mill's Post
link: https://mill.example.org/bridge
lang: en
---
"""
TOML = """+++
title = 'The bridge: "shut"'
authors = ["Mary Stone", "John Reed"]
date = 2021-03-09
lastmod = 2022-01-01T00:00:00Z
publisher = "The Mill's Post"
url = "https://mill.example.org/bridge"
language = "en"
+++
"""


@pytest.mark.parametrize("front", [YAML, LISTED, NESTED, TOML])
def test_front_matter_gives_the_facts(front: str) -> None:
    """Note programs, clippers and site builders say title, people, day, outlet and address in their own ways."""
    found = article(front + WORDS)
    assert (found.title, found.author) == ('The bridge: "shut"', ("Mary Stone", "John Reed"))
    assert (found.publisher, found.url, found.language) == ("The Mill's Post", "https://mill.example.org/bridge", "en")
    assert [(date.value, date.method, date.evidence) for date in found.published] == [
        ("2021-03-09", "record", "2021-03-09")
    ]
    assert [one.text for one in found.paragraphs if one.text] == [found.title, WORDS]


@pytest.mark.parametrize(
    "front", ["---\n", "---\nno end\n", "+++\nbroken [\n+++\n", "---\n---\n", "---\n: x\n- y\n  z\n---\n"]
)
def test_broken_front_matter_invents_nothing(front: str) -> None:
    """What cannot be read gives no fact."""
    found = article(f"{front}\n{WORDS}")
    assert (found.author, found.published, found.publisher, found.url) == ((), (), None, None)


def test_a_list_without_end_costs_little() -> None:
    """A hundred thousand entries above a text are read in passing."""
    started = time.monotonic()
    assert article("---\na: [" + '"b",' * 100_000 + f"]\n---\n{WORDS}").paragraphs
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("source", ["", "---\ntitle: X\n---\n", "***", "![a](b.png)", "[x]: https://x.example"])
def test_no_letter_is_no_text(source: str) -> None:
    """Without a word to be seen there is nothing to read."""
    with pytest.raises(UnreadableInput, match="not one word"):
        article(source)


@pytest.mark.parametrize("piece", ["[", "> ", "*a ", "- ", "`", "![", "<", "[^1]", "| a ", "\t", "[[", "==a"])
def test_what_never_ends_costs_little(piece: str) -> None:
    """Thousands of marks that never close neither break the reader nor hold it up."""
    article("word " + piece * 3000)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab*_[]()<>!`|~\\&;#=-+:^ \n\r\t1.\"'é\u2028", max_size=120))
def test_any_marks_keep_their_places(source: str) -> None:
    """Whatever the marks, each run is the source letter for letter."""
    article("word\n\n" + source)


def test_thousands_of_open_brackets_are_refused() -> None:
    """What would take the parser minutes is one refusal with a reason."""
    with pytest.raises(UnreadableInput, match="brackets"):
        Markdown().read(make_received(b"Words " + b"[" * 100_000, media_type="text/markdown"))
