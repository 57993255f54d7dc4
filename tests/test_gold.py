"""The gold of the Peru collection fits its files: quotes stand where they should, references lead somewhere."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from careo.model.inferred import DerivationType, DiscrepancyType
from careo.model.seen import MentionType, Modality, PartRole, StatementType

ROOT = Path(__file__).parent.parent
COLLECTION = ROOT / "examples" / "peru"
GOLD: dict[str, Any] = json.loads((ROOT / "tests" / "golden" / "peru.json").read_text(encoding="utf-8"))
REPORTS: dict[str, dict[str, Any]] = {report["id"]: report for report in GOLD["reports"]}
SAID: dict[str, dict[str, Any]] = {f"{r['id']}/{s['id']}": s for r in GOLD["reports"] for s in r["statements"]}
MEASURES = {
    "killed", "injured", "missing", "detained", "displaced", "troops", "participants", "votes", "share", "approval",
    "money", "output", "mass", "distance", "duration", "age", "count",
}  # fmt: skip
UNLISTED = {"usa", "us-forces"}
"""Who is named by many words and no spelling of its own."""
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HIDDEN = {"script", "style", "title", "head"}
INLINE = {"a", "abbr", "b", "em", "i", "small", "span", "strong", "sup", "time", "u"}
"""Elements between which no word ends."""


class Visible(HTMLParser):
    """The text a reader sees: all of it, and that of the article element alone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[str] = []
        self.article: list[str] = []
        self.hidden = self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self.inside += tag == "article"
        if tag not in INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN
        if tag not in INLINE:
            self.handle_data(" ")
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.all.append(data)
            if self.inside:
                self.article.append(data)


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def shown(html: str) -> tuple[str, str]:
    parser = Visible()
    parser.feed(html)
    return folded("".join(parser.article)), folded("".join(parser.all))


@cache
def visible(id_: str) -> tuple[str, str]:
    """Return the text of a report and of the whole file as shown, white space folded."""
    path, item = COLLECTION / REPORTS[id_]["file"], REPORTS[id_]["item"]
    if path.suffix == ".html":
        return shown(path.read_text(encoding="utf-8"))
    if path.suffix == ".xml":
        text = shown(ElementTree.parse(path).findall(".//item")[item].findtext(CONTENT) or "")[1]
    elif path.suffix == ".pdf":
        text = folded("\n".join(page.extract_text() for page in PdfReader(path).pages))
    else:
        text = folded(path.read_text(encoding="utf-8"))
    return text, text


