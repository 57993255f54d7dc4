"""The `careo` command: its subcommands, and how an error becomes a line and an exit code."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import IO, Any

import click

from careo.cli.build import build
from careo.cli.chains import chains
from careo.cli.claims import claims
from careo.cli.coverage import coverage
from careo.cli.decide import decide
from careo.cli.decisions import decisions
from careo.cli.diff import diff
from careo.cli.discrepancies import discrepancies
from careo.cli.doctor import doctor
from careo.cli.dossier import dossier
from careo.cli.export import export
from careo.cli.gather import gather
from careo.cli.quality import quality
from careo.cli.reports import reports
from careo.cli.search import search
from careo.cli.show import show
from careo.cli.stories import stories
from careo.cli.trajectories import trajectories
from careo.cli.verify import verify
from careo.errors import CareoError

CUT_OFF = 141
"""128 and the number of SIGPIPE: whoever read our output stopped reading."""


class WrongUse(click.ClickException):
    """One line on stderr, without a traceback."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the complaint as one line that begins with the program's name."""
        click.echo(f"careo: {' '.join(self.message.split())}", file=file or sys.stderr)


class Stopped(WrongUse):
    """The user pressed Ctrl-C."""

    exit_code = 130  # 128 and the number of SIGINT, as shells count it


class Commands(click.Group):
    """The subcommands, in the order in which a newcomer needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order they were added."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take `careo help build` for `careo build --help`."""
        return super().parse_args(ctx, [*args[1:], "--help"] if args[:1] == ["help"] else args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; what it raises on purpose becomes one line, never a traceback."""
        try:
            return _invoked(super().invoke, ctx)
        except CareoError as error:
            raise WrongUse(str(error)) from error
        except KeyboardInterrupt as error:
            raise Stopped("stopped; what is done is kept, the same command goes on from here") from error
        except BrokenPipeError as error:
            _close_quietly()
            raise click.exceptions.Exit(CUT_OFF) from error


@click.group(
    cls=Commands,
    epilog="Example: careo build reports/; careo discrepancies; careo dossier -o page.html",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="careo", message="careo %(version)s")
def careo() -> None:
    """Lay news reports in many languages side by side.

    Who says what, where, when, how many, according to whom; where reports agree and where they differ.
    Every line leads back to the sentence it came from.

    Exit codes: 0 done, 1 a check failed, 2 wrong use, 3 done, but some inputs were skipped.
    """


for _command in (
    build,
    gather,
    reports,
    stories,
    claims,
    discrepancies,
    trajectories,
    chains,
    coverage,
    search,
    show,
    dossier,
    export,
    decide,
    decisions,
    verify,
    diff,
    quality,
    doctor,
):
    careo.add_command(_command)


def main() -> None:
    """Run the command line; output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    careo(prog_name="careo")


def _invoked(command: Callable[[click.Context], Any], ctx: click.Context) -> Any:
    """Run the command and write out all it printed, so that a broken pipe shows here and not at exit."""
    try:
        return command(ctx)
    finally:
        sys.stdout.flush()


def _close_quietly() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
