"""names: spans of persons, organisations and places against annotation of newspapers (exact span and type).

What the gold marks as miscellaneous, or leaves unsure, is left out of the count on both sides. The lists in `names/`
are our own labels (guideline: eval/guidelines/names.md) of French and Italian news: spans by sentence id, the
sentences themselves lie in the data folder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.sets import LANGUAGES, Named, held_out, texts
from training.sets import names as named_sentences

from careo.engines.base import Tagger
from eval.score import Score, SetMissing, prf

_TYPES = {"person": "PER", "place": "LOC", "organisation": "ORG", "unit": "ORG"}
_OWN = Path(__file__).parent / "names"
Spans = set[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the names it should have, and the stretches that do not count."""

    text: str
    language: str
    names: Spans
    unsure: tuple[tuple[int, int], ...]


def names(data: Path, tagger: Tagger, languages: Sequence[str] = LANGUAGES) -> list[Score]:
    """Return precision, recall and F1 on the `conll` validation parts, the held-out `uner-bosque`, and our lists."""
    sets = {
        "conll": [
            marked for path in sorted((data / "ner" / "conll").glob("*/val.conllu")) for marked in _columns(path)
        ],
        "bosque": [_marked(n) for n in named_sentences(data, open_only=True) if n.language == "pt" and held_out(n.id)],
        "news": list(_own(data)),
    }
    scores: list[Score] = []
    for name, sentences in sets.items():
        for language in languages:
            mine = [marked for marked in sentences if marked.language == language]
            if mine:
                scores += prf("names", name, language, _counts(mine, tagger))
    if not scores:
        raise SetMissing("no ner/conll/LANG/val.conllu in the data folder")
    return scores


def _counts(sentences: Sequence[Marked], tagger: Tagger) -> tuple[int, int, int]:
    """Return how many names are right, found and asked for; every sentence is one of a single text."""
    spans, at = [], 0
    for marked in sentences:
        spans.append((at, at + len(marked.text)))
        at += len(marked.text) + 1
    tagged = tagger.tag("\n".join(marked.text for marked in sentences), spans, sentences[0].language)
    right = found = gold = 0
    for marked, sentence in zip(sentences, tagged, strict=True):
        own = {
            (name.start - sentence.start, name.end - sentence.start, _TYPES[name.type])
            for name in sentence.names
            if name.type in _TYPES
        }
        own = {span for span in own if not any(span[0] < b and a < span[1] for a, b in marked.unsure)}
        right, found, gold = right + len(own & marked.names), found + len(own), gold + len(marked.names)
    return right, found, gold


def _columns(path: Path) -> Iterator[Marked]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        if rows and rows[0][1] != "-DOCSTART-":
            words, labels = tuple(row[1] for row in rows), tuple(row[-1] for row in rows)
            yield _marked(Named("", path.parent.name, words, labels))


def _marked(named: Named) -> Marked:
    """Join the words of a sentence by blanks."""
    spans: list[tuple[int, int, str]] = []
    at = 0
    for word, label in zip(named.words, named.labels, strict=True):
        mark, _, type_ = label.partition("-")
        if mark == "I" and spans:
            spans[-1] = (spans[-1][0], at + len(word), type_)
        elif type_:
            spans.append((at, at + len(word), type_))
        at += len(word) + 1
    unsure = tuple((start, end) for start, end, type_ in spans if type_ == "MISC")
    return Marked(" ".join(named.words), named.language, {span for span in spans if span[2] != "MISC"}, unsure)


def _own(data: Path) -> Iterator[Marked]:
    for path in sorted(_OWN.glob("*.tsv")):
        sentences = texts(data, path.stem)
        for line in path.read_text(encoding="utf-8").splitlines():
            id_, _, field = line.partition("\t")
            if id_ in sentences:
                spans = [_span(span) for span in field.split()]
                unsure = tuple((start, end) for start, end, type_ in spans if type_ == "PART")
                yield Marked(sentences[id_], path.stem, {span for span in spans if span[2] != "PART"}, unsure)


def _span(field: str) -> tuple[int, int, str]:
    place, _, type_ = field.partition(":")
    start, _, end = place.partition("-")
    return int(start), int(end), type_
