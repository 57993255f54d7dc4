"""Archives become their members, streamed one by one; nothing is ever written to disk. Runs in the child process.

Reads zip, tar, gzip, bzip2, xz, WARC, WACZ and mbox, and archives inside archives. Damage costs what is damaged:
what came before it is kept.
"""

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO, Final

from warcio.exceptions import ArchiveLoadFailed

from careo.errors import InputError, TooLarge, UnreadableInput
from careo.model.ids import BETWEEN
from careo.readers.archives import HEAD, SQUEEZED, Kind, kind_of
from careo.readers.media import passed_over
from careo.readers.packed import (
    BombError,
    Budget,
    Entry,
    Item,
    Member,
    Metered,
    Rewound,
    SpentError,
    Stream,
    Task,
    Trouble,
    label,
    taken,
    whole,
)
from careo.readers.unpack_mbox import letters
from careo.readers.unpack_squeezed import bare, inflated
from careo.readers.unpack_tar import tarred
from careo.readers.unpack_warc import records
from careo.readers.unpack_zip import zipped

_DAMAGE: Final = (
    ArchiveLoadFailed, EOFError, OSError, OverflowError, RuntimeError, ValueError, lzma.LZMAError, struct.error,
    tarfile.TarError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What the libraries raise on broken archives; anything else ends the whole archive at the wall of the child."""
_BROKEN = "damaged or cut off; what came before the damage is kept, copy or download it again for the rest"
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")

_OPENERS: dict[Kind, Callable[[Stream, Budget], Iterator[Entry | Item]]] = {
    "zip": zipped,
    "tar": tarred,
    "warc": records,
    "mbox": letters,
}


@dataclass(frozen=True, slots=True)
class _Where:
    """Which archive is being read."""

    prefix: str
    """What its members' names begin with."""
    name: str
    depth: int
    """1 for the archive that the user named."""


def unpack(task: Task) -> Iterator[Item]:
    """Yield an archive's members and troubles in the order in which they lie in it."""
    if task.path is None:
        data = task.data or b""
        yield from _unpack(BytesIO(data), len(data), task)
        return
    try:
        file = open(task.path, "rb")  # noqa: SIM115 - closed below; only the opening is to be caught
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror}); was it moved?") from error
    with file:
        size = file.seek(0, 2)
        yield from _unpack(file, size, task)


def _unpack(file: BinaryIO, size: int, task: Task) -> Iterator[Item]:
    budget = Budget(task.limits, size, wanted=task.wanted)
    file.seek(0)
    kind = kind_of(file.read(HEAD))
    file.seek(0)
    if kind is None:
        raise UnreadableInput("it changed while it was read; build again")
    try:
        yield from _walk(file, kind, _Where("", PurePosixPath(task.origin).name, 1), budget)
    except SpentError as error:
        yield Trouble(None, str(error))


def _walk(stream: Stream, kind: Kind, where: _Where, budget: Budget) -> Iterator[Item]:
    """Yield the members of one archive; what it cannot give comes as one trouble in its own name."""
    own = where.prefix.removesuffix(BETWEEN) or None
    tally: dict[str, list[str]] = {}
    try:
        if kind in SQUEEZED:
            yield from _squeezed(stream, kind, where, budget)
            return
        for found in _OPENERS[kind](stream, budget):
            if isinstance(found, Entry):
                if found.page is None:  # records are counted where they are read, with those passed over
                    budget.count()
                yield from _entry(found, where, budget)
            elif isinstance(found, Trouble) and found.often and found.name:
                tally.setdefault(found.reason, []).append(where.prefix + label(found.name))
            else:
                yield _labelled(found, where.prefix)
    except SpentError:
        raise
    except InputError as error:
        yield Trouble(own, str(error))
    except _DAMAGE:
        yield Trouble(own, _BROKEN)
    for reason, names in tally.items():
        yield Trouble(names[0], reason) if len(names) == 1 else Trouble(own, f"{len(names)} members: {reason}")


def _labelled(found: Item, prefix: str) -> Item:
    if found is None or found.name is None:
        return found
    return replace(found, name=prefix + label(found.name))


def _squeezed(stream: Stream, kind: Kind, where: _Where, budget: Budget) -> Iterator[Item]:
    """Yield what one packed stream holds: the members of the archive in it, or itself as the only member."""
    unpacked = inflated(stream, kind, budget)
    head = taken(unpacked, HEAD)
    rest, name, inner = Rewound(head, unpacked), bare(where.name), kind_of(head)
    if inner is None:
        yield from _entry(Entry(name, partial(_same, rest)), where, budget)
        return
    depth = where.depth + (inner in SQUEEZED)
    _check_depth(depth, budget)
    yield from _walk(rest, inner, _Where(where.prefix, name, depth), budget)


def _entry(entry: Entry, where: _Where, budget: Budget) -> Iterator[Item]:
    """Yield a member's bytes, or the members of the archive that it is."""
    name = where.prefix + label(entry.name)
    declared = entry.page.declared if entry.page else None
    if (entry.page is None and _is_hidden(entry.name)) or passed_over(entry.name, b"", declared):
        yield None
        return
    try:
        stream = Metered(entry.open(), budget, entry.packed)
        head = taken(stream, HEAD)
        rest, kind = Rewound(head, stream), kind_of(head)
        if kind is not None:
            _check_depth(where.depth + 1, budget)
            inside = _Where(name + BETWEEN, PurePosixPath(entry.name).name, where.depth + 1)
            yield from _walk(rest, kind, inside, budget)
        elif passed_over(entry.name, head, declared) or (entry.page is None and budget.wanted is not None):
            yield None
        else:
            yield replace(entry.page or Member(name, b""), name=name, data=whole(rest, budget.limits.member_bytes))
    except SpentError:
        raise
    except InputError as error:
        if isinstance(error, BombError) and not entry.alone:
            raise  # what follows lies in the same packed stream
        yield Trouble(name, str(error))
    except _DAMAGE:
        if not entry.alone:
            raise
        yield Trouble(name, "damaged in its archive; copy or download the archive again")


def _check_depth(depth: int, budget: Budget) -> None:
    if depth > budget.limits.depth:
        raise TooLarge(f"an archive inside {depth - 1} others; unpack the outer ones, or raise max_depth")


def _is_hidden(name: str) -> bool:
    """Tell what a system leaves in archives beside the files; in a folder, too, it is left out."""
    return any((part.startswith(".") and part.strip(".")) or part in _HIDDEN for part in PurePosixPath(name).parts)


def _same(stream: Stream) -> Stream:
    return stream
