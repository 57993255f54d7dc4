"""The ground of a map: land, the countries that claims name, coasts and borders, and where their names have room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from careo.render.drawing.outlines import Outlines, Points, inside
from careo.render.drawing.paths import Spot, path, shapes, strokes
from careo.render.drawing.window import Window

_LEAST = 6.0
"""Units that a country must measure for its shading to be seen; smaller ones get a mark."""
_ROOM = 1400.0
"""Square units that a country's largest piece must have for its name."""
_MANY = 0.5
"""A country with this share of the claims that the one with most has is shaded as dark."""
_LONG, _COARSEST = 45_000, 4
"""Characters from which on a map is drawn coarser, up to so many times: the skerries of the Arctic take 130,000."""
_STEPS = 7
"""Rows and columns of spots at which a name is tried."""


@dataclass(frozen=True, slots=True)
class Room:
    """The largest piece of a country on the paper."""

    ring: Points
    size: float
    spots: tuple[tuple[float, float], ...]
    """Where its name may stand, the nearest to its middle first."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a spot of the paper lies in it."""
        return inside(self.ring, x, y)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is drawn below the marks, as path data."""

    land: str
    named: tuple[tuple[bool, str], ...]
    """Path of each country that a claim names, and whether many do."""
    coasts: str
    borders: str
    """Both empty where only the land is drawn."""
    rooms: Mapping[str, Room]
    measures: Mapping[str, float]

    def visible(self, code: str) -> bool:
        """Whether a country is large enough on the paper for its shading to be seen."""
        return self.measures.get(code, 0.0) >= _LEAST


def sketch(outlines: Outlines, window: Window, named: Mapping[str, int], *, lines: bool = True) -> Sketch:
    """Draw the outlines in a window, with coasts and borders or the land alone.

    `named` are the codes of the countries to be shaded and how many claims name each.
    """
    for coarser in range(_COARSEST):
        drawn = shapes(outlines, window, coarser=coarser)
        coasts, borders = strokes(outlines, window, coarser=coarser) if lines else ("", "")
        shaded = tuple((named[code], path(rings, closed=True)) for code, rings in drawn.items() if code in named)
        land = path((ring for code, rings in drawn.items() if code not in named for ring in rings), closed=True)
        if len(land) + len(coasts) + len(borders) + sum(len(line) for _, line in shaded) < _LONG:
            break
    many = max(named.values(), default=0) * _MANY
    pieces = {code: max((_room(ring) for ring in rings), key=lambda room: room.size) for code, rings in drawn.items()}
    return Sketch(
        land=land,
        named=tuple((claims >= many, line) for claims, line in shaded),
        coasts=coasts,
        borders=borders,
        rooms={code: room for code, room in pieces.items() if code and room.size >= _ROOM},
        measures={code: float(np.ptp(room.ring, axis=0).max()) for code, room in pieces.items()},
    )


def _room(ring: Sequence[Spot]) -> Room:
    points = np.array(ring, dtype=np.float64) / 10
    x, y = points[:, 0], points[:, 1]
    size = abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2
    if size < _ROOM:
        return Room(points, size, ())
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    steps = [(n + 1) / (_STEPS + 1) for n in range(_STEPS)]
    grid = [(left + a * (right - left), top + b * (bottom - top)) for a in steps for b in steps]
    middle = ((left + right) / 2, (top + bottom) / 2)
    return Room(
        points, size, tuple(sorted(grid, key=lambda at: ((at[0] - middle[0]) ** 2 + (at[1] - middle[1]) ** 2, at)))
    )
