"""What sentences and words mean, as vectors: encoded once, then taken from the desk's cache."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from careo.engines.base import Encoder, Vector
from careo.model.ids import content_id
from careo.model.inferred import Docket
from careo.model.seen import Report
from careo.stages.comparing.kinship import Meanings, words_in
from careo.store.base import Store
from careo.text.passages import passages
from careo.text.sentences import split

_OPENING = 4
"""Sentences of a report's beginning: with 4 of them pairs of one story were found at F1 .45, with all at .39."""
_BATCH = 200
_BATCH_OF_WORDS = 2000
"""Sentences and words encoded between two writings: a second of work, so little is lost when the run is killed."""


def beginnings(store: Store, reports: Iterable[Report], encoder: Encoder) -> dict[str, Vector]:
    """Return, by report, the unit vector of its first sentences: the mean of theirs."""
    found: dict[str, Vector] = {}
    left = iter(reports)
    # As many at a time as are written together: neither all texts in memory nor a writing for each.
    while some := list(islice(left, _BATCH // _OPENING)):
        texts = {report.id: opening(report) for report in some}
        known = encoded(store, (text for each in texts.values() for text in each), encoder)
        found |= {id_: mean_of([known[text] for text in each]) for id_, each in texts.items() if each}
    return found


def opening(report: Report) -> tuple[str, ...]:
    """Return the first sentences of a report."""
    return tuple(islice(_sentences(report), _OPENING))


def mean_of(vectors: Sequence[Vector]) -> Vector:
    """Return the unit vector between some."""
    mean = np.mean(vectors, axis=0)
    unit: Vector = (mean / np.linalg.norm(mean)).astype(np.float32)
    return unit


def _sentences(report: Report) -> Iterator[str]:
    for part in report.parts:
        if part.role in ("headline", "lead", "body"):
            for start, end in split(report.text, report.language, part.start, part.end):
                yield report.text[start:end]


def renderings(store: Store, reports: Sequence[Report], encoder: Encoder) -> dict[str, Vector]:
    """Return the vector of each sentence of a story's reports; a report alone took nothing from another."""
    if len(reports) < 2:
        return {}
    return encoded(store, (passage.text for report in reports for passage in passages(report)), encoder)


def meanings(store: Store, docket: Docket, encoder: Encoder) -> Meanings:
    """Return the vectors of the statements' sentences and of the words in them; a report alone is not compared."""
    if len(docket.reports) < 2:
        return Meanings({}, {})
    text = {report.id: report.text for report in docket.reports}
    sentences = {s.id: text[s.report][s.start : s.end] for s in docket.statements}
    known = encoded(store, sentences.values(), encoder)
    words = {word for sentence in known for word in words_in(sentence)}
    meant = encoded(store, words, encoder, batch=_BATCH_OF_WORDS)
    return Meanings({id_: known[sentence] for id_, sentence in sentences.items()}, meant)


def encoded(store: Store, sentences: Iterable[str], encoder: Encoder, *, batch: int = _BATCH) -> dict[str, Vector]:
    """Return a vector for each sentence; what was encoded before is taken from the desk's cache."""
    keys = {sentence: content_id("vector", encoder.name, sentence) for sentence in sorted(set(sentences))}
    known = {s: np.frombuffer(data, np.float32) for s, key in keys.items() if (data := store.view.vector(key))}
    missing = [sentence for sentence in keys if sentence not in known]
    for at in range(0, len(missing), batch):
        some = missing[at : at + batch]
        with store.writer() as writer:
            for sentence, vector in zip(some, encoder.encode(some), strict=True):
                writer.put_vector(keys[sentence], vector.tobytes())
                known[sentence] = vector
    return known
