"""What the rest of the house may ask of a store: a View to read, a Writer to write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from careo.model.codec import Record
from careo.model.decided import Decision
from careo.model.inferred import Findings, Relations
from careo.model.placed import Bearing, Likeness, Placement
from careo.model.seen import MentionType, Reading, Received, Skip


@dataclass(frozen=True, slots=True)
class Rests:
    """What the findings of a story rest on, told without loading it."""

    statements: frozenset[str]
    """Ids of its statements."""
    seals: tuple[str, ...]
    """The seals of its rows, and how its entities are called: alike as long as its records are."""


class Places(Protocol):
    """What a large desk keeps so that a few more reports find their place."""

    def count(self) -> tuple[int, int]:
        """Return how many reports were settled and how many placed since."""
        ...

    def homeless(self) -> list[str]:
        """Return the reports that have no story yet, sorted."""
        ...

    def is_emptied(self) -> bool:
        """Whether a report that has a story is not there any more."""
        ...

    def home(self, report: str) -> tuple[str, str] | None:
        """Return the story and the episode of a report, or `None`."""
        ...

    def episodes(self, story: str | None) -> list[str]:
        """Return the ids of the episodes of a story, or of all, sorted."""
        ...

    def told_in(self, episode: str) -> list[str]:
        """Return the reports of an episode, sorted."""
        ...

    def bearing(self, key: tuple[str, ...]) -> Bearing | None:
        """Return who bears a name, or `None`."""
        ...

    def hooked(self, hook: tuple[str, ...]) -> list[Bearing]:
        """Return the names that are found by a hook, sorted by key."""
        ...

    def cued(self, cues: Iterable[tuple[str, str | int]]) -> Mapping[tuple[str, str | int], list[str]]:
        """Return, by cue, the reports that have it, sorted."""
        ...

    def around(self, day: int, within: int) -> list[str]:
        """Return the reports of the days around one, the nearest days first."""
        ...

    def undated(self) -> list[str]:
        """Return the reports of no known day, sorted."""
        ...

    def meanings(self) -> Iterator[tuple[str, bytes]]:
        """Yield every report that has one with the vector of how it begins."""
        ...

    def likenesses(self, reports: Sequence[str]) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield some reports with how they begin and what else tells them apart."""
        ...

    def naming(self, entity: str, most: int) -> list[str]:
        """Return the reports that name an entity, sorted, at most so many."""
        ...

    def reports_naming(self, entity: str) -> int:
        """Return how many reports name an entity."""
        ...

    def named_in(self, reports: Sequence[str]) -> dict[str, list[tuple[str, MentionType, int]]]:
        """Return, by report, the entities that it names: id, type, and how often."""
        ...


class Placing(Protocol):
    """Keeping it."""

    def clear(self) -> None:
        """Forget names and likenesses, all of them."""
        ...

    def put_bearings(self, bearings: Iterable[Bearing]) -> None:
        """Keep names, in place of what was known of them."""
        ...

    def put_likenesses(self, likenesses: Iterable[Likeness]) -> None:
        """Keep what tells reports apart."""
        ...


class View(Protocol):
    """Reading; every listing is sorted by id."""

    @property
    def places(self) -> Places:
        """What tells where a new report belongs."""
        ...

    def records(self, kind: str) -> Iterator[Record]:
        """Yield every record of one kind."""
        ...

    def of_report(self, kind: str, report: str) -> Iterator[Record]:
        """Yield the mentions, statements or versions of one report, or the entities named in it."""
        ...

    def of_story(self, kind: str, story: str) -> Iterator[Record]:
        """Yield the derivations, versions, judgements, claims or discrepancies of one story."""
        ...

    def get(self, id_: str) -> Record | None:
        """Return the record of that id, of whatever kind, or `None`."""
        ...

    def ids_like(self, prefix: str) -> list[str]:
        """Return the ids that begin so, sorted, at most ten."""
        ...

    def data(self, digest: str) -> bytes | None:
        """Return a capture's bytes by their SHA-256, or `None`."""
        ...

    def ids(self, kind: str) -> list[str]:
        """Return the ids of every record of one kind, sorted."""
        ...

    def versions(self, stage: str) -> list[str]:
        """Return every version in which a stage has done with something, sorted."""
        ...

    def vector(self, key: str) -> bytes | None:
        """Return a cached vector by its key, or `None`."""
        ...

    def made_by(self, stage: str, subject: str) -> str | None:
        """Return in which version a stage has done with a subject, or `None`."""
        ...

    def undone(self, stage: str, made_by: str) -> list[str]:
        """Return the ids of the captures that a stage has not done with in that version, sorted."""
        ...

    def unfound(self) -> list[str]:
        """Return the ids of the stories that have no findings of their present reports yet, sorted."""
        ...

    def rests_on(self, story: str) -> Rests:
        """Return what the findings of a story rest on."""
        ...

    def lacking(self, field: str) -> int:
        """Return how many reports have nothing in a field."""
        ...

    def count(self, kind: str) -> int:
        """Return how many records of one kind there are."""
        ...

    def damage(self) -> Iterator[tuple[str, str]]:
        """Yield what was changed, put in or taken out behind the store's back: where, and what."""
        ...


class Writer(Protocol):
    """Writing; inside one `with store.writer() as writer:` all or nothing is kept."""

    @property
    def places(self) -> Placing:
        """What tells where a new report belongs."""
        ...

    def put_reading(self, received: Received, reading: Reading) -> None:
        """Keep a capture with its bytes and what was read from it, in place of what was read from it before."""
        ...

    def put_skip(self, skip: Skip) -> None:
        """Keep a skip."""
        ...

    def drop_skips(self, ids: Iterable[str]) -> None:
        """Forget skips whose reason is no more."""
        ...

    def put_relations(self, relations: Relations) -> None:
        """Replace entities, stories, derivations and versions; stories gone or changed lose their findings."""
        ...

    def put_placement(self, placement: Placement) -> None:
        """Give a report its place: let entities grow, and replace its story; the story's findings go."""
        ...

    def put_findings(self, story: str, findings: Findings) -> None:
        """Replace the judgements, claims and discrepancies of one story."""
        ...

    def put_vector(self, key: str, data: bytes) -> None:
        """Cache a vector; the cache can be thrown away at any time."""
        ...

    def mark_done(self, stage: str, subject: str, made_by: str) -> None:
        """Remember that a stage has done with a subject, and in which version."""
        ...

    def forget(self, stage: str, subject: str) -> None:
        """Forget that a stage has done with a subject."""
        ...

    def append(self, decision: Decision) -> None:
        """Append a decision."""
        ...


class Store(Protocol):
    """One View to read, one Writer at a time to write."""

    @property
    def view(self) -> View:
        """The reading side."""
        ...

    def writer(self) -> AbstractContextManager[Writer]:
        """Open the writing side; what was written is kept when the block ends without an error."""
        ...
