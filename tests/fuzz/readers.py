"""Look for bytes that break a reader: `python -m tests.fuzz.readers FORMAT [SECONDS]`. Run by hand, not by the suite.

With atheris installed (`pip install atheris`) the search is led by coverage, over careo's own code and the parsers'
in Python; without it the same inputs are mutated blindly. A reader may refuse an input with an InputError; anything
else it raises, and any input that takes too long, is printed with the bytes that did it: keep them as
a test in tests/readers.
"""

import importlib
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

try:
    import atheris
except ImportError:
    atheris = None

WATCHED = ["careo.readers", "careo.text", "email", "feedparser", "lxml", "markdown_it", "mdit_py_plugins", "pypdf"]
"""Whose branches lead the search."""
LONGEST = 20_000
"""Bytes of one input."""


def blind(test: Callable[[bytes], None], samples: list[bytes], seconds: float) -> None:
    """Mutate the samples by chance for some seconds."""
    dice = random.Random(1)
    pieces = [line for sample in samples for line in sample.splitlines()] + [b"\0", b"\xff", b"\n\n", b"<", b"{", b'"']
    until = time.monotonic() + seconds
    runs = 0
    while time.monotonic() < until:
        data = bytearray(dice.choice(samples))
        for _ in range(dice.randint(1, 8)):
            at, length = dice.randrange(len(data) + 1), dice.choice((0, 1, 5, 50))
            data[at : at + length] = dice.choice(pieces) * dice.choice((1, 1, 1, 3, 200))
        test(bytes(data[:LONGEST]))
        runs += 1
    print(f"{runs} inputs in {seconds:g} seconds")


def main(name: str, seconds: float) -> None:
    """Fuzz the reader of one format."""
    # What is imported in here is watched: readers and samples, and the parsers by what they read first.
    with atheris.instrument_imports(include=WATCHED) if atheris else nullcontext():
        check = importlib.import_module("tests.fuzz.promise").check
        media_type, samples = importlib.import_module("tests.fuzz.samples").SAMPLES[name]
        for sample in samples:
            check(sample, media_type, seconds=120.0)  # parsers are being imported

    def test(data: bytes) -> None:
        try:
            check(data, media_type)
        except Exception:
            print(f"{name}: {data[:4000]!r}")
            raise

    if atheris is None:
        blind(test, samples, seconds)
        return
    limits = [f"-max_total_time={int(seconds)}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=3000"]
    limits.append(f"-artifact_prefix={tempfile.gettempdir()}/")
    atheris.Setup([sys.argv[0], *limits], test, custom_mutator=partial(_mutated, samples))
    atheris.Fuzz()


def _mutated(samples: list[bytes], data: bytes, most: int, seed: int) -> bytes:
    """Start from a sample now and then, since the search has no folder of inputs to begin with."""
    dice = random.Random(seed)
    return atheris.Mutate(dice.choice(samples) if len(data) < 20 or dice.random() < 0.1 else data, most)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60.0)
