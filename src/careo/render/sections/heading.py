"""What a page is about, said plainly: the names that most reports have, how many reports, from when to when."""

from collections import defaultdict
from dataclasses import dataclass

from careo.render.quoting.index import Index
from careo.render.wording.when import between

_NAMES = 3
"""Names in a heading: more are no longer taken in at once."""
_TYPES = frozenset({"person", "organisation", "unit", "place"})


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a page."""

    names: str
    """The country that most reports name, then the other names; empty where no name was found."""
    extent: str
    """`16 reports, December 2022 to January 2025`."""

    @property
    def whole(self) -> str:
        """Return the heading in one line."""
        return f"{self.names}: {self.extent}" if self.names else self.extent


def heading(index: Index) -> Heading:
    """Return the heading; it is made of what is counted, never of one report's headline."""
    story, speech = index.dossier.story, index.speech
    number = speech.many(len(index.reports), "{n} report", "{n} reports")
    first, last = (end and end[:7] for end in (story.first, story.last))
    when = between(first, last, speech=speech) if first or last else speech("no report is dated")
    return Heading(", ".join((*_country(index), *_names(index))[:_NAMES]), f"{number}, {when}")


def _country(index: Index) -> tuple[str, ...]:
    """Return the country that most reports name as a place of what they tell, in the language of the page."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in index.dossier.locations:
        if one.place_kind == "country" and one.country:
            found[one.country] |= set(one.reports)
    most = sorted(found, key=lambda code: (-len(found[code]), code))[:1]
    return tuple(index.speech.country(code) for code in most)


def _names(index: Index) -> tuple[str, ...]:
    """Return names by the number of reports in whose statements they have a part; countries are named beside them."""
    countries = {one.entity for one in index.dossier.locations if one.place_kind == "country"}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for statement in index.dossier.statements:
        named = [slot.mention for slot in statement.actors] + [slot.mention for slot in statement.places]
        for entity in (index.entity_of.get(mention or "") for mention in named):
            if entity is not None and entity.type in _TYPES and entity.id not in countries:
                told[entity.id].add(statement.report)
    most = sorted(told, key=lambda id_: (-len(told[id_]), index.numbers[id_]))
    name = {entity.id: entity.name for entity in index.dossier.entities}
    return tuple(name[id_] for id_ in most[:_NAMES])
