"""A statement in the stand: with its report and the entities behind its slots."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from careo.engines.base import Vector
from careo.model.inferred import Docket, Entity
from careo.model.seen import Actor, Figure, Mention, Place, Report, Setting, Statement, Time
from careo.stages.deciding.settle import Settled
from careo.text.names.bodies import shared_kind
from careo.text.names.offices import find_offices
from careo.text.normalise import fold
from careo.text.numbers.intervals import Bounds, bounds, figure_value
from careo.text.numbers.units import comparable
from careo.text.stretches import holds
from careo.text.times.edtf import is_over
from careo.text.values.counting import counts_since, is_withdrawn
from careo.text.values.groups import WHOLE, classes_of
from careo.text.values.instruments import plain_number

_FEW = 20
"""In a story of fewer sentences than this, rarity is counted as if it had so many: two reports tell little of it."""

_BACK = 200
"""Code points from a time to the sentence after its own."""
_ENDS = re.compile(r"[.!?][\"'”’»)]?\s|\n")
"""Where sentences end; a day in digits ("2. Oktober") may look like one, and then nothing is told."""
_YEAR, _OVER = 365, 14
"""Days after which a count of victims is of another matter than those of now; and after which the victims of something
over are no longer counted, so that a later report has the same ones."""


@dataclass(frozen=True)
class Witness:
    """A statement with the entities behind its slots; what hundreds of others are weighed by is worked out once."""

    statement: Statement
    report: Report
    entity_of: Mapping[str, Entity]
    """Mention id to entity, for the mentions of the story."""
    names: frozenset[str] = frozenset()
    """Ids of the entities named in the sentence."""
    rarity: Mapping[str, float] = field(default_factory=dict)
    """Entity id to 1 for a name in one sentence of the story, towards 0 for one in most."""
    vector: Vector | None = None
    """The meaning of the sentence; `None` where no encoder is at hand."""
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    """Mention id to mention, for the names of the story."""

    beside: tuple[Mention, ...] = ()
    """Names, figures and dates of the sentence, which may be the statement's where it has none of its own."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Entity id to name, for the entities of the story."""
    before: tuple[tuple[int, Time], ...] = ()
    """The times of the sentence before, with where they stand."""

    @cached_property
    def acting(self) -> Mapping[str, tuple[str, Entity]]:
        """Entity id to role and entity, for the actors that name somebody; the first role counts."""
        found: dict[str, tuple[str, Entity]] = {}
        for actor in self.statement.actors:
            entity = self.entity(actor)
            if entity is not None:
                found.setdefault(entity.id, (actor.role, entity))
        return found

    @cached_property
    def taken_back(self) -> frozenset[int]:
        """Where the figures stand that the report itself takes back."""
        text, sentence = self.report.text, (self.statement.start, self.statement.end)
        figures = self.statement.figures
        return frozenset(f.start for f in figures if is_withdrawn(text, (f.start, f.end), sentence, self.language))

    @cached_property
    def is_past(self) -> bool | None:
        """Whether all was over long before the report; `None` where neither the sentence nor the one before tells.

        What began long ago may still go on ("since 2022"), and so may what has no end.
        """
        published, text = self.report.published, self.report.text
        times = [(time.start, time) for time in self.happened]
        times = times or [(m.start, m.value) for m in self.beside if isinstance(m.value, Time)] or list(self.before)
        if not times or published is None:
            return None
        if any(counts_since(text, at, self.language) for at, _ in times):
            return False
        return all(is_over(time, published.value, _OVER) for _, time in times)

    @cached_property
    def is_of_another_year(self) -> bool:
        """Whether the statement's own times all ended more than a year before the report."""
        published = self.report.published
        return (
            published is not None
            and bool(self.happened)
            and all(is_over(time, published.value, _YEAR) for time in self.happened)
        )

    @cached_property
    def named(self) -> Sequence[tuple[Actor, Entity]]:
        """The actors told by a name, not by their office alone."""
        found = ((actor, self.entity(actor)) for actor in self.statement.actors)
        return [(actor, entity) for actor, entity in found if entity is not None and not self._is_role(actor)]

    def _is_role(self, actor: Actor) -> bool:
        """Whether an actor is told by an office and nothing else ("the president")."""
        mention = self.mentions.get(actor.mention or "")
        if mention is not None:
            return mention.type == "role"
        offices = find_offices(self.report.text, self.language, actor.start, actor.end)
        return any(holds(office, actor) for office in offices)

    @cached_property
    def kinds(self) -> Mapping[str, frozenset[str]]:
        """Kind of body to the entities that are one."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for actor in self.statement.actors:
            entity, kind = self.entity(actor), shared_kind(actor.verbatim, self.report.language)
            if kind and entity and entity.type in ("organisation", "unit"):
                kinds[kind].add(entity.id)
        return {kind: frozenset(ids) for kind, ids in kinds.items()}

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, str]]:
        """Office to id and name of its holder, where the statement names one."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for actor in self.statement.actors:
            entity = self.entity(actor)
            if actor.office and entity and entity.type == "person":
                found[actor.office][entity.id] = entity.name
        return {office: next(iter(named.items())) for office, named in found.items() if len(named) == 1}

    def unshared_holders(self, other: "Witness") -> Mapping[str, str]:
        """Return office to the name of its one holder, for holders the other statement does not name."""
        return {office: name for office, (id_, name) in self.holders.items() if id_ not in other.acting}

    @cached_property
    def sides(self) -> tuple["Side", ...]:
        """The figures of the statement that the report stands by."""
        return tuple(Side(figure, self) for figure in self.statement.figures if figure.start not in self.taken_back)

    @cached_property
    def sides_by_measure(self) -> Mapping[str, Sequence["Side"]]:
        """The same by what is measured, as the figures say it."""
        found: dict[str, list[Side]] = defaultdict(list)
        for side in self.sides:
            found[side.figure.measure].append(side)
        return found

    @cached_property
    def measures(self) -> frozenset[str]:
        """What the figures of the statement measure."""
        return frozenset(side.measure for side in self.sides)

    @cached_property
    def all_sides(self) -> tuple["Side", ...]:
        """The figures of the statement and of its sentence, in order."""
        own = [m for m in self.beside if m.start not in self.taken_back]
        near = {m.start: Side(m.value, self) for m in own if isinstance(m.value, Figure)}
        both = near | {side.figure.start: side for side in self.sides}
        return tuple(side for _, side in sorted(both.items()))

    @cached_property
    def laws(self) -> Mapping[str, frozenset[str]]:
        """Kind of law or document to the numbers of those that the statement rests on."""
        found: dict[str, set[str]] = defaultdict(set)
        for law in self.statement.instruments:
            if law.number:
                found[law.type].add(plain_number(law.number))
        return {kind: frozenset(numbers) for kind, numbers in found.items()}

    @cached_property
    def rests_on(self) -> frozenset[tuple[str, str]]:
        """Kind and number, else article, of every law or document that the statement rests on."""
        laws = ((law.type, law.number or law.article) for law in self.statement.instruments)
        return frozenset((kind, plain_number(number)) for kind, number in laws if number)

    @cached_property
    def happened(self) -> tuple[Time, ...]:
        """The times of the statement but for when something was said."""
        return tuple(time for time in self.statement.times if time.role != "said")

    @cached_property
    def events(self) -> tuple[Time, ...]:
        """The times of what happened; of a saying that is when it was said."""
        kept = ("act", "event", None, "said") if self.statement.type == "SAY" else ("act", "event", None)
        return tuple(time for time in self.statement.times if time.role in kept)

    @cached_property
    def sites(self) -> Sequence[tuple[str, Place]]:
        """The places of the statement, or of its sentence where it has none of its own, each with its words."""
        own = [(slot.verbatim, place) for slot in self.statement.places if (place := self.place(slot))]
        return own or [(m.verbatim, m.value) for m in self.beside if isinstance(m.value, Place)]

    @cached_property
    def dates_beside(self) -> tuple[Time, ...]:
        """The times of the sentence."""
        return tuple(mention.value for mention in self.beside if isinstance(mention.value, Time))

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.report.language

    def entity(self, slot: Actor | Setting) -> Entity | None:
        """Return the entity of an actor or place, `None` for a role or a noun without a name."""
        return self.entity_of.get(slot.mention or "")

    def place(self, slot: Actor | Setting) -> Place | None:
        """Return what place an actor or a place of the statement stands for, where that is known."""
        mention = self.mentions.get(slot.mention or "")
        return mention.value if mention is not None and isinstance(mention.value, Place) else None


