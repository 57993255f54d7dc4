"""The bundled outlines of countries: rings of lines that neighbours share, as fine as a map needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("outlines.npz")
SCALE = 250
"""Points are kept in 250ths of a degree, 450 metres: as the source has them."""
LIGHTEST = 5.0
"""Square kilometres of the least bend that is kept: half a pixel where a map is 1,500 km wide."""
LEVELS = 16
"""A point's level is the power of four of what it weighs; the ends of lines have the highest."""
_MAIN = 0.25
"""Rings of this share of a country's largest are where it is, the rest lie far out: Alaska has 0.2, Kyushu and
Hokkaido frame Honshu, the Southern Island has 0.7."""

Points = NDArray[np.float64]
"""Degrees east and degrees north, one row a point."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; east may be above 180 where a box goes over the date line."""


@dataclass(frozen=True, slots=True)
class Ring:
    """One outline: of a country's mainland, of an island, of a hole."""

    code: str
    """ISO 3166-1 alpha-2; empty where the ground has none."""
    arcs: tuple[int, ...]
    """Numbers of its lines in order; a line that is walked backwards as `~number`."""
    box: Box
    size: float
    """Square degrees, those of longitude shortened to what they are there."""


class Outlines:
    """The outlines of all countries, as `outlines/make.py` made them."""

    def __init__(self, path: Path) -> None:
        """Read the file: about 0.2 s."""
        with np.load(path, allow_pickle=False) as held:
            self._levels = held["levels"]
            self._ends = np.cumsum(held["lengths"].astype(np.int64))
            self._points = _unpacked(held["first"], held["steps"], self._ends)
            codes = held["codes"].tolist()
            own = np.split(held["rings"].astype(np.int64), np.cumsum(held["sizes"].astype(np.int64))[:-1])
            self.rings = tuple(
                self._ring(codes[country], tuple(arcs.tolist()))
                for country, arcs in zip(held["country"].tolist(), own, strict=True)
            )
        users = np.zeros(len(self._ends), dtype=np.int64)
        for ring in self.rings:
            np.add.at(users, [at if at >= 0 else ~at for at in ring.arcs], 1)
        self.borders = frozenset(np.flatnonzero(users > 1).tolist())
        """Lines that two countries share; the others are coasts."""

    def arc(self, number: int, level: int = 0) -> Points:
        """Return a line's points from a level up; `~number` is the line backwards."""
        forward = number if number >= 0 else ~number
        rows = slice(self._ends[forward - 1] if forward else 0, self._ends[forward])
        points: Points = self._points[rows][self._levels[rows] >= level]
        return points if number >= 0 else points[::-1]

    def walk(self, ring: Ring, level: int = 0) -> Points:
        """Return a ring's points from a level up, its first point once; round the pole it is closed at the pole."""
        points = unrolled(np.concatenate([self.arc(at, level)[:-1] for at in ring.arcs]))
        turns = np.floor((points[:, 0].min() + points[:, 0].max()) / 720 + 0.5)
        points = points - (360 * turns, 0) if turns else points
        (first, _), (last, north) = points[0], points[-1]
        if abs(last - first) < 180:
            return points
        pole = 90.0 if north > 0 else -90.0
        return np.concatenate([points, [[first + (360 if last > first else -360), north], [last, pole], [first, pole]]])

    def home(self, code: str) -> Box | None:
        """Return where a country is, without what lies far out; `None` where it has no outline."""
        own = [ring for ring in self.rings if code and ring.code == code]
        main = [ring.box for ring in own if ring.size >= _MAIN * max(one.size for one in own)]
        return around(main) if main else None

    def country(self, lat: float, lon: float) -> str | None:
        """Return the code of the country that a point lies in, empty where it has none; `None` for the sea."""
        crossed: dict[str, bool] = {}
        for ring in self.rings:
            west, south, east, north = ring.box
            if (lon - west) % 360 <= east - west and south <= lat <= north:
                turned = west + (lon - west) % 360
                crossed[ring.code] = crossed.get(ring.code, False) ^ inside(self.walk(ring), turned, lat)
        return next((code for code, odd in sorted(crossed.items()) if odd), None)

    def _ring(self, code: str, arcs: tuple[int, ...]) -> Ring:
        points = self.walk(Ring(code, arcs, (0, 0, 0, 0), 0))
        (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        x, y = points[:, 0] * np.cos(np.radians((south + north) / 2)), points[:, 1]
        size = abs(float(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))) / 2
        return Ring(code, arcs, (west, south, east, north), size)


@cache
def outlines() -> Outlines:
    """Return the bundled outlines, read once a process."""
    return Outlines(FILE)


def unrolled(points: Points) -> Points:
    """Return a line's points with longitudes that go on over the date line instead of leaping."""
    leaps = np.abs(np.diff(points[:, 0])) > 180
    return np.column_stack([np.unwrap(points[:, 0], period=360), points[:, 1]]) if leaps.any() else points


def inside(points: Points, x: float, y: float) -> bool:
    """Whether a point lies inside a ring, by how often a line eastward of it crosses the ring."""
    one, other = points, np.roll(points, -1, axis=0)
    across = (one[:, 1] > y) != (other[:, 1] > y)
    one, other = one[across], other[across]
    at = one[:, 0] + (y - one[:, 1]) / (other[:, 1] - one[:, 1]) * (other[:, 0] - one[:, 0])
    return bool(np.count_nonzero(at > x) % 2)


def around(boxes: Sequence[Box]) -> Box:
    """Return the narrowest box around boxes, over the date line where that is shorter."""
    united = boxes[0]
    for box in sorted(boxes):
        united = joined(united, box)
    return united


def joined(one: Box, other: Box) -> Box:
    """Return the narrower of the boxes around two, eastward or westward."""
    tries = [(min(one[0], other[0] + turn), max(one[2], other[2] + turn)) for turn in (0, -360, 360)]
    west, east = min(tries, key=lambda ends: ends[1] - ends[0])
    turn = 360 * ((west + 180) // 360)
    return west - turn, min(one[1], other[1]), east - turn, max(one[3], other[3])


def _unpacked(first: NDArray[np.int32], steps: NDArray[np.int16], ends: NDArray[np.int64]) -> Points:
    """Return the points of all lines one after the other, from where each begins and the steps after it."""
    summed = np.cumsum(steps.astype(np.int64), axis=1).T
    starts = np.concatenate([[0], ends[:-1]])
    shift = first - summed[starts]
    return np.asarray((summed + np.repeat(shift, np.diff(ends, prepend=0), axis=0)) / SCALE, dtype=np.float64)
