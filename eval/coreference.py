"""The measures of coreference that CoNLL's shared tasks average: MUC, B-cubed and CEAFe.

As in the reference scorer (Pradhan et al. 2014, ACL): mentions of one side that the other lacks count as errors, and
mentions that stand alone count, as this kind of gold has them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Item = TypeVar("Item")


def conll(own: Mapping[Item, str], gold: Mapping[Item, str]) -> dict[str, tuple[float, float]]:
    """Return precision and recall by measure; each mapping is from a mention to the group it is in."""
    return {
        "muc": (_muc(own, gold), _muc(gold, own)),
        "b3": (_b_cubed(own, gold), _b_cubed(gold, own)),
        "ceafe": _ceafe(own, gold),
    }


def conll_f1(own: Mapping[Item, str], gold: Mapping[Item, str]) -> float:
    """Return the mean F1 of the three measures (Denis and Baldridge 2009)."""
    figures = [2 * p * r / (p + r) if p + r else 0.0 for p, r in conll(own, gold).values()]
    return sum(figures) / len(figures)


def _groups(of: Mapping[Item, str]) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {}
    for item, group in of.items():
        groups.setdefault(group, []).append(item)
    return groups


def _muc(one: Mapping[Item, str], other: Mapping[Item, str]) -> float:
    """Return the share of links in the groups of `one` that hold in `other` (Vilain et al. 1995)."""
    links = kept = 0
    for group in _groups(one).values():
        known = [other[item] for item in group if item in other]
        links += len(group) - 1
        kept += len(known) - len(set(known))
    return kept / links if links else 0.0


def _b_cubed(one: Mapping[Item, str], other: Mapping[Item, str]) -> float:
    sizes = Counter(one.values())
    both = Counter((group, other[item]) for item, group in one.items() if item in other)
    shares = [both[group, other[item]] / sizes[group] for item, group in one.items() if item in other]
    return sum(shares) / len(one) if one else 0.0


def _ceafe(own: Mapping[Item, str], gold: Mapping[Item, str]) -> tuple[float, float]:
    """Return precision and recall of the best pairing of groups, by entity (Luo 2005, phi 4)."""
    ours, theirs = Counter(own.values()), Counter(gold.values())
    both = Counter((own[item], gold[item]) for item in own if item in gold)
    rows, columns = _numbered(group for group, _ in both), _numbered(group for _, group in both)
    likeness = np.zeros((len(rows), len(columns)))
    for (one, other), shared in both.items():
        likeness[rows[one], columns[other]] = 2 * shared / (ours[one] + theirs[other])
    total = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum()) if both else 0.0
    return total / len(ours) if ours else 0.0, total / len(theirs) if theirs else 0.0


def _numbered(groups: Iterable[str]) -> dict[str, int]:
    unique: Sequence[str] = sorted(set(groups))
    return {group: number for number, group in enumerate(unique)}
