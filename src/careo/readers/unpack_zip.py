"""zip and WACZ: by the list at the end; where that is lost, from the front as far as the file goes."""

import json
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BufferedIOBase, BytesIO
from itertools import pairwise
from typing import Final

from careo.errors import TooLarge, UnreadableInput
from careo.readers.packed import BombError, Budget, Entry, Item, Stream, Trouble, taken, whole

_LOCKED = "encrypted; unpack it with its password and name the folder"
_LINK = "a link, which is not followed; name what it leads to"
_PACKER = "packed in a way that careo does not know; unpack it and name the folder"
_NESTED = "an archive inside an archive, of more than {} bytes; unpack the outer one, or raise max_input_bytes"
_KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_PACKAGE = "datapackage.json"
_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_LOCAL_MARK = b"PK\x03\x04"
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1, 0x8, 0x800
_BIG = 0xFFFFFFFF
_HASHED_PIECE = 1 << 24
_SYMLINK = 0o120000
_MODE = 0o170000


def zipped(stream: Stream, budget: Budget) -> Iterator[Entry | Item]:
    """Yield the files of a zip, of a WACZ only its WARC files.

    Raises:
        UnreadableInput: if it is a document of an office program, or its members lie in one another.
        zipfile.BadZipFile: if it is damaged or cut off; first comes what could be had.
    """
    file = _seekable(stream, budget)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError):
        yield from _from_the_front(file)
        raise zipfile.BadZipFile from None
    with archive:
        infos = sorted(
            (i for i in archive.infolist() if not i.filename.endswith("/")), key=lambda info: info.header_offset
        )
        _check(infos)
        hashes = _hashes(archive, infos, budget)
        for info in infos:
            if hashes is None:
                yield from _entry(archive, info, budget)
            elif info.filename.startswith("archive/"):
                yield from _web_archive(archive, info, hashes.get(info.filename, ""), budget)


def _seekable(stream: Stream, budget: Budget) -> BufferedIOBase:
    if isinstance(stream, BufferedIOBase):
        return stream
    most = budget.limits.member_bytes
    data = taken(stream, most + 1)
    if len(data) > most:
        raise TooLarge(_NESTED.format(most))
    return BytesIO(data)


def _check(infos: Sequence[zipfile.ZipInfo]) -> None:
    names = {info.filename for info in infos}
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise UnreadableInput("a document or book of an office program; save it as PDF, HTML or plain text")
    for info, following in pairwise(infos):
        if info.header_offset + _LOCAL.size + info.compress_size > following.header_offset:
            raise UnreadableInput("its members lie in one another, as in an archive bomb; pack it anew")


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Iterator[Entry | Item]:
    if info.flag_bits & _ENCRYPTED:
        yield Trouble(info.filename, _LOCKED, often=True)
    elif (info.external_attr >> 16) & _MODE == _SYMLINK:
        yield Trouble(info.filename, _LINK, often=True)
    elif info.compress_type not in _KNOWN:
        yield Trouble(info.filename, _PACKER, often=True)
    elif reason := _bomb(info, budget):
        yield Trouble(info.filename, reason)
    else:
        yield Entry(info.filename, partial(archive.open, info), packed=partial(int, info.compress_size), alone=True)


def _bomb(info: zipfile.ZipInfo, budget: Budget) -> str | None:
    """Return why a member is left for what it says of itself; what it is in truth is counted while it is read."""
    try:
        budget.check(info.compress_size, info.file_size)
    except BombError as error:
        return str(error)
    return None


def _hashes(archive: zipfile.ZipFile, infos: Sequence[zipfile.ZipInfo], budget: Budget) -> dict[str, str] | None:
    """Return the SHA-256 that a WACZ's package gives for each of its files; `None` where the zip is no WACZ."""
    package = next((info for info in infos if info.filename == _PACKAGE), None)
    if package is None or not any(info.filename.startswith("archive/") for info in infos):
        return None
    try:
        with archive.open(package) as file:
            said = json.loads(whole(file, budget.limits.member_bytes))
        return {entry["path"]: str(entry.get("hash", "")) for entry in said["resources"]}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableInput(f"its {_PACKAGE} cannot be read; download it again") from error


