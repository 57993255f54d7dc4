"""trace: which reports, or sentences of them, come from another report or an outside source.

This first version finds sentences repeated word for word in one language, and what a credit line names. It sees no
paraphrase, no translation, and no quotation of one report by another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from careo.model.ids import content_id
from careo.model.inferred import Derivation, DerivationType, Story
from careo.model.seen import Report
from careo.stages.settle import Settled
from careo.text.normalise import fold
from careo.text.sentences import split

_MIN_WORDS = 7
"""Shorter sentences ("The president did not comment.") recur without anyone copying."""
_COPY, _EDIT = 0.8, 0.3
"""Shares of the shorter text that must recur word for word to be called a copy or an edit; less is `shared`.
Set by what the words mean, not measured yet: the measure of origins is to move them."""

Place = tuple[int, int]


def trace(
    story: Story, reports: Sequence[Report], settled: Settled, *, versions: Mapping[str, str] | None = None
) -> tuple[Derivation, ...]:
    """Return the derivations inside one story, sorted by id.

    The earlier report in the story's order is taken for the origin. A person's `copy` adds a derivation where none
    was found, `independent` removes one. Versions of one report are no derivations of one another.

    Args:
        story: whose reports they are.
        reports: of that story.
        settled: the decisions that hold.
        versions: report id to what all versions of one report share.
    """
    ordered = sorted(reports, key=lambda report: story.reports.index(report.id))
    bodies = {report.id: dict(_sentences(report)) for report in ordered}
    found = [d for n, one in enumerate(ordered) for d in _between(one, ordered[n + 1 :], bodies)]
    state = versions or {}
    kept = [
        d
        for d in found
        if tuple(sorted((d.from_ or "", d.to))) not in settled.independent
        and (state.get(d.from_ or "") is None or state.get(d.from_ or "") != state.get(d.to))
    ]
    known = {tuple(sorted((d.from_ or "", d.to))) for d in kept}
    rank = {report.id: n for n, report in enumerate(ordered)}
    for two, decision in settled.copies:
        if two not in known and two[0] in rank and two[1] in rank:
            one, other = sorted(two, key=rank.__getitem__)
            kept.append(_derivation(one, other, "copy", (), 1.0, f"decided by {decision.by}: {decision.reason}"))
    kept += [d for report in ordered for d in _credited(report)]
    return tuple(sorted(kept, key=lambda d: d.id))


def _sentences(report: Report) -> Iterator[tuple[str, Place]]:
    for part in report.parts:
        if part.role == "furniture":
            continue
        for start, end in split(report.text, report.language, part.start, part.end):
            words = fold(report.text[start:end]).split()
            if len(words) >= _MIN_WORDS:
                yield " ".join(words), (start, end)


def _between(one: Report, others: Iterable[Report], bodies: dict[str, dict[str, Place]]) -> Iterator[Derivation]:
    mine = bodies[one.id]
    for other in others:
        theirs = bodies[other.id]
        shared = sorted(mine.keys() & theirs.keys(), key=lambda words: mine[words])
        if not shared or one.language != other.language:
            continue
        whole = min(sum(map(len, mine)), sum(map(len, theirs)))
        score = round(sum(map(len, shared)) / whole, 3)
        type_: DerivationType = "copy" if score >= _COPY else "edit" if score >= _EDIT else "shared"
        places = tuple((*mine[words], *theirs[words]) for words in shared)
        reason = f"{len(shared)} sentence(s) word for word, {score:.0%} of the shorter text"
        yield _derivation(one.id, other.id, type_, places, min(score, 1.0), reason)


def _credited(report: Report) -> Iterator[Derivation]:
    named: dict[str, str] = defaultdict(str)
    for credit in report.credit:
        if credit.role in ("agency", "outlet"):
            named[credit.name] = credit.verbatim
    for name, verbatim in sorted(named.items()):
        reason = f"credited: {verbatim}"
        id_ = content_id("derivation", name, report.id, "shared")
        yield Derivation(id_, None, report.id, "shared", name, (), 1.0, reason)


def _derivation(
    one: str,
    other: str,
    type_: DerivationType,
    places: tuple[tuple[int, int, int, int], ...],
    *rest: float | str,
) -> Derivation:
    score, reason = float(rest[0]), str(rest[1])
    return Derivation(content_id("derivation", one, other, type_), one, other, type_, None, places, score, reason)
