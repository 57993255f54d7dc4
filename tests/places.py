"""A story whose claims happen at given places, for tests of where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careo.model.inferred import Docket, Dossier, Findings
from careo.model.seen import Place, Setting
from careo.stages.assemble import assemble
from tests.make import make_report
from tests.stages.lifecycle import laid_out
from tests.table import make_entity, make_mention, make_statement


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells of something at places; each report is one sentence."""

    places: tuple[tuple[str, Place | None], ...]
    """Role and place, in the order of the sentence."""
    type: str = "OTHER"
    modality: str = "occurred"


def spot(name: str, lat: float | None, lon: float | None, **more: object) -> Place:
    """Return a place with coordinates."""
    fields = {"country": "PE", "kind": "town", "stated_kind": None, "candidates": ()} | more
    return Place(name=name, lat=lat, lon=lon, parents=(), **fields)  # type: ignore[arg-type]


def land(name: str, code: str, lat: float | None = None, lon: float | None = None) -> Place:
    """Return a country."""
    return spot(name, lat, lon, country=code, kind="country")


def at(*places: Place) -> list[Told]:
    """Return a sentence for each place, which tells that something happened there."""
    return [Told((("event", place),)) for place in places]


def docket_of(story: Sequence[Told]) -> tuple[Docket, Findings]:
    """Return the records of a story, each sentence a claim of its own."""
    pairs, mentions = [], []
    for number, told in enumerate(story):
        words = [f"Place{number}x{n}y" if place is None else place.name for n, (_, place) in enumerate(told.places)]
        report = make_report(f"It happened {number} in {' and '.join(words)}.", origin=f"{number}.txt")
        found = [
            make_mention(report, word, "place", place)
            for word, (_, place) in zip(words, told.places, strict=True)
        ]  # fmt: skip
        statement = make_statement(report, told.type, "happened", modality=told.modality)
        settings = tuple(
            Setting(role, mention.id, mention.verbatim, mention.start, mention.end)
            for mention, (role, _) in zip(found, told.places, strict=True)
        )
        pairs.append((report, replace(statement, places=settings)))
        mentions += found
    spelled: dict[str, list] = {}  # type: ignore[type-arg]
    for mention in mentions:
        spelled.setdefault(mention.verbatim, []).append(mention)
    docket, findings = laid_out(pairs, entities=[make_entity(*own) for own in spelled.values()])
    return replace(docket, mentions=tuple(mentions)), findings


def dossier_of(story: Sequence[Told]) -> Dossier:
    """Return the dossier of a story."""
    docket, findings = docket_of(story)
    return assemble(docket, findings, ())
