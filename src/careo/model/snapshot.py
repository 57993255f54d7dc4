"""What is compared when two states of a desk, an export or a page are laid side by side, and what comes of it."""

from dataclasses import dataclass
from typing import Literal

from careo.model.inferred import DiscrepancyType, Slot, Value
from careo.model.seen import StatementType

Side = Literal["old", "new"]
AlteredKind = Literal["program", "report", "claim", "discrepancy", "decision"]
Alteration = Literal["appeared", "vanished", "changed", "corrected", "reread", "gained", "lost", "merged", "split"]


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
    """Versions that made the records, name and value; empty where nobody says."""
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
    """As it was; empty where it was not there."""
    after: str
    """As it is; empty where it is gone."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence behind a change."""

    side: Side
    """In which of the two states it stands."""
    report: str
    """Id of its report there."""
    place: str
    """File or address of that report."""
    start: int
    """Code points into the report's text."""
    end: int
    """Exclusive."""
    quote: str
    """The sentence, letter for letter."""


@dataclass(frozen=True, slots=True)
class Altered:
    """One thing in which two states differ."""

    kind: AlteredKind
    """program report claim discrepancy decision."""
    what: Alteration
    """appeared vanished changed; of reports also corrected (by their publisher) and reread (by the program); of claims
    also gained and lost (witnesses), merged and split."""
    old: tuple[str, ...]
    """Ids in the older state."""
    new: tuple[str, ...]
    """Ids in the newer state."""
    title: str
    """What it is about, in the words of a report where it has such."""
    details: tuple[Detail, ...]
    """Slots, words and paragraphs as they were and are."""
    sentences: tuple[Sentence, ...]
    """What it rests on."""
