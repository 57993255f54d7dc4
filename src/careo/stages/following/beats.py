"""What `chains` ties together: one stage told by one claim, with what is known of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from careo.model.derived import ChainType
from careo.model.inferred import Claim, Docket, Entity
from careo.model.seen import Figure, Place, Report, Statement, Time
from careo.stages.following.dated import told_on
from careo.stages.following.phases import phases
from careo.text.names.places import place_of
from careo.text.telling.wished import is_wished
from careo.text.times.edtf import first_day, last_day, point
from careo.text.values.counting import counts_since

Days = tuple[date, date]
_SUFFERING = frozenset({"detained", "defendant", "subject", "holder"})


@dataclass(frozen=True, slots=True)
class Beat:
    """The statements of one claim that tell of one stage."""

    id: str
    chain: ChainType
    stage: str
    claim: str
    statements: tuple[Statement, ...]
    days: Days | None
    """When it was; `None` where no sentence says it, or where the year is unknown."""
    window: Days | None
    """The time for which it holds, where one is given."""
    instruments: frozenset[tuple[str, str]]
    nations: frozenset[str]
    """Countries of the force, as its adjective tells ("US", "französisch")."""
    persons: frozenset[str]
    """Entities of those it was done to: the accused, the office holder, the named victim."""
    doers: frozenset[str]
    """Entities of persons who are said to have done it."""
    places: frozenset[str]
    """Entities of places, countries left out."""
    parties: frozenset[str]
    offices: frozenset[str]
    """Of those it was done to, as the reports call them there."""

    @property
    def times(self) -> frozenset[tuple[str, int]]:
        """Return where its times stand: report and start."""
        return frozenset((s.report, time.start) for s in self.statements for time in s.times)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the counts of troops, or of the dead."""
        counted = "troops" if self.chain == "deployment" else "killed"
        return tuple(f for s in self.statements for f in s.figures if f.measure == counted)


def beats(docket: Docket, claims: Sequence[Claim]) -> tuple[Beat, ...]:
    """Return every stage that every claim tells of, sorted by id."""
    statements = {statement.id: statement for statement in docket.statements}
    reports = {report.id: report for report in docket.reports}
    entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
    lands = frozenset(m.id for m in docket.mentions if isinstance(m.value, Place) and m.value.kind == "country")
    found: list[Beat] = []
    for claim in claims:
        told: dict[tuple[ChainType, str], list[Statement]] = defaultdict(list)
        for statement in (statements[id_] for id_ in claim.statements):
            report = reports[statement.report]
            if _wished(statement, report):
                continue
            for phase in phases(statement, ahead=_is_ahead(statement, report)):
                if phase[0] != "deployment" or _moves_forces(statement, statements):
                    told[phase].append(statement)
        if ("deployment", "authorised") in told:
            # One proposition is not both that they may come and that they came: "let in 1,000" is the former.
            told.pop(("deployment", "arrived"), None)
        for (chain, stage), some in sorted(told.items()):
            id_ = f"{claim.id} {chain} {stage}"
            found.append(_beat((id_, chain, stage, claim.id), some, reports, entity_of, lands))
    return tuple(sorted(found, key=lambda beat: beat.id))


def _beat(
    named: tuple[str, ChainType, str, str],
    told: Sequence[Statement],
    reports: Mapping[str, Report],
    entity_of: Mapping[str, Entity],
    lands: frozenset[str],
) -> Beat:
    times = [time for statement in told for time in _times(statement, reports[statement.report])]
    places = (place.mention for statement in told for place in statement.places)
    return Beat(
        *named,
        statements=tuple(told),
        days=_narrowest(time for time in times if time.role != "validity"),
        window=_narrowest(time for time in times if time.role == "validity"),
        instruments=frozenset(_instruments(told)),
        nations=frozenset(nation for s in told for nation in _nations(s, reports[s.report].language)),
        persons=_people(told, entity_of, {*_SUFFERING, "victim"}),
        doers=_people(told, entity_of, {"perpetrator", "subject", "defendant"}),
        places=frozenset(entity_of[id_].id for id_ in places if id_ in entity_of and id_ not in lands),
        parties=_entities(told, entity_of, {"party", "participant"}),
        offices=frozenset(actor.office for s in told for actor in s.actors if actor.role == "holder" and actor.office),
    )


