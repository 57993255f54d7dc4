"""A statement in the stand: with its report and the entities behind its slots."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from careo.engines.base import Vector
from careo.model.inferred import Docket, Entity
from careo.model.seen import Actor, Mention, Place, Report, Setting, Statement


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement with the entities behind its slots."""

    statement: Statement
    report: Report
    entity_of: Mapping[str, Entity]
    """Mention id to entity, for the mentions of the story."""
    names: frozenset[str] = frozenset()
    """Ids of the entities named in the sentence."""
    rarity: Mapping[str, float] = field(default_factory=dict)
    """Entity id to 1 for a name in one sentence of the story, towards 0 for one in most."""
    vector: Vector | None = None
    """The meaning of the sentence; `None` where no encoder is at hand."""
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    """Mention id to mention, for the names of the story."""

    beside: tuple[Mention, ...] = ()
    """Names, figures and dates of the sentence, which may be the statement's where it has none of its own."""

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.report.language

    def entity(self, slot: Actor | Setting) -> Entity | None:
        """Return the entity of an actor or place, `None` for a role or a noun without a name."""
        return self.entity_of.get(slot.mention or "")

    def place(self, slot: Actor | Setting) -> Place | None:
        """Return what place an actor or a place of the statement stands for, where that is known."""
        mention = self.mentions.get(slot.mention or "")
        return mention.value if mention is not None and isinstance(mention.value, Place) else None


def beside(docket: Docket) -> dict[str, tuple[Mention, ...]]:
    """Return, by statement, the names, figures and dates of its sentence, in order."""
    places: dict[str, list[tuple[int, str, Mention]]] = defaultdict(list)
    for mention in docket.mentions:
        places[mention.report].append((mention.start, mention.id, mention))
    for found in places.values():
        found.sort(key=lambda each: each[:2])
    return {
        s.id: tuple(m for *_, m in places[s.report][slice(*(_at(places[s.report], end) for end in (s.start, s.end)))])
        for s in docket.statements
    }


def _at(found: list[tuple[int, str, Mention]], offset: int) -> int:
    return bisect_left(found, offset, key=lambda each: each[0])
