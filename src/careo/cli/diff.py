"""`careo diff`: in what two desks, exports or pages differ."""

from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path

import click

from careo.cli.changes import told
from careo.cli.options import is_desk, json_option, opened
from careo.cli.output import json_line, say
from careo.diff import diff as compared
from careo.errors import AnchorError, UsageError
from careo.model.snapshot import Snapshot
from careo.render.sealing.seal import page_snapshot
from careo.snapshots import exported


@click.command(epilog="Example: careo diff last-week.html careo.db")
@click.argument("old")
@click.argument("new")
@json_option
def diff(*, old: str, new: str, as_json: bool) -> None:
    """Say what NEW has that OLD had not, and what is gone or changed.

    OLD and NEW are each a desk, an export (JSON Lines) or a page; what they are, their first bytes tell. Reports
    that appeared, are gone or were changed by their publisher; claims that appeared, changed, gained or lost
    witnesses, were merged or split; differences; decisions. Each with the sentences behind it. With a page, the
    other side is looked at as far as the story on that page goes. That there are differences is no failure.
    """
    before, after = snapshot(old), snapshot(new)
    found = compared(before, after)
    if as_json:
        say(json_line(**asdict(one)) for one in found)
    else:
        say(told(found))
    for path, state in ((old, before), (new, after)):
        if not state.program:
            click.echo(f"{path} does not say by which careo it was made: that two made them is not seen here", err=True)
    click.echo(f"{len(found)} differences" if found else "no difference", err=True)


def snapshot(path: str) -> Snapshot:
    """Return the state of the desk, export or page at a path.

    Raises:
        UsageError: if there is none of these.
    """
    try:
        with Path(path).open("rb") as file:
            if is_desk(file):
                with opened(path) as desk:
                    return desk.snapshot()
            lines = file.peek(1).startswith(b"{")
            text = TextIOWrapper(file, encoding="utf-8")
            return exported(text) if lines else page_snapshot(text.read())
    except OSError as error:
        raise UsageError(f"cannot read {path} ({error.strerror}); give a desk, an export or a page") from error
    except (AnchorError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no desk, export or page of careo, or was changed: {error}") from error
