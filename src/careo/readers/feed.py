"""Feeds: RSS and Atom by feedparser (6.0.14), JSON Feed by the standard library; an article an item, in their order.

What it cannot do yet: an item whose feed gives both a summary and the text keeps the longer of the two only; an
item without any text (a title and a link) is passed over without a word; enclosures are not looked at.
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from careo.errors import UnreadableInput
from careo.model.seen import Published, Received
from careo.readers.base import Article, Paragraph
from careo.readers.decoded import decode_page
from careo.readers.markup import one_line, paragraphs, plain_paragraphs
from careo.readers.stamp import day, day_in_path

_XML_HEAD = re.compile(r"\s*<\?xml[^>]*\?>")
_OWN_ENTITIES = re.compile(r"(?>(?><\?.*?\?>)|(?><!--.*?-->)|\s)*+<!DOCTYPE[^>\[]*\[", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_TEASER_WORDS = 100
"""A single paragraph up to this length, given as a summary, is the teaser of a text that stands elsewhere."""

_EMPTY = "no item of the feed has any text; save the pages it points to and name those"


@dataclass(frozen=True, slots=True)
class Feed:
    """Reads RSS, Atom and JSON Feed files; nothing in them is fetched."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The three families of feeds."""
        return ("application/rss+xml", "application/atom+xml", "application/feed+json")

    def read(self, received: Received) -> tuple[Article, ...]:
        """Return an article for each item that has text, in the order of the feed.

        Raises:
            UnreadableInput: if it is no feed, declares entities of its own, or no item has text.
        """
        decoded = decode_page(received)
        source = _XML_HEAD.sub("", decoded.text, count=1)
        items = _json_items(source) if received.capture.media_type.endswith("json") else _xml_items(source)
        articles = tuple(
            replace(article, encoding=decoded.encoding) for item in items if (article := _article(item, source))
        )
        if not articles:
            raise UnreadableInput(_EMPTY)
        return articles


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the texts an item has."""

    value: str
    kind: Literal["content", "summary"]
    plain: bool


@dataclass(frozen=True, slots=True)
class _Item:
    """An item, whichever kind of feed it came from."""

    title: str | None
    texts: tuple[_Text, ...]
    author: tuple[str, ...]
    publisher: str | None
    url: str | None
    stamp: str
    """When it says it was published, verbatim; empty where it does not."""
    language: str | None


def _article(item: _Item, source: str) -> Article | None:
    """Return the item's article with the longest of its texts, or `None` where it has none."""
    body = max((_body(text, item.url) for text in item.texts), key=_length, default=())
    if not _length(body):
        return None
    if item.title and body[0].text == item.title:
        body = body[1:] if _length(body[1:]) else body
    headline = (Paragraph(item.title, "headline"),) if item.title and body[0].text != item.title else ()
    return Article(
        paragraphs=(*headline, *body),
        title=item.title,
        author=item.author,
        publisher=item.publisher,
        url=item.url,
        published=tuple(date for date in _published(item) if date.evidence in source),
        language=item.language,
    )


def _body(text: _Text, own: str | None) -> tuple[Paragraph, ...]:
    found = plain_paragraphs(text.value) if text.plain else paragraphs(text.value, own=own)
    running = [index for index, paragraph in enumerate(found) if paragraph.role is None]
    linked = any(paragraph.role == "furniture" for paragraph in found)
    short = text.kind == "summary" and len(_WORDS.findall(text.value)) <= _TEASER_WORDS
    if len(running) == 1 and (linked or short):
        return tuple(replace(one, role="lead") if one.role is None else one for one in found)
    return found


def _length(body: tuple[Paragraph, ...]) -> int:
    """Return how many letters and digits there are to read, links to elsewhere left out."""
    return sum(sum(map(str.isalnum, one.text)) for one in body if one.role != "furniture")


def _published(item: _Item) -> Iterator[Published]:
    stated = day(item.stamp)
    if stated:
        yield Published(stated[0], stated[1], "feed", item.stamp)
    found = day_in_path(item.url or "")
    if found:
        yield Published(found[0], "day", "url", found[1])


