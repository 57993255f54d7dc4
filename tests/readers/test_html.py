"""Web pages."""

import json
import time

import pytest

from careo.errors import UnreadableInput
from careo.readers.base import Article
from careo.readers.html import WebPage
from tests.make import make_received

PARAGRAPHS = [
    "De brug bij de molen is sinds maandag dicht voor alle verkeer, meldt de provincie.",
    "Het werk aan de tweede boog duurt drie weken, en tot dan is de oude weg open.",
    "Bewoners vinden dat te lang en willen een veerboot over de rivier.",
]


def page(head: str = "", *, heading: str = "<h1>Brug bij de molen dicht</h1>", lang: str = "nl") -> str:
    """Return a page with one article and the usual trimmings."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>Brug dicht - De Dijkbode</title>"
        f"<meta property='og:site_name' content='De Dijkbode'>{head}</head><body><nav><a href='/'>Voorpagina</a></nav>"
        f"<article>{heading}{body}</article><footer>De Dijkbode sinds 1921</footer></body></html>"
    )


def linked(**fields: object) -> str:
    """Return a script element of linked data."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def article(source: str | bytes) -> Article:
    """Return the page's article."""
    data = source.encode() if isinstance(source, str) else source
    [found] = WebPage().read(make_received(data, media_type="text/html"))
    return found


def dates(source: str) -> list[tuple[str, str]]:
    """Return method and value of the dates a page states."""
    found = article(source).published
    assert all(date.evidence in source for date in found)
    return [(date.method, date.value) for date in found]


def test_a_page_gives_its_article_a_paragraph_a_line() -> None:
    """Heading and paragraphs come out, navigation and footer do not."""
    found = article(page(linked(author={"@type": "Person", "name": "Els Maas"})))
    assert [paragraph.text for paragraph in found.paragraphs] == ["Brug bij de molen dicht", *PARAGRAPHS]
    assert found.paragraphs[0].role == "headline"
    assert (found.title, found.publisher, found.language) == ("Brug bij de molen dicht", "De Dijkbode", "nl")
    assert found.author == ("Els Maas",)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_the_declared_encoding_is_understood(encoding: str) -> None:
    """A page in a legacy encoding reads like one in UTF-8."""
    source = page(heading="<h1>Brug te Coevörden gesloten</h1>").replace("utf-8", encoding)
    assert article(source.encode(encoding)).title == "Brug te Coevörden gesloten"


def test_dates_come_strongest_first_with_their_evidence() -> None:
    """Linked data, meta fields, the address and a time element each state a date, verbatim in the source."""
    head = (
        linked(datePublished="2021-03-09T08:00:00+01:00", dateModified="2022-01-01")
        + '<meta property="article:published_time" content="2021-03-10T00:00:00Z">'
        + '<link rel="canonical" href="https://dijkbode.example.org/2021/03/11/brug">'
    )
    heading = "<h1>Brug dicht</h1><time datetime='2021-03-12'>12 maart</time>"
    assert dates(page(head, heading=heading)) == [
        ("json-ld", "2021-03-09"), ("meta", "2021-03-10"), ("visible", "2021-03-12"), ("url", "2021-03-11"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "",
        linked(datePublished="gisteren"),
        linked(datePublished="0001-01-01"),
        linked(datePublished="2021-02-30"),
        linked(datePublished=20210309),
        linked(dateModified="2022-01-01"),
        '<meta name="date" content="">',
        '<script type="application/ld+json">{"datePublished": "2021-03-09", </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_no_date_is_invented(head: str) -> None:
    """A page that states no publication date has none: no other date, no default, not today."""
    assert dates(page(head)) == []


def test_the_pages_own_linked_data_go_before_its_neighbours() -> None:
    """Where several articles are described, the one with the page's heading counts."""
    other = linked(headline="Storm over de dijk", datePublished="2020-01-01")
    own = linked(headline="Brug bij de molen dicht", datePublished="2021-03-09")
    assert dates(page(other + own)) == [("json-ld", "2021-03-09")]


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"<html><head><title>x</ti <body <p>cut off <div <<< &nosuch; \xff",
        b"<html><body><nav><a href='/'>Home</a><a href='/b'>News</a></nav></body></html>",
        b"<html><body>" + b"<div>" * 100_000 + b"deep",
    ],
)
def test_a_page_without_an_article_is_unreadable(source: bytes) -> None:
    """A broken page, a menu and a bottomless one are refused with a mend."""
    with pytest.raises(UnreadableInput, match="save"):
        article(source)


