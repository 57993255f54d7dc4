"""claims on `cltls`: time lines of one matter by newsrooms in four languages; an entry of a newsroom's day is a report.

There is no gold: nobody has said which entries tell one event. Measured is what can be: of the pairs of lines from two
newsrooms on one day that give one number above ten (years aside), which in so short an entry is hardly chance, the
share that careo lays together. Only days on which two newsrooms give such a number are read. The contradictions that
careo shows there are counted and are for reading by hand (`python -m eval.accounts_misses discrepancies cltls`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path

from eval.accounts import Account, Proposition, Sheet
from eval.accounts_laid import Laid, lay
from eval.alignment import asked, found
from eval.score import Score, SetMissing, share

_RULE = re.compile(r"^-{5,}\s*$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d{3})*(?![\w%])")
_SPACED = re.compile(r" (?=[,.;:!?)\]])|(?<=[(\[’]) ")
"""The texts are cut into words: spaces that no writer sets."""
_ABOVE = 10
_YEARS = range(1900, 2101)


def claims_cltls(data: Path) -> list[Score]:
    """Return the share of equal counts laid together and how many contradictions are shown; SetMissing without it."""
    laid = laid_time_lines(data)
    wanted = [(pair, pair in found(one)) for one in laid for pair in sorted(asked(one.account)[0])]
    shown = sum(d.type == "contradiction" for one in laid for d in one.discrepancies)
    days = len({sheet.published for one in laid for sheet in one.account.reports})
    return [
        share("claims", "cltls", "mixed", (sum(joined for _, joined in wanted), len(wanted)), "equal counts together"),
        Score("claims", "cltls", "mixed", "contradictions shown", shown, days),
    ]


@cache
def laid_time_lines(data: Path) -> tuple[Laid, ...]:
    """Return the time lines, laid out."""
    return tuple(lay(time_lines(data)))


def time_lines(data: Path) -> Iterator[Account]:
    """Yield each matter with the entries of the days that are read, and the pairs of lines with equal counts."""
    told: dict[str, dict[str, list[Sheet]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted((data / "cltls").glob("*/reference/*.txt")):
        for sheet in _entries(path):
            told[path.stem][sheet.published].append(sheet)
    if not told:
        raise SetMissing("no cltls/*/reference/*.txt in the data folder")
    for matter, by_day in told.items():
        days = [sheets for sheets in by_day.values() if sum(bool(_counts(_text(sheet))) for sheet in sheets) > 1]
        equal = [claim for sheets in days for claim in _equal(sheets)]
        yield Account(matter, "cltls", 0, tuple(sheet for sheets in days for sheet in sheets), tuple(equal), ())


def _entries(path: Path) -> Iterator[Sheet]:
    language = path.parent.parent.name
    for number, block in enumerate(_RULE.split(path.read_text(encoding="utf-8"))):
        day, *lines = [line.strip() for line in block.strip().splitlines() if line.strip()] or [""]
        if _DAY.fullmatch(day) and lines:
            id_ = f"{path.stem}-{day}-{language}-{number}"
            numbered = tuple(enumerate((_SPACED.sub("", line) for line in lines), start=1))
            yield Sheet(id_, language, f"{path.stem} {language}", day, numbered, headline=False)


def _equal(sheets: list[Sheet]) -> Iterator[Proposition]:
    for one, other in combinations(sheets, 2):
        for (n, a), (m, b) in product(one.lines, other.lines):
            if one.language != other.language and _counts(a) & _counts(b):
                yield Proposition(f"{one.id}/{n}", "", a, frozenset({(one.id, n), (other.id, m)}), True)


def _text(sheet: Sheet) -> str:
    return "\n".join(line for _, line in sheet.lines)


def _counts(line: str) -> set[int]:
    numbers = {int(re.sub(r"\D", "", found.group())) for found in _NUMBER.finditer(line)}
    return {number for number in numbers if number > _ABOVE and number not in _YEARS}
