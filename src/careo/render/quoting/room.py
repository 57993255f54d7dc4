"""How much of each thing a page quotes before it only links: much in a small story, little in one of hundreds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """How many of each are shown in full; what is beyond has a link or is counted, and the export has all."""

    columns: int
    """Reports side by side on one claim; the first of each language is among them."""
    lines: int
    """Further sentences of a claim, a line each."""
    lists: bool
    """Whether what was read in a sentence is listed below it, where the values of the claim or difference are listed
    anyway, and whether numbers that stand for reports and claims say so to a screen reader each time."""
    links: int
    """Reports beside a value."""
    reasons: int
    """Reasons for a claim, doubts about it, and names that may be another's, the surest."""
    dated: int
    """Claims that the time line draws, those with most statements."""
    sides: int
    """Sentences for each value of a difference."""
    takings: int
    """Texts that a report took from, with the passages side by side, the surest."""
    passages: int
    """Passages of one of them, the longest."""


_ROOMY = Room(columns=8, lines=30, lists=True, links=30, reasons=8, dated=400, sides=6, takings=6, passages=8)
_TIGHT = Room(columns=3, lines=4, lists=False, links=5, reasons=1, dated=120, sides=1, takings=1, passages=2)
_FEW = 36
"""Reports up to which there is room. With everything quoted the page of 300 made-up reports took 44 MB and 30 s to
open, so `python -m bench --page 300`; that of 40 took 4 MB."""


def room(reports: int) -> Room:
    """Return how much is quoted on the page of a story of so many reports."""
    return _ROOMY if reports <= _FEW else _TIGHT
