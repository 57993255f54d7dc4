"""Not a stage but what `trajectories` asks of each figure: what it counts, how far, and up to which day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from careo.model.derived import DatedBy
from careo.model.inferred import Claim, Docket, Entity
from careo.model.seen import Figure, Mention, Place, Report, Statement, Time
from careo.text.counting import counts_since, counts_up_to, group_of, is_part
from careo.text.intervals import bounds, relate
from careo.text.slots import VICTIMS

_COUNTING = ("TOLL", "ATTACK", "ABUSE", "PROTEST")
"""Types whose figures count victims; of one figure in several statements the first of these is taken."""
_HAPPENED = frozenset({"occurred", "ongoing", "alleged"})
_NEAR = 1.25
"""Greatest share of its highest to its lowest value up to which an interval is taken for the value it contains."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure with all that limits it."""

    statement: Statement
    figure: Figure
    report: Report
    claim: str
    as_of: str | None
    dated_by: DatedBy | None
    group: str | None
    places: frozenset[str]
    """Ids of the places it is limited to, countries left out."""
    day: str | None
    """When those counted came to harm, where that is a time of its own and no "up to"."""
    by: str
    """`perpetrator` where the sentence says who did it."""
    part: bool
    """Whether it is said to be a part of another count."""

    @property
    def key(self) -> tuple[object, ...]:
        """Return what two counts must share to stand in one line."""
        group, unit = self.group or "", self.figure.unit or ""
        return self.figure.measure, unit, group, tuple(sorted(self.places)), self.day or "", self.by, self.part


def counted(docket: Docket, claims: Sequence[Claim]) -> tuple[Count, ...]:
    """Return the counts of victims that a story's statements give, each figure once, by report and place."""
    claim_of = {id_: claim.id for claim in claims for id_ in claim.statements}
    reports = {report.id: report for report in docket.reports}
    lands = _lands(docket)
    entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
    found: dict[tuple[str, int], Count] = {}
    ranked = sorted(docket.statements, key=lambda s: (_rank(s), s.id))
    for statement in ranked:
        if statement.id not in claim_of or not _counts(statement):
            continue
        for figure in statement.figures:
            if figure.measure in VICTIMS and (statement.report, figure.start) not in found:
                made = _count(statement, figure, reports[statement.report], entity_of, lands)
                found[statement.report, figure.start] = replace(made, claim=claim_of[statement.id])
    return tuple(_whole(_completed(found[place] for place in sorted(found)), _common(docket)))


def _common(docket: Docket) -> frozenset[str]:
    """Return the places that half of a story's reports name or more: what happened there is the whole matter."""
    entity_of = {mention: entity.id for entity in docket.entities for mention in entity.mentions}
    named = {(m.report, entity_of[m.id]) for m in docket.mentions if m.id in entity_of}
    counts = Counter(entity for _, entity in named)
    return frozenset(entity for entity, count in counts.items() if 2 * count >= len(docket.reports))


def _rank(statement: Statement) -> int:
    return _COUNTING.index(statement.type) if statement.type in _COUNTING else len(_COUNTING)


def _counts(statement: Statement) -> bool:
    return (
        statement.type in _COUNTING
        and statement.polarity == "affirmed"
        and statement.modality in _HAPPENED
        and statement.subtype != "damage"
    )


def _lands(docket: Docket) -> frozenset[str]:
    """Return the mentions that name a country."""
    return frozenset(m.id for m in docket.mentions if _is_land(m))


def _is_land(mention: Mention) -> bool:
    return isinstance(mention.value, Place) and (mention.value.kind or "").startswith(("country", "continent"))


