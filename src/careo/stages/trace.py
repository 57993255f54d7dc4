"""trace: which reports, or sentences of them, come from another report or an outside source.

Within a language sentences are laid side by side by their words (`borrowed`), across languages by their meaning,
figures and length (`rendered`). What stands in quotation marks is set aside: two reporters may quote one speech. The
verdict on two reports depends on these two alone, so order and number of the others change nothing.

What it cannot do: a rewriting in one language that keeps no four words together is not seen; neither is which of two
undated reports without a credit line came first.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from careo.engines.base import Vector
from careo.model.ids import content_id
from careo.model.inferred import Derivation, DerivationType, Story
from careo.model.seen import Report
from careo.stages.borrowed import Common, Match, Sheet, borrowed, sheet
from careo.stages.partition import pair
from careo.stages.rendered import page, rendered
from careo.stages.settle import Settled
from careo.text.normalise import fold

_COPY, _EDIT, _TRANSLATION, _AGENCY = 0.8, 0.35, 0.33, 0.2
"""Share of own words in common: of both texts for a copy, of the shorter one for an edit, for a translation, and
for an edit where both credit one agency."""
_LONG, _RUN = 16, 22
"""Own words in common that make a passage: in one sentence, or in sentences that follow each other in both."""
_SURE = 0.6
"""How much of a sentence's own words a passage takes over."""
_NAME = 3
"""Letters of the shortest outlet's name that is looked for."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What two reports have to do with each other, before it is told which came first."""

    type: DerivationType
    matches: tuple[Match, ...]
    score: float
    reason: str


def trace(
    story: Story,
    reports: Sequence[Report],
    settled: Settled,
    *,
    vectors: Mapping[str, Vector] | None = None,
    versions: Mapping[str, str] | None = None,
) -> tuple[Derivation, ...]:
    """Return the derivations inside one story, sorted by id.

    Which report is the origin is told by a credit line, else by the days of publication; else the earlier one in the
    story's order is taken for it, and the reason says so. A person's `copy` adds a derivation where none was found,
    `independent` removes one. Versions of one report are no derivations of one another.

    Args:
        story: whose reports they are.
        reports: of that story.
        settled: the decisions that hold.
        vectors: by sentence, letter for letter, its unit vector; reports with a sentence that has none are not
            compared across languages.
        versions: report id to what all versions of one report share.
    """
    rank = {id_: n for n, id_ in enumerate(story.reports)}
    sheets = [sheet(report) for report in sorted(reports, key=lambda report: rank[report.id])]
    apart = frozenset(settled.independent)
    state = versions or {}
    found = [
        derivation
        for one, other, common in _pairs(sheets, vectors or {})
        if pair(one.report.id, other.report.id) not in apart
        and (state.get(one.report.id) is None or state.get(one.report.id) != state.get(other.report.id))
        and (derivation := _derivation(one, other, common))
    ]
    known = {pair(d.from_ or "", d.to) for d in found}
    for two, decision in settled.copies:
        if two not in known and two[0] in rank and two[1] in rank:
            one, other = sorted(two, key=rank.__getitem__)
            found.append(_made(one, other, _Verdict("copy", (), 1.0, f"decided by {decision.by}: {decision.reason}")))
    found += [d for one in sheets for d in _credited(one.report)]
    return tuple(sorted(found, key=lambda d: d.id))


def _pairs(sheets: Sequence[Sheet], vectors: Mapping[str, Vector]) -> Iterator[tuple[Sheet, Sheet, Common]]:
    """Yield the reports with something in common, the earlier one in the story's order first."""
    by_language: dict[str, list[Sheet]] = defaultdict(list)
    for one in sheets:
        by_language[one.report.language].append(one)
    for group in by_language.values():
        for a, b, common in borrowed(group):
            yield group[a], group[b], common
    if len(by_language) > 1:
        pages = [found for one in sheets if (found := page(one, vectors))]
        for a, b, common in rendered(pages):
            yield pages[a].sheet, pages[b].sheet, common


def _derivation(one: Sheet, other: Sheet, common: Common) -> Derivation | None:
    """Return what one of two reports took from the other; `None` where both merely speak of the same."""
    across = one.report.language != other.report.language
    verdict = _translation(common) if across else _copy(one, other, common)
    if verdict is None:
        quoting = _quotation(one, other, common)
        if quoting:
            return quoting
        verdict = _passage(one, other, common)
    if verdict is None:
        return None
    turned, why = _direction(one.report, other.report)
    first, last = (other, one) if turned else (one, other)
    return _placed(first, last, verdict, turned=turned, why=why)


