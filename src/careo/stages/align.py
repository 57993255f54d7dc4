"""align: judged pairs become Claims, and every difference inside a claim a Discrepancy.

Pairs join strongest first and only where every pair across the two groups was judged same or conflict (complete
linkage), so that one slip cannot fuse what does not belong together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from careo.model.ids import content_id, group_id
from careo.model.inferred import (
    Claim,
    Discrepancy,
    DiscrepancyType,
    Docket,
    Entity,
    Findings,
    Judgement,
    Relation,
    Slot,
    SlotVerdict,
    Value,
)
from careo.model.seen import Report, Statement, StatementType, Time
from careo.stages.bound import bound
from careo.stages.partition import pair, partition
from careo.stages.settle import Settled
from careo.text.intervals import figure_value

_ONE_ORIGIN = frozenset({"copy", "edit", "translation"})
_KINDS: tuple[tuple[Relation, DiscrepancyType], ...] = (
    ("differs", "contradiction"),
    ("other_scope", "scope"),
    ("later", "update"),
    ("variant", "name_variant"),
    ("compatible", "precision"),
)
"""Which difference a slot's relation is, the graver first: it names the slot's discrepancy in a claim."""
_SILENT = frozenset({"subtype", "modality", "instrument", "place"})
"""Slots whose compatible values are no difference worth a line."""


def align(docket: Docket, judgements: Sequence[Judgement], settled: Settled) -> Findings:
    """Return the claims and discrepancies of one story beside its judgements; every statement is in one claim."""
    statements = {s.id: s for s in docket.statements if s.id not in settled.dismissed}
    joining = sorted((j for j in judgements if j.verdict in ("same", "conflict")), key=_strength)
    links = [judgement.statements for judgement in joining]
    apart = {judgement.statements for judgement in judgements if judgement.verdict == "unrelated"}
    groups = bound(statements, links, apart=apart, settled=settled)
    judged = {judgement.statements: judgement for judgement in joining}
    desk = _Table(docket)
    claims: list[Claim] = []
    discrepancies: list[Discrepancy] = []
    for group in groups:
        claim = desk.claim([statements[id_] for id_ in group])
        inside = [judged[two] for two in _pairs(group) if two in judged]
        claims.append(claim)
        discrepancies += _discrepancies(claim, inside, desk)
    return Findings(tuple(judgements), tuple(claims), tuple(discrepancies))


def _strength(judgement: Judgement) -> tuple[bool, float, tuple[str, str]]:
    """Sort a person's word first, then the higher score, then the ids."""
    return not judgement.reason.startswith("decided by "), -judgement.score, judgement.statements


