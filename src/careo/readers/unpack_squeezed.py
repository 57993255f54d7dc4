"""gzip, bzip2, xz: one stream packed, often a tar or a WARC; a web archive is many gzip streams in a row."""

import bz2
import gzip
import lzma
from typing import BinaryIO, cast

from careo.readers.archives import Kind
from careo.readers.packed import Budget, Metered, Stream

_SUFFIXES = (".gz", ".bz2", ".xz", ".gzip")


def inflated(stream: Stream, kind: Kind, budget: Budget) -> Stream:
    """Return the unpacked bytes as a stream; what can be had before damage comes out before the error."""
    source = _Counted(stream)
    file = cast(BinaryIO, source)  # all three libraries ask for `read` only, unless one goes back
    opened: gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
    if kind == "gzip":
        opened = gzip.GzipFile(fileobj=file, mode="rb")
    elif kind == "bzip2":
        opened = bz2.BZ2File(file)
    else:
        opened = lzma.LZMAFile(file)  # noqa: SIM115 - holds nothing that wants closing
    return Metered(_Eager(opened), budget, source.count)


def bare(name: str) -> str:
    """Return the name of the packed file without the packer's ending."""
    return next((name[: -len(end)] for end in _SUFFIXES if name.lower().endswith(end)), name)


class _Counted:
    """Counts the packed bytes taken."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._taken = 0

    def read(self, size: int, /) -> bytes:
        piece = self._stream.read(size)
        self._taken += len(piece)
        return piece

    def count(self) -> int:
        return self._taken


class _Eager:
    """Reads what is there: `read` of the libraries throws away what it had when damage follows."""

    def __init__(self, file: gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile) -> None:
        self._file = file

    def read(self, size: int, /) -> bytes:
        try:
            return self._file.read1(size)
        except EOFError as error:
            raise OSError("cut off") from error  # warcio takes an EOFError for the end
