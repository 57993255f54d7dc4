"""`careo claims`: what is said, by how many, with which values."""

import click

from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.model.codec import dumps
from careo.model.inferred import Claim
from careo.render.wording.amounts import listed

HEADINGS = ("CLAIM", "TYPE", "SAID IN", "WHAT", "VALUES")


@click.command(epilog="Example: careo claims --least 2")
@story_option
@click.option("--least", metavar="N", type=click.IntRange(min=1), default=1, help="Only what N reports or more say.")
@desk_option
@json_option
def claims(*, story: str | None, least: int, desk_path: str, as_json: bool) -> None:
    """List the claims: one proposition each, with every value the reports give it.

    SAID IN counts reports and, where they are fewer, origins: copies of one text are one origin.
    VALUES shows the slots to which more than one value is given; `careo show` names the reports behind each.
    """
    with opened(desk_path) as desk:
        found = tuple(claim for claim in desk.claims(story_id(desk, story)) if len(claim.reports) >= least)
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(found, desk.claims())))


def _rows(found: tuple[Claim, ...], all_: tuple[Claim, ...]) -> list[tuple[str, ...]]:
    names = shortened(claim.id for claim in all_)
    return [(names[claim.id], claim.type, _said_in(claim), claim.gloss, _values(claim)) for claim in found]


def _said_in(claim: Claim) -> str:
    count = str(len(claim.reports))
    if len(claim.origins) != len(claim.reports):
        count += f" from {len(claim.origins)}"
    return f"{count} ({' '.join(claim.languages)})"


def _values(claim: Claim) -> str:
    several = (slot for slot in claim.slots if len(slot.values) > 1)
    return "; ".join(f"{slot.slot}: {' / '.join(listed(value.value) for value in slot.values)}" for slot in several)
