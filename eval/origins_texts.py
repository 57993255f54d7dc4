"""Texts for the measure of origins: documents of `meantime/multi` and `ntrex` with their human translations."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from careo.model.ids import capture_id, sha256
from careo.model.seen import Capture, Precision, Published, Received, Report
from careo.readers.base import Article, Paragraph
from careo.stages.read import read
from eval.ntrex import FILES, lines, rows
from eval.score import SetMissing

LANGUAGES = ("de", "en", "es", "fr", "it", "nl")
_LEFT = re.compile(r"\s+([.,;:!?%)\]”’»]|'s\b|n't\b|'re\b|'ve\b)")
_RIGHT = re.compile(r"([(\[“«]|\b[Ll]'|\b[dn]ell'|\b[Uu]n'|\ball'|\bdall'|\bd')\s+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|-\d\d$|^\d{1,2}[-/. ]")
_SHORT = 6
"""Words a line that only dates the document has at most."""


@dataclass(frozen=True, slots=True)
class Text:
    """One document in one language."""

    document: str
    language: str
    sentences: tuple[str, ...]
    """The first is the headline."""


Texts = dict[str, dict[str, Text]]
"""Document to language to text."""


def number_of(*keys: str) -> int:
    """Return a number that hangs on some words alone: what is drawn by it is the same on every machine."""
    return int.from_bytes(hashlib.sha256("\n".join(keys).encode()).digest()[:6], "big")


def texts_ntrex(data: Path) -> Texts:
    """Return the documents of `ntrex`; raises SetMissing where they are not there."""
    named = rows(data)
    found: Texts = defaultdict(dict)
    for language in FILES:
        documents: dict[str, list[str]] = defaultdict(list)
        for (_, document), line in zip(named, lines(data, language), strict=False):
            documents[document].append(line.strip())
        for document, sentences in documents.items():
            found[document][language] = Text(document, language, tuple(sentences))
    return dict(found)


def texts_meantime(data: Path) -> Texts:
    """Return the documents of `meantime/multi`; raises SetMissing where they are not there."""
    found: Texts = defaultdict(dict)
    for path in sorted((data / "meantime" / "multi").glob("*/meantime.conll")):
        language = path.parent.name
        for document, sentences in _documents(path):
            kept = [s for n, s in enumerate(sentences) if n != 1 or len(s.split()) > _SHORT or not _DATE.search(s)]
            found[document][language] = Text(document, language, tuple(kept))
    if not found:
        raise SetMissing("no meantime/multi/*/meantime.conll in the data folder")
    return dict(found)


def _documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    tokens: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) > 3:
            tokens[cells[0]][cells[1]].append(cells[3])
    for document, sentences in tokens.items():
        yield document, [_spaced(words) for words in sentences.values()]


def _spaced(words: Sequence[str]) -> str:
    """Return a sentence as it is written; some of the Dutch ones are quoted as cells of a table."""
    line = " ".join(words).replace("``", "“ ").replace("''", " ”").strip()
    if line.startswith('"') and line.endswith('"') and '" "' in line[1:]:
        line = line[1:-1].replace('" "', '"').strip()
    for mark in ("“", "”"):
        while line.count('"') > 1 and mark == "“":
            line = line.replace('"', "“ ", 1).replace('"', " ”", 1)
    line = " ".join(line.replace('"', "").split())
    return _RIGHT.sub(r"\1", _LEFT.sub(r"\1", line))


def report(lines: Sequence[str], language: str, *, outlet: str, published: str | None = None) -> Report:
    """Return some paragraphs as careo reads them; the first is the headline."""
    return _read(tuple(lines), language, outlet, published)


@cache
def _read(lines: tuple[str, ...], language: str, outlet: str, published: str | None) -> Report:
    data = "\n\n".join([outlet, *lines]).encode()
    origin = f"{number_of(outlet, *lines):012x}.txt"
    digest = sha256(data)
    capture = Capture(capture_id(origin, None, digest), digest, origin, None, "text/plain", len(data), None, None, None)
    precision: Precision = "day"
    dates = (Published(published, precision, "record", published),) if published else ()
    paragraphs = tuple(Paragraph(text) for line in lines for text in (line, ""))
    article = Article(paragraphs, title=lines[0], publisher=outlet, published=dates, language=language)
    return read(Received(capture, data), (article,))[0]
