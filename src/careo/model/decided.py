"""Decided records: a person's word, appended, never edited; they hang on seen ids and beat the program."""

import json
from dataclasses import dataclass
from typing import Literal

DecisionType = Literal["same", "not_same", "merge", "split", "copy", "independent", "correct", "dismiss", "withdraw"]
About = Literal["report", "mention", "statement", "slot", "difference"]
DecisionState = Literal["applied", "orphaned"]
Standing = Literal["in force", "overruled", "superseded", "withdrawn", "orphaned"]
"""What became of a decision: it holds; it holds and others stand against it; a later one answers the same question;
it was taken back; what it is about is not there."""


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
    """The slot that is corrected, or on which statements differ: `figure:killed`, `time`, `actor:victim`."""
    value: str | None
    """The corrected value as it is compared, `None` where the slot is empty; of a dismissed discrepancy its values,
    as a list in JSON; of a difference whose kind is corrected that kind and its values, such a list, too."""
    reason: str
    by: str
    at: str
    """When it was made, ISO 8601 with offset."""
    withdraws: str | None
    """Id of the decision this one takes back."""

    @property
    def shown(self) -> str:
        """The value for people: of a difference its kind, or the values that were set aside; `unknown` for none."""
        if self.about == "difference":
            return str(next(iter(json.loads(self.value or "[]")), "unknown"))
        if self.type == "dismiss":
            return " / ".join(json.loads(self.value or "[]"))
        return self.value or "unknown"


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's value for one slot of a statement, as it holds in this desk."""

    statement: str
    slot: str
    place: Subject | None
    """The words that were read wrongly, or that give the value; `None` where it stands in no words of its own."""
    words: Subject | None
    """Where the right name stands: a mention, or a stretch of the report."""
    value: str | None
    """As in the decision; `None` takes the slot out."""
    decision: Decision

    @property
    def kind(self) -> str:
        """The slot without its detail: `figure` of `figure:killed`."""
        return self.slot.partition(":")[0]

    @property
    def detail(self) -> str:
        """What the slot's name says behind the colon, or nothing."""
        return self.slot.partition(":")[2]
