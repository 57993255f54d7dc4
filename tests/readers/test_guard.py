"""The wall round the parsers."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from careo.errors import ParserDied, TooLarge, UnreadableInput
from careo.readers.base import Article
from careo.readers.guard import parse
from careo.settings import Settings
from tests.make import make_received as received
from tests.readers.hostile import Hostile

SETTINGS = Settings(parse_seconds=1.5, max_text_chars=1000)


def obey(order: str, settings: Settings = SETTINGS) -> tuple[Article, ...]:
    """Let the hostile reader do something in the child."""
    return parse(received(order), settings, readers=(Hostile(),))


def child_of(order: str = "who are you") -> int:
    """Return the process id of the child that serves this process."""
    return int(obey(order)[0].title or "")


def is_running(process: int) -> bool:
    """Tell whether a process runs; one that waits to be reaped does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def ends(process: int, seconds: float = 10.0) -> bool:
    """Tell whether a process ends within some time."""
    until = time.monotonic() + seconds
    while is_running(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_running(process)


def test_one_child_serves_many_inputs() -> None:
    """The parser's process is not this one, and stays for the next input."""
    first = child_of()
    assert first != os.getpid()
    assert child_of("again") == first


def test_a_parser_opens_only_its_own_rooms() -> None:
    """The child starts in a third of the time, since the desk, its engines and its pages stay shut."""
    shut = ("careo.desk", "careo.engines", "careo.render", "careo.store", "onnxruntime", "pydantic")
    probe = f"import sys; import careo.readers.child; sys.exit(not sys.modules.keys().isdisjoint({shut}))"
    assert subprocess.run([sys.executable, "-c", probe]).returncode == 0


@pytest.mark.parametrize("order", ["crash", "exit", "eat"])
def test_a_dead_parser_costs_one_input(order: str) -> None:
    """A parser that crashes, ends or eats all memory is named with its input and a mend; the next input is read."""
    with pytest.raises(ParserDied, match=r"a\.txt: .*crashed or ran out of memory.*parse_memory_bytes"):
        obey(order)
    assert obey("still here")[0].paragraphs[0].text == "still here"


@pytest.mark.parametrize("order", ["hang", "hang deaf"])
def test_a_parser_out_of_time_is_stopped(order: str) -> None:
    """A parser that never returns is ended after parse_seconds, and its process is gone."""
    before = child_of()
    started = time.monotonic()
    with pytest.raises(ParserDied, match=r"a\.txt: .*1\.5 seconds.*parse_seconds"):
        obey(order)
    assert time.monotonic() - started < 10
    assert ends(before)
    assert obey("still here")


@pytest.mark.parametrize("order", ["raise", "recurse", "connect", "spawn"])
def test_what_a_parser_raises_is_an_unreadable_input(order: str) -> None:
    """An exception in a parser, also that of a forbidden socket or program, is one UnreadableInput."""
    with pytest.raises(UnreadableInput, match=r"a\.txt: its parser gave up"):
        obey(order)


def test_what_a_parser_prints_does_not_reach_the_answer() -> None:
    """A parser may write to standard output; the answer stays whole."""
    assert obey("print")[0].paragraphs[0].text == "print"


def test_half_a_surrogate_pair_becomes_a_replacement() -> None:
    """Text that no UTF-8 can hold never leaves the child."""
    assert obey("surrogate")[0].paragraphs[0].text == "surrogate\ufffd"


def test_too_much_text_is_refused() -> None:
    """Text over max_text_chars is TooLarge, whatever the number of bytes allowed."""
    with pytest.raises(TooLarge, match="max_text_chars"):
        parse(received(b"wort " * 300), SETTINGS)


def test_bytes_no_reader_takes_are_refused_with_a_mend() -> None:
    """A media type without a reader is UnreadableInput, naming origin and type."""
    with pytest.raises(UnreadableInput, match=r"b\.bin: no reader takes application/octet-stream; save"):
        parse(received(b"\0\1", media_type="application/octet-stream", origin="b.bin"), SETTINGS)


def test_it_works_inside_a_worker_process() -> None:
    """A worker of concurrent.futures has its own child, which ends with the worker."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        worker_child = pool.submit(child_of).result(timeout=60)
    assert worker_child != child_of()
    assert ends(worker_child)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_worker_starts_its_own_child() -> None:
    """After a fork the other process's child is neither used nor ended."""
    mine = child_of()
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        assert pool.submit(child_of).result(timeout=60) != mine
    assert child_of() == mine


SCRIPT = """
import sys
from tests.readers.test_guard import child_of
print(child_of(), flush=True)
if sys.argv[1] == "wait":
    sys.stdin.read()
"""


def start(mode: str) -> subprocess.Popen[str]:
    """Run a process that has a parser's child; it is a plain script without a main guard."""
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, mode],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])},
    )


def test_no_child_is_left_at_exit() -> None:
    """When the process ends, its parser's process has ended."""
    with start("leave") as process:
        output, _ = process.communicate(timeout=60)
    assert ends(int(output))


def test_the_child_of_a_killed_process_ends() -> None:
    """Killing the process outright leaves no parser behind: its pipe ends, and so does it."""
    with start("wait") as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert is_running(child)
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        assert ends(child)
