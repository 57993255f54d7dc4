"""What the template of the time line sees: per cent for what is as wide as the page, words for the rest."""

from dataclasses import dataclass

from careo.render.pictures.chart_views import AxisView
from careo.render.quoting.excerpt import Excerpt
from careo.render.quoting.views import Badge, Quoted, Tag


@dataclass(frozen=True, slots=True)
class Bar:
    """A time on the line, as wide as what is known of it."""

    left: str
    """Per cent, as `12.5%`; the middle where `width` is empty."""
    width: str
    """Empty where it is too short to be seen: then it is a mark of one size."""
    right: str
    look: str
    """As of a badge: done, open, doubt; told apart by their fill and outline."""
    against: bool
    """Whether it is denied: then it is crossed out."""
    capped: bool
    """Whether it lasts from its first to its last day; else it lies somewhere between them."""
    before: bool
    """Whether its beginning is open."""
    after: bool
    lane: int = 0
    number: int = 0
    """Of its claim, where it is written beside it; 0 where there is no room."""


@dataclass(frozen=True, slots=True)
class Told:
    """Reports that appeared at one place of the line."""

    at: str
    width: str
    """Empty where it is a day."""
    number: int


@dataclass(frozen=True, slots=True)
class TimeOf:
    """One time of a claim and who gives it."""

    when: str
    exact: str
    """How exact it is, in words."""
    badges: tuple[Badge, ...]
    tags: tuple[Tag, ...]
    more: int
    """How many more reports give it."""
    bar: Bar | None
    written: tuple[Quoted, ...] = ()
    """The words of the reports, for a time that has no place on the line."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A claim with the times that its statements give, all of them."""

    claim: int
    kind: str
    said: Excerpt
    carried_by: str
    times: tuple[TimeOf, ...]
    against: tuple[Tag, ...]
    """Reports that deny or negate it without giving one of these times."""
    elsewhere: tuple[str, ...]
    """Times of the claim that stand in another part of the line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the line with an axis of its own."""

    title: str
    axis: AxisView
    rows: tuple[TimeRow, ...]
    told: tuple[Told, ...]
    tags: tuple[Tag, ...]
    """The reports that appeared in this time, the first few."""
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole line in one picture."""

    description: str
    axis: AxisView
    bars: tuple[Bar, ...]
    lanes: int
    told: tuple[Told, ...]
    left_out: int
    """How many times have no room in the picture."""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The time line."""

    overview: Overview | None
    """`None` where nothing is dated."""
    blocks: tuple[Block, ...]
    folded: tuple[Block, ...]
    """Of claims that one report makes, where they are many."""
    folded_number: int
    left_out: int
    """How many dated claims are not drawn at all."""
    undated: tuple[TimeRow, ...]
    timeless: int
    """How many claims have no time of their own."""
