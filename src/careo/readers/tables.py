"""Tables of articles, a row each: CSV in all its habits, and TSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers.base import Article
from careo.readers.columns import chosen
from careo.readers.decoded import decode
from careo.readers.records import articles, nothing, record

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000
"""Characters: twice the longest text that is taken; a quotation mark that never closes stops here."""


@dataclass(frozen=True, slots=True)
class Table:
    """Reads CSV and TSV files whose first row names the columns."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The two kinds of tables."""
        return ("text/csv", "text/tab-separated-values")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return an article for each row that has a text, in the order of the rows.

        Raises:
            UnreadableInput: if no row has a text, or a cell never ends.
            TooLarge: if there are too many rows.
        """
        decoded = decode(received)
        rows = _rows(decoded.text)
        head = rows[0] if rows else []
        found = articles(record(dict(zip(head, ([cell] for cell in row), strict=False))) for row in rows[1:])
        if not found:
            raise nothing(head, rows="row")
        return tuple(replace(one, encoding=decoded.encoding) for one in found)


def _rows(text: str) -> list[list[str]]:
    """Return the rows as cells; the delimiter is the one that makes most known names of the first row."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return list(_parsed(rest, first.strip()[4]))
    heads = {one: next(_parsed(text, one), []) for one in _DELIMITERS}
    return list(_parsed(text, max(_DELIMITERS, key=lambda one: _merit(heads[one]))))


def _merit(head: Sequence[str]) -> tuple[int, int]:
    return len(chosen(tuple(head))), len(head)


def _parsed(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)  # the whole process's, which is a parser's
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error:
        raise UnreadableInput(
            f"a cell that begins before line {reader.line_num} never ends; mend its quotation marks"
        ) from None
