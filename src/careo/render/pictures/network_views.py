"""What the template of the network sees."""

from dataclasses import dataclass

from careo.model.derived import TieType
from careo.model.seen import MentionType
from careo.render.drawing.springs import Box
from careo.render.drawing.strokes import Stroke
from careo.render.quoting.views import Badge, Quoted


@dataclass(frozen=True, slots=True)
class NodeView:
    """One who is drawn: the corner and size of the box, and the lines of the name with where they stand."""

    box: Box
    kind: MentionType
    lines: tuple[tuple[float, str], ...]

    @property
    def left(self) -> float:
        """Return where the box begins, in pixels."""
        return round(self.box.x - self.box.width / 2, 1)

    @property
    def top(self) -> float:
        """Return where the box begins, in pixels."""
        return round(self.box.y - self.box.height / 2, 1)


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One line of the drawing."""

    stroke: Stroke
    number: int
    words: str
    """Number in the list, what was done, and the sign of what was not."""
    look: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """One end of a tie."""

    name: str
    href: str
    """Empty for whom only a noun tells."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One sentence that says it."""

    report: int
    badges: tuple[Badge, ...]
    sentence: Quoted
    carried: tuple[Quoted, ...]
    """Sentences before it in which an end is named that this one takes up."""


@dataclass(frozen=True, slots=True)
class TieView:
    """One row of the list."""

    number: int
    type: TieType
    one: PartyView
    deed: str
    other: PartyView
    arrow: str
    when: tuple[str, ...]
    """Every time that one of the sentences gives."""
    status: Badge
    claims: tuple[int, ...]
    reports: tuple[int, ...]
    said: tuple[SaidView, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The drawing and the list."""

    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    width: int
    height: int
    left_out: int
    """How many of those who are tied are in the list only."""
    shared: tuple[TieView, ...]
    """Those that several reports tell of."""
    single: tuple[TieView, ...]
    kinds: tuple[tuple[TieType, str, int], ...]
    """What was done, in words, and how many ties there are of it."""
