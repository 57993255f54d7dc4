"""Lay out the time line: one picture of it all, then part by part every claim with every time that is given for it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from careo.model.derived import Happening
from careo.model.inferred import Claim
from careo.model.seen import Precision, Report, Statement
from careo.render.drawing.eras import Era, eras
from careo.render.drawing.scales import Scale, lanes, width
from careo.render.pictures.timeaxis import MARK, appeared, axis, bar, line_of, told_on
from careo.render.pictures.timeline_views import Block, Overview, TimelineView, TimeOf, TimeRow
from careo.render.quoting.excerpt import excerpt
from careo.render.quoting.index import Index
from careo.render.quoting.quote import quoted, tag
from careo.render.quoting.views import Badge, Quoted, Tag
from careo.render.quoting.witness import badges
from careo.render.wording.speech import Speech
from careo.render.wording.when import between
from careo.render.wording.words import STATEMENT_TYPES

_FEW = 20
"""Claims of one report that stand among the others; more are folded away."""
_LANES = 24
_PHONE, _WIDE, _COLUMN = 290, 620, 230
"""Pixels of the picture on a phone of 360 and on a screen of 768, and of the table's column on the latter."""
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
    main = _capped(shared if folds else dated, index.room.dated)
    folded = _capped(single, max(0, index.room.dated - len({one.claim for one in main}))) if folds else []
    drawn = {one.claim for one in (*main, *folded)}
    missing = len({one.claim for one in dated} - drawn)
    return TimelineView(
        overview=_overview(index, main, dated) if dated else None,
        blocks=tuple(_blocks(index, main, dated)),
        folded=tuple(_blocks(index, folded, dated)),
        folded_number=len({one.claim for one in folded}),
        left_out=missing,
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


def _timeless(index: Index) -> int:
    timed = {one.claim for one in index.dossier.timeline}
    return sum(claim.id not in timed for claim in index.claims)


def _overview(index: Index, main: Sequence[Happening], dated: Sequence[Happening]) -> Overview:
    line = line_of(main, index.dossier.reports)
    spans = [_seen(one, line, index.numbers[one.claim]) for one in main]
    order = sorted(range(len(main)), key=lambda n: (spans[n], n))
    laid = list(zip(order, lanes([spans[n] for n in order], gap=1.0), strict=True))
    kept = [(n, lane) for n, lane in laid if lane < _LANES]
    return Overview(
        description=_description(index, dated),
        axis=axis(line, index.speech, pixels=_PHONE, wide=_WIDE),
        bars=tuple(bar(main[n], line, lane=lane, number=index.numbers[main[n].claim]) for n, lane in kept),
        lanes=max((lane for _, lane in kept), default=0) + 1,
        told=told_on(index.dossier.reports, line),
        left_out=len(dated) - len(kept),
    )


def _seen(one: Happening, line: Scale, number: int) -> tuple[float, float]:
    """Return from where to where a drawn time and its number reach, in per cent."""
    drawn = bar(one, line, number=number)
    room = width(f" {drawn.number}") * 100 / _WIDE if drawn.number else 0.0
    left = float(drawn.left[:-1])
    return (left, float(drawn.right[:-1]) + room) if drawn.width else (left - MARK / 2, left + MARK / 2 + room)


def _description(index: Index, dated: Sequence[Happening]) -> str:
    ends = [end for one in dated for end in (one.first, one.last) if end]
    stages = Counter(one.stage for one in dated if one.polarity == "affirmed")
    return index.speech(
        "{span}: {done} said to have happened, {planned} planned or authorised, {unclear} unclear, {denied} denied."
        " The tables below say the same in words.",
        span=between(min(ends), max(ends), speech=index.speech),
        done=stages["done"],
        planned=stages["planned"],
        unclear=stages["unclear"],
        denied=sum(one.polarity != "affirmed" for one in dated),
    )


def _blocks(index: Index, drawn: Sequence[Happening], dated: Sequence[Happening]) -> Iterator[Block]:
    for era in eras(drawn):
        line = line_of(era.happenings)
        told = [report for report in index.dossier.reports if _stands_on(report, line)]
        yield Block(
            title=_title(era, index.speech),
            axis=axis(line, index.speech, pixels=_COLUMN),
            rows=tuple(_rows(index, era.happenings, dated, line)),
            told=told_on(told, line),
            tags=tuple(tag(index, report.id) for report in told[:_TELLERS]),
            more=max(0, len(told) - _TELLERS),
        )


def _stands_on(report: Report, line: Scale) -> bool:
    known = appeared(report)
    return known is not None and any(first <= known[0] and known[1] <= last for first, last, *_ in line.stretches)


def _title(era: Era, speech: Speech) -> str:
    whole = between(era.first, era.last, speech=speech)
    return speech("{span}, longer times", span=whole) if era.longer else whole


def _rows(index: Index, some: Sequence[Happening], dated: Sequence[Happening], line: Scale | None) -> Iterator[TimeRow]:
    """Yield the claims by their earliest time here."""
    here, all_ = defaultdict(list), defaultdict(list)
    for one in some:
        here[one.claim].append(one)
    for one in dated:
        all_[one.claim].append(one)
    claims = {claim.id: claim for claim in index.claims}
    for id_, own in here.items():
        claim = claims[id_]
        others = [_when(index, one) for one in all_[id_] if one not in own]
        statement = _clearest(index, claim)
        yield TimeRow(
            claim=index.numbers[id_],
            kind=index.speech(STATEMENT_TYPES[claim.type]),
            said=excerpt(index, statement),
            carried_by=index.speech.many(len(claim.reports), "{n} report", "{n} reports"),
            times=tuple(_time(index, one, line) for one in own),
            against=_against(index, claim, own),
            elsewhere=tuple(dict.fromkeys(others)),
        )


def _against(index: Index, claim: Claim, here: Sequence[Happening]) -> tuple[Tag, ...]:
    """Return the reports that deny or negate a claim elsewhere than at these times: a time alone would look settled."""
    shown = {id_ for one in here for id_ in one.statements}
    told = (index.statement(id_) for id_ in claim.statements if id_ not in shown)
    reports = {statement.report for statement in told if statement.polarity != "affirmed"}
    return tuple(tag(index, report) for report in sorted(reports, key=index.numbers.__getitem__))


def _clearest(index: Index, claim: Claim) -> Statement:
    """Return the statement that the claim has its wording from, else its first."""
    told = [index.statement(id_) for id_ in claim.statements]
    worded = (one for one in told if index.report(one.report).text[one.start : one.end].strip() == claim.gloss)
    return next(worded, told[0])


def _time(index: Index, one: Happening, line: Scale | None) -> TimeOf:
    tags = _tellers(index, one)
    return TimeOf(
        when=_when(index, one),
        exact=index.speech(_EXACT[one.precision]),
        badges=_badges(index, one),
        tags=tags[:_TELLERS],
        more=max(0, len(tags) - _TELLERS),
        bar=bar(one, line) if line else None,
        written=() if line else tuple(_written(index, one)),
    )


def _when(index: Index, one: Happening) -> str:
    return between(one.first, one.last, one.precision, speech=index.speech)


def _badges(index: Index, one: Happening) -> tuple[Badge, ...]:
    """Say how far it had come; what a report tells before its day has not happened by that, whatever its verb says."""
    said = badges(tuple(index.statement(id_) for id_ in one.statements), index.speech)
    if one.stage == "planned" and any(badge.look == "done" for badge in said):
        return (
            Badge("○", index.speech("told before its day"), "open"),
            *(badge for badge in said if badge.look != "done"),
        )
    return said


def _tellers(index: Index, one: Happening) -> tuple[Tag, ...]:
    reports = {index.statement(id_).report for id_ in one.statements}
    return tuple(tag(index, report) for report in sorted(reports, key=index.numbers.__getitem__))


def _written(index: Index, one: Happening) -> Iterator[Quoted]:
    """Yield the words in which the reports give the time."""
    for id_ in one.statements:
        statement = index.statement(id_)
        for time in statement.times:
            if (time.first, time.last, time.precision, time.role) == (one.first, one.last, one.precision, one.role):
                yield quoted(index, index.report(statement.report), (time.start, time.end))
