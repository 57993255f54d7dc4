"""The demo collection: what is found in it follows its words, and does not change unseen."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careo import Capture, Desk, Report
from tests.golden.findings import EXPECTED, listed
from tests.lent import PERU, lent
from tests.swap_collection import Swap, make_swap, write


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on the collection; read only."""
    with Desk(lent(tmp_path_factory, PERU)) as built:
        yield built


def test_the_findings_are_those_that_were_read_and_committed(desk: Desk) -> None:
    """What the demo shows changes only with the file that lists it: `make golden`, then read the difference."""
    assert listed(desk).splitlines() == EXPECTED.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("seed", range(2))
def test_other_figures_names_and_dates_change_the_findings_accordingly(desk: Desk, tmp_path: Path, seed: int) -> None:
    """With all replaced, nine in ten findings are the same with the new values, and none keeps an old one.

    Not all: a name may become a word of some language, and number words are not replaced beside digits.
    """
    swap = make_swap(seed)
    reports = [(origin(desk, row), row) for row in _reports(desk)]
    write(tmp_path / "swapped", reports, swap)
    with Desk(tmp_path / "a.db") as swapped:
        swapped.build([str(tmp_path / "swapped")])
        expected, found = _figures(desk, swap), _figures(swapped, None)
        assert sum((expected & found).values()) >= 0.9 * max(sum(expected.values()), sum(found.values()))
        names, new = _names(desk, swap), _names(swapped, None)
        assert sum((names & new).values()) >= 0.9 * max(sum(names.values()), sum(new.values()))
        assert not {word for name in _people(swapped) for word in name.split()} & swap.replaced
        kinds = [Counter(d.type for d in one.discrepancies()) for one in (desk, swapped)]
        assert sum((kinds[0] & kinds[1]).values()) >= 0.8 * max(kinds[0].total(), kinds[1].total())


def origin(desk: Desk, report: Report) -> str:
    return desk.record(Capture, report.capture).origin


def _reports(desk: Desk) -> list[Report]:
    ids = (report for story in desk.stories() for report in story.reports)
    return [desk.record(Report, id_) for id_ in ids]


def _rows(desk: Desk, kind: str) -> Iterator[dict[str, Any]]:
    return (row for line in desk.export() if (row := json.loads(line))["kind"] == kind)


def _figures(desk: Desk, swap: Swap | None) -> Counter[str]:
    def new(value: float | None) -> float | None:
        if value is None:
            return None
        return swap.number(float(value)) if swap and value == int(value) else float(value)

    return Counter(
        f"{row['type']} {f['measure']} {f['comparator']} {f['vague'] or (new(f['low']), new(f['high']))}"
        for row in _rows(desk, "statement")
        for f in row["figures"]
    )


def _names(desk: Desk, swap: Swap | None) -> Counter[str]:
    return Counter(
        f"{row['type']} {actor['role']} {swap.text(actor['verbatim']) if swap else actor['verbatim']}"
        for row in _rows(desk, "statement")
        for actor in row["actors"]
    )


def _people(desk: Desk) -> set[str]:
    """Return the full names of people; single words may be common to both."""
    return {row["name"] for row in _rows(desk, "entity") if row["type"] == "person" and " " in row["name"]}
