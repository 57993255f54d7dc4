"""What a file is taken for, by its first bytes and its name."""

import codecs
import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

UNKNOWN = "application/octet-stream"
"""Bytes that are no text; no built-in reader takes it."""

_PDF, _RSS = "application/pdf", "application/rss+xml"
_ATOM, _JSON_FEED = "application/atom+xml", "application/feed+json"
_MAIL, _WEB_MAIL, _LINES = "message/rfc822", "multipart/related", "application/jsonl"

_BY_NAME = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".atom": _ATOM,
    ".jsonld": "application/ld+json",
    ".css": "text/css",
    ".csv": "text/csv",
    ".js": "text/javascript",
    ".eml": _MAIL,
    ".json": "application/json",
    ".jsonl": _LINES,
    ".mht": _WEB_MAIL,
    ".mhtml": _WEB_MAIL,
    ".ndjson": _LINES,
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

_SILENT = re.compile(r"(?:image|audio|video|font)/|text/css$|.*(?:javascript|ecmascript|wasm)$")
"""Media types of what belongs to a page and is never a report."""
_SILENT_NAMES = re.compile(
    r"\.(?:avif|bmp|gif|ico|heic|jpe?g|png|svgz?|tiff?|webp|avi|flac|m4[av]|mk[av]|mov|mp[34]|og[agv]|opus|wav|webm|"
    r"eot|otf|ttf|woff2?|css|m?js|map|wasm)"
)
_SILENT_HEADS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"ID3", b"wOFF", b"wOF2")
_TEXTLIKE = re.compile(
    r"text/|application/(?:xml|xhtml\+xml|pdf|json|jsonl|[\w.-]+\+(?:xml|json))$|message/rfc822$|multipart/related$"
)

_MAIL_LINE = rb"(?>[!-9;-~]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*+)"
_LETTER = re.compile(_MAIL_LINE + rb"{2,}")
_MAIL_NAMES = re.compile(rb"^(from|received|return-path|mime-version|message-id|date|subject|to):", re.I | re.M)
_PARTS = re.compile(rb"^content-type:\s*multipart/related", re.I | re.M)

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


def media_type(name: str, data: bytes, declared: str | None = None) -> str:
    """Return the media type; the first bytes win over what the transport declared, and that over the name.

    Args:
        name: a file name, or the address of a response.
        data: the bytes, all of them or the first.
        declared: the type an HTTP header gives, without its parameters.
    """
    suffix = suffix_of(name)
    if data.startswith(b"%PDF") or (suffix == ".pdf" and b"%PDF-" in data[:_PDF_HEAD]):
        return _PDF
    if data.startswith(_BINARY):
        return UNKNOWN
    if b"\0" in data and not data.startswith(_WIDE):
        return UNKNOWN
    named = _named(suffix, declared)
    head = _head(data)
    if _PAGE.match(head):
        return named if "html" in named else "text/html"
    return _feed(head, data[-_HEAD:]) or _letter(head, named) or named


def passed_over(name: str, head: bytes, declared: str | None = None) -> bool:
    """Tell whether a member of an archive is a picture, sound, script or style: part of a page, never a report."""
    if declared:
        return bool(_SILENT.match(declared)) or head.startswith(_SILENT_HEADS)
    return bool(_SILENT_NAMES.fullmatch(suffix_of(name))) or head.startswith(_SILENT_HEADS)


def is_textlike(type_: str) -> bool:
    """Tell whether a response of this media type may be a report."""
    return bool(_TEXTLIKE.match(type_)) and not _SILENT.match(type_)


def suffix_of(name: str) -> str:
    """Return the ending of a file's name, or of the path of an address, in small letters."""
    return PurePosixPath(urlsplit(name).path if "://" in name[:12] else name).suffix.lower()


def _named(suffix: str, declared: str | None) -> str:
    """Servers send what they do not know as plain text or as bytes: then a name that says more is believed."""
    if declared and declared not in ("text/plain", UNKNOWN, "application/unknown"):
        return declared
    return _BY_NAME.get(suffix, "text/plain")


def _head(data: bytes) -> bytes:
    """Return the first bytes without a byte-order mark; of wide characters one byte each, enough for tags."""
    head = data[:_HEAD]
    return (head.replace(b"\0", b"") if data.startswith(_WIDE) else head).lstrip(_MARKS)


def _letter(head: bytes, named: str) -> str | None:
    """Return the type of an e-mail, or of a page saved as one, told by its header lines."""
    if named not in ("text/plain", _MAIL, _WEB_MAIL):
        return None
    match = _LETTER.match(head.replace(b"\r\n", b"\n"))
    lines = match[0] if match else b""
    names = {name.lower() for name in _MAIL_NAMES.findall(lines)}
    sent = names & {b"to", b"received", b"return-path", b"message-id"}
    if _PARTS.search(lines) and not sent and named != _MAIL:
        return _WEB_MAIL
    return _MAIL if b"from" in names and sent and (b"mime-version" in names or b"received" in names) else None


def _feed(head: bytes, tail: bytes) -> str | None:
    for type_, pattern in _FEEDS:
        if pattern.match(head):
            return type_
    # The order of names in JSON is free, and programs that sort them write the version last.
    names = head.lstrip().startswith(b"{") and (_FEED_VERSION.search(head) or _FEED_VERSION.search(tail))
    return _JSON_FEED if names else None
