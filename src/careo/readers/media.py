"""What a file is taken for, by its first bytes and its name."""

import codecs
import re
from pathlib import PurePosixPath

UNKNOWN = "application/octet-stream"
"""Bytes that are no text; no built-in reader takes it."""

_PDF, _RSS = "application/pdf", "application/rss+xml"
_ATOM, _JSON_FEED = "application/atom+xml", "application/feed+json"

_BY_NAME = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".atom": _ATOM,
    ".css": "text/css",
    ".csv": "text/csv",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".pdf": _PDF,
    ".rss": _RSS,
    ".tsv": "text/tab-separated-values",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
}
"""Names that say what a text is; any other text is plain."""

_BINARY = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x89PNG",
    b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"\x7fELF", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"SQLite format 3",
    b"{\\rtf",
)  # fmt: skip
"""First bytes of common formats that are no text, or not to be read as such."""

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKS = codecs.BOM_UTF8 + codecs.BOM_UTF16_LE

# Atomic groups: a comment that might also reach to the end of the next one makes the search endless.
_BEFORE_PAGE = rb"(?>(?><\?xml[^>]{0,200}>)|(?><!--.{0,2000}?-->)|\s)*+"
_BEFORE_ROOT = rb"(?>(?><\?.{0,500}?\?>)|(?><!--.{0,2000}?-->)|(?><!doctype[^>\[]{0,500}>)|\s)*+"
_PAGE = re.compile(_BEFORE_PAGE + rb"<(?:!doctype\s+html|html)[\s>]", re.I | re.S)
_FEEDS = (
    (_RSS, re.compile(_BEFORE_ROOT + rb"<rss[\s>]", re.I | re.S)),
    (_RSS, re.compile(_BEFORE_ROOT + rb"<(?:\w+:)?RDF\s[^>]*(?:purl\.org/rss/|netscape\.com/rdf/simple/)", re.S)),
    (_ATOM, re.compile(_BEFORE_ROOT + rb"<(?:\w+:)?feed\s[^>]*(?:w3\.org/2005/Atom|purl\.org/atom/)", re.S)),
)
_FEED_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
_HEAD = 4096
_PDF_HEAD = 1024
"""A PDF may have this much before its mark."""


def media_type(name: str, data: bytes) -> str:
    """Return the media type; the first bytes win over the name."""
    suffix = PurePosixPath(name).suffix.lower()
    if data.startswith(b"%PDF") or (suffix == ".pdf" and b"%PDF-" in data[:_PDF_HEAD]):
        return _PDF
    if data.startswith(_BINARY):
        return UNKNOWN
    if b"\0" in data and not data.startswith(_WIDE):
        return UNKNOWN
    named = _BY_NAME.get(suffix, "text/plain")
    head = _head(data)
    if _PAGE.match(head):
        return named if "html" in named else "text/html"
    return _feed(head, data[-_HEAD:]) or named


def _head(data: bytes) -> bytes:
    """Return the first bytes without a byte-order mark; of wide characters one byte each, enough for tags."""
    head = data[:_HEAD]
    return (head.replace(b"\0", b"") if data.startswith(_WIDE) else head).lstrip(_MARKS)


def _feed(head: bytes, tail: bytes) -> str | None:
    for type_, pattern in _FEEDS:
        if pattern.match(head):
            return type_
    # The order of names in JSON is free, and programs that sort them write the version last.
    names = head.lstrip().startswith(b"{") and (_FEED_VERSION.search(head) or _FEED_VERSION.search(tail))
    return _JSON_FEED if names else None
