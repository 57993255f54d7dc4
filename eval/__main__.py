"""`python -m eval --data DIR [--only NAME] [--json FILE] [--pin]`: print every measure, hold it against its floor.

The layout of the folder is in docs/how-to/evaluate.md; a set that is missing is a line, not an error. The exit
code is 1 when a measure lies below its floor.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from eval.claims import claims
from eval.dates import dates
from eval.floors import below, pin
from eval.names import names
from eval.score import Score, SetMissing
from eval.stories import stories

MEASURES = {"dates": dates, "names": names, "stories": stories, "claims": claims}


def main() -> int:
    """Run the measures and return the exit code."""
    parser = argparse.ArgumentParser(prog="eval", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the annotated sets")
    parser.add_argument("--only", choices=sorted(MEASURES), help="one measure only")
    parser.add_argument("--json", type=Path, help="write the same figures there as JSON")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured now")
    options = parser.parse_args()
    scores: list[Score] = []
    for name, measure in MEASURES.items():
        if options.only in (None, name):
            try:
                found = measure(options.data)
            except SetMissing as missing:
                print(f"{name}: skipped, {missing}")
                continue
            _print(name, found)
            scores += found
    if options.json:
        rows = [asdict(score) for score in scores]
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if options.pin:
        pin(scores)
    failed = below(scores)
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


def _print(name: str, scores: list[Score]) -> None:
    print(f"\n{name}\n{'set':<14}{'lang':<6}{'measure':<16}{'value':>7}{'count':>9}")
    for score in scores:
        print(f"{score.set:<14}{score.language:<6}{score.measure:<16}{score.value:>7.3f}{score.count:>9}")


if __name__ == "__main__":
    sys.exit(main())
