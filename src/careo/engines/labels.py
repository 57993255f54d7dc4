"""Labels of a sentence's words, chosen together: no name goes on that did not begin (Viterbi over BIO labels)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def transitions(labels: Sequence[str]) -> NDArray[np.float32]:
    """Return 0 where the second label may follow the first and a very low score elsewhere."""
    scores = np.zeros((len(labels), len(labels)), np.float32)
    for number, label in enumerate(labels):
        if label.startswith("I-"):
            for before, other in enumerate(labels):
                if other[2:] != label[2:]:
                    scores[before, number] = -1e4
    return scores


def viterbi(scores: NDArray[np.float32], allowed: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the best label sequences: (batch, words, labels) scores, word 0 the root, which is outside."""
    likely = scores - scores.max(-1, keepdims=True)
    likely -= np.log(np.exp(likely).sum(-1, keepdims=True))
    batch, words, labels = likely.shape
    best = np.full((batch, labels), -1e4, np.float32)
    best[:, 0] = 0
    back = np.zeros((batch, words, labels), np.int64)
    for word in range(1, words):
        ways = best[:, :, None] + allowed
        back[:, word] = ways.argmax(1)
        best = ways.max(1) + likely[:, word]
    # Padding words follow the last: their labels cost the same whatever came before, so nothing is moved by them.
    return _traced(back, best)


def _traced(back: NDArray[np.int64], best: NDArray[np.float32]) -> NDArray[np.int64]:
    batch, words, _ = back.shape
    path = np.zeros((batch, words), np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(batch)
    for word in range(words - 1, 0, -1):
        path[:, word - 1] = back[rows, word, path[:, word]]
    return path
