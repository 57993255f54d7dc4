"""diff: in what two states of a desk, an export or a page differ.

Inferred records are recognised by their members, never by their ids: a claim is the same claim where it shares a
statement. A report whose file has other bytes now is another report; what it still says in the same words counts as
the same statement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import zip_longest
from unicodedata import category, normalize

from careo.model.inferred import Value
from careo.model.snapshot import (
    Altered,
    ClaimState,
    Detail,
    DiscrepancyState,
    ReportState,
    Sentence,
    Snapshot,
    StatementState,
)
from careo.text.normalise import flat
from careo.text.shingles import contained, shingles

_MOST_PARAGRAPHS = 2000
"""Longer texts are not compared paragraph by paragraph: that takes the square of their number."""

_SAME_PLACE = 0.3
"""Share of the shorter text that has to recur where a file was replaced, as for versions under one address."""

_REWORDED = 0.5
"""Share of words two sentences need in common to be one that was reworded, as for a changed paragraph of a version."""

Key = tuple[str, str, str]
"""Type, trigger and sentence of a statement."""
_Told = Mapping[tuple[Key, int], str]
"""Statements of a report by their words, and which of several that are alike."""


def as_seen(text: str) -> str:
    """Return a text as a reader sees it: without marks that are not printed, and with one space for any."""
    return " ".join("".join(char for char in normalize("NFC", text) if category(char) != "Cf").split())


def _differs(detail: Detail) -> bool:
    return as_seen(detail.before) != as_seen(detail.after)


def diff(old: Snapshot, new: Snapshot) -> tuple[Altered, ...]:
    """Return what is not in `new` as it was in `old`: program, reports, claims, discrepancies, decisions, in order.

    Where one of them is a page, the other is looked at as far as it is about the stories of that page's reports.
    """
    before, after = _State(_scoped(old, new)), _State(_scoped(new, old))
    ties = _tied(before, after)
    return (
        *_program(old, new),
        *_reports(before, after, ties),
        *_claims(before, after, ties),
        *_discrepancies(before, after, ties),
        *(_decisions(old, new) if old.whole and new.whole else ()),
    )


@dataclass(frozen=True)
class _State:
    """A snapshot with look-ups."""

    snapshot: Snapshot

    @cached_property
    def reports(self) -> Mapping[str, ReportState]:
        return {report.id: report for report in self.snapshot.reports}

    @cached_property
    def statements(self) -> Mapping[str, StatementState]:
        return {one.id: one for one in self.snapshot.statements if one.report in self.reports}

    @cached_property
    def told(self) -> Mapping[str, _Told]:
        """The statements of each report."""
        found: defaultdict[str, dict[tuple[Key, int], str]] = defaultdict(dict)
        counts: Counter[tuple[str, Key]] = Counter()
        for statement in sorted(self.statements.values(), key=lambda one: (one.start, one.trigger, one.id)):
            text = self.reports[statement.report].text
            sentence = flat(text[statement.start : statement.end])
            key = statement.type, text[slice(*statement.trigger)], sentence
            found[statement.report][key, counts[statement.report, key]] = statement.id
            counts[statement.report, key] += 1
        return found

    def quoted(self, ids: Iterable[str], *, new: bool) -> tuple[Sentence, ...]:
        """Return the sentences of some statements, each once."""
        found = {}
        for id_ in sorted(set(ids) & self.statements.keys()):
            one = self.statements[id_]
            report = self.reports[one.report]
            quote = report.text[one.start : one.end]
            side = "new" if new else "old"
            found[report.place, one.start] = Sentence(side, report.id, report.place, one.start, one.end, quote)  # type: ignore[arg-type]
        return tuple(found[place] for place in sorted(found))


@dataclass(frozen=True, slots=True)
class _Ties:
    """What in the one state is the same in the other."""

    corrections: tuple[tuple[str, str], ...]
    """Old and new id of reports whose publisher changed them."""
    reread: tuple[str, ...]
    """Reports of the same bytes whose text is another now: the program reads them differently."""
    same: Mapping[str, str]
    """Old statement to the new one that it is."""
    again: frozenset[str]
    """New statements that say in a report's later state what the earlier one, still there, says in the same words."""


