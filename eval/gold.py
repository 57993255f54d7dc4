"""The bundled gold: the Peru collection, built into a desk, with the gold's statements matched to careo's.

The layout of the gold is in docs/reference/gold.md. Gold statements are matched by place (the trigger lies in the
quoted sentence) and type; every measure on the set `peru` starts from these matches.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from careo import Desk, Report, Statement
from careo.model.codec import Record
from careo.model.inferred import Claim, Derivation, Discrepancy, Entity, Judgement, Story
from careo.model.seen import Capture, Mention
from eval.fold import Folded, folded
from eval.slots import overlap

ROOT = Path(__file__).parent.parent
COLLECTION = ROOT / "examples" / "peru"
GOLD = ROOT / "tests" / "golden" / "peru.json"
TOLD = ("lead", "body", "update", "correction")
"""Roles of parts that statements are taken from; what stands in a headline is neither hit nor error."""

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Told:
    """A gold statement at its place in careo's text."""

    key: str
    """`report/statement`, as the gold calls it."""
    report: str
    """The gold's name of the report."""
    language: str
    said: Mapping[str, Any]
    """The statement as the gold has it."""
    start: int
    """Where the quote begins in `Report.text`; -1 where careo did not read it."""
    end: int

    @property
    def types(self) -> set[str]:
        """Every type that counts as right."""
        return {self.said["type"], *self.said["also"]}


@dataclass(frozen=True, slots=True)
class Found:
    """What careo made of the collection."""

    reports: Mapping[str, Report]
    """By the gold's name; a report that careo did not read is not there."""
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    stories: tuple[Story, ...]
    derivations: tuple[Derivation, ...]
    judgements: tuple[Judgement, ...]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Peru:
    """The gold beside what careo found, and which statement is which."""

    gold: Mapping[str, Any]
    told: Mapping[str, Told]
    """Gold statements by key."""
    found: Found
    name_of: Mapping[str, str]
    """Id of careo's report to the gold's name of it."""
    matched: Mapping[str, str]
    """Gold statement to id of careo's; each at most once."""
    keys: Mapping[str, tuple[str, ...]]
    """Id of careo's statement to gold statements: the matched one, else those of its sentence, else none."""

    @property
    def languages(self) -> list[str]:
        """Return the languages of the collection, sorted."""
        return sorted({report["language"] for report in self.gold["reports"]})

    def role(self, statement: Statement) -> str:
        """Return the role of the part that a statement's trigger stands in; the gold's title is always a headline."""
        name, at = self.name_of[statement.report], statement.trigger.start
        report = self.found.reports[name]
        title = next(r["title"] for r in self.gold["reports"] if r["id"] == name)
        if folded(report.text[statement.start : statement.end]) == folded(title):
            return "headline"
        return next((part.role for part in report.parts if part.start <= at < part.end), "body")


@cache
def peru() -> Peru:
    """Build the collection (some seconds, once a process) and lay the gold beside it."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    with Desk(":memory:") as desk:
        desk.build([str(COLLECTION)])
        found, names = _found(desk, gold)
    told = {statement.key: statement for statement in _told(gold, found.reports)}
    matched = _match(told.values(), found, names)
    return Peru(gold, told, found, names, matched, _keys(told.values(), matched, found, names))


def _found(desk: Desk, gold: Mapping[str, Any]) -> tuple[Found, dict[str, str]]:
    def all_of(kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(sorted(desk.records(kind), key=lambda record: record.id))

    origin = {capture.id: Path(capture.origin).name for capture in all_of(Capture)}
    wanted = {(report["file"], report["item"]): str(report["id"]) for report in gold["reports"]}
    places = [(report, (origin[report.capture], report.item)) for report in all_of(Report)]
    reports = {wanted[place]: report for report, place in places if place in wanted}
    found = Found(
        reports=reports, statements=all_of(Statement), mentions=all_of(Mention), entities=all_of(Entity),
        stories=all_of(Story), derivations=all_of(Derivation), judgements=all_of(Judgement), claims=all_of(Claim),
        discrepancies=all_of(Discrepancy),
    )  # fmt: skip
    return found, {report.id: name for name, report in reports.items()}


def _told(gold: Mapping[str, Any], reports: Mapping[str, Report]) -> Iterator[Told]:
    for report in gold["reports"]:
        read = reports.get(report["id"])
        text = Folded(read.text if read else "")
        for said in report["statements"]:
            key = f"{report['id']}/{said['id']}"
            yield Told(key, report["id"], report["language"], said, *text.find(said["quote"]))


def _inside(told: Told, statement: Statement, names: Mapping[str, str]) -> bool:
    at = statement.trigger.start
    return names.get(statement.report) == told.report and told.start <= at < told.end


def _match(told: Iterable[Told], found: Found, names: Mapping[str, str]) -> dict[str, str]:
    """Pair each gold statement with at most one of careo's: type and place must fit, the best overlap goes first."""
    pairs = [
        (overlap(one.said, statement), one.key, statement.id)
        for one in told
        for statement in found.statements
        if statement.type in one.types and _inside(one, statement, names)
    ]
    matched: dict[str, str] = {}
    for _, key, id_ in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if key not in matched and id_ not in matched.values():
            matched[key] = id_
    return matched


def _keys(
    told: Iterable[Told], matched: Mapping[str, str], found: Found, names: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    own = {id_: key for key, id_ in matched.items()}
    everything: Sequence[Told] = list(told)
    keys: dict[str, tuple[str, ...]] = {}
    for statement in found.statements:
        here = [one.key for one in everything if _inside(one, statement, names)]
        keys[statement.id] = (own[statement.id],) if statement.id in own else tuple(sorted(here))
    return keys
