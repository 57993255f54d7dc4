"""What two of them ask: as of when a place in a report speaks."""

from careo.model.seen import Report

_LATER = frozenset({"update", "correction", "note"})
"""Parts that may be younger than the report they hang on."""


def told_on(report: Report, at: int) -> str | None:
    """Return the date of the part that holds `at`, else of the report; EDTF.

    `None` where neither is known, and in an update, correction or note that bears no date of its own.
    """
    part = next((part for part in report.parts if part.start <= at < part.end), None)
    if part is not None and (part.date or part.role in _LATER):
        return part.date
    return report.date
