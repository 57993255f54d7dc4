"""News agency items in ninjs (IPTC), 1.x, 2.x and 3.x alike."""

from typing import Any

from careo.readers.nodes import Node, text_of, texts_of
from careo.readers.records import Record, address

_BODIES = ("body_xhtml", "body_html", "body_text")
"""The richest first: it tells where paragraphs end."""
_DATES = ("versioncreated", "firstcreated", "firstpublished", "contentcreated")
"""The version that is in hand comes first: its text is what was sent out then."""
_SIGNS = frozenset({"bodies", "headlines", "versioncreated", "firstcreated", "contentcreated", "pubstatus", *_BODIES})
_NOT_TEXT = frozenset({"audio", "video", "picture", "graphic", "planning", "event"})
_HELD_BACK = frozenset({"withheld", "canceled", "cancelled"})


def is_item(node: Node) -> bool:
    """Tell whether an object is an item of ninjs, which must have an address and has few names of its own."""
    names = {name.casefold() for name in node}
    return bool(names & {"uri", "guid"} and names & _SIGNS)


def is_held_back(node: Node) -> bool:
    """Tell whether the agency has withheld or cancelled an item."""
    return _value(_lower(node), "pubstatus").casefold() in _HELD_BACK


def record(node: Node) -> Record:
    """Return an item's record; one that is a picture, a film or an event has no text."""
    item = _lower(node)
    written = _value(item, "type").casefold() not in _NOT_TEXT
    return Record(
        title=_main(item.get("headlines")) or _value(item, "headline") or _value(item, "title"),
        text=_body(item) if written else "",
        teaser=(_value(item, "description_text") or _main(item.get("descriptions"))) if written else "",
        author=tuple(_value(item, name) for name in ("byline", "by") if _value(item, name))[:1],
        publisher=_publisher(item),
        published=tuple(_value(item, name) for name in _DATES if _value(item, name)),
        url=next((link for link in _links(item) if address(link)), ""),
        language=_value(item, "language"),
    )


def _lower(node: Node) -> Node:
    """Return an object with its names in small letters: version 3 writes some of them otherwise."""
    return {name.casefold(): value for name, value in node.items()}


def _value(item: Node, name: str) -> str:
    return text_of(item.get(name)).strip()


def _body(item: Node) -> str:
    found = (*(_value(item, name) for name in _BODIES), *map(text_of, _rich_first(item.get("bodies"))))
    return next(filter(None, found), "")


def _rich_first(bodies: Any) -> list[Node]:
    found = [_lower(one) for one in bodies if isinstance(one, dict)] if isinstance(bodies, list) else []
    return sorted(found, key=lambda one: "html" not in _value(one, "contenttype") + _value(one, "role"))


def _main(listed: Any) -> str:
    found = [_lower(one) for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return text_of(sorted(found, key=lambda one: _value(one, "role") not in ("main", "headline"))[:1])


def _publisher(item: Node) -> str:
    named = (item.get(name) for name in ("infosource", "infosources", "source", "copyrightholder"))
    return next((found for one in named if (found := text_of(one).strip())), "")


def _links(item: Node) -> tuple[str, ...]:
    return (*texts_of(item.get("canonicalurl")), *texts_of(item.get("url")), *texts_of(item.get("uri")))
