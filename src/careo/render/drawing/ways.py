"""The ways between places on a map: bent lines, cut at the edge of the paper, where a name says how they go on."""

from dataclasses import dataclass

Spot = tuple[float, float]
_BEND = 0.15
"""Share of its length by which a way leaves the straight line, so that two ways between two places do not meet."""
_SHORT = 9.0
"""Units by which the arrow stops before its end, so that it does not hide the mark."""
_INSIDE = 12.0
"""Units from the edge at which the name of what lies beyond stands."""


@dataclass(frozen=True, slots=True)
class Way:
    """A bent line from one spot to another, its control point between them."""

    start: Spot
    bend: Spot
    end: Spot

    @property
    def path(self) -> str:
        """Its path data."""
        return "M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*self.start, *self.bend, *self.end)

    def spots(self, number: int = 24) -> tuple[Spot, ...]:
        """Return spots along it, ends included."""
        return tuple(self._at(step / (number - 1)) for step in range(number))

    def _at(self, share: float) -> Spot:
        x, y = (
            (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c
            for a, b, c in zip(self.start, self.bend, self.end, strict=True)
        )
        return x, y


def way(one: Spot, other: Spot, paper: tuple[float, float]) -> Way | None:
    """Return the way between two spots as far as it is on paper of a width and height; `None` where it is nowhere."""
    shares = _cut(one, other, paper)
    if shares is None or one == other:
        return None
    first, last = shares
    across, down = other[0] - one[0], other[1] - one[1]
    start = one[0] + across * first, one[1] + down * first
    end = one[0] + across * last, one[1] + down * last
    across, down = end[0] - start[0], end[1] - start[1]
    far = max(1.0, (across**2 + down**2) ** 0.5)
    short = min(_SHORT, far / 3) / far
    end = end[0] - across * short, end[1] - down * short
    middle = (start[0] + end[0]) / 2 + down * _BEND, (start[1] + end[1]) / 2 - across * _BEND
    return Way(start, middle, end)


def inside(at: Spot, paper: tuple[float, float]) -> Spot:
    """Return a spot moved off the edge, for the name of what lies beyond."""
    x, y = (min(max(value, _INSIDE), size - _INSIDE) for value, size in zip(at, paper, strict=True))
    return x, y


def _cut(one: Spot, other: Spot, paper: tuple[float, float]) -> tuple[float, float] | None:
    """Return the shares of a straight line at which it comes onto the paper and leaves it (Liang and Barsky 1984)."""
    first, last = 0.0, 1.0
    for at, to, size in zip(one, other, paper, strict=True):
        step = to - at
        for reach, room in ((-step, at), (step, size - at)):
            if reach == 0 and room < 0:
                return None
            if reach < 0:
                first = max(first, room / reach)
            elif reach > 0:
                last = min(last, room / reach)
    return (first, last) if first < last else None
