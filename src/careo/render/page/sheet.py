"""The whole page as plain values: what each section's template is handed."""

from dataclasses import dataclass

from careo.render.pictures.map_views import MapView
from careo.render.pictures.network_views import NetworkView
from careo.render.pictures.timeline_views import TimelineView
from careo.render.quoting.room import Room
from careo.render.quoting.views import Tag
from careo.render.sections.glance import Glance
from careo.render.sections.heading import Heading
from careo.render.sections.matrix import Matrix
from careo.render.sections.register_views import RegisterView
from careo.render.sections.views import (
    ChainView,
    ClaimShelf,
    ClaimView,
    CreditLine,
    Difference,
    EntityShelf,
    ReportView,
    Taker,
    TrajectoryView,
)


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the header."""

    number: str
    words: str
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page."""

    room: Room
    heading: Heading
    listed_as: str
    """What the story is called in lists: a headline, or names."""
    named_by: int | None
    """Number of the report whose headline the story bears."""
    counts: tuple[Count, ...]
    undated: tuple[Tag, ...]
    dates: str
    """From the first to the last dated report, in words."""
    glance: Glance
    kinds: tuple[tuple[str, str, int], ...]
    """Kind of discrepancy, its name, how many."""
    differences: tuple[Difference, ...]
    aside: tuple[Difference, ...]
    """Those that a person set aside."""
    timeline: TimelineView
    trajectories: tuple[TrajectoryView, ...]
    chains: tuple[ChainView, ...]
    map: MapView
    coverage: Matrix
    registers: tuple[RegisterView, ...]
    network: NetworkView
    shared: tuple[ClaimView, ...]
    single: tuple[ClaimShelf, ...]
    entities: tuple[EntityShelf, ...]
    origins: tuple[tuple[Tag, ...], ...]
    takings: tuple[Taker, ...]
    credits: tuple[CreditLine, ...]
    reports: tuple[ReportView, ...]
    skips: tuple[tuple[str, str, str], ...]
    """Stage, input, reason."""
