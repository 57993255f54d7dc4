"""`careo coverage`: who carries a claim, who was first, and how much it rests on."""

from collections.abc import Iterator

import click

from careo.cli.labels import Labels
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps
from careo.model.derived import Coverage
from careo.render.sections.lines import RELIANCE

HEADINGS = ("CLAIM", "LANGUAGES", "NOT IN", "OUTLETS", "FIRST", "RESTS ON", "WHAT")


@click.command(epilog="Example: careo coverage --json | jq 'select(.rests_on == \"one_origin\")'")
@story_option
@desk_option
@json_option
def coverage(*, story: str | None, desk_path: str, as_json: bool) -> None:
    """List in which languages and outlets each claim stands, and what it rests on.

    NOT IN names the languages of the story in which no report carries the claim. FIRST names several reports where
    their dates do not tell which was before.
    """
    with opened(desk_path) as desk:
        found = desk.coverage(story_id(desk, story))
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: tuple[Coverage, ...]) -> Iterator[tuple[str, ...]]:
    claims = {claim.id: claim for claim in desk.claims()}
    names, labels = shortened(claims), Labels(desk)
    for one in found:
        first = ", ".join(sorted(map(labels.report, one.first)))
        yield (
            names[one.claim],
            " ".join(one.languages),
            " ".join(one.absent),
            ", ".join(one.outlets),
            f"{one.first_date}: {first}" if one.first else "no date found",
            RELIANCE[one.rests_on],
            claims[one.claim].gloss,
        )
