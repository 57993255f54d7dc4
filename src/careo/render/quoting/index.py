"""Look-ups over a dossier: which number a record has on the page and where a statement is shown."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from careo.errors import AnchorError, NotFound
from careo.model.derived import Coverage
from careo.model.ids import place, sha256
from careo.model.inferred import SAME_ORIGIN, Claim, Derivation, Dossier, Entity
from careo.model.seen import Report, Statement
from careo.render.quoting.room import Room, room
from careo.render.wording.slots import slot_lines
from careo.render.wording.speech import ENGLISH, Speech

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Index:
    """A dossier with its numbers: reports as they come, claims with most independent origins first."""

    dossier: Dossier
    room: Room
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    files: Mapping[str, str]
    """Capture id to the file or address it came from."""
    numbers: Mapping[str, int]
    """Number on the page, from 1, of every report, claim, entity and discrepancy."""
    claims: tuple[Claim, ...]
    """Most carried first."""
    claims_of: Mapping[str, tuple[int, ...]]
    """Numbers of the claims of a statement."""
    entity_of: Mapping[str, Entity]
    """Mention id to entity."""
    origins: tuple[tuple[str, ...], ...]
    """Ids of reports that are not independent of one another, together."""
    carried: Mapping[str, Coverage]
    """Claim id to who carries it."""
    speech: Speech
    """The language of the page."""

    def outlet(self, report: Report) -> str:
        """Return who published a report or, where that is unknown, the file it came from."""
        return report.publisher or self.files.get(report.capture) or self.speech("unknown outlet")

    def report(self, id_: str) -> Report:
        """Return a report of the dossier; NotFound where it has none of that id."""
        return _get(self.reports, id_, "report")

    def statement(self, id_: str) -> Statement:
        """Return a statement of the dossier; NotFound where it has none of that id."""
        return _get(self.statements, id_, "statement")


def index(dossier: Dossier, speech: Speech = ENGLISH) -> Index:
    """Number a dossier's records and check that every anchor still fits its text.

    Raises:
        AnchorError: where a text, hash or quotation does not fit what points at it.
        NotFound: where a record names one that the dossier lacks.
    """
    reports = {report.id: report for report in dossier.reports}
    for report in dossier.reports:
        _check_report(report)
    for statement in dossier.statements:
        _check_statement(statement, _get(reports, statement.report, "report"))
    claims = tuple(sorted(dossier.claims, key=lambda claim: (-len(claim.origins), -len(claim.reports), claim.id)))
    shelves = (dossier.reports, claims, dossier.entities, dossier.discrepancies)
    ids = [[record.id for record in shelf] for shelf in shelves]
    return Index(
        dossier=dossier,
        room=room(len(dossier.reports)),
        reports=reports,
        statements={statement.id: statement for statement in dossier.statements},
        files={capture.id: place(capture.origin, capture.member) for capture in dossier.captures},
        numbers={id_: number for shelf in ids for number, id_ in enumerate(shelf, start=1)},
        claims=claims,
        claims_of=_claims_of(claims),
        entity_of={mention: entity for entity in dossier.entities for mention in entity.mentions},
        origins=_origins(dossier, tuple(reports)),
        carried={one.claim: one for one in dossier.coverage},
        speech=speech,
    )


def _get(shelf: Mapping[str, _Record], id_: str, kind: str) -> _Record:
    if id_ not in shelf:
        raise NotFound(f"The dossier has no {kind} {id_}, which another of its records names")
    return shelf[id_]


def _claims_of(claims: tuple[Claim, ...]) -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims, start=1):
        for statement in claim.statements:
            found[statement].append(number)
    return {statement: tuple(numbers) for statement, numbers in found.items()}


def _origins(dossier: Dossier, ids: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Join reports that took from one another, versions of one, and what a claim calls one origin."""
    leader = {id_: id_ for id_ in ids}

    def lead(id_: str) -> str:
        while leader[id_] != id_:
            id_ = leader[id_]
        return id_

    for one, other in _pairs(dossier):
        if one in leader and other in leader:
            leader[lead(one)] = lead(other)
    groups: dict[str, list[str]] = {}
    for id_ in ids:
        groups.setdefault(lead(id_), []).append(id_)
    return tuple(tuple(group) for group in groups.values())


def _pairs(dossier: Dossier) -> list[tuple[str, str]]:
    taken = [(link.from_, link.to) for link in dossier.derivations if link.from_ and joins(link)]
    versions = [(version.of, version.report) for version in dossier.versions]
    groups = [group for claim in dossier.claims for group in claim.origins]
    return taken + versions + [(group[0], other) for group in groups for other in group[1:]]


def joins(link: Derivation) -> bool:
    """Whether this derivation makes its two reports one origin."""
    return link.type in SAME_ORIGIN


def _check_report(report: Report) -> None:
    if sha256(report.text) != report.text_sha256:
        raise AnchorError(f"The text of report {report.id} does not have the SHA-256 that the record gives")
    ends = [0, *(part.end for part in report.parts)]
    starts = [*(part.start for part in report.parts), len(report.text)]
    if starts != ends:
        raise AnchorError(f"The parts of report {report.id} do not cover its text without gaps")
    for credit in report.credit:
        _check(report, credit.start, credit.end, credit.verbatim)


def _check_statement(statement: Statement, report: Report) -> None:
    if not 0 <= statement.start < statement.end <= len(report.text):
        raise AnchorError(f"The sentence of statement {statement.id} lies outside its report")
    _check(report, statement.trigger.start, statement.trigger.end, statement.trigger.verbatim)
    for line in slot_lines(statement):
        if line.verbatim is not None:
            _check(report, line.start, line.end, line.verbatim)


def _check(report: Report, start: int, end: int, verbatim: str) -> None:
    if report.text[start:end] != verbatim:
        raise AnchorError(f"Report {report.id} does not say {verbatim!r} at {start}:{end}")