@dataclass(frozen=True, eq=False)
class Side:
    """A figure with the witness that gives it, and what hundreds of others are compared by, worked out once."""

    figure: Figure
    witness: Witness

    @cached_property
    def measure(self) -> str:
        """What is measured; people counted at a protest are its participants."""
        people = {*classes_of(self.figure.group or "", self.witness.language)}
        crowd = self.witness.statement.type == "PROTEST" and people and people <= {WHOLE, "protester"}
        return "participants" if crowd and self.figure.measure == "count" else self.figure.measure

    @cached_property
    def as_of(self) -> str | None:
        """The day up to which it counts: stated, else that of the report."""
        return self.figure.as_of or self.witness.report.date

    @cached_property
    def bounds(self) -> Bounds:
        """The values that it allows."""
        return bounds(self.figure)

    @cached_property
    def base(self) -> Figure:
        """The figure in its base unit."""
        return comparable(self.figure)

    @cached_property
    def value(self) -> str:
        """The figure without its words."""
        return figure_value(self.figure)

    @cached_property
    def said(self) -> str:
        """The figure with its words."""
        return f"{self.value} ({self.figure.verbatim})"

    @cached_property
    def group_words(self) -> frozenset[str]:
        """The folded words of what is counted; none where that is not told."""
        return frozenset(fold(self.figure.group or "").split())


