"""FtM entities in the making: properties are put in one by one, and what FtM cannot take is counted, never bent."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from careo.render.export.ftm.values import Kind, fitted

CHANGED = "characters that FtM removes (soft hyphens, joiners, line breaks in names) left out of a value"
PROPERTIES: Mapping[str, Kind] = MappingProxyType(
    {
        "alias": "name", "author": "string", "bodyText": "text", "candidate": "entity", "country": "country",
        "criteria": "string", "date": "date", "description": "text", "detectedSchema": "string", "document": "entity",
        "encoding": "string", "endDate": "date", "fileName": "string", "full": "address", "holder": "entity",
        "addressEntity": "entity", "involved": "entity", "keywords": "string", "language": "language",
        "latitude": "number", "location": "address", "longitude": "number", "match": "entity", "matcher": "string",
        "mimeType": "mimetype", "name": "name", "notes": "text", "object": "entity", "post": "entity",
        "proof": "entity", "publishedAt": "date", "publisher": "string", "recordId": "string", "remarks": "string",
        "resolved": "entity", "retrievedAt": "date", "role": "string", "sourceUrl": "url", "startDate": "date",
        "subject": "entity", "summary": "text", "title": "string",
    }
)  # fmt: skip
"""The properties that careo writes, with FtM's word for the kind of value; the same in every schema."""

SPOKEN: frozenset[Kind] = frozenset({"name", "string", "text", "address"})
"""Kinds whose values may bear a language in FtM's statements."""

Lost = Counter[tuple[str, str]]
"""What was left out, and an example of it or nothing, with how often."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one property."""

    prop: str
    value: str
    original: str | None
    """The value as the record has it, where FtM's form of it differs."""
    language: str | None
    """Three letters, where the value is in a language that FtM knows."""
    origin: str | None
    """Id of the report that it was read from; `None` for what careo put together."""


@dataclass(slots=True)
class Thing:
    """One FtM entity while it is filled."""

    id: str
    schema: str
    lost: Lost
    facts: dict[tuple[str, str, str | None], Fact] = field(default_factory=dict)

    def put(self, prop: str, value: str | None, *, language: str | None = None, origin: str | None = None) -> bool:
        """Add a value in FtM's form and say whether it went in; `None` adds nothing and loses nothing."""
        if value is None or not value.strip():
            return False
        kind = PROPERTIES[prop]
        taken = fitted(value, kind)
        if taken is None:
            self.lost[f"{self.schema}.{prop}: FtM does not take the value", value] += 1
            return False
        if taken != value and kind in SPOKEN:
            self.lost[CHANGED, ""] += 1
        tongue = fitted(language, "language") if language and kind in SPOKEN else None
        fact = Fact(prop, taken, value if taken != value else None, tongue, origin)
        self.facts.setdefault((prop, taken, tongue), fact)
        return True

    @property
    def properties(self) -> dict[str, list[str]]:
        """The values by property, each once, in the order they were put in."""
        found: dict[str, list[str]] = {}
        for fact in self.facts.values():
            values = found.setdefault(fact.prop, [])
            if fact.value not in values:
                values.append(fact.value)
        return found
