"""`python -m eval.peers_dates --data DIR`: the measures of `dates` for libraries that are no part of careo.

Each library is asked for on its own; one that is not installed is a line. The figures are counted as careo's are:
spans that overlap, one to one. dateparser gives an instant, so its values are days; recognizers-text gives TIMEX.
"""

import argparse
import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from careo.text.sentences import split
from careo.text.timex import Timex
from eval.dates import spec_scores, timex_scores, timex_sets
from eval.dates_gold import SPEC_LANGUAGES, Document
from eval.score import Score

Peer = Callable[[Document, str], list[Timex]]

CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "pt": "pt-br"}
"""The languages that the Python package of recognizers-text reads; it falls back to English for others."""


def _base(document: Document) -> datetime:
    """Return the document's date; a few have none, and get the first day of this century."""
    return datetime.fromisoformat(document.anchor or "2001-01-01")


def dateparser(module: Any) -> Peer:
    """Return a reader by `dateparser.search.search_dates`, told the language and the date of the document."""

    def read(document: Document, language: str) -> list[Timex]:
        settings = {"RELATIVE_BASE": _base(document), "PREFER_DATES_FROM": "past"}
        found: list[Timex] = []
        for begin, end in split(document.text, language):  # it counts from a date that it found before, so not at once
            at = begin
            for words, instant in (
                module.search_dates(document.text[begin:end], languages=[language], settings=settings) or ()
            ):
                start = document.text.find(words, at, end)
                if start >= 0:
                    at, day = start + len(words), instant.date().isoformat()
                    found.append(Timex(start, at, "DATE", day, day, day))
        return found

    return read


def recognizers(module: Any) -> Peer:
    """Return a reader by `recognizers_date_time.recognize_datetime`, told the language and the document's date."""

    def read(document: Document, language: str) -> list[Timex]:
        if language not in CULTURES:
            return []
        found: list[Timex] = []
        for begin, end in split(document.text, language):
            words, culture = document.text[begin:end], CULTURES[language]
            results = module.recognize_datetime(words, culture, reference=_base(document))
            found += [_resolved(result, begin) for result in results]
        return found

    return read


def _resolved(result: Any, begin: int) -> Timex:
    value = ((result.resolution or {}).get("values") or [{}])[0]
    kind = "DURATION" if "duration" in result.type_name else "DATE"
    first, last = value.get("start", value.get("value")), value.get("end", value.get("value"))
    return Timex(begin + result.start, begin + result.end + 1, kind, str(value.get("timex", "")), first, last)  # type: ignore[arg-type]


PEERS: dict[str, tuple[str, Callable[[Any], Peer]]] = {
    "dateparser": ("dateparser.search", dateparser),
    "recognizers-text": ("recognizers_date_time", recognizers),
}


def measured(read: Peer, data: Path, languages: Iterable[str]) -> Iterator[Score]:
    """Yield the scores of one library on the sets in one of its languages."""
    known = set(languages)
    for name, language, documents in timex_sets(data):
        if language in known:
            yield from timex_scores(name, language, documents, read)
    for language in sorted(set(SPEC_LANGUAGES) & known):
        yield from spec_scores(data / "recognizers_specs", language, read)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of each library that is installed."""
    parser = argparse.ArgumentParser(prog="eval.peers_dates", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the annotated sets")
    data = parser.parse_args(arguments).data
    for name, (package, maker) in PEERS.items():
        print(f"\n{name}")
        try:
            read = maker(importlib.import_module(package))
        except ImportError as missing:
            print(f"skipped: {missing}")
            continue
        for score in measured(read, data, SPEC_LANGUAGES if name == "dateparser" else CULTURES):
            print(
                f"{score.set:<14}{score.language:<6}{score.measure:<24}{score.value:>7.3f}{score.count:>9}", flush=True
            )


if __name__ == "__main__":
    main()
