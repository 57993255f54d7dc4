"""The columns of a table, read off the dataclass of its rows: so a new field of a record is a new column by itself."""

from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row."""

    field: str
    """Its name in the dataclass."""
    type_: type
    """str, int, float, or the dataclass of a slot."""
    many: bool
    """Whether a row has a list of them."""
    inner: tuple["Column", ...] = ()
    """Of a slot, its own fields."""

    @property
    def name(self) -> str:
        """Its name in the files: `class_` is `class`, as in JSON."""
        return self.field.removesuffix("_")


def columns(row: Any) -> tuple[Column, ...]:
    """Return the columns of a dataclass, in the order of its fields."""
    hints = get_type_hints(row)
    return tuple(_column(field.name, hints[field.name]) for field in fields(row))


def _column(name: str, hint: Any) -> Column:
    if get_origin(hint) is tuple:
        return Column(name, *_kind(get_args(hint)[0], many=True))
    return Column(name, *_kind(hint, many=False))


def _kind(hint: Any, *, many: bool) -> tuple[type, bool, tuple[Column, ...]]:
    if get_origin(hint) in (Union, UnionType):
        (known,) = (one for one in get_args(hint) if one is not type(None))
        return _kind(known, many=many)
    if get_origin(hint) is Literal:
        return str, many, ()
    return hint, many, columns(hint) if is_dataclass(hint) else ()
