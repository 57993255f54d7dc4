"""`careo stories`: what the reports of a desk are about."""

from collections import Counter

import click

from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps

HEADINGS = ("STORY", "REPORTS", "CLAIMS", "DIFFERENCES", "FIRST", "LAST", "TITLE")


@click.command(epilog="Example: careo stories")
@desk_option
@json_option
def stories(*, desk_path: str, as_json: bool) -> None:
    """List the stories: reports about one matter.

    FIRST and LAST are dates of publication; ? stands where nothing in the reports says them.
    """
    with opened(desk_path) as desk:
        say(map(dumps, desk.stories()) if as_json else table(HEADINGS, _rows(desk)))


def _rows(desk: Desk) -> list[tuple[str, ...]]:
    found = desk.stories()
    names = shortened(story.id for story in found)
    claims = desk.claims()
    story_of = {claim.id: claim.story for claim in claims}
    stated = Counter(story_of.values())
    differing = Counter(story_of[discrepancy.claim] for discrepancy in desk.discrepancies())
    return [
        (
            names[story.id],
            str(len(story.reports)),
            str(stated[story.id]),
            str(differing[story.id]),
            story.first or "?",
            story.last or "?",
            story.title,
        )
        for story in found
    ]
