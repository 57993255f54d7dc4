"""stories: grouping of documents; B-cubed, and pairwise for the eye. On the bundled gold, and on all of `ntrex`."""

from itertools import combinations
from pathlib import Path

from eval.cubed import cubed
from eval.gold import Peru
from eval.ntrex import LANGUAGES, Told, corpus, rotated
from eval.ntrex import stories as gold_stories
from eval.score import Score, harmonic, prf


def stories(peru: Peru) -> list[Score]:
    """Return B-cubed and pairwise scores on the collection; by language, B-cubed of its reports."""
    gold = {report: str(story["id"]) for story in peru.gold["stories"] for report in story["reports"]}
    found = {peru.name_of[id_]: story.id for story in peru.found.stories for id_ in story.reports}
    found |= {report: f"unread {report}" for report in gold if report not in found}
    language_of = {report["id"]: report["language"] for report in peru.gold["reports"]}
    scores: list[Score] = []
    for language in [*peru.languages, "all"]:
        asked = [report for report in gold if language in (language_of[report], "all")]
        figures = (cubed(asked, found, gold), cubed(asked, gold, found), len(asked))
        scores += harmonic("stories", "peru", language, figures, label="b3 ")
    pairs = [_pairs(sorted(gold), groups) for groups in (found, gold)]
    counts = (len(pairs[0] & pairs[1]), len(pairs[0]), len(pairs[1]))
    return scores + prf("stories", "peru", "all", counts, label="pair ")


def stories_ntrex(data: Path) -> list[Score]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998) and pairwise scores, over four turns."""
    source, gold = corpus(data), gold_stories(data)
    documents = sorted(set(source.numbers) & set(gold))
    means, counts = [0.0, 0.0], [0, 0, 0]
    for turn in range(len(LANGUAGES)):
        with Told(source, rotated(documents, turn)) as told:
            found = {told.document_of[r]: s.id for s in told.desk.stories() for r in s.reports}
        for side, one, other in ((0, found, gold), (1, gold, found)):
            means[side] += cubed(documents, one, other) / len(LANGUAGES)
        pairs = [_pairs(documents, groups) for groups in (found, gold)]
        counts = [counts[0] + len(pairs[0] & pairs[1]), counts[1] + len(pairs[0]), counts[2] + len(pairs[1])]
    scores = harmonic("stories", "ntrex_gold", "mixed", (means[0], means[1], len(documents)), label="b3 ")
    return scores + prf("stories", "ntrex_gold", "mixed", (counts[0], counts[1], counts[2]), label="pair ")


def _pairs(documents: list[str], groups: dict[str, str]) -> set[tuple[str, str]]:
    return {(a, b) for a, b in combinations(documents, 2) if groups[a] == groups[b]}
