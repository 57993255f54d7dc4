"""The part of `resolve` that joins a bare role noun ("the ambassador") to the one person of its report who holds it.

Only offices that one person holds, in the words that the report uses for the holder, after the holder was told.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from careo.model.seen import Mention, Office, Place
from careo.stages.resolving.named import Node
from careo.stages.resolving.within import Link, linked

_SOLE = frozenset(
    ("ambassador", "chief_of_staff", "congress_president", "governor", "mayor", "police_chief",
     "commander", "envoy", "opposition_leader", "president", "prime_minister", "secretary_general", "vice_president")
)  # fmt: skip
"""Offices of one person at a time; so is a ministry's."""
_BESIDE = 8
"""Characters between a role and the place it is held for: " of the ", " de los "."""


def holding(here: Sequence[Node]) -> Iterator[Link]:
    """Yield the links from role nouns to persons; `here` are the nodes of one report."""
    person_of = {mention.id: node for node in here if node.type == "person" for mention in node.mentions}
    roles = [(node, office) for node in here if (office := _office(node.mentions[0])) is not None]
    lands = {node.id: _land(node.mentions[0], here) for node, _ in roles}
    held: dict[str, list[Node]] = defaultdict(list)
    for node, office in roles:
        if node.mentions[0].of in person_of:
            held[office].append(node)
    for node, office in roles:
        known = [one for one in held[office] if one.words == node.words]
        holder = _holder([person_of[str(one.mentions[0].of)] for one in held[office]])
        bare = node.mentions[0].of is None and bool(known) and node.start > known[0].start
        if bare and holder is not None and lands[node.id] in {None, *(lands[one.id] for one in known)}:
            yield linked(node, holder, f"{node.name}: only {holder.name} holds the office in the report")


def _office(mention: Mention) -> str | None:
    """Return the office of a role noun, if it is one that one person holds now."""
    office = mention.value
    if not isinstance(office, Office) or office.former:
        return None
    return office.office if office.office in _SOLE or office.office.startswith("minister:") else None


def _land(role: Mention, here: Sequence[Node]) -> str | None:
    """Return the place right before or after a role noun, by its country if it has one."""
    for node in here:
        for mention in node.mentions if node.type == "place" else ():
            if role.start - mention.end == 1 or 0 < mention.start - role.end <= _BESIDE:
                known = mention.value.country if isinstance(mention.value, Place) else None
                return known or mention.verbatim
    return None


def _holder(persons: Sequence[Node]) -> Node | None:
    """Return the one person that all of these name, by the fullest name, else `None`."""
    full = max(persons, key=lambda node: (len(node.key), node.id), default=None)
    return full if full is not None and all(set(node.key) <= set(full.key) for node in persons) else None
