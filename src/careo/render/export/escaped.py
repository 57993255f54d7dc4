"""Text of others inside Markdown: it reads as it stands, letter for letter, whatever it holds."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from anyascii import anyascii

_ANYWHERE = re.compile(
    r"[\\`*_\[\]<>&|~#$^{}]|(?<=!)!|={2}|%{2}|(?<=:)//|(?<=www)\.|(?<=http):|(?<=https):|@", re.IGNORECASE
)
"""What Markdown and its common dialects (GitHub, Pandoc, Obsidian) may take for markup inside a line: emphasis, code,
links, markup, entities, table cells, footnotes, formulas, tags, marks, comments, and addresses that become links."""
_AT_START = re.compile(r"[-+=:!]|\d{1,9}(?=[.)])")
"""What may open a list, a rule, an underlined heading or a block where it begins a line."""
_EDGE = re.compile(r"^\s+|\s+$")
_SAFE = "!$&'()*+,/:;=?@[]~%#"
"""Marks that an address may hold; all else is percent-encoded (RFC 3986)."""


def escaped(text: str, *, indent: str = "") -> str:
    """Return a text as Markdown source that reads as the text itself.

    Args:
        text: any text; a line end in it becomes a line break.
        indent: what each further line begins with, such as `> ` inside a quotation.
    """
    inner = text.strip("\n")
    before, after = (text, "") if not inner else text.split(inner, 1)
    lines = f"\\\n{indent}".join(_line(line) for line in inner.split("\n"))
    return "&#10;" * len(before) + lines + "&#10;" * len(after)


def in_line(text: str) -> str:
    """Return a text as Markdown source on one line: for headings and items, where line ends stand for spaces."""
    return _line(" ".join(text.split()))


def link(url: str) -> str:
    """Return an address as a link if it is one of the web, else as text."""
    if not re.match(r"https?://[^\s/]", url, re.IGNORECASE):
        return in_line(url)
    return f"<{quote(url, safe=_SAFE)}>"


def file_name(title: str, id_: str) -> str:
    """Return a name for a story's file that every file system takes and that no other story has."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")[:_LONGEST].strip("-")
    return f"{words}-{id_}" if words else id_


_LONGEST = 60
"""Letters of a title in a file's name."""


def _line(line: str) -> str:
    return _EDGE.sub(_spaces, "".join(_marked(line)))


def _marked(line: str) -> Iterator[str]:
    start = _AT_START.match(line)
    if start is not None:
        yield f"\\{line[0]}" if start.end() == 1 and not line[0].isdigit() else f"{start[0]}\\{line[start.end()]}"
        line = line[start.end() + (1 if start[0][0].isdigit() else 0) :]
    yield _ANYWHERE.sub(lambda found: "".join(f"\\{char}" for char in found[0]), line)


def _spaces(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in found[0])
