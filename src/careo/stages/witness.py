"""A statement in the stand: with its report and the entities behind its slots."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from careo.engines.base import Vector
from careo.model.inferred import Entity
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
