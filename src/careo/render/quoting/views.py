"""What the templates see of a quotation: plain values, already in words."""

from dataclasses import dataclass

from careo.render.quoting.marks import Segment


@dataclass(frozen=True, slots=True)
class Tag:
    """A report as it is named everywhere on the page."""

    number: int
    outlet: str
    language: str
    """In words."""
    date: str
    """In words, or `no date found`."""
    title: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of a report, letter for letter, with its marks."""

    at: str
    """Report number, start and end as the seal checks them: `r1:120:250`."""
    href: str
    """Link to the place in the report below."""
    code: str
    """Language code for the `lang` attribute; empty where unknown."""
    direction: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A glyph and words in a shape that is told apart without colour."""

    glyph: str
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a slot table."""

    kind: str
    label: str
    written: Quoted | None
    reading: str
    carried: Quoted | None
    """The slot's own sentence, where it is another than the trigger's."""
    claims: tuple[int, ...] = ()
    """Numbers of the claims this line links to."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement: its sentence and what was read in it."""

    report: Tag
    badges: tuple[Badge, ...]
    subtype: str
    sentence: Quoted
    rows: tuple[Row, ...]
    rule: str
    part: str
    """What part of the report it stands in, where that is none of its own time: `update, 4 June 2023`."""
    corrected: tuple[str, ...]
    """What a person laid over it, a sentence each."""


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere on the page."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Gloss:
    """A claim's wording, with the language it is in where that is known."""

    words: str
    code: str
    direction: str
