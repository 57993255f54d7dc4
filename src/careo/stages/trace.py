"""trace: which reports, or sentences of them, come from another report or an outside source.

Sentences are laid side by side by their words (`borrowed`), and across languages, or where few words are the same, by
their meaning, figures and length (`rendered`). What stands in quotation marks is set aside: two reporters may quote
one speech. The verdict on two reports depends on these two alone, so order and number of the others change nothing.

What it cannot do: tell which of two undated reports without a credit line came first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise

from careo.engines.base import Vector
from careo.model.ids import content_id
from careo.model.inferred import SAME_ORIGIN, Derivation, DerivationType, Story
from careo.model.seen import Report
from careo.stages.deciding.settle import Settled
from careo.stages.joining.partition import Pair, pair
from careo.stages.tracing.borrowed import Common, Match, Sheet, borrowed, sheet
from careo.stages.tracing.cited import cited, may_cite
from careo.stages.tracing.rendered import page, rendered
from careo.text.normalise import fold

_COPY, _EDIT, _AGENCY, _TRANSLATION = 0.85, 0.35, 0.2, 0.5
"""Share of own words in common: of both texts for a copy; of the shorter one for an edit, for an edit where both
credit one agency, and for sentences rendered, in another language or in the same. Measured on the tune half of the
pairs of eval/origins_cases and eval/origins: made edits .34 (half a text under half of another, one word in seven
moved) to 1, independent reports of one event up to .22; whole translations .47 to 1 and rewritings .58 to .78 by
meaning, independent reports up to .27, and .40 in the demo collection, which is denser than news."""
_MOST, _MANY, _FEW = 0.58, 8, 3
"""Share of a text from which, and sentences from which, what is rendered is a translation wherever it stands; sentences
that may follow each other by chance. Of 265 translations of eval/origins_cases and eval/origins that reach the share
asked for above, two, of mixed documents, are told as a passage instead; four pairs of dense short reports, written
apart from one list of facts, reached .50 to .56 with three to seven sentences, and none is a translation now."""
_LEAST = 12
"""Own words in common of the shortest brief that is told to be taken over."""
_LONG, _RUN, _RUN_ACROSS = 16, 22, 25
"""Own words in common that make a passage: in one sentence, in two or more sentences that follow each other in both,
and in three or more that render each other; two such are found in independent reports of one event."""
_SURE, _SURE_ACROSS = 0.6, 0.8
"""How much of a sentence's own words a passage takes over; how likely a sentence of a passage renders another."""

_NOTHING = Common((), 0.0, 0.0)


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
        vectors: by sentence, letter for letter, its unit vector; reports with a sentence that has none are compared
            by their words alone.
        versions: report id to what all versions of one report share.
    """
    rank = {id_: n for n, id_ in enumerate(story.reports)}
    sheets = [sheet(report) for report in sorted(reports, key=lambda report: rank[report.id])]
    one_report = versions or {}
    found: dict[Pair, Derivation] = {}
    for derivation in chain(_taken(sheets, vectors or {}), _quoted(sheets, vectors or {})):
        one, other = derivation.from_ or "", derivation.to
        same = one in one_report and one_report[one] == one_report.get(other)
        if not same and pair(one, other) not in settled.independent and _weaker(found.get(pair(one, other))):
            found[pair(one, other)] = derivation
    for two, decision in settled.copies:
        engine = found.get(two)
        if two[0] in rank and two[1] in rank and (engine is None or engine.type not in SAME_ORIGIN):
            one, other = sorted(two, key=rank.__getitem__)
            verdict = _Verdict("copy", (), 1.0, f"decided by {decision.by}: {decision.reason}")
            found[two] = _made(one, other, verdict)
    outlet = {one.report.id: fold(one.report.publisher or "") for one in sheets}
    inside = {(outlet[d.from_ or ""], d.to) for d in found.values()}
    outside = (derivation for one in sheets for derivation in _credited(one.report, inside))
    return tuple(sorted((*found.values(), *outside), key=lambda d: d.id))


def _weaker(known: Derivation | None) -> bool:
    """Whether a quotation says more than what is known: a passage with the other's name to it is a quotation."""
    return known is None or known.type == "shared"


