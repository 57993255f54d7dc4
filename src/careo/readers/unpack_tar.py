"""tar: read in one direction, so that one packed in a stream needs no place to be unpacked to."""

import tarfile
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from careo.readers.packed import Budget, Entry, Item, Stream, Trouble

_LINK = "a link or a device, which is not followed; name what it leads to"


def tarred(stream: Stream, _budget: Budget) -> Iterator[Entry | Item]:
    """Yield the files of a tar; raises tarfile.TarError where it is damaged or cut off."""
    with tarfile.open(fileobj=cast(BinaryIO, stream), mode="r|") as tar:
        while (info := tar.next()) is not None:
            tar.members = []  # type: ignore[attr-defined]  # the library keeps them all, for going back
            if info.isfile():
                yield Entry(info.name, partial(_opened, tar, info))
            elif not info.isdir():
                yield Trouble(info.name, _LINK, often=True)


def _opened(tar: tarfile.TarFile, info: tarfile.TarInfo) -> Stream:
    file = tar.extractfile(info)
    assert file is not None  # it is a file
    return file
