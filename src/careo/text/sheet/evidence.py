"""Evidence for the day a report was published: its order, its choice, and where it disagrees."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from careo.model.seen import Published

_METHODS = ("json-ld", "meta", "feed", "record", "header", "url", "visible", "credit")
"""Strongest first. A reader gives its dates best first, and that order holds inside a method."""

_UPDATED_WITHIN = timedelta(days=183)
"""A day without a year in "Update 4 May:" counts from the report's own, as far ahead as dates in a text count back."""


def ordered(stated: Iterable[Published]) -> tuple[Published, ...]:
    """Return the evidence strongest first; of one day told twice in one way the first is kept."""
    once: dict[tuple[str, str], Published] = {}
    for one in stated:
        once.setdefault((one.method, one.value), one)
    return tuple(sorted(once.values(), key=lambda one: _METHODS.index(one.method)))


def chosen(dates: Sequence[Published], captured: str | None) -> Published | None:
    """Return the strongest that is not later than the capture; `None` where nothing states one.

    Where nobody says when the bytes were fetched there is no bound: the clock is never asked.
    """
    return next((one for one in dates if captured is None or not _after(one, captured)), None)


def completed(day: str | None, published: Published | None) -> str | None:
    """Return the day of an update with its year: the first such day from the publication on, if it is near enough.

    `None` where the day has no year and the report no day of publication.
    """
    if day is None or not day.startswith("XXXX-"):
        return day
    if published is None or published.precision != "day":
        return None
    first = date.fromisoformat(published.value)
    for year in (first.year, first.year + 1):
        try:
            found = date.fromisoformat(f"{year}{day[4:]}")
        except ValueError:
            continue
        if timedelta(0) <= found - first <= _UPDATED_WITHIN:
            return found.isoformat()
    return None


def disagreeing(published: Published | None, dates: Sequence[Published]) -> tuple[Published, ...]:
    """Return the evidence for other days than the chosen one, one of each day; a month agrees with its days."""
    others: dict[str, Published] = {}
    for one in dates:
        if published is None or not _agree(one.value, published.value):
            others.setdefault(one.value, one)
    return tuple(others.values())


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _after(stated: Published, captured: str) -> bool:
    """Compare moments where both are told with their zone: a page of the east may bear tomorrow's date."""
    moment, fetched = _moment(stated.evidence), _moment(captured)
    if moment and fetched:
        return moment > fetched
    known = min(len(stated.value), len(captured))
    return stated.value[:known] > captured[:known]


def _moment(stamp: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    return found if found.tzinfo else None
