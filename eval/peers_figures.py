"""The measures of `figures` for recognizers-text, whose specs these are, where it is installed.

It has no numbers for German, Dutch and Italian in Python and reads them as English.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eval.beside import Peer
from eval.figures import Case, Wanted, is_article, spec_scores, value_of
from eval.score import Score

_CULTURES = {"de": "de-de", "en": "en-us", "es": "es-es", "fr": "fr-fr", "it": "it-it", "nl": "nl-nl", "pt": "pt-br"}


def _recognizers(suite: Any) -> dict[str, Callable[[str, str], Sequence[Any]]]:
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


def _measured(suite: Any, data: Path) -> list[Score]:
    recognizers = _recognizers(suite)

    def found(case: Case) -> list[Wanted]:
        try:
            return _found(case, recognizers[case.kind])
        except Exception:  # noqa: BLE001 - whatever the library raises, it has no answer to this case
            return []

    return spec_scores(data, found)


PEERS = (Peer("recognizers-text", "recognizers_suite", _measured),)
