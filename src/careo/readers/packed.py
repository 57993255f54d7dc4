"""What is found inside an archive, and how much an archive may cost."""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from careo.errors import TooLarge

_CHUNK = 1 << 20
_FREE_MEMBER = 1_000_000
"""Unpacked bytes below which the ratio of one member is not asked: a short file of one letter is no bomb."""
_FREE_ARCHIVE = 50_000_000
"""The same for all of an archive, where many short files of one letter may lie."""


class Stream(Protocol):
    """Bytes in one direction; a short answer is not the end, an empty one is."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Member:
    """One member's bytes, and what the archive itself says of them."""

    name: str
    """Its path in the archive, archives inside archives parted by `!/`; a label, never a path to write to."""
    data: bytes
    captured: str | None = None
    url: str | None = None
    charset: str | None = None
    declared: str | None = None
    """The media type in the HTTP header, small letters, without parameters."""
    digest: str | None = None
    """The payload digest of a WARC record, `sha1:` or `sha256:` and hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Revisit:
    """A WARC record that says: the same bytes as in another record."""

    name: str
    captured: str | None
    url: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in an archive that cannot be used."""

    name: str | None
    """The member; `None` for the archive itself."""
    reason: str
    often: bool = False
    """Whether many members of one archive may have it; people then get one line."""


Item = Member | Revisit | Trouble | None
"""`None` is a sign of life: something was passed over."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A member before its bytes are read."""

    name: str
    open: Callable[[], Stream]
    """To be called at most once, before the next entry is asked for."""
    packed: Callable[[], int] | None = None
    """How many bytes it takes up in the archive, or has so far, where it is packed alone."""
    alone: bool = False
    """Whether damage in it leaves the following members whole."""
    page: Member | None = None
    """What a WARC record says beside its bytes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one archive may cost."""

    member_bytes: int
    members: int
    unpacked_bytes: int
    ratio: int
    depth: int


@dataclass(frozen=True, slots=True)
class Task:
    """One archive for the child to unpack."""

    origin: str
    path: str | None
    """Where the file lies; `None` where `data` holds the bytes."""
    data: bytes | None
    limits: Limits
    seconds: float
    """For each member, and for each sign of life."""
    wanted: frozenset[str] | None = None
    """Only WARC records of these payload digests, for revisits."""


class BombError(TooLarge):
    """Something unpacks to far more than a text of its packed size does."""


class SpentError(TooLarge):
    """The whole archive has cost too much; nothing more of it is read."""


@dataclass(slots=True)
class Budget:
    """Counts what an archive costs, over all archives inside it."""

    limits: Limits
    size: int
    """Bytes of the archive itself."""
    members: int = 0
    unpacked: int = 0
    wanted: frozenset[str] | None = None
    """On a second way through: the payload digests looked for, all else is passed over."""

    def count(self) -> None:
        """Count one member; raises SpentError at too many."""
        self.members += 1
        if self.members > self.limits.members:
            raise SpentError(f"more than {self.limits.members} members; split it, or raise max_members")

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raises SpentError at too many."""
        self.unpacked += size
        if self.unpacked > _FREE_ARCHIVE + self.limits.ratio * self.size:
            raise SpentError(f"unpacks to more than {self.limits.ratio} times its size, as an archive bomb does")
        if self.unpacked > self.limits.unpacked_bytes:
            raise SpentError(f"unpacks to more than {self.limits.unpacked_bytes} bytes; raise max_unpacked_bytes")

    def check(self, packed: int, unpacked: int) -> None:
        """Raise BombError if so few bytes unpack to so many."""
        if unpacked > _FREE_MEMBER and unpacked > self.limits.ratio * packed:
            raise BombError(
                f"unpacks to more than {self.limits.ratio} times its size, as an archive bomb does; "
                "if it is none, unpack it yourself or raise max_ratio"
            )


class Metered:
    """A stream whose bytes are counted against the budget of the archive."""

    def __init__(self, stream: Stream, budget: Budget, packed: Callable[[], int] | None = None) -> None:
        self._stream = stream
        self._budget = budget
        self._packed = packed
        self._unpacked = 0

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; raises BombError where they unpack like one, SpentError at too many."""
        piece = self._stream.read(min(size, _CHUNK))
        self._unpacked += len(piece)
        if self._packed is not None:
            self._budget.check(self._packed(), self._unpacked)
        self._budget.spend(len(piece))
        return piece


class Rewound:
    """A stream whose first bytes were read already and are given again."""

    def __init__(self, head: bytes, rest: Stream) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes."""
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
            return piece
        return self._rest.read(size)


def taken(stream: Stream, most: int) -> bytes:
    """Return a stream's first bytes, `most` or fewer where it is at its end."""
    pieces: list[bytes] = []
    while most > 0 and (piece := stream.read(min(most, _CHUNK))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def whole(stream: Stream, most: int) -> bytes:
    """Return a stream's bytes; raises TooLarge where there are more than `most`."""
    data = taken(stream, most + 1)
    if len(data) > most:
        raise TooLarge(f"more than {most} bytes; unpack it and split it, or raise max_input_bytes")
    return data


def label(name: str) -> str:
    """Return a name as the same text on every system: NFC, and nothing that could steer a terminal."""
    try:
        raw = os.fsencode(name)
    except UnicodeEncodeError:  # half a surrogate pair
        raw = name.encode("utf-8", "backslashreplace")
    plain = unicodedata.normalize("NFC", raw.decode("utf-8", "backslashreplace"))
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in plain)
