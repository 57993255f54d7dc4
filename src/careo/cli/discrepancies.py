"""`careo discrepancies`: where the reports differ, and what kind of difference it is."""

from typing import get_args

import click

from careo.cli.labels import Labels, decided_by
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps
from careo.model.inferred import Discrepancy, DiscrepancyType
from careo.render.wording.amounts import sums

HEADINGS = ("DIFFERENCE", "KIND", "SLOT", "VALUES", "WHY")
KINDS: tuple[str, ...] = get_args(DiscrepancyType)
"""In the order in which a reader wants them: contradictions first."""


@click.command(epilog="Example: careo discrepancies --json | jq .reason")
@story_option
@desk_option
@click.option("--all", "all_", is_flag=True, help="Also those that a person set aside.")
@json_option
def discrepancies(*, story: str | None, all_: bool, desk_path: str, as_json: bool) -> None:
    """List where the statements of one claim differ, contradictions first.

    DIFFERENCE gives its id, its claim's and, where there are several, its story's. Not each is a quarrel: a later
    figure is an update, a rounder one a matter of precision. What a person set aside (careo decide dismiss) is left
    out; --all lists it too. An explanation that a rule finds likely stands in brackets; it is offered, never applied.
    """
    with opened(desk_path) as desk:
        found = desk.discrepancies(story_id(desk, story), dismissed=all_)
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: tuple[Discrepancy, ...]) -> list[tuple[str, ...]]:
    claims, labels = desk.claims(), Labels(desk)
    names = shortened([*(claim.id for claim in claims), *(each.id for each in found), *(c.story for c in claims)])
    homes = {claim.id: claim.story for claim in claims}
    several = len({homes[each.claim] for each in found}) > 1

    def where(each: Discrepancy) -> str:
        ids = (each.id, each.claim, *([homes[each.claim]] if several else []))
        return " ".join(names[id_] for id_ in ids)

    ordered = sorted(found, key=lambda each: (KINDS.index(each.type), each.claim, each.slot, each.id))
    return [
        (where(each), each.type.replace("_", " "), each.slot, labels.values(each.values), _why(each, desk))
        for each in ordered
    ]


def _why(discrepancy: Discrepancy, desk: Desk) -> str:
    likely = "" if discrepancy.likely is None else f" [perhaps: {discrepancy.likely}]"
    aside = "" if discrepancy.dismissed is None else f" [set aside by {decided_by(desk, discrepancy.dismissed)}]"
    named = "" if discrepancy.corrected is None else f" [of this kind by {decided_by(desk, discrepancy.corrected)}]"
    return sums(discrepancy.reason) + likely + named + aside
