"""CSV: the tables of the export for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from careo.model.inferred import Dossier
from careo.render.pieces import Piece, piece


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield the tables as CSV."""
    yield piece("statements.csv", _lines(("statement", "story", "quote"), _statements(dossiers)))
    yield piece("claims.csv", _lines(("claim", "story", "statement"), _claims(dossiers)))


def _statements(dossiers: Iterable[Dossier]) -> Iterator[Sequence[str]]:
    for dossier in dossiers:
        text = {report.id: report.text for report in dossier.reports}
        for s in dossier.statements:
            yield s.id, dossier.story.id, text[s.report][s.start : s.end]


def _claims(dossiers: Iterable[Dossier]) -> Iterator[Sequence[str]]:
    for dossier in dossiers:
        for claim in dossier.claims:
            yield from ((claim.id, dossier.story.id, id_) for id_ in claim.statements)


def _lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _line(header)
    yield from map(_line, rows)


def _line(row: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(row)
    return buffer.getvalue()
