"""Inferred records: can be thrown away and made again; named after their least member."""

from dataclasses import dataclass
from typing import Literal

from careo.model.decided import Correction, Decision
from careo.model.derived import Chain, Coverage, Derived, Happening, Location, Route, Tie, Trajectory
from careo.model.seen import Capture, Mention, MentionType, Report, Skip, Statement, StatementType

DerivationType = Literal["copy", "edit", "translation", "quotation", "shared"]
ChangeType = Literal["added", "removed", "changed"]
Verdict = Literal["same", "conflict", "unrelated", "unsure"]
Relation = Literal["agrees", "compatible", "differs", "later", "other_scope", "variant", "absent"]
DiscrepancyType = Literal["contradiction", "update", "precision", "scope", "attribution", "name_variant", "place_kind"]

SAME_ORIGIN: frozenset[DerivationType] = frozenset({"copy", "edit", "translation"})
"""What makes two reports one origin; who quotes another is still a witness of their own."""


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an entity in one language."""

    text: str
    language: str
    mentions: int
    """How many mentions spell it so."""


@dataclass(frozen=True, slots=True)
class Possibly:
    """Another entity that may be the same; offered, never applied."""

    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions that name the same person, organisation, unit or place, in any language and spelling."""

    id: str
    type: MentionType
    name: str
    """The fullest common spelling."""
    names: tuple[Name, ...]
    mentions: tuple[str, ...]
    possibly_same: tuple[Possibly, ...]
    reason: str
    """Why the mentions were brought together."""


@dataclass(frozen=True, slots=True)
class Episode:
    """A happening of a few days inside a story."""

    id: str
    reports: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one matter, possibly over years."""

    id: str
    title: str
    reports: tuple[str, ...]
    first: str | None
    """Earliest publication date, EDTF; `None` where no report is dated."""
    last: str | None
    episodes: tuple[Episode, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """One report, or some of its sentences, comes from another report or an outside source."""

    id: str
    from_: str | None
    """Id of the report it comes from; `None` for an outside source. `from` in the export."""
    to: str
    """Id of the report that took it."""
    type: DerivationType
    external: str | None
    """The outside source that a credit line names."""
    sentences: tuple[tuple[int, int, int, int], ...]
    """From start, from end, to start, to end, in code points."""
    score: float
    """Between 0 and 1."""
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that one version has and the other has not, or has in other words."""

    type: ChangeType
    old: tuple[int, int] | None
    """Start and end in the earlier version; `None` for what was added."""
    new: tuple[int, int] | None
    """Start and end in the later version; `None` for what was removed."""


@dataclass(frozen=True, slots=True)
class Version:
    """One report is another, or the same text, at a later time where one is known: both are one witness."""

    id: str
    report: str
    """Id of the later state, or of the one with the greater id where nothing tells."""
    of: str
    """Id of the state before it."""
    score: float
    """Between 0 and 1."""
    reason: str
    """Why they are one, and what says which is later."""
    changes: tuple[Change, ...]
    """What was removed, added and changed, in the later version's order."""
    later: bool = True
    """Whether a date or the time of fetching says that it is later; without it the two stand in no order of time."""


@dataclass(frozen=True, slots=True)
class SlotVerdict:
    """How two statements stand on one slot."""

    slot: str
    """For instance `figure:troops`, `actor:participant`, `office:ambassador`, `time`."""
    relation: Relation
    reason: str
    """What was found on each side."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two statements stand to each other, with score and reason."""

    id: str
    statements: tuple[str, str]
    verdict: Verdict
    """`unrelated` only where a person decided it."""
    score: float
    """Between 0 and 1: how sure the engine is that both speak of one proposition."""
    reason: str
    slots: tuple[SlotVerdict, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot and the statements that give it."""

    value: str
    statements: tuple[str, ...]
    corrected: tuple[str, ...] = ()
    """Ids of the decisions in which a person gave this value to one of the statements."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a claim with all the values its witnesses give."""

    slot: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition and every statement that makes it, with the values they give, alike or not."""

    id: str
    story: str
    type: StatementType
    gloss: str
    """The proposition in the words of its clearest witness."""
    slots: tuple[Slot, ...]
    """In the export an object from slot to values."""
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    languages: tuple[str, ...]
    first_report: str
    """The earliest dated report, else the least id."""
    origins: tuple[tuple[str, ...], ...]
    """Reports of one origin together; copies are one origin."""
    sources: tuple[str, ...]
    """Who the statements are credited to."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A slot on which the statements of one claim differ, and what kind of difference it is."""

    id: str
    claim: str
    slot: str
    type: DiscrepancyType
    values: tuple[Value, ...]
    likely: str | None
    """A possible explanation, where a rule finds one; offered, never applied."""
    reason: str
    dismissed: str | None = None
    """Id of the decision in which a person set it aside."""
    corrected: str | None = None
    """Id of the decision in which a person said of what kind it is."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A story laid out for reading: everything a page needs, nothing it does not show."""

    story: Story
    reports: tuple[Report, ...]
    captures: tuple[Capture, ...]
    """Where the reports came from."""
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    derivations: tuple[Derivation, ...]
    judgements: tuple[Judgement, ...]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    skips: tuple[Skip, ...]
    """All that the desk could not use, since it may belong here."""
    versions: tuple[Version, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What a person laid over the statements, in the order it was made."""
    dismissals: tuple[Decision, ...] = ()
    """The decisions that set one of the discrepancies aside, or say of what kind it is."""
    trajectories: tuple[Trajectory, ...] = ()
    chains: tuple[Chain, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    locations: tuple[Location, ...] = ()
    routes: tuple[Route, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """The names, figures and dates of the reports."""
    timeline: tuple[Happening, ...] = ()
    """By time; what has no date that a line of time could hold comes last."""
    network: tuple[Tie, ...] = ()
    """Who did what to whom."""

    @property
    def derived(self) -> tuple[Derived, ...]:
        """All that follows from the claims, in the order of the export."""
        return (
            *self.trajectories, *self.chains, *self.coverage, *self.timeline, *self.locations, *self.routes,
            *self.network,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relations:
    """Who is who, which reports belong together, who took from whom, which are one: over all reports of a desk."""

    entities: tuple[Entity, ...]
    stories: tuple[Story, ...]
    derivations: tuple[Derivation, ...]
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What comparing the statements of one story brought."""

    judgements: tuple[Judgement, ...]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Docket:
    """One story's records laid ready for comparing."""

    story: Story
    reports: tuple[Report, ...]
    captures: tuple[Capture, ...]
    """Where the reports came from."""
    mentions: tuple[Mention, ...]
    """Those that name somebody or something, figures and dates, of all the reports."""
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    """Those with a mention in one of the reports."""
    derivations: tuple[Derivation, ...]
    versions: tuple[Version, ...] = ()