def _xml_items(source: str) -> Iterator[_Item]:
    # Two tenths of a second, wanted only in the child and only once there is a feed.
    from feedparser import parse

    if _OWN_ENTITIES.match(source):
        raise UnreadableInput("the feed declares entities of its own, as bombs do; save it without its DOCTYPE")
    whole = f'<?xml version="1.0" encoding="utf-8"?>{source}'.encode()
    # Sanitised and resolved would be another text than the feed's; only words are taken out of it here.
    try:
        parsed = parse(io.BytesIO(whole), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # Found by fuzzing: a no-break space in the address of a namespace, for one.
        raise UnreadableInput("the feed is broken in a way its parser cannot pass; fetch it again") from None
    if not parsed.version and not parsed.entries:
        raise UnreadableInput("no feed, or broken off before its first item; fetch it again")
    for entry in parsed.entries:
        yield _xml_item(entry, parsed.feed, source, atom=parsed.version.startswith("atom"))


def _xml_item(entry: dict[str, Any], feed: dict[str, Any], source: str, *, atom: bool) -> _Item:
    summary = entry.get("summary_detail")
    details = [*entry.get("content", ()), *([summary] if summary else [])]
    authors = entry.get("authors") or (feed.get("authors") if atom else None) or ()
    spoken = [detail.get("language") for detail in details]
    return _Item(
        title=_name(entry.get("title")),
        texts=tuple(_text(detail, "summary" if detail is summary else "content") for detail in details),
        author=tuple(name for author in authors if (name := _name(author.get("name")))),
        publisher=_name((entry.get("source") or {}).get("title")) or _name(feed.get("title")),
        url=_address(entry.get("feedburner_origlink")) or _address(entry.get("link")),
        stamp=_stamp(entry, source),
        language=next(filter(None, [entry.get("language"), *spoken, feed.get("language")]), None),
    )


def _text(detail: dict[str, Any], kind: Literal["content", "summary"]) -> _Text:
    return _Text(detail.get("value") or "", kind, detail.get("type") == "text/plain")


def _stamp(entry: dict[str, Any], source: str) -> str:
    """Return the item's date of publication: feedparser files that of Dublin Core under the day of the last change."""
    stamp = dict.get(entry, "published")
    changed = dict.get(entry, "updated")
    if not stamp and changed and re.search(rf"<dc:date\b[^>]*>\s*{re.escape(changed)}\s*<", source):
        stamp = changed
    return stamp or ""


def _json_items(source: str) -> Iterator[_Item]:
    try:
        feed = json.loads(source)
    except (ValueError, RecursionError):
        raise UnreadableInput("broken JSON, or cut off; fetch the feed again") from None
    entries = feed.get("items") if isinstance(feed, dict) else None
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict):
            yield _json_item(entry, feed)


def _json_item(entry: dict[str, Any], feed: dict[str, Any]) -> _Item:
    texts = (
        _Text(_string(entry, "content_html"), "content", plain=False),
        _Text(_string(entry, "content_text"), "content", plain=True),
        _Text(_string(entry, "summary"), "summary", plain=True),
    )
    authors = _people(entry) or _people(feed)
    return _Item(
        title=_name(_string(entry, "title")),
        texts=tuple(text for text in texts if text.value),
        author=tuple(name for author in authors if (name := _name(_string(author, "name")))),
        publisher=_name(_string(feed, "title")),
        url=_address(_string(entry, "url")) or _address(_string(entry, "id")),
        stamp=_string(entry, "date_published"),
        language=_string(entry, "language") or _string(feed, "language") or None,
    )


def _people(node: dict[str, Any]) -> list[dict[str, Any]]:
    authors = node.get("authors")
    found = authors if isinstance(authors, list) else [node.get("author")]
    return [author for author in found if isinstance(author, dict)]


def _string(node: dict[str, Any], key: str) -> str:
    value = node.get(key)
    return value if isinstance(value, str) else ""


def _name(value: str | None) -> str | None:
    return one_line(value) if value else None


def _address(value: str | None) -> str | None:
    """Return an address a reader of the page may follow; anything else is no place of publication."""
    return value if value and value.lower().startswith(("https://", "http://")) else None
