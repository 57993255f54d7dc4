"""The best dependency tree of a matrix of arc scores (Chu and Liu 1965, Edmonds 1967), with exactly one root."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Tree = NDArray[np.int64]
_NEVER = -1e9
_ONE_ROOT = 1e6
"""What a root costs where the highest scores make no tree: more than any other arc can win, so that there is one."""


def heads(scores: Scores) -> Tree:
    """Return the head of each word: (words + 1, words + 1) scores, row a dependent, column a head, 0 the root.

    The first entry, of the root itself, is 0. One word has the root as its head.
    """
    arcs = scores.astype(np.float64)
    np.fill_diagonal(arcs, _NEVER)
    arcs[0] = _NEVER
    greedy = _best(arcs)
    if (greedy[1:] == 0).sum() == 1 and not _cycle(greedy):
        return greedy
    arcs[:, 0] -= _ONE_ROOT
    return _arborescence(arcs)


def _best(scores: NDArray[np.float64]) -> Tree:
    tree: Tree = scores.argmax(1)
    tree[0] = 0
    return tree


def _cycle(tree: Tree) -> list[int]:
    """Return the words of a cycle, or nothing."""
    state = np.zeros(len(tree), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(tree)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(tree[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _arborescence(scores: NDArray[np.float64]) -> Tree:
    """Return the best tree from node 0, contracting one cycle after the other."""
    tree = _best(scores)
    cycle = _cycle(tree)
    if not cycle:
        return tree
    round_ = set(cycle)
    outside = [node for node in range(len(scores)) if node not in round_]
    size = len(outside) + 1
    small = np.full((size, size), _NEVER)
    kept, turning = scores[outside], scores[cycle]
    small[:-1, :-1] = kept[:, outside]
    into = turning[:, outside] - scores[cycle, tree[cycle]][:, None]
    out_of = kept[:, cycle]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    enters, leaves = into.argmax(0), out_of.argmax(1)
    inner = _arborescence(small)
    whole = tree.copy()
    for place, node in enumerate(outside[1:], start=1):
        head = int(inner[place])
        whole[node] = cycle[leaves[place]] if head == size - 1 else outside[head]
    entry = int(inner[-1])
    whole[cycle[enters[entry]]] = outside[entry]
    return whole
