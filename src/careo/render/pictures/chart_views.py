"""What the template of a chart sees: per cent across, pixels up and down, words as they are written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TickView:
    """A mark of the axis."""

    at: str
    words: str
    """Empty where there is no room for them."""
    anchor: str
    wide: bool
    """Whether they have room only on a wide screen."""


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis of time."""

    ticks: tuple[TickView, ...]
    cuts: tuple[str, ...]
    """Where an empty stretch is left out."""


@dataclass(frozen=True, slots=True)
class Rise:
    """A line of one value across the chart."""

    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of one reporter."""

    at: str
    shift: int
    """Pixels to the right of others with the same value and date."""
    tops: tuple[float, ...]
    """Where it stands: two for a range, which is no point in between."""
    shape: str
    hollow: bool
    """Whether the date is only that of the report."""
    upward: bool
    """Whether it is a least value: open upward."""
    downward: bool
    backward: bool


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a value is of, where that is more than a day."""

    left: str
    right: str
    y: float


@dataclass(frozen=True, slots=True)
class Held:
    """The values last told, from the lowest to the highest, until the next are."""

    left: str
    width: str
    right: str
    top: float
    bottom: float
    riser: tuple[float, float] | None
    """From where to where it steps then; `None` where the next values reach as far."""


@dataclass(frozen=True, slots=True)
class Words:
    """A value written at its mark."""

    at: str
    shift: int
    y: float
    words: str
    wide: bool
    """Whether there is room only on a wide screen."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """The values of one quantity over time."""

    id: str
    description: str
    unit: str
    height: int
    rises: tuple[Rise, ...]
    axis: AxisView
    held: tuple[Held, ...]
    differing: tuple[tuple[str, float, float], ...]
    """Where values of one date cannot both hold: place, top, bottom."""
    periods: tuple[Period, ...]
    marks: tuple[Mark, ...]
    words: tuple[Words, ...]
    shapes: tuple[tuple[str, str], ...]
    """Shape and language."""
    hollow: bool
    backward: bool
    undrawn: int
    """Values without a date, which only the table has."""
