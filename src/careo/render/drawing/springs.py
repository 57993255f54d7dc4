"""Where boxes that are tied to one another stand on a plane, so that a reader can follow the ties.

Plain arithmetic in one order: the same boxes and ties give the same places on every machine.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

Point = tuple[float, float]
_LINK, _MANY, _FAR = 120.0, 12, 150.0
"""Pixels between two that are tied, as the crow flies, and in a part of more boxes than these; by eye."""
_WIDE = 1.6
"""How much wider than high the drawing is stretched: names are written across."""
_ROUNDS = 120
"""Rounds of majorising; forty boxes move by less than a pixel in the last of them."""
_APART = 400
"""Rounds of pushing boxes apart, at most."""
_ROOM = (26.0, 30.0)
"""Pixels between two boxes, across and down; between two that are tied there is also room for the tie's word."""
_BESIDE = 30.0
"""Pixels beside that word, in which the line and its head are seen."""
_GAP = 48.0
"""Pixels between parts that nothing ties."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box around its middle, in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box", room: Point = (0.0, 0.0)) -> bool:
        """Whether two boxes touch or have less than so much room between them, across and down."""
        across = (self.width + other.width) / 2 + room[0] - abs(self.x - other.x)
        down = (self.height + other.height) / 2 + room[1] - abs(self.y - other.y)
        return across > 0 and down > 0


def placed(
    sizes: Sequence[Point], ties: Iterable[tuple[int, int, float]], *, most_wide: float
) -> tuple[tuple[Box, ...], Point]:
    """Return a box for every size, none upon another, and the width and height of the whole.

    A tie is one, other, and the width of its word. Parts that nothing ties are laid out each for itself and set in
    rows, the largest first. A part of many boxes may be wider than `most_wide`.
    """
    near: dict[int, set[int]] = {n: set() for n in range(len(sizes))}
    words: dict[tuple[int, int], float] = {}
    for one, other, width in ties:
        near[one].add(other)
        near[other].add(one)
        two = min(one, other), max(one, other)
        words[two] = max(width + _BESIDE, words.get(two, 0.0))
    boxes: dict[int, Box] = {}
    left = top = high = wide = 0.0
    for part in _parts(near):
        laid = _apart(_stressed(part, near), sizes, words)
        width, height = _fitted(laid)
        if left and left + width > most_wide:
            left, top, high = 0.0, top + high + _GAP, 0.0
        for n, box in laid.items():
            boxes[n] = replace(box, x=round(box.x + left, 1), y=round(box.y + top, 1))
        left, high, wide = left + width + _GAP, max(high, height), max(wide, left + width)
    return tuple(boxes[n] for n in range(len(sizes))), (math.ceil(wide), math.ceil(top + high))


def _parts(near: Mapping[int, set[int]]) -> list[list[int]]:
    """Return what hangs together, the largest first; in each the most tied first and the rest as a walk meets them."""
    left, parts = set(near), []
    while left:
        queue = [min(left, key=lambda n: (-len(near[n]), n))]
        left.discard(queue[0])
        for one in queue:
            found = sorted(near[one] & left, key=lambda n: (-len(near[n]), n))
            left.difference_update(found)
            queue += found
        parts.append(queue)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _stressed(part: Sequence[int], near: Mapping[int, set[int]]) -> dict[int, Point]:
    """Lay one part out by stress majorisation: Gansner, Koren, North, "Graph Drawing by Stress Majorization", 2004.

    Two boxes want to stand as far apart as there are ties between them, near ones more than far ones (weight d^-2).
    """
    link = _LINK if len(part) <= _MANY else _FAR
    want = {one: {other: d * link for other, d in _steps(one, near).items() if d} for one in part}
    turn = 2 * math.pi / max(2, len(part))
    at = {one: (_LINK * math.cos(n * turn), _LINK * math.sin(n * turn)) for n, one in enumerate(part)}
    for _ in range(_ROUNDS):
        for one in part:
            x = y = weights = 0.0
            for other, far in want[one].items():
                dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
                weight, length = far**-2, max(1e-6, math.hypot(dx, dy))
                x += weight * (at[other][0] + far * dx / length)
                y += weight * (at[other][1] + far * dy / length)
                weights += weight
            if weights:
                at[one] = x / weights, y / weights
    return {one: (x * _WIDE, y) for one, (x, y) in at.items()}


def _steps(start: int, near: Mapping[int, set[int]]) -> dict[int, int]:
    """Return how many ties lie between one and each that hangs together with it."""
    far, queue = {start: 0}, [start]
    for one in queue:
        for other in sorted(near[one] - far.keys()):
            far[other] = far[one] + 1
            queue.append(other)
    return far


def _apart(at: Mapping[int, Point], sizes: Sequence[Point], words: Mapping[tuple[int, int], float]) -> dict[int, Box]:
    """Push boxes that stand upon one another or too near apart, the shorter way, until none does."""
    boxes = {n: Box(x, y, *sizes[n]) for n, (x, y) in at.items()}
    rooms = {two: (words.get((min(two), max(two)), _ROOM[0]), _ROOM[1]) for two in combinations(boxes, 2)}
    for _ in range(_APART):
        met = [two for two in rooms if boxes[two[0]].meets(boxes[two[1]], rooms[two])]
        for one, other in met:
            boxes[one], boxes[other] = _pushed(boxes[one], boxes[other], rooms[one, other])
        if not met:
            return boxes
    return _stacked(boxes)


def _pushed(one: Box, other: Box, room: Point) -> tuple[Box, Box]:
    across = (one.width + other.width) / 2 + room[0] - abs(one.x - other.x)
    down = (one.height + other.height) / 2 + room[1] - abs(one.y - other.y)
    x = y = 0.0
    if across < down:
        x = math.copysign(max(0.0, across) / 2 + 0.5, one.x - other.x)
    else:
        y = math.copysign(max(0.0, down) / 2 + 0.5, one.y - other.y)
    return replace(one, x=one.x + x, y=one.y + y), replace(other, x=other.x - x, y=other.y - y)


def _stacked(boxes: Mapping[int, Box]) -> dict[int, Box]:
    """Move boxes down past those above them: what is always free, where pushing did not come to an end."""
    done: dict[int, Box] = {}
    for n, box in sorted(boxes.items(), key=lambda item: (item[1].y, item[1].x, item[0])):
        while blocking := [other for other in done.values() if box.meets(other, _ROOM)]:
            below = max(other.y + (other.height + box.height) / 2 for other in blocking) + _ROOM[1]
            box = replace(box, y=below)
        done[n] = box
    return done


def _fitted(boxes: dict[int, Box]) -> Point:
    """Move the boxes to the upper left corner, in place, and return how wide and high they are together."""
    left = min(box.x - box.width / 2 for box in boxes.values())
    top = min(box.y - box.height / 2 for box in boxes.values())
    for n, box in boxes.items():
        boxes[n] = replace(box, x=box.x - left, y=box.y - top)
    width = max(box.x + box.width / 2 for box in boxes.values())
    return width, max(box.y + box.height / 2 for box in boxes.values())
