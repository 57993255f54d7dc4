"""What `chains` asks of two beats: what ties them, and what keeps them apart whatever ties them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from careo.stages.following.beats import Beat, apart
from careo.stages.following.phases import order
from careo.text.numbers.intervals import bounds, figure_value

Bond = tuple[int, str]
"""Rank, the strongest first, and reason."""
_FEWEST = 10
"""Troops from which an equal count ties: small counts recur everywhere."""
_SOON = timedelta(days=183)
"""How long after it was allowed an entry without a window of its own may be what was allowed: half a year."""


def marks(beat: Beat) -> set[tuple[str, ...]]:
    """Return all that a bond can rest on: two beats without a mark in common have none."""
    told = beat.statements
    found = {("claim", beat.claim), *(("instrument", *instrument) for instrument in beat.instruments)}
    found |= {("statement", id_) for s in told for id_ in (s.id, *s.content)}
    found |= {("sentence", s.report, str(s.start)) for s in told}
    found |= {("person", id_) for id_ in beat.persons | beat.doers}
    return found | {("count", value) for value in _exact(beat)}


def bond(one: Beat, other: Beat) -> Bond | None:
    """Return what ties two beats of one lifecycle, `None` where nothing specific does."""
    if one.chain == "deployment":
        return _deployment(one, other)
    return _deaths(one, other)


def barred(one: Beat, other: Beat) -> bool:
    """Whether two beats cannot belong to one matter, whatever else they share."""
    if one.chain == "deployment":
        return _other_entry(one, other)
    shared = one.persons & other.persons or one.doers & other.doers
    return (
        one.stage == other.stage == "killed"
        and not shared
        and (apart(one.days, other.days) or bool(one.places and other.places and not one.places & other.places))
    )


def _deployment(one: Beat, other: Beat) -> Bond | None:
    said = {id_ for beat in (one, other) for s in beat.statements for id_ in s.content}
    if said & {s.id for beat in (one, other) for s in beat.statements}:
        return 0, "one of them allows what the other tells of"
    shared = sorted(one.instruments & other.instruments)
    if shared:
        return 1, f"both rest on {shared[0][0]} {shared[0][1]}"
    exact = sorted(_exact(one) & _exact(other))
    if exact and _same_time(one, other):
        return 2, f"both name {exact[0]} and their times agree"
    return None


def _exact(beat: Beat) -> set[str]:
    large = (f for f in beat.figures if f.low == f.high and (f.low or 0) >= _FEWEST)
    return {figure_value(figure).lstrip("~") for figure in large}


def _same_time(one: Beat, other: Beat) -> bool:
    """Whether two beats of equal counts give times that meet, or only one of them gives any."""
    if one.window and other.window:
        return not apart(one.window, other.window)
    if one.stage == other.stage:
        return not apart(one.days, other.days)
    return True


def _other_entry(one: Beat, other: Beat) -> bool:
    if apart(one.window, other.window) or (one.nations and other.nations and not one.nations & other.nations):
        return True
    if one.instruments and other.instruments and not one.instruments & other.instruments:
        return True
    if one.stage == other.stage == "authorised":
        differ = bool(_exact(one) and _exact(other)) and not _exact(one) & _exact(other)
        return (differ and not one.instruments & other.instruments) or apart(one.days, other.days)
    return any(not _in_time(a, b) for a, b in ((one, other), (other, one)) if a.stage == "authorised" != b.stage)


def _in_time(allowed: Beat, done: Beat) -> bool:
    """Whether something lies inside the window of what was allowed, and not before it was allowed."""
    if done.stage == "arrived" and apart(allowed.window, done.days):
        return False
    return not (allowed.days and done.days and done.days[1] < allowed.days[0])


def fitting(loose: Beat, group: Sequence[Beat]) -> Bond | None:
    """Return why a beat fits an entry that was allowed, by time and count, or `None`; a window is the stronger reason.

    It counts only where no other entry fits as well: the caller has to see to that.
    """
    allowed = [beat for beat in group if beat.stage == "authorised"]
    if not allowed or loose.days is None or any(barred(loose, beat) for beat in group):
        return None
    most = max((bounds(f)[1] for beat in allowed for f in beat.figures), default=None)
    if most is not None and any(bounds(figure)[0] > most for figure in loose.figures):
        return None
    windows = [beat.window for beat in allowed if beat.window]
    if windows:
        inside = all(window[0] <= loose.days[0] and loose.days[1] <= window[1] for window in windows)
        return (0, f"{_span(loose.days)} lies inside {_span(windows[0])}, and no other entry fits") if inside else None
    acts = [beat.days for beat in allowed if beat.days]
    if acts and all(act[0] <= loose.days[1] <= act[1] + _SOON for act in acts):
        return 1, f"{_span(loose.days)} follows what was allowed on {_span(acts[0])}, and no other entry fits"
    return None


def is_one_course(group: Sequence[Beat]) -> bool:
    """Whether beats that share a holder, parties or an instrument can be one course of things.

    Not where a stage was at two times, a later stage before an earlier one, where two offices are named, or where no
    report tells of two of the stages: two states make many agreements.
    """
    for one, other in combinations(group, 2):
        early, late = sorted((one, other), key=lambda beat: order(beat.chain, beat.stage))
        if apart(early.days, late.days) and (early.stage == late.stage or not _precedes(early, late)):
            return False
        if one.offices and other.offices and not one.offices & other.offices:
            return False
    stages: dict[str, set[str]] = defaultdict(set)
    for beat in group:
        for statement in beat.statements:
            stages[statement.report].add(beat.stage)
    return any(len(told) > 1 for told in stages.values())


def _precedes(early: Beat, late: Beat) -> bool:
    return early.days is not None and late.days is not None and early.days[1] < late.days[0]


def _span(days: tuple[date, date]) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"{days[0]} to {days[1]}"


def _deaths(one: Beat, other: Beat) -> Bond | None:
    if one.stage == other.stage != "killed":
        return None
    said = {id_ for beat in (one, other) for s in beat.statements for id_ in s.content}
    if said & {s.id for beat in (one, other) for s in beat.statements}:
        return 0, "one sentence is about what the other tells"
    if "killed" not in (one.stage, other.stage):
        return None
    if one.claim == other.claim and "denied" in (one.stage, other.stage):
        return 0, "one claim, affirmed by some and denied by others"
    killed, after = (one, other) if one.stage == "killed" else (other, one)
    if killed.persons & after.persons:
        return 1, "both name the one who died"
    if killed.doers & after.doers:
        return 2, "the one who is said to have done it is the one accused"
    places = {(s.report, s.start, s.end) for s in killed.statements} & {
        (s.report, s.start, s.end) for s in after.statements
    }
    return (3, "told in one sentence") if places else None
