"""The desk file: SQLite with one row a record, its JSON in `body`, and the captures' bytes in `blobs`."""

import os
import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from careo.errors import DeskError
from careo.model.codec import KINDS, Record, dumps, loads
from careo.model.decided import Decision
from careo.model.ids import place
from careo.model.inferred import Entity, Findings, Relations, Story
from careo.model.placed import Placement
from careo.model.seen import Reading, Received, Skip
from careo.store.base import Rests
from careo.store.migrations import MIGRATIONS
from careo.store.places import PlacesView, PlacesWriter, insert
from careo.store.seals import Damage, damage, keep_count, seal_of, teach

_TABLE_OF = {
    "capture": "captures", "report": "reports", "mention": "mentions", "statement": "statements",
    "entity": "entities", "story": "stories", "derivation": "derivations", "version": "versions",
    "judgement": "judgements", "claim": "claims", "discrepancy": "discrepancies", "decision": "decisions",
    "skip": "skips",
}  # fmt: skip
_BUSY_SECONDS = 5.0
_OF_STORY = "SELECT {columns} FROM homes h JOIN {table} o ON o.report = h.report WHERE h.story = ? ORDER BY o.id"
_NAMED_IN_STORY = """SELECT o.seal, b.entity FROM homes h JOIN mentions o ON o.report = h.report
  LEFT JOIN members b ON b.mention = o.id WHERE h.story = ? ORDER BY o.id"""

sqlite_version = sqlite3.sqlite_version
"""The version of SQLite that Python brings."""


