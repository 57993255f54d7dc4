"""`careo diff`: in what two desks, exports or pages differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from careo.cli.layout import indented, paint, short
from careo.cli.options import json_option, opened
from careo.cli.output import json_line, say
from careo.cli.verify import DESK_BEGINS
from careo.diff import diff as compared
from careo.errors import AnchorError, UsageError
from careo.model.snapshot import Altered, Detail, Snapshot
from careo.render.sealing.seal import page_snapshot
from careo.snapshots import exported, snapshot_of

_HEADINGS = {
    ("program", "changed"): "The program is another: what it reads and compares may differ for that reason alone",
    ("report", "corrected"): "Reports that their publisher changed",
    ("report", "reread"): "Reports whose bytes are the same and whose text is read differently now",
    ("report", "appeared"): "Reports that are new",
    ("report", "vanished"): "Reports that are gone",
    ("claim", "appeared"): "Claims that are new",
    ("claim", "merged"): "Claims that were several and are one now",
    ("claim", "split"): "Claims that were one and are several now",
    ("claim", "gained"): "Claims with new witnesses",
    ("claim", "lost"): "Claims that lost witnesses",
    ("claim", "changed"): "Claims that changed",
    ("claim", "vanished"): "Claims that are gone",
    ("discrepancy", "appeared"): "Differences that are new",
    ("discrepancy", "changed"): "Differences that changed",
    ("discrepancy", "vanished"): "Differences that are gone",
    ("decision", "appeared"): "Decisions that are new",
    ("decision", "vanished"): "Decisions that are gone",
}
_MOST_SENTENCES = 3
_MOST_CHARACTERS = 400
"""How much of a paragraph or sentence is printed; --json has all of it."""
_WHEN = {"old": "was", "new": "now"}


@click.command(epilog="Example: careo diff last-week.html careo.db")
@click.argument("old")
@click.argument("new")
@json_option
def diff(*, old: str, new: str, as_json: bool) -> None:
    """Say what NEW has that OLD had not, and what is gone or changed.

    OLD and NEW are each a desk, an export (JSON Lines) or a page; what they are, their first bytes tell. Reports
    that appeared, are gone or were changed by their publisher; claims that appeared, changed, gained or lost
    witnesses, were merged or split; differences; decisions. Each with the sentences behind it. With a page, the
    other side is looked at as far as the story on that page goes. That there are differences is no failure.
    """
    before, after = snapshot(old), snapshot(new)
    found = compared(before, after)
    if as_json:
        say(json_line(**asdict(one)) for one in found)
    else:
        say(_told(found))
    for path, state in ((old, before), (new, after)):
        if not state.program:
            click.echo(f"{path} does not say by which careo it was made", err=True)
    click.echo(f"{len(found)} differences" if found else "no difference", err=True)


def snapshot(path: str) -> Snapshot:
    """Return the state of the desk, export or page at a path.

    Raises:
        UsageError: if there is none of these.
    """
    try:
        with Path(path).open("rb") as file:
            first = file.read(len(DESK_BEGINS))
        if first == DESK_BEGINS:
            with opened(path) as desk:
                return desk.snapshot()
        with Path(path).open(encoding="utf-8") as text:
            return snapshot_of(exported(text)) if first.startswith(b"{") else page_snapshot(text.read())
    except OSError as error:
        raise UsageError(f"cannot read {path} ({error.strerror}); give a desk, an export or a page") from error
    except (AnchorError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no desk, export or page of careo, or was changed: {error}") from error


def _told(found: Sequence[Altered]) -> Iterator[str]:
    for (kind, what), heading in _HEADINGS.items():
        group = [one for one in found if (one.kind, one.what) == (kind, what)]
        shown = _worth_a_line(group, found) if (kind, what) in (("claim", "appeared"), ("claim", "vanished")) else group
        if group:
            yield paint(f"{heading} ({len(group)})", bold=True)
        for one in shown:
            yield from _one(one)
        if len(shown) < len(group):
            yield f"  {len(group) - len(shown)} that stand only in the reports above; --json lists them"


def _worth_a_line(claims: Sequence[Altered], found: Iterable[Altered]) -> list[Altered]:
    """Leave out the claims of one report alone that came or went with that report."""
    moved = {id_ for one in found if one.kind == "report" for id_ in (*one.old, *one.new) if one.what != "corrected"}
    alone = ({sentence.report for sentence in one.sentences} for one in claims)
    return [one for one, reports in zip(claims, alone, strict=True) if len(reports) != 1 or not reports <= moved]


def _one(altered: Altered) -> Iterator[str]:
    ids = " ".join(short(id_) for id_ in (altered.new or altered.old))
    yield from indented(f"{_cut(altered.title)}  {ids}".rstrip(), "  ")
    for detail in altered.details:
        yield from indented(_detail(detail), "    ")
    # A changed report's sentences stand in its paragraphs.
    sentences = () if altered.kind == "report" and altered.details else altered.sentences
    for sentence in sentences[:_MOST_SENTENCES]:
        yield from indented(f"{_WHEN[sentence.side]} “{_cut(sentence.quote)}” ({sentence.place})", "    ")
    if len(sentences) > _MOST_SENTENCES:
        yield f"    and {len(sentences) - _MOST_SENTENCES} sentences more"


def _detail(detail: Detail) -> str:
    if not detail.before:
        return f"{detail.what} added: {_cut(detail.after)}"
    if not detail.after:
        return f"{detail.what} gone: {_cut(detail.before)}"
    return f"{detail.what}: {_cut(detail.before)} → {_cut(detail.after)}"


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_CHARACTERS else f"{flat[:_MOST_CHARACTERS].rstrip()} …"
