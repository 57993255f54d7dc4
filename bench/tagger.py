"""Speed of the tagger: sentences a second, time to load and memory, beside spaCy where it is installed."""

import resource
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.peers_spacy import taggers
from training.sets import LANGUAGES, texts

from careo.engines.base import Tagger
from careo.engines.neural import NeuralTagger

_ROUNDS = 3
_SENTENCES = 400
_WORDS = range(20, 80)
"""Words of a sentence that is taken: news sentences, about forty tokens with their marks."""


def tagger(data: Path) -> None:
    """Print figures for news sentences of a data folder (`ntrex`, else the treebanks), by language.

    Every round tags the same sentences once with each tagger, one after the other; the median round counts.
    """
    own = NeuralTagger()
    started = time.perf_counter()
    own.tag("Ja.", [(0, 3)], "nl")
    print(f"load {time.perf_counter() - started:.2f} s, memory {_memory():.0f} MiB")
    peers = taggers()
    for language in LANGUAGES:
        sentences = [text for text in texts(data, language).values() if len(text.split()) in _WORDS][:_SENTENCES]
        if sentences:
            _row(language, sentences, {"careo": own, **({"spaCy": peers[language]} if language in peers else {})})
    print(f"memory at the end {_memory():.0f} MiB")


def _row(language: str, sentences: Sequence[str], rivals: Mapping[str, Tagger]) -> None:
    text = "\n".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append((at, at + len(sentence)))
        at += len(sentence) + 1
    spent: dict[str, list[float]] = {name: [] for name in rivals}
    tokens = 0
    for _ in range(_ROUNDS):
        for name, rival in rivals.items():
            started = time.perf_counter()
            tagged = rival.tag(text, spans, language)
            spent[name].append(time.perf_counter() - started)
            tokens = tokens or sum(len(sentence.tokens) for sentence in tagged)
    figures = "   ".join(
        f"{name} {len(sentences) / sorted(times)[_ROUNDS // 2]:6.0f}/s" for name, times in spent.items()
    )
    print(f"{language}  {len(sentences)} sentences of {tokens / len(sentences):.0f} tokens   {figures}")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
