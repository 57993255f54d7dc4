"""`python -m training.kinship [--data DIR]`: the weights of `kinship` and `akin`, learnt from stories of our own.

The stories of `eval/accounts` and `eval/matters` are invented and written report by report, so their pairs of lines may
be learnt from; each half of both is also measured with weights learnt from the other three. `ntrex_gold`, where the
data folder is given, is only measured on.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from eval.accounts_laid import Laid, laid_bundled, laid_mixed
from eval.alignment import asked
from numpy.typing import NDArray
from scipy.optimize import minimize

from careo.engines.base import Encoder
from careo.engines.sentences import SentenceEncoder
from careo.stages.comparing.akin import KIN, SURE, Signs, nearest_of, signs
from careo.stages.comparing.kinship import Traits, compared, lines_of, place_of, words_in
from careo.stages.comparing.weigh import weigh
from careo.stages.comparing.witness import Witness, called
from careo.stages.deciding.settle import Settled

_PENALTY = 10.0
"""Weight of the squared weights: of 1, 10 and 100 all are within .005 of each other."""
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The pairs of lines of a story; those of claims that are not asked for are left out."""

    traits: Table
    """Pairs by traits."""
    signs: Table
    """Pairs by signs, the kinship not yet known; a row of nan where no two statements of the lines may be one."""
    right: Table
    """1 for the pairs that one claim of the gold holds."""
    wanted: int
    """How many the gold asks for."""


def main() -> None:
    """Print the weights and what they bring."""
    parser = argparse.ArgumentParser(prog="training.kinship", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with ntrex and ntrex_gold")
    options = parser.parse_args()
    encoder = SentenceEncoder()
    stories = [(one.account.set, sample(one, encoder)) for one in laid_bundled()]
    for half in sorted({name for name, _ in stories}):
        traits, weights = both([found for name, found in stories if name != half])
        measured(half, [found for name, found in stories if name == half], traits, weights)
    traits, weights = both([found for _, found in stories])
    if options.data:
        measured("ntrex_gold", [sample(one, encoder) for one in laid_mixed(options.data)], traits, weights)
    for kind, learnt_ in ((Traits, traits), (Signs, weights)):
        named = kind(*(round(float(weight), 3) for weight in learnt_[:-1]))
        sys.stdout.write(f"_BIAS = {learnt_[-1]:.3f}\n_WEIGHTS = {named}\n")


def sample(laid: Laid, encoder: Encoder) -> Sample:
    """Return the pairs of lines of a story."""
    docket = laid.docket
    text = {report.id: report.text for report in docket.reports}
    sentences = {s.id: text[s.report][s.start : s.end] for s in docket.statements}
    known = dict(zip(sentences.values(), encoder.encode(list(sentences.values())), strict=True))
    words = sorted({word for sentence in known for word in words_in(sentence)})
    vectors = dict(zip(words, encoder.encode(words), strict=True))
    witnesses = called(docket, {id_: known[s] for id_, s in sentences.items()}, Settled((), (), (), frozenset()))
    told: dict[object, list[Witness]] = defaultdict(list)
    for id_ in sorted(witnesses):
        told[place_of(witnesses[id_].statement)].append(witnesses[id_])
    lines = lines_of(witnesses.values())
    line_of = {(s.report, s.start, s.end): laid.line_of[s.id] for s in docket.statements if s.id in laid.line_of}
    wanted, spared = asked(laid.account)
    rows: list[Traits] = []
    laid_out: list[Sequence[float]] = []
    right: list[bool] = []
    places = list(lines)
    for a, b, traits in compared(list(lines.values()), vectors):
        pair = tuple(sorted(line_of[places[n]] for n in (a, b) if places[n] in line_of))
        if len(pair) == 2 and pair not in spared:
            rows.append(traits)
            laid_out.append(_signs(told[places[a]], told[places[b]], len(docket.reports)))
            right.append(pair in wanted)
    return Sample(np.array(rows), np.array(laid_out, float), np.array(right, float), len(wanted))


def _signs(ones: Sequence[Witness], others: Sequence[Witness], reports: int) -> Sequence[float]:
    nearest = nearest_of(ones, others)
    if nearest is None:
        return [float("nan")] * len(Signs._fields)
    return signs(*nearest, 0.5, sum(item.weight for item in weigh(*nearest)), reports)


def both(samples: Sequence[Sample]) -> tuple[Table, Table]:
    """Return the weights of `kinship`, and those of `akin` for pairs that `KIN` lets through, each with its bias."""
    traits = learnt([(one.traits, one.right) for one in samples])
    near = [_near(one, traits) for one in samples]
    return traits, learnt([(table[kept], one.right[kept]) for one, (table, kept) in zip(samples, near, strict=True)])


def _near(one: Sample, traits: Table) -> tuple[Table, NDArray[np.bool_]]:
    """Return the signs with the kinship, and which pairs are looked at more closely."""
    odds = one.traits @ traits[:-1] + traits[-1]
    table = one.signs.copy()
    most = np.log(SURE / (1 - SURE))
    table[:, 0] = np.clip(odds, -most, most)
    return table, (odds >= np.log(KIN / (1 - KIN))) & ~np.isnan(one.signs[:, 1])


def learnt(samples: Sequence[tuple[Table, Table]]) -> Table:
    """Return the weights of a logistic model and, last, its bias, for traits as they are."""
    x, y = (np.concatenate(parts) for parts in zip(*samples, strict=True))
    mean, spread = x.mean(0), x.std(0)
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])

    def loss(weights: Table) -> tuple[float, Table]:
        scores = z @ weights
        gradient = z.T @ (1 / (1 + np.exp(-scores)) - y)
        gradient[:-1] += _PENALTY * weights[:-1]
        penalty = _PENALTY / 2 * (weights[:-1] @ weights[:-1])
        return float(np.logaddexp(0, scores).sum() - y @ scores + penalty), gradient

    found = minimize(loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ mean)


def measured(name: str, samples: Sequence[Sample], traits: Table, weights: Table) -> None:
    """Print precision, recall and F1 over pairs of lines by the probability from which they are joined."""
    parts = []
    for one in samples:
        table, kept = _near(one, traits)
        parts.append(np.where(kept, np.nan_to_num(table) @ weights[:-1] + weights[-1], -np.inf))
    scores, right = np.concatenate(parts), np.concatenate([one.right for one in samples])
    asked_ = sum(one.wanted for one in samples)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        taken = scores >= np.log(least / (1 - least))
        hits = right[taken].sum()
        f1 = 2 * hits / (taken.sum() + asked_)
        sys.stdout.write(f"{name} from {least}: P {hits / taken.sum():.3f} R {hits / asked_:.3f} F1 {f1:.3f}\n")


if __name__ == "__main__":
    main()
