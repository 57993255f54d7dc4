"""The product's own task, composed of `ntrex` and `ntrex_gold`: one story, each report in another language."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from careo import Capture, Desk, Report
from eval.score import SetMissing

LANGUAGES = ("de", "nl", "es", "en")
"""Those of the composed stories."""
FILES: Mapping[str, str] = MappingProxyType({"de": "deu", "nl": "nld", "es": "spa", "en": "eng", "fr": "fra"})
"""The name that the corpus gives each language's file."""
NO_NTREX = "no ntrex/lines.tsv in the data folder"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The lines of `ntrex` by language and document."""

    lines: dict[str, list[str]]
    """Language to the text lines, in the order of the corpus."""
    numbers: dict[str, list[tuple[int, int]]]
    """Document to (line number, index into the lines)."""


def corpus(data: Path) -> Corpus:
    """Read the corpus; raises SetMissing where it is not there."""
    numbers: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, (number, document) in enumerate(rows(data)):
        numbers[document].append((number, at))
    return Corpus({language: lines(data, language) for language in LANGUAGES}, dict(numbers))


def rows(data: Path) -> list[tuple[int, str]]:
    """Return the number of each line and the document it is of; raises SetMissing where the corpus is not there."""
    path = data / "ntrex" / "lines.tsv"
    if not path.is_file():
        raise SetMissing(NO_NTREX)
    cells = (row.split("\t") for row in path.read_text(encoding="utf-8").splitlines())
    return [(int(number), document) for number, document in cells]


def lines(data: Path, language: str) -> list[str]:
    """Return the lines of the corpus in a language."""
    return (data / "ntrex" / f"{FILES[language]}.txt").read_text(encoding="utf-8").split("\n")


@dataclass(frozen=True, slots=True)
class Label:
    """What the gold says of a document."""

    story: str
    hard: frozenset[str]
    """Documents of other stories that look like it."""
    also: str
    """Another label that is as good: a story, `own` for one of its own, or empty."""


def labels(data: Path) -> dict[str, Label]:
    """Return document to label; raises SetMissing where the labels are not there."""
    path = data / "ntrex_gold" / "stories.tsv"
    if not path.is_file():
        raise SetMissing("no ntrex_gold/stories.tsv in the data folder")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["doc_id"]: Label(
                row["story_id"],
                frozenset(filter(None, (row["hard_negatives"] or "").split(","))),
                row["alt_story"] or "",
            )
            for row in csv.DictReader(file, delimiter="\t")
        }


def stories(data: Path) -> dict[str, str]:
    """Return document to gold story; raises SetMissing where the labels are not there."""
    return {document: label.story for document, label in labels(data).items()}


def gold_claims(data: Path) -> Iterator[dict[str, object]]:
    """Yield the claim files of the gold; raises SetMissing where there is none."""
    paths = sorted((data / "ntrex_gold" / "claims").glob("*.json"))
    if not paths:
        raise SetMissing("no ntrex_gold/claims/*.json in the data folder")
    for path in paths:
        yield json.loads(path.read_text(encoding="utf-8"))


def rotated(documents: Sequence[str], turn: int) -> dict[str, str]:
    """Return document to language: every report in another language, a different one each turn."""
    codes = sorted(LANGUAGES)
    return {document: codes[(n + turn) % len(codes)] for n, document in enumerate(sorted(documents))}


class Told:
    """A desk on some documents, each in one language; a context manager."""

    def __init__(self, source: Corpus, language_of: dict[str, str]) -> None:
        self._folder = TemporaryDirectory()
        root = Path(self._folder.name)
        for document, language in language_of.items():
            lines = [source.lines[language][at] for _, at in source.numbers[document]]
            (root / f"{document}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        self.desk = Desk(root / "desk.db")
        self.desk.build([str(root)])
        self.document_of = {report.id: Path(self._origin(report)).stem for report in self.desk.records(Report)}
        self._numbers = source.numbers

    def __enter__(self) -> "Told":
        return self

    def __exit__(self, *_: object) -> None:
        self.desk.close()
        self._folder.cleanup()

    def line(self, report: Report, start: int) -> tuple[str, int]:
        """Return the document and corpus line number that an offset of a report lies in."""
        document = self.document_of[report.id]
        lines = [n for n, line in enumerate(report.text[: start + 1].split("\n")) if line.strip() or n == 0]
        return document, self._numbers[document][len(lines) - 1][0]

    def _origin(self, report: Report) -> str:
        return self.desk.record(Capture, report.capture).origin
