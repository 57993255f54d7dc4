"""Outlines cut to a window, as the path data of a drawing: a tenth of a unit fine, and no more of it than is seen."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from careo.render.drawing.outlines import LEVELS, LIGHTEST, Box, Outlines, Points
from careo.render.drawing.window import KM, Window

Spot = tuple[int, int]
"""A place on the paper in tenths of a unit."""
_BEND = 0.4
"""Square units of the least bend that is drawn: a large map of one country takes some 25 kB, the small world 12."""
_SPECK = 1.8
"""Units that an island measures at least; smaller ones are specks of dust."""
_MARGIN = 40
"""Tenths of a unit by which shapes go over the edge, so that their own edge is not seen."""


def shapes(outlines: Outlines, window: Window, *, coarser: int = 0) -> Mapping[str, tuple[tuple[Spot, ...], ...]]:
    """Return the rings of each country that reach into the window, cut at its edge, by some levels coarser."""
    found: dict[str, list[tuple[Spot, ...]]] = defaultdict(list)
    level = _level(window) + coarser
    for ring in outlines.rings:
        for turn in _turns(ring.box, window.box):
            if _measure(ring.box, window) < _SPECK:
                continue
            cut = _cut(_spots(outlines.walk(ring, level), window, turn), window)
            if len(cut) > 2:
                found[ring.code].append(cut)
    return {code: tuple(rings) for code, rings in sorted(found.items())}


def strokes(outlines: Outlines, window: Window, *, coarser: int = 0) -> tuple[str, str]:
    """Return the path data of the coasts and of the borders in the window."""
    level, seen = _level(window) + coarser, {False: set[int](), True: set[int]()}
    lines: dict[bool, list[Sequence[Spot]]] = {False: [], True: []}
    for ring in outlines.rings:
        turns = _turns(ring.box, window.box)
        if not turns or _measure(ring.box, window) < _SPECK:
            continue
        for number in (at if at >= 0 else ~at for at in ring.arcs):
            border = number in outlines.borders
            if number not in seen[border]:
                seen[border].add(number)
                lines[border] += _pieces(outlines.arc(number, level), window)
    return path(lines[False]), path(lines[True])


def path(lines: Iterable[Sequence[Spot]], *, closed: bool = False) -> str:
    """Return path data for lines, each step after the first relative to the one before."""
    return "".join(_line(line) + ("z" if closed else "") for line in lines)


def _line(line: Sequence[Spot]) -> str:
    (x, y), steps = line[0], [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line)]
    written = " ".join(f"{_tenths(dx)} {_tenths(dy)}" for dx, dy in steps if dx or dy)
    return f"M{_tenths(x)} {_tenths(y)}" + (f"l{written.replace(' -', '-')}" if written else "")


def _tenths(value: int) -> str:
    return f"{value / 10:g}"


def _level(window: Window) -> int:
    """Return the level from which on points are seen in a window."""
    least = _BEND * (KM / window.scale) ** 2
    return min(LEVELS - 2, max(0, math.ceil(math.log(max(least, LIGHTEST) / LIGHTEST, 4))))


def _turns(box: Box, shown: Box) -> list[int]:
    """Return by how many degrees a box must be turned to lie in what is shown: 0, -360, 360 or none of them."""
    if box[3] < shown[1] or box[1] > shown[3]:
        return []
    return [turn for turn in (-360, 0, 360) if box[0] + turn <= shown[2] and box[2] + turn >= shown[0]]


def _measure(box: Box, window: Window) -> float:
    return max((box[2] - box[0]) * window.shrink, box[3] - box[1]) * window.scale


def _spots(points: Points, window: Window, turn: int) -> NDArray[np.int64]:
    x = window.width / 2 + (points[:, 0] + turn - window.lon) * window.scale * window.shrink
    y = window.height / 2 - (points[:, 1] - window.lat) * window.scale
    return np.rint(np.column_stack([x, y]) * 10).astype(np.int64)


def _pieces(points: Points, window: Window) -> Iterator[Sequence[Spot]]:
    """Yield the pieces of a line that are seen; where the world was cut open at the date line none is drawn."""
    seam = np.abs(np.abs(points[:, 0]) - 180) < 1e-6
    west, east = float(points[:, 0].min()), float(points[:, 0].max())
    for turn in _turns((west, float(points[:, 1].min()), east, float(points[:, 1].max())), window.box):
        spots = _spots(points, window, turn)
        low, high = np.minimum(spots[:-1], spots[1:]), np.maximum(spots[:-1], spots[1:])
        edge = np.array([window.width * 10 + _MARGIN, window.height * 10 + _MARGIN])
        seen = np.all((low <= edge) & (high >= -_MARGIN), axis=1) & ~(seam[:-1] & seam[1:])
        for first, last in _runs(seen.tolist()):
            yield [(x, y) for x, y in spots[first : last + 1].tolist()]


def _runs(seen: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last point of each run of segments that are seen."""
    start = None
    for at, one in enumerate([*seen, False]):
        if one and start is None:
            start = at
        elif not one and start is not None:
            yield start, at
            start = None


def _cut(spots: NDArray[np.int64], window: Window) -> tuple[Spot, ...]:
    """Cut a ring at the window's edge (Sutherland and Hodgman 1974)."""
    ring: list[Spot] = [(x, y) for x, y in spots.tolist()]
    far = (round(window.width * 10) + _MARGIN, round(window.height * 10) + _MARGIN)
    low, high = spots.min(axis=0).tolist(), spots.max(axis=0).tolist()
    for axis in (0, 1):
        if low[axis] < -_MARGIN:
            ring = _halved(ring, axis, -_MARGIN, 1)
        if high[axis] > far[axis]:
            ring = _halved(ring, axis, far[axis], -1)
    return tuple(ring)


def _halved(ring: Sequence[Spot], axis: int, edge: int, side: int) -> list[Spot]:
    kept: list[Spot] = []
    for one, two in zip([*ring[-1:], *ring], ring, strict=False):
        inside, before = (two[axis] - edge) * side >= 0, (one[axis] - edge) * side >= 0
        if inside != before:
            share = (edge - one[axis]) / (two[axis] - one[axis])
            other = round(one[1 - axis] + share * (two[1 - axis] - one[1 - axis]))
            kept.append((edge, other) if axis == 0 else (other, edge))
        if inside:
            kept.append(two)
    return kept
