"""Slots of a gold statement and of one of careo's, in the same shape."""

from collections.abc import Mapping
from typing import Any

from careo import Statement
from eval.fold import within

Amount = tuple[float | None, float | None, str, str | None]
Days = tuple[str | None, str | None]
_FAMILIES = {"office": "actor", "name": "actor", "source": "attribution"}
"""Slots that count as another's: the holder of an office is one of the actors."""


def overlap(said: Mapping[str, Any], statement: Statement) -> int:
    """Return how well a statement fits a gold one: shared figures, times and names, then type, polarity, modality."""
    shared: int = len(set(gold_figures(said)) & set(own_figures(statement)))
    shared += len(set(gold_times(said)) & set(own_times(statement)))
    shared += sum(any(within(a["name"], b.verbatim) for b in statement.actors) for a in said["actors"])
    agreeing = int(said["type"] == statement.type) + int(said["polarity"] == statement.polarity)
    return 10 * shared + 3 * agreeing + int(said["modality"] == statement.modality)


def family(slot: str) -> str:
    """Return what kind of slot it is: `figure` for `figure:killed`, `actor` for actors and offices."""
    name = slot.split(":")[0]
    return _FAMILIES.get(name, name)


def gold_figures(said: Mapping[str, Any]) -> list[Amount]:
    """Return low, high, comparator and unit of a gold statement's figures."""
    return [(f["low"], f["high"], f["comparator"], f["unit"]) for f in said["figures"]]


def own_figures(statement: Statement) -> list[Amount]:
    """Return low, high, comparator and unit of a statement's figures."""
    return [(f.low, f.high, f.comparator, f.unit) for f in statement.figures]


def gold_times(said: Mapping[str, Any]) -> list[Days]:
    """Return the first and last day of a gold statement's times, without those no reader can date."""
    return [(t["first"], t["last"]) for t in said["times"] if t["first"] or t["last"]]


def own_times(statement: Statement) -> list[Days]:
    """Return the first and last day of a statement's times, without the undated."""
    return [(t.first, t.last) for t in statement.times if t.first or t.last]
