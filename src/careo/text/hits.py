"""Reports that hold words, in any language: what a report says is looked up as it is written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from careo.model.seen import Report
from careo.text.normalise import clean


@dataclass(frozen=True, slots=True)
class Hit:
    """A report in which all the words stand."""

    report: Report
    start: int
    """Where the first of the words stands first."""
    end: int


def hits(reports: Iterable[Report], words: Sequence[str]) -> tuple[Hit, ...]:
    """Return the reports in whose text every one of the words stands, by date, the undated last.

    A word is found inside a longer one, whatever its case, so that scripts without spaces and endings need no rules;
    several words in one are found across line ends. Accents count.
    """
    patterns = [re.compile(r"\s+".join(map(re.escape, clean(word).split())), re.IGNORECASE) for word in words]
    return tuple(sorted(_found(reports, patterns), key=lambda hit: (_day(hit.report), hit.report.id)))


def _found(reports: Iterable[Report], patterns: Sequence[re.Pattern[str]]) -> Iterator[Hit]:
    for report in reports:
        places = [pattern.search(report.text) for pattern in patterns]
        if places and places[0] and all(places):
            yield Hit(report, *places[0].span())


def _day(report: Report) -> str:
    return report.published.value if report.published else "~"
