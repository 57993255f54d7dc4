"""Tables for people: columns that fit the terminal, short ids, a little colour where it is wanted."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest

import click

GAP = "  "
LEAST_COLUMN = 8
"""Cells below which a column is not narrowed; a terminal narrower than that scrolls."""
PIPE_WIDTH = 100
"""Cells a line has where the output is no terminal."""
HASH_DIGITS = 8
"""Least digits of a short id: of ten thousand records of a kind, two begin alike once in a hundred desks."""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, wrapped inside its columns to the width of the terminal."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = _fit(list(zip(headings, *cells, strict=True)))
    yield paint(_line(headings, widths), bold=True)
    for row in cells:
        wrapped = [wrap(cell, room) for cell, room in zip(row, widths, strict=True)]
        for pieces in zip_longest(*wrapped, fillvalue=""):
            yield _line(pieces, widths)


def wrap(text: str, room: int) -> list[str]:
    """Return the text as lines of at most `room` cells, broken at spaces, inside words only where it must."""
    lines = [""]
    for word in text.split():
        rest = word
        while width(rest) > room:
            head, rest = _cut(rest, room)
            lines.append(head)
        joined = f"{lines[-1]} {rest}".strip()
        if width(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(rest)
    return [line for line in lines if line] or [""]


def indented(text: str, indent: str) -> Iterator[str]:
    """Yield the text as lines of the terminal's width, each behind `indent`."""
    for line in wrap(text, max(terminal_width() - width(indent), LEAST_COLUMN)):
        yield indent + line


def width(text: str) -> int:
    """Return how many cells the text takes on a terminal: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def terminal_width() -> int:
    """Return the width of the terminal in cells."""
    return shutil.get_terminal_size((PIPE_WIDTH, 24)).columns


def paint(text: str, *, bold: bool = False, colour: str | None = None) -> str:
    """Return the text with a style; as it is where that is not wanted (NO_COLOR, a pipe, a dumb terminal)."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return click.style(text, bold=bold, fg=colour) if wanted else text


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def shortened(ids: Iterable[str]) -> dict[str, str]:
    """Return each id with its shortest beginning that no other of them has, kind included."""
    found = sorted(set(ids))
    neighbours = zip(found, ["", *found], [*found[1:], ""], strict=False)
    return {id_: id_[: max(_least(id_), _shared(id_, before) + 1, _shared(id_, after) + 1)]
            for id_, before, after in neighbours}  # fmt: skip


def short(id_: str) -> str:
    """Return the beginning of one id, for a line that stands alone."""
    return id_[: _least(id_)]


def _least(id_: str) -> int:
    return id_.rfind("-") + 1 + HASH_DIGITS


def _shared(one: str, other: str) -> int:
    alike = (first == second for first, second in zip(one, other, strict=False))
    return sum(takewhile(bool, alike))


def _fit(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return a width a column: the widest are narrowed until the line fits, words broken only where they must be."""
    fitted = [max(map(width, column)) for column in columns]
    room = terminal_width() - len(GAP) * (len(columns) - 1)
    words = [max((width(word) for cell in column for word in cell.split()), default=0) for column in columns]
    for least in (words, [LEAST_COLUMN] * len(columns)):
        while sum(fitted) > room and (wide := _widest(fitted, least)) is not None:
            fitted[wide] -= 1
    return fitted


def _widest(fitted: Sequence[int], least: Sequence[int]) -> int | None:
    """Return which column is the widest of those that are wider than they must be."""
    wider = [n for n, (now, low) in enumerate(zip(fitted, least, strict=True)) if now > low]
    return max(wider, key=fitted.__getitem__, default=None)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (room - width(cell)) for cell, room in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()


def _cut(word: str, room: int) -> tuple[str, str]:
    at = 1
    while width(word[: at + 1]) <= room:
        at += 1
    return word[:at], word[at:]
