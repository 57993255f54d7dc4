"""What `trajectories` asks of each figure: what it counts, how far, and up to which day."""

from collections.abc import Sequence
from dataclasses import dataclass

from careo.model.derived import DatedBy, Step
from careo.model.inferred import Claim, Docket
from careo.model.seen import Figure, Mention, Place, Report, Statement, Time
from careo.stages.following.dated import told_on
from careo.text.numbers.intervals import figure_value
from careo.text.telling.slots import VICTIMS
from careo.text.values.counting import counts_since, counts_up_to, group_of, is_part, is_toll, is_withdrawn

_COUNTING = ("TOLL", "ATTACK", "ABUSE", "PROTEST")
"""Types whose figures count victims; of one figure in several statements the first of these is taken."""
_HAPPENED = frozenset({"occurred", "ongoing", "alleged"})


@dataclass(frozen=True, slots=True)
class Count:
    """One figure with all that limits it."""

    statement: Statement
    figure: Figure
    report: Report
    claim: str
    as_of: str | None
    dated_by: DatedBy | None
    group: str | None
    places: frozenset[str]
    """Ids of the places it is limited to, countries left out."""
    day: str | None
    """When those counted came to harm, where that is a time of its own and no "up to"; its last day or month."""
    by: str
    """`perpetrator` where the sentence says who did it."""
    part: bool
    """Whether it is said to be a part of another count."""
    adds_up: bool
    """Whether it is said to count all so far: up to a day, since a day, in total, as a toll."""

    @property
    def key(self) -> tuple[object, ...]:
        """Return what two counts must share to stand in one line."""
        group, unit = self.group or "", self.figure.unit or ""
        return self.figure.measure, unit, group, tuple(sorted(self.places)), self.day or "", self.by, self.part


def step(statement: Statement, figure: Figure, as_of: str | None, dated_by: DatedBy | None) -> Step:
    """Return a figure of a statement as a step of a line, for the period that it is of."""
    return Step(
        statement=statement.id,
        report=statement.report,
        value=figure_value(figure),
        verbatim=figure.verbatim,
        as_of=as_of,
        dated_by=dated_by,
        sources=tuple(link.who for link in statement.attribution),
        backward=None,
    )


class _Table:
    """One story's records at hand by id."""

    def __init__(self, docket: Docket, claims: Sequence[Claim]) -> None:
        self.claim_of = {id_: claim.id for claim in claims for id_ in claim.statements}
        self.reports = {report.id: report for report in docket.reports}
        self.entity_of = {mention: entity.id for entity in docket.entities for mention in entity.mentions}
        self.lands = frozenset(m.id for m in docket.mentions if _is_land(m))
        self.spoken = {
            (statement.report, statement.start): time.last
            for statement in sorted(docket.statements, key=lambda statement: statement.id)
            for time in statement.times
            if time.role == "said" and time.last
        }


def counted(docket: Docket, claims: Sequence[Claim]) -> tuple[Count, ...]:
    """Return the counts of victims that a story's statements give, each figure once, by report and place."""
    table = _Table(docket, claims)
    found: dict[tuple[str, int], Count] = {}
    for statement in sorted(docket.statements, key=lambda s: (_rank(s), s.id)):
        if statement.id not in table.claim_of or not _counts(statement):
            continue
        for figure in statement.figures:
            if figure.measure in VICTIMS and not _is_taken_back(figure, statement, table.reports[statement.report]):
                found.setdefault((statement.report, figure.start), _count(statement, figure, table))
    return tuple(found[place] for place in sorted(found))


def _is_taken_back(figure: Figure, statement: Statement, report: Report) -> bool:
    sentence = statement.start, statement.end
    return is_withdrawn(report.text, (figure.start, figure.end), sentence, report.language)


def _rank(statement: Statement) -> int:
    return _COUNTING.index(statement.type) if statement.type in _COUNTING else len(_COUNTING)


def _counts(statement: Statement) -> bool:
    return (
        statement.type in _COUNTING
        and statement.polarity == "affirmed"
        and statement.modality in _HAPPENED
        and statement.subtype != "damage"
    )


def _is_land(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and (mention.value.kind or "").startswith(("country", "continent"))


def _count(statement: Statement, figure: Figure, table: _Table) -> Count:
    report = table.reports[statement.report]
    named = (place.mention for place in statement.places if place.role not in ("origin", "destination"))
    up_to, during = _times(statement, report)
    part = is_part(report.text, (figure.start, figure.end), (statement.start, statement.end), report.language)
    sentence = report.text[statement.start : statement.end]
    as_of, dated_by = _as_of(figure, up_to, table.spoken.get((report.id, statement.start)), report)
    return Count(
        statement=statement,
        figure=figure,
        report=report,
        claim=table.claim_of[statement.id],
        as_of=as_of,
        dated_by=dated_by,
        group=group_of(figure.group or figure.verbatim, report.language),
        places=frozenset(table.entity_of[id_] for id_ in named if id_ in table.entity_of and id_ not in table.lands),
        day=during,
        by="perpetrator" if _names_doer(statement, figure) else "",
        part=part,
        adds_up=not part and bool(up_to or figure.as_of or is_toll(sentence, figure.measure, report.language)),
    )


def _as_of(figure: Figure, up_to: str | None, spoken: str | None, report: Report) -> tuple[str | None, DatedBy | None]:
    """Return the day of a count: its own, its sentence's, when the cited source said it, else the report's."""
    if figure.as_of:
        return figure.as_of, "figure"
    if up_to or spoken:
        return up_to or spoken, "sentence"
    told = told_on(report, figure.start)
    return told, "report" if told else None


def _names_doer(statement: Statement, figure: Figure) -> bool:
    """Whether who did it is named; not where the sentence tells of other victims than those counted."""
    own = statement.type != "TOLL" or statement.subtype == figure.measure
    return own and any(actor.role == "perpetrator" for actor in statement.actors)


def _times(statement: Statement, report: Report) -> tuple[str | None, str | None]:
    """Return the day up to which a sentence counts and the time at which those counted came to harm."""
    text, language = report.text, report.language
    timed = [time for time in statement.times if time.role != "said" and time.last is not None]
    since = [time for time in timed if counts_since(text, time.start, language)]
    up_to: str | None = None
    during: str | None = None
    for time in (time for time in timed if time not in since):
        if since or counts_up_to(text, time.start, language) or _is_open(time):
            up_to = max(up_to or "", str(time.last))
        else:
            during = max(during or "", str(time.last))
    return up_to, during


def _is_open(time: Time) -> bool:
    """Whether a time begins somewhere or nowhere and ends on a day: "from Sunday to Thursday"."""
    return time.first != time.last and time.precision == "day"
