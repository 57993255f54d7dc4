"""`careo export` in every format: what goes where, and that each file holds what the records say."""

import csv
import io
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas
import pytest
from click.testing import Result
from pyarrow import parquet

from careo.cli.output import write_pieces
from careo.desk import Desk
from careo.model.codec import DERIVED, KINDS
from careo.render.export.formats import FORMATS
from careo.render.export.pieces import Piece, piece
from tests.render import cells

Run = Callable[..., Result]
SLOTS = ("actors", "places", "times", "figures", "attribution", "instruments", "equipment")


@pytest.fixture
def lines(run: Run, here: Path) -> dict[str, list[dict[str, Any]]]:
    """The records of the desk as its JSON lines have them, by kind."""
    found = defaultdict(list)
    for line in run("export").stdout.splitlines():
        record = json.loads(line)
        found[record["kind"]].append(record)
    return found


@pytest.fixture
def tables(run: Run, here: Path) -> dict[str, list[dict[str, str]]]:
    """The CSV files of the desk, read by the standard library."""
    assert run("export", "--format", "csv", "-o", "csv").exit_code == 0
    read = {path.stem: path.read_bytes().decode("utf-8") for path in (here / "csv").iterdir()}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in read.items()}


def same(cell: str, value: Any) -> bool:
    """Whether one value of a cell is the record's value."""
    return float(cell) == value if isinstance(value, int | float) else cell == ("" if value is None else value)


def test_every_slot_of_a_statement_is_in_its_row(
    tables: dict[str, list[dict[str, str]]], lines: dict[str, list[dict[str, Any]]]
) -> None:
    """Value by value, each field of each slot of each statement stands in the CSV as the JSON lines have it."""
    rows = {row["statement"]: row for row in tables["statements"]}
    assert set(rows) == {statement["id"] for statement in lines["statement"]}
    compared = 0
    for statement in lines["statement"]:
        row = rows[statement["id"]]
        for slot in SLOTS:
            for field in {field for filler in statement[slot] for field in filler}:
                found = cells.texts(row[f"{slot}_{field}"]) or [""]
                assert len(found) == len(statement[slot])
                assert all(map(same, found, (filler[field] for filler in statement[slot]))), (slot, field)
                compared += len(found)
        for field in ("type", "subtype", "polarity", "denied_by", "modality", "report", "start", "end", "rule"):
            assert same(cells.text(row[field]), statement[field])
        assert cells.texts(row["content"]) == statement["content"]
        assert [row["trigger"], int(row["trigger_start"])] == [
            statement["trigger"]["verbatim"],
            statement["trigger"]["start"],
        ]
    assert compared > 500


def test_a_statement_stands_with_its_report(
    tables: dict[str, list[dict[str, str]]], lines: dict[str, list[dict[str, Any]]]
) -> None:
    """The sentence, letter for letter, its outlet, language, date and the hash of the bytes it came from."""
    reports = {report["id"]: report for report in lines["report"]}
    digests = {capture["id"]: capture["sha256"] for capture in lines["capture"]}
    claims = {id_: claim["id"] for claim in lines["claim"] for id_ in claim["statements"]}
    for row in tables["statements"]:
        report = reports[row["report"]]
        assert cells.text(row["quote"]) == report["text"][int(row["start"]) : int(row["end"])]
        assert cells.text(row["outlet"]) == (report["publisher"] or "")
        assert row["language"] == report["language"]
        assert row["published"] == (report["published"]["value"] if report["published"] else "")
        assert row["capture_sha256"] == digests[report["capture"]]
        assert row["claim"] == claims.get(row["statement"], "")


def test_claims_and_discrepancies_are_those_of_the_desk(
    tables: dict[str, list[dict[str, str]]], lines: dict[str, list[dict[str, Any]]]
) -> None:
    """One row a claim and statement with the values it gives; one row a discrepancy, value and statement."""
    wanted = {
        (claim["id"], id_, slot, value["value"])
        for claim in lines["claim"]
        for slot, values in claim["slots"].items()
        for value in values
        for id_ in value["statements"]
    }
    found = {
        (row["claim"], row["statement"], *pair)
        for row in tables["claims"]
        for pair in zip(cells.texts(row["slots_slot"]), cells.texts(row["slots_value"]), strict=True)
    }
    assert found == wanted
    assert {(row["discrepancy"], cells.text(row["value"]), row["statement"]) for row in tables["discrepancies"]} == {
        (one["id"], value["value"], id_)
        for one in lines["discrepancy"]
        for value in one["values"]
        for id_ in value["statements"]
    }
    assert sum(int(row["mentions"]) for row in tables["entities"]) == sum(
        name["mentions"] for entity in lines["entity"] for name in entity["names"]
    )
    assert len(tables["figures"]) == sum(len(one["figures"]) for one in lines["statement"])
    assert len(tables["trajectories"]) == sum(len(one["steps"]) for one in lines["trajectory"])
    assert [row["report"] for row in tables["reports"]] == lines["story"][0]["reports"]


