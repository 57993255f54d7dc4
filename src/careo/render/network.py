"""Lay out who did what to whom: a drawing of those most tied, and every tie with its sentences as a list."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import east_asian_width

from careo.model.derived import End, Tie, TieStatus, TieType
from careo.model.seen import Actor, MentionType, Setting, Statement
from careo.render.index import Index
from careo.render.marks import Mark
from careo.render.quoting import own_sentence, quoted
from careo.render.speech import Speech
from careo.render.springs import Box, placed
from careo.render.strokes import Stroke, strokes
from careo.render.views import Badge, Quoted
from careo.render.when import time_words
from careo.render.witness import badges

DEEDS: Mapping[TieType, str] = MappingProxyType(
    {
        "met": "met",
        "invited": "invited",
        "negotiated": "negotiated with",
        "agreed": "agreed with",
        "ended_agreement": "ended an agreement with",
        "exercised": "held exercises with",
        "trained": "trained with",
        "authorised": "gave permission to",
        "let_in": "let in",
        "sent": "sent",
        "withdrew": "withdrew",
        "went_to": "deployed to",
        "sent_to": "sent forces to",
        "appointed": "appointed",
        "removed": "removed",
        "overthrew": "overthrew",
        "accused": "accused",
        "condemned": "condemned",
        "demanded": "made a demand on",
        "threatened": "threatened",
        "warned": "warned",
        "supported": "supported",
        "apologised": "apologised to",
        "attacked": "attacked",
        "killed": "killed",
        "clashed": "clashed with",
        "ill_treated": "ill-treated",
        "detained": "detained",
        "released": "released",
        "expelled": "expelled",
        "abducted": "abducted",
        "investigated": "investigated",
        "summoned": "summoned",
        "charged": "charged",
        "convicted": "convicted",
        "acquitted": "acquitted",
        "tried": "tried",
        "sued": "sued",
        "ordered_arrest": "ordered the arrest of",
        "pardoned": "pardoned",
        "recognised": "recognised",
        "joined": "joined",
        "left": "left",
        "broke_off": "broke off with",
        "expelled_envoy": "sent away an envoy of",
        "at_war": "at war with",
        "related": "had relations with",
        "sanctioned": "sanctioned",
        "banned": "banned",
        "restricted": "restricted",
        "lifted": "lifted measures on",
        "aided": "helped",
        "delivered": "delivered to",
        "paid": "paid",
        "lent": "lent to",
        "invested": "invested in",
        "armed": "armed",
        "traded": "traded with",
        "protested": "protested against",
    }
)
STATUS: Mapping[TieStatus, tuple[str, str, str]] = MappingProxyType(
    {
        "done": ("●", "said to have happened", "done"),
        "planned": ("○", "planned or ordered, not said to have happened", "open"),
        "alleged": ("?", "alleged or unclear", "doubt"),
        "denied": ("✕", "denied, or said not to be so", "against"),
    }
)
"""Glyph, words, look."""
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


@dataclass(frozen=True, slots=True)
class NodeView:
    """One who is drawn: the corner and size of the box, and the lines of the name with where they stand."""

    box: Box
    kind: MentionType
    lines: tuple[tuple[float, str], ...]

    @property
    def left(self) -> float:
        """Return where the box begins, in pixels."""
        return round(self.box.x - self.box.width / 2, 1)

    @property
    def top(self) -> float:
        """Return where the box begins, in pixels."""
        return round(self.box.y - self.box.height / 2, 1)


@dataclass(frozen=True, slots=True)
class EdgeView:
    """One line of the drawing."""

    stroke: Stroke
    words: str
    """Number in the list, what was done, and the sign of what was not."""
    look: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """One end of a tie."""

    name: str
    href: str
    """Empty for whom only a noun tells."""


@dataclass(frozen=True, slots=True)
class SaidView:
    """One sentence that says it."""

    report: int
    badges: tuple[Badge, ...]
    sentence: Quoted
    carried: tuple[Quoted, ...]
    """Sentences before it in which an end is named that this one takes up."""


@dataclass(frozen=True, slots=True)
class TieView:
    """One row of the list."""

    number: int
    type: TieType
    one: PartyView
    deed: str
    other: PartyView
    arrow: str
    when: tuple[str, ...]
    """Every time that one of the sentences gives."""
    status: Badge
    claims: tuple[int, ...]
    reports: tuple[int, ...]
    said: tuple[SaidView, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The drawing and the list."""

    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    width: int
    height: int
    left_out: int
    """How many of those who are tied are in the list only."""
    shared: tuple[TieView, ...]
    """Those that several reports tell of."""
    single: tuple[TieView, ...]
    kinds: tuple[tuple[TieType, str, int], ...]
    """What was done, in words, and how many ties there are of it."""


def network_view(index: Index) -> NetworkView:
    """Return the ties of a dossier as the page shows them."""
    ties = index.dossier.network
    rows = tuple(_row(index, n, tie) for n, tie in enumerate(ties, start=1))
    nodes, edges, size = _drawn(index, ties)
    ends = {end.entity for tie in ties for end in (tie.from_, tie.to) if end.entity}
    kinds = Counter(tie.type for tie in ties)
    return NetworkView(
        nodes=nodes,
        edges=edges,
        width=size[0],
        height=size[1],
        left_out=len(ends) - len(nodes),
        shared=tuple(row for row in rows if len(row.reports) > 1),
        single=tuple(row for row in rows if len(row.reports) < 2),
        kinds=tuple((type_, index.speech(DEEDS[type_]), kinds[type_]) for type_ in DEEDS if type_ in kinds),
    )


