"""What follows from a story's claims: lines of values, lifecycles, coverage. Worked out when asked for, never kept."""

from dataclasses import dataclass
from typing import Literal

from careo.model.seen import Polarity, Precision, TimeRole

TrajectoryType = Literal["cumulative", "level", "series"]
DatedBy = Literal["figure", "sentence", "report"]
ChainType = Literal["deployment", "deaths", "case", "agreement", "law", "office"]
Progress = Literal["done", "planned", "unclear"]
PlacePrecision = Literal["point", "area", "country", "none"]
TieType = Literal[
    "met", "invited", "negotiated", "agreed", "ended_agreement", "exercised", "trained", "authorised", "let_in", "sent",
    "withdrew", "went_to", "sent_to", "appointed", "removed", "overthrew", "accused", "condemned", "demanded",
    "threatened", "warned", "supported", "apologised", "attacked", "killed", "clashed", "ill_treated", "detained",
    "released", "expelled", "abducted", "investigated", "summoned", "charged", "convicted", "acquitted", "tried",
    "sued", "ordered_arrest", "pardoned", "recognised", "joined", "left", "broke_off", "expelled_envoy", "at_war",
    "related", "sanctioned", "banned", "restricted", "lifted", "aided", "delivered", "paid", "lent", "invested",
    "armed", "traded", "protested",
]  # fmt: skip
TieStatus = Literal["done", "planned", "alleged", "denied"]
Reliance = Literal["one_report", "one_origin", "one_source", "unnamed_source", "several"]


@dataclass(frozen=True, slots=True)
class Step:
    """One value as one statement gives it."""

    statement: str
    report: str
    value: str
    """As in a claim's slots: `46`, `>=60`, `<70`."""
    verbatim: str
    as_of: str | None
    """The day up to which the value counts, or the period it is of; EDTF. `None` where nothing says it."""
    dated_by: DatedBy | None
    """Where `as_of` was read: at the figure, in the sentence, or as the report's date."""
    sources: tuple[str, ...]
    """Whom the sentence credits, nearest the report first; empty where the report says it itself."""
    backward: str | None
    """Why the value stands below an earlier one; `None` where it does not. Marked, never mended."""


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One quantity over time: every value that every report gives it, none chosen and none averaged."""

    id: str
    story: str
    type: TrajectoryType
    """`cumulative` counts up to a day (the dead so far), `level` may rise and fall (the missing), `series` has a value
    for each period (output by year)."""
    measure: str
    """As in `Figure.measure`."""
    unit: str | None
    group: str | None
    """Who is counted, where it is not people at large: police, children."""
    scope: str | None
    """What the count is limited to: a place, a day, an author of the deed. `None` where it is the whole matter."""
    claims: tuple[str, ...]
    steps: tuple[Step, ...]
    """By `as_of`, then report; those without a date last."""
    reason: str
    """Why these values stand in one line."""


@dataclass(frozen=True, slots=True)
class Link:
    """One stage of a lifecycle and the claim that tells of it."""

    stage: str
    claim: str
    statements: tuple[str, ...]
    """Those of the claim that tell of this stage."""
    values: tuple[str, ...]
    """How many they count, each value that one of them gives: troops, dead. Empty where none counts."""
    first: str | None
    """When it was, EDTF; `None` where no sentence says it."""
    last: str | None
    alleged: bool
    """Whether no statement says it but as an allegation."""
    reason: str
    """What ties it to the rest of the chain."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What became of one matter: its stages as the reports tell them, in order."""

    id: str
    story: str
    type: ChainType
    about: str
    """What the chain is of, in the words of a report: a figure with who is counted, a person, an instrument."""
    links: tuple[Link, ...]
    """By time where times tell, else by stage."""
    gaps: tuple[str, ...]
    """Stages that no report tells of, though they lie between others or are next; such as `arrived`."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who carries a claim, and how much it rests on."""

    id: str
    claim: str
    story: str
    languages: tuple[str, ...]
    outlets: tuple[str, ...]
    """Publishers of the reports; one that is not known is left out."""
    absent: tuple[str, ...]
    """Languages of the story in which no report carries the claim."""
    reports: tuple[str, ...]
    origins: int
    """Independent origins: copies, translations and versions of one report count once."""
    first: tuple[str, ...]
    """Reports of the earliest date; several where nothing tells which was before. Empty where none is dated. Where a
    report tells it in a sentence of a known type, those that have none but OTHER do not count."""
    first_date: str | None
    sources: tuple[str, ...]
    """Who is credited."""
    unnamed: bool
    """Whether every statement is credited to a source that no report names."""
    rests_on: Reliance
    """The weakest that holds: one report, one origin, one unnamed source, one source, or several of each."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One time that a claim's statements give it, and those that give it; another time of the claim is another one."""

    id: str
    story: str
    claim: str
    first: str | None
    """EDTF, as the statements have it; `None` where nothing says when it began."""
    last: str | None
    precision: Precision
    role: TimeRole
    """`validity` for how long something holds, else `event`."""
    stage: Progress
    """How far it had come, as these statements tell it."""
    polarity: Polarity
    statements: tuple[str, ...]
    dated: bool
    """Whether it has a place on a line of time: a day without a year has none."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place at which claims happen, as exactly as it is known; none is placed by a guess."""

    id: str
    story: str
    entity: str | None
    name: str
    """The name in a common form."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    place_kind: str | None
    """As in `Place.kind`."""
    stated: tuple[str, ...]
    """What reports call it, in their words."""
    precision: PlacePrecision
    """`point` for a town or a base, `area` for a division of a country, of which only the middle is known, `country`,
    or `none`: then `reason` says why."""
    lat: float | None
    """Degrees north; `None` where it has no place on a map."""
    lon: float | None
    """Degrees east."""
    candidates: tuple[str, ...]
    """Other places the name could mean; empty where one of the reports leaves no doubt."""
    roles: tuple[str, ...]
    """As in `Setting.role`."""
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    reason: str | None
    """Why it could not be placed; `None` where it could."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one place to another that a single sentence tells: somebody was sent, or something given."""

    id: str
    story: str
    origin: str
    """Id of a Location, as `destination`."""
    destination: str
    """Id of a Location."""
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    happened: bool
    """Whether a statement says that it happened, not only that it was planned or authorised."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tie."""

    entity: str | None
    """`None` for whom only a noun or an office tells ("several ministers"): nobody else is the same then."""
    words: str
    """The entity's name, else the words of the report."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What sentences say that one did to another, or two did with each other."""

    id: str
    story: str
    type: TieType
    directed: bool
    """Whether `from_` did it to `to`; otherwise both did it, and their order says nothing."""
    from_: End
    """Who did it."""
    to: End
    """To whom."""
    status: TieStatus
    """`planned` is all that is not said to have happened: ordered, proposed, conditional. That one authorised or
    demanded something is `done` even where the thing itself is not. `denied` may be by a person or by the report."""
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    first: str | None
    """Earliest day that one of them gives, EDTF; `None` where none gives a day with its year."""
    last: str | None


Derived = Trajectory | Chain | Coverage | Happening | Location | Route | Tie
