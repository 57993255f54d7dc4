"""Articles as linked data describes them (schema.org in JSON-LD), in a page or in a file of its own."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from careo.readers.nodes import Node, objects, text_of, texts_of
from careo.readers.records import Record, address
from careo.text.normalise import flat

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
_ARTICLES = frozenset(
    {
        "AdvertiserContentArticle", "AnalysisNewsArticle", "Article", "AskPublicNewsArticle", "BackgroundNewsArticle",
        "BlogPosting", "LiveBlogPosting", "NewsArticle", "OpinionNewsArticle", "Report", "ReportageNewsArticle",
        "ReviewNewsArticle",
    }
)  # fmt: skip
"""The types of schema.org 28 that a news report may have."""


def is_article(node: Node) -> bool:
    """Tell whether a node describes an article."""
    return not _ARTICLES.isdisjoint(types_of(node))


def types_of(node: Node) -> frozenset[str]:
    """Return the types of a node without their vocabulary."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return frozenset(one.replace("#", "/").replace(":", "/").rpartition("/")[2] for one in listed if type(one) is str)


def described(tree: "HtmlElement") -> Iterator[Node]:
    """Yield all objects of the linked data in a page; what is broken there is passed over."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            with suppress(ValueError, RecursionError):
                # Line ends inside strings are forbidden, and common.
                yield from objects(json.loads(_WRAPPING.sub("", script.text or ""), strict=False))


def own_text(tree: "HtmlElement", title: str | None) -> str:
    """Return the text that linked data give for a page's own article: the one with its headline, else the first."""
    told = [node for node in described(tree) if is_article(node) and text(node)]
    own = [node for node in told if title and flat(text_of(node.get("headline"))) == title]
    return text([*own, *told][0]) if told else ""


def records(root: Any) -> Iterator[Record]:
    """Yield each article described below a value; the entries of a live blog belong to it and are none themselves."""
    nodes = list(objects(root))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    inside = {id(entry) for node in nodes for entry in _updates(node)}
    yield from (_record(node, known) for node in nodes if is_article(node) and id(node) not in inside)


def text(node: Node) -> str:
    """Return an article's text: its body, then the entries of a live blog, each under its own headline."""
    entries = (f"{text_of(one.get('headline'))}\n\n{text_of(one.get('articleBody'))}" for one in _updates(node))
    whole = text_of(node.get("articleBody")) or text_of(node.get("text"))
    return "\n\n".join([whole, *entries]).strip()


def _updates(node: Node) -> list[Node]:
    found = node.get("liveBlogUpdate")
    return [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, dict)]


def _record(node: Node, known: Mapping[str, Node]) -> Record:
    def named(key: str) -> tuple[str, ...]:
        value = node.get(key)
        listed = value if isinstance(value, list) else [value]
        whole = (known.get(one["@id"], one) if isinstance(one, dict) and _is_id(one) else one for one in listed)
        return tuple(name for one in whole for name in texts_of(one))

    page = node.get("mainEntityOfPage")
    links = [text_of(node.get("url")), text_of(page), _id(page), _id(node)]
    return Record(
        title=text_of(node.get("headline")) or text_of(node.get("name")),
        text=text(node),
        teaser=text_of(node.get("description")) or text_of(node.get("abstract")),
        author=named("author") or named("creator"),
        publisher=next(iter((*named("publisher"), *named("sourceOrganization"))), ""),
        published=texts_of(node.get("datePublished")),
        url=next((link for link in links if address(link)), ""),
        language=_language(node.get("inLanguage")),
    )


def _is_id(node: Node) -> bool:
    return isinstance(node.get("@id"), str)


def _id(node: Any) -> str:
    return node["@id"] if isinstance(node, dict) and _is_id(node) else ""


def _language(value: Any) -> str:
    code = value.get("alternateName") if isinstance(value, dict) else None
    return code if isinstance(code, str) else text_of(value)
