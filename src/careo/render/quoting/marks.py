"""Cut a text at the marks that lie on it, so that it can be shown letter for letter with its marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a report's text that means something, in code points."""

    start: int
    end: int
    kind: str
    """One word for the look: `trigger`, `who`, `where`, `when`, `figure`, `sentence`, `credit` ..."""
    title: str
    """The meaning in words, shown to those who point at it."""
    anchor: str | None = None
    """The id its first letter carries on the page."""
    claims: tuple[int, ...] = ()
    """Numbers of the claims to link to, after its last letter."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that all lie under the same marks."""

    text: str
    kinds: tuple[str, ...]
    """Looks of the marks over it, widest first."""
    title: str
    anchors: tuple[str, ...]
    """Ids of the marks that begin here."""
    claims: tuple[int, ...]
    """Claims of the marks that end here."""
    credit: str | None
    """The label of a credit line that begins here."""


def segments(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut `text[start:end]` at every mark's border; joined, the segments are that text again.

    Marks may overlap, nest, or reach over the borders.
    """
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.start - mark.end, mark.start, mark.kind, mark.title),
    )
    borders = {border for mark in inside for border in (mark.start, mark.end) if start < border < end}
    cuts = sorted(borders | {start, end})
    return tuple(_segment(text, left, right, inside) for left, right in pairwise(cuts))


def _segment(text: str, left: int, right: int, marks: list[Mark]) -> Segment:
    over = [mark for mark in marks if mark.start <= left and mark.end >= right]
    begin = [mark for mark in over if mark.start == left]
    titles = dict.fromkeys(mark.title for mark in over if mark.title)
    return Segment(
        text=text[left:right],
        kinds=tuple(dict.fromkeys(mark.kind for mark in over)),
        title="; ".join(titles),
        anchors=tuple(dict.fromkeys(mark.anchor for mark in begin if mark.anchor)),
        claims=tuple(sorted({number for mark in over if mark.end == right for number in mark.claims})),
        credit=next((mark.title for mark in begin if mark.kind == "credit"), None),
    )