def _scoped(one: Snapshot, other: Snapshot) -> Snapshot:
    """Leave of a whole desk what belongs to the stories of a page."""
    if not one.whole or other.whole:
        return one
    there = {report.id for report in other.reports} | {(r.place, r.item) for r in other.reports}
    stories = {report.story for report in one.reports if report.id in there or (report.place, report.item) in there}
    kept = {report.id for report in one.reports if report.story in stories}
    told = {statement.id for statement in one.statements if statement.report in kept}
    return replace(
        one,
        reports=tuple(report for report in one.reports if report.id in kept),
        statements=tuple(statement for statement in one.statements if statement.id in told),
        claims=tuple(claim for claim in one.claims if not told.isdisjoint(claim.statements)),
        discrepancies=tuple(gap for gap in one.discrepancies if not told.isdisjoint(_of(gap.values))),
    )


def _tied(old: _State, new: _State) -> _Ties:
    gone, come = old.reports.keys() - new.reports.keys(), new.reports.keys() - old.reports.keys()
    corrections = sorted(
        {(earlier, later) for later, earlier in new.snapshot.versions if later in come and earlier in old.reports}
        | set(_one_file(old, new))
    )
    both = old.reports.keys() & new.reports.keys()
    reread = tuple(sorted(id_ for id_ in both if old.reports[id_].text != new.reports[id_].text))
    same = {id_: id_ for id_ in old.statements.keys() & new.statements.keys()}
    for before, after in (*((id_, id_) for id_ in reread), *(pair for pair in corrections if pair[0] in gone)):
        same |= _twins(old.told.get(before, {}), new.told.get(after, {}))
    again = (
        id_
        for before, after in corrections
        if before not in gone
        for key, id_ in new.told.get(after, {}).items()
        if key in old.told.get(before, {})
    )
    return _Ties(tuple(corrections), reread, same, frozenset(again))


def _twins(said: _Told, says: _Told) -> dict[str, str]:
    """Tie what two states of a report say in the same words, then what they say with the same trigger in alike ones."""
    tied = {id_: says[key] for key, id_ in said.items() if key in says}
    taken = set(tied.values())
    for (key, _), id_ in said.items():
        if id_ not in tied:
            like = [(_likeness(key[2], other[2]), new) for (other, _), new in says.items() if other[:2] == key[:2]]
            share, best = max(((share, new) for share, new in like if new not in taken), default=(0.0, ""))
            if share >= _REWORDED:
                tied[id_] = best
                taken.add(best)
    return tied


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _one_file(old: _State, new: _State) -> Iterator[tuple[str, str]]:
    """Yield the reports that stood where one with much the same text stands now: in one file or under one address."""
    come = [new.reports[id_] for id_ in sorted(new.reports.keys() - old.reports.keys())]
    for before in sorted(old.reports.values(), key=lambda one: one.id):
        gone = before.id not in new.reports
        for after in come:
            one_place = (before.place, before.item) == (after.place, after.item)
            if (one_place or (gone and before.url and before.url == after.url)) and _alike(before, after):
                come.remove(after)
                yield before.id, after.id
                break


def _alike(one: ReportState, other: ReportState) -> bool:
    return contained(shingles(one.text), shingles(other.text)) >= _SAME_PLACE


def _program(old: Snapshot, new: Snapshot) -> Iterator[Altered]:
    """Say where another version was at work, as far as both sides say which was."""
    before, after = dict(old.program), dict(new.program)
    details = (Detail(name, before[name], after[name]) for name in before if before[name] and after.get(name))
    changed = tuple(detail for detail in details if detail.before != detail.after)
    if changed:
        yield Altered("program", "changed", (), (), "made by another version of careo", changed, ())


def _reports(old: _State, new: _State, ties: _Ties) -> Iterator[Altered]:
    for before, after in ties.corrections:
        yield _rewritten(old, new, (before, after), "corrected")
    for id_ in ties.reread:
        yield _rewritten(old, new, (id_, id_), "reread")
    known = {id_ for two in ties.corrections for id_ in two}
    for id_ in sorted(new.reports.keys() - old.reports.keys() - known):
        yield Altered("report", "appeared", (), (id_,), _title(new.reports[id_]), (), ())
    for id_ in sorted(old.reports.keys() - new.reports.keys() - known):
        yield Altered("report", "vanished", (id_,), (), _title(old.reports[id_]), (), ())


