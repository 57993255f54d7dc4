"""What the template of the map sees."""

from dataclasses import dataclass

from careo.render.drawing.labels import Label
from careo.render.drawing.sketch import Sketch


@dataclass(frozen=True, slots=True)
class MarkView:
    """A place on the paper."""

    number: int
    look: str
    """`point`, `area` or `country`, with `open` where the name could mean another place too."""
    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A way from one place to another."""

    path: str
    happened: bool
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A length on the paper and what it is on the ground; its left end."""

    x: float
    y: float
    length: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One map, drawn."""

    width: float
    height: float
    sketch: Sketch
    marks: tuple[MarkView, ...]
    lines: tuple[LineView, ...]
    names: tuple[Label, ...]
    """For wide paper."""
    numbers: tuple[Label, ...]
    """For a phone: the numbers of the table."""
    grounds: tuple[Label, ...]
    """Names of countries."""
    scale: Scale | None
    frames: tuple[tuple[float, float, float, float], ...]
    """What the large map shows, drawn on the small one: x, y, width, height; twice where it goes over the date line."""


@dataclass(frozen=True, slots=True)
class SpellingView:
    """How a language spells a place."""

    text: str
    code: str
    direction: str
    language: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the table."""

    number: int
    name: str
    entity: int | None
    country: str
    kind: str
    precision: str
    wide: bool
    """Whether it is an area."""
    candidates: tuple[str, ...]
    roles: str
    claims: tuple[int, ...]
    """Numbers of the first claims, then of the rest."""
    more: tuple[int, ...]
    carried: str
    spellings: tuple[SpellingView, ...]
    reason: str
    """Why it is not on the map; in English."""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of a story: large, small, and as tables."""

    main: Chart | None
    """`None` where no place could be placed."""
    world: Chart | None
    """The whole world, with a frame; `None` where the large map shows it already."""
    outside: tuple[tuple[int, str], ...]
    """Number and name of what lies outside the large map."""
    placed: tuple[PlaceRow, ...]
    unplaced: tuple[PlaceRow, ...]
    routes: tuple[tuple[str, str, bool, tuple[int, ...]], ...]
    """From, to, whether it happened, claims."""
    summary: str
