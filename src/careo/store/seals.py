"""What shows that a row was changed, put in or taken out by another program than careo.

Each row carries a 64-bit BLAKE2b of its other columns; `totals` keeps, table by table, how many rows careo wrote and
the exclusive or of their seals. That finds accidents and edits by hand. Whoever makes the sums anew on purpose is
found only by the ids, hashes and quotations inside the records, or by building the desk again.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import blake2b

SEALED: dict[str, tuple[str, ...]] = {
    "captures": ("id", "sha256", "origin", "body"),
    "reports": ("id", "capture", "body"),
    "mentions": ("id", "report", "body"),
    "statements": ("id", "report", "body"),
    "skips": ("id", "input", "body"),
    "decisions": ("id", "number", "body"),
    "entities": ("id", "body"),
    "members": ("mention", "entity"),
    "stories": ("id", "body"),
    "derivations": ("id", "story", "body"),
    "versions": ("id", "story", "report", "body"),
    "judgements": ("id", "story", "body"),
    "claims": ("id", "story", "body"),
    "discrepancies": ("id", "story", "body"),
    "vectors": ("key", "data"),
    "done": ("stage", "subject", "made_by"),
    "homes": ("report", "story", "episode", "placed"),
    "bearings": ("key", "entity", "name", "type"),
    "hooks": ("hook", "key"),
    "likenesses": ("report", "day", "meaning", "profile"),
    "cues": ("cue", "report"),
}
"""The tables whose rows carry a seal, with the columns it covers."""
LATER = ("homes", "bearings", "hooks", "likenesses", "cues")
"""Those that came with their seal, after the others had got theirs."""

Damage = tuple[str, str]
"""Where, and what is wrong."""

_COUNTED = """
CREATE TEMP TRIGGER {table}_in AFTER INSERT ON main.{table} BEGIN
  UPDATE totals SET written = written + 1, seal = (seal | NEW.seal) & ~(seal & NEW.seal) WHERE shelf = '{table}'; END;
CREATE TEMP TRIGGER {table}_out AFTER DELETE ON main.{table} BEGIN
  UPDATE totals SET written = written - 1, seal = (seal | OLD.seal) & ~(seal & OLD.seal) WHERE shelf = '{table}'; END;
CREATE TEMP TRIGGER {table}_by AFTER UPDATE ON main.{table} BEGIN
  UPDATE totals SET seal = (seal | OLD.seal) & ~(seal & OLD.seal) WHERE shelf = '{table}';
  UPDATE totals SET seal = (seal | NEW.seal) & ~(seal & NEW.seal) WHERE shelf = '{table}'; END;
"""


class Together:
    """The exclusive or of a column of seals: an aggregate for SQL."""

    def __init__(self) -> None:
        self._seal = 0

    def step(self, seal: int) -> None:
        """Take one more seal in."""
        self._seal ^= seal

    def finalize(self) -> int:
        """Return all of them together."""
        return self._seal


def seal_of(*columns: object) -> int:
    """Return the seal of a row: a signed number of 64 bits.

    Each column counts as its length and its characters, so that nothing can move from one to the next unseen.
    """
    digest = blake2b(digest_size=8)
    for column in columns:
        raw = column if isinstance(column, bytes) else str(column).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    return int.from_bytes(digest.digest(), "big", signed=True)


def teach(db: sqlite3.Connection) -> None:
    """Give a connection the functions that the migrations use."""
    db.create_function("seal_of", -1, seal_of, deterministic=True)
    db.create_aggregate("together", 1, Together)


def keep_count(db: sqlite3.Connection) -> None:
    """Let this connection, and no other program, bring the totals up to date with every row it writes."""
    for table in SEALED:
        db.executescript(_COUNTED.format(table=table))


def damage(db: sqlite3.Connection, scripts: Iterable[str]) -> Iterator[Damage]:
    """Yield what careo did not write so: damage to the file, rows changed, put in or taken out, tables made other.

    Args:
        db: the desk.
        scripts: the migrations that made its tables.
    """
    try:
        yield from _file(db)
        yield from _tables(db, scripts)
        for table, columns in SEALED.items():
            yield from _rows(db, table, columns)
    except sqlite3.Error as error:
        yield "desk", f"the file is damaged: {error}"


def _file(db: sqlite3.Connection) -> Iterator[Damage]:
    for (said,) in db.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield "desk", f"the file is damaged: {said}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield "desk", f"row {row} of {table} names a row that {parent} does not have"
    for (digest,) in db.execute("SELECT sha256 FROM blobs WHERE sha256 NOT IN (SELECT sha256 FROM captures)"):
        yield str(digest), "bytes that belong to no capture"


def _tables(db: sqlite3.Connection, scripts: Iterable[str]) -> Iterator[Damage]:
    """Compare tables, indexes and views with those of a new desk; what others added beside them is theirs."""
    fresh = sqlite3.connect(":memory:")
    try:
        teach(fresh)
        for script in scripts:
            fresh.executescript(script)
        found, wanted = (dict(each.execute("SELECT name, sql FROM sqlite_master")) for each in (db, fresh))
    finally:
        fresh.close()
    for name in sorted(wanted):
        if name not in found or found[name] != wanted[name]:
            yield name, "this table or view of the desk is not as careo made it"


def _rows(db: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[Damage]:
    # As bytes: a changed byte may be no character any more.
    cells = ", ".join(f"CAST({column} AS BLOB)" for column in columns)
    count, together = 0, 0
    for *row, seal in db.execute(f"SELECT {cells}, seal FROM {table} ORDER BY {columns[0]}"):  # noqa: S608
        count += 1
        together ^= seal if isinstance(seal, int) else 0
        if seal != seal_of(*row):
            yield _named(table, row), "was changed after careo wrote it"
    written = db.execute("SELECT written, seal FROM totals WHERE shelf = ?", (table,)).fetchone() or (None, None)
    if written != (count, together):
        yield table, f"{count} rows where careo wrote {written[0]}, or other rows: some were put in or taken out"


def _named(table: str, row: list[bytes]) -> str:
    """Return the id of a row's record; a cached vector and a remembered state have none and are told by their key."""
    key = row[:2] if table in ("done", "hooks", "cues") else row[:1]
    words = " ".join(cell.decode("utf-8", "replace") for cell in key if cell is not None)
    return words if table not in ("vectors", "done", "members", *LATER) else f"{table} {words}"
