"""CSV: the tables of the export for spreadsheets and statistics, each value in a cell of its own.

A slot that a statement may have several of is a column for each of its fields (`figures_low`, `figures_high`), its
values joined by ` | ` in the same order in all of them. Text that a spreadsheet would run as a formula gets an
apostrophe in front. Both can be undone, value by value: docs/how-to/export.md says how.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from careo.model.inferred import Dossier
from careo.render.export.columns import Column, columns
from careo.render.export.pieces import Piece, piece
from careo.render.export.rows import Row
from careo.render.export.tables import TABLES

BETWEEN = " | "
_RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How text begins that a spreadsheet may run (OWASP, "CSV Injection"), with or without apostrophes before it."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield every table as a CSV file: UTF-8, comma, line ends as RFC 4180 has them, unknown is an empty cell."""
    for table in TABLES:
        yield piece(f"{table.name}.csv", _lines(table.row, table.rows(dossiers)))


def _lines(row: type[Row], rows: Iterable[Row]) -> Iterator[str]:
    shape = columns(row)
    yield _line(list(_headings(shape)))
    for one in rows:
        yield _line([cell for column in shape for cell in _cells(column, getattr(one, column.field))])


def _headings(shape: Sequence[Column]) -> Iterator[str]:
    for column in shape:
        yield from (f"{column.name}_{inner.name}" for inner in column.inner) if column.inner else (column.name,)


def _cells(column: Column, value: Any) -> Iterator[str]:
    if column.inner:
        for inner in column.inner:
            yield joined([getattr(one, inner.field) for one in value])
    else:
        yield joined(value) if column.many else harmless(_text(value))


def joined(values: Iterable[str | float | None]) -> str:
    """Return several values as one cell; a bar inside a value gets a backslash in front."""
    return harmless(BETWEEN.join(_text(value).replace("|", r"\|") for value in values))


def _text(value: str | float | None) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def harmless(text: str) -> str:
    """Return a cell's text with an apostrophe in front where a spreadsheet might run it; a number stays as it is."""
    return f"'{text}" if _RUN.match(text) and not _NUMBER.fullmatch(text) else text


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