class SqliteStore:
    """A desk in one SQLite file; `:memory:` keeps it in memory.

    Raises:
        DeskError: if the file is no desk, is damaged, or was written by a newer careo.
    """

    def __init__(self, path: str | Path) -> None:
        """Open the desk, make it if there is none, and bring its tables up to date."""
        self.path = str(path)
        try:
            self._db = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
        except sqlite3.Error as error:
            raise DeskError(f"{self.path} cannot be opened as a desk: {_why(self.path, error)}") from error
        try:
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            teach(self._db)
            self._migrate()
            keep_count(self._db)
        except (sqlite3.Error, DeskError) as error:
            self._db.close()
            if isinstance(error, DeskError):
                raise
            raise DeskError(f"{self.path} cannot be opened as a desk: {_why(self.path, error)}") from error
        self._view = SqliteView(self._db)

    @property
    def view(self) -> "SqliteView":
        """The reading side."""
        return self._view

    @contextmanager
    def writer(self) -> Iterator["SqliteWriter"]:
        """Open the one writer; raises DeskError when another process is writing for too long."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise DeskError(f"{self.path} is being written by another careo; try again later") from error
        try:
            yield SqliteWriter(self._db)
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        self._db.close()

    def _migrate(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise DeskError(
                f"{self.path} was written by a newer careo (version {version} of the tables, this one knows "
                f"{len(MIGRATIONS)}); install the newer careo"
            )
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            self._db.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")


def _why(path: str, error: Exception) -> str:
    """Say what stands in the way, where it is the place itself."""
    place = Path(path)
    if place.is_dir():
        return "it is a folder; name a file in it"
    if not place.parent.is_dir():
        return f"there is no folder {place.parent}; make it, or name another place with --desk"
    if not os.access(place if place.exists() else place.parent, os.W_OK):
        return "it may not be written here; name another place with --desk"
    return str(error)


class SqliteView:
    """The reading side; every listing is sorted by id."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[str, tuple[int, tuple[str, ...]]] = {}
        self.places = PlacesView(db)

    def records(self, kind: str) -> Iterator[Record]:
        """Yield every record of one kind."""
        order = "number" if kind == "decision" else "id"
        return self._load(f"SELECT body FROM {_TABLE_OF[kind]} ORDER BY {order}")  # noqa: S608

    def of_report(self, kind: str, report: str) -> Iterator[Record]:
        """Yield the mentions, statements or versions of one report, or the entities named in it."""
        if kind == "entity":
            named = "SELECT b.entity FROM members b JOIN mentions m ON m.id = b.mention WHERE m.report = ?"
            return self._load(f"SELECT body FROM entities WHERE id IN ({named}) ORDER BY id", report)  # noqa: S608
        return self._load(f"SELECT body FROM {_TABLE_OF[kind]} WHERE report = ? ORDER BY id", report)  # noqa: S608

    def of_story(self, kind: str, story: str) -> Iterator[Record]:
        """Yield the derivations, versions, judgements, claims or discrepancies of one story."""
        return self._load(f"SELECT body FROM {_TABLE_OF[kind]} WHERE story = ? ORDER BY id", story)  # noqa: S608

    def get(self, id_: str) -> Record | None:
        """Return the record of that id, of whatever kind, or `None`."""
        table = _TABLE_OF.get(id_.partition("-")[0])
        if table is None:
            return None
        return next(self._load(f"SELECT body FROM {table} WHERE id = ?", id_), None)  # noqa: S608

    def ids_like(self, prefix: str) -> list[str]:
        """Return the ids that begin so, sorted, at most ten."""
        kinds = [kind for kind in KINDS if kind.startswith(prefix.partition("-")[0])]
        found: list[str] = []
        for kind in kinds:
            query = f"SELECT id FROM {_TABLE_OF[kind]} WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 10"  # noqa: S608
            found += [id_ for (id_,) in self._db.execute(query, (len(prefix), prefix))]
        return sorted(found)[:10]

    def data(self, digest: str) -> bytes | None:
        """Return a capture's bytes by their SHA-256, or `None`; raises DeskError where they are damaged."""
        row = self._db.execute("SELECT data FROM blobs WHERE sha256 = ?", (digest,)).fetchone()
        try:
            return None if row is None else zlib.decompress(row[0])
        except zlib.error as error:
            raise DeskError(f"the bytes of {digest} are damaged: {error}") from error

    def ids(self, kind: str) -> list[str]:
        """Return the ids of every record of one kind, sorted."""
        return [id_ for (id_,) in self._db.execute(f"SELECT id FROM {_TABLE_OF[kind]} ORDER BY id")]  # noqa: S608

    def versions(self, stage: str) -> list[str]:
        """Return every version in which a stage has done with something, sorted."""
        query = "SELECT DISTINCT made_by FROM done WHERE stage = ? ORDER BY made_by"
        return [version for (version,) in self._db.execute(query, (stage,))]

    def vector(self, key: str) -> bytes | None:
        """Return a cached vector by its key, or `None`."""
        row = self._db.execute("SELECT data FROM vectors WHERE key = ?", (key,)).fetchone()
        return None if row is None else bytes(row[0])

    def made_by(self, stage: str, subject: str) -> str | None:
        """Return in which version a stage has done with a subject, or `None`."""
        query = "SELECT made_by FROM done WHERE stage = ? AND subject = ?"
        row = self._db.execute(query, (stage, subject)).fetchone()
        return None if row is None else str(row[0])

    def undone(self, stage: str, made_by: str) -> list[str]:
        """Return the ids of the captures that a stage has not done with in that version, sorted."""
        done = "SELECT subject FROM done WHERE stage = ? AND made_by = ?"
        query = f"SELECT id FROM captures WHERE id NOT IN ({done}) ORDER BY id"  # noqa: S608
        return [id_ for (id_,) in self._db.execute(query, (stage, made_by))]

    def unfound(self) -> list[str]:
        """Return the ids of the stories that have no findings of their present reports yet, sorted."""
        found = "SELECT subject FROM done WHERE stage = 'compare'"
        return [id_ for (id_,) in self._db.execute(f"SELECT id FROM stories WHERE id NOT IN ({found}) ORDER BY id")]  # noqa: S608

    def rests_on(self, story: str) -> Rests:
        """Return what the findings of a story rest on."""
        every = self._db.execute
        statements = every(_OF_STORY.format(columns="o.id, o.seal", table="statements"), (story,)).fetchall()
        named = every(_NAMED_IN_STORY, (story,)).fetchall()
        entities = sorted({entity for _, entity in named if entity is not None})
        rows = [
            *every("SELECT seal FROM stories WHERE id = ?", (story,)),
            *every(_OF_STORY.format(columns="o.seal", table="reports").replace("o.report", "o.id"), (story,)),
            *((seal,) for _, seal in statements),
            *named,
            *(self._called(entity) for entity in entities),
            *every("SELECT seal FROM derivations WHERE story = ? ORDER BY id", (story,)),
            *every("SELECT seal FROM versions WHERE story = ? ORDER BY id", (story,)),
        ]
        return Rests(frozenset(id_ for id_, _ in statements), tuple(repr(row) for row in rows))

    def _called(self, entity: str) -> tuple[str, ...]:
        """Return id, type and name of an entity; of one with many mentions the body is long, so it is read once."""
        (seal,) = self._db.execute("SELECT seal FROM entities WHERE id = ?", (entity,)).fetchone()
        if entity not in self._known or self._known[entity][0] != seal:
            words = "SELECT json_extract(body, '$.type'), json_extract(body, '$.name') FROM entities WHERE id = ?"
            self._known[entity] = seal, (entity, *self._db.execute(words, (entity,)).fetchone())
        return self._known[entity][1]

    def count(self, kind: str) -> int:
        """Return how many records of one kind there are."""
        (count,) = self._db.execute(f"SELECT count(*) FROM {_TABLE_OF[kind]}").fetchone()  # noqa: S608
        return int(count)

    def lacking(self, field: str) -> int:
        """Return how many reports have nothing in a field."""
        # In these words the index of those reports is used, where there is one; no text is loaded.
        query = f"SELECT count(*) FROM reports WHERE json_extract(body, '$.{field}') IS NULL"  # noqa: S608
        (count,) = self._db.execute(query).fetchone()
        return int(count)

    def damage(self) -> Iterator[Damage]:
        """Yield what careo did not write so, by record: rows changed, put in or taken out, and a damaged file."""
        return damage(self._db, MIGRATIONS)

    def _load(self, query: str, *arguments: str) -> Iterator[Record]:
        try:
            for (body,) in self._db.execute(query, arguments):
                yield loads(body)
        except sqlite3.Error as error:
            raise DeskError(f"the desk is damaged: {error}") from error