def _copy(one: Sheet, other: Sheet, common: Common) -> _Verdict | None:
    long, short = sorted((common.one, common.other))
    agency = _agencies(one.report) & _agencies(other.report)
    if short < _EDIT and not (agency and short >= _AGENCY):
        return None
    reason = f"{len(common.matches)} sentence(s) in the same words, {short:.0%} of one text and {long:.0%} of the other"
    if agency:
        reason += f"; both credit {', '.join(sorted(agency))}"
    return _Verdict("copy" if long >= _COPY else "edit", common.matches, min(1.0, short), reason)


def _translation(common: Common) -> _Verdict | None:
    long, short = sorted((common.one, common.other))
    if short < _TRANSLATION:
        return None
    reason = f"{len(common.matches)} sentence(s) rendered, {short:.0%} of one text and {long:.0%} of the other"
    return _Verdict("translation", common.matches, min(1.0, short), reason)


def _passage(one: Sheet, other: Sheet, common: Common) -> _Verdict | None:
    """Find sentences that follow each other in both reports, or a long one, taken over nearly whole."""
    sure = [match for match in common.matches if match.score >= _SURE]
    runs: list[list[Match]] = []
    for match in sure:
        last = runs[-1][-1] if runs else None
        if last and match.one - last.one == 1 and match.other - last.other == 1:
            runs[-1].append(match)
        else:
            runs.append([match])
    kept = [run for run in runs if sum(match.own for match in run) >= (_LONG if len(run) == 1 else _RUN)]
    matches = tuple(match for run in kept for match in run)
    if not matches:
        return None
    score = round(min(1.0, max(common.one, common.other)), 3)
    return _Verdict("shared", matches, score, f"a passage of {len(matches)} sentence(s) stands in both")


def _quotation(one: Sheet, other: Sheet, common: Common) -> Derivation | None:
    """Find a sentence of one report that names the other's outlet and tells what that has."""
    for first, last, turned in ((one, other, False), (other, one, True)):
        name = first.report.publisher
        if name is None or len(name) < _NAME or _same_outlet(one.report, other.report):
            continue
        naming = {n for n, passage in enumerate(last.passages) if _names(passage.text, name)}
        near = tuple(m for m in common.matches if (m.one if turned else m.other) in naming)
        if near:
            place = last.passages[near[0].one if turned else near[0].other]
            reason = f"names {name}: {place.text}"
            score = round(max(match.score for match in near), 3)
            return _placed(first, last, _Verdict("quotation", near, score, reason), turned=turned, why="")
    return None


def _names(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(text)) is not None


def _same_outlet(one: Report, other: Report) -> bool:
    return one.publisher is not None and other.publisher is not None and fold(one.publisher) == fold(other.publisher)


def _agencies(report: Report) -> set[str]:
    return {fold(credit.name) for credit in report.credit if credit.role == "agency"}


def _direction(one: Report, other: Report) -> tuple[bool, str]:
    """Return whether the second report is the origin, and what tells it."""
    for first, last, turned in ((one, other, False), (other, one, True)):
        credits_ = {fold(credit.name) for credit in last.credit if credit.role in ("outlet", "agency")}
        if first.publisher and fold(first.publisher) in credits_:
            return turned, f"it credits {first.publisher}"
    here, there = _day(one), _day(other)
    shorter = min(len(here), len(there))
    if shorter and here[:shorter] != there[:shorter]:
        return here > there, f"published {max(here, there)}, the other {min(here, there)}"
    return False, "nothing tells which was first, so the story's order stands"


def _day(report: Report) -> str:
    """Return when a report was published; a date in its credit line is the original's."""
    known = report.published
    return known.value if known and known.method != "credit" and "X" not in known.value else ""


def _placed(first: Sheet, last: Sheet, verdict: _Verdict, *, turned: bool, why: str) -> Derivation:
    places = tuple(
        (
            first.passages[match.other if turned else match.one].start,
            first.passages[match.other if turned else match.one].end,
            last.passages[match.one if turned else match.other].start,
            last.passages[match.one if turned else match.other].end,
        )
        for match in verdict.matches
    )
    reason = f"{verdict.reason}; {why}" if why else verdict.reason
    return _made(
        first.report.id, last.report.id, _Verdict(verdict.type, (), verdict.score, reason), tuple(sorted(places))
    )


def _made(
    one: str, other: str, verdict: _Verdict, places: tuple[tuple[int, int, int, int], ...] = ()
) -> Derivation:
    id_ = content_id("derivation", one, other, verdict.type)
    return Derivation(id_, one, other, verdict.type, None, places, round(verdict.score, 3), verdict.reason)


def _credited(report: Report) -> Iterator[Derivation]:
    named: dict[str, str] = defaultdict(str)
    for credit in report.credit:
        if credit.role in ("agency", "outlet"):
            named[credit.name] = credit.verbatim
    for name, verbatim in sorted(named.items()):
        reason = f"credited: {verbatim}"
        id_ = content_id("derivation", name, report.id, "shared")
        yield Derivation(id_, None, report.id, "shared", name, (), 1.0, reason)


