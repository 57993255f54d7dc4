"""What comparing two names comes to."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "possible", "different"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two names are spellings of one."""

    verdict: Verdict
    """`same` only where nothing but spelling, script, a title, a middle name or order differs."""
    score: float
    """0 to 1: how like they are; a name with a slip may score above one that is the same with a name more."""
    reason: str
    """A sentence a person can read."""
