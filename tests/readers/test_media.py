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
        ("a.html", b"%PDF-1.7", UNKNOWN),
        ("a.txt", b"PK\x03\x04", UNKNOWN),
        ("a.csv", b"a;b", "text/csv"),
        ("a.json", b"{}", "application/json"),
    ],
)
def test_first_bytes_win_over_the_name(name: str, data: bytes, expected: str) -> None:
    """A page is a page and a binary is none, whatever the name says."""
    assert media_type(name, data) == expected


def test_a_head_that_never_ends_costs_nothing() -> None:
    """Comments without an end do not make the search long."""
    assert media_type("a", b"<!-- " * 100_000) == "text/plain"
