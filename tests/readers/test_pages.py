"""From lines of type to paragraphs."""

import pytest

from careo.readers.pages import Line, blocks, joined, running, vocabulary


def column(*lines: str, page: int = 1) -> list[Line]:
    """Return lines of one column in 10 point."""
    return [Line(line, page, 70.0, 780.0 - 12 * number, 10.0) for number, line in enumerate(lines)]


def join(*lines: str, elsewhere: str = "") -> str:
    """Return some lines as one, in a text that has others as well."""
    own = column(*lines)
    return joined(own, vocabulary([*column(elsewhere), *own]))


@pytest.mark.parametrize(
    ("lines", "elsewhere", "expected"),
    [
        (("work on the second", "arch"), "", "work on the second arch"),
        (("a spokes-", "woman said"), "", "a spokeswoman said"),
        (("a spokes\u00ad", "woman said"), "", "a spokeswoman said"),
        (("the Verwal-", "tung said"), "", "the Verwal-tung said"),
        (("the Verwal-", "tung said"), "die Verwaltung schweigt", "the Verwaltung said"),
        (("a long-", "term lease"), "this long-term lease", "a long-term lease"),
        (("in Baden-", "Baden on"), "", "in Baden-Baden on"),
        (("of the US-", "led force"), "", "of the US-led force"),
        (("zu land-", "und seewegen"), "", "zu land- und seewegen"),
        (("the years 1990-", "2000 were"), "", "the years 1990-2000 were"),
        (("the bridge -", "shut now -"), "", "the bridge - shut now -"),
    ],
)
def test_a_hyphen_goes_only_where_the_word_is_sure(lines: tuple[str, ...], elsewhere: str, expected: str) -> None:
    """A hyphen at a line's end goes in lower-case words and in words that stand whole elsewhere; else it stays."""
    assert join(*lines, elsewhere=elsewhere) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("die Verwal-", "tung sagte"), "die Verwaltung sagte"),
        (("in Baden-", "Baden am"), "in Baden-Baden am"),
        (("der UN-", "geführte"), "der UN-geführte"),
        (("See-", "und Landwege"), "See- und Landwege"),
    ],
)
def test_a_broken_noun_is_one_word(lines: tuple[str, ...], expected: str) -> None:
    """Where nouns have capitals, a small letter after the hyphen says that a line end has put it there."""
    assert joined(column(*lines), frozenset(), nouns=True) == expected


def test_a_list_stays_a_list() -> None:
    """A line that begins with a bullet, or follows one that stops early, begins a paragraph."""
    lines = column(
        "The province names three things that must be done before it is",
        "spring:",
        "the arch",
        "the road",
        "• the pier, which stands in the water for half of the year",
        "and cannot be reached",
        "• the ferry",
    )
    assert [joined(block, frozenset()) for block in blocks(lines)] == [
        f"{lines[0].text} spring:", "the arch", "the road", f"{lines[4].text} {lines[5].text}", "• the ferry",
    ]  # fmt: skip


def test_lines_of_unknown_place_are_told_by_their_words() -> None:
    """Without places, a paragraph ends where a sentence ends on a short line."""
    words = ["The bridge near the old mill has been closed since Monday", "morning.", "They want a ferry."]
    lines = [Line(line, 1, 0.0, 0.0, 0.0) for line in words]
    assert [joined(block, frozenset()) for block in blocks(lines)] == [f"{words[0]} {words[1]}", words[2]]


def test_heads_on_every_other_page_are_running_heads() -> None:
    """Left and right pages may have heads of their own; the title they repeat is not one, nor is a refrain."""
    pages = []
    for number in range(1, 7):
        side = "The Dyke Messenger" if number % 2 else "Water and land"
        body = [f"Line {row} of page {'abcdefg'[number]}." for row in range(5)] + ["It rains."] + ["x", "y", "z"]
        pages.append(column(*([] if number == 1 else [side]), *body, page=number))
    pages[0].insert(0, Line("The Dyke Messenger", 1, 70.0, 800.0, 24.0))
    assert {(line.text, line.page) for line in running(pages) if len(line.text) > 1 and "Line" not in line.text} == {
        (("The Dyke Messenger" if number % 2 else "Water and land"), number) for number in range(2, 7)
    }
