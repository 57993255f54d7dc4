"""Evidence for the day a report was published: its order, its choice, and where it disagrees."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from careo.model.seen import Published

_METHODS = ("json-ld", "meta", "feed", "record", "header", "url", "visible", "credit")
"""Strongest first. A reader gives its dates best first, and that order holds inside a method."""


def ordered(stated: Iterable[Published]) -> tuple[Published, ...]:
    """Return the evidence strongest first; of one day told twice in one way the first is kept."""
    once: dict[tuple[str, str], Published] = {}
    for date in stated:
        once.setdefault((date.method, date.value), date)
    return tuple(sorted(once.values(), key=lambda date: _METHODS.index(date.method)))


def chosen(dates: Sequence[Published], captured: str | None) -> Published | None:
    """Return the strongest that is not later than the capture; `None` where nothing states one.

    Where nobody says when the bytes were fetched there is no bound: the clock is never asked.
    """
    return next((date for date in dates if captured is None or not _after(date, captured)), None)


def disagreeing(published: Published | None, dates: Sequence[Published]) -> tuple[Published, ...]:
    """Return the evidence for other days than the chosen one, one of each day; a month agrees with its days."""
    others: dict[str, Published] = {}
    for date in dates:
        if published is None or not _agree(date.value, published.value):
            others.setdefault(date.value, date)
    return tuple(others.values())


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _after(date: Published, captured: str) -> bool:
    """Compare moments where both are told with their zone: a page of the east may bear tomorrow's date."""
    moment, fetched = _moment(date.evidence), _moment(captured)
    if moment and fetched:
        return moment > fetched
    return date.value > captured[: len(date.value)]


def _moment(stamp: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    return found if found.tzinfo else None