def hollow(inside: str, head: str = "") -> str:
    """Return a page whose scripts would have to write the text."""
    return f"<html lang=nl><head>{head}</head><body><h1>Brug dicht</h1><div id=app></div>{inside}</body></html>"


def texts(source: str) -> list[str]:
    """Return the lines of a page's article."""
    return [paragraph.text for paragraph in article(source).paragraphs]


def test_text_that_only_machines_are_told_is_read() -> None:
    """A page that shows nothing without scripts gives the body in its linked data, an entry of a live blog a line."""
    body = "\n\n".join(PARAGRAPHS)
    assert texts(hollow("", linked(headline="Brug dicht", articleBody=body))) == ["Brug dicht", *PARAGRAPHS]
    entries = [{"@type": "BlogPosting", "headline": "9 uur", "articleBody": one} for one in PARAGRAPHS[:2]]
    blog = linked(headline="Brug dicht", liveBlogUpdate=entries).replace("NewsArticle", "LiveBlogPosting")
    assert texts(hollow("", blog)) == ["Brug dicht", "9 uur", PARAGRAPHS[0], "9 uur", PARAGRAPHS[1]]


def test_text_for_browsers_without_scripts_is_read() -> None:
    """What stands in noscript alone is the text."""
    inside = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    assert texts(hollow(f"<noscript><article>{inside}</article></noscript>")) == ["Brug dicht", *PARAGRAPHS]


def test_a_teaser_gives_way_to_the_whole_text_only() -> None:
    """A page that shows the beginning of the body in its linked data gives all of it; of another body nothing."""
    shown = f"<article><p>{PARAGRAPHS[0]}</p></article>"
    whole = "\n\n".join(PARAGRAPHS * 2)
    assert len(texts(hollow(shown, linked(headline="Brug dicht", articleBody=whole)))) == 7
    other = "\n\n".join(PARAGRAPHS[1:] * 6)
    assert texts(page(linked(headline="Brug bij de molen dicht", articleBody=other))) == texts(page())


def test_a_page_for_telephones_is_a_page() -> None:
    """AMP marks its pages with a flash of lightning, which changes nothing."""
    source = page().replace("<html lang='nl'>", "<html \u26a1 lang='nl'>")
    assert texts(source) == ["Brug bij de molen dicht", *PARAGRAPHS]


@pytest.mark.parametrize(
    "mark",
    [
        "<!--\n Page saved with SingleFile \n url: {} \n saved date: Fri Apr 01 2022 10:00:00 GMT+0200 (CEST)\n-->",
        "<!-- saved from url=(0039){} -->",
        '<meta name="savepage-url" content="{}">',
    ],
)
def test_a_saved_page_says_where_it_is_from(mark: str) -> None:
    """What saving programs write gives the address, and its day; never the day of saving."""
    found = article(page().replace("<head>", "<head>" + mark.format("https://d.example/2021/03/09/brug")))
    assert found.url == "https://d.example/2021/03/09/brug"
    assert [(date.value, date.method) for date in found.published] == [("2021-03-09", "url")]


def test_files_put_inside_a_page_cost_no_time() -> None:
    """A page of twelve megabytes, nearly all pictures and type, is read like one without them."""
    picture = f"<img src=data:image/png;base64,{'QUJD' * 1_500_000}>"
    type_ = f"<style>@font-face{{src:url(data:font/woff2;base64,{'QUJD' * 1_500_000})}}</style>"
    started = time.monotonic()
    assert texts(page(type_).replace("<article>", f"<article>{picture}")) == texts(page())
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    ("lang", "heading", "text"),
    [
        (
            "zh",
            "磨坊旁的桥梁关闭",
            "省政府表示，磨坊旁的桥梁自星期一起对所有车辆关闭。第二个桥拱的施工需要三个星期，在此之前旧路开放。",
        ),
        (
            "ja",
            "水車小屋の橋が通行止め",
            "県によると、水車小屋のそばの橋は月曜日から全面通行止めになった。工事は三週間続き、旧道は通れるという。",
        ),
        ("th", "ปิดสะพานข้างโรงสี", "ทางจังหวัดแจ้งว่าสะพานข้างโรงสีปิดการจราจรทุกชนิดตั้งแต่วันจันทร์เป็นเวลาสามสัปดาห์จนกว่างานจะแล้วเสร็จ"),
    ],
)
def test_scripts_without_spaces_are_read(lang: str, heading: str, text: str) -> None:
    """A page of few spaces is not taken for one without text, nor its heading for no heading."""
    source = f"<html lang='{lang}'><body><article><h1>{heading}</h1><p>{text}</p></article></body></html>"
    assert [paragraph.text for paragraph in article(source).paragraphs] == [heading, text]
