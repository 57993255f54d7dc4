"""`careo export`: every record of a desk, for other programs."""

import click

from careo.cli.options import desk_option, opened
from careo.cli.output import write


@click.command(epilog="Example: careo export --format jsonl -o desk.jsonl")
@click.option("--format", "format_", type=click.Choice(["jsonl"]), default="jsonl", show_default=True,
              help="jsonl: one JSON object a line, as in the reference of records.")  # fmt: skip
@click.option("-o", "--output", default="-", metavar="FILE", help="Where it goes; - is standard output.")
@desk_option
def export(*, format_: str, output: str, desk_path: str) -> None:  # noqa: ARG001 - the one format there is
    """Write every record of the desk; the same desk gives the same bytes."""
    with opened(desk_path) as desk:
        write(output, (f"{line}\n" for line in desk.export()))
