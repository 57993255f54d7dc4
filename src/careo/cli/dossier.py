"""`careo dossier`: one story on one page."""

import sys
from itertools import chain

import click

from careo.cli.options import desk_option, json_option, opened, story_id
from careo.cli.output import exported, say, write
from careo.desk import Desk
from careo.errors import UsageError
from careo.exports import NO_STORY
from careo.model.codec import dumps
from careo.model.inferred import Dossier
from careo.render.wording.speech import TONGUES, Tongue


@click.command(epilog="Example: careo dossier story-1a2b3c -o page.html")
@click.argument("story", required=False)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where the page goes; - is standard output.")
@click.option("--language", "tongue", type=click.Choice(TONGUES), default="en", show_default=True,
              help="What the page itself is in; reports stay in theirs, most reasons in English.")  # fmt: skip
@desk_option
@json_option
def dossier(*, story: str | None, output: str, tongue: Tongue, desk_path: str, as_json: bool) -> None:
    """Write the page of a story: one HTML file that asks nothing of the network.

    STORY is an id or the beginning of one; without it, the story with most reports is taken.
    With --json the records that the page shows are written instead.
    """
    if output == "-" and not as_json and sys.stdout.isatty():
        raise UsageError("a page is for a browser; say where it goes: -o page.html")
    with opened(desk_path) as desk:
        chosen = story_id(desk, story) or largest_story(desk)
        if as_json:
            shown = desk.dossier(chosen)
            say(chain(exported(desk, _ids(shown)), map(dumps, shown.derived)))
        else:
            write(output, [desk.page(chosen, tongue=tongue)])
            if output != "-":
                click.echo(f"{output} is written; open it in a browser", err=True)


def largest_story(desk: Desk) -> str:
    """Return the id of the story with most reports; raises UsageError where there is none."""
    stories = desk.stories()
    if not stories:
        raise UsageError(NO_STORY)
    return stories[0].id


def _ids(shown: Dossier) -> list[str]:
    shelves = (
        (shown.story,),
        shown.reports,
        shown.statements,
        shown.entities,
        shown.derivations,
        shown.judgements,
        shown.claims,
        shown.discrepancies,
        shown.skips,
    )
    return [record.id for shelf in shelves for record in shelf]
