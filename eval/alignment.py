"""claims on stories told by several reports: which lines of two reports careo lays together, beside the gold.

`precision`, `recall`, `f1`: pairs of lines from two reports; a pair is found where statements of both lines stand in
one claim of careo's, however many of theirs do. Pairs that only claims not asked for make are not counted. Summed over
stories and turns.

`lines ...`: the same groups as B-cubed with overlaps (Amigo et al. 2009), without their multiplicity: two lines belong
together or not, since how often they share a claim only tells how finely claims are cut. A line's companions are itself
and all lines, of its own report too, that it shares a claim of two or more reports with. Precision is averaged over the
lines that careo gave companions, recall over those that the gold did; lines with none on either side would be right for
nothing and are left out. Lines that the gold has only in claims not asked for are left out too.

`vectors alone`: pairs of lines by the cosine of their sentence vectors, at the one threshold that is best on this set.

`lines covered`: the share of the gold's lines of asked pairs that carry a statement at all. `one story`: stories whose
reports careo kept together. What it parts is never compared; in our own stories a person's word then joins the reports,
so that the other figures are those of claims alone, `ntrex_gold` is the whole corridor.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from pathlib import Path

import numpy as np

from eval.accounts import Account, Line
from eval.accounts_laid import Laid, laid_bundled, laid_mixed
from eval.score import Score, harmonic, prf, share

Pair = tuple[Line, Line]
Companions = Mapping[Line, frozenset[Line]]


def claims_ntrex(data: Path) -> list[Score]:
    """Return the figures on `ntrex_gold`; raises SetMissing where it is not there."""
    return _measured("ntrex_gold", laid_mixed(data))


def claims_own() -> list[Score]:
    """Return the figures on our own stories, by half."""
    return list(chain.from_iterable(_measured(set_, laid) for set_, laid in by_set(laid_bundled()).items()))


def by_set(laid: Iterable[Laid]) -> dict[str, list[Laid]]:
    """Return the stories of each set, in the order of the sets' names."""
    found: dict[str, list[Laid]] = defaultdict(list)
    for one in laid:
        found[one.account.set].append(one)
    return dict(sorted(found.items()))


def _measured(set_: str, laid: Sequence[Laid]) -> list[Score]:
    counts = [0, 0, 0]
    covered: list[int] = []
    for one in laid:
        wanted, spared = asked(one.account)
        own = found(one) - spared
        counts = [n + len(more) for n, more in zip(counts, (own & wanted, own, wanted), strict=True)]
        covered += [line in one.line_of.values() for line in sorted({line for pair in wanted for line in pair})]
    hits, own_, gold = counts
    return [
        *prf("claims", set_, "mixed", (hits, own_, gold)),
        *_cubed(set_, laid),
        *_vectors_alone(set_, laid),
        share("claims", set_, "mixed", (sum(covered), len(covered)), "lines covered"),
        share(
            "claims", set_, "mixed", (sum(len(set(one.story_of.values())) == 1 for one in laid), len(laid)), "one story"
        ),
    ]


def asked(account: Account) -> tuple[set[Pair], set[Pair]]:
    """Return the gold's cross-report pairs: those asked for, and those that are neither asked for nor wrong."""
    wanted, spared = (
        set(chain.from_iterable(across(claim.lines) for claim in account.claims if claim.asked == kind))
        for kind in (True, False)
    )
    return wanted, spared - wanted


def across(lines: Iterable[Line]) -> set[Pair]:
    """Return the pairs of lines from two reports, the lesser first."""
    return {(a, b) for a, b in combinations(sorted(set(lines)), 2) if a[0] != b[0]}


def found(laid: Laid) -> set[Pair]:
    """Return the cross-report pairs of lines that stand in one claim of careo's."""
    return set(chain.from_iterable(across(group) for group in _own_groups(laid)))


def _own_groups(laid: Laid) -> list[set[Line]]:
    return [{laid.line_of[id_] for id_ in claim.statements if id_ in laid.line_of} for claim in laid.claims]


def companions(groups: Iterable[Iterable[Line]]) -> Companions:
    """Return, by line, itself and all lines that it shares a group of two or more reports with."""
    together: dict[Line, set[Line]] = defaultdict(set)
    for group in map(set, groups):
        if len({report for report, _ in group}) > 1:
            for line in group:
                together[line] |= group
    return {line: frozenset(lines) for line, lines in together.items()}


def shares(one: Companions, other: Companions) -> Iterator[float]:
    """Yield, for each line of `one`, the share of its companions there that are its companions in `other` too."""
    for line, lines in sorted(one.items()):
        yield len(lines & other.get(line, frozenset({line}))) / len(lines)


def _cubed(set_: str, laid: Sequence[Laid]) -> list[Score]:
    right: list[float] = []
    reached: list[float] = []
    for one in laid:
        gold = companions(claim.lines for claim in one.account.claims if claim.asked)
        beside = set(companions(c.lines for c in one.account.claims if not c.asked)) - set(gold)
        own = companions(group - beside for group in _own_groups(one))
        right += shares(own, gold)
        reached += shares(gold, own)
    precision, recall = (sum(values) / len(values) if values else 0.0 for values in (right, reached))
    return harmonic("claims", set_, "mixed", (precision, recall, len(reached)), label="lines ")


def _vectors_alone(set_: str, laid: Sequence[Laid]) -> list[Score]:
    """Return the F1 of pairs at the threshold that is best here, and the threshold."""
    rated: list[tuple[float, bool]] = []
    for one in laid:
        wanted, spared = asked(one.account)
        for a, b in across(one.vectors):
            if (a, b) not in spared:
                rated.append((float(np.dot(one.vectors[a], one.vectors[b])), (a, b) in wanted))
    total = sum(is_wanted for _, is_wanted in rated)
    best, threshold, hits = 0.0, 1.0, 0
    for n, (cosine, is_wanted) in enumerate(sorted(rated, reverse=True), start=1):
        hits += is_wanted
        if 2 * hits / (n + total) > best:
            best, threshold = 2 * hits / (n + total), cosine
    figures = {"vectors alone": best, "vectors' threshold": threshold}
    return [Score("claims", set_, "mixed", name, round(value, 4), total) for name, value in figures.items()]
