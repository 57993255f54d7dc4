"""The four languages of MEANTIME as documents with marked entities (`meantime/multi`, Minard et al. 2016, LREC).

The same 120 news texts in English and in Spanish, Italian and Dutch translation. The sentences after the sixth are
marked for chosen entities only, so they are left out here; so are documents without any entity marked.
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.score import SetMissing

LANGUAGES = ("en", "es", "it", "nl")
ASKED = ("LOC", "ORG", "PER")
"""Types of instances that careo has records for; products and sums of money are left out."""
_SENTENCES = 6
_PREFIX = re.compile(r"(?:cross_|intra_)+")
_CAPITAL = re.compile(r"[^\W\d_]\w+")
_CLOSE = re.compile(r"[,.;:!?%)\]”]|'\w{1,2}|n't|-\w.*")
"""What stands close to the word before it."""
_OPEN = frozenset("([“$#-")
"""What stands close to the word after it."""
_MARKS = {"``": "“", "''": "”"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention in the gold, found by its head; a phrase and its part with one head and one instance are one."""

    start: int
    """Where the head's word begins."""
    end: int
    instance: str
    type: str
    """LOC, ORG, PER, or what is not asked for: FIN, OTH, PRO."""
    named: bool
    """Whether the phrase holds a capitalised word of the instance's name, or its head is tagged as a name."""


@dataclass(frozen=True, slots=True)
class Document:
    """The first sentences of a news text in one language."""

    key: str
    """The same in all languages."""
    language: str
    text: str
    """Sentence by sentence, with an empty line between; the first is the headline."""
    marked: tuple[Marked, ...]


def documents(folder: Path) -> Iterator[Document]:
    """Yield the documents by language and key.

    Raises:
        SetMissing: if the files are not below the folder.
    """
    for language in LANGUAGES:
        marks, words = _marks(folder, language), folder / "multi" / language / "meantime.conll"
        tokens = _tokens(words.read_text(encoding="utf-8").splitlines())
        for key in sorted(tokens):
            text, places = _laid_out(tokens[key], language)
            marked = {(one.start, one.end, one.instance): one for one in _marked(marks[key], tokens[key], places)}
            if marked:
                yield Document(key, language, text, tuple(marked[at] for at in sorted(marked)))


def _marks(folder: Path, language: str) -> dict[str, list[dict[str, Any]]]:
    path, listed = folder / "multi" / language / "entities_mentions.json", folder / "list_instances.csv"
    if not path.exists() or not listed.exists():
        raise SetMissing("no meantime/multi or meantime/list_instances.csv in the data folder")
    with listed.open(encoding="utf-8", newline="") as rows:
        names = {row[0]: row[3] for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) > 3}
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mark in json.loads(path.read_text(encoding="utf-8")):
        instance = _PREFIX.sub("", mark["coref_chain"])
        marks[mark["conll_doc_key"]].append({**mark, "instance": instance, "name": names.get(instance, "")})
    return marks


def _tokens(lines: Iterable[str]) -> dict[str, dict[tuple[int, int], str]]:
    """Return the words of each document by sentence and number."""
    tokens: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for line in lines:
        fields = line.split("\t")
        if len(fields) == 5 and int(fields[1]) < _SENTENCES:
            tokens[fields[0]][int(fields[1]), int(fields[2])] = fields[3]
    return tokens


def _laid_out(tokens: Mapping[tuple[int, int], str], language: str) -> tuple[str, dict[tuple[int, int], Span]]:
    """Return the text and where each word stands in it."""
    text, sentence, opened = "", -1, False
    places: dict[tuple[int, int], Span] = {}
    for at in sorted(tokens):
        word = _MARKS.get(tokens[at], tokens[at])
        if at[0] != sentence:
            text, sentence, opened = text + ("\n\n" if text else ""), at[0], False
        if word == '"':
            word, opened = "”" if opened else "“", not opened
        close = _CLOSE.fullmatch(word) or text[-1:] in _OPEN or (language == "it" and text[-1:] in "'’")
        if text and not text.endswith("\n") and not close:
            text += " "
        places[at] = len(text), len(text) + len(word)
        text += word
    return text, places


def _marked(
    marks: Sequence[Mapping[str, Any]], tokens: Mapping[tuple[int, int], str], places: Mapping[tuple[int, int], Span]
) -> Iterator[Marked]:
    for mark in marks:
        if mark["sent_id"] < _SENTENCES:
            inside = [(mark["sent_id"], number) for number in mark["tokens_number"]]
            heads = [at for at in inside if tokens[at] == mark["mention_head"]]
            called = {word.casefold() for word in _CAPITAL.findall(mark["name"]) if word[0].isupper()}
            named = any(tokens[at][0].isupper() and tokens[at].casefold() in called for at in inside)
            named = named or mark["mention_head_pos"] == "PROPN"
            yield Marked(*places[(heads or inside)[-1]], mark["instance"], mark["mention_type"], named)
