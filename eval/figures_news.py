"""figures in news: the same values in every language of a line (`ntrex`), annotated values (`meantime/en_cat`), speed.

A line of `ntrex` agrees with its English original where both give the same figures: the same bounds, the same share
or currency, in any order. Lines without a figure in either are not counted. Speed is that of `find_figures` alone on
the same lines, in processor time, sentences a second; it is printed and has no floor.
"""

import time
from collections import Counter
from pathlib import Path

from lxml import etree

from careo.model.seen import Figure
from careo.text.values.figures import find_figures
from eval.ntrex import lines
from eval.score import Score, SetMissing, harmonic, share

_LANGUAGES = ("en", "de", "es", "fr", "nl")
"""Those of the corpus, the original first."""


def figures_news(data: Path) -> list[Score]:
    """Return agreement of lines by language, and relaxed span scores on annotated English news."""
    scores: list[Score] = []
    if (data / "ntrex" / "eng.txt").is_file():
        scores += _lines(data)
    # a document stands in two folders, with the same values
    if paths := {path.name: path for path in sorted((data / "meantime" / "en_cat").rglob("*.xml"), reverse=True)}:
        scores += _annotated(list(paths.values()))
    if not scores:
        raise SetMissing("no ntrex/*.txt and no meantime/en_cat in the data folder")
    return scores


def _key(figure: Figure) -> tuple[float | None, float | None, str | None]:
    unit = figure.unit if figure.measure in ("money", "share", "approval") else None
    return figure.low, figure.high, unit


def _lines(data: Path) -> list[Score]:
    scores: list[Score] = []
    english: list[Counter[tuple[float | None, float | None, str | None]]] = []
    for language in _LANGUAGES:
        texts = lines(data, language)
        found = [Counter(map(_key, find_figures(line, language, 0, len(line)))) for line in texts]
        began = time.process_time()
        for line in texts:
            find_figures(line, language, 0, len(line), times=())
        speed = len(texts) / (time.process_time() - began)
        english = english or found
        either = [(one, other) for one, other in zip(english, found, strict=False) if one or other]
        same = sum(one == other for one, other in either)
        if language != "en":
            scores.append(share("figures", "ntrex", language, (same, len(either)), "lines right"))
        scores.append(Score("figures", "ntrex", language, "sentences/s", round(speed), len(texts)))
    return scores


def _annotated(paths: list[Path]) -> list[Score]:
    """Count the annotated values that a figure meets, and the figures that meet one."""
    met = found = gold = hit = 0
    for path in paths:
        for text, spans in _sentences(path):
            figures = find_figures(text, "en", 0, len(text))
            met += sum(any(f.start < end and start < f.end for f in figures) for start, end in spans)
            hit += sum(any(f.start < end and start < f.end for start, end in spans) for f in figures)
            found, gold = found + len(figures), gold + len(spans)
    precision, recall = hit / found if found else 0.0, met / gold if gold else 0.0
    return harmonic("figures", "meantime", "en", (precision, recall, gold), label="span ")


def _sentences(path: Path) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the sentences of a document, their tokens parted by spaces, with the spans of the annotated values."""
    root = etree.parse(str(path)).getroot()
    texts: dict[str, str] = {}
    places: dict[str, tuple[str, int, int]] = {}
    for token in root.iter("token"):
        sentence, word = str(token.get("sentence")), str(token.text)
        text = texts.get(sentence, "")
        start = len(text) + 1 if text else 0
        texts[sentence] = f"{text} {word}" if text else word
        places[str(token.get("t_id"))] = sentence, start, start + len(word)
    spans: dict[str, list[tuple[int, int]]] = {sentence: [] for sentence in texts}
    for value in root.iter("VALUE"):
        anchors = [places[str(anchor.get("t_id"))] for anchor in value.iter("token_anchor")]
        if anchors:
            spans[anchors[0][0]].append((min(a[1] for a in anchors), max(a[2] for a in anchors)))
    marked = {places[str(anchor.get("t_id"))][0] for anchor in root.iter("token_anchor")}
    last = max(map(int, marked), default=-1)  # only the first sentences of a document are annotated
    return [(texts[sentence], spans[sentence]) for sentence in texts if int(sentence) <= last]
