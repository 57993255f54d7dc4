"""Where a command's result goes: lines on stdout, or a file that is whole or not there."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import click

from careo.desk import Desk
from careo.errors import UsageError
from careo.render.export.pieces import Piece

SKIPPED = 3
"""Exit code of a command that did its work but for some inputs."""


def say(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    for line in lines:
        click.echo(line)


def json_line(**fields: Any) -> str:
    """Return one JSON object on one line, for what is no record."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def exported(desk: Desk, ids: Iterable[str]) -> Iterator[str]:
    """Yield the export's own lines of these records, in its order, with all that the export joins in."""
    wanted = set(ids)
    return islice((line for line in desk.export() if json.loads(line)["id"] in wanted), len(wanted))


def write(target: str, pieces: Iterable[str]) -> None:
    """Write the pieces to a file, or to stdout where the target is `-`.

    A file is written beside its place and moved there when whole, so that a stopped run leaves the old one.

    Raises:
        UsageError: if the file cannot be written.
    """
    if target == "-":
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    path = Path(target)
    if path.exists() and not path.is_file():
        raise UsageError(f"{target} is not a file; give -o the name of one, or - for stdout")
    try:
        _put(path, (piece.encode() for piece in pieces))
    except OSError as error:
        raise _unwritable(target, error) from error


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    files: int
    lines: int
    bytes: int


def write_pieces(target: str, pieces: Iterable[Piece], *, folder: bool = False) -> Written:
    """Write the files of an export: one to stdout or a file, several, or with `folder` even one, into a folder.

    The folder is made if it is not there; what lies in it under other names stays. A stopped run leaves whole files
    only, of which none is new.

    Raises:
        UsageError: if a file cannot be written, or there are several and `target` is no folder.
    """
    tally: Counter[str] = Counter()
    left = (_measured(piece, tally) for piece in pieces)
    first = list(islice(left, 2))
    named = Path(target).suffix == Path(first[0].name).suffix if first else False
    if len(first) > 1 and named and not Path(target).is_dir():
        raise UsageError(f"there are several files; {target} would be one: give -o the name of a folder")
    several = len(first) > 1 or (folder and not named)
    if target == "-" and len(first) > 1:
        names = ", ".join(piece.name for piece in first)
        raise UsageError(f"there are several files ({names}, ...); give -o the name of a folder")
    if target == "-":
        _print(first)
    elif several or Path(target).is_dir():
        _write_folder(target, chain(first, left))
    else:
        _write_one(target, first)
    return Written(tally["files"], tally["lines"], tally["bytes"])


def _measured(piece: Piece, tally: Counter[str]) -> Piece:
    """Return a piece that counts what is written of it."""
    tally["files"] += 1

    def noted() -> Iterator[bytes]:
        for chunk in piece.chunks:
            tally["lines"] += chunk.count(b"\n")
            tally["bytes"] += len(chunk)
            yield chunk

    return Piece(piece.name, noted())


def _print(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        for chunk in piece.chunks:
            click.echo(chunk, nl=False)


def _write_one(target: str, pieces: Iterable[Piece]) -> None:
    try:
        for piece in pieces:
            _put(Path(target), piece.chunks)
    except OSError as error:
        raise _unwritable(target, error) from error


def _write_folder(target: str, pieces: Iterable[Piece]) -> None:
    """Make all files in a hidden folder, and move them to their places when all are whole."""
    path = Path(target)
    if path.exists() and not path.is_dir():
        raise UsageError(f"{target} is not a folder; there are several files, give -o the name of a folder")
    try:
        making = Path(mkdtemp(prefix=".careo-", dir=path if path.exists() else path.parent))
        try:
            names = [_made(making, piece) for piece in pieces]
            path.mkdir(exist_ok=True)
            for name in names:
                (making / name).replace(path / name)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    except OSError as error:
        raise _unwritable(target, error) from error


def _made(folder: Path, piece: Piece) -> str:
    with (folder / piece.name).open("wb") as file:
        file.writelines(piece.chunks)
    return piece.name


def _put(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file beside its place and move it there when whole."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.writelines(chunks)
    part.replace(path)


def _unwritable(target: str, error: OSError) -> UsageError:
    return UsageError(f"cannot write {target} ({error.strerror}); give -o another place")
