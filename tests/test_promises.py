"""What careo promises, each promise on a real build of real texts."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from careo import AnchorError, Desk, Settings
from careo.model.codec import DERIVED, KINDS, decode, encode
from tests.swap import EXAMPLES, Swap, make_swap, write

NAMES = sorted(path.name for path in EXAMPLES.glob("*.*"))
CAREO = [sys.executable, "-c", "from careo.cli import main; main()"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples in a folder of their own."""
    path = tmp_path_factory.mktemp("texts") / "reports"
    write(path, None)
    return path


@pytest.fixture(scope="module")
def desk(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on the examples; read only."""
    with Desk(tmp_path_factory.mktemp("desk") / "careo.db") as built:
        built.build([str(folder)])
        yield built


def exported(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(line) for line in desk.export()]


def of(kind: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]


def test_the_examples_are_one_story_with_findings(desk: Desk) -> None:
    """The promises below are about something: four reports, shared claims, differences."""
    (story,) = desk.stories()
    assert len(story.reports) == 4
    assert any(len(claim.reports) > 1 for claim in desk.claims())
    assert {d.type for d in desk.discrepancies()} >= {"name_variant"}


# 1. every quotation is there, letter for letter


def test_every_quotation_is_there_letter_for_letter(desk: Desk) -> None:
    """Wherever an export says verbatim, start and end, the report has exactly these characters there."""
    rows = exported(desk)
    text = {row["id"]: row["text"] for row in of("report", rows)}
    checked = 0
    for row in of("mention", rows) + of("statement", rows) + of("report", rows):
        for slot in _anchored(row):
            report = text[row.get("report", row["id"])]
            assert report[slot["start"] : slot["end"]] == slot["verbatim"]
            checked += 1
    assert checked > 300


def _anchored(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"verbatim", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _anchored(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _anchored(inner)


def test_no_mention_or_statement_comes_from_furniture(desk: Desk) -> None:
    """Donation appeals, newsletter boxes and footers are kept, marked, and say nothing."""
    rows = exported(desk)
    furniture = [
        (row["id"], part["start"], part["end"])
        for row in of("report", rows)
        for part in row["parts"]
        if part["role"] == "furniture"
    ]
    assert furniture
    for row in of("mention", rows) + of("statement", rows):
        assert not any(r == row["report"] and a <= row["start"] < b for r, a, b in furniture)


# 2. running twice changes nothing; order and number of processes change nothing


def test_running_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    """A second build reads nothing anew and exports the same."""
    with Desk(tmp_path / "a.db") as desk:
        desk.build([str(folder)])
        first = list(desk.export())
        assert desk.build([str(folder)]).new == 0
        assert list(desk.export()) == first


@pytest.mark.parametrize("order", list(permutations(range(4)))[5::7])
def test_the_order_of_arrival_changes_nothing(desk: Desk, folder: Path, tmp_path: Path, order: tuple[int, ...]) -> None:
    """One by one, in any order, gives the export and the page of all at once."""
    with Desk(tmp_path / "a.db") as one_by_one:
        for n in order:
            one_by_one.build([str(folder / NAMES[n])])
        assert list(one_by_one.export()) == list(desk.export())
        assert one_by_one.page(one_by_one.stories()[0].id) == desk.page(desk.stories()[0].id)


def test_worker_processes_and_hash_seeds_change_nothing(desk: Desk, folder: Path, tmp_path: Path) -> None:
    """Two workers, another folder and another hash seed give the same bytes."""
    elsewhere = tmp_path / "else" / "where"
    shutil.copytree(folder, elsewhere)
    with Desk(tmp_path / "a.db", settings=Settings(workers=2)) as many:
        many.build([str(elsewhere)])
        assert list(many.export()) == list(desk.export())
    env = os.environ | {"PYTHONHASHSEED": "7"}
    printed = []
    for command in (["build", str(folder)], ["export", "--format", "jsonl"], ["dossier"]):
        done = subprocess.run([*CAREO, *command, "--desk", str(tmp_path / "b.db")], env=env, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        printed.append(done.stdout.decode())
    assert printed[1].splitlines() == list(desk.export())
    assert printed[2] == desk.page(desk.stories()[0].id)


def test_a_late_report_touches_only_what_it_must(folder: Path, tmp_path: Path) -> None:
    """A report of another matter leaves the findings of this one as they are, and is all that is read."""
    other = tmp_path / "other.txt"
    other.write_text("The lighthouse keeper Ebba Strand retired on 3 May 2021 in Skagen, the town of Skagen said.")
    with Desk(tmp_path / "a.db") as desk:
        desk.build([str(folder)])
        claims = desk.claims()
        assert desk.build([str(folder), str(other)]).new == 1
        assert set(claims) <= set(desk.claims())
        assert len(desk.stories()) == 2


# 3. every conflict inside a claim is named; what is kept apart is never joined


def test_every_conflict_inside_a_claim_is_named(desk: Desk) -> None:
    """For both statements of a conflict that share a claim there is a discrepancy that holds them."""
    rows = exported(desk)
    claim_of = {s: row["id"] for row in of("claim", rows) for s in row["statements"]}
    conflicts = [row for row in of("judgement", rows) if row["verdict"] == "conflict"]
    assert conflicts
    for row in conflicts:
        one, other = row["statements"]
        if claim_of[one] == claim_of[other]:
            named = [d for d in of("discrepancy", rows) if d["claim"] == claim_of[one]]
            assert any({one, other} <= {s for v in d["values"] for s in v["statements"]} for d in named)


def test_a_persons_word_beats_the_program_and_survives_rebuilding(folder: Path, tmp_path: Path) -> None:
    """`not_same` parts a claim of the program; building again from nothing but bytes and decisions keeps it."""
    with Desk(tmp_path / "a.db") as desk:
        desk.build([str(folder)])
        claim = next(c for c in desk.claims() if len(c.reports) > 1 and len(c.statements) == len(c.reports))
        said = {"reason": "another meeting", "by": "Nora", "at": "2025-02-01T10:00:00+01:00"}
        decision = desk.decide("not_same", claim.statements[:2], **said)
        assert not any(set(claim.statements[:2]) <= set(c.statements) for c in desk.claims())
        before = list(desk.export())
    with sqlite3.connect(tmp_path / "a.db") as db:
        for table in ("done", "judgements", "claims", "discrepancies", "derivations", "members", "entities", "stories"):
            db.execute(f"DELETE FROM {table}")
    db.close()
    with Desk(tmp_path / "a.db") as desk:
        desk.build([str(folder)])
        assert list(desk.export()) == before
        row = next(row for row in exported(desk) if row["id"] == decision.id)
        assert row["state"] == "applied"


# 5. an interrupted run goes on where it stopped


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_end(desk: Desk, folder: Path, tmp_path: Path) -> None:
    """Killed again and again at different moments, the run ends with the export and page of an undisturbed one."""
    target = tmp_path / "a.db"
    command = [*CAREO, "build", str(folder), "--desk", str(target)]
    killed = 0
    for delay in (0.3, 0.9, 1.4, 1.9, 2.4):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        process.wait()
    assert killed
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    with Desk(target) as again:
        assert list(again.export()) == list(desk.export())
        assert again.page(again.stories()[0].id) == desk.page(desk.stories()[0].id)


# 6. no socket is opened


def test_no_socket_is_opened(folder: Path, tmp_path: Path) -> None:
    """Building and writing a dossier works where opening a network socket kills the process, child or parent."""
    watch = "import socket, sys\n" + (
        "def hook(event, arguments):\n"
        "    family = arguments[1] if event == 'socket.__new__' else None\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo') or family in (socket.AF_INET, socket.AF_INET6):\n"
        "        raise RuntimeError(f'network: {event} {arguments}')\n"
        "sys.addaudithook(hook)\n"
    )
    (tmp_path / "sitecustomize.py").write_text(watch)
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    probe = "import socket; socket.socket()"
    assert subprocess.run([sys.executable, "-c", probe], env=env, capture_output=True).returncode == 1
    for command in (["build", str(folder)], ["dossier", "-o", str(tmp_path / "page.html")]):
        done = subprocess.run([*CAREO, *command, "--desk", str(tmp_path / "a.db")], env=env, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()


# 7. what is written and read back is the same


def test_the_export_reads_back_as_the_same_records(desk: Desk) -> None:
    """Every exported line becomes the record it was written from."""
    rows = exported(desk)
    for row in rows:
        again = encode(decode(row))
        kept = _unjoined(row) if row["kind"] in KINDS else row
        assert again == {name: value for name, value in kept.items() if name in again}
    order = [[*KINDS, *DERIVED].index(row["kind"]) for row in rows]
    assert order == sorted(order)


def _unjoined(row: Any) -> Any:
    if isinstance(row, dict):
        return {name: _unjoined(value) for name, value in row.items() if name not in ("entity", "state")} | (
            {"entity": row["entity"]} if row.keys() == {"entity", "reason"} else {}
        )
    return [_unjoined(item) for item in row] if isinstance(row, list) else row


def test_a_damaged_line_is_refused() -> None:
    """No half record is made of a broken line."""
    with pytest.raises(AnchorError):
        decode({"kind": "claim", "id": "x"})


# verify


def test_an_intact_desk_has_no_problem(desk: Desk) -> None:
    """Bytes, texts, ids, quotations and findings of a fresh desk all fit."""
    assert desk.verify() == ()


@pytest.mark.parametrize("old", ["Choluteca", "180", "Echand"])
def test_one_changed_character_of_a_report_is_found(desk: Desk, tmp_path: Path, old: str) -> None:
    """Whoever changes a letter of a text inside the desk is found out, also when only a blank changes."""
    with sqlite3.connect(tmp_path / "a.db") as copy, sqlite3.connect(desk._store.path) as source:
        source.backup(copy)
        copy.execute("UPDATE reports SET body = replace(body, ?, ?)", (old, old[:-1] + chr(ord(old[-1]) ^ 1)))
    copy.close()
    source.close()
    with Desk(tmp_path / "a.db") as changed:
        assert changed.verify()


def test_changed_bytes_are_found(desk: Desk, tmp_path: Path) -> None:
    """The bytes as received are checked against their hash."""
    with sqlite3.connect(tmp_path / "a.db") as copy, sqlite3.connect(desk._store.path) as source:
        source.backup(copy)
        copy.execute("UPDATE blobs SET data = zeroblob(20) WHERE rowid = 1")
    copy.close()
    source.close()
    with Desk(tmp_path / "a.db") as changed:
        assert changed.verify()


# nothing is written for the texts that are bundled


@pytest.mark.parametrize("seed", range(4))
def test_other_figures_names_and_dates_give_the_same_findings_with_the_new_values(
    desk: Desk, tmp_path: Path, seed: int
) -> None:
    """With every figure, name and date replaced, statements and discrepancies carry the replaced values."""
    swap = make_swap(seed)
    write(tmp_path / "swapped", swap)
    with Desk(tmp_path / "a.db") as swapped:
        swapped.build([str(tmp_path / "swapped")])
        assert len(swapped.stories()) == len(desk.stories())
        assert _signature(exported(swapped), None) == _signature(exported(desk), swap)


def _signature(rows: list[dict[str, Any]], swap: Swap | None) -> dict[str, Counter[str]]:
    """Return what was found, as counted lines without ids and places, with the swap's replacements done."""
    language = {row["id"]: row["language"] for row in of("report", rows)}

    def text(verbatim: str, tongue: str) -> str:
        return swap.text(verbatim, tongue) if swap else verbatim

    def number(value: float | None) -> float | None:
        return swap.number(value) if swap and value is not None else value

    def day(value: str | None) -> str | None:
        if value is None or len(value) < 10:
            return "a month or year"  # "last year" moves with the year of the report, not with the day
        return swap.day(value) if swap else value

    found: dict[str, Counter[str]] = {
        "statements": Counter(),
        "figures": Counter(),
        "times": Counter(),
        "names": Counter(),
    }
    for row in of("statement", rows):
        tongue = language[row["report"]]
        who = sorted((a["role"], a["office"] or "", text(a["verbatim"], tongue)) for a in row["actors"])
        found["statements"][f"{tongue} {row['type']} {row['modality']} {row['polarity']} {who}"] += 1
        for figure in row["figures"]:
            bounds = number(figure["low"]), number(figure["high"])
            found["figures"][f"{row['type']} {figure['measure']} {figure['comparator']} {bounds}"] += 1
        for when in row["times"]:
            found["times"][f"{row['type']} {when['role']} {day(when['first'])} {day(when['last'])}"] += 1
    for row in of("discrepancy", rows):
        if row["type"] == "name_variant":
            values = sorted(text(value["value"], "es") for value in row["values"])
            found["names"][f"{row['slot']} {values}"] += 1
    return found
