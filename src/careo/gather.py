"""The door to the outside: files, folders, patterns and standard input become captures; nothing is fetched.

Archives become their members, see `opened`.
A capture's origin is the path inside what the user named, so the same folder elsewhere gives the same ids.
What cannot be taken becomes one Skip; an input that is not there at all is a UsageError before any work.
"""

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from careo.errors import InputError, TooLarge, UnreadableInput, UsageError
from careo.model.seen import Received, Skip
from careo.opened import Opened, received, skip
from careo.readers.archives import HEAD, kind_of
from careo.readers.packed import Member, label
from careo.settings import Settings

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_STDIN = "-"
_DATABASE = b"SQLite format 3\x00"
_DATABASE_TAILS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    """A file to be taken, or what stands in its way."""

    origin: str
    path: Path
    obstacle: str = ""


def gather(inputs: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None) -> Iterator[Received | Skip]:
    """Return each input's bytes once, or why not, in the order of their origins.

    Args:
        inputs: files, folders (searched to the bottom, hidden files left out), patterns, or `-`.
        settings: `max_files` and `max_input_bytes` hold; archives may be larger, and have limits of their own.
        stdin: where `-` is read from.

    Raises:
        UsageError: at once, before anything is read, if an input is missing or is an address.
    """
    if _STDIN in inputs and stdin is None:
        raise UsageError("`-` asks for standard input, but there is none")
    found = _chosen(place for name in dict.fromkeys(inputs) if name != _STDIN for place in _places(name))
    if not found and _STDIN not in inputs:
        raise UsageError(f"there is no file in {', '.join(inputs)}; hidden files are left out")
    if len(found) > settings.max_files:
        raise UsageError(f"{len(found)} files, more than {settings.max_files}; name fewer, or raise max_files")
    return _taken(found, settings, stdin if _STDIN in inputs else None)


def _taken(found: Sequence[_Found], settings: Settings, stdin: BinaryIO | None) -> Iterator[Received | Skip]:
    seen: set[str] = set()
    for item in _all(found, settings, stdin):
        name = item.id if isinstance(item, Skip) else item.capture.id
        if name not in seen:
            seen.add(name)
            yield item


def _all(found: Sequence[_Found], settings: Settings, stdin: BinaryIO | None) -> Iterator[Received | Skip]:
    """Yield every file and every member of every archive, then what web archives only say is the same."""
    opened = Opened(settings)
    if stdin is not None:
        yield from _take(_STDIN, partial(_from_stdin, stdin, settings.max_input_bytes), opened)
    for place in found:
        yield from _take(place.origin, partial(_contents, place, settings.max_input_bytes), opened)
    yield from opened.revisits()


def _take(origin: str, contents: Callable[[], bytes | str], opened: Opened) -> Iterator[Received | Skip]:
    try:
        source = contents()
    except InputError as error:
        yield skip(origin, None, str(error))
        return
    if isinstance(source, str) or kind_of(source):
        yield from opened.members(origin, source)
    else:
        yield received(origin, Member("", source), None)


def _from_stdin(stdin: BinaryIO, most: int) -> bytes:
    return _checked(stdin.read(most + 1), most)


