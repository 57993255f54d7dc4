"""How the times of two statements stand: one, one inside the other, or two."""

from collections.abc import Iterator
from itertools import product

from careo.model import reasons
from careo.model.inferred import Relation
from careo.model.seen import Time
from careo.stages.comparing.stance import Stance
from careo.stages.comparing.witness import Witness
from careo.text.telling.modality import stage_of
from careo.text.times.dates import compare_times
from careo.text.times.daytimes import DayTime, daytime, weekday_of
from careo.text.times.edtf import apart, inside, time_value
from careo.text.values.slips import time_slip

_ORDER: tuple[Relation, ...] = ("agrees", "compatible", "differs")

_NEAR = 3
"""Days apart up to which two dates of one happening are a quarrel; further apart one of them is mostly of another
thing that the sentence tells too."""

Found = tuple[Relation, str]


def when(one: Witness, other: Witness) -> Iterator[Stance]:
    """Yield how the times of two statements stand, by the pair that agrees best; nothing where that is not known."""
    if period := _bounds(one, other):
        yield period
        return
    mine, theirs = one.events, other.events
    languages = one.language, other.language
    found = [(pair, a, b) for a, b in product(mine, theirs) if (pair := _pair(a, b, languages))]
    if not mine or not theirs:
        nearby = product(mine or _nearby(one), theirs or _nearby(other))
        found = [(pair, a, b) for a, b in nearby if (pair := _pair(a, b, languages)) and pair[0] != "differs"]
    if not found:
        return
    (relation, reason), a, b = min(found, key=lambda each: _ORDER.index(each[0][0]))
    told = len(mine) == len(theirs) == 1 and "said" not in (a.role, b.role)
    if relation != "differs" or (told and one.statement.type != "TOLL"):
        slip = time_slip(a, b) if relation == "differs" else None
        yield Stance("time", relation, reason, _values(a, b), slip)


def _values(a: Time, b: Time) -> tuple[str, str]:
    """Write two times as dates, or in their own words where the dates do not tell them apart."""
    dates = time_value(a), time_value(b)
    return dates if dates[0] != dates[1] else (a.verbatim, b.verbatim)


def disjoint(one: Witness, other: Witness) -> bool:
    """Whether all the times of two statements exclude each other, so that they tell of two happenings."""
    pairs = list(product(one.events, other.events))
    return bool(pairs) and all(compare_times(a, b) == "disjoint" for a, b in pairs)


def done_since(one: Witness, other: Witness) -> bool:
    """Whether the earlier of two reports announces what the later tells as done."""
    dated = [(w.report.date, stage_of(w.statement.modality)) for w in (one, other) if w.report.date]
    if len(dated) < 2 or dated[0][0][:10] == dated[1][0][:10]:
        return False
    return [stage for _, stage in sorted(dated, key=lambda pair: pair[0])] == ["ahead", "done"]


def _nearby(witness: Witness) -> list[Time]:
    """Return the dates of the sentence of a statement that has no time of its own; a year holds too much to tell."""
    return [time for time in witness.dates_beside if time.precision != "year"]


def _pair(a: Time, b: Time, languages: tuple[str, str]) -> Found | None:
    said = f"{a.verbatim} / {b.verbatim}"
    standing = compare_times(a, b)
    mine, theirs = daytime(a.verbatim, languages[0]), daytime(b.verbatim, languages[1])
    if standing == "equal" or (
        standing == "unknown" and a.first is not None and (a.first, a.last) == (b.first, b.last)
    ):
        return _finer(mine, theirs, said) or ("agrees", f"both say when: {said}")
    if standing == "contains" or (standing == "unknown" and inside(a, b)):
        return "compatible", reasons.WITHIN.format(values=said)
    if standing == "overlaps":
        return "compatible", f"the times overlap: {said}"
    if standing == "unknown":
        return _by_words((a, mine), (b, theirs), said)
    night = apart(a, b) == 1 and "NI" in (mine.part, theirs.part)
    if a.precision == b.precision == "day" and not night and (apart(a, b) <= _NEAR or time_slip(a, b)):
        return "differs", f"two different days for one happening: {said}"
    return None


def _bounds(one: Witness, other: Witness) -> Stance | None:
    """Tell of one period that begins, or ends, on two days; each statement has but one."""
    mine, theirs = ([time for time in w.statement.times if _is_period(time)] for w in (one, other))
    if not len(mine) == len(theirs) == 1 or one.statement.type == "TOLL":
        return None
    a, b = mine[0], theirs[0]
    if (a.first == b.first) == (a.last == b.last):
        return None
    ends = "ends" if a.first == b.first else "begins"
    reason = f"one period, two days on which it {ends}: {a.verbatim} / {b.verbatim}"
    return Stance("time", "differs", reason, (time_value(a), time_value(b)), time_slip(a, b))


def _is_period(time: Time) -> bool:
    """Whether a time has a first and a last day of its own: not a month, a year or what is open at one end."""
    return time.precision == "day" and time.first is not None and time.last is not None and time.first != time.last


def _by_words(one: tuple[Time, DayTime], other: tuple[Time, DayTime], said: str) -> Found | None:
    """Compare times of which at least one has no date of its own ("Saturday", "last week")."""
    (a, mine), (b, theirs) = one, other
    days = [_weekday(a, mine), _weekday(b, theirs)]
    if None not in days and days[0] == days[1]:
        if all(time.first is None or time.anchor is not None for time in (a, b)):
            return _finer(mine, theirs, said) or ("agrees", f"both say when: {said}")
        return "compatible", f"one gives the day of the week, the other the date: {said}"
    if a.first is None and b.first is None and {mine.week, theirs.week} == {None, "past"} and days.count(None) == 1:
        return "compatible", f"one gives the day, the other only the week: {said}"
    return None


def _weekday(time: Time, told: DayTime) -> int | None:
    if time.first is not None and time.first == time.last:
        return weekday_of(time.first)
    return told.weekday


def _finer(mine: DayTime, theirs: DayTime, said: str) -> Found | None:
    """Tell whether of two equal days only one comes with a part of the day or an hour."""
    fine, other_fine = mine.hour or mine.part is not None, theirs.hour or theirs.part is not None
    if fine != other_fine:
        return "compatible", f"one day, one with the part of the day: {said}"
    return None
