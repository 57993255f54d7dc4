"""Decided records: a person's word, appended, never edited; they hang on seen ids and beat the program."""

from dataclasses import dataclass
from typing import Literal

DecisionType = Literal["same", "not_same", "merge", "split", "copy", "independent", "correct", "dismiss", "withdraw"]
About = Literal["report", "mention", "statement", "slot"]
DecisionState = Literal["applied", "orphaned"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A seen record a decision is about, with the quotation it was made on."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    """The words at that place when the decision was made."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word about seen records."""

    id: str
    """Hash of all the fields below."""
    type: DecisionType
    about: About
    subjects: tuple[Subject, ...]
    slot: str | None
    """The slot a correction is about."""
    value: str | None
    """The corrected value."""
    reason: str
    by: str
    at: str
    """When it was made, ISO 8601 with offset."""
    withdraws: str | None
    """Id of the decision this one takes back."""