def quoted(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every stretch that must stand once, with the text it stands in."""
    body, page = visible(report["id"])
    yield from ((statement["quote"], body) for statement in report["statements"])
    yield from ((part["quote"], body) for part in report["parts"])
    yield from ((quote, body) for quote in report["retracted"])
    yield from ((line["verbatim"], body) for line in report["credit"])
    yield from ((quote, page) for quote in report["furniture"])
    if report["published"] and report["published"]["where"] in ("visible", "credit"):
        yield report["published"]["evidence"], body


def verbatims(said: dict[str, Any]) -> Iterator[str]:
    """Yield what must stand in a statement's own quote."""
    for kind in ("figures", "times", "instruments"):
        yield from (item["verbatim"] for item in said[kind])
    yield from said["equipment"]
    yield from (place["name"] for place in said["places"])
    yield from (actor["name"] for actor in said["actors"] if "stands" not in actor)
    if said["denied_by"]:
        yield said["denied_by"]


def test_every_file_is_in_the_gold() -> None:
    """The gold speaks of the files of the collection, all of them and no others."""
    assert {report["file"] for report in GOLD["reports"]} == {path.name for path in COLLECTION.iterdir()}
    assert len(REPORTS) == len(GOLD["reports"])


@pytest.mark.parametrize("id_", REPORTS)
def test_quotes_stand_once(id_: str) -> None:
    """Every quote stands exactly once in the visible text of its report, so that it has one place."""
    assert not [quote for quote, text in quoted(REPORTS[id_]) if text.count(quote) != 1]


@pytest.mark.parametrize("id_", [id_ for id_, report in REPORTS.items() if report["published"]])
def test_dates_have_evidence(id_: str) -> None:
    """The evidence of a date stands in the file, where it is not read off the page."""
    published, path = REPORTS[id_]["published"], COLLECTION / REPORTS[id_]["file"]
    if published["where"] not in ("visible", "credit"):
        assert published["evidence"] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("id_", REPORTS)
def test_statements_are_told_apart(id_: str) -> None:
    """No two statements of a report have one id."""
    counts = Counter(statement["id"] for statement in REPORTS[id_]["statements"])
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("key", SAID)
def test_slots_stand_in_the_quote(key: str) -> None:
    """Every verbatim of a statement stands in its quote; who acts or is credited stands in the report."""
    said, body = SAID[key], visible(key.split("/")[0])[0]
    assert not [verbatim for verbatim in verbatims(said) if verbatim not in said["quote"]]
    named = [actor["name"] for actor in said["actors"]] + [source["who"] for source in said["attribution"]]
    assert not [name for name in named if name not in body]


@pytest.mark.parametrize("key", SAID)
def test_statements_use_the_words_of_the_records(key: str) -> None:
    """Types, modalities and measures are careo's own; a denial says who denies."""
    said = SAID[key]
    assert {said["type"], *said["also"]} <= set(get_args(StatementType))
    assert said["modality"] in get_args(Modality)
    assert {figure["measure"] for figure in said["figures"]} <= MEASURES
    assert (said["polarity"] == "denied") == bool(said["denied_by"])


def test_people_are_known() -> None:
    """Every entity that a statement names is known, and every spelling stands in a report of its language."""
    known = {entity["id"] for entity in GOLD["entities"]} | UNLISTED
    named = [item["entity"] for said in SAID.values() for item in (*said["actors"], *said["attribution"])]
    assert {entity for entity in named if entity} <= known
    assert {entity["type"] for entity in GOLD["entities"]} <= set(get_args(MentionType))
    spellings = [(name["language"], name["text"]) for entity in GOLD["entities"] for name in entity["names"]]
    texts = [(report["language"], visible(id_)[0]) for id_, report in REPORTS.items()]
    assert not [two for two in spellings if not any(two[0] == code and two[1] in text for code, text in texts)]


def test_each_report_is_in_one_story() -> None:
    """The stories divide the reports among them."""
    assert sorted(report for story in GOLD["stories"] for report in story["reports"]) == sorted(REPORTS)


def test_each_statement_is_in_one_claim() -> None:
    """Claims share no statement, stay inside their story, and have a type that their statements accept."""
    story_of = {report: story["id"] for story in GOLD["stories"] for report in story["reports"]}
    counts = Counter(key for claim in GOLD["claims"] for key in claim["statements"])
    assert set(counts) <= set(SAID)
    assert set(counts.values()) == {1}
    for claim in GOLD["claims"]:
        assert len(claim["statements"]) > 1, claim["id"]
        assert {story_of[key.split("/")[0]] for key in claim["statements"]} == {claim["story"]}, claim["id"]
        types = [{SAID[key]["type"], *SAID[key]["also"]} for key in claim["statements"]]
        assert all(claim["type"] in accepted for accepted in types), claim["id"]


def test_traps_are_no_claims() -> None:
    """What is said to be two propositions stands in no claim together."""
    claims = [set(claim["statements"]) for claim in GOLD["claims"]]
    pairs = [set(pair["statements"]) for pair in GOLD["not_claims"]]
    assert all(pair <= set(SAID) and not any(pair <= claim for claim in claims) for pair in pairs)


@pytest.mark.parametrize("gold", GOLD["discrepancies"], ids=lambda gold: gold["id"])
def test_discrepancies_are_inside_claims(gold: dict[str, Any]) -> None:
    """A difference has two values or more, of statements of its claim, each statement once."""
    members = {claim["id"]: set(claim["statements"]) for claim in GOLD["claims"]}[gold["claim"]]
    said = [key for value in gold["values"] for key in value["statements"]]
    assert gold["type"] in get_args(DiscrepancyType)
    assert set(said) <= members
    assert len(said) == len(set(said))
    assert len(gold["values"]) > 1


def test_derivations_lead_somewhere() -> None:
    """A derivation comes from a report or from an outside source, and to a report; its types are careo's."""
    for gold in GOLD["derivations"]:
        assert gold["to"] in REPORTS
        assert (gold["from"] in REPORTS) != bool(gold["external"])
        assert {gold["type"], *gold["also"]} <= set(get_args(DerivationType))


def test_parts_have_roles() -> None:
    """The parts of a report have roles that careo has."""
    roles = {part["role"] for report in GOLD["reports"] for part in report["parts"]}
    assert roles <= set(get_args(PartRole)) - {"headline", "body", "furniture"}
