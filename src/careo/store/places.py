"""What a large desk keeps so that a few more reports find their place: names by key, reports by day and meaning."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from careo.model.placed import Bearing, Likeness
from careo.model.seen import MentionType
from careo.store.seals import seal_of

_MANY = 500
"""Names in one question to the database."""


def insert(db: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]], *, new: bool = False) -> None:
    """Write rows with their seals; with `new` only those whose id is not there yet."""
    verb = "INSERT OR IGNORE" if new else "INSERT"
    for row in rows:
        marks = ", ".join("?" * (len(row) + 1))
        db.execute(f"{verb} INTO {table} VALUES ({marks})", (*row, seal_of(*row)))


class PlacesView:
    """The reading side."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def count(self) -> tuple[int, int]:
        """Return how many reports were settled and how many placed since."""
        row = self._db.execute("SELECT count(*) - coalesce(sum(placed), 0), coalesce(sum(placed), 0) FROM homes")
        settled, placed = row.fetchone()
        return settled, placed

    def homeless(self) -> list[str]:
        """Return the reports that have no story yet, sorted."""
        query = "SELECT id FROM reports WHERE id NOT IN (SELECT report FROM homes) ORDER BY id"
        return [id_ for (id_,) in self._db.execute(query)]

    def is_emptied(self) -> bool:
        """Whether a report that has a story is not there any more."""
        query = "SELECT 1 FROM homes WHERE report NOT IN (SELECT id FROM reports) LIMIT 1"
        return self._db.execute(query).fetchone() is not None

    def home(self, report: str) -> tuple[str, str] | None:
        """Return the story and the episode of a report, or `None`."""
        return cast(
            tuple[str, str] | None,
            self._db.execute("SELECT story, episode FROM homes WHERE report = ?", (report,)).fetchone(),
        )

    def episodes(self, story: str | None) -> list[str]:
        """Return the ids of the episodes of a story, or of all, sorted."""
        where = "WHERE story = ?" if story is not None else ""
        query = f"SELECT DISTINCT episode FROM homes {where} ORDER BY episode"  # noqa: S608
        return [id_ for (id_,) in self._db.execute(query, () if story is None else (story,))]

    def told_in(self, episode: str) -> list[str]:
        """Return the reports of an episode, sorted."""
        query = "SELECT report FROM homes WHERE episode = ? ORDER BY report"
        return [id_ for (id_,) in self._db.execute(query, (episode,))]

    def bearing(self, key: tuple[str, ...]) -> Bearing | None:
        """Return who bears a name, or `None`."""
        query = "SELECT entity, name, type FROM bearings WHERE key = ?"
        row = self._db.execute(query, ("\t".join(key),)).fetchone()
        if row is None:
            return None
        entity, name, type_ = row
        return Bearing(key, entity, name, type_, ())

    def hooked(self, hook: tuple[str, ...]) -> list[Bearing]:
        """Return the names that are found by a hook, sorted by key."""
        query = """SELECT b.key, b.entity, b.name, b.type FROM hooks h JOIN bearings b ON b.key = h.key
          WHERE h.hook = ? ORDER BY b.key"""
        rows = self._db.execute(query, ("\t".join(hook),))
        return [Bearing(tuple(key.split("\t")), entity, name, type_, ()) for key, entity, name, type_ in rows]

    def cued(self, cues: Iterable[tuple[str, str | int]]) -> Mapping[tuple[str, str | int], list[str]]:
        """Return, by cue, the reports that have it, sorted."""
        query = "SELECT report FROM cues WHERE cue = ? ORDER BY report"
        return {cue: [id_ for (id_,) in self._db.execute(query, (_cue(cue),))] for cue in cues}

    def around(self, day: int, within: int) -> list[str]:
        """Return the reports of the days around one, the nearest days first."""
        query = "SELECT report FROM likenesses WHERE day BETWEEN ? AND ? ORDER BY abs(day - ?), report"
        return [id_ for (id_,) in self._db.execute(query, (day - within, day + within, day))]

    def undated(self) -> list[str]:
        """Return the reports of no known day, sorted."""
        return [id_ for (id_,) in self._db.execute("SELECT report FROM likenesses WHERE day IS NULL ORDER BY report")]

    def meanings(self) -> Iterator[tuple[str, bytes]]:
        """Yield every report with how it begins."""
        yield from self._db.execute("SELECT report, meaning FROM likenesses WHERE meaning <> x'' ORDER BY report")

    def likenesses(self, reports: Sequence[str]) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield some reports with how they begin and what else tells them apart."""
        for marks, some in _asked(reports):
            yield from self._db.execute(
                f"SELECT report, meaning, profile FROM likenesses WHERE report IN ({marks}) ORDER BY report",  # noqa: S608
                some,
            )

    def naming(self, entity: str, most: int) -> list[str]:
        """Return the reports that name an entity, sorted, at most so many."""
        query = """SELECT DISTINCT m.report FROM members b JOIN mentions m ON m.id = b.mention WHERE b.entity = ?
          ORDER BY m.report LIMIT ?"""
        return [id_ for (id_,) in self._db.execute(query, (entity, most))]

    def reports_naming(self, entity: str) -> int:
        """Return how many reports name an entity."""
        query = "SELECT count(DISTINCT m.report) FROM members b JOIN mentions m ON m.id = b.mention WHERE b.entity = ?"
        (count,) = self._db.execute(query, (entity,)).fetchone()
        return int(count)

    def named_in(self, reports: Sequence[str]) -> dict[str, list[tuple[str, MentionType, int]]]:
        """Return, by report, the entities that it names: id, type, and how often."""
        counted: Counter[tuple[str, str]] = Counter()
        for marks, some in _asked(reports):
            query = f"SELECT m.report, b.entity FROM mentions m JOIN members b ON b.mention = m.id WHERE m.report IN ({marks})"  # noqa: S608, E501
            counted.update(self._db.execute(query, some))
        entities = sorted({entity for _, entity in counted})
        types: dict[str, MentionType] = {}
        for marks, some in _asked(entities):
            query = f"SELECT id, substr(body, 1, 200) FROM entities WHERE id IN ({marks})"  # noqa: S608
            types.update((id_, _type(body)) for id_, body in self._db.execute(query, some))
        found: dict[str, list[tuple[str, MentionType, int]]] = defaultdict(list)
        for (report, entity), count in counted.items():
            found[report].append((entity, types[entity], count))
        return found


class PlacesWriter:
    """The writing side."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def clear(self) -> None:
        """Forget names and likenesses, all of them."""
        for table in ("bearings", "hooks", "likenesses", "cues"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608

    def put_bearings(self, bearings: Iterable[Bearing]) -> None:
        """Keep names, in place of what was known of them."""
        for one in bearings:
            key = "\t".join(one.key)
            self._db.execute("DELETE FROM bearings WHERE key = ?", (key,))
            insert(self._db, "bearings", [(key, one.entity, one.name, one.type)])
            insert(self._db, "hooks", (("\t".join(hook), key) for hook in one.hooks), new=True)

    def put_likenesses(self, likenesses: Iterable[Likeness]) -> None:
        """Keep what tells reports apart."""
        for one in likenesses:
            insert(self._db, "likenesses", [(one.report, one.day, one.meaning, one.profile)])
            insert(self._db, "cues", ((_cue(cue), one.report) for cue in one.cues), new=True)

    def rename(self, before: str, entity: str) -> None:
        """Give the names of an entity to the one it became."""
        rows = self._db.execute("SELECT key, name, type FROM bearings WHERE entity = ?", (before,)).fetchall()
        for key, name, type_ in rows:
            self._db.execute("DELETE FROM bearings WHERE key = ?", (key,))
            insert(self._db, "bearings", [(key, entity, name, type_)])


def _cue(cue: tuple[str, str | int]) -> str:
    return f"{cue[0]}\t{cue[1]}"


def _asked(ids: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    for at in range(0, len(ids), _MANY):
        some = ids[at : at + _MANY]
        yield ", ".join("?" * len(some)), some


def _type(body: str) -> MentionType:
    """Return an entity's type; the body of one that is named often is too long to be read for that alone."""
    _, _, rest = body.partition('"type":"')
    return cast(MentionType, rest.partition('"')[0])
