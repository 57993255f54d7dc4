"""Who carries what: claims by outlet and language, with silence, first report and disagreement marked."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from careo.model.inferred import Claim
from careo.model.seen import Statement
from careo.render.quoting.index import Index
from careo.render.quoting.views import Gloss, Tag
from careo.render.quoting.witness import gloss
from careo.render.sections.glance import first_in
from careo.render.sections.lines import RELIANCE

_CELLS = 12_000
"""Cells shown: of 300 outlets 200 rows would be as many elements as all their reports."""
_ROWS = 200
"""Claims shown, most carried first: more rows than that are searched in the list of claims, not looked over."""
_SIGNS = {
    "tells": ("●", "tells it"),
    "denies": ("✕", "denies it"),
    "differs": ("≠", "gives a value that contradicts another"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet does with one claim."""

    glyph: str
    words: str
    """Empty where the outlet is silent on it."""
    look: str
    report: int | None
    """Its first report that tells of it."""
    first: bool
    """Whether no dated report was before it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The outlets of one language."""

    language: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One claim across all outlets."""

    claim: int
    gloss: Gloss
    cells: tuple[Cell, ...]
    origins: int
    first: tuple[Tag, ...]
    absent: str
    """Languages of the story in which no report tells it."""
    rests_on: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The claims of more than one report, by outlet."""

    groups: tuple[Group, ...]
    lines: tuple[Line, ...]
    more: int
    """Claims of several reports beyond those shown."""
    alone: int
    """Claims that stand in one report only."""


_SILENT = Cell("", "", "", None, first=False)


def matrix(index: Index) -> Matrix:
    """Return the matrix; a publisher that writes in two languages has a column in each."""
    columns = _columns(index)
    shared = [claim for claim in index.claims if len(claim.reports) > 1]
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for language, outlet in columns:
        groups[language].append(outlet)
    disputed = _disputed(index)
    rows = min(_ROWS, _CELLS // len(columns))
    return Matrix(
        groups=tuple(Group(language, tuple(outlets)) for language, outlets in groups.items()),
        lines=tuple(_line(index, claim, columns, disputed) for claim in shared[:rows]),
        more=max(0, len(shared) - rows),
        alone=len(index.claims) - len(shared),
    )


def _columns(index: Index) -> dict[tuple[str, str], int]:
    """Return language and outlet of each column, in order, with its place."""
    found = {_column(index, report.id) for report in index.dossier.reports}
    return {column: place for place, column in enumerate(sorted(found))}


def _column(index: Index, report_id: str) -> tuple[str, str]:
    report = index.report(report_id)
    return index.speech.language(report.language), index.outlet(report)


def _disputed(index: Index) -> Mapping[str, frozenset[str]]:
    """Return the statements of each claim that take part in an open contradiction."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in index.dossier.discrepancies:
        if one.type == "contradiction" and one.dismissed is None:
            found[one.claim].update(id_ for value in one.values for id_ in value.statements)
    return {claim: frozenset(ids) for claim, ids in found.items()}


def _line(
    index: Index, claim: Claim, columns: Mapping[tuple[str, str], int], disputed: Mapping[str, frozenset[str]]
) -> Line:
    first = first_in(index, claim)
    told: defaultdict[int, list[Statement]] = defaultdict(list)
    for id_ in claim.statements:
        statement = index.statement(id_)
        told[columns[_column(index, statement.report)]].append(statement)
    early = frozenset(tag.number for tag in first)
    against = disputed.get(claim.id, frozenset())
    known = index.carried[claim.id]
    return Line(
        claim=index.numbers[claim.id],
        gloss=gloss(index, claim),
        cells=tuple(
            _cell(index, told[place], early, against) if place in told else _SILENT for place in columns.values()
        ),
        origins=len(claim.origins),
        first=first,
        absent=", ".join(map(index.speech.language, known.absent)),
        rests_on=index.speech(RELIANCE[known.rests_on]),
    )


def _cell(index: Index, told: list[Statement], early: frozenset[int], against: frozenset[str]) -> Cell:
    if all(statement.polarity != "affirmed" for statement in told):
        look = "denies"
    else:
        look = "differs" if any(statement.id in against for statement in told) else "tells"
    numbers = sorted(index.numbers[statement.report] for statement in told)
    glyph, said = _SIGNS[look]
    return Cell(glyph, index.speech(said), look, numbers[0], first=not early.isdisjoint(numbers))
