"""`python -m bench`: how fast careo is and how much memory it takes, beside what is asked of it.

Without options the short set runs: less than five minutes on two idle cores. Each option runs one part alone, and
`--growth` and the larger numbers take longer. Machines are noisy: quote medians of several runs, and where other work
goes on beside, the seconds of the processor. What was measured, and on what, stands in `docs/speed.md`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.comparing import comparing
from bench.corridor import EXAMPLES, corridor, demo
from bench.first import first
from bench.grouping import grouping
from bench.growth import grow
from bench.opening import opening
from bench.pages import pages
from bench.plot import plot
from bench.spanish import spanish
from bench.tagger import tagger
from bench.values import values

_MANY: Mapping[str, Any] = {"type": int, "metavar": "N"}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is measured, as an option of its name."""

    name: str
    help: str
    run: Callable[[Path, Any], None]
    """Takes an empty folder and the option's value, and prints."""
    takes: Mapping[str, Any] = field(default_factory=lambda: _MANY)
    """How argparse reads the value."""
    short: Any = None
    """The value in the short set; `None` for a part that is not in it."""


PARTS = (
    Part("demo", "the demo collection in one process, stage by stage", lambda root, _: demo(root),
         {"action": "store_const", "const": True}, short=True),
    Part("stories", "N stories of four reports from HTML to claims, two workers: reports a second", corridor, short=15),
    Part("first", "N reports in a fresh process: seconds to the first finding", first, short=50),
    Part("pages", "read N small pages in one run: memory on the way", pages, short=1000),
    Part("spanish", "N Spanish reports beside spaCy's Spanish pipeline", spanish, short=12),
    Part("growth", "a desk grown to N reports each time: what it costs, kept in growth.jsonl",
         grow, {**_MANY, "nargs": "+"}),
    Part("plot", "draw the rows that --growth wrote, and write them into docs/speed.md", lambda _, file: plot(file),
         {"type": Path, "metavar": "FILE"}),
    Part("comparing", "one story of N reports: what follows the reading, by part", comparing),
    Part("page", "the page of one story of N reports: size, making, opening", opening),
    Part("grouping", "grouping of N made-up reports each time", lambda _, sizes: grouping(sizes),
         {**_MANY, "nargs": "+"}),
    Part("values", "figures, dates and places, sentences a second", lambda _, data: values(EXAMPLES, data),
         {"nargs": "?", "const": Path(), "type": Path, "metavar": "DATA"}),
    Part("tagger", "the tagger on the news sentences of a data folder, by language", lambda _, data: tagger(data),
         {"type": Path, "metavar": "DATA"}),
)  # fmt: skip


def main() -> int:
    """Run the parts asked for, else the short set, each in a folder of its own."""
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for part in PARTS:
        parser.add_argument(f"--{part.name}", help=part.help, **part.takes)
    given = vars(parser.parse_args())
    chosen = [(part, given[part.name]) for part in PARTS if given[part.name] is not None]
    for part, value in chosen or [(part, part.short) for part in PARTS if part.short is not None]:
        _run(part, value)
    return 0


def _run(part: Part, value: Any) -> None:
    began = time.perf_counter()
    print(f"--{part.name}: {part.help}")
    with tempfile.TemporaryDirectory() as folder:
        part.run(Path(folder), value)
    print(f"  ({time.perf_counter() - began:.0f} s)\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
