"""Draw who did what to whom: those with most ties, each a box with its name, each tie a line with its words."""

from collections import Counter
from collections.abc import Sequence

from careo.model.derived import Tie
from careo.model.seen import MentionType
from careo.render.drawing.scales import width
from careo.render.drawing.springs import Box, placed
from careo.render.drawing.strokes import strokes
from careo.render.pictures.network_views import EdgeView, NodeView
from careo.render.quoting.index import Index
from careo.render.wording.deeds import DEEDS, STATUS
from careo.render.wording.speech import Speech

_MOST_DRAWN, _MOST_LINES = 40, 60
"""More boxes or lines than these are a thicket: by eye on a story of 300 reports."""
_MOST_WIDE = 1040.0
"""Pixels of the page's column, beyond which the drawing goes on below."""
_LETTER = 7.2
"""Pixels of a letter of a name at 13 pixels, generous, for the fonts differ; a wide one twice."""
_SMALL = 6.4
"""The same for the words on a line, at 11.5 pixels."""
_NAME = 26
"""Letters of a name's line; a name has two, and is cut after them: the list has it whole."""


def drawn(index: Index, ties: Sequence[Tie]) -> tuple[tuple[NodeView, ...], tuple[EdgeView, ...], tuple[int, int]]:
    """Return boxes, lines and the size in pixels of a drawing of the ties between the entities that have most of them.

    The lines bear the numbers that the ties have in their order.
    """
    whole = [(n, tie) for n, tie in enumerate(ties, start=1) if tie.from_.entity and tie.to.entity]
    degree = Counter(end for _, tie in whole for end in {tie.from_.entity, tie.to.entity} if end)
    kept = set(sorted(degree, key=lambda id_: (-degree[id_], index.numbers[id_]))[:_MOST_DRAWN])
    lines = [(n, tie) for n, tie in whole if {tie.from_.entity, tie.to.entity} <= kept][:_MOST_LINES]
    names = {end.entity: end.words for _, tie in lines for end in (tie.from_, tie.to) if end.entity}
    order = {id_: n for n, id_ in enumerate(sorted(names, key=index.numbers.__getitem__))}
    pairs = [(order[tie.from_.entity or ""], order[tie.to.entity or ""]) for _, tie in lines]
    wrapped = [name_lines(names[id_]) for id_ in order]
    sizes = [(max(width(line, _LETTER) for line in lines_) + 18, 8.0 + 16 * len(lines_)) for lines_ in wrapped]
    words = [_label(n, tie, index.speech) for n, tie in lines]
    widths = [(_small(long), _small(short)) for long, short in words]
    tied = [(*pair, width) for pair, (width, _) in zip(pairs, widths, strict=True)]
    boxes, (wide, high) = placed(sizes, tied, most_wide=_MOST_WIDE)
    heads = [(*pair, tie.directed) for pair, (_, tie) in zip(pairs, lines, strict=True)]
    lined = strokes(heads, boxes, widths, (wide, high))
    types = {entity.id: entity.type for entity in index.dossier.entities}
    nodes = tuple(_node(box, types[id_], said) for box, id_, said in zip(boxes, order, wrapped, strict=True))
    edges = (
        EdgeView(stroke, n, said[stroke.brief], STATUS[tie.status][2])
        for stroke, said, (n, tie) in zip(lined, words, lines, strict=True)
    )
    return nodes, tuple(edges), (int(wide), int(high))


def _label(number: int, tie: Tie, speech: Speech) -> tuple[str, str]:
    """Return a tie's number with what was done and the sign of what was not, and the same without the deed."""
    sign = "" if tie.status == "done" else f" {STATUS[tie.status][0]}"
    return f"{number}{sign} {speech(DEEDS[tie.type])}", f"{number}{sign}"


def _small(words: str) -> float:
    return width(words, _LETTER) * _SMALL / _LETTER + 8


def _node(box: Box, kind: MentionType, lines: Sequence[str]) -> NodeView:
    first = box.y - 8 * len(lines) + 12
    return NodeView(box, kind, tuple((round(first + 16 * n, 1), line) for n, line in enumerate(lines)))


def name_lines(name: str) -> tuple[str, ...]:
    """Break a name into at most two lines, cut where it is longer."""
    lines = [""]
    for word in name.split() or [name]:
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _NAME:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    kept = [line if len(line) <= _NAME else f"{line[: _NAME - 1]}…" for line in lines[:2]]
    if len(lines) > 2 and not kept[-1].endswith("…"):
        kept[-1] = f"{kept[-1][: _NAME - 1]}…"
    return tuple(kept)
