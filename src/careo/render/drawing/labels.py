"""Where words stand on a map: beside their mark, on free ground, the most carried place first; or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from unicodedata import east_asian_width

Anchor = Literal["start", "middle", "end"]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_GAP = 3.0
"""Units between a mark and its words."""
_FAR = (16.0, 32.0, 52.0)
"""Units beyond the mark at which words with a line to them are tried."""
_NARROW, _BROAD = frozenset("iljtf.,'’()[]| -"), frozenset("mwMW@%")


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a spot of the paper; `y` is their base line."""

    words: str
    x: float
    y: float
    anchor: Anchor
    leader: str = ""
    """Path data of a line from the mark to words that stand farther off; empty where they are beside it."""


@dataclass(slots=True)
class Ground:
    """Paper with what is taken of it already."""

    width: float
    height: float
    taken: list[Area] = field(default_factory=list)

    def mark(self, x: float, y: float, radius: float) -> None:
        """Take the ground of a mark."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def beside(self, words: str, x: float, y: float, radius: float, *, size: float) -> Label | None:
        """Set words beside a mark where they touch nothing; `None` where they would."""
        for label, area in _around(words, x, y, radius, size):
            if self.free(area, but=(x, y, radius)):
                self.taken.append(area)
                return label
        return None

    def led(self, words: str, x: float, y: float, radius: float, *, size: float) -> Label | None:
        """Set words farther off, with a line from the mark to them."""
        for far in _FAR:
            for label, area in _around(words, x, y, radius + far, size):
                to_x = {"start": area[0] - 1, "middle": label.x, "end": area[2] + 1}[label.anchor]
                to_y = min(max(y, area[1] + 2), area[3] - 2)
                if self.free(area) and self._clear((x, y), (to_x, to_y)):
                    self.taken.append(area)
                    return replace(label, leader=f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}")
        return None

    def upon(
        self, words: str, spots: Iterable[tuple[float, float]], within: Callable[[float, float], bool], *, size: float
    ) -> Label | None:
        """Set words about the first of some spots where all of them lies within a shape and touches nothing."""
        half = width(words, size) / 2
        for x, y in spots:
            area = (x - half, y - size * 0.6, x + half, y + size * 0.5)
            if self.free(area) and all(within(cx, cy) for cx in (x - half, x, x + half) for cy in area[1::2]):
                self.taken.append(area)
                return Label(words, round(x, 1), round(y + size * 0.35, 1), "middle")
        return None

    def _clear(self, one: tuple[float, float], other: tuple[float, float]) -> bool:
        """Whether a line touches nothing but what its beginning lies in."""
        steps = [n / 12 for n in range(13)]
        spots = [(one[0] + (other[0] - one[0]) * n, one[1] + (other[1] - one[1]) * n) for n in steps]
        return not any(
            any(left <= x <= right and top <= y <= bottom for x, y in spots)
            for left, top, right, bottom in self.taken
            if not (left <= one[0] <= right and top <= one[1] <= bottom)
        )

    def free(self, area: Area, but: tuple[float, float, float] | None = None) -> bool:
        """Whether a piece of the paper is free, but for a mark (middle and radius)."""
        left, top, right, bottom = area
        if left < 2 or top < 2 or right > self.width - 2 or bottom > self.height - 2:
            return False
        own = but and (but[0] - but[2], but[1] - but[2], but[0] + but[2], but[1] + but[2])
        return not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in self.taken
            if other != own
        )


def width(words: str, size: float) -> float:
    """Estimate how long words are at a size of type, rather too long than too short."""
    return size * sum(_share(char) for char in words)


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.38
    if east_asian_width(char) in "WF":
        return 1.05
    return 0.92 if char in _BROAD else 0.74 if char.isupper() else 0.6


def _around(words: str, x: float, y: float, radius: float, size: float) -> Iterator[tuple[Label, Area]]:
    """Yield the places of words about a mark: right, left, above, below, then the corners."""
    long, high = width(words, size), size
    off, corner = radius + _GAP, radius * 0.7 + _GAP
    tries: Sequence[tuple[float, float, Anchor]] = (
        (off, 0, "start"), (-off, 0, "end"), (0, -off - high / 2, "middle"), (0, off + high / 2, "middle"),
        (corner, -corner - high * 0.3, "start"), (corner, corner + high * 0.3, "start"),
        (-corner, -corner - high * 0.3, "end"), (-corner, corner + high * 0.3, "end"),
    )  # fmt: skip
    for dx, dy, anchor in tries:
        left = x + dx - {"start": 0.0, "middle": long / 2, "end": long}[anchor]
        area = (left, y + dy - high / 2, left + long, y + dy + high / 2)
        yield Label(words, round(x + dx, 1), round(y + dy + high * 0.35, 1), anchor), area