def _web_archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo, said: str, budget: Budget) -> Iterator[Entry | Item]:
    """Yield a WARC file whose bytes are those the package speaks of; they are read once for that alone."""
    algorithm, _, wanted = said.partition(":")
    if algorithm != "sha256":
        reason = "in the WACZ, but its package names no SHA-256 of it; unpack the WACZ and name the file itself"
        yield Trouble(info.filename, reason)
        return
    digest = sha256()
    with archive.open(info) as file:
        while piece := file.read(_HASHED_PIECE):
            digest.update(piece)
            yield None
    if digest.hexdigest() != wanted.lower():
        yield Trouble(info.filename, "its bytes are not those the WACZ's package was made with; download it again")
    else:
        yield from _entry(archive, info, budget)


@dataclass(frozen=True, slots=True)
class _Local:
    """What stands before each member in a zip."""

    name: str
    flags: int
    method: int
    crc: int
    size: int


def _from_the_front(file: BufferedIOBase) -> Iterator[Entry | Item]:
    """Yield the members as they follow one another, as far as their ends can be told."""
    file.seek(0)
    while (local := _local(file)) is not None:
        if local.flags & _ENCRYPTED or local.size == _BIG:
            return
        stream: _Deflated | _Stored
        if local.method == zipfile.ZIP_DEFLATED:
            stream = _Deflated(file, local)
        elif local.method == zipfile.ZIP_STORED and not local.flags & _SIZES_FOLLOW:
            stream = _Stored(file, local.size)
        else:
            return
        if not local.name.endswith("/"):
            yield Entry(local.name, partial(_same, stream), packed=stream.packed)
        while stream.read(_HASHED_PIECE):
            pass  # to its end, whether it was wanted or not


def _same(stream: Stream) -> Stream:
    return stream


def _local(file: BufferedIOBase) -> _Local | None:
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
        return None
    _, _, flags, method, _, _, crc, size, _, name, extra = _LOCAL.unpack(head)
    raw = file.read(name)
    file.read(extra)
    return _Local(raw.decode("utf-8" if flags & _UTF8 else "cp437", "backslashreplace"), flags, method, crc, size)


class _Stored:
    """A member that is not packed."""

    def __init__(self, file: BufferedIOBase, size: int) -> None:
        self._file = file
        self._left = self._size = size

    def packed(self) -> int:
        return self._size

    def read(self, size: int, /) -> bytes:
        piece = self._file.read(min(size, self._left))
        if not piece and self._left:
            raise EOFError
        self._left -= len(piece)
        return piece


class _Deflated:
    """A packed member whose packed size need not be known: its stream says where it ends."""

    def __init__(self, file: BufferedIOBase, local: _Local) -> None:
        self._file = file
        self._local = local
        self._unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        self._crc = 0
        self._ended = False
        self._taken = 0

    def packed(self) -> int:
        return self._taken

    def read(self, size: int, /) -> bytes:
        while not self._ended:
            packed = self._unpacker.unconsumed_tail
            if not packed:
                packed = self._file.read(4096)
                self._taken += len(packed)
            if not packed:
                raise EOFError
            piece = self._unpacker.decompress(packed, size)
            self._crc = zlib.crc32(piece, self._crc)
            if self._unpacker.eof:
                self._end()
            if piece:
                return piece
        return b""

    def _end(self) -> None:
        self._ended = True
        self._file.seek(-len(self._unpacker.unused_data), 1)
        crc = self._local.crc
        if self._local.flags & _SIZES_FOLLOW:
            follows = self._file.read(16)
            marked = follows.startswith(b"PK\x07\x08")
            self._file.seek((16 if marked else 12) - len(follows), 1)
            crc = int.from_bytes(follows[4:8] if marked else follows[:4], "little")
        if crc != self._crc:
            raise zipfile.BadZipFile
