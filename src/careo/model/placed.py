"""What a large desk keeps so that a few more reports find their place in it; none of it is exported."""

from dataclasses import dataclass

from careo.model.inferred import Derivation, Entity, Story, Version
from careo.model.seen import MentionType


@dataclass(frozen=True, slots=True)
class Bearing:
    """A name as reports are joined by it, and who bears it."""

    key: tuple[str, ...]
    entity: str | None
    """`None` where it names several: then it tells nothing."""
    name: str
    """The spelling that stands for it."""
    type: MentionType
    hooks: tuple[tuple[str, ...], ...]
    """What it is found by when a name is spelled otherwise, or longer, or shorter."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What tells a report apart from others, packed."""

    report: str
    day: int | None
    """Days since 1970."""
    meaning: bytes
    """Half-precision numbers of how it begins; empty where it has no sentence."""
    profile: bytes
    cues: tuple[tuple[str, str | int], ...]
    """What its versions share with it."""


@dataclass(frozen=True, slots=True)
class Placement:
    """All that changes when one report is put in its place."""

    likeness: Likeness
    bearings: tuple[Bearing, ...]
    """The names that it has."""
    entities: tuple[tuple[str | None, Entity], ...]
    """New or grown, each with the id it had before, if any."""
    story: Story
    before: str | None
    """The id that its story had, if there was one."""
    derivations: tuple[Derivation, ...]
    """All of the story."""
    versions: tuple[Version, ...]
    """All of the story."""
