"""What is compared when two states of a desk, an export or a page are laid side by side, and what comes of it."""

from dataclasses import dataclass
from typing import Literal

from careo.model.inferred import DiscrepancyType, Slot, Value
from careo.model.seen import StatementType

AlteredKind = Literal["program", "report", "claim", "discrepancy", "decision"]
Alteration = Literal[
    "appeared", "vanished", "changed", "corrected", "reread", "gained", "lost", "moved", "merged", "split"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportState:
    """A report as it stood."""

    id: str
    story: str
    place: str
    """File or address, and the path inside an archive; with `item` the same for every state of one file."""
    item: int
    url: str | None
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class StatementState:
    """A statement as it stood."""

    id: str
    report: str
    start: int
    end: int
    """Of the sentence."""
    type: StatementType
    trigger: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClaimState:
    """A claim as it stood."""

    id: str
    type: StatementType
    gloss: str
    statements: tuple[str, ...]
    slots: tuple[Slot, ...]
    origins: int
    """Independent origins."""


@dataclass(frozen=True, slots=True)
class DiscrepancyState:
    """A discrepancy as it stood."""

    id: str
    slot: str
    type: DiscrepancyType
    values: tuple[Value, ...]
    dismissed: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a desk, or of the story on a page."""

    whole: bool
    """Whether it is all of a desk; a page holds one story, and not every decision."""
    program: tuple[tuple[str, str], ...]
    """Versions at work, name and value; empty where nobody says."""
    reports: tuple[ReportState, ...]
    statements: tuple[StatementState, ...]
    claims: tuple[ClaimState, ...]
    discrepancies: tuple[DiscrepancyState, ...]
    versions: tuple[tuple[str, str], ...]
    """Later and earlier state of one report."""
    decisions: tuple[tuple[str, str], ...]
    """Id, and what was decided, in words."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is not as it was."""

    what: str
    """A slot, `gloss`, `type`, `paragraph`, `origins`, a setting ..."""
    before: str
    """Empty where it was not there."""
    after: str
    """Empty where it is gone."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence behind a change."""

    side: Literal["old", "new"]
    """In which of the two states it stands."""
    report: str
    place: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Altered:
    """One thing in which two states differ."""

    kind: AlteredKind
    what: Alteration
    old: tuple[str, ...]
    """Ids in the older state."""
    new: tuple[str, ...]
    """Ids in the newer state."""
    title: str
    details: tuple[Detail, ...]
    sentences: tuple[Sentence, ...]
