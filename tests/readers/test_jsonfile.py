"""JSON files: ninjs, linked data, objects with named fields."""

import json
from typing import Any

import pytest

from careo.errors import UnreadableInput
from careo.readers.base import Article
from careo.readers.jsonfile import JsonFile, JsonLines
from tests.make import make_received
from tests.readers.shown import shown

FIRST = "Die Brücke bei der Mühle ist seit Montag gesperrt, teilt der Kreis mit."
SECOND = "Die Arbeiten dauern drei Wochen, und bis dahin ist die alte Straße offen."
HTML = f"<p>{FIRST}</p><p>{SECOND}</p>"
LINK = "https://elbpost.example.org/bruecke"
STAMP = "2021-03-09T23:30:00+01:00"


def articles(value: Any) -> tuple[Article, ...]:
    """Return the articles of a JSON file."""
    source = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return JsonFile().read(make_received(source, media_type="application/json"))


def dates(article: Article) -> list[tuple[str, str]]:
    """Return value and evidence of the dates."""
    assert all(date.method == "record" for date in article.published)
    return [(date.value, date.evidence) for date in article.published]


FIRST_VERSION = {
    "uri": LINK, "type": "text", "headline": "Brücke gesperrt", "body_text": f"{FIRST}\n{SECOND}", "body_xhtml": HTML,
    "byline": "Von Els Maas und Jan Dijk, dpa", "versioncreated": STAMP, "firstcreated": "2021-03-08T10:00:00Z",
    "language": "de", "copyrightholder": "dpa", "pubstatus": "usable", "version": "2",
}  # fmt: skip
SECOND_VERSION = {
    "uri": LINK, "headlines": [{"role": "short", "value": "Gesperrt"}, {"role": "main", "value": "Brücke gesperrt"}],
    "bodies": [{"contenttype": "text/plain", "value": FIRST}, {"contenttype": "application/xhtml+xml", "value": HTML}],
    "by": "Von Els Maas und Jan Dijk, dpa", "versioncreated": STAMP, "firstcreated": "2021-03-08T10:00:00Z",
    "language": "de", "infosources": [{"name": "dpa", "role": "cpsrc"}],
}  # fmt: skip
THIRD_VERSION = {
    "uri": LINK, "headlines": [{"role": "main", "value": "Brücke gesperrt"}],
    "bodies": [{"role": "html", "contentType": "text/html", "value": f"<section>{HTML}</section>"}],
    "by": "Els Maas and Jan Dijk", "versionCreated": STAMP, "firstCreated": "2021-03-08T10:00:00Z",
    "language": "de", "copyrightHolder": {"name": "dpa"}, "pubStatus": "usable",
}  # fmt: skip


@pytest.mark.parametrize("item", [FIRST_VERSION, SECOND_VERSION, THIRD_VERSION, [FIRST_VERSION]])
def test_an_agency_item_in_any_version_gives_the_same_article(item: Any) -> None:
    """Ninjs 1, 2 and 3 say the same in other words: headline, richest body, byline, agency, the version's day."""
    [found] = articles(item)
    assert shown(found) == [("headline", "Brücke gesperrt"), (None, FIRST), (None, SECOND)]
    assert (found.title, found.author, found.publisher) == ("Brücke gesperrt", ("Els Maas", "Jan Dijk"), "dpa")
    assert (found.url, found.language) == (LINK, "de")
    assert dates(found) == [("2021-03-09", STAMP), ("2021-03-08", "2021-03-08T10:00:00Z")]


def test_what_an_agency_takes_back_is_not_read() -> None:
    """A withheld item and a picture are passed over; alone, the first says why."""
    kept = articles([{**FIRST_VERSION, "pubstatus": "withheld"}, {**FIRST_VERSION, "type": "picture"}, FIRST_VERSION])
    assert len(kept) == 1
    with pytest.raises(UnreadableInput, match="withheld or cancelled"):
        articles({**THIRD_VERSION, "pubStatus": "canceled"})


