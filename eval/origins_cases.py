"""Pairs of reports for the measure of origins: made copies, human translations, independent reports of one event."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Literal

from careo.model.seen import Report
from careo.text.normalise import fold
from eval.ntrex import gold_claims
from eval.ntrex import stories as gold_stories
from eval.origins_edits import CREDITS, EDITS, cited, mixed, passage
from eval.origins_texts import Text, number_of, report, texts_meantime, texts_ntrex

OWN = Path(__file__).parent / "origins"
Kind = Literal["copy", "edit", "translation", "shared", "quotation", "independent", "spared"]

_COPY, _EDIT = frozenset({"copy", "edit"}), frozenset({"copy", "edit", "shared"})
_TYPES: dict[str, frozenset[str]] = {
    "copy": _COPY, "edit": _COPY, "translation": frozenset({"translation"}),
    "shared": frozenset({"shared", "edit"}), "quotation": frozenset({"quotation"}),
}  # fmt: skip
"""Which of careo's types are right: how much an edit may change before it is one is nobody's rule."""
_WORDS_KEPT = ("dropped", "reordered", "excerpt")
"""Edits that leave each sentence as it was."""
_FEWEST = 5
"""Lines of a document that copies are made of."""
_DAYS = ("2024-03-12", "2024-03-14")
_HOUSES = ("The Harbour Post", "Der Stadtanzeiger", "La Gaceta del Valle", "De Veldbode", "Le Courrier du Lac")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports and what holds between them."""

    kind: Kind
    how: str
    """What was done, or where the pair is from."""
    group: str
    """What the halves are drawn by."""
    one: Report
    """The origin, where there is one."""
    other: Report
    types: frozenset[str]
    told: bool
    """Whether a date or a credit line tells which is the origin."""

    @property
    def across(self) -> bool:
        """Whether the two are in two languages."""
        return self.one.language != self.other.language

    @property
    def held(self) -> bool:
        """Whether it is in the half that was not looked at while rules were written."""
        return number_of("half", self.group) % 2 == 0