def _taken(sheets: Sequence[Sheet], vectors: Mapping[str, Vector]) -> Iterator[Derivation]:
    """Yield what one of two reports took from the other; nothing where both merely speak of the same."""
    worded = _in_words(sheets)
    meant = _in_meaning(sheets, vectors, worded)
    for a, b in sorted(worded.keys() | meant.keys()):
        one, other = sheets[a], sheets[b]
        words, meaning = worded.get((a, b), _NOTHING), meant.get((a, b), _NOTHING)
        if one.report.language != other.report.language:
            verdict = _translation(meaning) or _passage(meaning, across=True)
            if verdict and verdict.type == "translation" and not _is_rendering(meaning):
                verdict = _passage(meaning, across=True) or _of_one_matter(verdict)
        else:
            verdict = _copy(one, other, words) or _rewriting(meaning) or _passage(words, across=False)
        if verdict:
            turned, why = _direction(one.report, other.report)
            yield _placed(one, other, verdict, turned=turned, why=why)


def _in_words(sheets: Sequence[Sheet]) -> dict[tuple[int, int], Common]:
    by_language: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sheets):
        by_language[one.report.language].append(number)
    return {
        (group[a], group[b]): common
        for group in by_language.values()
        for a, b, common in borrowed([sheets[number] for number in group])
    }


def _in_meaning(
    sheets: Sequence[Sheet], vectors: Mapping[str, Vector], worded: Mapping[tuple[int, int], Common]
) -> dict[tuple[int, int], Common]:
    """Compare by meaning what is in two languages, or shares too few words to be a copy."""
    laid = [(number, found) for number, one in enumerate(sheets) if (found := page(one, vectors))]
    languages = [one.report.language for one in sheets]

    def open_(a: int, b: int) -> bool:
        words = worded.get((a, b), _NOTHING)
        return languages[a] != languages[b] or max(words.one, words.other) < _EDIT

    wanted = {(a, b) for a, b in combinations(range(len(laid)), 2) if open_(laid[a][0], laid[b][0])}
    return {(laid[a][0], laid[b][0]): common for a, b, common in rendered([found for _, found in laid], wanted)}


def _copy(one: Sheet, other: Sheet, common: Common) -> _Verdict | None:
    long, short = sorted((common.one, common.other))
    agency = _agencies(one.report) & _agencies(other.report)
    if short < (_AGENCY if agency else _EDIT) or sum(match.own for match in common.matches) < _LEAST:
        return None
    reason = f"{len(common.matches)} sentence(s) in the same words, {short:.0%} of one text and {long:.0%} of the other"
    if agency:
        reason += f"; both credit {', '.join(sorted(agency))}"
    return _Verdict("copy" if long >= _COPY else "edit", common.matches, min(1.0, short), reason)


def _translation(common: Common) -> _Verdict | None:
    long, short = sorted((common.one, common.other))
    if short < _TRANSLATION or sum(match.own for match in common.matches) < 2 * _LEAST:
        return None
    reason = f"{len(common.matches)} sentence(s) rendered, {short:.0%} of one text and {long:.0%} of the other"
    return _Verdict("translation", common.matches, min(1.0, short), reason)


def _is_rendering(common: Common) -> bool:
    """Whether sentences that render each other are a translation, not the same facts told twice.

    Most of a text does, or many sentences, or they follow each other in both; what is cut out of a longer text covers
    little of that. Short reports of one event meet in half of their sentences, here and there.
    """
    short, long = sorted((common.one, common.other))
    found = sorted(common.matches, key=lambda match: match.one)
    if long >= _MOST or len(found) >= _MANY:
        return True
    steps = [b.one - a.one == b.other - a.other == 1 for a, b in pairwise(found)]
    return 2 * sum(steps) >= len(steps) > 0 and (len(found) > _FEW or 2 * short <= long)


def _of_one_matter(verdict: _Verdict) -> _Verdict:
    """Tell what might be a translation and might not: both stay witnesses."""
    reason = f"{verdict.reason}; scattered and few, so these may be the same facts, told twice"
    return replace(verdict, type="shared", reason=reason)


def _rewriting(meaning: Common) -> _Verdict | None:
    """Find a text told anew sentence by sentence in its own language."""
    found = _translation(meaning)
    return _Verdict("edit", found.matches, found.score, f"in other words: {found.reason}") if found else None


