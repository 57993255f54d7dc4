"""How the cost grows with the desk, drawn: rows of `bench.growth` as a picture and a table, for `docs/speed.md`."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bench import asked

Row = Mapping[str, float]
"""The fields of `bench.growth.Growth`."""

_DOCS = Path(__file__).parents[1] / "docs"
PICTURE, PAGE = _DOCS / "img" / "growth.svg", _DOCS / "speed.md"
_BEGIN, _END = "<!-- growth: written by python -m bench --plot -->", "<!-- end of growth -->"
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 380, 210, 50, 34, 28, 34
"""Of one panel, in pixels, and what stands around its lines."""
_TICKS = 4
_STYLE = """
svg{font:11px system-ui,sans-serif;fill:#222}.title{font-weight:600;font-size:12px}.note{fill:#666}
.grid{stroke:#ddd}.line{fill:none;stroke:#1a5a96;stroke-width:2}.dot{fill:#1a5a96}
.asked{stroke:#b3541e;stroke-dasharray:5 3}.limit{fill:#b3541e}.ground{fill:#fff}
@media(prefers-color-scheme:dark){svg{fill:#ddd}.note{fill:#aaa}.grid{stroke:#444}.line{stroke:#7db4e8}
.dot{fill:#7db4e8}.asked{stroke:#e8a06f}.limit{fill:#e8a06f}.ground{fill:#1b1b1b}}"""
_WHOLE = (
    ("building, s", "seconds"), ("nothing new, s", "again_seconds"), ("relating all anew, s", "relate_seconds"),
    ("one more, s of the processor", "one_more_cpu_seconds"),
)  # fmt: skip
"""Columns of the table that are not drawn."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One line of the picture and one column of the table."""

    title: str
    heading: str
    value: Callable[[Row], float]
    asked: float | None = None


def _each(row: Row, name: str) -> float:
    return 1000 * row[name] / row["reports"]


PANELS = (
    Panel("Seconds of one report more", "one more, s", lambda row: row["one_more_seconds"], asked.ONE_MORE),
    Panel("Milliseconds of building, by report", "building, ms each", lambda row: _each(row, "seconds")),
    Panel("Peak memory of the process, MiB", "memory, MiB", lambda row: row["peak_mib"]),
    Panel("The desk file, kB a report", "desk, kB each", lambda row: _each(row, "desk_mb")),
)  # fmt: skip


def plot(file: Path) -> None:
    """Write picture and table from a file of rows, one JSON object a line."""
    rows = rows_of(file)
    PICTURE.write_text(picture(rows), encoding="utf-8")
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN, 1)
    told = f"![What a desk costs as it grows](img/{PICTURE.name})\n\n{table(rows)}"
    PAGE.write_text(f"{before}{_BEGIN}\n{told}\n{_END}{rest.split(_END, 1)[1]}", encoding="utf-8")
    print(table(rows))
    print(f"written: {PICTURE} and the table of {PAGE}")


def rows_of(file: Path) -> list[Row]:
    """Return the rows of a file, by size; of several of one size the last."""
    found = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    by_size: dict[float, Row] = {row["reports"]: row for row in found}
    return [by_size[size] for size in sorted(by_size)]


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown, of the whole cost and of what it is for one report."""
    heads = ("reports", *(head for head, _ in _WHOLE), *(panel.heading for panel in PANELS))
    lines = ["| " + " | ".join(heads) + " |", "|" + "---:|" * len(heads)]
    for row in rows:
        cells = [f"{row['reports']:,.0f}", *(_number(row[name]) for _, name in _WHOLE)]
        cells += [_number(panel.value(row)) for panel in PANELS]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def picture(rows: Sequence[Row]) -> str:
    """Return the four panels as one SVG; sizes of desks on a logarithmic axis, costs from 0."""
    width, height = 2 * _WIDTH, 2 * _HEIGHT
    panels = "\n".join(
        f'<g transform="translate({n % 2 * _WIDTH},{n // 2 * _HEIGHT})">{"".join(_panel(panel, rows))}</g>'
        for n, panel in enumerate(PANELS)
    )
    said = f"What a desk costs as it grows from {rows[0]['reports']:,.0f} to {rows[-1]['reports']:,.0f} reports"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img"><title>{said}</title><style>{_STYLE}</style>'
        f'<rect class="ground" width="{width}" height="{height}"/>\n{panels}\n</svg>\n'
    )


def _panel(panel: Panel, rows: Sequence[Row]) -> Iterator[str]:
    values = [panel.value(row) for row in rows]
    step = _step(max(*values, values[0], panel.asked or 0) / _TICKS)
    top = step * math.ceil(max(*values, values[0], panel.asked or 0) / step)
    logs = [math.log10(row["reports"]) for row in rows]
    span = (logs[-1] - logs[0]) or 1.0

    def x(log: float) -> float:
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * (log - logs[0]) / span, 1)

    def y(value: float) -> float:
        return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top, 1)

    yield f'<text class="title" x="{_LEFT}" y="18">{escape(panel.title)}</text>'
    for n in range(round(top / step) + 1):
        at = y(n * step)
        yield f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at}" y2="{at}"/>'
        yield f'<text class="note" x="{_LEFT - 6}" y="{at + 4}" text-anchor="end">{_number(n * step)}</text>'
    for row, log in zip(rows, logs, strict=True):
        label = f"{row['reports']:,.0f}"
        yield f'<text class="note" x="{x(log)}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{label}</text>'
    if panel.asked is not None:
        at = y(panel.asked)
        yield f'<line class="asked" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at}" y2="{at}"/>'
        yield f'<text class="limit" x="{_LEFT + 4}" y="{at - 4}">asked: at most {panel.asked:g}</text>'
    points = [(x(log), y(value)) for log, value in zip(logs, values, strict=True)]
    yield f'<polyline class="line" points="{" ".join(f"{a},{b}" for a, b in points)}"/>'
    for (a, b), value in zip(points, values, strict=True):
        yield f'<circle class="dot" cx="{a}" cy="{b}" r="3"><title>{_number(value)}</title></circle>'


def _step(least: float) -> float:
    """Return the next of 1, 2 and 5 with zeros."""
    power = 10 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next(n * power for n in (1, 2, 5, 10) if n * power >= least)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == 0 else f"{value:.3g}"
