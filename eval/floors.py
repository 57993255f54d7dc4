"""Pinned floors: they rise with `pin` and refuse to be lowered."""

import json
from collections.abc import Sequence
from pathlib import Path

from eval.score import Score

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.002
"""How far below its floor a figure may lie: one flipped item in 500."""
_PINNED = ("f1", "right")
"""Measures with a floor end so: those that cannot be bought with another."""
_LEAST = 10
"""Gold items a figure must rest on to have a floor: below that, one item more or less says nothing."""


def below(scores: Sequence[Score], path: Path = FLOORS) -> list[str]:
    """Return one line for each measured figure below its floor."""
    floors = _load(path)
    return [
        f"{_key(score)}: {score.value:.3f} is below its floor {floors[_key(score)]:.3f}"
        for score in scores
        if score.value < floors.get(_key(score), 0.0) - SLACK
    ]


def pin(scores: Sequence[Score], path: Path = FLOORS) -> list[str]:
    """Raise each floor to what was measured; return one line for each that would have to fall, and leave it."""
    floors = _load(path)
    refused: list[str] = []
    for score in scores:
        floor = floors.get(_key(score), 0.0)
        if score.value < floor:
            refused.append(f"{_key(score)}: stays at {floor:.3f}, {score.value:.3f} was measured")
        elif score.measure.endswith(_PINNED) and score.count >= _LEAST and score.value > 0:
            floors[_key(score)] = score.value
    path.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")
    return refused


def _key(score: Score) -> str:
    return f"{score.task}/{score.set}/{score.language}/{score.measure}"


def _load(path: Path) -> dict[str, float]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
