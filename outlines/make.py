"""Make the bundled outlines: `python outlines/make.py PACKAGE` writes src/careo/render/drawing/outlines.npz.

PACKAGE is world-atlas as `npm pack world-atlas@2.0.2` fetches it: Natural Earth 4.1 (public domain), countries at
1:10 million, as TopoJSON, where countries share the lines between them. Every point is given the weight at which it may
be left out (Visvalingam and Whyatt, "Line generalisation by repeated elimination of points", 1993), the lightest are
left out here, and the rest keep their weight, so that a small map takes only the heavy ones and neighbours still meet.
The same package gives the same bytes, with one zlib. It prints what is in the file and its SHA-256.
"""

import hashlib
import heapq
import json
import math
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from babel.core import get_global
from numpy.typing import NDArray

from careo.render.drawing.outlines import LEVELS, LIGHTEST, SCALE, unrolled

TARGET = Path(__file__).parent.parent / "src" / "careo" / "render" / "outlines.npz"
MEMBER = "package/countries-10m.json"
OWN_CODES = {
    "Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Baikonur": "KZ",
    "USNB Guantanamo Bay": "CU",
}  # fmt: skip
"""Where GeoNames, and so the gazetteer, has the towns of ground to which Natural Earth gives no code."""
PARTS = (
    ("RU", "UA", (32.4, 44.3, 36.7, 46.3)),
    ("FR", "GF", (-55, 2, -51, 6)), ("FR", "GP", (-62, 15.8, -61, 16.6)), ("FR", "MQ", (-61.3, 14.3, -60.7, 15)),
    ("FR", "RE", (55, -21.5, 56, -20.8)), ("FR", "YT", (45, -13.1, 45.4, -12.5)), ("NO", "SJ", (10, 74, 34, 81)),
    ("NO", "SJ", (-9.5, 70.5, -7.5, 71.5)), ("NL", "BQ", (-68.6, 11.9, -62.8, 17.8)),
    ("AU", "CX", (105, -11, 106, -10)),
)  # fmt: skip
"""Parts that Natural Earth draws with another country than GeoNames: country, code there, west south east north. The
first is Crimea, which the United Nations too hold to be Ukraine's (General Assembly, resolution 68/262)."""
_SHARE = 60
"""A ring keeps about this many points at least, however small it is, so that Monaco is a shape."""
_ISLET = 8.0
"""Square kilometres below which an island is left out, unless it is the largest of its country."""
_GRAIN = 1.0
"""Square kilometres that a ring must have to be more than one point of the grid: only the Vatican has less."""
_KM = 111.2

Points = NDArray[np.float64]