class SqliteWriter:
    """The writing side, inside one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.places = PlacesWriter(db)

    def put_reading(self, received: Received, reading: Reading) -> None:
        """Keep a capture with its bytes and what was read from it, in place of what was read from it before."""
        capture = received.capture
        packed = zlib.compress(received.data, 6)
        self._db.execute("INSERT OR IGNORE INTO blobs VALUES (?, ?)", (capture.sha256, packed))
        self._insert("captures", [(capture.id, capture.sha256, capture.origin, dumps(capture))], new=True)
        self._db.execute("DELETE FROM reports WHERE capture = ?", (capture.id,))
        self._db.execute("DELETE FROM skips WHERE input = ?", (place(capture.origin, capture.member),))
        self._insert("reports", ((r.id, r.capture, dumps(r)) for r in reading.reports))
        self._insert("mentions", ((m.id, m.report, dumps(m)) for m in reading.mentions))
        self._insert("statements", ((s.id, s.report, dumps(s)) for s in reading.statements))
        for skip in reading.skips:
            self.put_skip(skip)

    def put_skip(self, skip: Skip) -> None:
        """Keep a skip."""
        self.drop_skips([skip.id])
        self._insert("skips", [(skip.id, skip.input, dumps(skip))])

    def drop_skips(self, ids: Iterable[str]) -> None:
        """Forget skips whose reason is no more."""
        self._db.executemany("DELETE FROM skips WHERE id = ?", ((id_,) for id_ in ids))

    def put_relations(self, relations: Relations) -> None:
        """Replace entities, stories, derivations and versions; with stories that are gone or changed their findings go.

        A changed story's findings may be another's from now on, and are named by what they say.
        """
        self._db.execute("DELETE FROM derivations")
        self._db.execute("DELETE FROM versions")
        kept = {story.id: dumps(story) for story in relations.stories}
        for id_, body in self._db.execute("SELECT id, body FROM stories").fetchall():
            if kept.get(id_) != body:
                self._db.execute("DELETE FROM stories WHERE id = ?", (id_,))
                self.forget("compare", id_)
        self._insert("stories", kept.items(), new=True)
        story_of = {report: story.id for story in relations.stories for report in story.reports}
        self._db.execute("DELETE FROM homes")
        self._insert("homes", (row for story in relations.stories for row in _homes(story, lambda _: 0)))
        self._put_entities(relations.entities)
        self._insert("derivations", ((d.id, story_of[d.to], dumps(d)) for d in relations.derivations))
        self._insert("versions", ((v.id, story_of[v.report], v.report, dumps(v)) for v in relations.versions))

    def _put_entities(self, entities: Iterable[Entity]) -> None:
        """Replace the entities; most are on a large desk what they were, and what is the same is not written again."""
        before = dict(self._db.execute("SELECT id, seal FROM entities").fetchall())
        changed = []
        for entity in entities:
            body = dumps(entity)
            if before.pop(entity.id, None) != seal_of(entity.id, body):
                changed.append((entity, body))
        gone = [*before, *(entity.id for entity, _ in changed)]
        self._db.executemany("DELETE FROM entities WHERE id = ?", ((id_,) for id_ in gone))
        self._insert("entities", ((entity.id, body) for entity, body in changed))
        self._insert("members", ((mention, entity.id) for entity, _ in changed for mention in entity.mentions))

    def put_placement(self, placement: Placement) -> None:
        """Give a report its place: let entities grow, and replace its story; the story's findings go."""
        now = {before: entity.id for before, entity in placement.entities if before is not None}
        for before, entity in placement.entities:
            offers = (replace(offer, entity=now.get(offer.entity, offer.entity)) for offer in entity.possibly_same)
            self._grow(
                before, replace(entity, possibly_same=tuple(sorted(offers, key=lambda o: o.entity))), now.values()
            )
        self.places.put_bearings(placement.bearings)
        self.places.put_likenesses([placement.likeness])
        story = placement.story
        settled = set()
        if placement.before is not None:
            query = "SELECT report FROM homes WHERE story = ? AND placed = 0"
            settled = {report for (report,) in self._db.execute(query, (placement.before,))}
            self._db.execute("DELETE FROM derivations WHERE story = ?", (placement.before,))
            self._db.execute("DELETE FROM versions WHERE story = ?", (placement.before,))
            self._db.execute("DELETE FROM stories WHERE id = ?", (placement.before,))
            self.forget("compare", placement.before)
        self._insert("stories", [(story.id, dumps(story))])
        self._insert("homes", _homes(story, lambda report: int(report not in settled)))
        self._insert("derivations", ((d.id, story.id, dumps(d)) for d in placement.derivations))
        self._insert("versions", ((v.id, story.id, v.report, dumps(v)) for v in placement.versions))

    def _grow(self, before: str | None, entity: Entity, growing: Collection[str]) -> None:
        """Keep an entity that is new, or that has more names than it had; most keep their id, and their members.

        Others that may be the same name it by its new id; those that are `growing`, too, do already.
        """
        row = (entity.id, dumps(entity))
        kept = self._db.execute("SELECT mention FROM members WHERE entity = ?", (before,)).fetchall()
        if before == entity.id:
            self._db.execute("UPDATE entities SET body = ?, seal = ? WHERE id = ?", (row[1], seal_of(*row), row[0]))
            known = {mention for (mention,) in kept}
        else:
            self._db.execute("DELETE FROM entities WHERE id = ?", (before,))
            self._insert("entities", [row])
            known = set()
        if before is not None and before != entity.id:
            self.places.rename(before, entity.id)
            for offer in entity.possibly_same:
                if offer.entity not in growing:
                    self._offer(offer.entity, before, entity.id)
        self._insert("members", ((mention, entity.id) for mention in entity.mentions if mention not in known))

    def _offer(self, other: str, before: str, entity: str) -> None:
        """Let an entity that may be the same as another name it by its new id."""
        (body,) = self._db.execute("SELECT body FROM entities WHERE id = ?", (other,)).fetchone()
        one = cast(Entity, loads(body))
        offers = (replace(o, entity=entity) if o.entity == before else o for o in one.possibly_same)
        row = other, dumps(replace(one, possibly_same=tuple(sorted(offers, key=lambda o: o.entity))))
        self._db.execute("UPDATE entities SET body = ?, seal = ? WHERE id = ?", (row[1], seal_of(*row), other))

    def put_findings(self, story: str, findings: Findings) -> None:
        """Replace the judgements, claims and discrepancies of one story."""
        for table in ("judgements", "claims", "discrepancies"):
            self._db.execute(f"DELETE FROM {table} WHERE story = ?", (story,))  # noqa: S608
        self._insert("judgements", ((j.id, story, dumps(j)) for j in findings.judgements))
        self._insert("claims", ((c.id, story, dumps(c)) for c in findings.claims))
        self._insert("discrepancies", ((d.id, story, dumps(d)) for d in findings.discrepancies))

    def put_vector(self, key: str, data: bytes) -> None:
        """Cache a vector; the cache can be thrown away at any time."""
        self._db.execute("DELETE FROM vectors WHERE key = ?", (key,))
        self._insert("vectors", [(key, data)])

    def mark_done(self, stage: str, subject: str, made_by: str) -> None:
        """Remember that a stage has done with a subject, and in which version."""
        self.forget(stage, subject)
        self._insert("done", [(stage, subject, made_by)])

    def forget(self, stage: str, subject: str) -> None:
        """Forget that a stage has done with a subject."""
        self._db.execute("DELETE FROM done WHERE stage = ? AND subject = ?", (stage, subject))

    def append(self, decision: Decision) -> None:
        """Append a decision; the same decision twice is one."""
        (number,) = self._db.execute("SELECT coalesce(max(number), 0) + 1 FROM decisions").fetchone()
        self._insert("decisions", [(decision.id, number, dumps(decision))], new=True)

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]], *, new: bool = False) -> None:
        insert(self._db, table, rows, new=new)


def _homes(story: Story, placed: Callable[[str], int]) -> Iterator[tuple[object, ...]]:
    return ((id_, story.id, episode.id, placed(id_)) for episode in story.episodes for id_ in episode.reports)
