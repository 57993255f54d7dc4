"""One story of made-up reports, from pages to claims: seconds by part of what follows the reading, and memory.

The reports tell of four happenings (`bench.reports`) and are taken for one story, whatever grouping would say.
Seconds are of the clock and of the processor, this process alone: other work on the machine adds to both, to the
processor's less.
"""

import resource
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench.reports import stories, write
from careo import Built, Desk, Settings, pipeline
from careo.model.ids import group_id
from careo.model.inferred import Story
from careo.model.seen import Report
from careo.stages import align, compare
from careo.store.sqlite import SqliteWriter

_WORKERS = 2
_HAPPENINGS = 4
_PARTS: tuple[tuple[Any, str, str], ...] = (
    (pipeline, "resolve", "resolving names"),
    (pipeline, "renderings", "vectors of sentences"),
    (pipeline, "trace", "tracing"),
    (pipeline, "docket_of", "laying records ready"),
    (pipeline, "meanings", "vectors of words"),
    (compare, "_kin", "kinship"),
    (pipeline, "compare", "comparing, kinship in it"),
    (align, "differ", "differing"),
    (pipeline, "align", "aligning, differing in it"),
    (SqliteWriter, "put_findings", "writing findings"),
    (pipeline, "find", "from vectors of words to findings"),
)


def comparing(folder: Path, count: int) -> None:
    """Read so many reports with two workers, take them for one story and print what each part took."""
    spent: dict[str, list[float]] = {}
    with ExitStack() as stack:
        for owner, name, label in _PARTS:
            stack.enter_context(put(owner, name, _timed(getattr(owner, name), spent.setdefault(label, [0.0, 0.0]))))
        started = time.perf_counter()
        built = made_desk(folder, count)
        wall = time.perf_counter() - started
    with Desk(folder / "story.db") as desk:
        judged = dict(desk.counts())["judgement"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{built.reports} reports of one story, {judged} judgements, {built.claims} claims, ", end="")
    print(f"{built.discrepancies} discrepancies; {wall:.0f} s in all, peak {peak:.0f} MiB of this process")
    print(f"{'':<36}{'seconds':>9}{'processor':>11}")
    for label, (seconds, processor) in spent.items():
        print(f"{label:<36}{seconds:>9.1f}{processor:>11.1f}")


def made_desk(folder: Path, count: int) -> Built:
    """Make so many reports and build them, with two workers, into one story at `story.db`."""
    (reports,) = stories(1, each=count, happenings=_HAPPENINGS)
    write(folder / "pages", reports)
    settings = Settings(workers=_WORKERS)
    with put(pipeline, "group", _one_story), Desk(folder / "story.db", settings=settings) as desk:
        return desk.build([str(folder / "pages")])


def _one_story(reports: Iterable[Report], *_: Any, **__: Any) -> tuple[Story, ...]:
    dated = sorted((report.date or "", report.id) for report in reports)
    ids = tuple(id_ for _, id_ in dated)
    days = [day for day, _ in dated if day]
    return (Story(group_id("story", ids), "made up", ids, days[0], days[-1], ()),)


@contextmanager
def put(owner: Any, name: str, function: Callable[..., Any]) -> Iterator[None]:
    """Let something else stand in for a function while the work inside goes on."""
    kept = getattr(owner, name)
    setattr(owner, name, function)
    try:
        yield
    finally:
        setattr(owner, name, kept)


def _timed(function: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **options: Any) -> Any:
        began = time.perf_counter(), time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            spent[0] += time.perf_counter() - began[0]
            spent[1] += time.process_time() - began[1]

    return timed
