"""`careo show`: one record, with the words it stands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import click

from careo.cli.labels import Labels
from careo.cli.layout import indented, paint, short
from careo.cli.options import desk_option, json_option, opened
from careo.cli.output import exported, say
from careo.desk import Desk
from careo.errors import NotFound
from careo.model.codec import KINDS, Record, encode, kind_of
from careo.model.decided import Decision
from careo.model.derived import Chain, Coverage, Derived, Trajectory
from careo.model.ids import place
from careo.model.inferred import Claim, Derivation, Discrepancy, Entity, Judgement, Story, Version
from careo.model.seen import Capture, Mention, Report, Skip, Statement
from careo.render.sections.versions import change_texts, changed_words, standing, state
from careo.render.wording.when import evidence_words

STEP = "  "
QUIET = ("kind", "id", "start", "end")
"""Fields that the first line or the quotation shows already."""


@click.command(epilog="Example: careo show claim-1a2b3c")
@click.argument("id_", metavar="ID")
@desk_option
@json_option
def show(*, id_: str, desk_path: str, as_json: bool) -> None:
    """Show one record, and the words behind all that it names.

    ID is an id or the beginning of one, of any kind: claim, statement, report, entity, skip ...
    """
    with opened(desk_path) as desk:
        record = _found(desk, id_)
        say(exported(desk, [record.id]) if as_json else described(desk, record))


def _found(desk: Desk, id_: str) -> Record | Derived:
    """Return a record, or what follows from the claims, by its id or a beginning of it."""
    try:
        return desk.get(id_)
    except NotFound:
        like = [one for story in desk.stories() for one in desk.dossier(story.id).derived if one.id.startswith(id_)]
        if len(like) != 1:
            raise
        return like[0]


def described(desk: Desk, record: Record | Derived) -> Iterator[str]:
    """Yield the lines that show a record to a person."""
    labels = Labels(desk)
    yield paint(f"{kind_of(record)} {record.id}", bold=True)
    yield from indented(gist(record, desk, labels), STEP)
    if isinstance(record, Report):
        yield from indented(f"published {evidence_words(record)}", STEP)
        for version in desk.versions(record.id):
            yield from _version(version, record, desk)
    for decision in desk.decisions(record.id):
        yield from indented(f"decided: {said(decision)}", STEP)
    for discrepancy in desk.discrepancies(record.story) if isinstance(record, Claim) else ():
        if discrepancy.claim == record.id:
            what = f"{discrepancy.type.replace('_', ' ')} on {discrepancy.slot}: {labels.values(discrepancy.values)}"
            yield from indented(f"{what} ({discrepancy.reason}; {short(discrepancy.id)})", STEP)
    shelf = _Shelf(desk, labels)
    fields = encode(record)
    if isinstance(record, Claim):  # its sentences first: the values only name them
        fields = {"statements": fields["statements"], **fields}
    for name, value in fields.items():
        if name not in QUIET and value not in ([], {}):
            yield from _field(name, value, shelf, STEP)


def said(decision: Decision) -> str:
    """Return a decision in one line: what, by whom, why."""
    slot = "" if decision.slot is None else f" {decision.slot}"
    value = f" to {decision.shown}" if decision.type == "correct" else ""
    return f"{decision.type}{slot}{value} by {decision.by}: {decision.reason} ({short(decision.id)})"


def _version(version: Version, report: Report, desk: Desk) -> Iterator[str]:
    """Yield how a report differs from the version before or after it, paragraph by paragraph."""
    old, new = desk.record(Report, version.of), desk.record(Report, version.report)
    other = version.of if version.report == report.id else version.report
    stands = state(version, new.text, old.text)
    stands = "earlier" if stands == "later" and other == version.report else stands
    yield from indented(f"{standing(stands)} {other}: {changed_words(version)}", STEP)
    yield from indented(version.reason, STEP * 2)
    for change in version.changes:
        before, after = change_texts(change, old.text, new.text)
        yield from (line for text in (f"- {before}", f"+ {after}") if text[2:] for line in indented(text, STEP * 2))


def gist(record: Record | Derived, desk: Desk, labels: Labels) -> str:
    """Return a record in one sentence, in the report's own words where it has a place in one."""
    match record:
        case Statement():
            said = desk.quote(record.report, record.start, record.end)
            return f"{record.type}: “{said}” {labels.report(record.report)}"
        case Mention():
            return f"“{record.verbatim}” {labels.report(record.report)}"
        case Report():
            return f"{labels.report(record.id)}: {record.title or '?'}"
        case Claim():
            return f"{record.type}: {record.gloss}"
        case _:
            return _plain_gist(record)


def _plain_gist(record: Record | Derived) -> str:
    match record:
        case Capture():
            return f"{place(record.origin, record.member)}, {record.bytes} bytes"
        case Entity():
            return record.name
        case Story():
            return record.title
        case Derivation():
            return f"{record.type}: {record.reason}"
        case Version():
            return f"{changed_words(record)}: {record.reason}"
        case Judgement():
            return f"{record.verdict}: {record.reason}"
        case Discrepancy():
            return f"{record.type}: {record.reason}"
        case Decision():
            return said(record)
        case Skip():
            return f"{record.input}: {record.reason}"
        case Trajectory():
            return f"{record.measure}: {record.reason}"
        case Chain():
            return record.about
        case Coverage():
            return f"{record.claim}: {record.rests_on.replace('_', ' ')}"
        case _:
            return record.id


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where records are looked up, and which have been shown in words."""

    desk: Desk
    labels: Labels
    shown: set[str] = field(default_factory=set)


def _field(name: str, value: Any, shelf: _Shelf, indent: str) -> Iterator[str]:
    """Yield a field: a scalar on its line, a list or an object beneath its name; unknown is `?`."""
    if isinstance(value, dict):
        value = list(value.items()) if all(isinstance(inner, list) for inner in value.values()) else value
    if isinstance(value, dict):
        yield from indented(f"{name}: {_flat(value)}", indent)
    elif isinstance(value, list) and value:
        yield f"{indent}{name}:"
        for item in value:
            yield from _item(item, shelf, indent + STEP)
    elif isinstance(value, str) and "\n" in value:
        yield f"{indent}{name}:"
        for line in value.splitlines():
            yield from indented(line, indent + STEP)
    else:
        shown = "?" if value is None else "none" if value == [] else _known(value, shelf)
        yield from indented(f"{name}: {shown}", indent)


def _item(item: Any, shelf: _Shelf, indent: str) -> Iterator[str]:
    if isinstance(item, tuple):
        yield from _field(item[0], item[1], shelf, indent)
    elif isinstance(item, dict) and any(isinstance(value, list) for value in item.values()):
        for name, value in item.items():
            if value != []:
                yield from _field(name, value, shelf, indent)
    elif isinstance(item, dict):
        yield from indented(_flat(item), indent)
    elif isinstance(item, list):
        yield from indented(", ".join(_known(inner, shelf) for inner in item), indent)
    else:
        yield from indented(_known(item, shelf), indent)


def _flat(fields: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items() if value is not None)


def _known(value: Any, shelf: _Shelf) -> str:
    """Return a value as words; the id of a record is followed by what it says, the first time."""
    if not isinstance(value, str) or "-" not in value or value.partition("-")[0] not in KINDS:
        return str(value)
    try:
        record = shelf.desk.get(value)
    except NotFound:
        return value
    if value in shelf.shown:
        of = f" {shelf.labels.report(record.report)}" if isinstance(record, Statement) else ""
        return short(value) + of
    shelf.shown.add(value)
    return f"{short(value)} {gist(record, shelf.desk, shelf.labels)}"
