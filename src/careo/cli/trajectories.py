"""`careo trajectories`: one quantity over time, with every value of every reporter."""

from collections.abc import Iterator
from itertools import groupby

import click

from careo.cli.labels import Labels
from careo.cli.layout import table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps
from careo.model.derived import Step, Trajectory
from careo.render.sections.lines import dated, what
from careo.render.wording.amounts import listed

HEADINGS = ("WHAT", "AS OF", "VALUE", "SAID IN", "NOTE")


@click.command(epilog="Example: careo trajectories --story story-1a2b3c")
@story_option
@desk_option
@json_option
def trajectories(*, story: str | None, desk_path: str, as_json: bool) -> None:
    """List counts and series by date: the dead so far, an output year by year.

    All values stand, also those of one day that differ; a value below an earlier one is marked.
    AS OF is the day that the figure or its sentence gives, else the date of the report.
    """
    with opened(desk_path) as desk:
        found = desk.trajectories(story_id(desk, story))
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: tuple[Trajectory, ...]) -> Iterator[tuple[str, ...]]:
    labels = Labels(desk)
    for line in found:
        name = what(line)
        for (as_of, value, note), steps in groupby(line.steps, key=_told):
            yield name, as_of, listed(value), ", ".join(sorted({labels.report(step.report) for step in steps})), note
            name = ""


def _told(step: Step) -> tuple[str, str, str]:
    credited = f"credited to {', '.join(step.sources)}" if step.sources else ""
    return dated(step), step.value, "; ".join(note for note in (step.backward, credited) if note)
