"""Lay out who did what to whom: a drawing of those most tied, and every tie with its sentences as a list."""

from collections import Counter
from collections.abc import Iterator

from careo.model.derived import End, Tie
from careo.model.seen import Actor, Setting, Statement
from careo.render.pictures.graph import drawn
from careo.render.pictures.network_views import NetworkView, PartyView, SaidView, TieView
from careo.render.quoting.index import Index
from careo.render.quoting.marks import Mark
from careo.render.quoting.quote import own_sentence, quoted
from careo.render.quoting.views import Badge
from careo.render.quoting.witness import badges
from careo.render.wording.deeds import DEEDS, STATUS
from careo.render.wording.when import time_words
from careo.text.stretches import holds


def network_view(index: Index) -> NetworkView:
    """Return the ties of a dossier as the page shows them."""
    ties = index.dossier.network
    rows = tuple(_row(index, n, tie) for n, tie in enumerate(ties, start=1))
    nodes, edges, size = drawn(index, ties)
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
    glyph, words, look = STATUS[tie.status]
    return TieView(
        number=number,
        type=tie.type,
        one=_party(index, tie.from_),
        deed=index.speech(DEEDS[tie.type]),
        other=_party(index, tie.to),
        arrow="→" if tie.directed else "↔",
        when=tuple(dict.fromkeys(times)),
        status=Badge(glyph, index.speech(words), look),
        claims=tuple(sorted(index.numbers[claim] for claim in tie.claims)),
        reports=tuple(sorted({index.numbers[statement.report] for statement in told})),
        said=tuple(_said(index, tie, statement) for statement in told),
    )


def _party(index: Index, end: End) -> PartyView:
    return PartyView(end.words, f"#e{index.numbers[end.entity]}" if end.entity else "")


def _said(index: Index, tie: Tie, statement: Statement) -> SaidView:
    report, trigger = index.report(statement.report), statement.trigger
    marks = [Mark(*spot, "who", "") for spot in sorted(set(_spots(index, tie, statement)))]
    deed = Mark(trigger.start, trigger.end, "trigger", index.speech("the word that says it"))
    outside = [mark for mark in marks if not holds(statement, mark)]
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