def _count(
    statement: Statement, figure: Figure, report: Report, entity_of: Mapping[str, Entity], lands: frozenset[str]
) -> Count:
    named = (place.mention for place in statement.places if place.role not in ("origin", "destination"))
    places = frozenset(entity_of[id_].id for id_ in named if id_ in entity_of and id_ not in lands)
    up_to, during = _times(statement, report)
    as_of: str | None
    dated_by: DatedBy | None
    if figure.as_of or up_to:
        as_of, dated_by = figure.as_of or up_to, "figure" if figure.as_of else "sentence"
    else:
        as_of = report.published.value if report.published else None
        dated_by = "report" if as_of else None
    by = "perpetrator" if _names_doer(statement, figure) else ""
    at, sentence = (figure.start, figure.end), (statement.start, statement.end)
    part = is_part(report.text, at, sentence, report.language)
    group = group_of(figure.group or figure.verbatim, report.language)
    return Count(statement, figure, report, "", as_of, dated_by, group, places, during, by, part)


def _names_doer(statement: Statement, figure: Figure) -> bool:
    """Whether who did it is named; not where the sentence tells of other victims than those counted."""
    own = statement.type != "TOLL" or statement.subtype == figure.measure
    return own and any(actor.role == "perpetrator" for actor in statement.actors)


def _times(statement: Statement, report: Report) -> tuple[str | None, str | None]:
    """Return the day up to which a sentence counts and the time at which those counted came to harm."""
    text, language = report.text, report.language
    timed = [time for time in statement.times if time.role != "said" and time.last is not None]
    since = [time for time in timed if counts_since(text, time.start, language)]
    up_to: str | None = None
    during: str | None = None
    for time in (time for time in timed if time not in since):
        if since or counts_up_to(text, time.start, language) or _is_open(time):
            up_to = max(up_to or "", str(time.last))
        elif time.precision == "day":
            during = max(during or "", str(time.last))
    return up_to, during


def _is_open(time: Time) -> bool:
    """Whether a time begins somewhere or nowhere and ends on a day: "from Sunday to Thursday"."""
    return time.first != time.last and time.precision == "day"


def _completed(counts: Iterable[Count]) -> list[Count]:
    """Let each count take from those of its claim with the same value what its own sentence leaves out."""
    by_claim: dict[tuple[str, str], list[Count]] = defaultdict(list)
    every = list(counts)
    for count in every:
        by_claim[count.claim, count.figure.measure].append(count)
    return [_filled(count, by_claim[count.claim, count.figure.measure]) for count in every]


def _filled(count: Count, mates: Sequence[Count]) -> Count:
    alike = [mate for mate in mates if _one_value(count.figure, mate.figure)]
    places = {mate.places for mate in alike if mate.places}
    days = {mate.day for mate in alike if mate.day}
    return replace(
        count,
        group=count.group if all(mate.group for mate in alike) else None,
        places=count.places or (min(places, key=sorted) if len(places) == 1 else frozenset()),
        day=count.day or (min(days) if len(days) == 1 else None),
        by=max(mate.by for mate in alike),
        part=all(mate.part for mate in alike),
    )


def _one_value(one: Figure, other: Figure) -> bool:
    mine, theirs = bounds(one), bounds(other)
    if mine == theirs:
        return True
    narrow = all(low > 0 and high / low <= _NEAR for low, high in (mine, theirs))
    return narrow and relate(mine, theirs) in ("contains", "overlaps")


def _whole(counts: Sequence[Count], common: frozenset[str]) -> Iterator[Count]:
    """Drop a place or day that limits nothing: one that no report sets against another count of its own."""
    alike: dict[tuple[str, str | None, str], list[Count]] = defaultdict(list)
    for count in counts:
        alike[count.figure.measure, count.group, count.by].append(count)
    for count in counts:
        others = alike[count.figure.measure, count.group, count.by]
        limits = frozenset(place for place in count.places if place not in common or _limits(others, place))
        yield replace(count, places=limits, day=count.day if _sets_apart(others, count.day) else None)


def _limits(counts: Sequence[Count], place: str) -> bool:
    return any(
        place in one.places and place not in other.places and _differ(one, other) for one in counts for other in counts
    )


def _sets_apart(counts: Sequence[Count], day: str | None) -> bool:
    return any(one.day == day and other.day != day and _differ(one, other) for one in counts for other in counts)


def _differ(one: Count, other: Count) -> bool:
    """Whether one report gives both and they are two values."""
    same = one.report.id == other.report.id
    return same and relate(bounds(one.figure), bounds(other.figure)) == "disjoint"
