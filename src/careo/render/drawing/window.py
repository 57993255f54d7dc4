"""Which part of the world a map shows, and where on the paper a place stands.

The projection is equirectangular about the middle of the map: one degree of latitude is as long everywhere, one of
longitude as long as it is at the middle. It keeps its meridians parallel and is easily turned back.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careo.render.drawing.outlines import Box, around, joined

KM = 111.2
"""Kilometres in a degree of latitude."""
_LEAST = 4.0
"""Degrees that a map shows at least: less of the bundled outlines would be a few corners."""
_PAD = 0.07
"""Share of the paper left free at each side."""
_POLAR = 0.12
"""Shortest a degree of longitude is drawn, as of 83 degrees: nearer to a pole the paper would be all one parallel."""
_WIDE = 60.0
"""Degrees up to which the whole of a country is shown; of larger ones, such as Russia, the part told of."""
_NARROW = 6.0
"""How many times as wide as its places a country is where their part of it, three places or more, is shown instead."""
_GROWTH = (3.0, 8.0, 24.0)
"""A place with all the claims might widen the map to four times its size, one with a tenth of them by a third; more
where the map would show too few of the claims."""
_MOST = 0.66
"""Share of the claims that the map must show; where no widening brings them together it shows all of the places."""


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of paper over a piece of the world; units of length are those of the drawing."""

    lat: float
    lon: float
    """Degrees at the middle."""
    scale: float
    """Units to a degree of latitude."""
    shrink: float
    """How much shorter a degree of longitude is."""
    width: float
    height: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a place stands, from the upper left; it may lie off the paper."""
        east = (lon - self.lon + 180) % 360 - 180
        return self.width / 2 + east * self.scale * self.shrink, self.height / 2 - (lat - self.lat) * self.scale

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Return the latitude and longitude of a spot of the paper."""
        lon = self.lon + (x - self.width / 2) / (self.scale * self.shrink)
        return self.lat - (y - self.height / 2) / self.scale, (lon + 180) % 360 - 180

    def shows(self, lat: float, lon: float) -> bool:
        """Whether a place stands on the paper."""
        return self.holds(*self.at(lat, lon))

    def holds(self, x: float, y: float) -> bool:
        """Whether a spot lies on the paper."""
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def box(self) -> Box:
        """The piece of the world, east above 180 where it goes over the date line."""
        across, up = self.width / (2 * self.scale * self.shrink), self.height / (2 * self.scale)
        return self.lon - across, self.lat - up, self.lon + across, self.lat + up


def fit(box: Box, width: float, heights: tuple[float, float]) -> Window:
    """Return the window that shows a box as large as may be on paper of a width and a least and greatest height."""
    west, south, east, north = box
    lat = (south + north) / 2
    shrink = max(_POLAR, math.cos(math.radians(lat)))
    across, up = max((east - west) * shrink, _LEAST), max(north - south, _LEAST)
    free = 1 - 2 * _PAD
    scale = max(min(width * free / across, heights[1] * free / up), width / (360 * shrink))
    height = min(max(up * scale / free, heights[0]), heights[1], 180 * scale)
    reach = max(0.0, 90 - height / (2 * scale))
    return Window(min(max(lat, -reach), reach), (west + east) / 2, scale, shrink, width, height)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place with what it counts when the window is chosen."""

    box: Box
    country: str | None
    whole: bool
    """Whether it is a country."""
    weight: int


def choose(stops: Sequence[Stop], home: Box | None = None) -> Box:
    """Return the piece of the world to show: the country of most claims and what is not far from it.

    Args:
        stops: the places, at least one.
        home: where the country of most claims lies (`leading`), where it has an outline.
    """
    country, total = leading(stops), sum(stop.weight for stop in stops)
    own = [stop for stop in stops if stop.country == country]
    core = _core(own, home)
    others = sorted((stop for stop in stops if stop.country != country), key=lambda stop: (-stop.weight, stop.box))
    for growth in _GROWTH:
        box, shown = core, sum(stop.weight for stop in own)
        for stop in sorted(others, key=lambda stop: (-stop.weight, span(joined(core, stop.box)))):
            wider = joined(box, stop.box)
            if span(wider) <= span(box) * (1 + growth * stop.weight / total):
                box, shown = wider, shown + stop.weight
        if shown >= _MOST * total:
            return box
    return around([core, *(stop.box for stop in stops)])


def leading(stops: Iterable[Stop]) -> str | None:
    """Return the country whose places have most claims."""
    weights: dict[str, int] = {}
    for stop in stops:
        weights[stop.country or ""] = weights.get(stop.country or "", 0) + stop.weight
    return min(weights, key=lambda code: (-weights[code], code)) or None


def span(box: Box) -> float:
    """Return the longer side of a box, in degrees of latitude."""
    west, south, east, north = box
    return max((east - west) * max(_POLAR, math.cos(math.radians((south + north) / 2))), north - south, 1.0)


def _core(own: Sequence[Stop], home: Box | None) -> Box:
    """Return what is shown of the leading country: all of it, unless its places lie in a small part of a large one."""
    spots = [stop.box for stop in own if not stop.whole]
    if home is None:
        return around([stop.box for stop in own])
    if not spots:
        return home
    near = around(spots)
    partly = span(home) > _WIDE or (len(spots) > 2 and span(home) > _NARROW * span(near))
    return near if partly else joined(home, near)
