"""Parquet: the tables of the export with their types, lists as lists of records. Needs pyarrow, an optional extra."""

import io
from collections.abc import Iterable, Iterator
from itertools import islice
from types import ModuleType
from typing import Any

from careo.model.inferred import Dossier
from careo.render.export.columns import Column, columns
from careo.render.export.pieces import Piece, needed
from careo.render.export.tables import TABLES, Table
from careo.version import VERSION

EXTRA = "parquet"
_ROWS = 10_000
"""Rows of a group: what is held in memory at a time."""


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield every table as a Parquet file.

    Raises:
        UsageError: if pyarrow is not installed; the message names the extra.
    """
    arrow, parquet = needed("pyarrow", EXTRA), needed("pyarrow.parquet", EXTRA)
    return (Piece(f"{table.name}.parquet", _chunks(table, dossiers, arrow, parquet)) for table in TABLES)


def _chunks(table: Table, dossiers: Iterable[Dossier], arrow: ModuleType, parquet: ModuleType) -> Iterator[bytes]:
    shape = columns(table.row)
    schema = arrow.schema([(column.name, _type(column, arrow)) for column in shape], metadata={"careo": VERSION})
    sink = io.BytesIO()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        rows = iter(table.rows(dossiers))
        while some := [_record(shape, row) for row in islice(rows, _ROWS)]:
            writer.write_table(arrow.Table.from_pylist(some, schema))
    yield sink.getvalue()


def _type(column: Column, arrow: ModuleType) -> Any:
    plain = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    inner = arrow.struct([(one.name, _type(one, arrow)) for one in column.inner]) if column.inner else None
    type_ = inner or plain[column.type_]
    return arrow.list_(type_) if column.many else type_


def _record(shape: Iterable[Column], row: object) -> dict[str, Any]:
    return {column.name: _value(column, getattr(row, column.field)) for column in shape}


def _value(column: Column, value: Any) -> Any:
    return [_record(column.inner, one) for one in value] if column.inner else value
