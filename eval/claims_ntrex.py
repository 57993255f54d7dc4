"""claims on `ntrex_gold`: cross-report pairs of lines that make one claim, each report of a story in another language.

A pair counts as found where statements of both lines stand in one claim of careo's. Averaged over four turns of the
languages; claims marked minor are left out on the gold side and not punished on careo's.
"""

from itertools import combinations
from pathlib import Path
from typing import Any

from careo import Report, Statement
from careo.pipeline import records
from eval.ntrex import LANGUAGES, Corpus, Told, corpus, gold_claims, rotated
from eval.score import Score, prf

Line = tuple[str, int]
Pairs = set[tuple[Line, Line]]


def claims_ntrex(data: Path) -> list[Score]:
    """Return precision, recall and F1 over line pairs, and how many gold lines carry a statement at all."""
    source = corpus(data)
    totals, reached = [0, 0, 0], [0, 0]
    for gold in gold_claims(data):
        wanted, spared = _gold_pairs(gold)
        lines = {line for two in wanted for line in two}
        for turn in range(len(LANGUAGES)):
            found, covered = _found(source, gold, turn)
            totals[0] += len(found & wanted)
            totals[1] += len(found - spared)
            totals[2] += len(wanted)
            reached[0] += len(lines & covered)
            reached[1] += len(lines)
    scores = prf("claims", "ntrex_gold", "mixed", (totals[0], totals[1], totals[2]))
    share = reached[0] / reached[1] if reached[1] else 0.0
    return [*scores, Score("claims", "ntrex_gold", "mixed", "lines covered", round(share, 4), reached[1])]


def _gold_pairs(gold: dict[str, Any]) -> tuple[Pairs, Pairs]:
    wanted: Pairs = set()
    spared: Pairs = set()
    for claim in gold["claims"]:
        lines = sorted({(str(s["doc"]), int(s["line"])) for s in claim["statements"]})
        pairs = {(a, b) for a, b in combinations(lines, 2) if a[0] != b[0]}
        (spared if claim.get("minor") or claim.get("needs_secondary") else wanted).update(pairs)
    return wanted, spared - wanted


def _found(source: Corpus, gold: dict[str, Any], turn: int) -> tuple[Pairs, set[Line]]:
    documents = [str(report["doc"]) for report in gold["reports"] if not report.get("secondary")]
    with Told(source, rotated(documents, turn)) as told:
        view = told.desk._store.view
        reports = {report.id: report for report in records(view, Report)}
        line_of = {s.id: told.line(reports[s.report], s.start) for s in records(view, Statement)}
        pairs: Pairs = set()
        for claim in told.desk.claims():
            lines = sorted({line_of[statement] for statement in claim.statements})
            pairs |= {(a, b) for a, b in combinations(lines, 2) if a[0] != b[0]}
    return pairs, set(line_of.values())
