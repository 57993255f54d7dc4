"""Many small pages in one run: pages a second, and the memory of this process and of the parser beside it.

Each page is read as a build reads it, from the file to the report; nothing is stored, so that what grows is the
readers' own. Memory is what Linux calls resident; elsewhere it is not shown.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from careo import Settings
from careo.gather import gather
from careo.model.seen import Received
from careo.readers.guard import parse
from careo.stages.read import read

_POINTS = 10
"""How often memory is looked at."""
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Council of Ford {n} votes on its budget</title>
<meta property="article:published_time" content="2024-{month:02}-{day:02}T09:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/{n}">Ford {n}</a></nav><article><h1>Council of Ford {n} votes on its budget</h1>
<p>The council of Ford {n} passed a budget of {n} million crowns on Monday, with {yes} members in favour.</p>
<p>Some {crowd} people had gathered in front of the hall in protest, number {n} of a series of such evenings.</p>
<p>"We shall be back for the reading of paragraph {n}," said a speaker of the opposition after the vote.</p></article>
<footer>All rights reserved by the Ford {n} Gazette</footer></body></html>"""


def pages(folder: Path, count: int) -> None:
    """Make `count` pages in the folder, read them in one run and print what it took."""
    for n in range(count):
        below = folder / f"{n // 1000:03}"
        below.mkdir(exist_ok=True)
        page = _PAGE.format(n=n, month=n % 12 + 1, day=n % 28 + 1, yes=n % 40 + 11, crowd=n * 7 + 20)
        (below / f"{n:06}.html").write_text(page, encoding="utf-8")
    started, reports = time.perf_counter(), 0
    print(f"{'pages':>8}{'pages/s':>10}{'this MiB':>10}{'parser MiB':>12}")
    for done, received in enumerate(_received(folder), start=1):
        reports += len(read(received, parse(received, Settings())))
        if done % max(count // _POINTS, 1) == 0:
            speed = done / (time.perf_counter() - started)
            own, child = _resident(os.getpid()), sum(_resident(pid) for pid in _children())
            print(f"{done:>8}{speed:>10.1f}{own:>10.1f}{child:>12.1f}")
    print(f"{reports} reports of {count} pages in {time.perf_counter() - started:.1f} s")


def _received(folder: Path) -> Iterator[Received]:
    for item in gather([str(folder)], Settings()):
        assert isinstance(item, Received), item
        yield item


def _resident(pid: int) -> float:
    """Return the resident memory of a process in MiB; not a number where the system does not say."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return float("nan")


def _children() -> list[int]:
    try:
        return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
    except OSError:
        return []
