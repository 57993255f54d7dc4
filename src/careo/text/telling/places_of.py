"""Which places of a sentence belong to a statement, and as what: where it happened, where from, where to."""

from careo.model.seen import Place
from careo.text.lexicon import table
from careo.text.names.places import is_land, kind_of_place
from careo.text.telling.cast import Part, acts, is_actor
from careo.text.telling.scene import Item, Scene
from careo.text.telling.slots import SLOTS
from careo.text.telling.triggers import Hit
from careo.text.telling.window import window


def places_of(scene: Scene, hit: Hit) -> tuple[Part, ...]:
    """Return the places of the trigger's clause with their roles, in the order of the text."""
    clauses = window(scene, hit)
    found = []
    for item in scene.items:
        value = item.mention.value
        if isinstance(value, Place) and not item.nested and item.clause in clauses:
            role = _place_role(scene, hit, item, value)
            if role is not None:
                found.append(Part(role, item))
    return tuple(found)


def _is_address(scene: Scene, item: Item) -> bool:
    """Whether a place only says which body is meant ("the embassy in Oslo")."""
    return item.marked >= 0 and any(
        other.last == item.marked and other.mention.type in {"organisation", "role"} for other in scene.items
    )


def _place_role(scene: Scene, hit: Hit, item: Item, place: Place) -> str | None:
    here = SLOTS[hit.entry.type].place
    if _is_address(scene, item) or (acts(item, hit) and not is_actor(item)):
        return None
    if item.demonym:
        ground = frozenset(table(scene.language, "places")["ground"])
        following = scene.words[item.last].text if item.last < len(scene.words) else ""
        return here if item.marker == "in" and following in ground else None
    if item.marker == "to":
        return here if hit.entry.type in {"DEPLOY", "EXERCISE"} else "destination"
    if item.marker == "from":
        return "origin"
    if item.marker == "in" or (item.marker is None and not is_land(place)):
        return here
    if item.marker is None and hit.entry.subtype == "entry" and not hit.entry.noun and item.first >= hit.last:
        return here
    return here if item.marker == "of" and _is_part_of(scene, item) else None


def _is_part_of(scene: Scene, item: Item) -> bool:
    """Whether what stands before "of" is ground or a kind of place ("three regions of Chad")."""
    before = scene.words[item.marked - 1].text if item.marked > 0 else ""
    ground = frozenset(table(scene.language, "places")["ground"])
    return before in ground or kind_of_place(before, scene.language) is not None
