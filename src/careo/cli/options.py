"""Options that several commands share."""

from collections.abc import Callable
from io import BufferedReader
from typing import Any, TypeVar

import click

from careo.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_DESK = "careo.db"
_SQLITE = b"SQLite format 3\x00"
"""The first bytes of every SQLite file."""


def desk_option(command: Command) -> Command:
    """Add `--desk FILE`."""
    return click.option(
        "--desk",
        "desk_path",
        metavar="FILE",
        default=DEFAULT_DESK,
        envvar="CAREO_DESK",
        show_default=True,
        show_envvar=True,
        help="The desk to work on.",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")(command)


def story_option(command: Command) -> Command:
    """Add `--story STORY`."""
    return click.option("--story", metavar="STORY", help="Only this story; an id or the beginning of one.")(command)


def opened(desk_path: str) -> Desk:
    """Return the desk of a command that only looks at what is there.

    Raises:
        DeskError: if there is no desk at that path.
    """
    return Desk(desk_path, create=False)


def is_desk(file: BufferedReader) -> bool:
    """Whether a file is a desk, as its first bytes tell; all of it is still to be read."""
    return file.peek(len(_SQLITE)).startswith(_SQLITE)


def story_id(desk: Desk, prefix: str | None) -> str | None:
    """Return the whole id of the story that begins so; `None` stays `None`."""
    return None if prefix is None else desk.get(prefix).id
