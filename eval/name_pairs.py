"""name_pairs: whether two names are one, on the pairs that screening for sanctions is tested with.

`names/cases.csv` (nomenklatura, MIT) calls a match what a screener should see: also a slip, a name with a syllable
changed, a fund and the next one. So what counts as found is a likeness of at least `SCREEN`; how far `same`, which
joins, can be trusted is counted apart.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from careo.model.seen import MentionType
from careo.text.names.likeness import Likeness, compare_names
from eval.score import Score, SetMissing, prf, share

SCREEN = 0.7
"""Likeness from which a pair counts as found: nomenklatura's own, not fitted. From .50 to .80 F1 stays at .87 to .88;
chosen anew with each of the six groups of pairs left out, it gives .86 on those left out."""
_TYPES: dict[str, MentionType] = {"Person": "person", "Company": "organisation", "Organization": "organisation"}


@dataclass(frozen=True, slots=True)
class Case:
    """A pair of names and whether they are one."""

    group: str
    schema: str
    one: str
    other: str
    match: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """A pair and what careo makes of it."""

    case: Case
    likeness: Likeness

    @property
    def found(self) -> bool:
        """Whether it counts as found."""
        return self.likeness.score >= SCREEN


def name_pairs(data: Path) -> list[Score]:
    """Return precision, recall and F1 in all and by kind of name, and the share of `same` that is right."""
    tried = [Tried(case, compare_names(case.one, case.other, _type(case))) for case in cases(data)]
    kinds: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        kinds[_type(one.case)].append(one)
    scores = prf("name_pairs", "cases", "all", _counts(tried))
    for kind, of in sorted(kinds.items()):
        scores += prf("name_pairs", "cases", "all", _counts(of), label=f"{kind} ")
    joined = [one for one in tried if one.likeness.verdict == "same"]
    return [
        *scores,
        share("name_pairs", "cases", "all", (sum(one.case.match for one in joined), len(joined)), "same right"),
    ]


def cases(data: Path) -> list[Case]:
    """Return the pairs.

    Raises:
        SetMissing: if the file is not in the data folder.
    """
    path = data / "names" / "cases.csv"
    if not path.is_file():
        raise SetMissing("no names/cases.csv in the data folder")
    return list(_rows(path))


def _rows(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Case(row["case_group"], row["schema"], row["name1"], row["name2"], row["is_match"] == "true")


def _type(case: Case) -> MentionType:
    return _TYPES.get(case.schema, "name")


def _counts(tried: Iterable[Tried]) -> tuple[int, int, int]:
    of = list(tried)
    right = sum(one.found and one.case.match for one in of)
    return right, sum(one.found for one in of), sum(one.case.match for one in of)
