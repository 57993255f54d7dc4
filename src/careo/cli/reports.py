"""`careo reports`: what was read, from whom, of when, and how much of it could be used."""

import click

from careo.cli.labels import Labels
from careo.cli.layout import shortened, table
from careo.cli.options import desk_option, json_option, opened, story_id, story_option
from careo.cli.output import say
from careo.desk import Desk
from careo.model.codec import dumps
from careo.model.seen import Report

HEADINGS = ("REPORT", "DATE", "SOURCE", "STATEMENTS", "TITLE", "FILE")


@click.command(epilog="Example: careo reports --story story-1a2b3c")
@story_option
@desk_option
@json_option
def reports(*, story: str | None, desk_path: str, as_json: bool) -> None:
    """List the reports, the earliest first.

    DATE is that of publication, with what tells it behind; ? stands where nothing in the report says it.
    STATEMENTS counts what was understood: - stands where careo has no rules for the language, so that the report
    is only dated, grouped and searched.
    """
    with opened(desk_path) as desk:
        found = desk.reports(story_id(desk, story))
        say(map(dumps, found) if as_json else table(HEADINGS, _rows(desk, found)))


def _rows(desk: Desk, found: tuple[Report, ...]) -> list[tuple[str, ...]]:
    names, labels = shortened(report.id for report in found), Labels(desk)
    return [(names[r.id], _date(r), labels.report(r.id), _told(desk, r), r.title or "", labels.file(r)) for r in found]


def _date(report: Report) -> str:
    return f"{report.published.value} ({report.published.method})" if report.published else "?"


def _told(desk: Desk, report: Report) -> str:
    told = desk.told(report.id)
    return "-" if told is None else str(told)
