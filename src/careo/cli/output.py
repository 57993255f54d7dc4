"""Where a command's result goes: lines on stdout, or a file that is whole or not there."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from careo.desk import Desk
from careo.errors import UsageError


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
    return (line for line in desk.export() if json.loads(line)["id"] in wanted)


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
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {target} ({error.strerror}); give -o another place") from error
