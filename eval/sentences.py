"""sentences: where sentences end, against paragraphs of news prose of our own (eval/sentences/README.md).

A boundary is the end offset of a sentence inside a paragraph; the end of the paragraph is given and does not count.
`all` are all paragraphs, `held` those with an even number, whose misses were not looked at when rules were mended.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from careo.text.sentences import split
from eval.score import Score, prf

FOLDER = Path(__file__).parent / "sentences"
Splitter = Callable[[str, str], tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A paragraph, the boundaries of the gold and those found, as offsets into its text."""

    language: str
    number: int
    """From 1, in its file."""
    text: str
    gold: frozenset[int]
    found: frozenset[int]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many boundaries are right, found, and in the gold."""
        return len(self.gold & self.found), len(self.found), len(self.gold)


def sentences(splitter: Splitter = split) -> list[Score]:
    """Return precision, recall and F1 of the boundaries by language, for all paragraphs and for the held half."""
    judged = list(judge(splitter))
    scores: list[Score] = []
    for set_ in ("all", "held"):
        part = [one for one in judged if set_ == "all" or one.number % 2 == 0]
        for language in [*sorted({one.language for one in part}), "all"]:
            total: Counter[int] = Counter()
            for one in part:
                if language in (one.language, "all"):
                    total.update(dict(enumerate(one.counts)))
            scores += prf("sentences", set_, language, (total[0], total[1], total[2]))
    return scores


def judge(splitter: Splitter = split) -> Iterator[Judged]:
    """Yield each paragraph of each language with its boundaries."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, lines in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n"), start=1):
            text = lines.replace("\n", " ")
            gold = frozenset(at for at, mark in enumerate(lines) if mark == "\n")
            found = frozenset(end for _, end in splitter(text, path.stem) if end < len(text))
            yield Judged(path.stem, number, text, gold, found)
