"""The whole way from web pages to claims: a made-up collection built with two workers, and the demo stage by stage.

The collection is N stories of four pages of about 35 sentences (`bench.reports`). One page alone is built first: what
that takes is starting, and is told apart. Seconds are of the clock; those of the processor, of every process together,
say more where other work goes on beside.
"""

import resource
import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import asked, reports
from bench.comparing import put
from careo import Built, Desk, Settings, pipeline
from careo.model.seen import Report
from careo.text.sentences import split

STAGES = (
    "parse", "read", "annotate", "extract", "resolve", "group", "trace", "compare", "align",
)  # fmt: skip
EXAMPLES = Path(__file__).parents[1] / "examples"
_WORKERS = 2


@dataclass(slots=True)
class Spent:
    """What a piece of work took."""

    wall: float = 0.0
    processor: float = 0.0
    """Seconds of the processor in this process and in all that it started and that have ended."""


@contextmanager
def measured() -> Iterator[Spent]:
    """Measure the work inside; the figures are there at its end."""
    spent = Spent()
    began = time.perf_counter(), _processor()
    yield spent
    spent.wall, spent.processor = time.perf_counter() - began[0], _processor() - began[1]


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def corridor(root: Path, stories: int) -> None:
    """Build so many stories with two workers, and before them one page alone; print reports a second."""
    for number, story in enumerate(reports.stories(stories, each=4)):
        reports.write(root / "larger" / str(number), story)
    (root / "one").mkdir()
    shutil.copy(root / "larger" / "0" / "0000.html", root / "one")
    start, _, _ = _built(root, "one")
    spent, built, read = _built(root, "larger")
    _told(f"made-up collection, {_WORKERS} workers", built, read, spent)
    pace = (built.reports - 1) / (spent.wall - start.wall)
    own = (spent.processor - start.processor) / (built.reports - 1)
    print(f"  start {start.wall:.1f} s (one report alone), {start.processor:.1f} s of the processor")
    print(f"  after start {asked.least(pace, asked.REPORTS_A_SECOND, 'reports/s')}")
    print(f"  a report takes {own:.2f} s of the processor: {_WORKERS / own:.2f} reports/s of {_WORKERS} idle cores")


def _built(root: Path, name: str) -> tuple[Spent, Built, Sequence[Report]]:
    with measured() as spent, Desk(root / f"{name}.db", settings=Settings(workers=_WORKERS)) as desk:
        built = desk.build([str(root / name)])
    with Desk(root / f"{name}.db") as desk:
        return spent, built, read_of(desk)


def read_of(desk: Desk) -> list[Report]:
    """Return every report of a desk."""
    found = (desk.get(id_) for story in desk.stories() for id_ in story.reports)
    return [report for report in found if isinstance(report, Report)]


def demo(root: Path) -> None:
    """Build the demo collection in one process and print what each stage took, where the pipeline calls it."""
    spent: dict[str, float] = defaultdict(float)
    with ExitStack() as stack:
        for stage in STAGES:
            stack.enter_context(put(pipeline, stage, _timed(getattr(pipeline, stage), stage, spent)))
        desk = stack.enter_context(Desk(root / "demo.db"))
        with measured() as whole:
            built = desk.build([str(EXAMPLES / "peru")])
        _told("demo collection, one process", built, read_of(desk), whole)
    for stage in STAGES:
        print(f"  {stage:<10}{spent[stage]:8.2f} s {spent[stage] / whole.wall:6.0%}")
    print(f"  {'other':<10}{whole.wall - sum(spent.values()):8.2f} s (vectors, store, start of the parser, gather)")


def _told(name: str, built: Built, read: Sequence[Report], spent: Spent) -> None:
    sentences = sum(len(split(report.text, report.language)) for report in read)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {built.reports} reports, {sentences} sentences, {built.stories} stories, {built.claims} claims")
    print(f"  {spent.wall:.1f} s, {spent.processor:.1f} s of the processor; ", end="")
    print(f"{built.reports / spent.wall:.2f} reports/s, {sentences / spent.wall:.1f} sentences/s, start included")
    print(f"  peak memory {peak:.0f} MiB of this process; workers and the parser beside it are not counted")


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - started

    return timed
