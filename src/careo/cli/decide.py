"""`careo decide`: a person's word, kept beside the program's and stronger than it."""

import getpass
from collections.abc import Iterator
from datetime import datetime
from typing import TextIO, cast

import click

from careo.cli.changes import told
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import exported, say
from careo.desk import Desk
from careo.diff import diff as compared
from careo.errors import UsageError
from careo.ledger.decisions import Said
from careo.model.decided import Decision, DecisionType
from careo.model.snapshot import Snapshot

_MOST = 1000
"""Reports of a desk up to which it is looked at before and after; `careo diff` compares larger ones."""


@click.command(
    epilog="Example: careo decide not_same statement-1a2b3c statement-4d5e6f --reason 'two different visits'"
)
@click.argument("type_", metavar="TYPE", required=False)
@click.argument("subjects", metavar="SUBJECT...", nargs=-1)
@click.option("--at", "words", metavar="WORDS", help="With correct: the report's own words that are meant.")
@click.option("--reason", metavar="TEXT", help="Why; it is kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides; your login name where it is left out.")
@click.option("--from", "source", type=click.File(encoding="utf-8", errors="replace"), metavar="FILE",
              help="Take over the decisions in an export of another desk; - is standard input.")  # fmt: skip
@desk_option
@json_option
def decide(
    *,
    type_: str | None,
    subjects: tuple[str, ...],
    words: str | None,
    reason: str | None,
    by: str | None,
    source: TextIO | None,
    desk_path: str,
    as_json: bool,
) -> None:
    """Say that the program is wrong, or right; the findings follow at once.

    TYPE is same or not_same (two statements speak of one thing, two reports are of one story, or are not), merge
    or split (mentions name one and the same, or do not), copy or independent (one report is taken from another,
    or is not), dismiss (a statement is none, a discrepancy needs no more attention) or withdraw (an earlier decision
    is taken back). SUBJECT is an id or the beginning of one.

    careo decide correct STATEMENT SLOT VALUE says what a statement's slot should have been read as. SLOT is
    figure:MEASURE, time, place, actor:ROLE, attribution, polarity, modality, type, role or measure. VALUE is a figure
    or date, a name as the report has it, or unknown, which takes the slot out.

    careo decide correct DISCREPANCY kind KIND says of what kind a difference is, as in: kind update.

    Decisions are appended, never edited, and survive every rebuild.
    With --from they come from a file that `careo export` wrote, other records in it are passed over.
    """
    if source is not None:
        if type_ is not None or reason is not None or by is not None or words is not None:
            raise UsageError("--from takes decisions as they were made; leave TYPE, SUBJECT and the other options out")
        with opened(desk_path) as desk:
            new = desk.adopt(source)
            lines = [f"{len(new)} new decisions from {source.name}"]
            say(exported(desk, [one.id for one in new]) if as_json else lines)
        return
    if type_ is None or not subjects:
        raise UsageError("give TYPE and SUBJECT, or --from FILE")
    if reason is None:
        raise UsageError("say why with --reason: it is kept with the decision")
    said = Said(reason, by or _user(), datetime.now().astimezone().isoformat(timespec="seconds"))
    with opened(desk_path) as desk:
        reports = dict(desk.counts())["report"]
        if reports > _MOST:
            click.echo(f"bringing the findings of {reports:,} reports up to date; this can take minutes", err=True)
        before = None if as_json or reports > _MOST else desk.snapshot()
        decision = _decided(desk, type_, subjects, words, said)
        if as_json:
            say(exported(desk, [decision.id]))
            return
        say([f"{decision.id}: {_gist(decision)}, by {decision.by}"])
        say(_moved(before, desk) if before else ())


def _moved(before: Snapshot, desk: Desk) -> Iterator[str]:
    """Yield what is otherwise now: a decision on two statements may move a third."""
    found = [one for one in compared(before, desk.snapshot()) if one.kind != "decision"]
    yield from told(found) if found else ("no claim and no difference moved by it",)


def _decided(desk: Desk, type_: str, subjects: tuple[str, ...], words: str | None, said: Said) -> Decision:
    if type_ != "correct":
        if words is not None:
            raise UsageError("--at goes with correct only")
        return desk.decide(cast(DecisionType, type_), subjects, **said._asdict())
    if len(subjects) != 3:
        raise UsageError("correct takes STATEMENT SLOT VALUE, as in: statement-1a2b3c figure:killed 12")
    statement, slot, value = subjects
    return desk.correct(statement, slot, value, words=words, **said._asdict())


def _gist(decision: Decision) -> str:
    if decision.type != "correct":
        return decision.type
    if decision.about == "difference":
        return f"the difference on {decision.slot} is of the kind {decision.shown}"
    return f"{decision.slot} is {decision.shown}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("the system does not say who you are; add --by NAME") from error