def _checked(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise TooLarge(_too_many(most))
    if not data:
        raise UnreadableInput("empty; there is nothing to read")
    return data


def _contents(place: _Found, most: int) -> bytes | str:
    """Return the file's bytes, or of an archive, which may be larger than `most`, the path."""
    if place.obstacle:
        raise UnreadableInput(place.obstacle)
    try:
        # Not to wait: a pipe that took the file's place since it was listed would hold us for ever.
        descriptor = os.open(place.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status, head = os.fstat(descriptor), b""
            if stat.S_ISREG(status.st_mode):
                head = file.read(HEAD)
            if kind_of(head):
                return str(place.path.absolute())  # the child stands where this process stood when it began
            _check(place.path, status, head, most)
            file.seek(0)
            return _checked(file.read(most + 1), most)
    except OSError as error:
        raise UnreadableInput(f"cannot be read ({error.strerror}); mend its permissions or copy it again") from error


def _check(path: Path, status: os.stat_result, head: bytes, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableInput(_NOT_A_FILE)
    if _is_database(path, head):
        # A desk inside the folder: its bytes change with each run, so it must not become a capture.
        raise UnreadableInput("a database, not a report; keep it outside, or name the reports alone")
    if status.st_size > most:
        raise TooLarge(_too_many(most))


_NOT_A_FILE = "neither a file nor a folder (a pipe, socket or device); name a file"


def _too_many(most: int) -> str:
    return f"more than {most} bytes; split it, or raise max_input_bytes"


def _is_database(path: Path, head: bytes) -> bool:
    if head.startswith(_DATABASE):
        return True
    tail = next((tail for tail in _DATABASE_TAILS if path.name.endswith(tail)), None)
    if tail is None:
        return False
    try:
        with path.with_name(path.name.removesuffix(tail)).open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def _places(name: str) -> Iterator[_Found]:
    """Return the files one input stands for."""
    if _ADDRESS.match(name):
        raise UsageError(f"{name}: an address is not fetched here; `careo gather` fetches it into a file to build from")
    path = Path(name)
    try:
        mode = path.stat().st_mode  # through a link: the user named it
    except OSError:
        yield from _matches(name)
        return
    yield from _tree(path, Path()) if stat.S_ISDIR(mode) else _met(path, Path(path.name), mode)


def _matches(pattern: str) -> Iterator[_Found]:
    # pathlib takes no absolute pattern, and follows links under `**` before Python 3.13.
    found = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    if not found:
        raise UsageError(f"{pattern}: there is no such file or folder; check the spelling, or where you are")
    base = _fixed_part(pattern)
    for name in found:
        path = Path(name)
        yield from _met(path, path.relative_to(base), path.lstat().st_mode)


def _fixed_part(pattern: str) -> Path:
    """Return the folder before the first wildcard: origins are counted from there."""
    head = Path(pattern)
    while glob.has_magic(str(head)):
        head = head.parent
    return head


def _tree(folder: Path, inside: Path) -> Iterator[_Found]:
    """Return the files below a folder, hidden ones left out."""
    waiting = [(folder, inside)]
    while waiting:
        path, within = waiting.pop()
        try:
            below = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
            modes = [entry.lstat().st_mode for entry in below]
        except OSError as error:
            reason = f"the folder cannot be opened ({error.strerror}); mend its permissions"
            yield _Found(_origin(within), path, reason)
            continue
        for entry, mode in zip(below, modes, strict=True):
            if stat.S_ISDIR(mode):
                waiting.append((entry, within / entry.name))
            else:
                yield from _met(entry, within / entry.name, mode)


def _met(path: Path, inside: Path, mode: int) -> Iterator[_Found]:
    """Return what stands at a path: links met on the way are not followed, what is no file is not opened."""
    if stat.S_ISDIR(mode):
        yield from _tree(path, inside)
    elif stat.S_ISLNK(mode):
        # Following could lead out of the folder, or round in a ring.
        yield _Found(_origin(inside), path, "a symbolic link, which is not followed; name its target itself")
    elif not stat.S_ISREG(mode):
        yield _Found(_origin(inside), path, _NOT_A_FILE)
    else:
        yield _Found(_origin(inside), path)


def _chosen(places: Iterable[_Found]) -> list[_Found]:
    """Return each file once, under its fullest origin, whatever the order of the inputs."""
    best: dict[Path, _Found] = {}
    for place in places:
        key = place.path.absolute() if place.obstacle else place.path.resolve()
        if key not in best or _rank(place) < _rank(best[key]):
            best[key] = place
    return sorted(best.values())


def _rank(place: _Found) -> tuple[int, _Found]:
    return (-place.origin.count("/"), place)


def _origin(path: Path) -> str:
    """Return a path as the same text on every system."""
    return label(path.as_posix())