def _passage(common: Common, *, across: bool) -> _Verdict | None:
    """Find sentences that follow each other in both reports, or in one language a long one, taken over nearly whole."""
    sure = [match for match in common.matches if match.score >= (_SURE_ACROSS if across else _SURE)]
    least = (3, _RUN_ACROSS) if across else (2, _RUN)
    runs: list[list[Match]] = []
    for match in sure:
        last = runs[-1][-1] if runs else None
        if last and match.one - last.one == 1 and match.other - last.other == 1:
            runs[-1].append(match)
        else:
            runs.append([match])
    kept = [
        run
        for run in runs
        if (len(run) >= least[0] and sum(match.own for match in run) >= least[1])
        or (not across and any(match.own >= _LONG for match in run))
    ]
    matches = tuple(match for run in kept for match in run)
    if not matches:
        return None
    score = round(min(1.0, max(common.one, common.other)), 3)
    return _Verdict("shared", matches, score, f"a passage of {len(matches)} sentence(s) stands in both")


def _quoted(sheets: Sequence[Sheet], vectors: Mapping[str, Vector]) -> Iterator[Derivation]:
    """Yield what reports give under the name of another one's outlet."""
    for first, last in may_cite(sheets):
        matches = cited(first, last, vectors)
        if matches and not _before(last.report, first.report):
            naming = last.passages[matches[0].other]
            verdict = _Verdict("quotation", matches, max(m.whole for m in matches), f"names its outlet: {naming.text}")
            yield _placed(first, last, verdict)


def _agencies(report: Report) -> set[str]:
    return {fold(credit.name) for credit in report.credit if credit.role == "agency"}


def _direction(one: Report, other: Report) -> tuple[bool, str]:
    """Return whether the second report is the origin, and what tells it."""
    for first, last, turned in ((one, other, False), (other, one, True)):
        credits_ = {fold(credit.name) for credit in last.credit if credit.role in ("outlet", "agency")}
        if first.publisher and fold(first.publisher) in credits_:
            return turned, f"it credits {first.publisher}"
    if _before(one, other) or _before(other, one):
        days = sorted((_day(one), _day(other)))
        return _before(other, one), f"published {days[1]}, the other {days[0]}"
    return False, "nothing tells which was first, so the story's order stands"


def _before(one: Report, other: Report) -> bool:
    """Whether a report was published before the other, as far as both days are known."""
    shorter = min(len(_day(one)), len(_day(other)))
    return _day(one)[:shorter] < _day(other)[:shorter]


def _day(report: Report) -> str:
    """Return when a report was published; a date in its credit line is the original's."""
    known = report.published
    return known.value if known and known.method != "credit" and "X" not in known.value else ""


def _placed(one: Sheet, other: Sheet, verdict: _Verdict, *, turned: bool = False, why: str = "") -> Derivation:
    """Return the derivation of the second report from the first, or where turned the other way round."""
    here = [(one.passages[match.one].start, one.passages[match.one].end) for match in verdict.matches]
    there = [(other.passages[match.other].start, other.passages[match.other].end) for match in verdict.matches]
    ids = (one.report.id, other.report.id)
    if turned:
        here, there, ids = there, here, ids[::-1]
    places = tuple(sorted((*a, *b) for a, b in zip(here, there, strict=True)))
    reason = f"{verdict.reason}; {why}" if why else verdict.reason
    return _made(*ids, _Verdict(verdict.type, (), verdict.score, reason), places)


def _made(one: str, other: str, verdict: _Verdict, places: tuple[tuple[int, int, int, int], ...] = ()) -> Derivation:
    id_ = content_id("derivation", one, other, verdict.type)
    return Derivation(id_, one, other, verdict.type, None, places, round(verdict.score, 3), verdict.reason)


def _credited(report: Report, inside: Collection[tuple[str, str]]) -> Iterator[Derivation]:
    """Yield the outside sources that a report credits, neither its own outlet nor one whose report was found."""
    named: dict[str, str] = {}
    for credit in report.credit:
        away = (fold(credit.name), report.id) not in inside and fold(credit.name) != fold(report.publisher or "")
        if credit.role == "agency" or (credit.role == "outlet" and away):
            named[credit.name] = credit.verbatim
    for name, verbatim in sorted(named.items()):
        reason = f"credited: {verbatim}"
        id_ = content_id("derivation", name, report.id, "shared")
        yield Derivation(id_, None, report.id, "shared", name, (), 1.0, reason)
