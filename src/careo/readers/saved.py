"""What browsers write into the pages they save: where from, and the pictures and type they put inside."""

import re

_HEAD = 16_384
_ADDRESS = r"(https?://[^\s\"'<>]+)"
_MARKS = (
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*" + _ADDRESS),
    re.compile(r"<!--\s*saved from url=\(\d+\)" + _ADDRESS),
    re.compile(r"<meta\s+name=[\"']?savepage-url[\"']?\s+content=[\"']?" + _ADDRESS),
)
"""SingleFile; Internet Explorer, Edge and Chrome; Save Page WE."""

_INLINED = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[\w=.+-]+)*,[^\s\"'<>()]{256,}")
_SET_TYPE = re.compile(r"(<style\b[^>]*>)[^<]{256,}", re.IGNORECASE)


def saved_from(source: str) -> str | None:
    """Return the address a page says it was saved from."""
    head = source[:_HEAD]
    return next((match[1] for mark in _MARKS if (match := mark.search(head))), None)


def without_inlined(source: str) -> str:
    """Return a page without the files that were put inside it: over some ten megabytes of them lxml gives up."""
    return _SET_TYPE.sub(r"\1", _INLINED.sub("data:,", source))
