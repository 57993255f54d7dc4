"""What was found on one slot of two statements: how they stand, why, and the value on each side."""

from dataclasses import dataclass

from careo.model.inferred import Relation


@dataclass(frozen=True, slots=True)
class Stance:
    """How two statements stand on one slot."""

    slot: str
    relation: Relation
    reason: str
    """In words that a reader of the page understands."""
    values: tuple[str, str]
    """What each side gives, in the order the two were compared."""
    likely: str | None = None
    """A slip that may lie behind it; offered, never applied."""
