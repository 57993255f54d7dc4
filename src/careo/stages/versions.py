"""versions: which reports are one report at different times, and what was changed between them.

Order-free: the same set of reports gives the same versions. Reports of two known outlets are never versions of one
another, however alike: that is a copy, which `trace` tells.

What it cannot do yet: it compares reports of one language, paragraph by paragraph; a moved paragraph is one removed
and one added.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise, product

from careo.model.ids import content_id
from careo.model.inferred import Change, Version
from careo.model.seen import Report
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import Pair, pair, partition
from careo.text.normalise import flat, fold
from careo.text.sheet.address import normal_address
from careo.text.sheet.layout import lines_of
from careo.text.shingles import alike, contained, shingles, sketch

_SAME_PAGE, _SAME_TITLE, _SAME_TEXT = 0.3, 0.6, 0.7
"""Share of the shorter text that must recur under one address (a page may be rewritten, but a home page changes
wholly), under one title, and of both texts where only the outlet is the same. Set by what the words mean."""
_COMMON_RUN = 40
"""A run of words in more reports than this (a slogan, a disclaimer) leads to no candidates."""
_SHARED_RUNS = 4
_FEWEST_WORDS = 12
_CHANGED = 0.5
"""Paragraphs put in place of others are one changed paragraph where they share this many of their words."""
_MOST = 2000
"""Longer texts than so many paragraphs are not compared one by one."""
_OWN = frozenset({"headline", "lead", "body", "update", "correction", "note", "caption"})


Cue = tuple[str, str | int]
"""Something that two versions of one report share: `run`, `address` or `title`, and which."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A report with what it is compared by."""

    report: Report
    told: str
    """Headline, lead and body: what is appended or set beside them does not make it another report."""
    captured: str | None
    address: str | None
    outlet: str | None
    title: str | None


def versions(
    reports: Iterable[Report],
    captured: Mapping[str, str | None],
    settled: Settled,
    *,
    again: Callable[[str], Report] | None = None,
) -> tuple[Version, ...]:
    """Return a version for each report that is another state of one, sorted by id.

    Each leads to the state just before it, or where no time is known just to another. A person's `independent` keeps
    two reports apart.

    Args:
        reports: all reports of the desk, in any order.
        captured: capture id to when it was fetched, `None` where nobody says.
        settled: the decisions that hold.
        again: returns one of the reports by its id; where given, only those that are like another are kept at hand.
    """
    if again is None:
        kept = {report.id: report for report in reports}
        reports, again = kept.values(), kept.__getitem__
    ids: list[str] = []
    cues: dict[Cue, list[str]] = defaultdict(list)
    for report in reports:
        ids.append(report.id)
        for cue in cues_of(report):
            cues[cue].append(report.id)
    apart = frozenset(settled.independent)
    worth = sorted(_pairs(cues) - apart)
    alike = {id_: again(id_) for id_ in sorted({id_ for two in worth for id_ in two})}
    texts = {id_: _text(report, captured.get(report.capture)) for id_, report in alike.items()}
    found = {two: why for two in worth if (why := _are_one(texts[two[0]], texts[two[1]]))}
    groups = partition(ids, sorted(found, key=lambda two: (-found[two][0], two)), apart=apart)
    made = [version for group in groups if len(group) > 1 for version in _in_time([texts[id_] for id_ in group], found)]
    return tuple(sorted(made, key=lambda version: version.id))