def _rewritten(old: _State, new: _State, two: tuple[str, str], what: str) -> Altered:
    """Say what a report says now that it did not say, and the other way round: paragraphs, and statements in them."""
    before, after = old.reports[two[0]], new.reports[two[1]]
    said, says = old.told.get(before.id, {}), new.told.get(after.id, {})
    dropped = old.quoted((id_ for key, id_ in said.items() if key not in says), new=False)
    added = new.quoted((id_ for key, id_ in says.items() if key not in said), new=True)
    details = tuple(_paragraphs(before.text, after.text))
    return Altered("report", what, two[:1], two[1:], _title(after), details, (*dropped, *added))  # type: ignore[arg-type]


def _paragraphs(before: str, after: str) -> Iterator[Detail]:
    one, other = ([line.strip() for line in text.split("\n") if line.strip()] for text in (before, after))
    if max(len(one), len(other)) > _MOST_PARAGRAPHS:
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (Detail("paragraph", *pair) for pair in zip_longest(one[a:b], other[c:d], fillvalue=""))


def _title(report: ReportState) -> str:
    return f"{report.title or 'without a title'} ({report.place})"


def _claims(old: _State, new: _State, ties: _Ties) -> Iterator[Altered]:
    home = {id_: claim for claim in new.snapshot.claims for id_ in claim.statements}
    heirs: dict[str, dict[str, ClaimState]] = {}
    for claim in old.snapshot.claims:
        found = [home[ties.same[id_]] for id_ in claim.statements if ties.same.get(id_) in home]
        heirs[claim.id] = {heir.id: heir for heir in found}
    origin: defaultdict[str, list[ClaimState]] = defaultdict(list)
    for claim in sorted(old.snapshot.claims, key=lambda one: one.id):
        for id_ in heirs[claim.id]:
            origin[id_].append(claim)
    for after in sorted(new.snapshot.claims, key=lambda one: (-len(one.statements), one.id)):
        befores = origin[after.id]
        if not befores:
            yield Altered("claim", "appeared", (), (after.id,), after.gloss, (), new.quoted(after.statements, new=True))
        elif len(befores) > 1:
            glosses = tuple(Detail("gloss", before.gloss, after.gloss) for before in befores)
            ids = tuple(before.id for before in befores)
            yield Altered("claim", "merged", ids, (after.id,), after.gloss, glosses, ())
        yield from _witnesses(new, ties, befores, after)
        if len(befores) == 1 and len(heirs[befores[0].id]) == 1:
            yield from _reworded(old, new, (befores[0], after))
    for before in sorted(old.snapshot.claims, key=lambda one: (-len(one.statements), one.id)):
        yield from _left(old, ties, before, heirs[before.id])


def _witnesses(new: _State, ties: _Ties, befores: Sequence[ClaimState], after: ClaimState) -> Iterator[Altered]:
    """Yield what a claim that was there before has gained."""
    kept = {ties.same.get(id_) for before in befores for id_ in before.statements}
    gained = [id_ for id_ in after.statements if id_ not in kept and id_ not in ties.again]
    if befores and gained:
        ids = tuple(before.id for before in befores)
        yield Altered("claim", "gained", ids, (after.id,), after.gloss, (), new.quoted(gained, new=True))


def _left(old: _State, ties: _Ties, before: ClaimState, heirs: Mapping[str, ClaimState]) -> Iterator[Altered]:
    """Yield what became of a claim that lost statements, or is several now, or none."""
    ids = tuple(sorted(heirs))
    if not heirs:
        sentences = old.quoted(before.statements, new=False)
        yield Altered("claim", "vanished", (before.id,), (), before.gloss, (), sentences)
        return
    if len(heirs) > 1:
        glosses = tuple(Detail("gloss", before.gloss, heirs[id_].gloss) for id_ in ids)
        yield Altered("claim", "split", (before.id,), ids, before.gloss, glosses, ())
    there = {id_ for claim in heirs.values() for id_ in claim.statements}
    lost = [id_ for id_ in before.statements if ties.same.get(id_) not in there]
    if lost:
        yield Altered("claim", "lost", (before.id,), ids, before.gloss, (), old.quoted(lost, new=False))


