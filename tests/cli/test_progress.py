"""Progress on stderr."""

import pytest

from careo.cli.progress import ProgressLine, describe, duration
from careo.pipeline import Progress


def test_rate_and_time_left() -> None:
    """Where the total is known, the line says how fast it goes and how long it will take."""
    assert describe(Progress("read", 10, 40), 5.0) == "read: 10 of 40, 2.0 a second, 15 s left"


def test_no_time_left_without_a_total() -> None:
    """Where the total is unknown, no time is made up."""
    assert describe(Progress("gather", 3, None), 1.5) == "gather: 3, 2.0 a second"


def test_no_rate_at_the_start() -> None:
    """Nothing done yet, no rate."""
    assert describe(Progress("read", 0, 40), 0.0) == "read: 0 of 40"


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "0 s"), (59, "59 s"), (185, "3 min"), (7500, "2 h 5 min")])
def test_durations_are_readable(seconds: float, words: str) -> None:
    """A stretch of time is said in at most two units."""
    assert duration(seconds) == words


def test_silent_where_stderr_is_no_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    """In a log or a pipe no drawing appears."""
    line = ProgressLine()
    line(Progress("read", 1, 2))
    line.clear()
    assert capfd.readouterr() == ("", "")
