"""align: judged pairs become Claims, and every difference inside a claim a Discrepancy.

Pairs join strongest first and only where the pairs across the two groups are near on average (average linkage), so that
one slip cannot fuse what does not belong together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from careo.model.ids import group_id
from careo.model.inferred import SAME_ORIGIN, Claim, Discrepancy, Docket, Entity, Findings, Judgement, Slot, Value
from careo.model.seen import Report, Statement, StatementType
from careo.stages.comparing.bound import bound
from careo.stages.comparing.differ import DIFFERING, differ
from careo.stages.comparing.kinship import place_of
from careo.stages.comparing.weigh import excluded
from careo.stages.comparing.witness import Witness, before, beside
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import pair, partition
from careo.text.numbers.intervals import figure_value
from careo.text.times.edtf import time_value

_LEAST = 0.3
"""Mean score of the pairs across two groups from which they are one claim. Pairs of lines, F1 on our own stories (the
half `tune`, the half `held`) and on `ntrex_gold`, of which nothing was learnt: .25 gave .50 .35 .38, .3 .48 .34 .38,
.35 .47 .32 .37; every pair judged to be one (complete linkage) .33 .22 .24.
"""

_THOUSAND = 1000
"""Scores have three places."""


def align(docket: Docket, judgements: Sequence[Judgement], settled: Settled) -> Findings:
    """Return the claims and discrepancies of one story beside its judgements; every statement is in one claim."""
    statements = {s.id: s for s in docket.statements if s.id not in settled.dismissed}
    joining = sorted((j for j in judgements if j.verdict in ("same", "conflict")), key=_strength)
    links = [judgement.statements for judgement in joining]
    apart = {judgement.statements for judgement in judgements if judgement.verdict == "unrelated"}
    differing = {j.statements for j in joining if any(slot.relation in DIFFERING for slot in j.slots)}
    desk = _Table(docket)
    groups = bound(statements, links, apart=apart, settled=settled, near=_Nearness(desk.witnesses, judgements))
    claims: list[Claim] = []
    discrepancies: list[Discrepancy] = []
    for group in groups:
        claim = desk.claim([statements[id_] for id_ in group])
        inside = [two for two in _pairs(group) if two in differing]
        claims.append(claim)
        discrepancies += differ(claim, inside, desk.witnesses)
    return Findings(tuple(judgements), tuple(claims), tuple(_once(discrepancies, statements)))


def _once(found: Sequence[Discrepancy], statements: Mapping[str, Statement]) -> Iterator[Discrepancy]:
    """Yield each difference once: a sentence of two types (a law, the vote on it) tells it in two claims."""
    told: set[object] = set()
    for one in sorted(found, key=lambda one: (one.type, -len(one.values), one.id)):
        sides = (
            (value.value, tuple(sorted({place_of(statements[id_]) for id_ in value.statements})))
            for value in one.values
        )
        key = (one.type, one.slot, tuple(sides))
        if key not in told:
            told.add(key)
            yield one


class _Nearness:
    """Whether two groups of statements are one claim: the mean of the scores of the pairs across them.

    A pair that was not judged counts nothing; two statements of one report, which seldom says a thing twice in words
    that can be compared, only count where they were judged. Two whose times exclude each other are never in one claim.
    Scores are summed as whole thousandths, so that the order in which a group grew changes nothing.
    """

    def __init__(self, witnesses: Mapping[str, Witness], judgements: Sequence[Judgement]) -> None:
        self._timed = {id_: witness for id_, witness in witnesses.items() if witness.statement.times}
        self._report = {id_: witness.report.id for id_, witness in witnesses.items()}
        self._score: dict[str, dict[str, int]] = defaultdict(dict)
        for judgement in judgements:
            one, other = judgement.statements
            self._score[one][other] = self._score[other][one] = round(judgement.score * _THOUSAND)
        self._far: set[tuple[str, int, str, int]] = set()

    def __call__(self, one: Sequence[str], other: Sequence[str]) -> bool:
        # Groups only grow, so the first of one with its size names it: what was too far is not counted again.
        small, large = sorted((one, other), key=len)
        key = (small[0], len(small), large[0], len(large))
        if key in self._far:
            return False
        within = set(large)
        scores = [(a, b, score) for a in small for b, score in self._score[a].items() if b in within]
        told = Counter(self._report[id_] for id_ in large)
        alike = sum(told[self._report[id_]] for id_ in small)
        alike -= sum(self._report[a] == self._report[b] for a, b, _ in scores)
        near = sum(score for *_, score in scores) >= _LEAST * _THOUSAND * (len(small) * len(large) - alike)
        if not near or self._excluded(small, large):
            self._far.add(key)
            return False
        return True

    def _excluded(self, small: Sequence[str], large: Sequence[str]) -> bool:
        pairs = product(*([id_ for id_ in group if id_ in self._timed] for group in (small, large)))
        return any(b not in self._score[a] and excluded(self._timed[a], self._timed[b]) for a, b in pairs)


def _strength(judgement: Judgement) -> tuple[bool, float, tuple[str, str]]:
    """Sort a person's word first, then the higher score, then the ids."""
    return not judgement.reason.startswith("decided by "), -judgement.score, judgement.statements