def _reworded(old: _State, new: _State, two: tuple[ClaimState, ClaimState]) -> Iterator[Altered]:
    """Say what is not as it was on a claim, with the sentences that gave a value only then or only now."""
    before, after = two
    details = [Detail("type", before.type, after.type), Detail("gloss", before.gloss, after.gloss)]
    details.append(Detail("independent origins", str(before.origins), str(after.origins)))
    was, now = ({slot.slot: _shown(slot.values) for slot in claim.slots} for claim in two)
    details += [Detail(slot, was.get(slot, ""), now.get(slot, "")) for slot in sorted({*was, *now})]
    changed = tuple(detail for detail in details if _differs(detail))
    if changed:
        quotes = *old.quoted(_only(before, after), new=False), *new.quoted(_only(after, before), new=True)
        yield Altered("claim", "changed", (before.id,), (after.id,), after.gloss, changed, quotes)


def _only(one: ClaimState, other: ClaimState) -> Iterator[str]:
    """Yield the statements that give a claim a value which its other state does not have."""
    there = {(slot.slot, value.value) for slot in other.slots for value in slot.values}
    values = ((slot.slot, value) for slot in one.slots for value in slot.values)
    return (id_ for slot, value in values if (slot, value.value) not in there for id_ in value.statements)


def _discrepancies(old: _State, new: _State, ties: _Ties) -> Iterator[Altered]:
    left = {gap.id: gap for gap in old.snapshot.discrepancies}
    stays = left.keys() & {gap.id for gap in new.snapshot.discrepancies}
    for after in sorted(new.snapshot.discrepancies, key=lambda gap: gap.id):
        moved = {id_: gap for id_, gap in left.items() if id_ not in stays}
        before = left[after.id] if after.id in stays else _former(after, moved, ties)
        if before is None:
            quotes = new.quoted(_of(after.values), new=True)
            yield Altered("discrepancy", "appeared", (), (after.id,), _gap(after), (), quotes)
            continue
        del left[before.id]
        details = (
            Detail("kind", before.type, after.type),
            Detail("values", _shown(before.values), _shown(after.values)),
            Detail("set aside", str(before.dismissed).lower(), str(after.dismissed).lower()),
        )
        changed = tuple(detail for detail in details if detail.before != detail.after)
        if changed:
            quotes = new.quoted(_of(after.values), new=True)
            yield Altered("discrepancy", "changed", (before.id,), (after.id,), _gap(after), changed, quotes)
    for gap in sorted(left.values(), key=lambda one: one.id):
        yield Altered("discrepancy", "vanished", (gap.id,), (), _gap(gap), (), old.quoted(_of(gap.values), new=False))


def _former(after: DiscrepancyState, left: Mapping[str, DiscrepancyState], ties: _Ties) -> DiscrepancyState | None:
    """Return the discrepancy on the same slot that shares most statements with this one."""
    there = set(_of(after.values))
    shared = {
        gap.id: sum(ties.same.get(id_) in there for id_ in set(_of(gap.values)))
        for gap in left.values()
        if gap.slot == after.slot
    }
    best = max(shared, key=lambda id_: (shared[id_], id_), default=None)
    return left[best] if best is not None and shared[best] else None


def _decisions(old: Snapshot, new: Snapshot) -> Iterator[Altered]:
    before, after = dict(old.decisions), dict(new.decisions)
    for id_ in sorted(after.keys() - before.keys()):
        yield Altered("decision", "appeared", (), (id_,), after[id_], (), ())
    for id_ in sorted(before.keys() - after.keys()):
        yield Altered("decision", "vanished", (id_,), (), before[id_], (), ())


def _of(values: Iterable[Value]) -> Iterator[str]:
    return (id_ for value in values for id_ in value.statements)


def _shown(values: Iterable[Value]) -> str:
    return "; ".join(sorted(value.value for value in values))


def _gap(gap: DiscrepancyState) -> str:
    return f"{gap.type}, {gap.slot}: {_shown(gap.values)}"
