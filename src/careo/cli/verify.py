"""`careo verify`: whether every quotation still stands where it points, letter for letter."""

from pathlib import Path

import click
from click.core import ParameterSource

from careo.cli.layout import counted, table
from careo.cli.options import desk_option, is_desk, json_option, opened
from careo.cli.output import json_line, say
from careo.errors import DeskError, UsageError
from careo.render.sealing.items import PAGE
from careo.render.sealing.seal import check_page
from careo.verify import Originals

CHECK_FAILED = 1
_HEAD = 1000
NO_BYTES = "the bytes of the captures are not in a page; --desk DESK hashes them and reads every quotation in the desk"

Finding = tuple[str, str]


@click.command(epilog="Example: careo verify page.html --desk careo.db")
@click.argument("path", required=False)
@click.option("--against", "originals", metavar="PATH", multiple=True,
              help="A file or folder the desk was built from: compare its bytes, too. May be repeated.")  # fmt: skip
@desk_option
@json_option
@click.pass_context
def verify(ctx: click.Context, *, path: str | None, originals: tuple[str, ...], desk_path: str, as_json: bool) -> None:
    """Check that nothing was changed in a desk or a page, and name what was.

    Every record of a desk, every item of a page has to be as it was written, and every quotation has to stand
    where it points, letter for letter. What PATH is, its first bytes tell; without PATH the desk is checked. With a
    page, --desk has its texts and bytes compared with those of the desk. The exit code is 1 if anything is wrong.
    """
    checked = path or desk_path
    beside = desk_path if ctx.get_parameter_source("desk_path") is ParameterSource.COMMANDLINE else None
    page = _page(checked)
    if page is not None and originals:
        raise UsageError("--against goes with a desk: a page does not keep the bytes")
    found, compared = _desk_problems(checked, originals) if page is None else (_page_problems(page, beside), None)
    if as_json:
        say(json_line(where=where, what=what) for where, what in found)
    elif found:
        say(table(("WHERE", "WHAT IS WRONG"), found))
    verdict = f"{checked}: {counted(len(found), 'problem', 'problems')}" if found else f"{checked}: nothing was changed"
    click.echo(verdict, err=True)
    if compared is not None:
        click.echo(f"{_counts(compared)}, beside {', '.join(originals)}", err=True)
    if page is not None and beside is None:
        click.echo(NO_BYTES, err=True)
    if found:
        ctx.exit(CHECK_FAILED)


def _page(path: str) -> bytes | None:
    """Return the bytes of a page, `None` for a desk.

    Raises:
        UsageError: if there is no readable file at that path.
    """
    try:
        with Path(path).open("rb") as file:
            return None if is_desk(file) else file.read()
    except OSError as error:
        raise UsageError(f"cannot read {path} ({error.strerror}); give a desk or a page") from error


def _counts(found: Originals) -> str:
    """Say of how many inputs the bytes were compared, and how they stand."""
    kept = found.equal + found.former + found.changed + found.missing
    line = f"{counted(kept, 'input', 'inputs')} checked: {found.equal} equal, {found.changed} changed"
    line += f", {found.missing} missing"
    line += f", {found.former} of a former state" if found.former else ""
    return f"{line}; {found.unknown} there that the desk does not have" if found.unknown else line


def _desk_problems(path: str, originals: tuple[str, ...]) -> tuple[list[Finding], Originals | None]:
    try:
        with opened(path) as desk:
            compared = desk.originals(originals) if originals else None
            problems = (*desk.verify(), *(compared.problems if compared else ()))
            return [(problem.where, problem.what) for problem in problems], compared
    except DeskError as error:
        return [("desk", str(error))], None


def _page_problems(data: bytes, desk_path: str | None) -> list[Finding]:
    if b"<html" not in data[:_HEAD].lower():
        return [(PAGE, "neither a desk nor a page; reports are checked with: careo verify --against FILE-OR-FOLDER")]
    try:
        page = data.decode()
    except UnicodeDecodeError as error:
        return [(PAGE, f"not UTF-8 at byte {error.start}: no page of ours, or one that was changed")]
    if desk_path is None:
        return list(check_page(page))
    with opened(desk_path) as desk:
        return [(problem.where, problem.what) for problem in desk.verify_page(page)]
