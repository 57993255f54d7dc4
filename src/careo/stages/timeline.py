"""timeline: when things are said to have happened or to be due, each time that a statement gives, none chosen.

Only times that the sentences carry count: the date of a report tells when something was told, never when it was.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from careo.model.derived import Happening, Progress
from careo.model.ids import group_id
from careo.model.inferred import Claim, Docket, Findings
from careo.model.seen import Modality, Polarity, Precision, Report, Statement, Time, TimeRole
from careo.stages.following.dated import told_on
from careo.text.telling.performed import is_performed
from careo.text.times.edtf import first_day, last_day, point

_ELSEWHERE = frozenset({"said", "as_of"})
"""Times of something else: of the saying, and of the count."""
_DONE: Mapping[Modality, Progress] = MappingProxyType(
    {"occurred": "done", "ongoing": "done", "alleged": "unclear", "unknown": "unclear"}
)
"""All other modalities look ahead: what is authorised, demanded or threatened has not happened by that."""

_Key = tuple[str | None, str | None, Precision, TimeRole, Progress, Polarity]


def timeline(docket: Docket, findings: Findings) -> tuple[Happening, ...]:
    """Return the times of every claim, by time; what a line of time cannot hold comes last.

    Args:
        docket: one story's records.
        findings: its claims; statements that a person dismissed are in none of them and not here.
    """
    statements = {statement.id: statement for statement in docket.statements}
    reports = {report.id: report for report in docket.reports}
    found = [one for claim in findings.claims for one in _of(claim, statements, reports)]
    return tuple(sorted(found, key=_order))


def _of(claim: Claim, statements: Mapping[str, Statement], reports: Mapping[str, Report]) -> Iterator[Happening]:
    """Yield the times of a claim; statements that give one time alike stand together."""
    if claim.type == "INDICATOR":  # a period that a figure is of is no happening
        return
    told: dict[_Key, set[str]] = defaultdict(set)
    for statement in (statements[id_] for id_ in claim.statements):
        for time in statement.times:
            if time.role not in _ELSEWHERE:
                told[_key(statement, time, reports[statement.report])].add(statement.id)
    for key, ids in told.items():
        first, last, *_ = key
        id_ = group_id("happening", ids, claim.id, *map(str, key))
        yield Happening(id_, claim.story, claim.id, *key, tuple(sorted(ids)), _is_dated(first, last))


def _key(statement: Statement, time: Time, report: Report) -> _Key:
    done = time.role == "act" and is_performed(statement)  # the day of the vote, not the months it allows
    stage = "done" if done else _DONE.get(statement.modality, "planned")
    if stage == "done" and _is_ahead(statement, time, report):
        stage = "planned"
    role: TimeRole = "validity" if time.role == "validity" else "event"
    return time.first, time.last, time.precision, role, stage, statement.polarity


def _is_ahead(statement: Statement, time: Time, report: Report) -> bool:
    """Whether a time begins after the day on which it was told: then it was not done yet, whatever the verb says."""
    told, begins = told_on(report, statement.trigger.start), _first(time.first)
    known = point(told[:10]) if told else None
    until = last_day(known) if known else None
    return until is not None and begins is not None and begins > until


def _first(edtf: str | None) -> date | None:
    at = point(edtf) if edtf else None
    return first_day(at) if at else None


def _last(edtf: str | None) -> date | None:
    at = point(edtf) if edtf else None
    return last_day(at) if at else None


def _is_dated(first: str | None, last: str | None) -> bool:
    """Whether at least one end has a year, none lacks it, and they do not stand the wrong way round."""
    begin, end = _first(first), _last(last)
    if (first and begin is None) or (last and end is None):
        return False
    return (begin or end) is not None and not (begin and end and begin > end)


def _order(one: Happening) -> tuple[bool, date, date, str, str, str]:
    begin, end = _first(one.first), _last(one.last)
    return not one.dated, begin or end or date.max, end or date.max, one.first or "", one.claim, one.id
