"""FollowTheMoney: entities for Aleph, OpenAleph and other tools of investigation, and beside them what FtM cannot hold.

Four files: the entities, the same value by value with their sources (FtM's own "statements", which are not careo's),
careo's statements as JSON lines, and a README that counts what was left out of the first two. None needs the
followthemoney package; `problems` checks the entities with it.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from careo.model.inferred import Dossier
from careo.render.export.ftm import check
from careo.render.export.ftm.articles import articles, links
from careo.render.export.ftm.entities import entities, named, offices, similar
from careo.render.export.ftm.events import events
from careo.render.export.ftm.readme import readme
from careo.render.export.ftm.things import PROPERTIES, Lost, Thing
from careo.render.export.jsonl import Joined, lines
from careo.render.export.lookup import lookup
from careo.render.export.pieces import Piece, piece

DATASET = "careo"
COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
"""Of FtM's CSV of statements, in its order. `id` is left empty: its reader works it out."""


@dataclass(frozen=True, slots=True)
class _Mapped:
    """What a desk becomes in FtM."""

    things: Sequence[Thing]
    lost: Lost


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield the entities, their values one by one, careo's statements, and what was left out."""
    mapped = _mapped(dossiers)
    yield piece("entities.ftm.json", map(_line, mapped.things))
    yield piece("entities.ftm.csv", _rows(mapped.things))
    yield piece("statements.jsonl", (f"{line}\n" for dossier in dossiers for line in _statements(dossier)))
    yield piece("README.md", [readme(Counter(thing.schema for thing in mapped.things), mapped.lost)])


def problems(dossiers: Iterable[Dossier]) -> tuple[str, ...]:
    """Return all that the followthemoney package would lose of the entities; empty where it takes every value.

    Raises:
        UsageError: if the package is not installed.
    """
    return check.problems(map(_line, _mapped(dossiers).things))


def _mapped(dossiers: Iterable[Dossier]) -> _Mapped:
    """Make each entity once, with what every story tells of it; where a place lies is the first story's word."""
    lost: Lost = Counter()
    made: dict[str, Thing] = {}
    for dossier in dossiers:
        for thing in _things(dossier, lost):
            known = made.setdefault(thing.id, thing)
            if known is not thing and thing.schema != "Address":
                known.facts.update({key: fact for key, fact in thing.facts.items() if key not in known.facts})
    for thing in similar(dossiers, frozenset(made), lost):
        made[thing.id] = thing
    return _Mapped(tuple(made.values()), lost)


def _things(dossier: Dossier, lost: Lost) -> Iterator[Thing]:
    look = lookup(dossier)
    fillers = (actor.mention or "" for statement in dossier.statements for actor in statement.actors)
    acting = frozenset(look.entities[id_].id for id_ in fillers if id_ in look.entities)
    who = list(entities(look, acting, lost))
    schemata = {thing.id: thing.schema for thing in who}
    yield from articles(dossier, lost)
    yield from who
    yield from offices(look, schemata, lost)
    yield from events(look, schemata, lost)
    yield from named(look, schemata, lost)
    yield from links(dossier, lost)
    _count(dossier, lost)


def _count(dossier: Dossier, lost: Lost) -> None:
    """Count what has no property at all."""
    told = dossier.statements
    for what, number in (
        ("figures (in words in the event's summary)", sum(len(s.figures) for s in told)),
        ("laws and documents a statement rests on (in words in the summary)", sum(len(s.instruments) for s in told)),
        ("weapons and material (in words in the summary)", sum(len(s.equipment) for s in told)),
        ("sources: according to whom, and from whom they have it (in words)", sum(len(s.attribution) for s in told)),
        ("statements inside statements: what is said, authorised, investigated", sum(len(s.content) for s in told)),
        ("offsets of statements in the text of their report", len(told)),
        ("judgements on pairs of statements (their claim is in the events' keywords)", len(dossier.judgements)),
        ("corrections by a person, laid over the values without a mark", len(dossier.corrections)),
    ):
        if number:
            lost[what, ""] += number


def _line(thing: Thing) -> str:
    fields = {"id": thing.id, "schema": thing.schema, "properties": thing.properties}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) + "\n"


def _rows(things: Iterable[Thing]) -> Iterator[str]:
    yield _row(COLUMNS)
    for thing in things:
        first = thing.id, thing.id, "id", "id", thing.schema, thing.id, DATASET
        yield _row((*first, "", "", "", "f", "", "", ""))
        for fact in thing.facts.values():
            about = thing.id, thing.id, fact.prop, PROPERTIES[fact.prop], thing.schema, fact.value, DATASET
            yield _row((*about, fact.origin or "", fact.language or "", fact.original or "", "f", "", "", ""))


def _row(values: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, dialect=csv.unix_dialect).writerow(values)
    return buffer.getvalue()


def _statements(dossier: Dossier) -> Iterator[str]:
    look = lookup(dossier)
    home = {mention: entity.id for mention, entity in look.entities.items()}
    return lines(dossier.statements, Joined(home, {}, look.sources, {}, look.corrected))
