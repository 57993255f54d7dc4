"""The tagger's network: words of a sentence to names, parts of speech, features, lemmas and dependencies, in one pass.

A model is a folder: `model.onnx` (the encoder and its heads, weights at eight bits), `rows.bin` (the embedding rows at
four bits, as in llama.cpp's Q4_0), `tables.json` (pieces, classes), `lemmas.json` (base forms) and `MANIFEST` (SHA-256
of each, checked at load).
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from careo.engines.base import Argument, Event
from careo.engines.labels import transitions, viterbi
from careo.engines.lemmas import Lexicon, chosen
from careo.engines.pieces import Pieces
from careo.engines.trees import heads
from careo.errors import AnchorError

_HIDDEN = 384
_BLOCK = 18
_FIRST, _LAST, _PAD = 0, 2, 1
_MOST_PIECES = 159
_PIECES_OF_WORD = 12
_STEP = 8
_BATCH = 1200
"""Pieces that go through the network at once, padding included: more is no faster, and takes memory."""
_LIKELY = 0.05
"""Probability of an event below which the network does not speak of it."""
_OF_EVENTS = ("types", "subtypes", "modalities", "polarities", "roles")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the network says of one sentence, word by word."""

    upos: tuple[str, ...]
    features: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    """Index of the governing word, -1 for the root."""
    relations: tuple[str, ...]
    labels: tuple[str, ...]
    """BIO labels of names."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """Words that go through the network together: their pieces, and where each word (the root before) begins."""

    words: Sequence[str]
    ids: list[int]
    first: list[int]

    @property
    def width(self) -> int:
        """Pieces it takes with padding: the same in any batch, or sums would differ in their last bits.

        Activations are rounded to eight bits, which makes much of such a difference: logits moved by up to .4.
        """
        return -(-len(self.ids) // _STEP) * _STEP


class Network:
    """A loaded model. The same sentence gives the same analysis in any batch."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """Load the model of a folder; `threads` is the number of cores at hand where it is not said.

        Raises:
            AnchorError: if a file is not the one that the manifest names.
        """
        data = {name: _checked(folder, name, digest) for name, digest in _manifest(folder)}
        tables: dict[str, Any] = json.loads(data["tables.json"])
        characters = {int(code): text for code, text in tables["characters"].items()}
        self._pieces = Pieces(tables["pieces"], tables["scores"], characters, 3)
        self._classes: dict[str, list[str]] = tables["classes"]
        self._rows = np.frombuffer(data["rows.bin"], np.uint8).reshape(len(tables["pieces"]), -1)
        self._lexicon: Lexicon = json.loads(data["lemmas.json"])
        self._allowed = transitions(self._classes["labels"])
        self._subtypes: dict[str, list[int]] = {}
        for number, name in enumerate(self._classes["subtypes"]):
            self._subtypes.setdefault(name.partition("/")[0], []).append(number)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or cores()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(data["model.onnx"], options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def analyse(self, sentences: Sequence[Sequence[str]], language: str) -> tuple[Analysis, ...]:
        """Return an analysis for each sentence of a language, given in syntactic words.

        A sentence of more than some hundred words goes through the network in stretches; the root of each later one
        hangs on the root of the first.
        """
        stretches = [list(self._cut(words)) for words in sentences]
        cuts = [cut for sentence in stretches for cut in sentence]
        batches = list(_batches(cuts))
        found: dict[int, Analysis] = {}
        with ThreadPoolExecutor(1) as ahead:  # the network works on a batch while the one before is read
            for numbers, made in zip(
                batches, ahead.map(self._run, ([cuts[n] for n in b] for b in batches)), strict=True
            ):
                for row, number in enumerate(numbers):
                    scores = {name: values[row] for name, values in made.items()}
                    found[number] = self._analysis(cuts[number].words, language, scores)
        made_of = iter(found[number] for number in range(len(cuts)))
        return tuple(_joined([next(made_of) for _ in sentence]) for sentence in stretches)

    def _cut(self, words: Sequence[str]) -> Iterator[_Cut]:
        """Yield the stretches of a sentence that the network can take, each with at least one word."""
        ids, first, start = [_FIRST], [0], 0
        for number, word in enumerate(words):
            pieces = self._pieces.cut(word)[:_PIECES_OF_WORD]
            if len(ids) + len(pieces) > _MOST_PIECES:
                yield _Cut(words[start:number], [*ids, _LAST], first)
                ids, first, start = [_FIRST], [0], number
            first.append(len(ids))
            ids += pieces
        if start < len(words):
            yield _Cut(words[start:], [*ids, _LAST], first)

    def _run(self, batch: Sequence[_Cut]) -> dict[str, NDArray[Any]]:
        """Return the network's outputs for a batch by name, a row a stretch."""
        width, words = max(cut.width for cut in batch), max(len(cut.first) for cut in batch)
        ids = np.full((len(batch), width), _PAD)
        mask = np.zeros((len(batch), width), np.int32)
        first = np.zeros((len(batch), words), np.int64)
        for row, cut in enumerate(batch):
            ids[row, : len(cut.ids)] = cut.ids
            mask[row, : len(cut.ids)] = 1
            first[row, : len(cut.first)] = cut.first
        feeds = {"embedded": self._embedded(ids), "mask": mask, "first": first}
        made = dict(zip(self._outputs, self._session.run(None, feeds), strict=True))
        made["labels"] = viterbi(made["names"], self._allowed)
        return made

    def _embedded(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        unique, places = np.unique(ids, return_inverse=True)
        blocks = self._rows[unique].reshape(-1, _BLOCK)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low, high = (blocks[:, 2:] & 15).astype(np.int8) - 8, (blocks[:, 2:] >> 4).astype(np.int8) - 8
        rows = (np.concatenate([low, high], axis=1).astype(np.float32) * scale).reshape(len(unique), _HIDDEN)
        return np.asarray(rows[places.reshape(ids.shape)])

    def _analysis(self, words: Sequence[str], language: str, made: Mapping[str, NDArray[Any]]) -> Analysis:
        """Read one sentence's rows; row 0 is the root's."""
        count = len(words) + 1
        tree = heads(made["arcs"][:count, :count])
        best = {name: made[name][1:count] for name in ("upos", "features", "lemmas", "labels")}
        best["relations"] = made["relations"][np.arange(count), tree][1:]
        named = {name: tuple(self._classes[name][n] for n in numbers) for name, numbers in best.items()}
        lemmas = tuple(
            chosen(word, upos, language, rule, self._lexicon)
            for word, upos, rule in zip(words, named["upos"], named["lemmas"], strict=True)
        )
        governors = tuple(int(head) - 1 for head in tree[1:])
        events = tuple(self._events({name: made[name][1:count] for name in _OF_EVENTS}, made["whole"]))
        relations, labels = named["relations"], named["labels"]
        return Analysis(named["upos"], named["features"], lemmas, governors, relations, labels, events)

    def _events(self, made: Mapping[str, NDArray[Any]], whole: NDArray[np.float32]) -> Iterator[Event]:
        """Yield the events of a sentence by word; row n is word n.

        How likely a word tells a type and how likely the sentence does, both asked by themselves, are averaged
        geometrically; to two places, since the last bits depend on what else is in the batch.
        """
        scores = np.exp(made["types"] - made["types"].max(-1, keepdims=True))
        likely = np.sqrt(scores / scores.sum(-1, keepdims=True) / (1 + np.exp(-whole))).round(2)
        likely[:, 0] = 0  # the first class is that of no event
        best = likely.argmax(-1)
        for word in np.flatnonzero(likely.max(-1) >= _LIKELY):
            type_ = self._classes["types"][best[word]]
            fitting = self._subtypes.get(type_, [])
            subtype = max(fitting, key=lambda n: made["subtypes"][word, n], default=None)
            roles = made["roles"][:, word + 1]
            arguments = (Argument(int(n), self._classes["roles"][roles[n]]) for n in np.flatnonzero(roles))
            yield Event(
                int(word), type_, None if subtype is None else self._classes["subtypes"][subtype].partition("/")[2],
                self._classes["modalities"][made["modalities"][word]],
                self._classes["polarities"][made["polarities"][word]],
                round(float(likely[word, best[word]]), 2), tuple(arguments),
            )  # fmt: skip


def _batches(cuts: Sequence[_Cut]) -> Iterator[list[int]]:
    """Yield the numbers of stretches of one width that go through the network at once."""
    batch: list[int] = []
    for number in sorted(range(len(cuts)), key=lambda number: cuts[number].width):
        width = cuts[number].width
        if batch and ((len(batch) + 1) * width > _BATCH or cuts[batch[0]].width != width):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _joined(stretches: Sequence[Analysis]) -> Analysis:
    """Return the analysis of a sentence from those of its stretches."""
    if len(stretches) == 1:
        return stretches[0]
    root = next((analysis.heads.index(-1) for analysis in stretches[:1]), -1)
    governors: list[int] = []
    relations: list[str] = []
    events: list[Event] = []
    for analysis in stretches:
        later = len(governors)
        events += (_moved(event, later) for event in analysis.events)
        governors += (root if later and head == -1 else head + later if head >= 0 else -1 for head in analysis.heads)
        relations += ("parataxis" if later and relation == "root" else relation for relation in analysis.relations)
    return Analysis(
        tuple(tag for analysis in stretches for tag in analysis.upos),
        tuple(features for analysis in stretches for features in analysis.features),
        tuple(own for analysis in stretches for own in analysis.lemmas),
        tuple(governors),
        tuple(relations),
        tuple(label for analysis in stretches for label in analysis.labels),
        tuple(events),
    )


def _moved(event: Event, words: int) -> Event:
    arguments = tuple(replace(argument, word=argument.word + words) for argument in event.arguments)
    return replace(event, word=event.word + words, arguments=arguments)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _manifest(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "MANIFEST").read_text(encoding="utf-8").splitlines()
    return [(name, digest) for digest, name in (line.split() for line in lines)]


def _checked(folder: Path, name: str, digest: str) -> bytes:
    data = (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise AnchorError(f"{folder / name} is not the file careo was released with; install careo again")
    return data
