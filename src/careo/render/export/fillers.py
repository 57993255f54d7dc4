"""The slots in the rows of the exported tables: what a statement, a claim or a report may have several of."""

from dataclasses import dataclass

from careo.model.seen import CreditRole, SourceType


@dataclass(frozen=True, slots=True)
class ActorCell:
    """Who takes part in a statement."""

    role: str
    """As what: authority, force, participant, accused, victim, speaker, holder ..."""
    verbatim: str
    name: str | None
    """The entity's fullest common spelling; `None` where only a common noun tells."""
    office: str | None
    """The office that the report gives the actor at this point."""
    entity: str | None
    """Id of the entity."""
    mention: str | None
    """Id of the mention."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """Where a statement's matter takes place."""

    role: str
    """As what: event, host, origin, destination, jurisdiction."""
    verbatim: str
    name: str | None
    """The gazetteer's name, else the entity's."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    lat: float | None
    """Degrees north; `None` where it is not known which place is meant."""
    lon: float | None
    """Degrees east."""
    entity: str | None
    """Id of the entity."""
    mention: str
    """Id of the mention."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One link of an attribution chain, nearest the report first."""

    who: str
    type: SourceType
    verb: str | None
    """The verb or preposition of attribution as written."""
    strength: str
    """neutral claim accuse deny confirm."""
    entity: str | None
    """Id of the entity named as the source."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CreditCell:
    """A line that says where a report's text came from."""

    role: CreditRole
    """What kind of source is credited."""
    name: str
    """Who is credited."""
    verbatim: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SlotCell:
    """A slot of a claim and the value that this statement gives it."""

    slot: str
    """`figure:killed`, `time`, `place` ..."""
    value: str
    """As it is compared: `46`, `>=60`, `2023-05`."""