LINKED: dict[str, Any] = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Brücke gesperrt",
    "articleBody": f"{FIRST}\n\n{SECOND}", "author": [{"@type": "Person", "name": "Els Maas"}, "Jan Dijk"],
    "publisher": {"@type": "Organization", "name": "Elbpost"}, "datePublished": STAMP, "dateModified": "2022-01-01",
    "inLanguage": "de", "mainEntityOfPage": {"@type": "WebPage", "@id": LINK},
}  # fmt: skip
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#us", "name": "Elbpost"},
        {"@type": "Person", "@id": "#els", "name": "Els Maas"},
        {**LINKED, "@type": ["Article", "http://schema.org/ReportageNewsArticle"], "publisher": {"@id": "#us"},
         "author": [{"@id": "#els"}, {"name": "Jan Dijk"}], "mainEntityOfPage": None, "url": LINK,
         "headline": {"@language": "de", "@value": "Brücke gesperrt"}, "@id": "urn:1"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("value", [LINKED, [LINKED], GRAPH, [*GRAPH["@graph"]]])
def test_linked_data_give_the_same_article_in_every_shape(value: Any) -> None:
    """One node, a list, and a graph whose nodes name each other; the day of a change is no publication."""
    [found] = articles(value)
    assert shown(found) == [("headline", "Brücke gesperrt"), (None, FIRST), (None, SECOND)]
    assert (found.author, found.publisher, found.url) == (("Els Maas", "Jan Dijk"), "Elbpost", LINK)
    assert dates(found) == [("2021-03-09", STAMP)]


def test_a_live_blog_is_one_article() -> None:
    """The entries of a live blog stand under their headlines in one text, with the date of the whole."""
    entries = [
        {"@type": "BlogPosting", "headline": f"{n} Uhr", "articleBody": body, "datePublished": "2021-03-10"}
        for n, body in ((9, FIRST), (8, SECOND))
    ]
    [found] = articles({**LINKED, "@type": "LiveBlogPosting", "articleBody": None, "liveBlogUpdate": entries})
    assert [text for _, text in shown(found)] == ["Brücke gesperrt", "9 Uhr", FIRST, "8 Uhr", SECOND]
    assert dates(found) == [("2021-03-09", STAMP)]


ROW: dict[str, Any] = {
    "headline": "Brücke gesperrt", "content": HTML, "publishedAt": STAMP, "authors": ["Els Maas", {"name": "Jan Dijk"}],
    "source": {"id": 7, "name": "Elbpost"}, "url": LINK, "lang": "de",
}  # fmt: skip


@pytest.mark.parametrize(
    "value", [ROW, [ROW], {"status": "ok", "articles": [ROW]}, {"hits": {"total": 1, "hits": [{"_source": ROW}]}}]
)
def test_objects_with_named_fields_are_articles(value: Any) -> None:
    """One object, a list, and the answer of a search that has the list inside."""
    [found] = articles(value)
    assert shown(found) == [("headline", "Brücke gesperrt"), (None, FIRST), (None, SECOND)]
    assert (found.author, found.publisher, found.url) == (("Els Maas", "Jan Dijk"), "Elbpost", LINK)
    assert (found.language, dates(found)) == ("de", [("2021-03-09", STAMP)])


def test_lines_of_json_are_read_each_by_itself() -> None:
    """A row a line in their order; what was cut off at the end costs that line only."""
    rows = [json.dumps({**ROW, "headline": str(number)}, ensure_ascii=False) for number in (3, 1, 2)]
    source = "\r\n".join([*rows, "", rows[0][:40]])
    found = JsonLines().read(make_received(source, media_type="application/jsonl"))
    assert [one.title for one in found] == ["3", "1", "2"]


@pytest.mark.parametrize(
    "value",
    ["", "{", "[" * 100_000, '{"a":' * 100_000, "[]", "[1, null]", "7", "{}", {"@type": "Person", "name": "Els"},
     {"@context": "x", "@graph": "y"}, {"uri": "x", "headlines": [None, 3], "bodies": {"a": 1}, "pubstatus": ["x"]},
     {"title": "T", "text": 5}, {"articles": [{"content": None, "title": []}]}, '{"text": ' + "9" * 5000 + "}"],
)  # fmt: skip
@pytest.mark.parametrize("reader", [JsonFile(), JsonLines()])
def test_json_without_a_text_is_unreadable(reader: JsonFile | JsonLines, value: Any) -> None:
    """Broken, bottomless, empty and foreign JSON is refused with a mend."""
    source = value if isinstance(value, str) else json.dumps(value)
    with pytest.raises(UnreadableInput, match=";"):
        reader.read(make_received(source, media_type=reader.media_types[0]))


def test_objects_without_a_text_say_what_they_have() -> None:
    """The error names the fields that are there and those looked for."""
    with pytest.raises(UnreadableInput, match=r"names are: nummer, farbe; looked for: text, body"):
        articles([{"nummer": 1, "farbe": "rot"}])
