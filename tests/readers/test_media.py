"""What a file is taken for."""

import codecs

import pytest

from careo.readers.media import UNKNOWN, media_type, passed_over


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"words", "text/plain"),
        ("a", b"words", "text/plain"),
        ("-", b"  <!DOCTYPE html><p>", "text/html"),
        ("a.txt", codecs.BOM_UTF8 + b"<html lang=nl>", "text/html"),
        ("a.HTML", b"words", "text/html"),
        ("a.xhtml", b"<?xml version='1.0'?><!-- x --><html>", "application/xhtml+xml"),
        ("a.md", b"# words", "text/markdown"),
        ("a.txt", "words".encode("utf-16"), "text/plain"),
        ("a.txt", b"wor\0ds", UNKNOWN),
        ("a.html", b"%PDF-1.7", "application/pdf"),
        ("a.pdf", b"\n\n%PDF-1.7\n\0", "application/pdf"),
        ("a.pdf", b"\0", UNKNOWN),
        ("a.xml", b"<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><rss version='2.0'>", "application/rss+xml"),
        ("a.xml", b"<!DOCTYPE rss PUBLIC 'x' 'y'><!-- x --><rss>", "application/rss+xml"),
        ("a", b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "application/rss+xml"),
        ("a.xml", b"<rdf:RDF xmlns='http://example.org/'>", "application/xml"),
        ("a.txt", "<rss version='2.0'>".encode("utf-16"), "application/rss+xml"),
        ("a.rss", b"<!DOCTYPE html><p>", "text/html"),
        ("a.rss", b"words", "application/rss+xml"),
        ("a.xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "application/atom+xml"),
        ("a.xml", b"<feed xmlns='http://example.org/'>", "application/xml"),
        ("a.atom", b"<entry>", "application/atom+xml"),
        ("a.json", b'{ "version": "https://jsonfeed.org/version/1.1"', "application/feed+json"),
        (
            "a.json",
            b'{"items": [' + b" " * 9000 + b'], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}',
            "application/feed+json",
        ),
        ("a.txt", b'On "version": "https://jsonfeed.org/version/1.1"', "text/plain"),
        ("a.txt", b"PK\x03\x04", UNKNOWN),
        ("a.csv", b"a;b", "text/csv"),
        ("a.json", b"{}", "application/json"),
    ],
)
def test_first_bytes_win_over_the_name(name: str, data: bytes, expected: str) -> None:
    """A page is a page and a binary is none, whatever the name says."""
    assert media_type(name, data) == expected


LETTER = b"From: Ann <ann@example.org>\r\nTo: all\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
SAVED = b"From: <Saved by Blink>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tx\n"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.eml", b"words", "message/rfc822"),
        ("a", LETTER + b"\r\nHello", "message/rfc822"),
        ("a", LETTER + b"Content-Type: multipart/related; boundary=x\r\n\r\nHello", "message/rfc822"),
        ("a", b"Received: by example.org\n\tfor ann\n" + LETTER, "message/rfc822"),
        ("a", SAVED, "multipart/related"),
        ("a.mhtml", b"words", "multipart/related"),
        ("a.MHT", SAVED, "multipart/related"),
        ("a.txt", b"From: the Mill\nTo: the Ferry\n\nA poem.", "text/plain"),
        ("a.txt", b"Monday: closed\nTuesday: open\nDate: none\n", "text/plain"),
        ("a.html", LETTER, "text/html"),
        ("a.tsv", b"a\tb", "text/tab-separated-values"),
        ("a.jsonl", b"{}", "application/jsonl"),
        ("a.ndjson", b"{}", "application/jsonl"),
    ],
)
def test_letters_are_told_by_their_header_lines(name: str, data: bytes, expected: str) -> None:
    """An e-mail and a page saved as one are known by name or by their first lines; a text with colons is none."""
    assert media_type(name, data) == expected


@pytest.mark.parametrize(
    ("name", "data", "declared", "expected"),
    [
        ("https://example.org/a", b"words", "text/html", "text/html"),
        ("https://example.org/a", b"%PDF-1.7", "text/html", "application/pdf"),
        ("https://example.org/a", b"<!doctype html>", "text/plain", "text/html"),
        ("https://example.org/a.json", b"{}", "text/plain", "application/json"),
        ("https://example.org/a.pdf", b"words", "text/html", "text/html"),
        ("https://example.org/a.csv?x=1.html", b"a;b", "application/octet-stream", "text/csv"),
        ("https://example.md", b"words", None, "text/plain"),
        ("https://example.org/a", b"\0\1", "text/html", UNKNOWN),
    ],
)
def test_the_transport_is_believed_before_the_name(name: str, data: bytes, declared: str, expected: str) -> None:
    """Bytes first, then what the server declared unless it declared nothing, then the path of the address."""
    assert media_type(name, data, declared) == expected


@pytest.mark.parametrize(
    ("name", "head", "declared", "over"),
    [
        ("a.PNG", b"", None, True),
        ("a", b"\xff\xd8\xff\xe0", None, True),
        ("a.js", b"", None, True),
        ("https://example.org/a.html", b"", "image/webp", True),
        ("https://example.org/a.js", b"", "text/html", False),
        ("a.bin", b"\0", None, False),
        ("a.json", b"{}", None, False),
    ],
)
def test_what_belongs_to_a_page_is_known(name: str, head: bytes, declared: str | None, over: bool) -> None:
    """Pictures, scripts and styles are told by what the server declared, by their name or their first bytes."""
    assert passed_over(name, head, declared) is over


@pytest.mark.parametrize("piece", [b"<!-- ", b"<!---->", b"<?a?>", b"<?xml?>", b"<!doctype a>", b" "])
def test_a_head_that_never_ends_costs_nothing(piece: bytes) -> None:
    """Neither comments without an end nor any number of them make the search long."""
    assert media_type("a", piece * 100_000) == "text/plain"
