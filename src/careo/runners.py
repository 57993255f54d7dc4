"""Where the work happens: in this process, or in worker processes. Both give the same results in the same order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Protocol, TypeVar

from careo.errors import CareoError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""Items handed out per worker before the oldest result is taken: keeps workers busy and memory flat."""


class Runner(Protocol):
    """Maps a stage over items; stages are module-level functions over frozen records, so they pickle."""

    def map(self, stage: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `stage(item)` for each item, in the order of the items."""
        ...


class Here:
    """The calling process does the work."""

    def map(self, stage: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `stage(item)` for each item, in the order of the items."""
        return map(stage, items)


class Processes:
    """Worker processes do the work; the caller alone writes.

    Args:
        workers: how many, at least 1.
    """

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map(self, stage: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield `stage(item)` for each item, in the order of the items; raises CareoError if a worker dies."""
        pending: deque[Future[Result]] = deque()
        with ProcessPoolExecutor(self.workers, mp_context=get_context("spawn")) as pool:
            try:
                for item in items:
                    pending.append(pool.submit(stage, item))
                    if len(pending) >= self.workers * _AHEAD:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            except BrokenProcessPool as error:
                raise CareoError("a worker process died; run the same command again to go on") from error
            finally:
                pool.shutdown(cancel_futures=True)
