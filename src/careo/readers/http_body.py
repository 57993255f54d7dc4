"""How the body of an HTTP response was coded for the way: in chunks, packed; undone within limits."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import brotli

from careo.errors import TooLarge, UnreadableInput

_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_LOOK = 512
_TEXT_SHARE = 0.7
"""Share of a text's first bytes that is valid UTF-8; of packed bytes about half is."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What was done to a body, in the order in which it was done."""

    names: tuple[str, ...] = ()
    """Content codings: gzip, deflate, br."""
    chunked: bool = False

    @classmethod
    def of(cls, http: Any) -> "Coding":
        """Return what a response's header says; `None` has no header."""
        if http is None:
            return cls()
        content, transfer = (_names(http.get_header(name)) for name in ("Content-Encoding", "Transfer-Encoding"))
        packed = tuple(name for name in (*content, *transfer) if name not in ("identity", "chunked"))
        return cls(packed, "chunked" in transfer)

    def undone(self, body: bytes, most: int) -> bytes:
        """Return the body as it was before; many archives keep it so already and the header as it was sent.

        Raises:
            TooLarge: if it has more than `most` bytes then.
            UnreadableInput: if a coding is unknown or damaged.
        """
        if self.chunked:
            body = dechunked(body)
        for name in reversed(self.names):
            body = _unpacked(body, name, most)
        return body


def dechunked(body: bytes) -> bytes:
    """Return the chunks put together; a body that is in no chunks is returned as it is."""
    pieces: list[bytes] = []
    at = 0
    while (head := _CHUNK_HEAD.match(body, at)) is not None:
        size = int(head[1], 16)
        if size == 0 or head.end() + size > len(body):
            pieces.append(body[head.end() : head.end() + size])
            return b"".join(pieces)
        pieces.append(body[head.end() : head.end() + size])
        at = head.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1
    return b"".join(pieces) if pieces else body


def _names(said: str | None) -> tuple[str, ...]:
    return tuple(name for part in (said or "").lower().split(",") if (name := part.strip()))


def _unpacked(body: bytes, name: str, most: int) -> bytes:
    unpack = _UNPACKERS.get(name)
    data = unpack(body, most + 1) if unpack else None
    if data is None:
        if _is_text(body):
            return body
        raise UnreadableInput(f"its body is no {name[:20]} that careo can unpack; download it again, or save the page")
    if len(data) > most:
        raise TooLarge(f"more than {most} bytes when unpacked; raise max_input_bytes")
    return data


def _is_text(body: bytes) -> bool:
    """Tell whether a body looks as if nothing had been done to it."""
    head = body[:_LOOK]
    return b"\0" not in head and len(head.decode("utf-8", "ignore").encode()) > _TEXT_SHARE * len(head)


def _gunzipped(body: bytes, most: int) -> bytes | None:
    return _inflated(body, most, zlib.MAX_WBITS | 16)


def _undeflated(body: bytes, most: int) -> bytes | None:
    """Some servers send the bare stream under this name, and browsers take both."""
    data = _inflated(body, most, zlib.MAX_WBITS)
    return _inflated(body, most, -zlib.MAX_WBITS) if data is None else data


def _inflated(body: bytes, most: int, bits: int) -> bytes | None:
    pieces: list[bytes] = []
    left = most
    while body and left > 0:  # several streams in a row are one body
        unpacker = zlib.decompressobj(bits)
        try:
            piece = unpacker.decompress(body, left)
        except zlib.error:
            return b"".join(pieces) if pieces else None
        pieces.append(piece)
        left -= len(piece)
        body = unpacker.unused_data
    return b"".join(pieces)


def _unbrotlied(body: bytes, most: int) -> bytes | None:
    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    left = most
    try:
        pieces.append(unpacker.process(body, output_buffer_limit=left))
        while (left := most - sum(map(len, pieces))) > 0 and not unpacker.can_accept_more_data():
            pieces.append(unpacker.process(b"", output_buffer_limit=left))
    except brotli.error:
        return None
    return b"".join(pieces)[:most]


_UNPACKERS: dict[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _undeflated,
    "br": _unbrotlied,
}