def _pairs(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (pair(one, other) for n, one in enumerate(group) for other in group[n + 1 :])


class _Table:
    """What the witnesses of one story are laid out on: reports, entities and origins at hand by id."""

    def __init__(self, docket: Docket) -> None:
        self.story = docket.story.id
        self.reports = {report.id: report for report in docket.reports}
        self.order = {report: n for n, report in enumerate(docket.story.reports)}
        self.entity_of = {mention: entity for entity in docket.entities for mention in entity.mentions}
        near, earlier = beside(docket), before(docket)
        named = {mention.id: mention for mention in docket.mentions}
        self.witnesses = {
            s.id: Witness(
                s,
                self.reports[s.report],
                self.entity_of,
                mentions=named,
                beside=near[s.id],
                before=earlier.get(s.id, ()),
            )
            for s in docket.statements
        }
        links = [pair(d.from_, d.to) for d in docket.derivations if d.from_ and d.type in SAME_ORIGIN]
        links += [pair(version.of, version.report) for version in docket.versions]
        origins = partition(self.reports, sorted(links))
        self.origin_of = {report: origin for origin in origins for report in origin}

    def claim(self, statements: Sequence[Statement]) -> Claim:
        """Return the claim that these statements make."""
        reports = {statement.report for statement in statements}
        ordered = sorted(reports, key=self.order.__getitem__)
        origins = {tuple(r for r in self.origin_of[report] if r in reports) for report in reports}
        return Claim(
            id=group_id("claim", (statement.id for statement in statements)),
            story=self.story,
            type=_main_type(statements),
            gloss=_gloss(statements, self.reports),
            slots=tuple(_slots(statements, self.entity_of)),
            statements=tuple(sorted(statement.id for statement in statements)),
            reports=tuple(sorted(reports)),
            languages=tuple(sorted({self.reports[report].language for report in reports})),
            first_report=ordered[0],
            origins=tuple(sorted(origins)),
            sources=tuple(sorted({link.who for s in statements for link in s.attribution})),
        )


def _main_type(statements: Sequence[Statement]) -> StatementType:
    types = [statement.type for statement in statements]
    return max(sorted(set(types)), key=types.count)


def _gloss(statements: Sequence[Statement], reports: Mapping[str, Report]) -> str:
    """Return the sentence of the statement with most slots filled; among equals the shortest, then the least id."""

    def clearness(statement: Statement) -> tuple[int, int, str]:
        filled = len(statement.actors) + len(statement.times) + len(statement.figures) + len(statement.places)
        return -min(filled, 6), statement.end - statement.start, statement.id

    clearest = min(statements, key=clearness)
    return reports[clearest.report].text[clearest.start : clearest.end]


def _slots(statements: Sequence[Statement], entity_of: Mapping[str, Entity]) -> Iterator[Slot]:
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for statement in statements:
        for slot, value in _filled(statement, entity_of):
            values[slot][value].add(statement.id)
    for slot in sorted(values):
        given = sorted(values[slot].items())
        yield Slot(slot, tuple(Value(value, tuple(sorted(ids))) for value, ids in given))


def _filled(statement: Statement, entity_of: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    for actor in statement.actors:
        if actor.mention is None:  # nouns of two languages would look like two values
            continue
        entity = entity_of.get(actor.mention)
        name = entity.name if entity else actor.verbatim
        yield f"actor:{actor.role}", name
        if actor.office and entity:
            yield f"office:{actor.office}", name
    for place in statement.places:
        entity = entity_of.get(place.mention)
        yield "place", entity.name if entity else place.verbatim
    for figure in statement.figures:
        yield f"figure:{figure.measure}", figure_value(figure)
    for time in statement.times:
        yield "time", time_value(time)
    for instrument in statement.instruments:
        yield "instrument", instrument.number or instrument.article or instrument.verbatim
    for link in statement.attribution[:1]:
        yield "attribution", link.who
    if statement.polarity != "affirmed":
        yield "polarity", statement.polarity