def arcs_of(topology: dict[str, Any]) -> list[Points]:
    """Return the lines of a TopoJSON file as degrees east and north; a line over the date line goes on beyond 180."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [unrolled(np.cumsum(np.array(arc), axis=0) * scale + shift) for arc in topology["arcs"]]


def rings_of(topology: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """Yield the rings of every country: its code, empty where it has none, and its arcs, turned ones as `~arc`."""
    alias = get_global("territory_aliases")
    for country in topology["objects"]["countries"]["geometries"]:
        code = OWN_CODES.get(country["properties"]["name"]) or (alias.get(country.get("id", ""), [""])[0])
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            yield from ((code, ring) for ring in polygon)


def walked(ring: Sequence[int], arcs: Sequence[Points]) -> Points:
    """Return the points of a ring."""
    return unrolled(np.concatenate([arcs[at][:-1] if at >= 0 else arcs[~at][:0:-1] for at in ring]))


def square_km(points: Points) -> float:
    """Return the area of a ring."""
    east = points[:, 0] * np.cos(np.radians(points[:, 1].mean()))
    north = points[:, 1]
    return float(abs(np.dot(east, np.roll(north, 1)) - np.dot(north, np.roll(east, 1)))) / 2 * _KM**2


def weights(points: Points) -> NDArray[np.float64]:
    """Return for each point the square kilometres at which it may be left out; the ends never."""
    at: list[list[float]] = points.tolist()
    last = len(at) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    found = np.full(len(at), math.inf)
    now = {n: _triangle(at[n - 1], at[n], at[n + 1]) for n in range(1, last)}
    heap = [(area, n) for n, area in now.items()]
    heapq.heapify(heap)
    highest = 0.0
    while heap:
        area, n = heapq.heappop(heap)
        if now.get(n) != area:
            continue
        del now[n]
        found[n] = highest = max(highest, area)
        after[before[n]], before[after[n]] = after[n], before[n]
        for near in (before[n], after[n]):
            if 0 < near < last:
                now[near] = _triangle(at[before[near]], at[near], at[after[near]])
                heapq.heappush(heap, (now[near], near))
    return found


def _triangle(one: list[float], two: list[float], three: list[float]) -> float:
    twice = (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
    return abs(twice) / 2 * math.cos(math.radians(two[1])) * _KM**2


def chosen(rings: list[tuple[str, list[int]]], arcs: Sequence[Points]) -> list[tuple[str, list[int], float]]:
    """Return the rings worth keeping with their areas, parts under their own codes, sorted by code, largest first."""
    sized = [(code, ring, walked(ring, arcs)) for code, ring in rings]
    named = [(_part(code, points), ring, square_km(points)) for code, ring, points in sized]
    largest: dict[str, float] = {}
    for code, _, area in named:
        largest[code] = max(area, largest.get(code, 0.0))
    kept = [one for one in named if one[2] >= max(_GRAIN, min(_ISLET, largest[one[0]]))]
    return sorted(kept, key=lambda one: (one[0], -one[2], one[1]))


def _part(code: str, points: Points) -> str:
    east, north = points.mean(axis=0)
    for country, part, (w, s, e, n) in PARTS:
        if code == country and w <= east <= e and s <= north <= n:
            return part
    return code


def level(weight: float) -> int:
    """Return the power of four that a weight reaches, LIGHTEST being nought; the ends of lines have the highest."""
    return LEVELS - 1 if math.isinf(weight) else min(LEVELS - 1, max(0, int(math.log(weight / LIGHTEST, 4))))


def lines(rings: list[tuple[str, list[int], float]], arcs: Sequence[Points]) -> tuple[dict[str, Any], list[int]]:
    """Return the arrays of the arcs that rings use, and the number each arc has among them."""
    finest = [math.inf] * len(arcs)
    for _, ring, area in rings:
        for at in ring:
            arc = at if at >= 0 else ~at
            finest[arc] = min(finest[arc], LIGHTEST, area / _SHARE)
    number = [-1] * len(arcs)
    kept: list[NDArray[np.int64]] = []
    levels: list[int] = []
    for arc, points in enumerate(arcs):
        if math.isinf(finest[arc]):
            continue
        number[arc] = len(kept)
        heavy = [
            (point, weight) for point, weight in zip(points, weights(points), strict=True) if weight >= finest[arc]
        ]
        kept.append(np.rint(np.array([point for point, _ in heavy]) * SCALE).astype(np.int64))
        levels += [level(max(weight, LIGHTEST)) for _, weight in heavy]
    steps = np.concatenate([np.diff(points, axis=0, prepend=[[0, 0]]) for points in kept])
    starts = np.cumsum([0] + [len(points) for points in kept[:-1]])
    first = steps[starts].copy()
    steps[starts] = 0
    assert np.abs(steps).max() < 1 << 15
    arrays = {
        "first": first.astype("<i4"), "steps": np.ascontiguousarray(steps.T.astype("<i2")),
        "levels": np.array(levels, dtype="u1"), "lengths": np.array([len(points) for points in kept], dtype="<u2"),
    }  # fmt: skip
    return arrays, number


def main(package: str) -> int:
    """Write the file and say what is in it."""
    with tarfile.open(package) as packed:
        member = packed.extractfile(MEMBER)
        assert member is not None
        topology = json.load(member)
    arcs = arcs_of(topology)
    rings = chosen(list(rings_of(topology)), arcs)
    arrays, number = lines(rings, arcs)
    codes = sorted({code for code, _, _ in rings})
    turned = [[number[at] if at >= 0 else ~number[~at] for at in ring] for _, ring, _ in rings]
    np.savez_compressed(
        TARGET,
        codes=np.array(codes),
        country=np.array([codes.index(code) for code, _, _ in rings], dtype="<u2"),
        rings=np.array([at for ring in turned for at in ring], dtype="<i2"),
        sizes=np.array([len(ring) for ring in turned], dtype="<u2"),
        **arrays,
    )
    data = TARGET.read_bytes()
    said = f"{len(codes)} codes, {len(rings)} rings, {len(arrays['levels'])} points, {len(data)} bytes"
    sys.stdout.write(f"{said}, sha256 {hashlib.sha256(data).hexdigest()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
