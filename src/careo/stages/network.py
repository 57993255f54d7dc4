"""network: who did what to whom, each tie with the sentences that say it.

A tie needs both ends and the deed between them in one statement; that two take part in one thing, or stand in one
sentence, ties nobody. Nothing depends on the order in which reports arrive.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from careo.model.derived import End, Tie, TieStatus, TieType
from careo.model.ids import group_id
from careo.model.inferred import Docket, Findings
from careo.model.seen import Actor, Place, Setting, Statement
from careo.stages.following.beats import days_of
from careo.stages.following.deeds import ONE_TO_ANOTHER, SUBJECTS, WITH_EACH_OTHER
from careo.text.lexicon import LANGUAGES, table
from careo.text.names.kinds import body_kind
from careo.text.telling.performed import is_performed
from careo.text.telling.slots import SLOTS
from careo.text.words import words

_GENITIVE = 2
"""Words between two who are trained that may make them one side: "units of the army", "the army and the police"."""
_LISTED = 4
"""Words between two of one list: the comma, an article, an office."""
_ALL = 6
"""Parties of one list up to which each is tied to each, which makes 15 ties; of more, each is tied to the first."""
_MOVES = frozenset({"entry", "send", "station"})


@dataclass(frozen=True, slots=True)
class _Said:
    """One tie as one statement says it."""

    type: TieType
    directed: bool
    from_: End
    to: End
    statement: Statement


def network(docket: Docket, findings: Findings) -> tuple[Tie, ...]:
    """Return the ties of a story, those that most reports tell of first.

    Two of one kind between the same two are one tie where they stand alike: done, planned, alleged or denied. An end
    that is no entity is nobody else's, so that its tie has one statement.
    """
    claims: dict[str, list[str]] = defaultdict(list)
    for claim in findings.claims:
        for id_ in claim.statements:
            claims[id_].append(claim.id)
    cast = _Cast(docket)
    groups: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for statement in docket.statements:
        if statement.id in claims:
            for said in cast.ties(statement):
                groups[said.type, *_keys(said), _status(statement)].append(said)
    made = [_tie(docket.story.id, key, group, claims) for key, group in sorted(groups.items())]
    reports = {statement.id: statement.report for statement in docket.statements}
    return tuple(sorted(made, key=lambda tie: (-len({reports[id_] for id_ in tie.statements}), tie.id)))


def _keys(said: _Said) -> tuple[str, str]:
    """Return what the two ends are told apart by; those of what both did have no order."""
    one, other = (end.entity or f"{said.statement.id} {end.words}" for end in (said.from_, said.to))
    return (one, other) if said.directed else (min(one, other), max(one, other))


def _tie(story: str, key: tuple[str, ...], group: Sequence[_Said], claims: Mapping[str, Sequence[str]]) -> Tie:
    first = min(group, key=lambda said: said.statement.id)
    told = sorted({said.statement.id for said in group})
    days = [days for said in group for days in _days(said.statement)]
    return Tie(
        id=group_id("tie", told, *key),
        story=story,
        type=first.type,
        directed=first.directed,
        from_=first.from_,
        to=first.to,
        status=_status(first.statement),
        claims=tuple(sorted({claim for id_ in told for claim in claims[id_]})),
        statements=tuple(told),
        first=min(days)[0] if days else None,
        last=max(end for _, end in days) if days else None,
    )


def _days(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield when it was, as far as days with their year are given; how long it holds is another thing."""
    for time in statement.times:
        if time.role not in ("said", "validity") and (days := days_of(time.first, time.last)):
            yield days[0].isoformat(), days[1].isoformat()


def _status(statement: Statement) -> TieStatus:
    if statement.polarity != "affirmed":
        return "denied"
    if statement.modality in ("occurred", "ongoing") or is_performed(statement):
        return "done"
    return "alleged" if statement.modality in ("alleged", "unknown") else "planned"


