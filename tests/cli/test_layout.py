"""Tables for people."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.cli.layout import paint, shortened, table, width, wrap


def test_a_table_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long cells are wrapped inside their column, so that no line is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = list(table(("ID", "TEXT"), [("a", "one two three four five six seven eight nine ten")]))
    assert max(map(width, lines)) <= 40
    assert len(lines) > 2
    assert " ".join(line[2:].strip() for line in lines[1:]).split()[-1] == "ten"


def test_words_are_kept_whole_where_they_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column of long words gives no cell away while another has spaces to break at."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = list(table(("SLOT", "WHY"), [("office:minister:defence", "short words that can be wrapped")]))
    assert lines[1].startswith("office:minister:defence  ")
    assert max(map(width, lines)) <= 40


def test_a_short_table_is_not_stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns are as wide as their widest cell."""
    monkeypatch.setenv("COLUMNS", "80")
    assert list(table(("ID", "TEXT"), [("abc", "x"), ("d", "y")])) == ["ID   TEXT", "abc  x", "d    y"]


def test_a_table_without_rows_is_its_heading() -> None:
    """An empty desk prints the heading, not an error."""
    assert list(table(("ID", "TEXT"), [])) == ["ID  TEXT"]


def test_width_counts_cells() -> None:
    """Wide characters take two cells, combining ones none."""
    assert (width("abc"), width("漢字"), width("e\u0301")) == (3, 4, 1)


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_wrapping_loses_nothing(text: str, room: int) -> None:
    """Every character but the white space is still there, and no line is too wide."""
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= room for line in lines)


@given(st.sets(st.text(alphabet="0123456789abcdef", min_size=20, max_size=20)))
def test_short_ids_are_unmistakable(digests: set[str]) -> None:
    """A short id is the beginning of its own id and of no other."""
    ids = {f"claim-{digest}" for digest in digests}
    for id_, short in shortened(ids).items():
        assert [other for other in ids if other.startswith(short)] == [id_]


def test_no_colour_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR, a dumb terminal and a pipe each keep the text plain; a terminal gets it painted."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        assert paint("word", bold=True) != "word"
        monkeypatch.setitem(os.environ, name, value)
        assert paint("word", bold=True) == "word"
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert paint("word", bold=True) == "word"
