"""The desk file."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.make import make_received
from tests.table import make_decision, make_docket, make_entity, meeting

from careo.errors import DeskError
from careo.model.codec import dumps
from careo.model.inferred import Findings, Relations
from careo.model.seen import Reading, Skip
from careo.store.migrations import MIGRATIONS
from careo.store.sqlite import SqliteStore


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    opened = SqliteStore(":memory:")
    yield opened
    opened.close()


def reading():
    report, statement, mentions = meeting("de", "Tomás Lindo")
    received = make_received(report.text, origin=f"{report.id}.txt")
    report = type(report)(**{f: getattr(report, f) for f in report.__slots__} | {"capture": received.capture.id})
    return received, Reading(received.capture, (report,), mentions, (statement,), ())


def test_what_is_kept_comes_back(store: SqliteStore) -> None:
    """Bytes and records are read back as they were written."""
    received, read = reading()
    with store.writer() as writer:
        writer.put_reading(received, read)
    assert store.view.data(received.capture.sha256) == received.data
    assert list(store.view.records("report")) == list(read.reports)
    assert list(store.view.of_report("statement", read.reports[0].id)) == list(read.statements)
    assert store.view.get(read.mentions[0].id) == read.mentions[0]


def test_reading_again_replaces_and_never_doubles(store: SqliteStore) -> None:
    """The same capture twice leaves one set of records; a skip of that origin goes when it can be read."""
    received, read = reading()
    with store.writer() as writer:
        writer.put_skip(Skip("skip-1", "gather", received.capture.origin, "was locked"))
        writer.put_reading(received, read)
        writer.put_reading(received, read)
    assert store.view.count("mention") == 2
    assert store.view.count("skip") == 0


def test_an_error_keeps_nothing_of_its_block(store: SqliteStore) -> None:
    """All or nothing: half a writing is no writing."""
    received, read = reading()
    with pytest.raises(KeyError), store.writer() as writer:
        writer.put_reading(received, read)
        raise KeyError
    assert store.view.count("capture") == 0


def test_findings_go_with_their_story(store: SqliteStore) -> None:
    """When a story is gone, nothing of it stays behind."""
    docket = make_docket([meeting("de", "Tomás Lindo")[0]], [])
    with store.writer() as writer:
        writer.put_relations(Relations((), (docket.story,), ()))
        writer.put_findings(docket.story.id, Findings((), (), ()))
        writer.mark_done("compare", docket.story.id, "1")
    with store.writer() as writer:
        writer.put_relations(Relations((make_entity(meeting("nl", "X Y")[2][0]),), (), ()))
    assert store.view.count("story") == 0
    assert store.view.made_by("compare", docket.story.id) is None


def test_decisions_keep_the_order_they_were_made_in(store: SqliteStore) -> None:
    """Decisions are appended; the same one twice is one."""
    made = [make_decision("dismiss", "statement", [("statement-a", "r")], reason=f"reason {n}") for n in range(5)]
    with store.writer() as writer:
        for decision in [*made, made[0]]:
            writer.append(decision)
    assert list(store.view.records("decision")) == made


def test_a_file_that_is_no_desk_is_named(tmp_path: Path) -> None:
    """A wrong file gives an error with its name, and is not touched."""
    path = tmp_path / "notes.db"
    path.write_bytes(b"shopping list\n" * 100)
    with pytest.raises(DeskError, match=r"notes\.db"):
        SqliteStore(path)
    assert path.read_bytes().startswith(b"shopping list")


def test_a_desk_of_a_newer_careo_is_refused(tmp_path: Path) -> None:
    """An old program does not write into tables it does not know."""
    path = tmp_path / "desk.db"
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    with pytest.raises(DeskError, match="newer"):
        SqliteStore(path)


def test_two_writers_do_not_mix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second writer is told to wait, and nothing is lost."""
    monkeypatch.setattr("careo.store.sqlite._BUSY_SECONDS", 0.1)
    one, other = SqliteStore(tmp_path / "desk.db"), SqliteStore(tmp_path / "desk.db")
    with one.writer(), pytest.raises(DeskError, match="another careo"), other.writer():
        pass
    with other.writer() as writer:
        writer.mark_done("a", "b", "c")
    assert one.view.made_by("a", "b") == "c"
    one.close()
    other.close()


def test_the_views_open_in_any_sqlite_tool(tmp_path: Path) -> None:
    """Every documented view can be read by a plain SQLite connection and shows what the records hold."""
    store = SqliteStore(tmp_path / "desk.db")
    received, read = reading()
    with store.writer() as writer:
        writer.put_reading(received, read)
    store.close()
    db = sqlite3.connect(f"file:{tmp_path / 'desk.db'}?mode=ro", uri=True)
    views = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    for view in views:
        db.execute(f"SELECT * FROM {view}").fetchall()
    assert db.execute('SELECT type, "trigger", sentence FROM v_statements').fetchone() == (
        "MEET", "met", read.reports[0].text,
    )  # fmt: skip
    assert len(views) >= 8
    db.close()


def test_a_desk_made_before_mentions_were_tied_is_read(tmp_path: Path) -> None:
    """The mentions of an older desk belong to none, and the view says so."""
    path = tmp_path / "desk.db"
    db = sqlite3.connect(path)
    db.executescript(f"{MIGRATIONS[0]} PRAGMA user_version = 1;")
    _, read = reading()
    with_mention = [(m.id, m.report, dumps(m).replace(',"of":null', "")) for m in read.mentions]
    assert with_mention
    db.executemany("INSERT INTO mentions VALUES (?, ?, ?)", with_mention)
    db.commit()
    db.close()
    store = SqliteStore(path)
    assert list(store.view.records("mention")) == sorted(read.mentions, key=lambda mention: mention.id)
    store.close()