def test_pandas_reads_the_same_cells(tables: dict[str, list[dict[str, str]]], here: Path) -> None:
    """An analyst's reader finds the very cells of the standard one, and takes places in the text for whole numbers."""
    for name, rows in tables.items():
        frame = pandas.read_csv(here / "csv" / f"{name}.csv", dtype=str, keep_default_na=False)
        assert frame.to_dict("records") == rows
    assert pandas.read_csv(here / "csv" / "statements.csv")["start"].dtype == "int64"


def test_parquet_holds_the_same_values_with_their_types(
    run: Run, here: Path, lines: dict[str, list[dict[str, Any]]]
) -> None:
    """Two readers, pyarrow and pandas, find each slot as a list of records, value by value those of the JSON lines."""
    assert run("export", "--format", "parquet", "-o", "out").exit_code == 0
    rows = {row["statement"]: row for row in parquet.read_table(here / "out" / "statements.parquet").to_pylist()}
    frame = pandas.read_parquet(here / "out" / "statements.parquet").set_index("statement")
    assert frame["start"].dtype == "int64"
    for statement in lines["statement"]:
        row = rows[statement["id"]]
        for slot in SLOTS:
            assert [
                {name: one.get(name) for name in filler} for filler, one in zip(statement[slot], row[slot], strict=True)
            ] == statement[slot]
            assert list(frame.loc[statement["id"], slot]) == row[slot]
        assert (row["start"], row["end"], row["content"]) == (
            statement["start"],
            statement["end"],
            statement["content"],
        )
    witnesses = pandas.read_parquet(here / "out" / "claims.parquet")
    assert len(witnesses) == sum(len(claim["statements"]) for claim in lines["claim"])


@pytest.mark.parametrize("name", ["jsonl", *FORMATS])
def test_the_same_desk_gives_the_same_bytes(built: Path, name: str) -> None:
    """Every format, made twice by two processes with other seeds for their hashes, is the same to the byte."""
    script = (
        "import sys, hashlib; from careo.desk import Desk\n"
        "with Desk(sys.argv[1], create=False) as desk:\n"
        " for piece in desk.pieces(sys.argv[2]):\n"
        "  print(piece.name, hashlib.sha256(b''.join(piece.chunks)).hexdigest())"
    )
    told = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", script, str(built), name], capture_output=True, env=environment)
        assert done.returncode == 0, done.stderr
        told.append(done.stdout)
    assert told[0] == told[1] != b""


def test_what_follows_from_claims_comes_after_the_records(run: Run, here: Path) -> None:
    """The kinds keep their order; trajectories, chains and coverage stand behind them, sorted by id."""
    found = [json.loads(line) for line in run("export").stdout.splitlines()]
    order = [*KINDS, *DERIVED]
    keys = [order.index(line["kind"]) for line in found]
    assert keys == sorted(keys)
    for kind in DERIVED:
        ids = [line["id"] for line in found if line["kind"] == kind]
        assert ids == sorted(ids)
    assert sum(line["kind"] == "coverage" for line in found) == sum(line["kind"] == "claim" for line in found)


def test_one_story_of_two(run: Run, tmp_path: Path) -> None:
    """`--story` gives that story's records and rows and no other's; both together are all but what they share."""
    desk = _two_stories(tmp_path)
    stories = [json.loads(line) for line in run("stories", "--json", "--desk", desk).stdout.splitlines()]
    assert len(stories) == 2
    whole = run("export", "--desk", desk).stdout.splitlines()
    parts = [set(run("export", "--story", one["id"], "--desk", desk).stdout.splitlines()) for one in stories]
    assert set().union(*parts) == set(whole)
    assert not [line for line in parts[0] & parts[1] if json.loads(line)["kind"] != "skip"]
    run("export", "--format", "csv", "--story", stories[0]["id"], "-o", str(tmp_path / "one"), "--desk", desk)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "one" / "reports.csv").read_text(encoding="utf-8"))))
    assert [row["report"] for row in rows] == stories[0]["reports"]


def test_a_story_is_a_note_of_its_own(run: Run, tmp_path: Path) -> None:
    """All stories go to a folder, one file each; a single one goes where it is told, or to stdout."""
    desk = _two_stories(tmp_path)
    stories = [json.loads(line) for line in run("stories", "--json", "--desk", desk).stdout.splitlines()]
    assert run("export", "--format", "markdown", "-o", str(tmp_path / "notes"), "--desk", desk).exit_code == 0
    names = sorted(path.name for path in (tmp_path / "notes").iterdir())
    assert sorted(name[-29:-3] for name in names) == sorted(one["id"] for one in stories)
    chosen = ("export", "--format", "markdown", "--story", stories[0]["id"], "--desk", desk)
    assert run(*chosen, "-o", str(tmp_path / "one.md")).exit_code == 0
    assert (tmp_path / "one.md").read_bytes() == run(*chosen).stdout_bytes
    assert (tmp_path / "one.md").read_text(encoding="utf-8") in [
        p.read_text(encoding="utf-8") for p in (tmp_path / "notes").iterdir()
    ]


