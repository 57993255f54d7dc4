"""The tables of the export: what stands in them, and that every cell can be undone."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.inferred import Dossier
from careo.model.seen import Statement
from careo.render.export import csvfiles, parquet
from careo.render.export.csvfiles import harmless, joined
from careo.render.export.pieces import Piece
from careo.render.export.rows import SpellingRow, WitnessRow
from careo.render.export.tables import TABLES, spellings, witnesses
from tests.render import cells
from tests.render.sample import dossier

_HOSTILE = st.text(st.sampled_from("=+-@\t\r\n'|\\\"; ,1.a＝"), max_size=8)


@given(_HOSTILE)
def test_no_cell_is_run_and_each_can_be_undone(text: str) -> None:
    """No text begins as a formula does, unless it is a mere number, and the text comes back letter for letter."""
    cell = harmless(text)
    assert cell[:1] not in tuple("=+@\t\r\n＝") if cell else True
    assert not cell.startswith("-") or cell.removeprefix("-").replace(".", "", 1).isdigit()
    assert cells.text(cell) == text


@given(st.lists(_HOSTILE, min_size=2))
def test_values_of_a_slot_come_apart_again(values: list[str]) -> None:
    """Bars and backslashes inside a value are told from those between values."""
    assert cells.texts(joined(values)) == values


@pytest.mark.parametrize("number", ["-71.5", "0.25", "-3", "1200"])
def test_numbers_stay_numbers(number: str) -> None:
    """A negative number is no formula: it is left for the spreadsheet to count with."""
    assert harmless(number) == joined([float(number)]) == number


def _rows(piece: Piece) -> list[dict[str, str]]:
    text = b"".join(piece.chunks).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _hostile() -> Dossier:
    """A dossier whose outlet, title and names are formulas, and whose rule holds what parts values and cells."""
    plain = dossier()
    first, *others = plain.reports
    bad = replace(first, publisher='=HYPERLINK("http://x.example","click")', title='@SUM(1)\r\n"a","b";=1+1')
    statements = (replace(plain.statements[0], rule="-2+3 | x"), *plain.statements[1:])
    return replace(plain, reports=(bad, *others), statements=statements)


def test_hostile_text_survives_the_round_trip() -> None:
    """Formulas, quotation marks, separators and line ends in a report's data stay in their cell."""
    bad = _hostile()
    named = {piece.name: piece for piece in csvfiles.pieces([bad])}
    rows = _rows(named["statements.csv"])
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+@")]
    assert cells.text(rows[0]["outlet"]) == bad.reports[0].publisher
    assert cells.text(rows[0]["report_title"]) == bad.reports[0].title
    assert cells.text(rows[0]["rule"]) == "-2+3 | x"
    assert [row["statement"] for row in rows] == [statement.id for statement in bad.statements]


def test_a_claim_has_a_row_for_each_statement() -> None:
    """Each witness stands beside its claim with its own sentence, and says on which slots it is contradicted."""
    found = [row for row in witnesses([dossier()]) if isinstance(row, WitnessRow)]
    assert {(row.claim, row.statement) for row in found} == {
        (claim.id, id_) for claim in dossier().claims for id_ in claim.statements
    }
    law = next(row for row in found if row.quote.startswith("Het eilandparlement"))
    assert (law.reports, law.origins, law.origin) == (2, 2, 2)
    assert set(law.discrepancy_types) == {"precision", "contradiction"}


def test_an_entity_of_several_stories_stands_once() -> None:
    """The same entity in two dossiers gives its spellings once."""
    once = [row for row in spellings([dossier()]) if isinstance(row, SpellingRow)]
    assert list(spellings([dossier(), dossier()])) == once


def test_parquet_keeps_unknown_values_inside_slots() -> None:
    """A null bound of a figure in a list comes back as null, beside the numbers of the same record."""
    reader = pytest.importorskip("pyarrow.parquet")
    (piece, *_) = parquet.pieces([dossier()])
    table = reader.read_table(io.BytesIO(b"".join(piece.chunks)))
    figures = [figure for row in table.to_pylist() for figure in row["figures"]]
    assert {"low": None, "high": 70.0} in [{"low": one["low"], "high": one["high"]} for one in figures]
    assert [row["content"] for row in table.to_pylist()] == [list(one.content) for one in _told()]


def _told() -> Iterator[Statement]:
    yield from dossier().statements


def test_no_row_is_an_empty_table_with_its_columns() -> None:
    """Where nothing was skipped, the table of what was skipped has its headings and no row."""
    bare = replace(dossier(), skips=())
    named = {piece.name: piece for piece in csvfiles.pieces([bare])}
    assert b"".join(named["skipped.csv"].chunks) == b"skip,stage,input,reason\r\n"
    assert len(named) == len(TABLES)
