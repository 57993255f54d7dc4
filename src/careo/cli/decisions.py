"""`careo decisions`: what people decided, what it hangs on, and what became of it."""

from collections.abc import Iterator

import click

from careo.cli.labels import Labels
from careo.cli.layout import short, shortened, table
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import json_line, say
from careo.desk import Desk
from careo.errors import NotFound
from careo.model.codec import encode
from careo.model.decided import Decision, Standing, Subject

HEADINGS = ("DECISION", "STANDING", "WHAT", "ABOUT", "WHY", "WHEN")


@click.command(epilog="Example: careo decisions --json | jq .standing")
@desk_option
@json_option
def decisions(*, desk_path: str, as_json: bool) -> None:
    """List every decision ever made, the first one first.

    STANDING is in force; overruled (it holds, and other decisions stand against it); superseded (a later one answers
    the same question); withdrawn; or orphaned (what it is about is not in this desk). ABOUT has the words of the
    reports that it hangs on. A decision is taken back with: careo decide withdraw DECISION.
    """
    with opened(desk_path) as desk:
        found = desk.standings()
        if as_json:
            say(json_line(**encode(decision), standing=standing) for decision, standing in found)
            return
        say(table(HEADINGS, _rows(desk, found)) if found else ())
        if not found:
            click.echo("nobody has decided anything here; careo decide --help says how", err=True)


def _rows(desk: Desk, found: tuple[tuple[Decision, Standing], ...]) -> Iterator[tuple[str, ...]]:
    names, labels = shortened(decision.id for decision, _ in found), Labels(desk)
    for one, standing in found:
        about = "; ".join(_subject(subject, labels) for subject in one.subjects)
        taken_back = "" if one.withdraws is None else names.get(one.withdraws, one.withdraws)
        yield names[one.id], standing, _what(one), about or taken_back, f"{one.by}: {one.reason}", one.at


def _what(decision: Decision) -> str:
    """Return the verb, with the slot and value that it is about."""
    if decision.slot is None:
        return decision.type
    kind = " kind" if decision.about == "difference" else ""
    return f"{decision.type} {decision.slot}{kind} {decision.shown}"


def _subject(subject: Subject, labels: Labels) -> str:
    """Return what a decision hangs on: the words as they were, the report, and the id."""
    try:
        where = labels.report(subject.report)
    except NotFound:
        where = short(subject.report)
    told = f"“{subject.quote}” {where}" if subject.quote else where
    return f"{told} {short(subject.id)}"
