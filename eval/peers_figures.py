"""`python -m eval.peers_figures --data DIR`: recognizers-text, whose specs these are, on the same cases.

Not part of careo and no dependency of it: install `recognizers-text-suite==1.0.2a2` with `emoji==1.7.0` beside careo in
an environment of your own (its other requirements are old). It has no numbers for German, Dutch and Italian in Python;
a language or kind that it cannot load is left out of its row.
"""

import argparse
import importlib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval.figures import Case, Wanted, cases, is_article, right, value_of

_CULTURES = {"de": "de-de", "en": "en-us", "es": "es-es", "fr": "fr-fr", "it": "it-it", "nl": "nl-nl", "pt": "pt-br"}


def _recognizers() -> dict[str, Callable[[str, str], Sequence[Any]]]:
    suite = importlib.import_module("recognizers_suite")
    return {
        "Number": suite.recognize_number,
        "Ordinal": suite.recognize_ordinal,
        "Percent": suite.recognize_percentage,
        "Age": suite.recognize_age,
        "Currency": suite.recognize_currency,
        "Dimension": suite.recognize_dimension,
        "Temperature": suite.recognize_temperature,
    }


def _found(case: Case, recognize: Callable[[str, str], Sequence[Any]]) -> list[Wanted]:
    found: list[Wanted] = []
    for result in recognize(case.text, _CULTURES[case.language]):
        value = value_of((result.resolution or {}).get("value"))
        if value is not None and not (case.kind == "Number" and is_article(result.text)):
            found.append(Wanted(result.start, result.end + 1, value, result.resolution.get("isoCurrency")))
    return found


def main() -> None:
    """Print exact F1 and the share of cases all right, by language, with the number of cases it could be asked."""
    parser = argparse.ArgumentParser(prog="eval.peers_figures", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the annotated sets")
    recognizers = _recognizers()
    counts: dict[str, Counter[str]] = {}
    for case in cases(parser.parse_args().data):
        row = counts.setdefault(case.language, Counter())
        try:
            found = _found(case, recognizers[case.kind])
        except Exception:  # noqa: BLE001 - whatever the library raises, it has no answer to this case
            row.update(failed=1)
            found = []
        exact, _ = right(case, found)
        whole = exact == len(case.wanted) == len(found)
        row.update(right=exact, found=len(found), gold=len(case.wanted), whole=whole, cases=1)
    print(f"{'lang':<6}{'exact f1':>10}{'cases right':>13}{'cases':>7}{'failed':>8}")
    for language, row in sorted(counts.items()):
        f1 = 2 * row["right"] / max(1, row["found"] + row["gold"])
        print(f"{language:<6}{f1:>10.3f}{row['whole'] / row['cases']:>13.3f}{row['cases']:>7}{row['failed']:>8}")


if __name__ == "__main__":
    main()
