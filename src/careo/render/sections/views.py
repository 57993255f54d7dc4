"""What the templates of the sections see: plain values in reading order, already in words."""

from dataclasses import dataclass

from careo.render.pictures.chart_views import ChartView
from careo.render.quoting.views import Badge, Gloss, Link, Quoted, Tag, Witness


@dataclass(frozen=True, slots=True)
class Column:
    """Everything one report says on one claim."""

    report: Tag
    witnesses: tuple[Witness, ...]
    alike: tuple[Witness, ...]
    """The first witness of each other report that says it word for word."""


@dataclass(frozen=True, slots=True)
class Given:
    """One value of a slot and the reports that give it, each linked to the sentence."""

    value: str
    reports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SlotValues:
    """A slot of a claim with every value its witnesses give."""

    label: str
    values: tuple[Given, ...]
    undecided: bool
    """Whether several figures stand here and no judgement says how they stand to each other."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its witnesses, one column a report."""

    number: int
    id: str
    gloss: Gloss
    type: str
    badges: tuple[Badge, ...]
    carried_by: str
    """`2 reports, 2 languages, 1 independent origin`."""
    credited: tuple[str, ...]
    values: tuple[SlotValues, ...]
    """Every value of every slot; empty for a claim of one report."""
    columns: tuple[Column, ...]
    further: tuple[Witness, ...]
    """The witnesses of reports for which there is no column, a line each."""
    first: tuple[Tag, ...]
    """The report that had it first, by its date; several where dates leave it open."""
    differences: tuple[Link, ...]
    reasons: tuple[str, ...]
    """Why its statements were put together, the surest first."""
    more_reasons: int
    """How many more there are."""
    maybe: tuple[tuple[Link, str], ...]
    """Claims that may say the same, each with the surest reason for the doubt."""
    more_maybe: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class ClaimShelf:
    """Claims of one type."""

    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a discrepancy and who gives it."""

    value: str
    witnesses: tuple[Witness, ...]
    further: tuple[Link, ...]
    """To the sentences of the others, which the claim quotes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A discrepancy, laid out."""

    number: int
    id: str
    kind: str
    name: str
    meaning: str
    slot: str
    claim: int
    gloss: Gloss
    sides: tuple[Side, ...]
    reason: str
    reason_told: bool
    """Whether the reason is in the language of the page; else it is in English."""
    likely: str | None
    likely_told: bool
    aside: str | None
    """Who set it aside, when and why."""
    named: str | None
    """Who said that it is of this kind, when and why."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The reports of one language that spell a name so."""

    language: str
    mentions: str
    reports: tuple[tuple[Link, str], ...]
    """Number of the report, linked to its first use, and its outlet."""
    more: int
    """Reports beyond those listed."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, with who uses it."""

    text: str
    code: str
    direction: str
    uses: tuple[Uses, ...]
    rare: bool
    """Whether so few reports use it that their outlets are written out."""


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity with its spellings and what it may be the same as."""

    number: int
    name: str
    reason: str
    spellings: tuple[Spelling, ...]
    possibly: tuple[tuple[Link, str], ...]
    more: int
    """Others that it may be the same as."""


@dataclass(frozen=True, slots=True)
class EntityShelf:
    """Entities of one type; those spelled in more than one way, or perhaps the same as another, first."""

    title: str
    varied: tuple[EntityView, ...]
    plain: tuple[EntityView, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one report and where it came from, side by side."""

    source: Quoted | None
    taker: Quoted


@dataclass(frozen=True, slots=True)
class Taking:
    """From whom a report took."""

    verb: str
    source: Tag | None
    external: str | None
    score: str
    reason: str
    passages: tuple[Passage, ...]
    more: int
    """Passages that are not shown."""


@dataclass(frozen=True, slots=True)
class Taker:
    """A report and all it took."""

    report: Tag
    takings: tuple[Taking, ...]
    """The surest few, with their passages side by side; and all from outside the story."""
    others: tuple[tuple[str, tuple[tuple[Link, str], ...]], ...]
    """The other ones: verb, links to the first passage in each source, scores."""


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A credit line, quoted."""

    report: Tag
    role: str
    name: str
    date: str
    quote: Quoted


@dataclass(frozen=True, slots=True)
class PartView:
    """A stretch of a report with one role, paragraph by paragraph."""

    role: str
    label: str | None
    paragraphs: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A paragraph that differs between two versions."""

    kind: str
    before: str
    """As it was; empty where it was added."""
    after: str
    """As it is; empty where it was taken out."""


@dataclass(frozen=True, slots=True)
class VersionView:
    """How a report differs from the version before it."""

    earlier: Tag
    state: str
    """What it is beside that one: later copy other."""
    summary: str
    reason: str
    code: str
    direction: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report."""

    tag: Tag
    code: str
    direction: str
    facts: tuple[tuple[str, str], ...]
    """Name and value of what is known about it."""
    evidence: str
    """The verbatim text the date was read from."""
    versions: tuple[VersionView, ...]
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One value of a line."""

    as_of: str
    from_report: bool
    """Whether the date is only that of the report."""
    value: str
    written: Quoted | None
    report: Tag
    sources: str
    backward: str
    """Why it stands below an earlier value; empty where it does not."""


@dataclass(frozen=True, slots=True)
class TrajectoryView:
    """One quantity over time."""

    what: str
    reason: str
    steps: tuple[StepView, ...]
    chart: ChartView | None
    """`None` where the table says as much."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """One stage of a lifecycle."""

    stage: str
    values: str
    when: str
    claim: int
    reports: tuple[Tag, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ChainView:
    """What became of one matter."""

    about: str
    kind: str
    links: tuple[LinkView, ...]
    gaps: tuple[str, ...]
