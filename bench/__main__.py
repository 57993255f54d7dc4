"""`python -m bench [--stories N] [--comparing N] [--page N] [--pages N] [--values [DATA]] [--tagger DATA] ...`.

Speed and memory of two sets of reports. One is the demo collection, built in one process, each stage timed where the
pipeline calls it. The larger one is made up: N stories of four web pages of about 35 sentences (`bench.reports`),
built from HTML to claims with two workers; start-up, the same for one page alone, is told apart. Quote medians of
several runs, machines are noisy. With `--comparing` only one story of N such pages is built, and what follows the
reading is told by parts; with `--page` how large the page of such a story is and how fast it opens; with `--pages`
nothing is run but the reading of N small pages, with its memory on the way; with `--values` only the finding of
figures, dates and places, with `--tagger` only the tagging of the news sentences of a data folder, with `--grouping`
only the grouping of made-up reports, so many each time.
"""

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench import reports
from bench.comparing import comparing
from bench.grouping import grouping
from bench.growth import growth
from bench.opening import opening
from bench.pages import pages
from bench.tagger import tagger
from bench.values import values
from careo import Built, Desk, Settings, pipeline
from careo.model.seen import Report
from careo.text.sentences import split

STAGES = (
    "parse", "read", "annotate", "extract", "resolve", "group", "trace", "compare", "align",
)  # fmt: skip
_EXAMPLES = Path(__file__).parents[1] / "examples"
_WORKERS = 2


def main() -> int:
    """Run both sets and print their figures."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--stories", type=int, default=25, help="stories of the larger set; four reports each")
    parser.add_argument("--comparing", type=int, metavar="N", help="only one story of N reports")
    parser.add_argument("--page", type=int, metavar="N", help="only the page of one story of N reports")
    parser.add_argument("--pages", type=int, help="only read so many small pages, and watch the memory")
    parser.add_argument(
        "--values", nargs="?", const=Path(), type=Path, metavar="DATA", help="only figures, dates and places"
    )
    parser.add_argument("--tagger", type=Path, metavar="DATA", help="only the tagger")
    parser.add_argument("--grouping", type=int, nargs="+", metavar="N", help="only grouping, of N reports each time")
    parser.add_argument("--growth", type=int, nargs="+", metavar="N", help="only how the cost grows with the desk")
    options = parser.parse_args()
    if options.growth:
        growth(options.growth)
        return 0
    if options.grouping:
        grouping(options.grouping)
        return 0
    if options.tagger is not None:
        tagger(options.tagger)
        return 0
    if options.values is not None:
        values(_EXAMPLES, options.values)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if options.pages:
            pages(root, options.pages)
            return 0
        if options.page:
            opening(root, options.page)
            return 0
        if options.comparing:
            comparing(root, options.comparing)
            return 0
        shutil.copytree(_EXAMPLES / "peru", root / "peru")
        for number, story in enumerate(reports.stories(options.stories, each=4)):
            reports.write(root / "larger" / str(number), story)
        (root / "one").mkdir()
        shutil.copy(root / "larger" / "0" / "0000.html", root / "one")
        _run("peru", root)
        _corridor(root)
    return 0


def _run(name: str, root: Path) -> None:
    spent: dict[str, float] = defaultdict(float)
    for stage in STAGES:
        setattr(pipeline, stage, _timed(getattr(pipeline, stage), stage, spent))
    started = time.perf_counter()
    with Desk(root / f"{name}.db") as desk:
        built = desk.build([str(root / name)])
        wall = time.perf_counter() - started
        read = list(pipeline.records(desk._store.view, Report))
    _told(name, built, read, wall)
    for stage in STAGES:
        print(f"  {stage:<10}{spent[stage]:8.2f} s {spent[stage] / wall:6.0%}")
    print(f"  {'other':<10}{wall - sum(spent.values()):8.2f} s (store, start of the parser, gather)")


def _corridor(root: Path) -> None:
    """Build the larger set with two workers, and before it one page alone, which takes what starting takes."""
    walls: dict[str, float] = {}
    for name in ("one", "larger"):
        started = time.perf_counter()
        with Desk(root / f"{name}.db", settings=Settings(workers=_WORKERS)) as desk:
            built = desk.build([str(root / name)])
            walls[name] = time.perf_counter() - started
            read = list(pipeline.records(desk._store.view, Report))
    work = walls["larger"] - walls["one"]
    _told(f"larger, {_WORKERS} workers", built, read, walls["larger"])
    print(f"  start-up {walls['one']:.1f} s (one report alone); without it {(built.reports - 1) / work:.2f} reports/s")


def _told(name: str, built: Built, read: Sequence[Report], wall: float) -> None:
    sentences = sum(len(split(report.text, report.language)) for report in read)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{name}: {built.reports} reports, {sentences} sentences, {built.stories} stories, {built.claims} claims")
    print(f"  {wall:7.2f} s   {built.reports / wall:6.2f} reports/s   {sentences / wall:7.1f} sentences/s")
    print(f"  peak memory {peak:.0f} MiB of this process; workers and the parser beside it are not counted")


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    inner = getattr(function, "__wrapped__", function)

    def timed(*arguments: Any, **options: Any) -> Any:
        started = time.perf_counter()
        try:
            return inner(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - started

    timed.__wrapped__ = inner  # type: ignore[attr-defined]
    return timed


if __name__ == "__main__":
    sys.exit(main())