def called(docket: Docket, vectors: Mapping[str, Vector], settled: Settled) -> dict[str, Witness]:
    """Return the statements in the stand, by id, without those a person set aside; `vectors` are by statement."""
    entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
    reports = {report.id: report for report in docket.reports}
    statements = [statement for statement in docket.statements if statement.id not in settled.dismissed]
    names = _names_in(docket, statements)
    counted = Counter(id_ for ids in set(names.values()) for id_ in ids[1])
    whole = math.log(max(len(set(names.values())), _FEW))
    rarity = {id_: max(0.0, 1 - math.log(count) / whole) for id_, count in counted.items()}
    mentions = {mention.id: mention for mention in docket.mentions}
    near, earlier = beside(docket), before(docket)
    titles = {entity.id: entity.name for entity in docket.entities}
    return {
        s.id: Witness(
            s,
            reports[s.report],
            entity_of,
            names[s.id][1],
            rarity,
            vectors.get(s.id),
            mentions,
            near[s.id],
            titles,
            earlier.get(s.id, ()),
        )
        for s in statements
    }


def _names_in(
    docket: Docket, statements: Sequence[Statement]
) -> dict[str, tuple[tuple[str, int, int], frozenset[str]]]:
    """Return, by statement, its sentence's place and the entities named there."""
    entity_of = {mention: entity.id for entity in docket.entities for mention in entity.mentions}
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for mention in docket.mentions:
        if mention.id in entity_of:
            places[mention.report].append((mention.start, entity_of[mention.id]))
    return {
        s.id: (
            (s.report, s.start, s.end),
            frozenset(id_ for at, id_ in places[s.report] if s.start <= at < s.end),
        )
        for s in statements
    }


def beside(docket: Docket) -> dict[str, tuple[Mention, ...]]:
    """Return, by statement, the names, figures and dates of its sentence, in order."""
    places: dict[str, list[tuple[int, str, Mention]]] = defaultdict(list)
    for mention in docket.mentions:
        places[mention.report].append((mention.start, mention.id, mention))
    for found in places.values():
        found.sort(key=lambda each: each[:2])
    return {
        s.id: tuple(m for *_, m in places[s.report][slice(*(_at(places[s.report], end) for end in (s.start, s.end)))])
        for s in docket.statements
    }


def before(docket: Docket) -> dict[str, tuple[tuple[int, Time], ...]]:
    """Return, by statement that counts, the times of the sentence before it, with where they stand."""
    texts = {report.id: report.text for report in docket.reports}
    timed: dict[str, list[tuple[int, int, Time]]] = defaultdict(list)
    for mention in docket.mentions:
        if isinstance(mention.value, Time):
            timed[mention.report].append((mention.start, mention.end, mention.value))
    return {
        s.id: tuple(sorted(
            ((start, time) for start, end, time in timed[s.report] if _precedes(texts[s.report], end, s.start)),
            key=lambda each: each[0],
        ))
        for s in docket.statements
        if s.figures
    }  # fmt: skip


def _precedes(text: str, end: int, start: int) -> bool:
    """Whether of two places the second opens the sentence after that of the first."""
    return 0 < start - end <= _BACK and len(_ENDS.findall(text[end:start])) == 1


def _at(found: list[tuple[int, str, Mention]], offset: int) -> int:
    return bisect_left(found, offset, key=lambda each: each[0])
