"""stories: grouping of all labelled documents, each in one of four languages; B-cubed, and pairwise for the eye."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from eval.ntrex import LANGUAGES, Told, corpus, rotated
from eval.ntrex import stories as gold_stories
from eval.score import Score, prf


def stories(data: Path) -> list[Score]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998) and pairwise scores, over four turns."""
    source, gold = corpus(data), gold_stories(data)
    documents = sorted(set(source.numbers) & set(gold))
    cubed, counts = [0.0, 0.0], [0, 0, 0]
    for turn in range(len(LANGUAGES)):
        with Told(source, rotated(documents, turn)) as told:
            found = {told.document_of[r]: s.id for s in told.desk.stories() for r in s.reports}
        for side, one, other in ((0, found, gold), (1, gold, found)):
            cubed[side] += _purity(documents, one, other) / len(LANGUAGES)
        pairs = [_pairs(documents, groups) for groups in (found, gold)]
        counts = [counts[0] + len(pairs[0] & pairs[1]), counts[1] + len(pairs[0]), counts[2] + len(pairs[1])]
    f1 = 2 * cubed[0] * cubed[1] / (cubed[0] + cubed[1])
    named = zip(("b3 precision", "b3 recall", "b3 f1"), (*cubed, f1), strict=True)
    scores = [Score("stories", "ntrex_gold", "mixed", name, round(value, 4), len(documents)) for name, value in named]
    return scores + prf("stories", "ntrex_gold", "mixed", (counts[0], counts[1], counts[2]), label="pair ")


def _purity(documents: list[str], one: dict[str, str], other: dict[str, str]) -> float:
    """Return the mean share, over documents, of a document's group in `one` that shares its group in `other`."""
    groups: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        groups[one[document]].append(document)
    shares = [
        sum(other[mate] == other[document] for mate in groups[one[document]]) / len(groups[one[document]])
        for document in documents
    ]
    return sum(shares) / len(shares)


def _pairs(documents: list[str], groups: dict[str, str]) -> set[tuple[str, str]]:
    return {(a, b) for a, b in combinations(documents, 2) if groups[a] == groups[b]}
