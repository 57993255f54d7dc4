"""Sentences a second of what reads figures, dates and places, each alone and the three together, by language.

The sentences are those of the bundled examples and, where a data folder has them, the lines of `ntrex`. Time is
processor time of this process, so that a busy machine counts little. One document in four is read first, as a
warm-up; the others are read once, for what is remembered of a text would flatter a second reading. Words and names
are cut before: they serve more than places.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from careo import Settings
from careo.engines.base import Sentence
from careo.engines.gazetteer import FileGazetteer
from careo.engines.plain import PlainTagger
from careo.gather import gather
from careo.model.seen import Received, Time
from careo.readers.guard import parse
from careo.stages.annotating.placing import placed
from careo.stages.read import read
from careo.text.lexicon import LANGUAGES
from careo.text.names.nameline import Name
from careo.text.names.toponyms import Area
from careo.text.sentences import split
from careo.text.times.dates import find_times
from careo.text.values.figures import find_figures
from careo.text.words import Word

_NTREX = {"de": "deu", "en": "eng", "es": "spa", "fr": "fra", "nl": "nld"}
_PARTS = ("dates", "figures", "places")
_ANCHOR = "2019-06-14"
_WARM = 4
"""One document in so many is the warm-up."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language, its sentences with the names found in them."""

    text: str
    language: str
    sentences: tuple[Sentence, ...]


def values(examples: Path, data: Path | None) -> None:
    """Print the sentences a second of each part and of the three together, by set and language."""
    print(f"{'set':<10}{'language':<10}{'sentences':>10}" + "".join(f"{name:>10}" for name in (*_PARTS, "together")))
    sets = {"examples": list(_examples(examples)), "ntrex": list(_ntrex(data)) if data else []}
    for name, documents in sets.items():
        by_language: dict[str, list[Document]] = defaultdict(list)
        for document in documents:
            by_language[document.language].append(document)
        for language, own in sorted(by_language.items()):
            count, speed = measured(own)
            print(f"{name:<10}{language:<10}{count:>10}" + "".join(f"{round(one):>10}" for one in speed.values()))


def measured(documents: Sequence[Document]) -> tuple[int, Mapping[str, float]]:
    """Return the sentences timed, and how many of them are read a second by each part and by all."""
    gazetteer = FileGazetteer()
    timed = [one for n, one in enumerate(documents) if n % _WARM] or documents
    _spent(documents[::_WARM], gazetteer)
    spent = _spent(timed, gazetteer)
    count = sum(len(document.sentences) for document in timed)
    return count, {name: count / took for name, took in (*spent.items(), ("together", sum(spent.values())))}


def _spent(documents: Sequence[Document], gazetteer: FileGazetteer) -> dict[str, float]:
    """Return the seconds that each part takes, the documents read one after the other by all three."""
    spent = dict.fromkeys(_PARTS, 0.0)
    for document in documents:
        times: list[tuple[Time, ...]] = []

        def dates(one: Document = document, into: list[tuple[Time, ...]] = times) -> None:
            into += [find_times(one.text, one.language, s.start, s.end, anchor=_ANCHOR) for s in one.sentences]

        def figures(one: Document = document, known: list[tuple[Time, ...]] = times) -> None:
            for s, own in zip(one.sentences, known, strict=True):
                find_figures(one.text, one.language, s.start, s.end, times=own)

        def places(one: Document = document) -> None:
            names = [Name(name.start, name.end, name.type) for s in one.sentences for name in s.names]
            placed(one.text, names, [_area(s, one.language) for s in one.sentences], gazetteer)

        for name, part in zip(_PARTS, (dates, figures, places), strict=True):
            spent[name] += _seconds(part)
    return spent


def _seconds(part: Callable[[], None]) -> float:
    began = time.process_time()
    part()
    return time.process_time() - began


def _area(sentence: Sentence, language: str) -> Area:
    sequence = tuple(Word(token.start, token.end, token.text, token.text.lower()) for token in sentence.tokens)
    return Area(sentence.start, sentence.end, language, sequence)


def _document(text: str, language: str, spans: Sequence[tuple[int, int]]) -> Document:
    return Document(text, language, PlainTagger().tag(text, spans, language))


def _examples(folder: Path) -> Iterator[Document]:
    for item in gather([str(folder)], Settings()):
        for report in read(item, parse(item, Settings())) if isinstance(item, Received) else ():
            if report.language in LANGUAGES:
                yield _document(report.text, report.language, split(report.text, report.language))


def _ntrex(data: Path) -> Iterator[Document]:
    """Yield the documents of the corpus in each language, a line as a sentence."""
    folder = data / "ntrex"
    if not (folder / "lines.tsv").is_file():
        return
    titles = [row.split("\t")[1] for row in (folder / "lines.tsv").read_text(encoding="utf-8").splitlines()]
    for language, name in _NTREX.items():
        lines: dict[str, list[str]] = defaultdict(list)
        for title, line in zip(titles, (folder / f"{name}.txt").read_text(encoding="utf-8").split("\n"), strict=False):
            lines[title].append(line)
        for own in lines.values():
            ends = [sum(len(line) + 1 for line in own[: n + 1]) - 1 for n in range(len(own))]
            spans = [(end - len(line), end) for end, line in zip(ends, own, strict=True)]
            yield _document("\n".join(own), language, spans)
