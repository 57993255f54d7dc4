"""Where the work happens makes no difference."""

import os

import pytest

from careo.errors import CareoError
from careo.runners import Here, Processes


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    os._exit(number)


def test_worker_processes_give_the_same_results_in_the_same_order() -> None:
    """One process or many, the same answers in the order of the items."""
    numbers = list(range(40))
    assert list(Processes(2).map(double, numbers)) == list(Here().map(double, numbers))


def test_a_worker_that_dies_is_said_aloud() -> None:
    """A lost worker is a clear error, not a hang and not a silent gap."""
    with pytest.raises(CareoError, match="again"):
        list(Processes(1).map(die, [1]))


def test_items_are_taken_as_they_are_needed() -> None:
    """A long list of inputs is not read into memory ahead of the work."""
    taken: list[int] = []

    def items():
        for number in range(1000):
            taken.append(number)
            yield number

    results = Processes(1).map(double, items())
    assert next(results) == 0
    assert len(taken) < 10
    results.close()  # type: ignore[attr-defined]
