"""mbox: many letters in one file, parted by lines that begin with `From `.

Python's own reader wants a path and takes lines of any length into memory; ours reads a stream of any length.
"""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO

from careo.errors import TooLarge
from careo.readers.packed import Budget, Entry, Item, Stream, Trouble

_ID = re.compile(rb"^message-id:\s*<?([^\s<>]{1,200})", re.I | re.M)
_QUOTED = re.compile(rb"^>(>*From )", re.M)
_CHUNK = 1 << 16


def letters(stream: Stream, budget: Budget) -> Iterator[Entry | Item]:
    """Yield each letter, named by its Message-ID, else by its number from 1."""
    most = budget.limits.member_bytes
    text = bytearray()
    size = number = 0
    blank = True
    for line in _lines(stream):
        if blank and line.startswith(b"From "):
            yield from _letter(text, number, size, most)
            size, number = 0, number + 1
            text.clear()
        else:
            size += len(line)
            if size <= most:
                text += line
        blank = line in (b"\n", b"\r\n")
    yield from _letter(text, number, size, most)


def _letter(text: bytearray, number: int, size: int, most: int) -> Iterator[Entry | Item]:
    if not number:
        return
    data = _QUOTED.sub(rb"\1", bytes(text))
    found = _ID.search(data.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0])
    name = found[1].decode("utf-8", "surrogateescape") if found else str(number)
    if size > most:
        yield Trouble(name, str(TooLarge(f"a letter of more than {most} bytes; raise max_input_bytes")))
    elif data.strip():
        yield Entry(name, partial(BytesIO, data))


def _lines(stream: Stream) -> Iterator[bytes]:
    """Yield the lines with their ends; one without an end comes in pieces."""
    rest = b""
    while piece := stream.read(_CHUNK):
        *lines, rest = (rest + piece).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(rest) >= _CHUNK:
            yield rest
            rest = b""
    if rest:
        yield rest
