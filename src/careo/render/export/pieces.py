"""What an export consists of: named files, each written as it is made, and the packages that only some of them need."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from careo.errors import UsageError


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of an export."""

    name: str
    """Its name, such as `statements.csv`; no folder in it."""
    chunks: Iterable[bytes]
    """Its bytes, made when asked for; to be gone through once."""


def piece(name: str, text: Iterable[str]) -> Piece:
    """Return a piece of text, written as UTF-8."""
    return Piece(name, _encoded(text))


def json_of(value: Any) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def needed(module: str, extra: str) -> ModuleType:
    """Return a module of a package that only one format needs, loaded when that format is asked for.

    Raises:
        UsageError: if it is not installed; names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise UsageError(f'{package} is not installed; pip install "careo[{extra}]"') from error


def _encoded(text: Iterable[str]) -> Iterator[bytes]:
    return (part.encode() for part in text)
