"""The times, figures and instruments of a statement."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from careo.model.seen import Figure, Instrument, Time, TimeRole
from careo.text.lexicon import table
from careo.text.stretches import overlap
from careo.text.telling.conditions import clause_figures
from careo.text.telling.scene import Scene
from careo.text.telling.slots import SLOTS
from careo.text.telling.triggers import Hit
from careo.text.telling.window import is_point_in_time, window
from careo.text.words import Patterns, words

_LASTING = frozenset({"LAW", "DEPLOY", "EXERCISE", "RESTRICT"})
_DONE = frozenset({"DEPLOY", "EXERCISE", "PROTEST", "ATTACK", "TOLL", "DETAIN", "MEET", "TRANSFER", "INDICATOR"})
_ANTECEDENT = 3
"""Words between a date and the relative clause about what bears it."""
_SUFFERED: Mapping[tuple[str, str | None], str] = MappingProxyType(
    {
        ("TOLL", "killed"): "killed",
        ("TOLL", "injured"): "injured",
        ("TOLL", "missing"): "missing",
        ("TOLL", "displaced"): "displaced",
        ("ATTACK", "kill"): "killed",
        ("DETAIN", "arrest"): "detained",
        ("DETAIN", "abduct"): "missing",
    }
)
_AFTER = 12
"""Words after a noun in which a date is still its own, where the noun only tells when something else happened."""


def figures_of(scene: Scene, hit: Hit) -> tuple[Figure, ...]:
    """Return the figures in the trigger's reach that its type takes.

    Of several figures of an indicator each has the date that follows it as its own ("12 in 2000, 49 in 2022").
    """
    measures = SLOTS[hit.entry.type].measures
    found = [
        figure
        for figure in clause_figures(scene, hit)
        if figure.measure in measures or (figure.measure == "count" and _counts_people(scene, hit, figure))
    ]
    if (hit.entry.type, hit.entry.subtype) == ("VOTE", "parliament"):
        found = [as_votes(figure) for figure in clause_figures(scene, hit) if _may_be_votes(figure)]
    if not found:
        found = _people(scene, hit)
    if hit.entry.type == "INDICATOR" and len(found) > 1:
        found = [replace(figure, as_of=figure.as_of or _date_after(scene, figure)) for figure in found]
    return tuple(found)


def _may_be_votes(figure: Figure) -> bool:
    """Whether a figure of a division is one of votes: stated ones, members, or a bare number ("33 against")."""
    bare = figure.measure == "count" and figure.unit is None and figure.group is None
    return figure.measure in {"votes", "share"} or bare or (figure.measure == "count" and figure.unit == "person")


def as_votes(figure: Figure) -> Figure:
    """Return a count of members or a bare number as one of votes."""
    return replace(figure, measure="votes", unit=None) if figure.measure == "count" else figure


def _people(scene: Scene, hit: Hit) -> list[Figure]:
    """Return a count of persons as what the trigger says of them ("50 people perished" counts killed)."""
    measure = _SUFFERED.get((hit.entry.type, hit.entry.subtype))
    counted = [figure for figure in clause_figures(scene, hit) if figure.measure == "count" and figure.unit == "person"]
    return [replace(figure, measure=measure) for figure in counted] if measure is not None else []


def _counts_people(scene: Scene, hit: Hit, figure: Figure) -> bool:
    """Whether a figure counts protesters, those questioned or tried, or a unit ("hundreds of policemen")."""
    heard = (hit.entry.type, hit.entry.subtype) == ("PROBE", "summons")
    if (heard or hit.entry.type in {"PROTEST", "COURT"}) and not hit.entry.noun:
        return figure.unit == "person"
    if "troops" not in SLOTS[hit.entry.type].measures:
        return False
    units = [item.mention for item in scene.items if item.mention.type == "unit"]
    crew = bool(units) and hit.entry.type == "DEPLOY" and _is_crew(scene, figure)
    return crew or any(overlap(unit, figure) for unit in units)


def _is_crew(scene: Scene, figure: Figure) -> bool:
    """Whether a figure counts members of a force by a word that also means others ("11,800 officers")."""
    counted = words(scene.text, figure.start, figure.end)
    return bool(_crews(scene.language).find(counted))


@cache
def _crews(language: str) -> Patterns:
    return Patterns(table(language, "triggers").get("crews", ()))


def _date_after(scene: Scene, figure: Figure) -> str | None:
    at = scene.index(figure.end - 1)
    for time in scene.times:
        if 0 < scene.index(time.start) - at <= _ANTECEDENT:
            return time.first
    return None


def times_of(scene: Scene, hit: Hit) -> tuple[Time, ...]:
    """Return the dates of the trigger's clause, with the role they have in a statement of its type.

    A relative clause without a date takes the date right before it ("the one of 1 March, with which ..."); the rule of
    such a time ends in "+antecedent".
    """
    clause = scene.numbers[hit.first]
    clauses = window(scene, hit)
    inside = [time for time in scene.times if scene.clause_at(time.start) in clauses]
    closer = [time for time in inside if scene.clause_at(time.start) != clause]
    own = closer or inside
    own = [time for time in own if not _is_owned(scene, hit, time) and not _is_of_law(scene, hit, time)]
    if is_point_in_time(scene, hit):
        own = [time for time in own if 0 <= scene.index(time.start) - hit.last <= _AFTER]
    if not own and clause:
        begin = scene.numbers.index(clause)
        near = [time for time in scene.times if 0 <= begin - scene.index(time.end - 1) <= _ANTECEDENT]
        relative = {word.lower for word in scene.words[begin : begin + 3]} & set(
            table(scene.language, "clauses")["relatives"]
        )
        own = [replace(time, rule=f"{time.rule}+antecedent") for time in near[-1:] if relative]
    return tuple(_with_role(scene, hit, time) for time in own)


def _with_role(scene: Scene, hit: Hit, time: Time) -> Time:
    """Return the time with its role; "until 31 May" ends a validity whose beginning is not told."""
    before = scene.words[scene.index(time.start) - 1].lower if scene.index(time.start) else ""
    article = scene.words[scene.index(time.start) - 2].lower if scene.index(time.start) > 1 else ""
    until = {before, article} & set(table(scene.language, "clauses")["until"])
    if until and hit.entry.type in _LASTING and time.first == time.last:
        return replace(time, role="validity", first=None, rule=f"{time.rule}+until")
    return replace(time, role=_role(hit, time))


def _is_owned(scene: Scene, hit: Hit, time: Time) -> bool:
    """Whether a date belongs to a noun that only tells when ("after the coup on 3 May, ...")."""
    at = scene.index(time.start)
    for other in scene.hits:
        between = scene.words[other.last : at]
        close = other.first != hit.first and 0 <= at - other.last <= _AFTER
        if close and is_point_in_time(scene, other) and not any(word.text == "," for word in between):
            return not other.last <= hit.first < at
    return False


def _is_of_law(scene: Scene, hit: Hit, time: Time) -> bool:
    """Whether a date belongs to the name of a law ("under Law 12 of 3 May"), and the statement is about something else.

    What a law of a day allows need not have happened on that day.
    """
    named = any(law.start < time.start and time.end <= law.end for law in scene.instruments)
    return named and hit.entry.type in _DONE


def _role(hit: Hit, time: Time) -> TimeRole:
    spans = time.first != time.last and time.precision == "day"
    if hit.entry.type in _LASTING and spans:
        return "validity"
    return SLOTS[hit.entry.type].time


def instruments_of(scene: Scene, hit: Hit) -> tuple[Instrument, ...]:
    """Return the laws, decrees and articles named in the trigger's clause."""
    clause = scene.numbers[hit.first]
    return tuple(found for found in scene.instruments if scene.clause_at(found.start) == clause)
