"""The words of each language, read from `lang/<language>/<name>.toml`.

A language is a folder: adding one adds the language, without a change here.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from careo.errors import UsageError

_LANG = files("careo.text").joinpath("lang")

LANGUAGES: tuple[str, ...] = tuple(
    sorted(entry.name for entry in _LANG.iterdir() if entry.is_dir() and len(entry.name) == 2)
)
"""The languages that have a folder, as BCP 47 base codes, sorted."""


def _frozen(value: Any) -> Any:
    """Return the value with its tables read-only and its lists as tuples, all the way down."""
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """Return the table `name` of a language, read once, read-only; lists come as tuples.

    Raises:
        UsageError: if the language has no such table, or the table is not TOML.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no words for language {language!r}; there are {', '.join(LANGUAGES)}")
    try:
        text = _LANG.joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
        parsed = tomllib.loads(text)
    except FileNotFoundError as error:
        raise UsageError(f"language {language!r} has no table {name!r}") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"lang/{language}/{name}.toml is not valid TOML: {error}") from error
    frozen: Mapping[str, Any] = _frozen(parsed)
    return frozen
