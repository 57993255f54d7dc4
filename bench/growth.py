"""How the cost grows with the desk: one desk of made-up short pages (`bench.grown`), looked at when it has so many.

Each row is written to a file as soon as it is measured, one line of JSON with the fields of `Growth`, so a run that is
broken off loses nothing that it told. Start-up is left out: engines and word lists are loaded before the clock runs.
"""

import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.grown import grown
from bench.reports import page_of
from careo import Desk, pipeline

ROWS = Path("growth.jsonl")
"""Where the rows are kept."""
_DESK = "careo.db"
_MORE = 3
"""Reports that come one by one; their median counts."""
_WARM = 30
"""Reports that are built and thrown away before the clock runs: with them every language was met."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a desk of so many reports costs."""

    reports: int
    seconds: float
    """To take all in and compare them, from pages to claims: all builds together that led here."""
    one_more_seconds: float
    """For one report more, from its page to its claims."""
    one_more_cpu_seconds: float
    """The same, counted in this process's own time: on a busy machine the fairer figure."""
    again_seconds: float
    """For the same inputs once more, with nothing new."""
    relate_seconds: float
    """To relate all reports anew: who is who, which belong together, who took from whom."""
    peak_mib: float
    """Most memory this process and the parser beside it had so far, in MiB."""
    desk_mb: float
    """Size of the desk file in MB."""


def grow(_: Path, counts: Sequence[int]) -> None:
    """Measure as a part of the bench."""
    growth(counts)


def growth(counts: Sequence[int], rows: Path = ROWS) -> list[Growth]:
    """Grow one desk to each of the counts, measure it there, print and keep the row."""
    print(f"{'reports':>8}{'all s':>9}{'one more s':>12}{'(CPU)':>8}{'again s':>9}{'relate s':>10}{'MiB':>7}{'MB':>7}")
    found: list[Growth] = []
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        made = enumerate(grown(max(counts) + _MORE))
        with Desk(":memory:") as first:
            engines = first.engines
            first.build([_page(pages / "warm", number, report) for number, report in enumerate(grown(_WARM))])
        with Desk(pages.parent / _DESK, engines=engines) as desk:
            spent = 0.0
            for count in sorted(counts):
                while len(list(pages.glob("desk/*/*"))) < count:
                    _page(pages / "desk", *next(made))
                spent += _timed(lambda: desk.build([str(pages / "desk")]))[0]
                row = _row(desk, count, spent, lambda: _page(pages / "desk", *next(made)), pages)
                found.append(row)
                _keep(rows, row)
    return found


def _row(desk: Desk, count: int, spent: float, another: Callable[[], str], pages: Path) -> Growth:
    related: list[float] = []
    inner = pipeline.relate
    pipeline.relate = _told(inner, related)
    try:
        again = _timed(lambda: desk.build([str(pages / "desk")]))[0]
        related.clear()
        more = [_timed(lambda: desk.build([another()])) for _ in range(_MORE)]
        desk.build([], settle=True)
    finally:
        pipeline.relate = inner
    walls, cpus = zip(*more, strict=True)
    size = sum(os.path.getsize(path) for path in pages.parent.glob(f"{_DESK}*"))
    # On a small desk each of them related all anew, and nothing was left to settle.
    whole = related[:_MORE] if count < pipeline.LARGE else related[_MORE:]
    return Growth(
        reports=count,
        seconds=round(spent, 1),
        one_more_seconds=round(statistics.median(walls), 2),
        one_more_cpu_seconds=round(statistics.median(cpus), 2),
        again_seconds=round(again, 2),
        relate_seconds=round(statistics.median(whole), 2),
        peak_mib=round(_peak(), 0),
        desk_mb=round(size / 1e6, 1),
    )


def _told(relate: Callable[..., None], related: list[float]) -> Callable[..., None]:
    def timed(*arguments: Any, **options: Any) -> None:
        related.append(_timed(lambda: relate(*arguments, **options))[0])

    return timed


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def _page(folder: Path, number: int, report: Any) -> str:
    path = folder / f"{number // 1000:03}" / f"{number:06}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page_of(report), encoding="utf-8")
    return str(path)


def _peak() -> float:
    """Return the most memory of this process and its children in MiB; only its own where Linux does not say."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    try:
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        told = [Path(f"/proc/{pid}/status").read_text() for pid in children]
    except OSError:
        return own
    return own + sum(int(text.partition("VmHWM:")[2].split()[0]) / 1024 for text in told if "VmHWM:" in text)


def _keep(rows: Path, row: Growth) -> None:
    with rows.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(row)) + "\n")
    print(
        f"{row.reports:>8}{row.seconds:>9.1f}{row.one_more_seconds:>12.2f}{row.one_more_cpu_seconds:>8.2f}"
        f"{row.again_seconds:>9.2f}{row.relate_seconds:>10.1f}{row.peak_mib:>7.0f}{row.desk_mb:>7.1f}",
        flush=True,
    )
