"""`python -m eval.quality [--from FILE]`: put what a run measured into careo, and the page of it into the docs.

FILE is what `python -m eval --data DIR --json FILE` wrote. Only what `careo quality` has words for is kept. A run that
lacks a set which is shipped already is refused: figures of two runs would stand side by side.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from careo.engines.gazetteer import FileGazetteer
from careo.engines.neural import NeuralTagger
from careo.engines.sentences import SentenceEncoder
from careo.pipeline import INFER_VERSION, READ_VERSION
from careo.quality.measured import ROOM, measured
from eval.floors import FLOORS, SLACK
from eval.quality_page import page

FIGURES = ROOM / "figures.json"
PAGE = Path(__file__).parent.parent / "docs" / "quality.md"
Rows = Sequence[Mapping[str, Any]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the figures, where a run is given, and the page."""
    parser = argparse.ArgumentParser(prog="eval.quality", description=__doc__)
    parser.add_argument("--from", dest="run", type=Path, help="the JSON of a run; without it only the page is written")
    run = parser.parse_args(arguments).run
    if run is not None:
        wanting = keep(json.loads(run.read_text(encoding="utf-8")), FIGURES)
        if wanting:
            print(f"{run} lacks {', '.join(wanting)}: run `make eval DATA=DIR` on all sets first", file=sys.stderr)
            return 1
    PAGE.write_text(page(measured()), encoding="utf-8")
    return 0


def versions() -> dict[str, str]:
    """Return what the figures of a run are figures of."""
    return {
        "read": READ_VERSION,
        "infer": INFER_VERSION,
        "tagger": NeuralTagger().name,
        "encoder": SentenceEncoder().name,
        "places": FileGazetteer().name,
    }


def keep(run: Mapping[str, Any], path: Path) -> list[str]:
    """Write a run's figures there, and return nothing; or return what the run lacks, and write nothing."""
    kept = {"made": run["made"], **distilled(run["scores"], json.loads(FLOORS.read_text(encoding="utf-8")))}
    before = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    wanting = sorted(set(before) - set(kept["figures"]))
    if not wanting:
        path.write_text(_written(kept), encoding="utf-8")
    return wanting


def distilled(rows: Rows, floors: Mapping[str, float]) -> dict[str, Any]:
    """Return the figures that there are words for, by set and language, and the floors that are not met."""
    wanted = set(asked())
    figures: dict[str, dict[str, dict[str, list[Any]]]] = {}
    unmet: dict[str, list[list[Any]]] = {}
    for row in rows:
        key, language, name = f"{row['task']}/{row['set']}", row["language"], row["measure"]
        if (key, name) in wanted:
            figures.setdefault(key, {}).setdefault(language, {})[name] = [row["value"], row["count"], row.get("of")]
        floor = floors.get(f"{key}/{language}/{name}", 0.0)
        if row["value"] < floor - SLACK:
            unmet.setdefault(f"{key}/{language}", []).append([name, row["value"], floor])
    return {"figures": figures, "unmet": unmet}


def asked() -> Iterator[tuple[str, str]]:
    """Yield each set with each measure on it that `careo quality` has words for."""
    words = tomllib.loads((ROOM / "words.toml").read_text(encoding="utf-8"))
    for question in words["questions"]:
        for measure in question["measures"]:
            for set_ in measure["sets"]:
                for side in ("finds", "right", "number"):
                    if side in measure:
                        yield f"{measure['task']}/{set_}", measure[side]


def _written(kept: Mapping[str, Any]) -> str:
    """Return the file: sorted, a line for each set and language, so that a difference shows what moved."""
    lines = ["{", f' "made": {json.dumps(kept["made"], sort_keys=True)},', ' "figures": {']
    for key in sorted(kept["figures"]):
        lines.append(f'  "{key}": {{')
        by_language = sorted(kept["figures"][key].items())
        lines += [f'   "{language}": {json.dumps(of, sort_keys=True)},' for language, of in by_language]
        lines[-1] = lines[-1].removesuffix(",")
        lines.append("  },")
    lines[-1] = lines[-1].removesuffix(",")
    return "\n".join([*lines, " },", f' "unmet": {json.dumps(kept["unmet"], sort_keys=True)}', "}", ""])


if __name__ == "__main__":
    sys.exit(main())
