"""`python -m bench [--copies N] [--pages N] [--values [DATA]] [--tagger DATA] [--grouping N ...]`: speed, memory.

Two sets of reports are built, with peak memory and time by stage. One is the demo collection; the larger one is the
small collection with every figure, name and date replaced from N seeds, so that no text repeats. Each stage is timed
where the pipeline calls it, in one process; quote medians of several runs, machines are noisy. With `--pages`
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
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.swap import EXAMPLES, make_swap, write

from bench.grouping import grouping
from bench.pages import pages
from bench.tagger import tagger
from bench.values import values
from careo import Desk, pipeline
from careo.text.sentences import split

STAGES = (
    "parse", "read", "annotate", "extract", "resolve", "group", "trace", "compare", "align",
)  # fmt: skip


def main() -> int:
    """Run both sets and print their figures."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--copies", type=int, default=25, help="seeds of the larger set; four reports each")
    parser.add_argument("--pages", type=int, help="only read so many small pages, and watch the memory")
    parser.add_argument(
        "--values", nargs="?", const=Path(), type=Path, metavar="DATA", help="only figures, dates and places"
    )
    parser.add_argument("--tagger", type=Path, metavar="DATA", help="only the tagger")
    parser.add_argument("--grouping", type=int, nargs="+", metavar="N", help="only grouping, of N reports each time")
    options = parser.parse_args()
    if options.grouping:
        grouping(options.grouping)
        return 0
    if options.tagger is not None:
        tagger(options.tagger)
        return 0
    if options.values is not None:
        values(EXAMPLES.parent, options.values)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if options.pages:
            pages(root, options.pages)
            return 0
        shutil.copytree(EXAMPLES.parent / "peru", root / "peru")
        for seed in range(options.copies):
            write(root / "larger" / str(seed), make_swap(seed))
        for name in ("peru", "larger"):
            _run(name, root)
    return 0


def _run(name: str, root: Path) -> None:
    spent: dict[str, float] = defaultdict(float)
    for stage in STAGES:
        setattr(pipeline, stage, _timed(getattr(pipeline, stage), stage, spent))
    started = time.perf_counter()
    with Desk(root / f"{name}.db") as desk:
        built = desk.build([str(root / name)])
        wall = time.perf_counter() - started
        reports = list(pipeline.records(desk._store.view, pipeline.Report))
    sentences = sum(len(split(report.text, report.language)) for report in reports)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{name}: {built.reports} reports, {sentences} sentences, {built.stories} stories, {built.claims} claims")
    print(f"  {wall:7.2f} s   {built.reports / wall:6.1f} reports/s   {sentences / wall:7.1f} sentences/s")
    print(f"  peak memory {peak:.0f} MiB of this process; the parser beside it is not counted")
    for stage in STAGES:
        print(f"  {stage:<10}{spent[stage]:8.2f} s {spent[stage] / wall:6.0%}")
    print(f"  {'other':<10}{wall - sum(spent.values()):8.2f} s (store, start of the parser, gather)")


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
