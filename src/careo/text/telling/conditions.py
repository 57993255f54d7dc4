"""What a clause must hold for a trigger to count: a word like "send" or "trade" is about many things."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from careo.model.seen import Figure, Office, Place
from careo.text.lexicon import table
from careo.text.names.offices import find_offices
from careo.text.telling.attribution import source_noun
from careo.text.telling.cast import in_clause, is_actor, passive
from careo.text.telling.pronouns import has_object, has_subject
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import VICTIMS
from careo.text.telling.triggers import Hit
from careo.text.telling.window import clause_words, window
from careo.text.values.equipment import find_equipment
from careo.text.words import Patterns

_ROLE_REACH = 3
"""Words after "became" in which the role stands: an article and an adjective before it."""
_ANTECEDENT = 2
"""Words between a figure and the relative clause about what it counts."""
_AMOUNTS = ("money", "share", "output", "mass", "distance")


def clause_figures(scene: Scene, hit: Hit) -> tuple[Figure, ...]:
    """Return the figures in reach of the trigger; a relative clause has the one before it, which its pronoun means."""
    clauses = window(scene, hit)
    found = tuple(figure for figure in scene.figures if scene.clause_at(figure.start) in clauses)
    clause = scene.numbers[hit.first]
    if found or not clause or hit.entry.noun:
        return found
    begin = scene.numbers.index(clause)
    opening = {word.lower for word in scene.words[begin : begin + 2]}
    if not opening & set(table(scene.language, "clauses")["relatives"]):
        return ()
    return tuple(figure for figure in scene.figures if 0 < begin - scene.index(figure.end - 1) <= _ANTECEDENT)[-1:]


def counts(scene: Scene, hit: Hit) -> bool:
    """Whether the clause holds one of the things the trigger needs; a trigger without needs always counts."""
    return not hit.entry.needs or any(_TESTS.get(need, _measured(need))(scene, hit) for need in hit.entry.needs)


def _measured(measure: str) -> Callable[[Scene, Hit], bool]:
    def test(scene: Scene, hit: Hit) -> bool:
        return any(figure.measure == measure for figure in clause_figures(scene, hit))

    return test


def _actors(scene: Scene, hit: Hit) -> Sequence[Item]:
    return [item for item in in_clause(scene, hit) if is_actor(item) and item.marker != "for"]


def _force(scene: Scene, hit: Hit) -> bool:
    unit = any(item.mention.type == "unit" for item in in_clause(scene, hit))
    counted = any(figure.measure == "troops" for figure in clause_figures(scene, hit))
    return unit or counted or (hit.entry.noun and _demonym_before(scene, hit))


def _demonym_before(scene: Scene, hit: Hit) -> bool:
    """Whether a demonym stands right before a noun ("the Swedish deployment")."""
    return any(item.demonym and item.last == hit.first for item in scene.items)


def _pair(scene: Scene, hit: Hit) -> bool:
    around = _actors(scene, hit)
    partners = [item for item in around if item.marker in {"with", "between"}]
    people = [item for item in around if item.marker in {None, "with", "between", "by", "of"}]
    return bool(partners) or len(people) >= 2


def _holder(scene: Scene, hit: Hit) -> bool:
    return any(_holds(item) for item in _actors(scene, hit))


def _target(scene: Scene, hit: Hit) -> bool:
    """Whether a person or a role stands after the verb, or before it in the passive."""
    people = [item for item in _actors(scene, hit) if _holds(item)]
    return any(item.first >= hit.last and item.marker is None for item in people) or (
        passive(scene, hit) and bool(people)
    )


def _holds(item: Item) -> bool:
    return item.mention.type in {"person", "name"} or isinstance(item.mention.value, Office)


def _disaster(scene: Scene, hit: Hit) -> bool:
    clause = scene.numbers[hit.first]
    found = _disasters(scene.language).find(scene.words)
    return _victims(scene, hit) and any(scene.numbers[match.first] == clause for match in found)


@cache
def _disasters(language: str) -> Patterns:
    return Patterns(table(language, "triggers")["disasters"])


def _equipment(scene: Scene, hit: Hit) -> bool:
    """Whether weapons or vehicles stand in the clause beside a force, or beside a pronoun for one."""
    armed = find_equipment(clause_words(scene, scene.numbers[hit.first]), scene.language)
    return bool(armed) and (_force(scene, hit) or has_subject(scene, hit))


def _instrument(scene: Scene, hit: Hit) -> bool:
    return any(scene.clause_at(found.start) == scene.numbers[hit.first] for found in scene.instruments)


def _dated(scene: Scene, hit: Hit) -> bool:
    """Whether a day is told for the noun."""
    clauses = window(scene, hit)
    return any(time.precision == "day" and scene.clause_at(time.start) in clauses for time in scene.times)


def _located(scene: Scene, hit: Hit) -> bool:
    """Whether the clause says where or when."""
    clause = scene.numbers[hit.first]
    placed = any(isinstance(item.mention.value, Place) for item in in_clause(scene, hit))
    return placed or any(scene.clause_at(time.start) == clause for time in scene.times)


def _ballot(scene: Scene, hit: Hit) -> bool:
    """Whether the clause has a word for elections, apart from the trigger."""
    clause = scene.numbers[hit.first]
    found = [match for match in _ballots(scene.language).find(scene.words) if not hit.first <= match.first < hit.last]
    return any(scene.numbers[match.first] == clause for match in found)


@cache
def _ballots(language: str) -> Patterns:
    return Patterns(table(language, "triggers").get("ballots", ()))


def _becoming(scene: Scene, hit: Hit) -> bool:
    """Whether a role without a name stands right after the verb, and a person in its clause ("X became mayor")."""
    last = min(len(scene.words), hit.last + _ROLE_REACH) - 1
    people = [item for item in _actors(scene, hit) if item.mention.type in {"person", "name"}]
    if hit.last > last or not people:
        return False
    found = find_offices(scene.text, scene.language, scene.words[hit.last].start, scene.words[last].end)
    named = {item.begin for item in scene.items if item.office is not None and item.mention.type in {"person", "name"}}
    return any(scene.index(role.start) not in named for role in found)


def _person(scene: Scene, hit: Hit) -> bool:
    return any(item.mention.type == "person" for item in _actors(scene, hit))


def _country(scene: Scene, hit: Hit) -> bool:
    return any(isinstance(item.mention.value, Place) for item in in_clause(scene, hit))


def _victims(scene: Scene, hit: Hit) -> bool:
    return any(figure.measure in VICTIMS for figure in clause_figures(scene, hit))


def _people(scene: Scene, hit: Hit) -> bool:
    return any(figure.unit == "person" for figure in clause_figures(scene, hit))


def _amount(scene: Scene, hit: Hit) -> bool:
    return any(figure.measure in _AMOUNTS for figure in clause_figures(scene, hit))


@cache
def _law_words(language: str) -> Patterns:
    nouns = table(language, "sources")["laws"]
    return Patterns(nouns)


def _document(scene: Scene, hit: Hit) -> bool:
    clause = scene.numbers[hit.first]
    found = _law_words(scene.language).find(scene.words)
    return bool(scene.instruments) or any(scene.numbers[match.first] == clause for match in found)


_TESTS: Mapping[str, Callable[[Scene, Hit], bool]] = MappingProxyType(
    {
        "force": _force,
        "pair": _pair,
        "holder": _holder,
        "person": _person,
        "target": _target,
        "people": _people,
        "disaster": _disaster,
        "actor": lambda scene, hit: bool(_actors(scene, hit)),
        "country": _country,
        "victims": _victims,
        "amount": _amount,
        "figure": lambda scene, hit: bool(clause_figures(scene, hit)),
        "document": _document,
        "source": lambda scene, hit: source_noun(scene, hit) is not None,
        "equipment": _equipment,
        "instrument": _instrument,
        "dated": _dated,
        "ballot": _ballot,
        "becoming": _becoming,
        "place_or_time": _located,
        "pronoun": has_object,
        "they": has_subject,
    }
)
