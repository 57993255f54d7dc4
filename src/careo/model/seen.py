"""Seen records: named by their content and never edited.

Offsets are code points into `Report.text`, `end` exclusive. Times are EDTF strings, as short as what is known
(`2023-05`, `XXXX-11-01` where the year is unknown). `None` means unknown.
"""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "week", "day", "time", "unknown"]
PartRole = Literal["headline", "lead", "body", "note", "update", "correction", "caption", "furniture"]
CreditRole = Literal["agency", "outlet", "author", "translator"]
MentionType = Literal["person", "organisation", "unit", "place", "name", "role", "figure", "date", "instrument"]
StatementType = Literal[
    "LAW", "DEPLOY", "EXERCISE", "AGREE", "MEET", "SAY", "PROTEST", "ATTACK", "ABUSE", "DETAIN", "PROBE", "COURT",
    "OFFICE", "RELATIONS", "RESTRICT", "TRANSFER", "VOTE", "TOLL", "INDICATOR", "OTHER",
]  # fmt: skip
Polarity = Literal["affirmed", "negated", "denied"]
Modality = Literal[
    "occurred", "ongoing", "authorised", "ordered", "planned", "proposed", "demanded", "threatened", "conditional",
    "alleged", "forecast", "unknown",
]  # fmt: skip
Comparator = Literal["=", "~", "<", "<=", ">", ">="]
TimeRole = Literal["act", "validity", "event", "as_of", "said"]
SourceType = Literal["official", "agency", "media", "ngo", "court", "witness", "document", "anonymous", "other"]
StageName = Literal["gather", "read", "annotate", "extract", "group", "resolve", "trace", "compare", "align"]


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as received; the desk keeps the bytes themselves under `sha256`."""

    id: str
    """Hash of origin, member and bytes."""
    sha256: str
    """SHA-256 of the bytes, hexadecimal."""
    origin: str
    """Where they came from, relative to the input the user named; `-` for standard input."""
    member: str | None
    """The member inside an archive or feed."""
    media_type: str
    """What the reader takes it for, by name and first bytes."""
    bytes: int
    """How many bytes."""
    captured: str | None
    """When it was fetched, only as far as the source itself says; never the clock."""
    url: str | None
    """The address it was fetched from, as far as the source says (a WARC record, a saved page's own header)."""
    charset: str | None
    """The character encoding that the transport declared (HTTP, e-mail): a hint that may lie."""


@dataclass(frozen=True, slots=True)
class Received:
    """A capture with its bytes in hand, on the way from the door to a reader."""

    capture: Capture
    data: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, with the evidence for it."""

    value: str
    """EDTF, never later than the capture."""
    precision: Precision
    """How exact `value` is."""
    method: str
    """Where it was read: json-ld, meta, feed, record (a field of a data file), header, url, visible, credit."""
    evidence: str
    """The verbatim text it was read from."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says where the text came from."""

    verbatim: str
    start: int
    end: int
    role: CreditRole
    """What kind of source is credited."""
    name: str
    """Who is credited."""
    date: str | None
    """The date inside the credit line, EDTF."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with one role; the parts of a report cover its text."""

    role: PartRole
    start: int
    end: int
    language: str | None
    """BCP 47, where it differs from or confirms the report's."""
    date: str | None
    """The date the part itself bears (an update, a correction), EDTF."""
    page: int | None
    """Page number in a paged original, from 1."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters between quotation marks, marks included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a report's text that stands letter for letter in its source."""

    start: int
    end: int
    source: int
    """Where it begins in the capture's bytes decoded with the report's `encoding`, in code points."""


@dataclass(frozen=True, slots=True)
class Report:
    """One news report as readable text."""

    id: str
    """Hash of the capture's id and the item number in it."""
    capture: str
    """Id of the capture it was read from."""
    item: int
    """Which report of the capture, from 0."""
    text_sha256: str
    """SHA-256 of `text` in UTF-8."""
    language: str
    """BCP 47; `und` where it could not be told."""
    title: str | None
    publisher: str | None
    author: tuple[str, ...]
    url: str | None
    published: Published | None
    """`None` where nothing in the source says it."""
    dates: tuple[Published, ...]
    """All the evidence for the date of publication, best first; what disagrees is kept."""
    credit: tuple[Credit, ...]
    parts: tuple[Part, ...]
    """In order, without gaps or overlaps."""
    quotes: tuple[Quote, ...]
    version_of: str | None
    """The report this is the next version of: inferred from all reports, so joined in at export and `None` here."""
    text: str
    """The readable text; every offset in every record points into it."""
    encoding: str | None
    """What the capture's bytes were decoded with; `None` for a format that is not text."""
    runs: tuple[Run, ...]
    """Where the text stands in its source; empty for a format that keeps no such places."""

    @property
    def date(self) -> str | None:
        """When it was published, EDTF; `None` where nothing says it."""
        return self.published.value if self.published else None


@dataclass(frozen=True, slots=True)
class Span:
    """A pointer into a report's text."""

    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """What a place name stands for; unresolved names keep `country` and coordinates unknown."""

    name: str
    """The name in a common form."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    kind: str | None
    """country, region, province, town, base, ... as the gazetteer has it."""
    lat: float | None
    """Degrees north."""
    lon: float | None
    """Degrees east."""
    parents: tuple[str, ...]
    """Larger places it lies in, nearest first."""
    stated_kind: str | None
    """What the report calls it ("Provinz"), which may differ from `kind`."""
    candidates: tuple[str, ...]
    """Other places the name could mean."""


@dataclass(frozen=True, slots=True)
class Office:
    """What a role noun stands for, in a word shared by all languages."""

    office: str
    """A key such as `minister:defence` or `ambassador`, the same in every language."""
    former: bool
    """Whether the text calls the holder a former one ("ehemalig", "ex-")."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a report gives it; vague words keep honest bounds, never a point."""

    measure: str
    """What is measured: killed injured missing detained displaced troops participants votes share approval money
    output mass distance duration age count."""
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
    """The counted noun as written ("US-Soldaten")."""
    scope: str | None
    """What the count covers, where stated."""
    as_of: str | None
    """The date up to which it counts, EDTF, where stated."""
    verbatim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Time:
    """A date or time as a report gives it; nothing is completed by a guess."""

    role: TimeRole | None
    """What the time says about a statement; `None` on a mention, which has no statement yet."""
    verbatim: str
    start: int
    end: int
    first: str | None
    """Earliest day, EDTF; `XXXX-11-01` where the year is unknown."""
    last: str | None
    """Latest day, EDTF."""
    precision: Precision
    anchor: str | None
    """The date a relative expression was counted from, EDTF."""
    rule: str
    """The rule that read it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, place, date or figure at a span, with its normalised value."""

    id: str
    """Hash of report, text, span and type."""
    report: str
    start: int
    end: int
    type: MentionType
    verbatim: str
    value: Place | Office | Figure | Time | None
    """By type: a place, a role's office, a figure, a date; `None` for names and instruments."""
    of: str | None
    """Id of the mention in the same report that this one belongs to: a role's holder, an acronym's long form."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that carries a statement."""

    verbatim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in a statement, and as what."""

    role: str
    """authority, force, participant, accused, victim, speaker, holder, ... by statement type."""
    mention: str | None
    """Id of the mention; `None` for whom only a common noun tells ("two men")."""
    verbatim: str
    start: int
    end: int
    office: str | None
    """The office the report gives the actor at this point, as in `Office.office`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A place in a statement."""

    role: str
    """event host origin destination jurisdiction."""
    mention: str
    """Id of the mention."""
    verbatim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, resolution, article or case a statement rests on."""

    type: str
    """constitution law decree resolution treaty order case report."""
    number: str | None
    article: str | None
    """Article as `102 (8)`."""
    date: str | None
    verbatim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Equipment:
    """Weapons and material named in a statement."""

    verbatim: str
    class_: str
    """weapon vehicle aircraft ship other; `class` in the export."""
    count: float | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain, nearest the report first."""

    who: str
    type: SourceType
    verb: str | None
    """The verb or preposition of attribution as written."""
    strength: str
    """neutral claim accuse deny confirm."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing one report says, at the sentence it says it in."""

    id: str
    """Hash of report, text, span of the trigger and type; slots never."""
    report: str
    start: int
    """Start of the trigger's sentence; slots may point anywhere in the same report."""
    end: int
    type: StatementType
    subtype: str | None
    trigger: Trigger
    polarity: Polarity
    denied_by: str | None
    """Who denies it, where polarity is `denied`."""
    modality: Modality
    actors: tuple[Actor, ...]
    places: tuple[Setting, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    instruments: tuple[Instrument, ...]
    equipment: tuple[Equipment, ...]
    content: tuple[str, ...]
    """Ids of the statements that are said, authorised or investigated by this one."""
    attribution: tuple[Source, ...]
    rule: str
    """The rule or lexicon entry that made it."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Something a stage could not use, and why."""

    id: str
    stage: StageName
    input: str
    """The origin, or the id, of what was skipped."""
    reason: str
    """What is wrong and what would mend it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one capture: reports, what stands in them, and what could not be used."""

    capture: Capture
    reports: tuple[Report, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    skips: tuple[Skip, ...]
