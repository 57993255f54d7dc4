"""`careo verify`: whether every quotation still stands where it points, letter for letter."""

from pathlib import Path

import click

from careo.cli.layout import table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import json_line, say
from careo.errors import UsageError
from careo.render.items import PAGE
from careo.render.seal import check_page

CHECK_FAILED = 1
DESK_BEGINS = b"SQLite format 3\x00"
"""The first bytes of every SQLite file."""

Finding = tuple[str, str]


@click.command(epilog="Example: careo verify page.html")
@click.argument("path", required=False)
@desk_option
@json_option
@click.pass_context
def verify(ctx: click.Context, *, path: str | None, desk_path: str, as_json: bool) -> None:
    """Check that nothing was changed in a desk or a page.

    Every quotation has to stand where it points, letter for letter, and a page has to have the sum it was
    sealed with. What PATH is, its first bytes tell; without PATH the desk is checked. The exit code is 1 if
    anything is wrong.
    """
    checked = path or desk_path
    found = problems(checked)
    if as_json:
        say(json_line(where=where, what=what) for where, what in found)
    elif found:
        say(table(("WHERE", "WHAT IS WRONG"), found))
    verdict = f"{checked}: {len(found)} problems" if found else f"{checked}: nothing was changed"
    click.echo(verdict, err=True)
    if found:
        ctx.exit(CHECK_FAILED)


def problems(path: str) -> list[Finding]:
    """Return what is wrong with a desk or a page: where, and what.

    Raises:
        UsageError: if there is no readable file at that path.
    """
    try:
        data = Path(path).read_bytes() if not _is_desk(path) else None
    except OSError as error:
        raise UsageError(f"cannot read {path} ({error.strerror}); give a desk or a page") from error
    if data is not None:
        return list(_page_problems(data))
    with opened(path) as desk:
        return [(problem.where, problem.what) for problem in desk.verify()]


def _is_desk(path: str) -> bool:
    with Path(path).open("rb") as file:
        return file.read(len(DESK_BEGINS)) == DESK_BEGINS


def _page_problems(data: bytes) -> tuple[Finding, ...]:
    try:
        page = data.decode()
    except UnicodeDecodeError as error:
        return ((PAGE, f"not UTF-8 at byte {error.start}: no page of ours, or one that was changed"),)
    return check_page(page)
