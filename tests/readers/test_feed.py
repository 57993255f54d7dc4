"""Feeds."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from careo.errors import InputError, UnreadableInput
from careo.readers.base import Article
from careo.readers.feed import Feed
from careo.readers.guard import parse
from careo.readers.media import media_type
from careo.settings import Settings
from careo.stages.read import read
from tests.make import make_received
from tests.readers.shown import shown

FIRST = "De brug bij de molen is sinds maandag dicht voor alle verkeer, meldt de provincie."
SECOND = "Het werk aan de tweede boog duurt drie weken, en tot dan is de oude weg open."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
LINK = "https://dijkbode.example.org/brug"
STAMP = "Tue, 09 Mar 2021 23:30:00 +0100"


def rss(*items: str, head: str = "") -> str:
    """Return an RSS 2.0 feed."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>De Dijkbode</title><link>https://dijkbode.example.org</link><language>nl-NL</language>{head}"
        f"{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


FULL = (
    f"<title>Brug &amp;amp; molen</title><link>{LINK}</link><dc:creator>Els Maas</dc:creator><pubDate>{STAMP}</pubDate>"
    f"<description>Kort.</description><content:encoded><![CDATA[{BODY}]]></content:encoded>"
)


def articles(source: str | bytes, name: str = "feed.xml") -> tuple[Article, ...]:
    """Return the articles of a feed, of whatever kind its bytes say it is."""
    data = source.encode() if isinstance(source, str) else source
    kind = media_type(name, data)
    assert kind in Feed().media_types
    return Feed().read(make_received(data, media_type=kind))


def test_an_item_is_an_article() -> None:
    """Title, author, address, date with its evidence, feed title, language and the longest text of an item come out."""
    [found] = articles(rss(FULL))
    assert shown(found) == [("headline", "Brug & molen"), (None, FIRST), (None, SECOND)]
    assert (found.title, found.author, found.url) == ("Brug & molen", ("Els Maas",), LINK)
    assert (found.publisher, found.language) == ("De Dijkbode", "nl-NL")
    assert [(date.value, date.method, date.evidence) for date in found.published] == [("2021-03-09", "feed", STAMP)]


RDF = f"""<?xml version="1.0"?><!-- a comment --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>De Dijkbode</title><dc:language>nl-NL</dc:language></channel>
<item rdf:about="{LINK}"><title>Brug &amp; molen</title><link>{LINK}</link><dc:creator>Els Maas</dc:creator>
<dc:date>2021-03-09T23:30:00+01:00</dc:date><description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}</description></item>
</rdf:RDF>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl-NL"><title>De Dijkbode</title>
<author><name>Els Maas</name></author><updated>2022-01-01T00:00:00Z</updated>
<entry><title type="html">Brug &amp;amp; molen</title><link rel="alternate" href="{LINK}"/>
<updated>2022-01-01T00:00:00Z</updated><published>2021-03-09T23:30:00+01:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""

JSON_FEED: dict[str, Any] = {
    "title": "De Dijkbode",
    "language": "nl-NL",
    "authors": [{"name": "Els Maas"}],
    "items": [
        {"id": "1", "url": LINK, "title": "Brug &amp; molen", "content_html": BODY,
         "date_published": "2021-03-09T23:30:00+01:00", "date_modified": "2022-01-01T00:00:00Z"},
    ],
    "version": "https://jsonfeed.org/version/1.1",
}  # fmt: skip


@pytest.mark.parametrize("source", [RDF, ATOM, json.dumps(JSON_FEED), json.dumps(JSON_FEED).replace("/", "\\/")])
def test_every_kind_of_feed_gives_the_same_article(source: str) -> None:
    """RSS 1.0, Atom and JSON Feed say the same in other words."""
    [found], [expected] = articles(source), articles(rss(FULL))
    assert shown(found) == shown(expected)
    assert (found.title, found.author, found.url) == (expected.title, expected.author, expected.url)
    assert (found.publisher, found.language) == (expected.publisher, expected.language)
    assert [(date.value, date.method) for date in found.published] == [("2021-03-09", "feed")]
    assert all(date.evidence in source for date in found.published)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_declared_encoding_is_understood(encoding: str) -> None:
    """A feed in another encoding reads the same."""
    source = rss(FULL.replace("molen", "mölen")).replace('"utf-8"', f'"{encoding}"')
    assert articles(source.encode(encoding))[0].title == "Brug & mölen"


def test_a_teaser_is_kept_as_the_lead() -> None:
    """A short summary is the lead of an article, and its link to the whole is furniture."""
    html = f'&lt;p&gt;{FIRST} &lt;a href="{LINK}?utm_source=rss"&gt;Lees meer&lt;/a&gt;&lt;/p&gt;'
    [found] = articles(rss(f"<title>Brug</title><link>{LINK}</link><description>{html}</description>"))
    assert shown(found) == [("headline", "Brug"), ("lead", FIRST), ("furniture", "Lees meer")]


def test_items_keep_their_order_and_those_without_text_are_passed_over() -> None:
    """The reports of a feed are numbered in its order, the same each time; an item that says nothing is none."""
    items = [f"<title>Nummer {n}</title><description>Bericht {n} over de brug.</description>" for n in (3, 1, 2)]
    empty = ["<title>Leeg</title>", "<title>Leeg</title><description>&lt;img src='x'&gt; *** </description>"]
    received = make_received(rss(items[0], *empty, *items[1:]), origin="a.rss", media_type="application/rss+xml")
    reports = read(received, parse(received, Settings()))
    assert [(report.item, report.title) for report in reports] == [(0, "Nummer 3"), (1, "Nummer 1"), (2, "Nummer 2")]
    assert reports == read(received, parse(received, Settings()))
    assert reports[1].parts[1].role == "lead"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<pubDate>gisteren</pubDate>", []),
        ("<atom:updated>2021-03-09T00:00:00Z</atom:updated>", []),
        ("<dc:date>2021-03-09</dc:date>", [("feed", "2021-03-09")]),
        ("<link>https://d.example/2021/03/08/brug</link>", [("url", "2021-03-08")]),
    ],
)
def test_no_date_is_invented(item: str, expected: list[tuple[str, str]]) -> None:
    """Only a date of publication counts: not the last change, nor the feed's own date."""
    source = rss(f"<title>T</title><description>{FIRST}</description>{item}", head=f"<pubDate>{STAMP}</pubDate>")
    assert [(date.method, date.value) for date in articles(source)[0].published] == expected


