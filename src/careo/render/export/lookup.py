"""Look-ups that the tables of the export share: what a statement's row takes from the other records of its dossier."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from careo.model.ids import place
from careo.model.inferred import Dossier, Entity
from careo.model.seen import Actor, Capture, Place, Report, Setting, Source, Statement
from careo.render.export.fillers import ActorCell, PlaceCell, SourceCell
from careo.render.quoting.index import Index, index


@dataclass(frozen=True, slots=True)
class Lookup:
    """A dossier with its records by id."""

    index: Index
    captures: Mapping[str, Capture]
    entities: Mapping[str, Entity]
    """By mention."""
    sources: Mapping[str, str]
    """Id of the entity, by the name that an attribution writes."""
    places: Mapping[str, Place]
    """By mention."""
    corrected: Mapping[str, tuple[str, ...]]
    """Ids of the decisions that correct a statement's slots, by statement."""
    claims: Mapping[str, str]
    """Id of the claim, by statement."""

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.index.dossier

    def quote(self, statement: Statement) -> str:
        """Return a statement's sentence, letter for letter."""
        return self.index.report(statement.report).text[statement.start : statement.end]

    def file(self, report: Report) -> str | None:
        """Return the file or address that a report was read from."""
        capture = self.captures.get(report.capture)
        return place(capture.origin, capture.member) if capture else None

    def digest(self, report: Report) -> str | None:
        """Return the SHA-256 of the bytes that a report was read from."""
        capture = self.captures.get(report.capture)
        return capture.sha256 if capture else None

    def actor(self, actor: Actor) -> ActorCell:
        """Return an actor with its entity."""
        entity = self.entities.get(actor.mention or "")
        return ActorCell(
            role=actor.role,
            verbatim=actor.verbatim,
            name=entity.name if entity else None,
            office=actor.office,
            entity=entity.id if entity else None,
            mention=actor.mention,
            start=actor.start,
            end=actor.end,
        )

    def place(self, setting: Setting) -> PlaceCell:
        """Return a place with its entity and where on earth it is."""
        entity, found = self.entities.get(setting.mention), self.places.get(setting.mention)
        return PlaceCell(
            role=setting.role,
            verbatim=setting.verbatim,
            name=found.name if found else entity.name if entity else None,
            country=found.country if found else None,
            lat=found.lat if found else None,
            lon=found.lon if found else None,
            entity=entity.id if entity else None,
            mention=setting.mention,
            start=setting.start,
            end=setting.end,
        )

    def source(self, link: Source) -> SourceCell:
        """Return a link of an attribution with the entity that bears its name."""
        return SourceCell(
            link.who, link.type, link.verb, link.strength, self.sources.get(link.who), link.start, link.end
        )


def lookup(dossier: Dossier) -> Lookup:
    """Lay a dossier's records out by id.

    Raises:
        AnchorError: where a text, hash or quotation does not fit what points at it.
        NotFound: where a record names one that the dossier lacks.
    """
    corrected: defaultdict[str, set[str]] = defaultdict(set)
    for one in dossier.corrections:
        corrected[one.statement].add(one.decision.id)
    return Lookup(
        index=index(dossier),
        captures={capture.id: capture for capture in dossier.captures},
        entities={mention: entity for entity in dossier.entities for mention in entity.mentions},
        sources={name.text: entity.id for entity in reversed(dossier.entities) for name in entity.names},
        places={mention.id: mention.value for mention in dossier.mentions if isinstance(mention.value, Place)},
        corrected={statement: tuple(sorted(ids)) for statement, ids in corrected.items()},
        claims={statement: claim.id for claim in dossier.claims for statement in claim.statements},
    )
