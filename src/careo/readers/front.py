"""Front matter: the facts above a text, in the part of YAML that note programs write, in TOML, or as plain lines."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careo.readers.columns import Field, chosen, spelling
from careo.readers.runs import Piece

_KEY = re.compile(r"([\w][\w .-]{0,60}?)\s*:(?:\s+(.*?))?\s*$")
_ITEM = re.compile(r"\s*-\s+(.*?)\s*$")
_INNER = re.compile(r"\s*(?:-\s+)?name\s*:\s*(.+?)\s*$")
_LIST = re.compile(r"\[(?!\[)(.*)\]$")
_COMMENT = re.compile(r"\s+#.*$")
_ENTRY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[^,]+)")
_WIKI = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]")
_STAMP = re.compile(r"\s*([\w-]+)\s*=\s*(\d[^#]*?)\s*(?:#.*)?$")
_BLOCK = re.compile(r"[|>][+-]?$")
_LONGEST = 200
"""Lines of front matter: what is longer is a text between two rules."""
_PLAIN: tuple[Field, ...] = ("title", "author", "publisher", "published", "url", "language")
_CREDITS = frozenset({"source", "quelle", "bron", "fuente", "fonte"})
_TELLING: tuple[Field, ...] = ("publisher", "published")


@dataclass(frozen=True, slots=True)
class Front:
    """The facts, and with which line the text begins."""

    values: Mapping[str, tuple[str, ...]]
    lines: int


def front_matter(written: Sequence[Piece]) -> Front:
    """Return the front matter of a text by its lines; nothing where it has none."""
    bare = [line.text.strip() for line in written[:_LONGEST]]
    mark = bare[0] if bare else ""
    if mark not in ("---", "+++"):
        return Front({}, 0)
    ends = [number for number, line in enumerate(bare) if number and line in (mark, "..." if mark == "---" else mark)]
    if not ends:
        return Front({}, 0)
    inside = [line.text for line in written[1 : ends[0]]]
    return Front(_toml(inside) if mark == "+++" else _yaml(inside), ends[0] + 1)


def header(written: Sequence[Piece]) -> Front:
    """Return the facts in the first lines of a text: "Outlet: ...", "Date: ...", down to an empty line.

    Each has a name that is known, and one is the outlet or the day. A lone line such as "Source: ..." is a credit.
    """
    values: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(written[:_LONGEST]):
        fact = _KEY.match(line.text)
        if not line.text.strip():
            return Front(values, number + 1) if _tells(values) else Front({}, 0)
        if not fact or fact[1] in values or not _known((fact[1],), _PLAIN):
            break
        values[fact[1]] = (_scalar(fact[2] or ""),)
    return Front({}, 0)


def _tells(values: Mapping[str, tuple[str, ...]]) -> bool:
    lone = len(values) == 1 and spelling(next(iter(values))) in _CREDITS
    return not lone and _known(tuple(values), _TELLING)


def _known(names: tuple[str, ...], fields: Sequence[Field]) -> bool:
    return any(field in fields for field in chosen(names))


def _toml(inside: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    try:
        # A date as it is written, not as a program prints it.
        parsed = tomllib.loads("\n".join(inside))
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    stamps = {
        match[1].strip(): match[2] for line in inside if (match := re.match(r"([^=]+)=\s*([\d][^#]*?)\s*$", line))
    }
    return {key: (stamps[key],) if key in stamps else _flat(value) for key, value in parsed.items()}


def _flat(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(str(one.get("name", "")) if isinstance(one, dict) else str(one) for one in values)


def _yaml(inside: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    key, block = "", False
    for line in inside:
        top = _KEY.match(line)
        if top and not line.startswith((" ", "\t", "-")):
            key, block = top[1], bool(_BLOCK.match(top[2] or ""))
            found[key] = [] if block or not top[2] else _values(top[2])
        elif key and block:
            found[key] = [" ".join([*found[key], line.strip()]).strip()]
        elif key and (inner := _INNER.match(line) or _ITEM.match(line)) and not _nested(line):
            found[key] += [_scalar(inner[1])]
    return {name: tuple(one for one in values if one) for name, values in found.items()}


def _nested(line: str) -> bool:
    """Whether an entry of a list is a field of its own: only its name is taken."""
    item = _ITEM.match(line)
    return bool(item and _KEY.match(item[1]) and not _INNER.match(line) and "://" not in item[1])


def _values(written: str) -> list[str]:
    listed = _LIST.match(_COMMENT.sub("", written))
    return [_scalar(match[1]) for match in _ENTRY.finditer(listed[1])] if listed else [_scalar(written)]


def _scalar(written: str) -> str:
    bare = written.strip()
    if len(bare) > 1 and bare[0] in "\"'":
        end = bare.rfind(bare[0])
        inner = bare[1:end] if end else bare
        return _WIKI.sub(r"\1", inner.replace('\\"', '"') if bare[0] == '"' else inner.replace("''", "'"))
    return _WIKI.sub(r"\1", _COMMENT.sub("", bare))
