"""careo beside other libraries, counted alike: one table with a column for each.

A peer is no part of careo and no dependency for its sake; one that is not installed is a line. Its figures carry its
name in their measure, so that they get no floor.
"""

import importlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.score import Score, SetMissing

_WIDTH = 18


@dataclass(frozen=True, slots=True)
class Peer:
    """A library to stand beside."""

    name: str
    """The head of its column."""
    module: str
    """What to import; the package that holds it may be called otherwise."""
    measured: Callable[[Any, Path], Iterable[Score]]
    """Yields the scores of that module on the sets in a folder."""


def peer_scores(peers: Iterable[Peer], data: Path) -> tuple[list[Score], list[str]]:
    """Return the scores of the peers that are installed, and a line for each that is not."""
    scores: list[Score] = []
    lines: list[str] = []
    for peer in peers:
        try:
            module = importlib.import_module(peer.module)
        except ImportError as missing:
            lines.append(f"skipped: {peer.name}, which is not installed ({missing}); see docs/how-to/evaluate.md")
            continue
        with suppress(SetMissing):  # careo's own figures have said so
            scores += [replace(each, measure=f"{each.measure} ({peer.name})") for each in peer.measured(module, data)]
    return scores, lines


def beside(own: Sequence[Score], theirs: Sequence[Score]) -> str:
    """Return a table of careo's scores with one column for each tool; a dash where a tool has no such figure."""
    cells: dict[tuple[str, str, str], dict[str, Score]] = {}
    for score in (*own, *theirs):
        measure, _, tool = score.measure.removesuffix(")").partition(" (")
        cells.setdefault((score.set, score.language, measure), {})[tool or "careo"] = score
    tools = list(dict.fromkeys(tool for row in cells.values() for tool in row))
    lines = [
        f"{'set':<14}{'lang':<6}{'measure':<24}" + "".join(f"{tool:>{_WIDTH}}" for tool in tools) + f"{'count':>9}"
    ]
    for (set_, language, measure), row in cells.items():
        values = "".join(f"{row[tool].value:>{_WIDTH}.3f}" if tool in row else f"{'-':>{_WIDTH}}" for tool in tools)
        lines.append(f"{set_:<14}{language:<6}{measure:<24}{values}{next(iter(row.values())).count:>9}")
    return "\n".join(lines)