def _times(statement: Statement, report: Report) -> list[Time]:
    """Return the times of what is told: not when it was said, nor, but for forces, since when something else holds."""
    return [
        time
        for time in statement.times
        if time.role != "said"
        and (statement.type in ("LAW", "DEPLOY") or not counts_since(report.text, time.start, report.language))
    ]


def _wished(statement: Statement, report: Report) -> bool:
    """Whether an inquiry or ruling stands in a sentence that demands or vows something: it may be just that."""
    sentence = statement.start, statement.end
    return statement.type in ("PROBE", "COURT") and is_wished(report.text, *sentence, report.language)


def _is_ahead(statement: Statement, report: Report) -> bool:
    """Whether something lies after the date of its report, or is said to hold for a time rather than to have been."""
    on = told_on(report, statement.trigger.start)
    today = days_of(on, on)
    days = _narrowest(_times(statement, report))
    if days is None or today is None:
        allowed = statement.type == "DEPLOY" and any(time.role == "validity" for time in statement.times)
        return allowed and statement.modality in ("occurred", "ongoing")
    return days[0] > today[1]


def _moves_forces(statement: Statement, statements: Mapping[str, Statement]) -> bool:
    """Whether a statement is about forces: a law only where it counts troops or allows an entry told beside it."""
    content = (statements[id_] for id_ in statement.content if id_ in statements)
    counts = any(figure.measure == "troops" for figure in statement.figures)
    return statement.type == "DEPLOY" or counts or any(inner.type == "DEPLOY" for inner in content)


def _narrowest(times: Iterable[Time]) -> Days | None:
    """Return the shortest of several times, the earliest of those alike; a claim's times do not exclude each other."""
    spans = [span for time in times if (span := days_of(time.first, time.last))]
    return min(spans, key=lambda span: (span[1] - span[0], span), default=None)


def days_of(first: str | None, last: str | None) -> Days | None:
    """Return first and last day of a span of EDTF dates; `None` where an end or its year is unknown."""
    begin, end = point(first) if first else None, point(last) if last else None
    days = (first_day(begin), last_day(end)) if begin and end else (None, None)
    return (days[0], days[1]) if days[0] and days[1] and days[0] <= days[1] else None


def _instruments(told: Iterable[Statement]) -> Iterable[tuple[str, str]]:
    """Yield the numbered instruments, "4.766" as "4766"; an article alone names no decision."""
    for statement in told:
        for instrument in statement.instruments:
            if instrument.number:
                yield instrument.type, "".join(char for char in instrument.number if char.isalnum())


def _nations(statement: Statement, language: str) -> Iterable[str]:
    for actor in statement.actors:
        if actor.role in ("force", "beneficiary"):
            for word in actor.verbatim.replace("-", " ").split():
                place = place_of(word, language)
                if place is not None and place.country:
                    yield place.country


def _people(told: Iterable[Statement], entity_of: Mapping[str, Entity], roles: set[str]) -> frozenset[str]:
    """Return persons with a full name: a surname alone may be another's."""
    found = (entity_of.get(actor.mention or "") for s in told for actor in s.actors if actor.role in roles)
    return frozenset(e.id for e in found if e is not None and e.type == "person" and " " in e.name)


def _entities(told: Iterable[Statement], entity_of: Mapping[str, Entity], roles: set[str]) -> frozenset[str]:
    found = (entity_of.get(actor.mention or "") for s in told for actor in s.actors if actor.role in roles)
    return frozenset(e.id for e in found if e is not None)


def apart(one: Days | None, other: Days | None) -> bool:
    """Whether two spans are known and have no day in common."""
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])