def chains(found: Iterable[Version]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the reports that are versions of one another, together."""
    links = [pair(version.of, version.report) for version in found]
    return partition(sorted({id_ for link in links for id_ in link}), sorted(links))


def cues_of(report: Report) -> list[Cue]:
    """Return what a report shares with its versions: runs of words, its address, its title."""
    address, title = normal_address(report.url), _plain(report.title)
    return [
        *(("run", run) for run in sketch(shingles(_words(report)))),
        *([("address", address)] if address else []),
        *([("title", title)] if title else []),
    ]


def _text(report: Report, captured: str | None) -> _Text:
    address = normal_address(report.url)
    return _Text(report, _words(report), captured, address, _plain(report.publisher), _plain(report.title))


def _words(report: Report) -> str:
    return " \n ".join(report.text[p.start : p.end] for p in report.parts if p.role in ("headline", "lead", "body"))


def _plain(name: str | None) -> str | None:
    return fold(name).strip() if name else None


def _pairs(cues: Mapping[Cue, Sequence[str]]) -> set[Pair]:
    """Return the pairs worth a look: one address, one title, or much of their sketches in common.

    A page fetched very often is followed from one capture to another, not each with each.
    """
    shared: dict[Pair, int] = defaultdict(int)
    for (kind, _), ids in cues.items():
        few = len(ids) <= _COMMON_RUN
        pairs = combinations(sorted(ids), 2) if few else pairwise(sorted(ids)) if kind == "address" else ()
        for two in pairs:
            shared[two] += 1 if kind == "run" else _SHARED_RUNS
    return {two for two, count in shared.items() if count >= _SHARED_RUNS}


def candidates(cued: Mapping[Cue, Sequence[str]]) -> list[str]:
    """Return which reports are worth a look as states of one more, given those that share each of its cues."""
    shared: dict[str, int] = defaultdict(int)
    for (kind, _), ids in cued.items():
        for id_ in ids if len(ids) < _COMMON_RUN or kind == "address" else ():
            shared[id_] += 1 if kind == "run" else _SHARED_RUNS
    return sorted(id_ for id_, count in shared.items() if count >= _SHARED_RUNS)[:_COMMON_RUN]


def _are_one(one: _Text, other: _Text) -> tuple[float, str] | None:
    """Return how sure it is that two reports are states of one, and why; `None` where they are not."""
    mine, theirs = shingles(one.told), shingles(other.told)
    if one.report.language != other.report.language or min(len(mine), len(theirs)) < _FEWEST_WORDS:
        return None
    share = round(contained(mine, theirs), 3)
    recurs = f"{share:.0%} of the shorter text recurs"
    if one.address and one.address == other.address and share >= _SAME_PAGE:
        return 1.0, f"one address ({one.address}), {recurs}"
    if one.outlet and other.outlet and one.outlet != other.outlet:
        return None
    if one.title and one.title == other.title and share >= _SAME_TITLE:
        return share, f"one title, {recurs}"
    both = round(alike(mine, theirs), 3)
    if one.outlet and one.outlet == other.outlet and both >= _SAME_TEXT:
        return both, f"one outlet, {both:.0%} of both texts is the same"
    return None


def _in_time(group: Sequence[_Text], found: Mapping[Pair, tuple[float, str]]) -> Iterator[Version]:
    """Yield the versions of one report from the first state to the last."""
    fetched = all(text.captured for text in group) and len({text.captured for text in group}) > 1
    ordered = sorted(
        group, key=lambda text: (text.captured or "" if fetched else "", *_told(text.report), text.report.id)
    )
    for before, after in pairwise(ordered):
        two = pair(before.report.id, after.report.id)
        share = contained(shingles(before.told), shingles(after.told))
        score, why = found.get(two) or (round(share, 3), f"both are versions of a third, {share:.0%} recurs")
        later = _later(before, after, fetched=fetched)
        yield Version(
            id=content_id("version", before.report.id, after.report.id),
            report=after.report.id,
            of=before.report.id,
            score=score,
            reason=f"{why}; {later or 'no date says which is later'}",
            changes=tuple(_changes(before.report, after.report)),
            later=later is not None,
        )


def _told(report: Report) -> tuple[str, str]:
    """Return the last day a report says it was changed or published, and the day it was published."""
    days = [part.date for part in report.parts if part.date]
    return max([*days, report.date or ""]), report.date or ""


def _later(before: _Text, after: _Text, *, fetched: bool) -> str | None:
    """Return what says that one state came after the other; `None` where nothing does, as of a file kept twice."""
    if fetched and before.captured != after.captured:
        return f"fetched later ({before.captured} / {after.captured})"
    one, other = _told(before.report), _told(after.report)
    if one == other:
        return None
    return f"dated later ({one[0] or 'no date'} / {other[0]})" if one[0] != other[0] else "published later"


def _changes(old: Report, new: Report) -> Iterator[Change]:
    """Yield the paragraphs that one state has and the other has not, in the order of the later one."""
    mine, theirs = _paragraphs(old), _paragraphs(new)
    if max(len(mine), len(theirs)) > _MOST:
        return
    matcher = SequenceMatcher(
        None, [_bare(old, span) for span in mine], [_bare(new, span) for span in theirs], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from _block((old, mine[a:b]), (new, theirs[c:d]))


def _block(old: tuple[Report, list[tuple[int, int]]], new: tuple[Report, list[tuple[int, int]]]) -> Iterator[Change]:
    """Pair what is alike in a stretch that differs; the rest was removed or added."""
    gone, come = list(old[1]), list(new[1])
    likeness = {(a, b): _overlap(_bare(old[0], a), _bare(new[0], b)) for a, b in product(gone, come)}
    paired: dict[tuple[int, int], tuple[int, int]] = {}
    for a, b in sorted(likeness, key=lambda two: (-likeness[two], two)):
        if likeness[a, b] >= _CHANGED and a in gone and b in come:
            gone.remove(a)
            come.remove(b)
            paired[b] = a
    yield from (Change("removed", span, None) for span in gone)
    for span in new[1]:
        yield Change("changed", paired[span], span) if span in paired else Change("added", None, span)


def _paragraphs(report: Report) -> list[tuple[int, int]]:
    """Return the places of the report's own paragraphs; what the page sets beside them changes with every visit."""
    shown = [(part.start, part.end) for part in report.parts if part.role in _OWN]
    lines = lines_of(report.text)
    return [(line.start, line.end) for line in lines if any(start <= line.start < end for start, end in shown)]


def _bare(report: Report, span: tuple[int, int]) -> str:
    return flat(report.text[span[0] : span[1]])


def _overlap(one: str, other: str) -> float:
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    return len(mine & theirs) / max(len(mine), len(theirs), 1)