def test_an_item_from_elsewhere_names_its_publisher() -> None:
    """In a feed of feeds the publisher is the one the item came from; an address that is no page is none."""
    elsewhere = '<source url="https://x.example">Andere Bode</source><link>javascript:x</link>'
    source = rss(f"{elsewhere}<description>{FIRST}</description>")
    [found] = articles(source)
    assert (found.publisher, found.url, found.title) == ("Andere Bode", None, None)


@pytest.mark.parametrize(
    ("source", "type_"),
    [
        (rss(), "application/rss+xml"),
        (rss("<title>Leeg</title>"), "application/rss+xml"),
        ("", "application/rss+xml"),
        ("<rss><chan", "application/rss+xml"),
        (rss(FULL).replace("http://purl.org/dc/", "http://purl.org/\u00a0dc/"), "application/rss+xml"),
        ("geen feed", "application/atom+xml"),
        ("{", "application/feed+json"),
        ("[" * 200_000, "application/feed+json"),
        ("[1]", "application/feed+json"),
        ('{"items": [1, null, {"title": 5, "authors": [7], "content_html": ["x"]}]}', "application/feed+json"),
    ],
)
def test_a_feed_without_text_is_unreadable(source: str, type_: str) -> None:
    """An empty, broken or foreign file is refused with a mend."""
    with pytest.raises(UnreadableInput, match=";"):
        Feed().read(make_received(source, media_type=type_))


def test_a_feed_cut_off_gives_its_whole_items() -> None:
    """What came before the break is read, and bent XML as well."""
    source = rss(FULL, FULL)
    found = articles(source[: source.rindex("<item>") + 40].replace("Els Maas", "Els & Maas &nbsp;"))
    assert shown(found[0])[1:] == [(None, FIRST), (None, SECOND)]
    assert found[0].author == ("Els & Maas",)


def laughs(before: str = "") -> str:
    """Return a feed of two kilobytes that wants to be ten gigabytes."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "hahaha">{entities}]>'
    return rss("<title>T</title><description>&l10;</description>").replace("<rss ", f"{before}{doctype}<rss ")


def quadratic() -> str:
    """Return a feed with one long entity, called often."""
    doctype = f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 100_000}">]>'
    return rss(f"<description>{'&a;' * 50_000}</description>").replace("<rss ", f"{doctype}<rss ")


def outside(path: Path) -> str:
    """Return a feed that wants a file of this computer read into it."""
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{path.as_uri()}">]>'
    return rss("<title>T</title><description>geheim: &x;</description>").replace("<rss ", f"{doctype}<rss ")


@pytest.mark.parametrize("bomb", [laughs(), laughs("<!-- <a> -->"), laughs("<?x <a> ?>"), quadratic()])
@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_a_bomb_does_nothing(bomb: str, name: str) -> None:
    """A feed that grows without end costs one error with a mend, at once; the next feed is read."""
    kind = media_type(name, bomb.encode())
    started = time.monotonic()
    with pytest.raises(InputError, match=";"):
        parse(make_received(bomb, origin=name, media_type=kind), Settings(parse_seconds=5))
    assert time.monotonic() - started < 5
    good = make_received(rss(FULL), origin="good.rss", media_type="application/rss+xml")
    assert parse(good, Settings(parse_seconds=5))[0].title == "Brug & molen"


def test_a_bomb_in_disguise_does_nothing() -> None:
    """An encoding that nobody looks for hides no bomb."""
    for encoding in ("utf-16", "utf-16-be", "utf-7", "cp037"):
        data = laughs().replace('"utf-8"', f'"{encoding}"').encode(encoding)
        with pytest.raises(InputError):
            parse(make_received(data, media_type="application/rss+xml"), Settings(parse_seconds=5))


def test_no_file_is_read_into_a_feed(tmp_path: Path) -> None:
    """An entity or a DTD that points outside brings nothing in."""
    secret = tmp_path / "secret.txt"
    secret.write_text("wachtwoord")
    with pytest.raises(UnreadableInput, match="entities of its own"):
        Feed().read(make_received(outside(secret), media_type="application/rss+xml"))
    doctype = f'<!DOCTYPE rss SYSTEM "{secret.as_uri()}">'
    [found] = articles(rss(FULL).replace("<rss ", f"{doctype}<rss "))
    assert "wachtwoord" not in repr(found)