class _Cast:
    """Who is who in one story."""

    def __init__(self, docket: Docket) -> None:
        self._entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
        self._reports = {report.id: report for report in docket.reports}
        self._mentions = {mention.id: mention for mention in docket.mentions}
        self._lands = {m.id for m in docket.mentions if isinstance(m.value, Place) and m.value.kind == "country"}

    def ties(self, statement: Statement) -> Iterator[_Said]:
        """Yield the ties that a statement tells of."""
        kind = statement.type, statement.subtype
        if kind in ONE_TO_ANOTHER:
            pairs = product(self._subjects(statement), _playing(statement, SLOTS[statement.type].object))
            yield from self._said(statement, ONE_TO_ANOTHER[kind], pairs, directed=True)
        elif kind in WITH_EACH_OTHER:
            yield from self._said(statement, WITH_EACH_OTHER[kind], self._met(statement), directed=False)
        if statement.type == "DEPLOY" and statement.subtype in _MOVES:
            yield from self._to_lands(statement)

    def _said(
        self,
        statement: Statement,
        type_: TieType,
        pairs: Iterable[tuple[Actor | Setting, Actor | Setting]],
        *,
        directed: bool,
    ) -> Iterator[_Said]:
        found: dict[tuple[str, str], _Said] = {}
        for one, other in pairs:
            said = _Said(type_, directed, self._end(one), self._end(other), statement)
            keys = _keys(said)
            # "recognised her as president": an office is no party of relations between states
            is_office = statement.type == "RELATIONS" and not (said.from_.entity and said.to.entity)
            if keys[0] != keys[1] and not is_office:
                found.setdefault(keys, said)
        yield from found.values()

    def _end(self, slot: Actor | Setting) -> End:
        entity = self._entity_of.get(slot.mention or "")
        return End(entity.id, entity.name) if entity else End(None, slot.verbatim)

    def _subjects(self, statement: Statement) -> Iterator[Actor]:
        """Yield who acts; soldiers permit nobody, and a court is sued in, not by."""
        language = self._reports[statement.report].language
        for actor in _playing(statement, *SUBJECTS.get(statement.type, (SLOTS[statement.type].subject,))):
            permits = ONE_TO_ANOTHER[statement.type, statement.subtype] in ("authorised", "let_in")
            judges = statement.subtype == "sue" and body_kind(actor.verbatim, language) == "court"
            if not judges and not (permits and self._is_unit(actor)):
                yield actor

    def _is_unit(self, actor: Actor) -> bool:
        mention = self._mentions.get(actor.mention or "")
        return mention is not None and mention.type == "unit"

    def _met(self, statement: Statement) -> Iterator[tuple[Actor, Actor]]:
        """Yield who did something with whom: those listed first with the others; all, where all stand in one list."""
        slots = SLOTS[statement.type]
        first: Sequence[Actor] = _playing(statement, slots.subject)
        others: Sequence[Actor] = _playing(statement, slots.object)
        if slots.subject == slots.object or not (first and others):
            first, others = self._sides(statement, _playing(statement, slots.subject, slots.object, slots.partner))
        if others:
            yield from product(first, others)
        elif (statement.type, statement.subtype) != ("EXERCISE", "training"):
            yield from combinations(first, 2) if len(first) <= _ALL else product(first[:1], first[1:])

    def _sides(self, statement: Statement, actors: Sequence[Actor]) -> tuple[Sequence[Actor], Sequence[Actor]]:
        """Split actors after the first list of them."""
        for n, (one, other) in enumerate(pairwise(actors), start=1):
            if not self._are_listed(statement, one, other):
                return actors[:n], actors[n:]
        return actors, ()

    def _are_listed(self, statement: Statement, one: Actor, other: Actor) -> bool:
        """Whether only a few words, and a comma or a conjunction among them, stand between two; or a genitive."""
        if one.end <= statement.trigger.start < other.start:
            return False
        report = self._reports[statement.report]
        between = words(report.text, one.end, other.start, report.language)
        if statement.subtype == "training" and len(between) <= _GENITIVE:
            return True
        joining = {",", *table(report.language, "clauses")["conjunctions"]} if report.language in LANGUAGES else {","}
        return len(between) <= _LISTED and any(word.lower in joining for word in between)

    def _to_lands(self, statement: Statement) -> Iterator[_Said]:
        """Yield which force went to which country or, where no force is named, who sent one."""
        hosts = [place for place in statement.places if place.role == "host" and place.mention in self._lands]
        senders = _playing(statement, SLOTS["DEPLOY"].subject)
        sent = {self._end(actor) for actor in senders}
        movers = [actor for actor in _playing(statement, SLOTS["DEPLOY"].object) if self._end(actor) not in sent]
        movers = movers or [actor for actor in senders if self._is_unit(actor)]
        if movers:
            yield from self._said(statement, "went_to", product(movers, hosts), directed=True)
        elif statement.subtype != "entry":
            yield from self._said(statement, "sent_to", product(senders, hosts), directed=True)


def _playing(statement: Statement, *roles: str) -> list[Actor]:
    """Return the actors of these roles in the order of the text."""
    return sorted((actor for actor in statement.actors if actor.role in roles), key=lambda actor: actor.start)
