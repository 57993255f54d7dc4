"""Which files are archives, by their first bytes."""

import re
from typing import Final, Literal

Kind = Literal["zip", "tar", "gzip", "bzip2", "xz", "warc", "mbox"]

HEAD: Final = 1024
"""Bytes it takes to tell: a tar's mark stands at 257, an mbox's first header line after its first line."""
SQUEEZED: Final[tuple[Kind, ...]] = ("gzip", "bzip2", "xz")
"""What packs one stream and not many files."""

_MARKS: tuple[tuple[Kind, bytes, int], ...] = (
    ("zip", b"PK\x03\x04", 0),
    ("zip", b"PK\x05\x06", 0),
    ("gzip", b"\x1f\x8b", 0),
    ("bzip2", b"BZh", 0),
    ("xz", b"\xfd7zXZ\x00", 0),
    ("warc", b"WARC/", 0),
    ("tar", b"ustar", 257),
)
_MBOX = re.compile(rb"From \S{1,200} [^\n]{0,100}\d\d:\d\d[^\n]{0,60}\n>?[!-9;-~]{1,60}:")


def kind_of(head: bytes) -> Kind | None:
    """Return what kind of archive begins so, `None` for what is none."""
    for kind, mark, at in _MARKS:
        if head.startswith(mark, at):
            return kind
    return "mbox" if _MBOX.match(head) else None
