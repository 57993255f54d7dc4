"""The measures of `dates` for libraries that find dates: dateparser, and recognizers-text where it is installed.

They are counted as careo is: spans that overlap, one to one. dateparser gives an instant, so its values are days;
recognizers-text gives TIMEX. HeidelTime is not among them: it needs Java and the tagger TreeTagger, which is not free.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from careo.text.sentences import split
from careo.text.times.timex import Timex
from eval.beside import Peer
from eval.dates import Reader, spec_scores, timex_scores, timex_sets
from eval.dates_gold import SPEC_LANGUAGES, Document
from eval.score import Score

CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr"}
"""The languages that the Python package of recognizers-text reads; it falls back to English for others."""


def _base(document: Document) -> datetime:
    """Return the document's date; a few have none, and get the first day of this century."""
    return datetime.fromisoformat(document.anchor or "2001-01-01")


def dateparser(module: Any) -> Reader:
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


def recognizers(module: Any) -> Reader:
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


def _measured(reader: Callable[[Any], Reader], languages: Iterable[str]) -> Callable[[Any, Path], Iterator[Score]]:
    """Return what yields the scores of one library on the sets in its languages."""
    known = frozenset(languages)

    def measured(module: Any, data: Path) -> Iterator[Score]:
        read = reader(module)
        for name, language, documents in timex_sets(data):
            if language in known:
                yield from timex_scores(name, language, documents, read)
        for language in sorted(known.intersection(SPEC_LANGUAGES)):
            yield from spec_scores(data / "recognizers_specs", language, read)

    return measured


PEERS = (
    Peer("dateparser", "dateparser.search", _measured(dateparser, SPEC_LANGUAGES)),
    Peer("recognizers-text", "recognizers_date_time", _measured(recognizers, CULTURES)),
)
