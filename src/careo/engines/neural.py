"""The trained tagger: names, parts of speech, lemmas and dependencies of seven languages from one small network."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from careo.engines.base import NameSpan, Sentence, Token
from careo.engines.network import Analysis, Network
from careo.model.seen import MentionType
from careo.text.tokens import SyntacticWord, tokens

MODEL = Path(__file__).parent / "tagger"
"""The model that ships; docs/tagger.md is its card."""
_TYPES: Mapping[str, MentionType] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "name"}


@dataclass(frozen=True, slots=True)
class NeuralTagger:
    """Tags sentences by the model in a folder, loaded with the first sentence and once a process.

    `threads` is the number of cores at hand where it is not said.
    """

    folder: Path = MODEL
    threads: int | None = None

    @property
    def name(self) -> str:
        """Name, and a hash of the model: with another one the work is done anew."""
        return f"neural/{hashlib.sha256((self.folder / 'MANIFEST').read_bytes()).hexdigest()[:12]}"

    def tag(self, text: str, spans: Sequence[tuple[int, int]], language: str) -> tuple[Sentence, ...]:
        """Return one Sentence a span, in order; offsets are into `text`.

        Raises:
            AnchorError: if a file of the model is not the one it was released with.
        """
        words = [tokens(text, start, end, language) for start, end in spans]
        found = self.analyse([tuple(word.text for word in sentence) for sentence in words], language)
        return tuple(
            _sentence(span, sentence, analysis) for span, sentence, analysis in zip(spans, words, found, strict=True)
        )

    def analyse(self, sentences: Sequence[Sequence[str]], language: str) -> tuple[Analysis, ...]:
        """Return an analysis for each sentence of a language, given in syntactic words."""
        return _loaded(self.folder, self.threads).analyse(sentences, language)


@cache
def _loaded(folder: Path, threads: int | None) -> Network:
    return Network(folder, threads)


def _sentence(span: tuple[int, int], words: Sequence[SyntacticWord], analysis: Analysis) -> Sentence:
    made = tuple(
        Token(word.start, word.end, word.text, lemma_, upos, head, relation)
        for word, lemma_, upos, head, relation in zip(
            words, analysis.lemmas, analysis.upos, analysis.heads, analysis.relations, strict=True
        )
    )
    return Sentence(*span, made, tuple(_names(words, analysis.labels)), analysis.events)


def _names(words: Sequence[SyntacticWord], labels: Sequence[str]) -> list[NameSpan]:
    found: list[NameSpan] = []
    for word, label in zip(words, labels, strict=True):
        if label.startswith("B-"):
            found.append(NameSpan(word.start, word.end, _TYPES[label[2:]]))
        elif label.startswith("I-") and found:
            found[-1] = NameSpan(found[-1].start, word.end, found[-1].type)
    return found
