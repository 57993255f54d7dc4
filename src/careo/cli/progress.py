"""How far a build has come, on stderr: one line that is drawn over; now and then a line where it is no terminal."""

import sys
import time

import click

from careo.cli.layout import terminal_width
from careo.pipeline import Progress

REDRAW_SECONDS = 0.1
"""Least time between two drawings; more often only flickers."""
LINE_SECONDS = 15.0
"""Time between two lines in a log."""


class ProgressLine:
    """A callable for `Desk.build(progress=...)`; call `clear` when the build has ended."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._stage = ""
        self._began = 0.0
        self._drawn = 0.0
        self._told = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Draw how far the stage is, how fast it goes and, where the total is known, the time left."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._began, self._drawn = progress.stage, now, 0.0
        if self._live and now - self._drawn >= REDRAW_SECONDS:
            self._drawn = now
            line = describe(progress, now - self._began)[: terminal_width() - 1]
            click.echo(f"\r\x1b[K{line}", nl=False, err=True)
        elif not self._live and now - self._told >= LINE_SECONDS:
            self._told = now
            click.echo(describe(progress, now - self._began), err=True)

    def clear(self) -> None:
        """Wipe the line away."""
        if self._live:
            click.echo("\r\x1b[K", nl=False, err=True)


def describe(progress: Progress, seconds: float) -> str:
    """Return the line for a stage that has run for so many seconds."""
    of = "" if progress.total is None else f" of {progress.total}"
    line = f"{progress.stage}: {progress.done}{of}"
    if not progress.done or seconds <= 0:
        return line
    rate = progress.done / seconds
    line += f", {rate:.1f} a second"
    if progress.total is None:
        return line
    return f"{line}, {duration((progress.total - progress.done) / rate)} left"


def duration(seconds: float) -> str:
    """Return a stretch of time in words a reader takes in at once: 40 s, 3 min, 2 h 5 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{round(seconds / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
