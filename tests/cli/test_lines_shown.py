"""Lines of values, lifecycles and coverage, on a desk of the examples."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from careo.desk import Desk

Run = Callable[..., Result]


@pytest.mark.parametrize("command", ["trajectories", "chains", "coverage"])
def test_each_has_a_table_and_lines_of_json(run: Run, here: Path, command: str) -> None:
    """The table has its headings; each line of JSON is a record of its kind, as the desk gives it."""
    table, lines = run(command), run(command, "--json")
    assert table.exit_code == lines.exit_code == 0
    assert table.stdout.splitlines()[0].isupper()
    kind = {"trajectories": "trajectory", "chains": "chain"}.get(command, command)
    found = [json.loads(line) for line in lines.stdout.splitlines()]
    with Desk(here / "careo.db") as desk:
        assert [one["id"] for one in found] == [one.id for one in getattr(desk, command)()]
    assert {one["kind"] for one in found} <= {kind}


def test_every_claim_is_covered_once(run: Run, here: Path) -> None:
    """Coverage has a line for each claim, and names only languages of the story."""
    with Desk(here / "careo.db") as desk:
        found = desk.coverage()
        assert sorted(one.claim for one in found) == sorted(claim.id for claim in desk.claims())
    assert all(not set(one.languages) & set(one.absent) for one in found)
