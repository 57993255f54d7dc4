"""weigh: how two statements stand slot by slot, each finding with its reason and its weight.

The weights were set by hand while looking at the pairs of the demo collection's gold (119 pairs that both sides had):
from a sum of .5 on, pairs were right at P .97 with R .54; with slots alone, before names, tolls and meaning were
weighed, P .93 with R .36 at .55. Those were counted by a script that is not
kept; `make eval ONLY=claims` prints the measure that is. The weights want a fit on more data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from operator import itemgetter

import numpy as np

from careo.model import reasons
from careo.model.inferred import Relation
from careo.stages.comparing.holders import holders
from careo.stages.comparing.witness import Side, Witness
from careo.text.normalise import fold
from careo.text.numbers.intervals import bounds, relate
from careo.text.times.dates import compare_times
from careo.text.times.edtf import apart
from careo.text.values.slips import number_slip

_SHARED_ACTOR = {"person": 0.35, "organisation": 0.25, "unit": 0.25, "name": 0.2, "place": 0.1}
_COMMON_SHARE = 0.4
"""What is left of a shared actor's weight where the story names it in every sentence."""
_SAME_BODY = 0.1
_SHARED_NAME = 0.15
_NAMES_COUNTED = 3
"""A list of provinces in common is one finding, not ten."""
_RARE = 0.5
"""Rarity from which one shared name can carry a judgement."""
_MEANING, _UNLIKE, _ALIKE, _CARRIES = 0.4, 0.4, 0.75, 0.6
"""Most that likeness of meaning weighs; the cosine of no weight, of the whole weight, and from which it can carry."""
_UNLIKE_SHARE = -0.25
"""Unlike sentences may still tell one thing in two ways, so unlikeness weighs a quarter of likeness at most."""
_SAID_ALIKE, _SAID_OTHERWISE = 0.7, -0.4
"""Of two sayings the words are the thing: one speaker says many things, so below this cosine they are two."""
_CUMULATIVE = 0.35
"""Two tolls of one measure in one story, neither bound to a place of its own, count the same dead at two times."""
_HOLDERS: dict[bool, tuple[Relation, float]] = {True: ("variant", 0.35), False: ("differs", -0.2)}
"""What two names for the holder of one office weigh, by whether they may be one person's."""
_FIGURE = {"agrees": 0.3, "compatible": 0.2, "later": 0.1, "other_scope": 0.0, "differs": 0.0}
_TIME = {"equal": 0.3, "contains": 0.25, "overlaps": 0.15}
_SAME_NUMBER, _OTHER_NUMBER = 0.5, -0.3
_SUBTYPE = 0.1
_OTHER_MODALITY = -0.15
_VETO = -9.0
"""Times that exclude each other: whatever else agrees, these are two happenings."""
_OTHER_DAY, _CLOSE = -0.15, 3
"""Weight of two days that may be of one happening, and how many days apart such two are at most."""
_ONCE = frozenset({"OFFICE", "LAW", "DEPLOY", "COURT", "DETAIN", "AGREE"})
"""Types of what the same people seldom do, or have done to them, twice within days."""
_EXACT_ABOVE = 10
"""An equal figure up to this size is no evidence by itself: small counts recur everywhere."""

