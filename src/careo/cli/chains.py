"""`careo chains`: what became of a matter, stage by stage, and what no report tells of."""

from collections.abc import Iterator

import click

from careo.cli.labels import Labels
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps
from careo.model.derived import Chain
from careo.render.sections.lines import missing, staged
from careo.render.wording.amounts import listed

HEADINGS = ("OF", "STAGE", "HOW MANY", "WHEN", "CLAIM", "SAID IN", "TIED BY")


@click.command(epilog="Example: careo chains --json | jq 'select(.gaps != [])'")
@story_option
@desk_option
@json_option
def chains(*, story: str | None, desk_path: str, as_json: bool) -> None:
    """List lifecycles: authorised, announced, arrived, withdrawn; detained, charged, tried, sentenced.

    A stage that is expected and that no report was found to tell of is a line of its own. It may have happened.
    """
    with opened(desk_path) as desk:
        found = desk.chains(story_id(desk, story))
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: tuple[Chain, ...]) -> Iterator[tuple[str, ...]]:
    names, labels = shortened(claim.id for claim in desk.claims()), Labels(desk)
    for chain in found:
        about = chain.about
        for link in chain.links:
            when = link.first or ""
            if link.last != link.first:
                when += f" to {link.last}"
            count = " / ".join(map(listed, link.values))
            yield about, staged(link), count, when, names[link.claim], labels.witnesses(link.statements), link.reason
            about = ""
        for gap in chain.gaps:
            yield "", missing(gap), "", "", "", "", ""
