"""One changed character anywhere in a desk is found, and what it was changed in is named."""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from careo import Desk, Problem, pipeline
from careo.model.codec import KINDS
from careo.store.migrations import MIGRATIONS
from careo.store.seals import SEALED
from tests.swap import write

OLD_PAGE = (
    "<html lang='en'><head><title>Pier closed</title></head><body><article><h1>Pier closed</h1>%s</article></html>"
)
PAGE = (
    "<p>By Ruth Salt, 3 May 2024</p><p>The harbour office in Esbjerg closed the pier, mayor Jens Holm said.</p>"
    "<p>About %s travellers slept in the sports hall of Esbjerg, and the minister Else Krag met the mayor.</p>"
    "<p>The repair of the pier will last until the autumn, the chief engineer told the council on Thursday.</p>"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with at least one record of every kind."""
    folder = tmp_path_factory.mktemp("sealed")
    write(folder / "reports", None)
    for name, number in (("one", 300), ("two", 400)):
        (folder / "reports" / f"{name}.html").write_text(OLD_PAGE % (PAGE % number), encoding="utf-8")
    (folder / "reports" / "empty.txt").touch()
    with pytest.MonkeyPatch.context() as patch, Desk(folder / "careo.db") as desk:
        patch.setattr(pipeline, "LARGE", 1)  # what only large desks keep is sealed, too
        desk.build([str(folder / "reports")])
        said = {"reason": "for the test", "by": "Ada", "at": "2024-01-01T00:00:00+00:00"}
        desk.decide("dismiss", [desk.discrepancies()[0].id], **said)
    return folder / "careo.db"


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the desk, opened by another program than careo."""
    with closing(sqlite3.connect(built)) as source, closing(sqlite3.connect(tmp_path / "copy.db")) as db:
        source.backup(db)
        yield db


def found(db: sqlite3.Connection) -> tuple[Problem, ...]:
    db.commit()
    (_, _, path), *_ = db.execute("PRAGMA database_list")
    with Desk(path) as desk:
        return desk.verify()


def flipped(text: str, at: int) -> str:
    """Return the text with one character changed that JSON can hold anywhere in a string."""
    return text[:at] + ("7" if text[at] != "7" else "8") + text[at + 1 :]


def places(text: str) -> Iterator[int]:
    """Yield the middle of every string and number of a line of JSON."""
    at = 0
    for value in values(json.loads(text)):
        written = json.dumps(value, ensure_ascii=False)
        at = text.index(written, at)
        yield at + len(written) // 2


def values(value: Any) -> Iterator[str | int | float]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values(inner)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield value


def test_an_untouched_desk_passes(copy: sqlite3.Connection) -> None:
    """A desk with records of every kind has no problem as careo wrote it."""
    empty = [table for table in SEALED if not copy.execute(f"SELECT 1 FROM {table}").fetchone()]
    assert empty == []
    assert found(copy) == ()


@pytest.mark.parametrize("table", SEALED)
def test_one_changed_character_in_any_column_is_named(copy: sqlite3.Connection, table: str) -> None:
    """Whichever column of whichever row is changed, the seal included, the row is named."""
    copy.execute("PRAGMA foreign_keys = OFF")
    rows = copy.execute(f"SELECT * FROM {table}").fetchall()
    names = [name for _, name, *_ in copy.execute(f"PRAGMA table_info({table})")]
    row = rows[len(rows) // 2]
    for name, cell in zip(names, row, strict=True):
        other = cell + 1 if isinstance(cell, int) else flipped(cell, len(cell) // 2) if isinstance(cell, str) else b"x"
        copy.execute(f"UPDATE {table} SET {name} = ? WHERE {names[0]} = ? AND {names[1]} = ?", (other, *row[:2]))
        problems = found(copy)
        wanted = {row[0], other} if name == names[0] else {row[0]}
        assert any(id_ in f"{p.where} {p.what}" for p in problems for id_ in wanted), (table, name, problems[:3])
        changed = (other if name == names[0] else row[0], other if name == names[1] else row[1])
        copy.execute(f"UPDATE {table} SET {name} = ? WHERE {names[0]} = ? AND {names[1]} = ?", (cell, *changed))
    assert found(copy) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_one_changed_character_in_any_field_is_named(copy: sqlite3.Connection, kind: str) -> None:
    """In the longest record of every kind, each name and each value of its JSON counts."""
    table = "entities" if kind == "entity" else "stories" if kind == "story" else f"{kind.removesuffix('y')}s"
    table = "discrepancies" if kind == "discrepancy" else table
    query = f"SELECT id, body FROM {table} ORDER BY length(body) DESC, id"
    id_, body = copy.execute(query).fetchone()
    (_, _, path), *_ = copy.execute("PRAGMA database_list")
    for at in places(body):
        copy.execute(f"UPDATE {table} SET body = ? WHERE id = ?", (flipped(body, at), id_))
        copy.commit()
        with Desk(path) as desk:
            assert id_ in {where for where, _ in desk._view.damage()}, body[at - 30 : at + 30]


def test_changed_bytes_name_their_capture(copy: sqlite3.Connection) -> None:
    """A changed byte of what was received, as it is stored or once unpacked, names the capture."""
    for digest, id_ in copy.execute("SELECT sha256, id FROM captures").fetchall():
        (data,) = copy.execute("SELECT data FROM blobs WHERE sha256 = ?", (digest,)).fetchone()
        plain = bytearray(zlib.decompress(data))
        plain[len(plain) // 2] ^= 1
        packed = bytearray(data)
        packed[len(packed) // 2] ^= 1
        for changed in (zlib.compress(plain), bytes(packed), b""):
            copy.execute("UPDATE blobs SET data = ? WHERE sha256 = ?", (changed, digest))
            assert id_ in {problem.where for problem in found(copy)}
        copy.execute("UPDATE blobs SET data = ? WHERE sha256 = ?", (data, digest))


@pytest.mark.parametrize("table", SEALED)
def test_a_row_taken_out_is_missed(copy: sqlite3.Connection, table: str) -> None:
    """A row deleted by another program is missed, also where no other record names it."""
    copy.execute(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")
    assert table in {problem.where for problem in found(copy)}


def test_a_row_put_in_is_noticed(copy: sqlite3.Connection) -> None:
    """A row written by another program is noticed, also with a seal that fits."""
    copy.execute("INSERT INTO skips SELECT id || '0', input, body, seal FROM skips LIMIT 1")
    assert {problem.where for problem in found(copy)} >= {
        "skips",
        copy.execute("SELECT max(id) FROM skips").fetchone()[0],
    }


def test_a_changed_view_is_noticed_and_a_new_one_is_not(copy: sqlite3.Connection) -> None:
    """What careo defines has to be as it was made; what somebody adds beside it is theirs."""
    copy.execute("CREATE VIEW mine AS SELECT id FROM claims")
    assert found(copy) == ()
    copy.execute("DROP VIEW v_claims")
    copy.execute("CREATE VIEW v_claims AS SELECT id, 'x' AS gloss FROM claims")
    assert [problem.where for problem in found(copy)] == ["v_claims"]


def test_a_damaged_file_is_told(built: Path, tmp_path: Path) -> None:
    """Pages of the file that were overwritten end in a problem or an error of ours, never in a traceback."""
    whole = bytearray(built.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 9000] = bytes(9000)
    (tmp_path / "broken.db").write_bytes(whole)
    with Desk(tmp_path / "broken.db") as desk:
        assert desk.verify()


def test_an_older_desk_is_sealed_when_it_is_opened(tmp_path: Path) -> None:
    """A desk made before there were seals gets them, and passes."""
    with closing(sqlite3.connect(tmp_path / "old.db")) as db:
        db.executescript("".join(MIGRATIONS[:3]) + "PRAGMA user_version = 3;")
        db.execute("INSERT INTO done VALUES ('read', 'capture-1', 'read/1')")
        db.execute("INSERT INTO vectors VALUES ('k', x'00ff')")
        db.commit()
    with Desk(tmp_path / "old.db") as desk:
        assert desk.verify() == ()
        assert desk._view.made_by("read", "capture-1") == "read/1"


def test_the_originals_are_read_again(built: Path, tmp_path: Path) -> None:
    """Beside the folder it was built from a desk passes; a file that was changed or taken away is named.

    Once the desk has the new state of a file, the former one is no problem.
    """
    folder = tmp_path / "reports"
    write(folder, None)
    with Desk(tmp_path / "careo.db") as desk:
        desk.build([str(folder)])
        assert desk.verify([str(folder)]) == ()
        first, second, *_ = sorted(folder.iterdir())
        first.write_bytes(first.read_bytes() + b" ")
        second.unlink()
        told = [problem.what for problem in desk.verify([str(folder)])]
        assert sorted(told) == sorted([f"{first.name} has other bytes now", f"{second.name} is not there"])
        desk.build([str(folder)])
        assert [problem.what for problem in desk.verify([str(folder)])] == [f"{second.name} is not there"]
