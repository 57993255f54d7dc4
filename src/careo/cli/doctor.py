"""`careo doctor`: how the desk is, what it could not use, what waits for a person."""

import click

from careo.cli.layout import table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import json_line, say


@click.command(epilog="Example: careo doctor --desk archive.db")
@desk_option
@json_option
def doctor(*, desk_path: str, as_json: bool) -> None:
    """Say how the desk is and what it could not use.

    Versions, counts, what was skipped and why, decisions whose subject is gone.
    """
    with opened(desk_path) as desk:
        skips = [(f"skip at {skip.stage}", f"{skip.input}: {skip.reason}") for skip in desk.skips()]
        found = [*desk.doctor(), *skips]
    if as_json:
        say(json_line(what=what, finding=finding) for what, finding in found)
    else:
        say(table(("WHAT", "FINDING"), found))
