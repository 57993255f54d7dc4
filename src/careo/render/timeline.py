"""Lay out the time line: one picture of it all, then part by part every claim with every time that is given for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from careo.model.derived import Happening
from careo.model.seen import Precision, Report
from careo.render import words
from careo.render.draw import Scale, lanes
from careo.render.eras import Era, eras
from careo.render.index import Index
from careo.render.quoting import quoted, tag
from careo.render.timeaxis import MARK, appeared, axis, bar, line_of, told_on
from careo.render.timeline_views import Block, Overview, TimelineView, TimeOf, TimeRow
from careo.render.views import Badge, Quoted, Tag
from careo.render.when import between
from careo.render.witness import badges, gloss

_FEW = 20
"""Claims of one report that stand among the others; more are folded away."""
_DRAWN = 400
"""Claims drawn at most: each takes about a kilobyte of the page."""
_LANES = 16
_TELLERS = 6
_EXACT: Mapping[Precision, str] = {
    "year": "known to the year", "month": "known to the month", "week": "known to the week", "day": "",
    "time": "known to the hour", "unknown": "how exact is unknown",
}  # fmt: skip


def timeline(index: Index) -> TimelineView:
    """Return the time line as the page shows it."""
    every = index.dossier.timeline
    dated = [one for one in every if one.dated]
    shared, single = _carried(index, dated)
    alone = len({one.claim for one in single})
    folds = alone > _FEW and bool(shared)
    main = _capped(shared if folds else dated, _DRAWN)
    folded = _capped(single, max(0, _DRAWN - len({one.claim for one in main}))) if folds else []
    drawn = {one.claim for one in (*main, *folded)}
    missing = len({one.claim for one in dated} - drawn)
    return TimelineView(
        overview=_overview(index, [one for one in dated if one.claim in drawn]) if dated else None,
        blocks=tuple(_blocks(index, main, dated)),
        folded=tuple(_blocks(index, folded, dated)),
        folded_words=words.count(len({one.claim for one in folded}), "claim"),
        left_out=f"{words.count(missing, 'more dated claim')} not drawn; see the claims below" if missing else "",
        undated=tuple(_rows(index, [one for one in every if not one.dated], dated, None)),
        timeless=_timeless(index),
    )


def _carried(index: Index, dated: Sequence[Happening]) -> tuple[list[Happening], list[Happening]]:
    """Tell the times of claims that several reports make from those of one."""
    several = {claim.id for claim in index.claims if len(claim.reports) > 1}
    return [one for one in dated if one.claim in several], [one for one in dated if one.claim not in several]


def _capped(dated: Sequence[Happening], most: int) -> list[Happening]:
    """Keep the times of so many claims, those that most reports make first on the page."""
    return list(dated) if len({one.claim for one in dated}) <= most else _first_claims(dated, most)


def _first_claims(dated: Sequence[Happening], most: int) -> list[Happening]:
    weight = Counter(one.claim for one in dated for _ in one.statements)
    kept = set(sorted(weight, key=lambda claim: (-weight[claim], claim))[:most])
    return [one for one in dated if one.claim in kept]


def _timeless(index: Index) -> str:
    timed = {one.claim for one in index.dossier.timeline}
    none = sum(claim.id not in timed for claim in index.claims)
    return f"{words.count(none, 'claim')} without a time of their own" if none else ""


def _overview(index: Index, dated: Sequence[Happening]) -> Overview:
    line = line_of(dated, index.dossier.reports)
    spans = [_seen(one, line) for one in dated]
    order = sorted(range(len(dated)), key=lambda n: (spans[n], n))
    laid = list(zip(order, lanes([spans[n] for n in order], gap=0.5), strict=True))
    kept = [(n, lane) for n, lane in laid if lane < _LANES]
    out = len(laid) - len(kept)
    return Overview(
        title="All dated times in one picture",
        description=_description(index, dated),
        axis=axis(line),
        bars=tuple(bar(dated[n], line, lane=lane) for n, lane in kept),
        lanes=max((lane for _, lane in kept), default=0) + 1,
        told=told_on(index.dossier.reports, line),
        left_out=f"{words.count(out, 'more time')} where the picture is full; all are listed below" if out else "",
    )


def _seen(one: Happening, line: Scale) -> tuple[float, float]:
    """Return from where to where a drawn time reaches, in per cent."""
    drawn = bar(one, line)
    left = float(drawn.left[:-1])
    return (left, float(drawn.right[:-1])) if drawn.width else (left - MARK / 2, left + MARK / 2)


def _description(index: Index, dated: Sequence[Happening]) -> str:
    ends = [end for one in dated for end in (one.first, one.last) if end]
    stages = Counter(one.stage for one in dated if one.polarity == "affirmed")
    denied = sum(one.polarity != "affirmed" for one in dated)
    return (
        f"{between(min(ends), max(ends))}: {stages['done']} said to have happened, {stages['planned']} planned or"
        f" authorised, {stages['unclear']} unclear, {denied} denied. The tables below say the same in words."
    )


def _blocks(index: Index, drawn: Sequence[Happening], dated: Sequence[Happening]) -> Iterator[Block]:
    for era in eras(drawn):
        line = line_of(era.happenings)
        told = [report for report in index.dossier.reports if _stands_on(report, line)]
        yield Block(
            title=_title(era),
            axis=axis(line),
            rows=tuple(_rows(index, era.happenings, dated, line)),
            told=told_on(told, line),
            tags=tuple(tag(index, report.id) for report in told[:_TELLERS]),
            more=_more(len(told)),
        )


def _stands_on(report: Report, line: Scale) -> bool:
    known = appeared(report)
    return known is not None and any(first <= known[0] and known[1] <= last for first, last, *_ in line.stretches)


def _title(era: Era) -> str:
    whole = between(era.first, era.last)
    return f"{whole}, longer times" if era.longer else whole


def _rows(
    index: Index, some: Sequence[Happening], dated: Sequence[Happening], line: Scale | None
) -> Iterator[TimeRow]:
    """Yield the claims by their earliest time here."""
    here, all_ = defaultdict(list), defaultdict(list)
    for one in some:
        here[one.claim].append(one)
    for one in dated:
        all_[one.claim].append(one)
    claims = {claim.id: claim for claim in index.claims}
    for id_, own in here.items():
        claim = claims[id_]
        others = [_when(one) for one in all_[id_] if one not in own]
        yield TimeRow(
            claim=index.numbers[id_],
            gloss=gloss(index, claim),
            carried_by=words.count(len(claim.reports), "report"),
            times=tuple(_time(index, one, line) for one in own),
            elsewhere=tuple(dict.fromkeys(others)),
        )


def _time(index: Index, one: Happening, line: Scale | None) -> TimeOf:
    tags = _tellers(index, one)
    return TimeOf(
        when=_when(one),
        exact=_EXACT[one.precision],
        badges=_badges(index, one),
        tags=tags[:_TELLERS],
        more=_more(len(tags)),
        bar=bar(one, line) if line else None,
        written=() if line else tuple(_written(index, one)),
    )


def _when(one: Happening) -> str:
    return between(one.first, one.last, one.precision)


def _badges(index: Index, one: Happening) -> tuple[Badge, ...]:
    """Say how far it had come; what a report tells before its day has not happened by that, whatever its verb says."""
    said = badges(tuple(index.statement(id_) for id_ in one.statements))
    if one.stage == "planned" and any(badge.look == "done" for badge in said):
        return (Badge("○", "told before its day", "open"), *(badge for badge in said if badge.look != "done"))
    return said


def _tellers(index: Index, one: Happening) -> tuple[Tag, ...]:
    reports = {index.statement(id_).report for id_ in one.statements}
    return tuple(tag(index, report) for report in sorted(reports, key=index.numbers.__getitem__))


def _more(number: int) -> str:
    return f"and {number - _TELLERS} more" if number > _TELLERS else ""


def _written(index: Index, one: Happening) -> Iterator[Quoted]:
    """Yield the words in which the reports give the time."""
    for id_ in one.statements:
        statement = index.statement(id_)
        for time in statement.times:
            if (time.first, time.last, time.precision, time.role) == (one.first, one.last, one.precision, one.role):
                yield quoted(index, index.report(statement.report), (time.start, time.end))