_ALIKE_SUBTYPES = (
    frozenset({"remove", "coup", "dismiss", "impeach"}),
    frozenset({"kill", "killed", "killing"}),
    frozenset({"meet", "talks", "visit", "call"}),
)
"""One outlet's coup is another's removal: words that differ by stance or by grammar, not by happening."""
_MODALITY_FAMILY = {
    "occurred": "done", "ongoing": "done", "authorised": "allowed", "ordered": "allowed", "planned": "ahead",
    "proposed": "ahead", "forecast": "ahead", "demanded": "wanted", "threatened": "wanted", "conditional": "wanted",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one slot says about two statements."""

    slot: str
    relation: Relation
    weight: float
    reason: str
    anchor: bool
    """Whether it can carry a judgement: a country or a type in common cannot."""


def weigh(one: Witness, other: Witness) -> tuple[Evidence, ...]:
    """Return the evidence of every slot that both statements fill, in a fixed order."""
    found = [
        *_actors(one, other),
        *_bodies(one, other),
        *_offices(one, other),
        *_figures(one, other),
        *_tolls(one, other),
        *_times(one, other),
    ]
    found += [*_names(one, other), *_instruments(one, other), *_kind(one, other), *_meaning(one, other)]
    return tuple(found)


def excluded(one: Witness, other: Witness) -> bool:
    """Return whether the two cannot be one happening: all their times exclude each other."""
    return any(item.weight <= _VETO for item in _times(one, other))


def asked_apart(one: Witness, other: Witness) -> bool:
    """Whether two polls share no measure and no figure: how many approve, and what share is for or against a thing.

    In the demo collection this keeps 3 statements of an approval from 4 of another question (claims, precision .94;
    .90 without).
    """
    polls = all(witness.statement.type == "VOTE" and witness.statement.subtype == "poll" for witness in (one, other))
    apart = bool(one.sides and other.sides) and not one.measures & other.measures
    return polls and apart and all(relate(a.bounds, b.bounds) == "disjoint" for a in one.sides for b in other.sides)


def _actors(one: Witness, other: Witness) -> Iterator[Evidence]:
    theirs = other.acting
    for id_, (role, entity) in one.acting.items():
        if id_ in theirs:
            share = _COMMON_SHARE + (1 - _COMMON_SHARE) * one.rarity.get(id_, 1.0)
            weight = round(_SHARED_ACTOR.get(entity.type, 0.1) * share, 3)
            yield Evidence(f"actor:{role}", "agrees", weight, f"both name {entity.name}", entity.type != "place")


def _names(one: Witness, other: Witness) -> Iterator[Evidence]:
    """Names in both sentences beside the shared actors: the rarer in the story, the more they say."""
    both = one.names & other.names
    if not both:
        return
    acting = one.acting.keys() & other.acting.keys()
    shared = sorted(both - acting, key=lambda id_: (-one.rarity[id_], id_))
    for id_ in shared[:_NAMES_COUNTED]:
        rarity = one.rarity[id_]
        reason = f"both sentences name {one.titles[id_]}"
        yield Evidence("name", "agrees", round(_SHARED_NAME * rarity, 3), reason, rarity >= _RARE)


def _meaning(one: Witness, other: Witness) -> Iterator[Evidence]:
    if one.vector is None or other.vector is None:
        return
    cosine = round(float(np.dot(one.vector, other.vector)), 3)
    share = (cosine - _UNLIKE) / (_ALIKE - _UNLIKE)
    weight = round(_MEANING * min(max(share, _UNLIKE_SHARE), 1.0), 3)
    if one.statement.type == "SAY" and cosine < _SAID_ALIKE:
        weight = _SAID_OTHERWISE
    yield Evidence("meaning", "agrees", weight, f"likeness of the sentences {cosine:.2f}", cosine >= _CARRIES)


def _bodies(one: Witness, other: Witness) -> Iterator[Evidence]:
    """The same kind of body under another word or in another language ("Kongress", "Congres")."""
    mine, theirs = one.kinds, other.kinds
    if not mine or not theirs:
        return
    for kind in sorted(mine.keys() & theirs.keys()):
        if not mine[kind] & theirs[kind]:
            yield Evidence(f"actor:{kind}", "agrees", _SAME_BODY, f"both name a {kind}", False)


def _offices(one: Witness, other: Witness) -> Iterator[Evidence]:
    for held in holders(one, other):
        relation, weight = _HOLDERS[held.one]
        yield Evidence(f"office:{held.office}", relation, weight, held.reason, held.one)


def _figures(one: Witness, other: Witness) -> Iterator[Evidence]:
    if not one.sides or not other.sides:
        return
    mine, theirs = one.sides_by_measure, other.sides_by_measure
    for measure in sorted(mine.keys() & theirs.keys()):
        pairs = ((_ORDER.index(_figure(a, b)), a, b) for a, b in product(mine[measure], theirs[measure]))
        at, a, b = min(pairs, key=itemgetter(0))
        relation = _ORDER[at]
        exact = relation == "agrees" and (a.figure.low or 0) > _EXACT_ABOVE
        weight = _FIGURE[relation] if exact or relation != "agrees" else 0.1
        yield Evidence(f"figure:{measure}", relation, weight, f"{measure}: {a.said} / {b.said}", exact)


_ORDER: tuple[Relation, ...] = ("agrees", "compatible", "later", "other_scope", "differs")


def _figure(a: Side, b: Side) -> Relation:
    mine, theirs = a.bounds, b.bounds
    if a.figure.unit != b.figure.unit:
        if a.base.unit != b.base.unit:
            return "other_scope"
        mine, theirs = bounds(a.base), bounds(b.base)
    standing = relate(mine, theirs)
    if standing == "equal":
        return "agrees"
    if standing in ("contains", "overlaps"):
        return "compatible"
    if _other_group(a, b) and a.witness.language == b.witness.language:
        return "other_scope"
    if a.witness.statement.type == "TOLL" and a.as_of != b.as_of and a.as_of and b.as_of:
        return "later"
    return "differs"


def _other_group(a: Side, b: Side) -> bool:
    """Whether two counted groups of one language share no word."""
    if a.figure.group is None or b.figure.group is None:
        return False
    return not a.group_words & b.group_words


def _tolls(one: Witness, other: Witness) -> Iterator[Evidence]:
    """Cumulative figures of one story belong together unless one of them is of a place of its own."""
    a, b = one.statement, other.statement
    if not a.type == b.type == "TOLL":
        return
    measures = {f.measure for f in a.figures} & {f.measure for f in b.figures}
    if one.is_of_another_year != other.is_of_another_year:
        return
    if measures and not _own_places(one) ^ _own_places(other):
        yield Evidence("toll", "agrees", _CUMULATIVE, f"both count the {min(measures)} of the whole matter", True)


def _own_places(witness: Witness) -> set[str]:
    """Return the places of a statement that its story rarely names: a town, not the country all is about."""
    named = (witness.entity(place) for place in witness.statement.places)
    return {entity.id for entity in named if entity and witness.rarity.get(entity.id, 1.0) >= _RARE}


def _times(one: Witness, other: Witness) -> Iterator[Evidence]:
    if not one.happened or not other.happened:
        return
    standings = [(compare_times(a, b), a, b) for a, b in product(one.happened, other.happened)]
    for wanted in ("equal", "contains", "overlaps"):
        for standing, a, b in standings:
            if standing == wanted:
                relation: Relation = "agrees" if wanted == "equal" else "compatible"
                yield Evidence("time", relation, _TIME[wanted], f"when: {a.verbatim} / {b.verbatim}", False)
                return
    tolls = "TOLL" in (one.statement.type, other.statement.type)  # counted on: another day has another count
    if all(standing == "disjoint" for standing, _, _ in standings) and not tolls:
        _, a, b = standings[0]
        weight = _OTHER_DAY if _may_be_one(one, other) else _VETO
        yield Evidence("time", "differs", weight, f"other times: {a.verbatim} / {b.verbatim}", False)


def _may_be_one(one: Witness, other: Witness) -> bool:
    """Whether two reports may give one happening two days: done by one person, or to as many, nearly then.

    What happens day by day (a raid, a meeting, a vote) seldom has both.
    """
    a, b = one.statement, other.statement
    if a.type not in _ONCE or a.report == b.report or (a.type, a.subtype) != (b.type, b.subtype):
        return False
    days = (*one.happened, *other.happened)
    if len(days) != 2 or {day.precision for day in days} != {"day"} or not apart(*days) <= _CLOSE:
        return False
    persons = {id_ for id_, (_, entity) in one.acting.items() if entity.type == "person"}
    return bool(persons & other.acting.keys() or _exact(one) & _exact(other))


def _exact(witness: Witness) -> set[tuple[str, str]]:
    """Return the exact counts of a statement that are no small ones."""
    figures = ((side.measure, side.value, side.figure) for side in witness.sides)
    return {(measure, value) for measure, value, f in figures if f.low == f.high and (f.low or 0) > _EXACT_ABOVE}


def _instruments(one: Witness, other: Witness) -> Iterator[Evidence]:
    mine, theirs = one.rests_on, other.rests_on
    for kind, number in sorted(mine & theirs):
        yield Evidence("instrument", "agrees", _SAME_NUMBER, f"both rest on {kind} {number}", True)
    if mine and theirs and not mine & theirs:
        slip = any(number_slip(a, b) for (kind, a), (other_kind, b) in product(mine, theirs) if kind == other_kind)
        weight = 0.0 if slip else _OTHER_NUMBER
        yield Evidence("instrument", "compatible", weight, "they rest on other instruments", False)


def _kind(one: Witness, other: Witness) -> Iterator[Evidence]:
    a, b = one.statement, other.statement
    if a.subtype and b.subtype:
        same = a.subtype == b.subtype or any({a.subtype, b.subtype} <= alike for alike in _ALIKE_SUBTYPES)
        reason = f"{a.type} {a.subtype} / {b.type} {b.subtype}"
        yield Evidence("subtype", "agrees" if same else "compatible", _SUBTYPE if same else -_SUBTYPE, reason, False)
    if (a.polarity == "affirmed") != (b.polarity == "affirmed"):
        yield Evidence("polarity", "differs", 0.0, f"{a.polarity} / {b.polarity}", False)
    families = {_MODALITY_FAMILY.get(s.modality) for s in (a, b)}
    if len(families - {None}) == 2:
        yield Evidence("modality", "compatible", _OTHER_MODALITY, f"{a.modality} / {b.modality}", False)
    yield from _sources(one, other)


def _sources(one: Witness, other: Witness) -> Iterator[Evidence]:
    """Two statements credited to two sources.

    Across languages "Comando Sur" and "Southern Command" may be one: there the two count as two only where a report
    that credits the one also knows the other by its name.
    """
    chains = [w.statement.attribution for w in (one, other)]
    if not all(chains):
        return
    mine, theirs = chains[0][0].who, chains[1][0].who
    foreign = one.report.language != other.report.language
    known = mine in other.report.text or theirs in one.report.text
    if fold(mine) != fold(theirs) and (known or not foreign):
        yield Evidence("attribution", "differs", 0.0, reasons.CREDITED.format(values=f"{mine} / {theirs}"), False)
