"""What comparing two names comes to."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "possible", "different"]
VERDICTS: tuple[Verdict, ...] = ("different", "possible", "same")
"""From the most cautious on."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names are spellings of one."""

    verdict: Verdict
    """`same` only where nothing but spelling, script, a title, a middle name or order differs."""
    score: float
    """0 to 1: how like they are; a name with a slip may score above one that is the same with a name more."""
    reason: str
    """A sentence a person can read."""


WORDLESS = Likeness("different", 0.0, "one of the names has no word to compare")
SAME, POSSIBLE = 0.8, 0.6
"""Likeness below which nothing is the same, or possible: a word in two unlike, or one of two left over and a slip."""


def verdict(score: float, *, sure: bool) -> Verdict:
    """Return the verdict for a likeness where nothing, or something, keeps the names from being one for sure."""
    if score < POSSIBLE:
        return "different"
    return "same" if sure and score >= SAME else "possible"
