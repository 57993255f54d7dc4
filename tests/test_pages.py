"""The bundled pages: their gold fits them, and the measure of pages counts right."""

import csv
import gzip
import html
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path
from typing import Any

import pypdf
import pytest
from eval.fold import folded
from eval.pages import BUNDLED, pages_data
from eval.pages_view import table
from eval.score import Score, SetMissing

GOLD = [json.loads(line) for line in (BUNDLED / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
ROLES = {"agency", "outlet", "author", "translator"}
PARTS = {"update", "correction", "note", "caption"}


def sources(data: bytes) -> Iterator[str]:
    """Yield what is written in a file, archives unpacked and transport codes undone, each reading of its bytes."""
    if data.startswith(b"%PDF"):
        pages = [page.extract_text().split("\n", 2) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
        yield "\n".join([*(page[2] for page in pages), pages[0][0]])  # a running head and a page number come first
    elif data.startswith(b"\x1f\x8b"):
        yield from sources(gzip.decompress(data))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from sources(archive.read(name))
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive.getmembers():
                unpacked = archive.extractfile(member)
                yield from sources(unpacked.read() if unpacked else b"")
    elif re.match(rb"(From|Subject): ", data):
        yield from mail(message_from_bytes(data, policy=policy.default))
    else:
        yield from (data.decode(encoding, "replace") for encoding in ("utf-8", "cp1252"))


def mail(message: Message) -> Iterator[str]:
    """Yield the headers and the parts of a message."""
    yield "\n".join(str(value) for value in message.values())
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield payload.decode(part.get_content_charset() or "utf-8", "replace")


def readable(source: str) -> str:
    """Return a source as one runs one's eye over it: no tags, entities decoded, broken words joined, space folded."""
    if source.lstrip().startswith(("{", "[")):
        lines = [source] if source.lstrip()[1:2] != '"' or source.count("\n{") == 0 else source.splitlines()
        source = "\n".join(text for line in lines for text in strings(json.loads(line)))
    elif re.match(r"\w+[,;]\w+[,;]", source):
        rows = csv.reader(io.StringIO(source), delimiter=";" if source.startswith("url;") else ",")
        source = "\n".join(cell for row in rows for cell in row)
    source = re.sub(r"(?<=\w)-\n(?=[a-zà-ÿ])", "", source).replace('\\"', '"')
    for _ in range(2):  # markup inside a feed is escaped once more
        source = html.unescape(re.sub(r"<!--.*?-->|</?[A-Za-z!][^>]*>|[*]", "", source, flags=re.S)).replace("\xad", "")
        source = re.sub(r"\[([^]]+)\]\(\S+?\)", r"\1", source)
    return folded(f"{source} {mended(source)}")


def strings(value: Any) -> Iterator[str]:
    """Yield every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def mended(text: str) -> str:
    """Return the words of UTF-8 that was taken for windows-1252 as they were."""
    return re.sub(r"[\xc2-\xdf][^\x00-\x7f]|[\xe0-\xef][^\x00-\x7f]{2}", lambda found: _back(found[0]), text)


def _back(text: str) -> str:
    data = b"".join(c.encode("cp1252", "ignore") or c.encode("latin-1", "ignore") for c in text)
    return data.decode("utf-8", "replace")


@pytest.mark.parametrize("file", dict.fromkeys(gold["file"] for gold in GOLD))
def test_gold_stands_in_its_page(file: str) -> None:
    """Each stretch that the gold asks for, or forbids, is written in its file, and no stretch is both."""
    raw = list(sources((BUNDLED / file).read_bytes()))
    written = " ".join(map(readable, raw))
    for gold in (gold for gold in GOLD if gold["file"] == file):
        quotes = [part["quote"] for part in gold["parts"]]
        missing = [x for x in [*gold["segments"], *gold["furniture"], *quotes] if folded(x) not in written]
        assert missing == []
        assert all(5 <= len(segment.split()) <= 14 for segment in gold["segments"])
        assert not any(bad in good for bad in gold["furniture"] for good in gold["segments"])
        names = [*gold["author"], *(line["name"] for line in gold["credit"])]
        assert [name for name in names if name not in written and name not in "".join(raw)] == []


def test_gold_is_well_formed() -> None:
    """The pages are as many and as varied as was asked for, and every value is one the records know."""
    assert len(GOLD) >= 70
    languages = [gold["language"] for gold in GOLD]
    assert all(languages.count(language) >= 10 for language in ("de", "en", "es", "fr", "it", "nl", "pt"))
    assert {file.relative_to(BUNDLED).as_posix() for file in BUNDLED.glob("*/*")} == {gold["file"] for gold in GOLD}
    for gold in GOLD:
        assert gold["published"] is None or re.fullmatch(r"\d{4}-\d\d(-\d\d)?", gold["published"])
        assert {line["role"] for line in gold["credit"]} <= ROLES
        assert {part["role"] for part in gold["parts"]} <= PARTS


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry sinks off Amble Point</title>
<meta property="article:published_time" content="2021-05-04T10:00:00Z"><meta name="author" content="Jo Reed"></head>
<body><article><h1>Ferry sinks off Amble Point</h1>
<p>The ferry Constance sank off Amble Point on Monday night with 41 people on board, the coastguard said.</p>
<p>All but two of them were picked up by fishing boats within an hour of the first call for help.</p>
<p>The cause is not known. Divers will go down to the wreck as soon as the weather allows it. (Reuters)</p>
</article></body></html>
"""
WISHES: dict[str, Any] = {
    "file": "en/ferry.html",
    "language": "en",
    "title": "Ferry sinks off Amble Point",
    "published": "2021-05-04",
    "author": "Jo Reed",
    "credit": ["Reuters"],
    "segments": ["The ferry Constance sank off Amble Point", "these words are nowhere on the page"],
    "furniture": ["picked up by fishing boats within an hour", "nor are these words anywhere at all"],
}


def measured(folder: Path, *golds: dict[str, Any]) -> dict[str, Score]:
    """Write one page and these golds of it below a folder; return its figures over all languages."""
    (folder / "pages" / "en").mkdir(parents=True)
    (folder / "pages" / "en" / "ferry.html").write_text(PAGE, encoding="utf-8")
    lines = "".join(json.dumps(gold) + "\n" for gold in golds)
    (folder / "pages" / "gold.jsonl").write_text(lines, encoding="utf-8")
    return {f"{score.set} {score.measure}": score for score in pages_data(folder) if score.language == "all"}


def test_pages_are_counted_by_stretches(tmp_path: Path) -> None:
    """One segment of two found and one stretch of furniture told make a half of each; names may be plain strings."""
    found = measured(tmp_path, WISHES)
    assert [found[f"data text {name}"].value for name in ("precision", "recall", "f1")] == [0.5, 0.5, 0.5]
    assert [found[f"data-html text {name} (trafilatura)"].value for name in ("precision", "recall")] == [0.5, 0.5]
    right = ("read right", "date right", "title right", "language right", "author f1", "credit f1")
    assert [found[f"data {name}"].value for name in right] == [1.0] * 6
    assert found["data-html date right (htmldate)"].value == 1.0
    assert "data parts f1" not in found
    assert {"careo", "trafilatura", "htmldate"} <= set(table(list(found.values())).split())


def test_what_is_wrong_is_counted_as_wrong(tmp_path: Path) -> None:
    """A date where there must be none, another title and another name are no hits, nor is a page that is not there."""
    wrong = {**WISHES, "published": None, "title": "Ferry sinks", "author": ["Ann Low"], "credit": []}
    found = measured(tmp_path, wrong, {**wrong, "item": 1})
    names = ("date right", "title right", "author f1", "credit f1")
    assert [found[f"data {name}"].value for name in names] == [0.0] * 4
    assert (found["data read right"].value, found["data text recall"].value) == (0.5, 0.25)


def test_a_missing_folder_of_pages_is_said(tmp_path: Path) -> None:
    """Without gold there is nothing to measure, and the message names what was looked for."""
    with pytest.raises(SetMissing, match=r"gold\.jsonl"):
        pages_data(tmp_path)
