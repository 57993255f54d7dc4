"""One figure of one measure, and how F1 is counted."""

from dataclasses import dataclass


class SetMissing(Exception):
    """An annotated set is not in the data folder; the message names what was looked for."""


@dataclass(frozen=True, slots=True)
class Score:
    """One figure."""

    task: str
    """The measure's name in the report of results."""
    set: str
    """The annotated set."""
    language: str
    measure: str
    value: float
    count: int
    """How many gold items it rests on."""


def prf(task: str, set_: str, language: str, counts: tuple[int, int, int], *, label: str = "") -> list[Score]:
    """Return precision, recall and F1 of (right, found, gold) counts."""
    right, found, gold = counts
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * right / (found + gold) if found + gold else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return [Score(task, set_, language, f"{label}{name}", round(value, 4), gold) for name, value in figures.items()]
