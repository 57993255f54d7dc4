"""What the template of the registers sees."""

from dataclasses import dataclass

from careo.render.quoting.views import Badge, Link
from careo.render.sections.cells import Given


@dataclass(frozen=True, slots=True)
class RowView:
    """One claim."""

    claim: int
    cells: tuple[tuple[Given, ...], ...]
    """In the order of the heads."""
    badges: tuple[Badge, ...]
    reports: tuple[int, ...]
    origins: int
    differences: tuple[Link, ...]
    gaps: tuple[str, ...]
    """Stages that no report was found to tell of."""


@dataclass(frozen=True, slots=True)
class TableView:
    """Claims as a table."""

    heads: tuple[str, ...]
    """Of the columns in which one of the claims has a value; what was done comes first."""
    rows: tuple[RowView, ...]
    """By time, then number."""


@dataclass(frozen=True, slots=True)
class HolderView:
    """An office as the reports give it to somebody."""

    name: str
    href: str
    office: str
    spellings: tuple[tuple[str, str, str], ...]
    """Those beside the name: spelling, language code and direction."""
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """One register."""

    key: str
    title: str
    note: str
    open: TableView
    folded: TableView
    """Claims of one report, where they are many."""
    bare: int
    """Claims of this family that give none of the columns a value: they are not listed."""
    holders: tuple[HolderView, ...] = ()
