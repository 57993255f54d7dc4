"""pairs: statements of two reports that two readers judged, beside what careo makes of them.

`joined` counts pairs in one claim beside those that the readers called `same` or `conflict`; `conflict named`
is the share of the conflicts inside a claim that a discrepancy names. What the readers left unsure is not counted, nor
is a pair whose statements careo no longer makes; `found` tells how many it makes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careo import Claim, Discrepancy, Report, Statement
from eval.accounts_laid import laid_own
from eval.gold import peru
from eval.score import Score, prf, share

JUDGED = Path(__file__).parent / "pairs" / "judged.jsonl"
Key = tuple[str, str, str, int]
"""Set, report, sentence, and where in it the word begins."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What careo made of all sets."""

    statements: Mapping[Key, str]
    claims: Mapping[str, str]
    """Statement to claim."""
    named: frozenset[tuple[str, str]]
    """Claim and statement that one of its discrepancies names."""


def pairs() -> list[Score]:
    """Return precision, recall and F1 of joining, and how many conflicts are named."""
    found = _found()
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    asked = [row for row in rows if row["verdict"] != "unsure"]
    sides = [(row["verdict"], *(found.statements.get(_key(row, row[side])) for side in "ab")) for row in asked]
    made = [(verdict, a, b) for verdict, a, b in sides if a is not None and b is not None]
    joined = [(verdict, a, b) for verdict, a, b in made if found.claims[a] == found.claims[b]]
    right = [(verdict, a, b) for verdict, a, b in joined if verdict != "unrelated"]
    conflicts = [(a, b) for verdict, a, b in right if verdict == "conflict"]
    told = sum(all((found.claims[a], one) in found.named for one in (a, b)) for a, b in conflicts)
    wanted = sum(verdict != "unrelated" for verdict, *_ in made)
    return [
        *prf("pairs", "judged", "mixed", (len(right), len(joined), wanted), label="joined "),
        share("pairs", "judged", "mixed", (told, len(conflicts)), "conflict named"),
        share("pairs", "judged", "mixed", (len(made), len(asked)), "found"),
    ]


def _key(row: Mapping[str, Any], side: Mapping[str, Any]) -> Key:
    return row["set"], side["report"], side["sentence"], side["at"][0]


def _found() -> _Found:
    statements: dict[Key, str] = {}
    claims: list[Claim] = []
    discrepancies: list[Discrepancy] = []
    for set_, name, report, statement in _told():
        sentence = report.text[statement.start : statement.end]
        statements[(set_, name, sentence, statement.trigger.start - statement.start)] = statement.id
    for made in (*laid_own(), peru().found):
        claims += made.claims
        discrepancies += made.discrepancies
    return _Found(
        statements,
        {id_: claim.id for claim in claims for id_ in claim.statements},
        frozenset((d.claim, id_) for d in discrepancies for value in d.values for id_ in value.statements),
    )


def _told() -> Iterator[tuple[str, str, Report, Statement]]:
    """Yield the set, the report's name, the report and the statement, of all sets."""
    for laid in laid_own():
        reports = {report.id: report for report in laid.docket.reports}
        for id_, (name, _) in laid.line_of.items():
            statement = laid.statements[id_]
            yield laid.account.story, name, reports[statement.report], statement
    for statement in peru().found.statements:
        name = peru().name_of.get(statement.report)
        if name is not None:
            yield "peru", name, peru().found.reports[name], statement
