"""What a file is taken for."""

import codecs

import pytest

from careo.readers.media import UNKNOWN, media_type


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


@pytest.mark.parametrize("piece", [b"<!-- ", b"<!---->", b"<?a?>", b"<?xml?>", b"<!doctype a>", b" "])
def test_a_head_that_never_ends_costs_nothing(piece: bytes) -> None:
    """Neither comments without an end nor any number of them make the search long."""
    assert media_type("a", piece * 100_000) == "text/plain"