def _two_stories(folder: Path) -> str:
    (folder / "in").mkdir()
    ferry = "Three sailors died when the ferry Constance sank off Amble Point on 4 May 2021, the coastguard said."
    bridge = "Der Bürgermeister Janko Furlan eröffnete am 3. Juni 2019 in Tolmin die neue Brücke über die Soča."
    for name, text in (("a.txt", f"Ferry sinks\n\n{ferry}\n"), ("b.txt", f"Neue Brücke in Tolmin\n\n{bridge}\n")):
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with Desk(folder / "two.db") as desk:
        desk.build([str(folder / "in")])
    return str(folder / "two.db")


# where it goes


def test_several_files_need_a_folder(run: Run, here: Path) -> None:
    """Several files for stdout, or where a file lies, are wrong use; the message says what to give."""
    (here / "taken").write_text("mine", encoding="utf-8")
    for target in ("-", "taken"):
        result = run("export", "--format", "csv", "-o", target)
        assert result.exit_code == 2
        assert "folder" in result.stderr
    assert (here / "taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("target", ["nowhere/tables", "nowhere/deeper/note.md"])
@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_a_folder_that_cannot_be_made_is_named(run: Run, here: Path, target: str, name: str) -> None:
    """An output whose folder is not there is wrong use, and named."""
    result = run("export", "--format", name, "-o", target)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert target in result.stderr


def test_other_files_in_the_folder_stay(run: Run, here: Path) -> None:
    """A folder with other files keeps them; files of the same name are replaced, and nothing else is left there."""
    (here / "mine").mkdir()
    (here / "mine" / "diary.txt").write_text("dear diary", encoding="utf-8")
    (here / "mine" / "claims.csv").write_text("old", encoding="utf-8")
    assert run("export", "--format", "csv", "-o", "mine").exit_code == 0
    names = {path.name for path in (here / "mine").iterdir()}
    assert names == {"diary.txt", *(p.name for p in _pieces(here))}
    assert (here / "mine" / "diary.txt").read_text(encoding="utf-8") == "dear diary"
    assert (here / "mine" / "claims.csv").read_text(encoding="utf-8") != "old"


def _pieces(here: Path) -> list[Piece]:
    with Desk(here / "careo.db", create=False) as desk:
        return list(desk.pieces("csv"))


@pytest.mark.parametrize("there", [True, False])
def test_a_stopped_run_leaves_nothing_new(tmp_path: Path, there: bool) -> None:
    """Stopped in the middle of the second file, neither file is at its place, and no scrap lies beside."""
    target = tmp_path / "out"
    if there:
        target.mkdir()
        (target / "one.csv").write_text("old", encoding="utf-8")

    def stopped() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pieces(str(target), [piece("one.csv", ["new"]), piece("two.csv", stopped())])
    assert [path.name for path in tmp_path.rglob("*")] == (["out", "one.csv"] if there else [])
    assert not there or (target / "one.csv").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_desk_says_so(run: Run, here: Path, name: str) -> None:
    """A desk without a story has nothing to lay out: wrong use with the mend; its JSON lines are none."""
    with Desk("empty.db"):
        pass
    result = run("export", "--format", name, "-o", "out", "--desk", "empty.db")
    assert (result.exit_code, "careo build" in result.stderr) == (2, True)
    assert not (here / "out").exists()
    empty = run("export", "--desk", "empty.db")
    assert (empty.exit_code, empty.stdout) == (0, "")


@pytest.mark.parametrize("name", ["jsonl", *FORMATS])
def test_a_story_that_is_not_there_is_named(run: Run, here: Path, name: str) -> None:
    """An unknown story, or an id of something else, is wrong use, and nothing is written."""
    claim = json.loads(run("claims", "--json").stdout.splitlines()[0])["id"]
    for story in ("story-000", claim):
        result = run("export", "--format", name, "--story", story, "-o", "out")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert story in result.stderr
        assert not (here / "out").exists()


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.extra])
def test_a_missing_package_is_named_with_its_extra(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Without the package that a format needs, the message says what to install."""
    for module in ("pyarrow", "followthemoney"):
        monkeypatch.setitem(sys.modules, module, None)
    result = run("export", "--format", name, "-o", "out")
    assert result.exit_code == 2
    assert f'pip install "careo[{FORMATS[name].extra}]"' in result.stderr
    assert not (here / "out").exists()
