"""`careo export`: what a desk holds, for other programs."""

import click

from careo.cli.layout import counted
from careo.cli.options import desk_option, opened, story_id, story_option
from careo.cli.output import say, write_pieces
from careo.exports import JSONL
from careo.render.export.formats import FORMATS

_ABOUT = "; ".join((f"{JSONL}: every record, one JSON object a line, as in the reference of records",
                    *(f"{name}: {format_.about}" for name, format_ in FORMATS.items())))  # fmt: skip


@click.command(epilog="Example: careo export --format csv -o tables/")
@click.option("--format", "format_", type=click.Choice([JSONL, *FORMATS]), default=JSONL, show_default=True,
              help=f"{_ABOUT}.")  # fmt: skip
@story_option
@click.option("-o", "--output", default="-", metavar="FILE-OR-FOLDER",
              help="Where it goes; - is standard output. Several files need a folder.")  # fmt: skip
@click.option("--check", is_flag=True,
              help="Write nothing; say what the reader of that field would lose. For ftm.")  # fmt: skip
@desk_option
@click.pass_context
def export(ctx: click.Context, *, format_: str, story: str | None, output: str, check: bool, desk_path: str) -> None:
    """Write what the desk holds as files for other tools; the same desk gives the same bytes.

    What was written, how much and where is said on standard error.
    """
    with opened(desk_path) as desk:
        chosen = story_id(desk, story)
        if check:
            lost = desk.check(format_, story=chosen)
            say(lost or ("nothing is lost",))
            ctx.exit(1 if lost else 0)
        by_story = format_ in FORMATS and FORMATS[format_].by_story and chosen is None
        done = write_pieces(output, desk.pieces(format_, story=chosen), folder=by_story)
    much = f"{done.lines:,} records" if format_ == JSONL else counted(done.files, "file", "files")
    where = "standard output" if output == "-" else output
    click.echo(f"{much} ({format_}, {done.bytes:,} bytes) written to {where}", err=True)
