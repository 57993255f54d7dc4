"""Pinned floors: they rise with `--pin` and refuse to be lowered."""

import json
from collections.abc import Sequence
from pathlib import Path

from eval.score import Score

FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.002
"""How far below its floor a figure may lie: one flipped item in 500."""


def below(scores: Sequence[Score]) -> list[str]:
    """Return one line for each measured F1 below its floor."""
    floors = _load()
    return [
        f"{_key(score)}: {score.value:.3f} is below its floor {floors[_key(score)]:.3f}"
        for score in scores
        if score.value < floors.get(_key(score), 0.0) - SLACK
    ]


def pin(scores: Sequence[Score]) -> None:
    """Raise each F1's floor to what was measured; a floor never falls."""
    floors = _load()
    for score in scores:
        if score.measure.endswith("f1"):
            floors[_key(score)] = max(score.value, floors.get(_key(score), 0.0))
    FLOORS.write_text(json.dumps(dict(sorted(floors.items())), indent=1) + "\n", encoding="utf-8")


def _key(score: Score) -> str:
    return f"{score.task}/{score.set}/{score.language}/{score.measure}"


def _load() -> dict[str, float]:
    return dict(json.loads(FLOORS.read_text(encoding="utf-8"))) if FLOORS.exists() else {}
