"""The rows of the exported tables; `docs/reference/tables.md` is made from what stands here."""

from dataclasses import dataclass

from careo.model.derived import DatedBy, Reliance, TrajectoryType
from careo.model.inferred import DiscrepancyType
from careo.model.seen import (
    Comparator,
    Equipment,
    Figure,
    Instrument,
    MentionType,
    Modality,
    Polarity,
    Precision,
    StageName,
    StatementType,
    Time,
)
from careo.render.export.fillers import ActorCell, CreditCell, PlaceCell, SlotCell, SourceCell


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One thing that one report says. What a person corrected is laid over what was read."""

    statement: str
    """Id of the statement."""
    type: StatementType
    subtype: str | None
    quote: str
    """The sentence, letter for letter."""
    outlet: str | None
    """Who published the report."""
    language: str
    """Of the report, BCP 47."""
    published: str | None
    """When the report was published, EDTF."""
    url: str | None
    polarity: Polarity
    denied_by: str | None
    """Who denies it, where polarity is `denied`."""
    modality: Modality
    actors: tuple[ActorCell, ...]
    places: tuple[PlaceCell, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    attribution: tuple[SourceCell, ...]
    instruments: tuple[Instrument, ...]
    equipment: tuple[Equipment, ...]
    content: tuple[str, ...]
    """Ids of the statements that are said, authorised or investigated by this one."""
    trigger: str
    """The word that carries the statement."""
    trigger_start: int
    """Where that word begins."""
    trigger_end: int
    """Where that word ends."""
    start: int
    """Where the sentence begins in the report's text, in code points."""
    end: int
    """Where the sentence ends."""
    rule: str
    """The rule or lexicon entry that made it."""
    corrected: tuple[str, ...]
    """Ids of the decisions that correct one of its slots."""
    claim: str | None
    """Id of the claim that it makes."""
    claim_number: int | None
    """Number of the claim on the story's page."""
    story: str
    story_title: str
    """Title of the story."""
    report: str
    report_title: str | None
    """Title of the report."""
    file: str | None
    """The file or address that the report was read from."""
    captured: str | None
    """When it was fetched, as far as the source says."""
    capture_sha256: str | None
    """SHA-256 of the bytes as received."""
    text_sha256: str
    """SHA-256 of the report's text, which the offsets point into."""


