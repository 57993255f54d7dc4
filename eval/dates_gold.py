"""The sets with dated expressions, each read into documents with their text, date and TIMEX3 annotation."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated expression."""

    start: int
    end: int
    value: str
    """Its TIMEX3 value; empty where only the place is given."""
    ranges: tuple[tuple[str, str], ...] = ()
    """First and last day of each reading that the gold allows, as ISO dates."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its date and what is annotated in it."""

    text: str
    anchor: str
    expected: tuple[Expected, ...]
    limit: int = 0
    """How far into the text the annotation reaches; 0 for all of it."""
    stamps: tuple[tuple[int, int], ...] = ()
    """Where the text gives the document's own date, which is not among the expressions."""


def timeml(folder: Path) -> Iterator[Document]:
    """Yield the documents of a folder of TimeML files; the creation date itself is not among the expressions."""
    for path in sorted(folder.glob("*.tml")):
        root = etree.parse(str(path)).getroot()
        stamp = root.find(".//DCT/TIMEX3")
        body, text, found = root.find("TEXT"), "", []
        assert body is not None and stamp is not None
        for piece, timex in _pieces(body):
            if timex is not None:
                found.append(Expected(len(text), len(text) + len(piece), str(timex.get("value"))))
            text += piece
        yield Document(text, str(stamp.get("value"))[:10], tuple(found))


def _pieces(body: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    yield body.text or "", None
    for child in body:
        yield "".join(map(str, child.itertext())), child if child.tag == "TIMEX3" else None
        yield child.tail or "", None


def columns(path: Path) -> Iterator[Document]:
    """Yield the documents of a column file: word, B/I/O with type, value; a line with DCTVALUE opens a document."""
    anchor: str | None = None
    rows: list[tuple[str, str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), '*!-DCTVALUE=""-!*\t']:
        if opened := re.match(r'\*!-DCTVALUE="(.*?)"', line):
            if anchor is not None and rows:
                yield _joined(rows, anchor)
            anchor, rows = opened[1][:10], []
        else:
            word, tag, value, *_ = [*line.split("\t"), "O", "-"]
            rows.append((word, tag if word else "", value))


_NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]]|'\w{1,2}|n't|''")


def _joined(rows: list[tuple[str, str, str]], anchor: str) -> Document:
    """Put a text together from its words, without a space before what stands close; an empty row ends a line."""
    text, found = "", list[Expected]()
    for word, tag, value in rows:
        if not word:
            text += "\n" if text and not text.endswith("\n") else ""
            continue
        if text and not text.endswith("\n") and not _NO_SPACE_BEFORE.fullmatch(word):
            text += " "
        start, text = len(text), text + word
        if tag.startswith("B-"):
            found.append(Expected(start, len(text), value))
        elif tag.startswith("I-") and found:
            found[-1] = Expected(found[-1].start, len(text), found[-1].value)
    return Document(text, anchor, tuple(found))


def cat(folder: Path) -> Iterator[Document]:
    """Yield the documents of a folder of CAT files; only their first sentences are annotated."""
    for path in sorted(folder.rglob("*.xml")):
        root = etree.parse(str(path)).getroot()
        text, places, last = "", dict[str, tuple[int, int, int]](), ""
        for token in root.iter("token"):
            word, sentence = str(token.text), str(token.get("sentence"))
            if text:
                text += "\n" if sentence != last else "" if _NO_SPACE_BEFORE.fullmatch(word) else " "
            places[str(token.get("t_id"))] = (len(text), len(text) + len(word), int(sentence))
            text, last = text + word, sentence
        yield _cat_document(root, text, places)


def _cat_document(root: etree._Element, text: str, places: dict[str, tuple[int, int, int]]) -> Document:
    anchor, found, stamps = "", [], list[tuple[int, int]]()
    for timex in root.iter("TIMEX3"):
        words = [places[str(word.get("t_id"))] for word in timex.iter("token_anchor")]
        if timex.get("functionInDocument") == "CREATION_TIME":
            anchor = str(timex.get("value"))[:10]
            stamps += [(min(w[0] for w in words), max(w[1] for w in words))] if words else []
        elif words:
            found.append(Expected(min(w[0] for w in words), max(w[1] for w in words), str(timex.get("value"))))
    marked = max((places[str(word.get("t_id"))][2] for word in root.iter("token_anchor")), default=0)
    limit = max((end for _, end, sentence in places.values() if sentence <= marked), default=0)
    return Document(text, anchor, tuple(found), limit, tuple(stamps))


SPEC_LANGUAGES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "nl": "Dutch",
    "pt": "Portuguese",
}  # fmt: skip
SPEC_KINDS = ("Date", "DatePeriod", "Duration")
"""Dates, date ranges and durations, which the measure is about. Out by file: times of day, time zones, sets and
holidays (measured apart or not asked for), and the models, which repeat the same cases beside calendar commands."""


def specs(folder: Path, language: str, name: str) -> Iterator[Document]:
    """Yield the counted cases of one file, each as a document; see `is_news` for what is left out."""
    path = folder / "DateTime" / SPEC_LANGUAGES[language] / f"{name}.json"
    if not path.is_file():
        return
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        anchor = str(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07"))[:10]
        dated = "ReferenceDateTime" in case.get("Context", {})
        expected = tuple(_spec(result, case["Input"], dated=dated) for result in case["Results"])
        document = Document(case["Input"], anchor, expected)
        if is_news(document):
            yield document


def _spec(result: dict[str, Any], text: str, *, dated: bool) -> Expected:
    """Read one expected result; its value counts only where the case says which day it is read on."""
    start = result["Start"] if "Start" in result else max(0, text.lower().find(result["Text"].lower()))
    end = start + (result["Length"] if "Length" in result else len(result["Text"]))
    value = (result.get("Value") or {}) if dated else {}
    ranges = []
    for reading in ("PastResolution", "FutureResolution"):
        known = value.get(reading) or {}
        first, last = known.get("startDate", known.get("date")), known.get("endDate", known.get("date"))
        if first and last:
            ranges.append((str(first)[:10], str(last)[:10]))
    return Expected(start, end, str(value.get("Timex") or ""), tuple(ranges))


_TYPED = re.compile(
    r"\d\s*[-/.,]\s*\d|[-/]\s*(?:[^\W\d_]{3,5})\b|\b[^\W\d_]{3,5}\.?\s*[-/]\s*\d|\d[^\W\d_]{0,2}[-/.][^\W\d_]|\d\s?(?:h|hrs?|min|m|u|st|sec|seg|sek|ys)\b|\b(?:min|sec|seg|sek|tmrw)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d|\d{4}\s?[-–]\s?\d{4}|\d{4}/\d\d"
    r"|\d{1,2}\.?\s?[-–]\s?\d{1,2}\.?(?=\s[^\W\d_])|\d+[.,]\d+(?=\s[^\W\d_]{3}))(?![\d/-])"
)


def is_news(document: Document) -> bool:
    """Tell whether a case is of a kind that news holds; decided by what is written, never by what careo does with it.

    Out are dates typed as into a form, that is digits joined by signs other than 04.06.2023, 2023-06-04 and
    ranges of days or years (4/22, 3-7-27, 2016 / 05, 11-2016, Oct-2), shorthand (3h, 20 min), and working days.
    """
    for expected in document.expected:
        words = document.text[expected.start : expected.end]
        if _TYPED.search(_WRITTEN.sub("", words)) or expected.value.endswith("BD"):
            return False
    return True