def _row(index: Index, number: int, tie: Tie) -> TieView:
    told = sorted(map(index.statement, tie.statements), key=lambda s: (index.numbers[s.report], s.trigger.start, s.id))
    times = (time_words(time, index.speech) for s in told for time in s.times if time.role not in ("said", "validity"))
    return TieView(
        number=number,
        type=tie.type,
        one=_party(index, tie.from_),
        deed=index.speech(DEEDS[tie.type]),
        other=_party(index, tie.to),
        arrow="→" if tie.directed else "↔",
        when=tuple(dict.fromkeys(times)),
        status=status(tie.status, index.speech),
        claims=tuple(sorted(index.numbers[claim] for claim in tie.claims)),
        reports=tuple(sorted({index.numbers[statement.report] for statement in told})),
        said=tuple(_said(index, tie, statement) for statement in told),
    )


def status(status_: TieStatus, speech: Speech) -> Badge:
    """Say whether it happened, is planned, alleged or denied, in a shape and words."""
    glyph, said, look = STATUS[status_]
    return Badge(glyph, speech(said), look)


def _party(index: Index, end: End) -> PartyView:
    return PartyView(end.words, f"#e{index.numbers[end.entity]}" if end.entity else "")


def _said(index: Index, tie: Tie, statement: Statement) -> SaidView:
    report, trigger = index.report(statement.report), statement.trigger
    marks = [Mark(*spot, "who", "") for spot in sorted(set(_spots(index, tie, statement)))]
    deed = Mark(trigger.start, trigger.end, "trigger", index.speech("the word that says it"))
    outside = [mark for mark in marks if not (statement.start <= mark.start and mark.end <= statement.end)]
    carried = {own_sentence(report, mark.start, mark.end) for mark in outside}
    return SaidView(
        report=index.numbers[report.id],
        badges=badges((statement,), index.speech),
        sentence=quoted(index, report, (statement.start, statement.end), marks=(*marks, deed), anchored=True),
        carried=tuple(quoted(index, report, span, marks=tuple(outside)) for span in sorted(carried)),
    )


def _spots(index: Index, tie: Tie, statement: Statement) -> Iterator[tuple[int, int]]:
    """Yield where a statement names the two ends of a tie."""
    slots: tuple[Actor | Setting, ...] = (*statement.actors, *statement.places)
    for slot in slots:
        entity = index.entity_of.get(slot.mention or "")
        found = End(entity.id, entity.name) if entity else End(None, slot.verbatim)
        if found in (tie.from_, tie.to) and slot.start < slot.end:
            yield slot.start, slot.end


def _drawn(index: Index, ties: Sequence[Tie]) -> tuple[tuple[NodeView, ...], tuple[EdgeView, ...], tuple[int, int]]:
    """Draw the ties between the entities that have most of them."""
    whole = [(n, tie) for n, tie in enumerate(ties, start=1) if tie.from_.entity and tie.to.entity]
    degree = Counter(end for _, tie in whole for end in {tie.from_.entity, tie.to.entity} if end)
    kept = set(sorted(degree, key=lambda id_: (-degree[id_], index.numbers[id_]))[:_MOST_DRAWN])
    lines = [(n, tie) for n, tie in whole if {tie.from_.entity, tie.to.entity} <= kept][:_MOST_LINES]
    names = {end.entity: end.words for _, tie in lines for end in (tie.from_, tie.to) if end.entity}
    order = {id_: n for n, id_ in enumerate(sorted(names, key=index.numbers.__getitem__))}
    pairs = [(order[tie.from_.entity or ""], order[tie.to.entity or ""]) for _, tie in lines]
    wrapped = [_lines(names[id_]) for id_ in order]
    sizes = [(max(map(_width, lines_)) + 18, 8.0 + 16 * len(lines_)) for lines_ in wrapped]
    words = [_label(n, tie, index.speech) for n, tie in lines]
    widths = [_width(said) * _SMALL / _LETTER + 8 for said in words]
    tied = [(*pair, width) for pair, width in zip(pairs, widths, strict=True)]
    boxes, (wide, high) = placed(sizes, tied, most_wide=_MOST_WIDE)
    heads = [(*pair, tie.directed) for pair, (_, tie) in zip(pairs, lines, strict=True)]
    drawn = strokes(heads, boxes, widths, (wide, high))
    types = {entity.id: entity.type for entity in index.dossier.entities}
    nodes = tuple(_node(box, types[id_], said) for box, id_, said in zip(boxes, order, wrapped, strict=True))
    edges = (
        EdgeView(stroke, said, STATUS[tie.status][2])
        for stroke, said, (_, tie) in zip(drawn, words, lines, strict=True)
    )
    return nodes, tuple(edges), (int(wide), int(high))


def _label(number: int, tie: Tie, speech: Speech) -> str:
    sign = "" if tie.status == "done" else f" {STATUS[tie.status][0]}"
    return f"{number}{sign} {speech(DEEDS[tie.type])}"


def _node(box: Box, kind: MentionType, lines: Sequence[str]) -> NodeView:
    first = box.y - 8 * len(lines) + 12
    return NodeView(box, kind, tuple((round(first + 16 * n, 1), line) for n, line in enumerate(lines)))


def _lines(name: str) -> tuple[str, ...]:
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


def _width(words: str) -> float:
    return sum(_LETTER * (2 if east_asian_width(char) in "WF" else 1) for char in words)
