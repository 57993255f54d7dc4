"""The lines between boxes: bent where several run between the same two, with an arrow and a free place for a word."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from careo.render.drawing.springs import Box, Point

_BEND = 30.0
"""Pixels between two lines that run between the same two boxes."""
_ARROW = (9.0, 4.0)
"""Length and half the width of an arrow's head."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
"""Where along a line its word may stand, the middle first."""
_LINE = 15.0
"""Height of a word, in pixels."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line as SVG wants it."""

    path: str
    heads: tuple[str, ...]
    """Corners of its arrow heads."""
    label: Box
    brief: bool
    """Whether there was room for the short word only."""


def strokes(
    ties: Sequence[tuple[int, int, bool]], boxes: Sequence[Box], widths: Sequence[tuple[float, float]], size: Point
) -> tuple[Stroke, ...]:
    """Return a line for each tie: (from, to, whether it has an arrow head), with room for its word.

    A word has two widths, its own and that of its short form, for where the long one would lie on a box or on another
    word. It lies inside the drawing of this size.
    """
    bends = _bends(ties)
    taken = list(boxes)
    found = []
    for (start, end, headed), bend, width in zip(ties, bends, widths, strict=True):
        a, b = boxes[start], boxes[end]
        middle = _middle(a, b, bend if start < end else -bend)
        first, last = _edge(a, middle), _edge(b, middle)
        spots = [_spot((first, middle, last), t, wide, size) for wide in width for t in _ALONG]
        label = min(spots, key=lambda spot: sum(spot.meets(other) for other in taken))
        taken.append(label)
        path = f"M{_two(first)} Q{_two(middle)} {_two(last)}"
        found.append(Stroke(path, (_head(middle, last),) if headed else (), label, label.width < width[0]))
    return tuple(found)


def _bends(ties: Sequence[tuple[int, int, bool]]) -> list[float]:
    """Return how far each line bends to the side, so that lines between the same two fan out."""
    beside: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, (start, end, _) in enumerate(ties):
        beside[min(start, end), max(start, end)].append(n)
    bends = [0.0] * len(ties)
    for numbers in beside.values():
        for place, n in enumerate(numbers):
            bends[n] = (place - (len(numbers) - 1) / 2) * _BEND
    return bends


def _middle(a: Box, b: Box, bend: float) -> Point:
    """Return the point that pulls a line to its side: twice as far off as the line goes."""
    dx, dy = b.x - a.x, b.y - a.y
    length = max(1.0, math.hypot(dx, dy))
    return (a.x + b.x) / 2 - dy / length * 2 * bend, (a.y + b.y) / 2 + dx / length * 2 * bend


def _edge(box: Box, towards: Point) -> Point:
    """Return where a line from the middle of a box leaves it."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    shares = [half / abs(d) for half, d in ((box.width / 2 + 2, dx), (box.height / 2 + 2, dy)) if abs(d) > 1e-9]
    share = min([1.0, *shares])
    return box.x + dx * share, box.y + dy * share


def _spot(curve: tuple[Point, Point, Point], t: float, width: float, size: Point) -> Box:
    """Return a word's box at a share `t` of a quadratic curve: its ends and the point between that pulls it."""
    x, y = ((1 - t) ** 2 * a + 2 * t * (1 - t) * m + t**2 * b for a, m, b in zip(*curve, strict=True))
    x = min(max(x, width / 2), size[0] - width / 2)
    y = min(max(y, _LINE / 2), size[1] - _LINE / 2)
    return Box(round(x, 1), round(y, 1), width, _LINE)


def _head(middle: Point, tip: Point) -> str:
    dx, dy = tip[0] - middle[0], tip[1] - middle[1]
    length = max(1e-6, math.hypot(dx, dy))
    ux, uy = dx / length, dy / length
    back = tip[0] - ux * _ARROW[0], tip[1] - uy * _ARROW[0]
    sides = ((back[0] - uy * side, back[1] + ux * side) for side in (_ARROW[1], -_ARROW[1]))
    return " ".join(map(_two, (tip, *sides)))


def _two(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
