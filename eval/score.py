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
    of: int | None = None
    """How many things it is the share of; None where it is no share of things counted (F1, B-cubed, a number)."""


def prf(task: str, set_: str, language: str, counts: tuple[int, int, int], *, label: str = "") -> list[Score]:
    """Return precision, recall and F1 of (right, found, gold) counts; nothing where there is nothing to count."""
    right, found, gold = counts
    if not found and not gold:
        return []
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * right / (found + gold) if found + gold else 0.0
    figures = {"precision": (precision, found), "recall": (recall, gold), "f1": (f1, None)}
    return [
        Score(task, set_, language, f"{label}{name}", round(value, 4), gold, of)
        for name, (value, of) in figures.items()
    ]


def harmonic(task: str, set_: str, language: str, figures: tuple[float, float, int], *, label: str = "") -> list[Score]:
    """Return precision, recall and F1 of (precision, recall, gold count), where the two count different things."""
    precision, recall, gold = figures
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    named = {"precision": precision, "recall": recall, "f1": f1}
    return [Score(task, set_, language, f"{label}{name}", round(value, 4), gold) for name, value in named.items()]


def share(task: str, set_: str, language: str, counts: tuple[int, int], name: str) -> Score:
    """Return the share of (right, all) under a name; 0 where there is nothing to count."""
    right, all_ = counts
    return Score(task, set_, language, name, round(right / all_, 4) if all_ else 0.0, all_, all_)
