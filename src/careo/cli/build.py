"""`careo build`: read inputs into a desk and work through all that is new."""

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import click

from careo.cli.layout import counted, table
from careo.cli.options import desk_option, json_option
from careo.cli.output import SKIPPED, json_line, say
from careo.cli.progress import ProgressLine, duration
from careo.desk import Desk
from careo.errors import UsageError
from careo.model.made import Built
from careo.settings import Settings

MOST_NAMED = 3
"""Inputs named for one reason; a folder may hold hundreds in a language without rules."""


@click.command(epilog="Example: careo build reports/ extra/*.html")
@click.argument("inputs", metavar="INPUT...", nargs=-1)
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes; the same as --set workers=N.")
@click.option("--gazetteer", metavar="FILE", help="A CSV file with places of your own (docs/how-to/add-places.md).")
@click.option("--set", "choices", metavar="NAME=VALUE", multiple=True, help="Change a setting; may be repeated.")
@click.option("--settle", is_flag=True, help="Look at all reports together anew, also those placed since.")
@desk_option
@json_option
@click.pass_context
def build(
    ctx: click.Context,
    *,
    inputs: tuple[str, ...],
    workers: int | None,
    gazetteer: str | None,
    choices: tuple[str, ...],
    settle: bool,
    desk_path: str,
    as_json: bool,
) -> None:
    """Read files, folders, archives and globs into the desk, and compare what they say.

    - reads one report from standard input. What is already in the desk is not read again, so the same
    command goes on where a stopped one left off. With --settle no input is needed. The exit code is 3 if
    something had to be skipped.
    """
    if not inputs and not settle:
        raise click.MissingParameter(ctx=ctx, param_hint="'INPUT...'", param_type="argument")
    given = (("workers", workers), ("gazetteer", gazetteer))
    extra = tuple(f"{name}={value}" for name, value in given if value is not None)
    began = time.monotonic()
    line = ProgressLine()
    there = Path(desk_path).exists()
    with Desk(desk_path, settings=chosen((*choices, *extra))) as desk:
        try:
            built = desk.build(inputs, progress=line, stdin=sys.stdin.buffer, settle=settle)
        except UsageError:
            if not there:
                desk.close()
                Path(desk_path).unlink(missing_ok=True)
            raise
        finally:
            line.clear()
    say([json_line(**asdict(built))] if as_json else _skips(built))
    click.echo(f"{_summary(built)} in {desk_path}, {duration(time.monotonic() - began)}", err=True)
    if built.placed:
        click.echo(_placed(built), err=True)
    for line_ in _lacking(built) if built.new else ():
        click.echo(line_, err=True)
    if built.skips:
        ctx.exit(SKIPPED)


def chosen(choices: tuple[str, ...]) -> Settings:
    """Return the settings with some changed by `NAME=VALUE`.

    Raises:
        UsageError: if a name is unknown or a value is no number above 0.
    """
    types: dict[str, type] = {field.name: type(field.default) for field in fields(Settings)}
    changed: dict[str, Any] = {}
    for choice in choices:
        name, _, value = choice.partition("=")
        if name not in types:
            raise UsageError(f"--set {choice}: no setting is called {name!r}; there are {', '.join(types)}")
        changed[name] = value if types[name] is str else _number(types[name], choice, value)
    return Settings(**changed)


def _number(type_: type, choice: str, value: str) -> int | float:
    try:
        number: int | float = type_(value)
    except ValueError as error:
        raise UsageError(f"--set {choice}: {value!r} is not a number") from error
    if not 0 < number < float("inf"):
        raise UsageError(f"--set {choice}: the value must be above 0")
    return number


def _skips(built: Built) -> list[str]:
    """Return a table of what was skipped: each reason once, with the inputs that it is true of."""
    inputs: dict[tuple[str, str], list[str]] = {}
    for skip in built.skips:
        inputs.setdefault((skip.stage, skip.reason), []).append(skip.input)
    rows = [(stage, _named(names), reason) for (stage, reason), names in inputs.items()]
    return list(table(("STAGE", "SKIPPED", "WHY"), rows)) if rows else []


def _named(inputs: Sequence[str]) -> str:
    more = f" and {len(inputs) - MOST_NAMED} more (careo doctor names them)" if len(inputs) > MOST_NAMED else ""
    return " ".join(inputs[:MOST_NAMED]) + more


def _summary(built: Built) -> str:
    as_text = sum(skip.stage == "extract" for skip in built.skips)
    parts = [
        counted(built.captures, "input", "inputs") + f" ({built.new} new)",
        counted(built.reports, "report", "reports"),
        counted(built.stories, "story", "stories"),
        counted(built.claims, "claim", "claims"),
        counted(built.discrepancies, "discrepancy", "discrepancies"),
        f"{len(built.skips) - as_text} skipped",
    ]
    return ", ".join([*parts, f"{as_text} as text only"] if as_text else parts)


def _placed(built: Built) -> str:
    settled = f"{built.reports - built.placed:,} settled"
    return f"{counted(built.placed, 'report', 'reports')} placed; {settled}: `careo build --settle` looks at all again"


def _lacking(built: Built) -> list[str]:
    lacks = ((built.without_outlet, "outlet"), (built.without_date, "date"))
    told = " and ".join(f"{number} without {what}" for number, what in lacks if number)
    return [f"of the reports {told}: `careo reports` lists them, docs/how-to/own-folder.md mends it"] if told else []
