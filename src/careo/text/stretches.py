"""How two stretches of one text lie to each other, whatever stands in them."""

from typing import Protocol


class Stretched(Protocol):
    """What has a place in a text: a word, a mention, a slot, a name."""

    @property
    def start(self) -> int:
        """Return where it begins."""
        ...

    @property
    def end(self) -> int:
        """Return where it ends; the character there is no longer of it."""
        ...


def overlap(one: Stretched, other: Stretched) -> bool:
    """Whether two stretches share a character."""
    return one.start < other.end and other.start < one.end


def holds(outer: Stretched, inner: Stretched) -> bool:
    """Whether all of a stretch lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end