def _pairs(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (pair(one, other) for n, one in enumerate(group) for other in group[n + 1 :])


class _Table:
    """What the witnesses of one story are laid out on: reports, entities and origins at hand by id."""

    def __init__(self, docket: Docket) -> None:
        self.story = docket.story.id
        self.statements = {statement.id: statement for statement in docket.statements}
        self.reports = {report.id: report for report in docket.reports}
        self.order = {report: n for n, report in enumerate(docket.story.reports)}
        self.entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
        links = [pair(d.from_, d.to) for d in docket.derivations if d.from_ and d.type in _ONE_ORIGIN]
        links += [pair(version.of, version.report) for version in docket.versions]
        self.origins = partition(self.reports, sorted(links))

    def claim(self, statements: Sequence[Statement]) -> Claim:
        """Return the claim that these statements make."""
        reports = {statement.report for statement in statements}
        ordered = sorted(reports, key=self.order.__getitem__)
        origins = tuple(tuple(r for r in origin if r in reports) for origin in self.origins)
        return Claim(
            id=group_id("claim", (statement.id for statement in statements)),
            story=self.story,
            type=_main_type(statements),
            gloss=_gloss(statements, self.reports),
            slots=tuple(_slots(statements, self.entity_of)),
            statements=tuple(sorted(statement.id for statement in statements)),
            reports=tuple(sorted(reports)),
            languages=tuple(sorted({self.reports[report].language for report in reports})),
            first_report=ordered[0],
            origins=tuple(sorted(origin for origin in origins if origin)),
            sources=tuple(sorted({link.who for s in statements for link in s.attribution})),
        )


def _main_type(statements: Sequence[Statement]) -> StatementType:
    types = [statement.type for statement in statements]
    return max(sorted(set(types)), key=types.count)


def _gloss(statements: Sequence[Statement], reports: Mapping[str, Report]) -> str:
    """Return the sentence of the statement with most slots filled; among equals the shortest, then the least id."""

    def clearness(statement: Statement) -> tuple[int, int, str]:
        filled = len(statement.actors) + len(statement.times) + len(statement.figures) + len(statement.places)
        return -min(filled, 6), statement.end - statement.start, statement.id

    clearest = min(statements, key=clearness)
    return reports[clearest.report].text[clearest.start : clearest.end]


def _slots(statements: Sequence[Statement], entity_of: Mapping[str, Entity]) -> Iterator[Slot]:
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in statements:
        for slot, value in _filled(statement, entity_of):
            values[slot][value].add(statement.id)
    for slot in sorted(values):
        given = sorted(values[slot].items())
        yield Slot(slot, tuple(Value(value, tuple(sorted(ids))) for value, ids in given))


def _filled(statement: Statement, entity_of: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    for actor in statement.actors:
        if actor.mention is None:  # nouns of two languages would look like two values
            continue
        entity = entity_of.get(actor.mention)
        name = entity.name if entity else actor.verbatim
        yield f"actor:{actor.role}", name
        if actor.office and entity:
            yield f"office:{actor.office}", name
    for place in statement.places:
        entity = entity_of.get(place.mention)
        yield "place", entity.name if entity else place.verbatim
    for figure in statement.figures:
        yield f"figure:{figure.measure}", figure_value(figure)
    for time in statement.times:
        yield "time", _time_value(time)
    for instrument in statement.instruments:
        yield "instrument", instrument.number or instrument.article or instrument.verbatim
    for link in statement.attribution[:1]:
        yield "attribution", link.who
    if statement.polarity != "affirmed":
        yield "polarity", statement.polarity


def _time_value(time: Time) -> str:
    """Write a time as EDTF, or in its own words where no date could be told."""
    if time.first is None and time.last is None:
        return time.verbatim
    if time.first == time.last:
        return str(time.first)
    return f"{time.first or '..'}/{time.last or '..'}"


def _discrepancies(claim: Claim, inside: Iterable[Judgement], table: _Table) -> Iterator[Discrepancy]:
    """Name every slot on which judged pairs of a claim differ, once, by the gravest relation found."""
    by_slot: dict[str, list[tuple[SlotVerdict, Judgement]]] = defaultdict(list)
    for judgement in inside:
        for verdict in judgement.slots:
            if verdict.relation != "compatible" or verdict.slot not in _SILENT:
                by_slot[verdict.slot].append((verdict, judgement))
    for slot, found in sorted(by_slot.items()):
        for relation, type_ in _KINDS:
            differing = [(verdict, judgement) for verdict, judgement in found if verdict.relation == relation]
            if differing:
                kind = "attribution" if slot == "attribution" else type_
                yield _discrepancy(claim, slot, kind, differing, table)
                break


def _discrepancy(
    claim: Claim,
    slot: str,
    type_: DiscrepancyType,
    differing: Sequence[tuple[SlotVerdict, Judgement]],
    table: _Table,
) -> Discrepancy:
    ids = {id_ for _, judgement in differing for id_ in judgement.statements}
    statements = [table.statements[id_] for id_ in sorted(ids)]
    given = [found for found in _slots(statements, table.entity_of) if found.slot == slot]
    values = given[0].values if given else ()
    if slot == "polarity":
        values = _polarities(statements)
    return Discrepancy(
        id=content_id("discrepancy", claim.id, slot, type_),
        claim=claim.id,
        slot=slot,
        type=type_,
        values=values,
        likely=None,
        reason="; ".join(sorted({verdict.reason for verdict, _ in differing})),
    )


def _polarities(statements: Sequence[Statement]) -> tuple[Value, ...]:
    kinds = sorted({statement.polarity for statement in statements})
    return tuple(Value(kind, tuple(s.id for s in statements if s.polarity == kind)) for kind in kinds)
