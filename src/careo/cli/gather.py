"""`careo gather`: the one command that opens a socket; it fetches addresses into a WARC file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from careo.cli.output import SKIPPED
from careo.errors import UsageError
from careo.readers.archives import kind_of


@click.command(epilog="Example: careo gather https://example.org/report -o pages.warc.gz && careo build pages.warc.gz")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.option(
    "-o", "--output", "target", metavar="FILE", required=True, help="The WARC file, FILE.warc.gz or FILE.warc."
)
@click.option("--append", is_flag=True, help="Add to a WARC file that is there.")
@click.option("--items", is_flag=True, help="Of a feed, fetch the pages of its items, too.")
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    help="Least seconds between two requests to one host.",
)
@click.pass_context
def gather(ctx: click.Context, *, urls: tuple[str, ...], target: str, append: bool, items: bool, wait: float) -> None:
    """Fetch addresses into a WARC file, for `careo build` to read.

    Only these addresses are fetched, as their hosts' robots.txt allows, and slowly. Request and answer are kept
    as they went over the wire. The exit code is 3 if an address could not be fetched.
    """
    from careo.fetch.visit import Manners, fetch  # the network is loaded when somebody asks for it

    kept = total = 0
    with _opened(Path(target), append=append) as file:
        packed = target.endswith(".gz")
        for one in fetch(urls, file, packed=packed, items=items, manners=Manners(wait=wait)):
            total += 1
            kept += one.reason is None
            how = f"{one.status}, {one.bytes} bytes" if one.reason is None else f"skipped: {one.reason}"
            click.echo(f"{one.url}  {how}", err=True)
    click.echo(f"{kept} of {total} addresses in {target}", err=True)
    if kept < total:
        ctx.exit(SKIPPED)


@contextmanager
def _opened(path: Path, *, append: bool) -> Iterator[BinaryIO]:
    """Open the WARC file; a new one that stayed empty is taken away again."""
    if not path.name.endswith((".warc", ".warc.gz")):
        raise UsageError(f"-o {path}: the name must end in .warc.gz or .warc")
    if append and path.is_file():
        _check(path)
    try:
        with path.open("ab" if append else "xb") as file:
            yield file
    except FileExistsError as error:
        raise UsageError(f"{path} is there already; give -o another name, or --append") from error
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); give -o another place") from error
    finally:
        if path.is_file() and not path.stat().st_size:
            path.unlink()


def _check(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(8)
    if head and kind_of(head) != ("gzip" if path.name.endswith(".gz") else "warc"):
        raise UsageError(f"{path} is no such WARC file; give -o another name")
