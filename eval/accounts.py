"""Stories told by several reports, a line a sentence, with what their lines share and where they differ: the gold.

Two sets come in this one form. `ntrex_gold`: every report in another language, a different one each turn; documents
that are secondary are left out. Ours (`eval/accounts/STORY.json`, invented, written report by report in its language):
half of the stories (`tune`) may be looked at while rules are written, the other half (`held`) is what counts.

Claims that the gold calls minor, or that need a secondary document, are neither asked for nor wrong.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.ntrex import LANGUAGES, corpus, gold_claims, rotated
from eval.statements_news import halves

OWN = Path(__file__).parent / "accounts"
MATTERS = Path(__file__).parent / "matters"
Line = tuple[str, int]
"""A line of a report: the report's id and the line's number."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report of a story."""

    id: str
    language: str
    outlet: str
    """Empty where the set has none."""
    published: str
    """The day as ISO date; empty where the set has none."""
    lines: tuple[tuple[int, str], ...]
    """Number and words."""
    headline: bool = True
    """Whether the first line is one."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What some lines say alike."""

    id: str
    type: str
    gloss: str
    lines: frozenset[Line]
    asked: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Where lines of one proposition differ."""

    claim: str
    slot: str
    kinds: frozenset[str]
    """The kind and those that are as good."""
    kind: str
    values: tuple[tuple[Line, str], ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A story with its gold."""

    story: str
    set: str
    """The set it is counted in."""
    turn: int
    """Which turn of the languages it is."""
    reports: tuple[Sheet, ...]
    claims: tuple[Proposition, ...]
    differences: tuple[Difference, ...]
    joined: bool = False
    """Whether a person's word brings the reports together where careo parts them, so that claims are measured alone."""


def own(folder: Path = OWN) -> Iterator[Account]:
    """Yield the stories of a folder of our own; the set is told by the folder's name and the half."""
    set_ = {OWN: "own"}.get(folder, folder.name)
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        reports = tuple(
            Sheet(r["id"], r["language"], r["outlet"], r["published"], tuple(enumerate(r["lines"], start=1)))
            for r in row["reports"]
        )
        yield replace(_account(row, f"{set_}-{halves(row['story'])}", 0, reports), joined=True)


def mixed(data: Path) -> Iterator[Account]:
    """Yield the stories of `ntrex_gold`, each in four turns; raises SetMissing where they are not there."""
    source = corpus(data)
    for row in gold_claims(data):
        documents = [str(report["doc"]) for report in _rows(row, "reports") if not report.get("secondary")]
        for turn in range(len(LANGUAGES)):
            reports = tuple(
                Sheet(id_, code, "", "", tuple((n, source.lines[code][at]) for n, at in source.numbers[id_]))
                for id_, code in rotated(documents, turn).items()
            )
            yield _account(row, "ntrex_gold", turn, reports)


def _rows(row: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = row[name]
    return found


def _account(row: Mapping[str, Any], set_: str, turn: int, reports: tuple[Sheet, ...]) -> Account:
    told = {report.id for report in reports}
    claims = tuple(
        Proposition(
            claim["id"],
            claim["type"],
            claim["gloss"],
            frozenset(line for line in _lines(claim) if line[0] in told),
            not claim.get("minor") and not claim.get("needs_secondary"),
        )
        for claim in _rows(row, "claims")
    )
    asked = {claim.id for claim in claims if claim.asked}
    differences = tuple(_difference(one, told, asked) for one in _rows(row, "discrepancies"))
    return Account(row["story"], set_, turn, reports, claims, differences)


def _lines(claim: Mapping[str, Any]) -> Iterator[Line]:
    for report, number in claim.get("lines", ()):
        yield report, int(number)
    for said in claim.get("statements", ()):
        yield said["doc"], int(said["line"])


def _difference(row: Mapping[str, Any], told: set[str], asked: set[str]) -> Difference:
    """Return a difference of the gold; one between sources may always be told as such, one in one line is not asked."""
    values = [((v.get("report") or v["doc"], int(v["line"])), str(v["value"])) for v in row["values"]]
    values = [value for value in values if value[0][0] in told]
    kinds = {row["kind"], *(row.get("also_ok") or ())} | ({"attribution"} if row["slot"] == "attribution" else set())
    return Difference(
        row["claim"],
        row["slot"],
        frozenset(kinds),
        row["kind"],
        tuple(values),
        row["claim"] in asked
        and not row.get("minor")
        and row["slot"] != "other"
        and len({line for line, _ in values}) > 1,
    )