@dataclass(frozen=True, slots=True)
class WitnessRow:
    """One claim and one statement that makes it; a claim has as many rows as statements."""

    claim: str
    """Id of the claim."""
    claim_number: int
    """Number of the claim on the story's page; those of most reports come first."""
    type: StatementType
    gloss: str
    """The proposition in the words of its clearest witness."""
    reports: int
    """How many reports make the claim; versions of one report are several reports of one origin."""
    languages: int
    """In how many languages."""
    origins: int
    """How many independent origins: copies, translations and versions count once."""
    rests_on: Reliance | None
    """The weakest that holds of the whole claim."""
    sources: tuple[str, ...]
    """Who the statements of the claim are credited to."""
    quote: str
    """The sentence of this witness, letter for letter."""
    outlet: str | None
    """Who published this witness's report."""
    language: str
    """Of the report, BCP 47."""
    published: str | None
    """When the report was published, EDTF."""
    url: str | None
    origin: int
    """Which origin of the claim, from 1: witnesses with the same number are not independent of one another."""
    polarity: Polarity
    modality: Modality
    credits: tuple[str, ...]
    """Whom this witness credits, nearest the report first; empty where the report says it itself."""
    slots: tuple[SlotCell, ...]
    """What this witness says on each slot of the claim."""
    discrepancies: tuple[str, ...]
    """Ids of the discrepancies in which it gives one of the values."""
    discrepancy_types: tuple[DiscrepancyType, ...]
    """Their kinds, in the same order."""
    statement: str
    """Id of the statement."""
    start: int
    """Where the sentence begins in the report's text, in code points."""
    end: int
    """Where the sentence ends."""
    story: str
    story_title: str
    """Title of the story."""
    report: str
    report_title: str | None
    """Title of the report."""
    file: str | None
    """The file or address that the report was read from."""
    capture_sha256: str | None
    """SHA-256 of the bytes as received."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One discrepancy, one of its values and one statement that gives it."""

    discrepancy: str
    """Id of the discrepancy."""
    discrepancy_number: int
    """Number of the discrepancy on the story's page."""
    type: DiscrepancyType
    slot: str
    value: str
    quote: str
    """The sentence that gives the value, letter for letter."""
    outlet: str | None
    """Who published the report."""
    language: str
    """Of the report, BCP 47."""
    published: str | None
    """When the report was published, EDTF."""
    url: str | None
    reason: str
    likely: str | None
    """A possible explanation, where a rule finds one; offered, never applied."""
    dismissed: str | None
    """Id of the decision in which a person set it aside."""
    corrected: str | None
    """Id of the decision in which a person said of what kind it is."""
    claim: str
    """Id of the claim."""
    claim_number: int
    """Number of the claim on the story's page."""
    gloss: str
    """The claim in the words of its clearest witness."""
    statement: str
    """Id of the statement."""
    start: int
    """Where the sentence begins in the report's text, in code points."""
    end: int
    """Where the sentence ends."""
    story: str
    report: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one statement, to filter, sort and count with."""

    measure: str
    """What is measured: killed, injured, troops, money ..."""
    low: float | None
    """Least value it allows; `None` where there is no lower bound."""
    high: float | None
    """Greatest value it allows; `None` where there is no upper bound."""
    comparator: Comparator
    """`=` `~` `<` `<=` `>` `>=` as stated."""
    vague: str | None
    """The vague word, where the figure is one ("honderden")."""
    unit: str | None
    """person, %, an ISO 4217 code or an SI symbol."""
    group: str | None
    """The counted noun as written."""
    scope: str | None
    """What the count covers, where stated."""
    as_of: str | None
    """The date up to which it counts, EDTF, where stated."""
    verbatim: str
    quote: str
    """The sentence of the statement, letter for letter."""
    type: StatementType
    polarity: Polarity
    modality: Modality
    outlet: str | None
    """Who published the report."""
    language: str
    """Of the report, BCP 47."""
    published: str | None
    """When the report was published, EDTF."""
    url: str | None
    start: int
    """Where the figure begins in the report's text, in code points."""
    end: int
    """Where the figure ends."""
    statement: str
    """Id of the statement."""
    claim: str | None
    """Id of the claim that the statement makes."""
    story: str
    report: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One value of one quantity over time, as one statement gives it."""

    trajectory: str
    """Id of the trajectory."""
    type: TrajectoryType
    measure: str
    """What is measured: killed, injured, troops, money ..."""
    unit: str | None
    """person, %, an ISO 4217 code or an SI symbol."""
    group: str | None
    """Who is counted, where it is not people at large."""
    scope: str | None
    """What the count is limited to."""
    as_of: str | None
    """The day up to which the value counts, or the period it is of; EDTF."""
    dated_by: DatedBy | None
    """Where `as_of` was read: at the figure, in the sentence, or as the report's date."""
    value: str
    """As it is compared: `46`, `>=60`, `<70`."""
    low: float | None
    """Least value that the words allow."""
    high: float | None
    """Greatest value that the words allow."""
    verbatim: str
    backward: str | None
    """Why the value stands below an earlier one."""
    quote: str
    """The sentence, letter for letter."""
    outlet: str | None
    """Who published the report."""
    language: str
    """Of the report, BCP 47."""
    published: str | None
    """When the report was published, EDTF."""
    url: str | None
    credits: tuple[str, ...]
    """Whom the sentence credits, nearest the report first."""
    statement: str
    """Id of the statement."""
    story: str
    report: str


@dataclass(frozen=True, slots=True)
class SpellingRow:
    """One spelling of one entity in one language, over all stories."""

    entity: str
    """Id of the entity."""
    type: MentionType
    name: str
    """The fullest common spelling."""
    spelling: str
    """As the reports write it."""
    language: str
    mentions: int
    """How many mentions spell it so."""
    possibly_same: tuple[str, ...]
    """Ids of entities that may be the same; offered, never applied."""
    reason: str
    """Why the mentions were brought together."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of one story."""

    report: str
    """Id of the report."""
    report_number: int
    """Number of the report on the story's page."""
    title: str | None
    outlet: str | None
    """Who published it."""
    language: str
    author: tuple[str, ...]
    published: str | None
    """When it was published, EDTF."""
    precision: Precision | None
    """How exact that date is."""
    method: str | None
    """Where the date was read."""
    evidence: str | None
    """The verbatim text it was read from."""
    url: str | None
    credit: tuple[CreditCell, ...]
    origin: int
    """Which independent origin of the story, from 1: reports with the same number took from one another."""
    version_of: str | None
    """Id of the version just before it."""
    statements: int
    """How many statements were found in it."""
    story: str
    story_title: str
    """Title of the story."""
    file: str | None
    """The file or address that it was read from."""
    media_type: str | None
    """What the reader took it for."""
    captured: str | None
    """When it was fetched, as far as the source says."""
    capture_sha256: str | None
    """SHA-256 of the bytes as received."""
    text_sha256: str
    """SHA-256 of its text."""


@dataclass(frozen=True, slots=True)
class SkipRow:
    """Something that the desk could not use, and why."""

    skip: str
    """Id of the skip."""
    stage: StageName
    input: str
    """The file or record that was skipped."""
    reason: str
    """What is wrong and what would mend it."""


Row = StatementRow | WitnessRow | DifferenceRow | FigureRow | StepRow | SpellingRow | ReportRow | SkipRow