def made(data: Path) -> Iterator[Pair]:
    """Yield copies, edits, translations, passages and quotations made of the sets' documents."""
    for texts, every in ((texts_ntrex(data), 1), (texts_meantime(data), 3)):
        chosen = [d for d in sorted(texts) if number_of("third", d) % every == 0 and _long_enough(texts[d])]
        for at, document in enumerate(chosen):
            yield from _made(texts[document], texts[chosen[(at + len(chosen) // 2) % len(chosen)]])


def _long_enough(text: dict[str, Text]) -> bool:
    return min(len(one.sentences) for one in text.values()) >= _FEWEST


def _made(own: dict[str, Text], alien: dict[str, Text]) -> Iterator[Pair]:
    """Yield the pairs of one document, in two languages drawn for it; `alien` is another document to mix in."""
    document = next(iter(own.values())).document
    draw = Random(number_of("languages", document))
    here, there = draw.sample(sorted(set(own) & set(alien)), 2)
    lines, other = list(own[here].sentences), list(alien[here].sentences)
    lines_there, other_there = list(own[there].sentences), list(alien[there].sentences)
    maker = _Maker(document, lines, here, draw)
    for name in draw.sample(sorted(EDITS), 3):
        kind: Kind = "copy" if name in ("whole", "formatted") else "edit"
        yield maker.pair(kind, name, EDITS[name](lines, here), here)
    yield maker.pair("translation", "whole", lines_there, there)
    name = draw.choice(_WORDS_KEPT)
    yield maker.pair("translation", name, EDITS[name](lines_there, there), there)
    yield maker.pair("edit", "mixed", mixed(lines, other, here), here, _EDIT)
    either = frozenset({"translation", "shared"})
    yield maker.pair("translation", "mixed", mixed(lines_there, other_there, there), there, either)
    yield maker.pair("shared", "passage", passage(lines, other), here)
    yield maker.pair("shared", "passage", passage(lines_there, other_there), there, either)
    yield maker.pair("quotation", "cited", cited(lines, other, here, outlet=maker.house), here)
    yield maker.pair("quotation", "cited", cited(lines_there, other_there, there, outlet=maker.house), there)


class _Maker:
    """Makes pairs of one document: the original in one house, what comes from it in another."""

    def __init__(self, document: str, lines: Sequence[str], language: str, draw: Random) -> None:
        self._document, self._lines, self._language, self._draw = document, lines, language, draw
        self.house, self._second = draw.sample(_HOUSES, 2)

    def pair(
        self, kind: Kind, how: str, lines: Sequence[str], language: str, types: frozenset[str] | None = None
    ) -> Pair:
        """Return the pair; one in three is told by dates, one in three by a credit line, the rest by nothing."""
        told = self._draw.choice(("date", "credit", None))
        days = _DAYS if told == "date" else (None, None)
        credited = [CREDITS[language].format(self.house)] if told == "credit" else []
        one = report(self._lines, self._language, outlet=self.house, published=days[0])
        other = report([*lines, *credited], language, outlet=self._second, published=days[1])
        return Pair(kind, how, self._document, one, other, types or _TYPES[kind], told is not None)


def independent_ntrex(data: Path) -> Iterator[Pair]:
    """Yield reports of one event by different outlets in all pairs of languages, and some of like matters."""
    texts, story_of = texts_ntrex(data), gold_stories(data)
    sharing = {frozenset(s["docs"]) for gold in gold_claims(data) for s in _shared(gold) if s["what"] != "quotation"}
    for one, other in combinations(sorted(set(texts) & set(story_of)), 2):
        if story_of[one] != story_of[other]:
            continue
        kind: Kind = "spared" if frozenset((one, other)) in sharing else "independent"
        for here in sorted(texts[one]):
            for there in sorted(texts[other]):
                yield _two("one event", kind, story_of[one], (texts[one][here], texts[other][there]))
    for one, other in _alike(data):
        here, there = Random(number_of(one, other)).sample(sorted(texts[one]), 2)
        for last in (here, there):
            yield _two("like matter", "independent", one, (texts[one][here], texts[other][last]))


def _shared(gold: dict[str, object]) -> Sequence[dict[str, str]]:
    return gold["shared_text"]  # type: ignore[return-value]


def _alike(data: Path) -> set[tuple[str, str]]:
    path = data / "ntrex_gold" / "stories.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    known = {row["doc_id"] for row in rows}
    pairs = {(row["doc_id"], one) for row in rows for one in row["hard_negatives"].split(",") if one in known}
    return {(one, other) for one, other in pairs if one < other}


def independent_meantime(data: Path) -> Iterator[Pair]:
    """Yield each document with the two most like it in its folder, within a language and across two."""
    texts = texts_meantime(data)
    words = {document: _words(text["en"]) for document, text in texts.items()}
    seen: set[frozenset[str]] = set()
    for one in sorted(texts):
        near = [d for d in texts if d != one and d.split("/")[0] == one.split("/")[0]]
        near.sort(key=lambda d: (-len(words[d] & words[one]) / len(words[d] | words[one]), d))
        for other in near[:2]:
            if frozenset((one, other)) in seen or number_of("third", one) % 3:
                continue
            seen.add(frozenset((one, other)))
            here, there = Random(number_of(one, other)).sample(sorted(texts[one]), 2)
            for last in (here, there):
                yield _two("one matter", "independent", one, (texts[one][here], texts[other][last]))


def _words(text: Text) -> set[str]:
    return {fold(word) for sentence in text.sentences for word in sentence.split() if len(word) > 4}


def _two(how: str, kind: Kind, group: str, texts: tuple[Text, Text]) -> Pair:
    houses = _HOUSES if number_of(*(text.document for text in texts)) % 2 else _HOUSES[::-1]
    one, other = (report(t.sentences, t.language, outlet=house) for t, house in zip(texts, houses, strict=False))
    return Pair(kind, how, group, one, other, frozenset(), False)


def own() -> Iterator[list[Pair]]:
    """Yield the pairs of each group of our own reports (eval/origins): all of a group are traced together."""
    for path in sorted(OWN.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for group in sorted({row["group"] for row in rows}):
            yield list(_own([row for row in rows if row["group"] == group]))


def _own(rows: Sequence[dict[str, str]]) -> Iterator[Pair]:
    reports = {
        row["id"]: report(
            [row["title"], *row["text"].split("\n\n")],
            row["language"],
            outlet=row["outlet"],
            published=row["published"],
        )
        for row in rows
    }
    by_id = {row["id"]: row for row in rows}
    for one, other in combinations(rows, 2):
        first, last = (other, one) if one["from"] == other["id"] else (one, other)
        if last["from"] == first["id"]:
            kind: Kind = last["kind"]  # type: ignore[assignment]
        else:
            kind = "spared" if _root(one, by_id) == _root(other, by_id) else "independent"
        types = _TYPES.get(kind, frozenset())
        told = first["published"] != last["published"]
        yield Pair(kind, "own", last["group"], reports[first["id"]], reports[last["id"]], types, told)


def _root(row: dict[str, str], by_id: dict[str, dict[str, str]]) -> str:
    return _root(by_id[row["from"]], by_id) if row["from"] else row["id"]
