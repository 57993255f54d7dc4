"""`python -m training.kinship [--data DIR]`: the weights of `stages/comparing/kinship.py`, learnt from our own stories.

The stories of `eval/accounts` are invented and written report by report, so their pairs of lines may be learnt from;
each half of them is also measured with weights learnt from the other. `ntrex_gold`, where the data folder is given, is
only measured on.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from eval.accounts_laid import Laid, laid_mixed, laid_own
from eval.alignment import asked
from numpy.typing import NDArray
from scipy.optimize import minimize

from careo.engines.base import Encoder
from careo.engines.sentences import SentenceEncoder
from careo.stages.comparing.kinship import Traits, compared, lines_of, words_in
from careo.stages.comparing.witness import called
from careo.stages.deciding.settle import Settled

_PENALTY = 10.0
"""Weight of the squared weights: of 1, 10 and 100 all are within .005 of each other."""
Sample = tuple[NDArray[np.float64], NDArray[np.float64], int]
"""Traits of pairs (pairs, traits), 1 for those that one claim holds, and how many the gold asks for."""


def main() -> None:
    """Print the weights and what they bring."""
    parser = argparse.ArgumentParser(prog="training.kinship", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with ntrex and ntrex_gold")
    options = parser.parse_args()
    encoder = SentenceEncoder()
    stories = [(one.account.set, sample(one, encoder)) for one in laid_own()]
    for half in ("own-tune", "own-held"):
        weights = learnt([found for name, found in stories if name != half])
        measured(half, [found for name, found in stories if name == half], weights)
    weights = learnt([found for _, found in stories])
    if options.data:
        measured("ntrex_gold", [sample(one, encoder) for one in laid_mixed(options.data)], weights)
    named = Traits(*(round(float(weight), 3) for weight in weights[:-1]))
    sys.stdout.write(f"_BIAS = {weights[-1]:.3f}\n_WEIGHTS = {named}\n")


def sample(laid: Laid, encoder: Encoder) -> Sample:
    """Return the pairs of lines of a story; those of claims that are not asked for are left out."""
    docket = laid.docket
    text = {report.id: report.text for report in docket.reports}
    sentences = {s.id: text[s.report][s.start : s.end] for s in docket.statements}
    known = dict(zip(sentences.values(), encoder.encode(list(sentences.values())), strict=True))
    words = sorted({word for sentence in known for word in words_in(sentence)})
    vectors = dict(zip(words, encoder.encode(words), strict=True))
    nothing = Settled((), (), (), frozenset())
    lines = lines_of(called(docket, {id_: known[s] for id_, s in sentences.items()}, nothing).values())
    line_of = {(s.report, s.start, s.end): laid.line_of[s.id] for s in docket.statements if s.id in laid.line_of}
    wanted, spared = asked(laid.account)
    rows: list[Traits] = []
    right: list[bool] = []
    places = list(lines)
    for a, b, traits in compared(list(lines.values()), vectors):
        pair = tuple(sorted(line_of[places[n]] for n in (a, b) if places[n] in line_of))
        if len(pair) == 2 and pair not in spared:
            rows.append(traits)
            right.append(pair in wanted)
    return np.array(rows), np.array(right, float), len(wanted)


def learnt(samples: Sequence[Sample]) -> NDArray[np.float64]:
    """Return the weights of a logistic model and, last, its bias, for traits as they are."""
    x, y = np.concatenate([x for x, _, _ in samples]), np.concatenate([y for _, y, _ in samples])
    mean, spread = x.mean(0), x.std(0)
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = z @ weights
        gradient = z.T @ (1 / (1 + np.exp(-scores)) - y)
        gradient[:-1] += _PENALTY * weights[:-1]
        penalty = _PENALTY / 2 * (weights[:-1] @ weights[:-1])
        return float(np.logaddexp(0, scores).sum() - y @ scores + penalty), gradient

    found = minimize(loss, np.zeros(z.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ mean)


def measured(name: str, samples: Sequence[Sample], weights: NDArray[np.float64]) -> None:
    """Print precision, recall and F1 over pairs of lines by the probability from which they are joined."""
    scores = np.concatenate([x @ weights[:-1] + weights[-1] for x, _, _ in samples])
    right, asked_ = np.concatenate([y for _, y, _ in samples]), sum(n for *_, n in samples)
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        taken = scores >= np.log(least / (1 - least))
        hits = right[taken].sum()
        f1 = 2 * hits / (taken.sum() + asked_)
        sys.stdout.write(f"{name} from {least}: P {hits / taken.sum():.3f} R {hits / asked_:.3f} F1 {f1:.3f}\n")


if __name__ == "__main__":
    main()
