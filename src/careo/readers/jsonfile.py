"""JSON files of articles: news agency items, linked data, and objects with named fields, one or many.

What it cannot do yet: a line of a JSON Lines file that is broken is passed over without a word, as long as others
are whole.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from careo.errors import UnreadableInput
from careo.model.seen import Received
from careo.readers import linked, ninjs
from careo.readers.base import Article
from careo.readers.decoded import decode
from careo.readers.nodes import Node, loaded, texts_of
from careo.readers.records import Record, articles, nothing, record

_LISTS_DEPTH = 3
"""How deep inside a search result its list of articles may lie."""


@dataclass(frozen=True, slots=True)
class JsonFile:
    """Reads ninjs, schema.org linked data, and lists of objects that have a field for the text."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """JSON, plain and as linked data."""
        return ("application/json", "application/ld+json")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return an article for each object that has a text, in their order.

        Raises:
            UnreadableInput: if it is no JSON, or nothing in it has a text.
            TooLarge: if there are too many.
        """
        decoded = decode(received)
        return _articles(_listed(loaded(decoded.text)), decoded.encoding)


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Reads files with one JSON object a line."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The names JSON Lines go by."""
        return ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return an article for each line that has a text, in their order.

        Raises:
            UnreadableInput: if no line is JSON, or none has a text.
            TooLarge: if there are too many.
        """
        decoded = decode(received)
        rows: list[Any] = []
        for row in decoded.text.splitlines() if "\n" not in decoded.text else decoded.text.split("\n"):
            with suppress(UnreadableInput):
                rows.append(loaded(row))
        if not rows:
            raise UnreadableInput("no line of it is whole JSON; write one object a line, or save it as .json")
        return _articles(rows, decoded.encoding)


def _articles(rows: Sequence[Any], encoding: str) -> tuple[Article, ...]:
    nodes = [row for row in rows if isinstance(row, dict)]
    usable = [node for node in nodes if not (ninjs.is_item(node) and ninjs.is_held_back(node))]
    if nodes and not usable:
        raise UnreadableInput("its agency has withheld or cancelled it; ask for the version that replaces it")
    found = articles(one for node in usable for one in _records(node))
    if not found:
        raise nothing((name for node in nodes for name in node), rows="object")
    return tuple(replace(one, encoding=encoding) for one in found)


def _records(node: Node) -> Iterator[Record]:
    if ninjs.is_item(node):
        yield ninjs.record(node)
    elif "@context" in node or "@graph" in node or linked.is_article(node):
        yield from linked.records(node)
    else:
        yield record({name: texts_of(value) for name, value in node.items()})


def _listed(root: Any) -> list[Any]:
    """Return the objects a file lists: its own list, the list inside a search result, or the one object it is."""
    if isinstance(root, list):
        # Linked data refer to each other across the list.
        together = any(isinstance(one, dict) and "@type" in one for one in root)
        return [{"@graph": root}] if together else root
    if not isinstance(root, dict) or "@graph" in root or "@type" in root or ninjs.is_item(root):
        return [root]
    lists = [value for value in _values(root) if isinstance(value, list) and any(isinstance(o, dict) for o in value)]
    largest = max(lists, key=len, default=[])
    inner = [one.get("_source", one) if isinstance(one, dict) else one for one in largest]
    own = record({name: texts_of(value) for name, value in root.items()})
    return [root] if own.text or not inner else inner


def _values(root: Node) -> Iterator[Any]:
    level: list[Any] = [root]
    for _ in range(_LISTS_DEPTH):
        level = [value for node in level if isinstance(node, dict) for value in node.values()]
        yield from level
