"""Seconds from the command line to the first finding: `careo build` of a folder, then `careo discrepancies`.

Both run as a person runs them, each in a process of its own that starts with nothing loaded.
"""

import subprocess
import sys
from pathlib import Path

from bench import asked, reports
from bench.corridor import measured

_HAPPENINGS = 4
_SKIPPED = 3
"""What `careo build` returns where something had to be skipped."""
_CAREO = (sys.executable, "-c", "from careo.cli import main; main()")


def first(root: Path, count: int) -> None:
    """Make so many reports of four happenings, build them and ask for the discrepancies; print how long that took."""
    (made,) = reports.stories(1, each=count, happenings=_HAPPENINGS)
    reports.write(root / "first", made)
    desk = str(root / "first.db")
    with measured() as building:
        _run("build", str(root / "first"), "--desk", desk)
    with measured() as asking:
        told = _run("discrepancies", "--desk", desk).splitlines()
    wall, processor = building.wall + asking.wall, building.processor + asking.processor
    print(f"first result on {count} reports, from typing the command: ", end="")
    print(asked.most(wall, asked.FIRST_RESULT, "s"))
    print(f"  careo build {building.wall:.1f} s, careo discrepancies {asking.wall:.1f} s ({len(told)} lines)")
    print(f"  {processor:.1f} s of the processor, of all processes together")


def _run(*arguments: str) -> str:
    done = subprocess.run((*_CAREO, *arguments), capture_output=True, text=True, check=False)
    if done.returncode not in (0, _SKIPPED):
        raise RuntimeError(f"careo {arguments[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout
