"""coverage: which claims stand in which languages and outlets, who was first, and how much each rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from careo.model.derived import Coverage, Reliance
from careo.model.ids import content_id
from careo.model.inferred import SAME_ORIGIN, Claim, Docket, Findings
from careo.model.seen import Report, Statement
from careo.stages.following.dated import told_on
from careo.text.times.edtf import first_day, last_day, point

Taken = Sequence[tuple[str, str]]
"""Ids of a report and of one that was made from it."""


def coverage(docket: Docket, findings: Findings) -> tuple[Coverage, ...]:
    """Return how each claim of a story is carried, those with most origins first, then those in most reports.

    Nothing is said about a language in which the story has no report.
    """
    reports = {report.id: report for report in docket.reports}
    statements = {statement.id: statement for statement in docket.statements}
    spoken = {report.language for report in docket.reports}
    taken = [(link.from_, link.to) for link in docket.derivations if link.from_ and link.type in SAME_ORIGIN]
    found = []
    for claim in findings.claims:
        told = [statements[id_] for id_ in claim.statements]
        first = _first(_telling([reports[id_] for id_ in claim.reports], told, taken))
        found.append(_coverage(claim, [reports[id_] for id_ in claim.reports], told, spoken, first))
    return tuple(sorted(found, key=lambda one: (-one.origins, -len(one.reports), one.claim)))


def _coverage(
    claim: Claim, reports: Sequence[Report], told: Sequence[Statement], spoken: set[str], first: Sequence[Report]
) -> Coverage:
    unnamed = all(s.attribution and all(link.type == "anonymous" for link in s.attribution) for s in told)
    return Coverage(
        id=content_id("coverage", claim.id),
        claim=claim.id,
        story=claim.story,
        languages=claim.languages,
        outlets=tuple(sorted({report.publisher for report in reports if report.publisher})),
        absent=tuple(sorted(spoken - set(claim.languages))),
        reports=claim.reports,
        origins=len(claim.origins),
        first=tuple(sorted(report.id for report in first)),
        first_date=min((report.date[:10] for report in first if report.date), key=len, default=None),
        sources=claim.sources,
        unnamed=unnamed,
        rests_on=_reliance(claim, told, unnamed=unnamed),
    )


def _telling(reports: Sequence[Report], told: Sequence[Statement], taken: Taken) -> list[Report]:
    """Return the reports that may have been first, each as of the day on which it told this.

    A sentence of no known type is too weak a witness for that where another report has one, and a copy or translation
    of a report that tells it was never first. What stands in an update was told on the update's day.
    """
    typed = [statement for statement in told if statement.type != "OTHER"] or told
    sources = {statement.report for statement in typed}
    later = {to for from_, to in taken if from_ in sources}
    return [
        _as_told(report, [one.trigger.start for one in typed if one.report == report.id])
        for report in reports
        if report.id in sources - later
    ]


def _as_told(report: Report, places: Sequence[int]) -> Report:
    """Return a report with the date of the part in which it first tells of something; undated where that is unknown."""
    if report.published is None:
        return report
    days = [told_on(report, at) for at in places]
    known = min((day for day in days if day), default=None)
    if known is None or report.published.value in days:
        return report if known else replace(report, published=None)
    return replace(report, published=replace(report.published, value=known))


def _reliance(claim: Claim, told: Iterable[Statement], *, unnamed: bool) -> Reliance:
    if len(claim.reports) == 1:
        return "one_report"
    if len(claim.origins) == 1:
        return "one_origin"
    if unnamed:
        return "unnamed_source"
    credited = [{link.who for link in statement.attribution} for statement in told]
    return "one_source" if all(credited) and set.intersection(*credited) else "several"


def _first(reports: Iterable[Report]) -> list[Report]:
    """Return the reports of which each may be the first: one, unless dates leave open which was before."""
    days = [(report, *span) for report in reports if (span := _days(report))]
    latest = min((last for _, _, last in days), default=None)
    early = [report for report, begins, _ in days if latest is not None and begins <= latest]
    hours = {report.id: hour for report in early if (hour := _hour(report))}
    if len(hours) < len(early):
        return early
    return [report for report in early if hours[report.id] == min(hours.values())]


def _days(report: Report) -> tuple[date, date] | None:
    at = point(report.date) if report.date else None
    first, last = (first_day(at), last_day(at)) if at else (None, None)
    return (first, last) if first and last else None


def _hour(report: Report) -> datetime | None:
    """Return when a report was published, with its offset from UTC; `None` where either is unknown."""
    value = report.date or ""
    try:
        hour = datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        return None
    return hour if hour is not None and hour.tzinfo is not None else None
