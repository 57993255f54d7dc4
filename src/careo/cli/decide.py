"""`careo decide`: a person's word, kept beside the program's and stronger than it."""

import getpass
from datetime import datetime
from typing import cast

import click

from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import exported, say
from careo.errors import UsageError
from careo.model.decided import DecisionType


@click.command(
    epilog="Example: careo decide not_same statement-1a2b3c statement-4d5e6f --reason 'two different visits'"
)
@click.argument("type_", metavar="TYPE")
@click.argument("subjects", metavar="SUBJECT...", nargs=-1, required=True)
@click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides; your login name where it is left out.")
@desk_option
@json_option
def decide(
    *,
    type_: str,
    subjects: tuple[str, ...],
    reason: str,
    by: str | None,
    desk_path: str,
    as_json: bool,
) -> None:
    """Say that the program is wrong, or right; the findings follow at once.

    TYPE is same or not_same (two statements speak of one thing, or do not), merge or split (mentions name
    one and the same, or do not), copy or independent (one report is taken from another, or is not), dismiss
    (a statement is none) or withdraw (an earlier decision is taken back).

    SUBJECT is an id or the beginning of one. Decisions are appended, never edited, and survive every rebuild.
    """
    with opened(desk_path) as desk:
        decision = desk.decide(
            cast(DecisionType, type_),
            subjects,
            reason=reason,
            by=by or _user(),
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
        )
        say(exported(desk, [decision.id]) if as_json else [f"{decision.id}: {type_}, by {decision.by}"])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("the system does not say who you are; add --by NAME") from error
