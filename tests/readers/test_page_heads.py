"""What stands around a page's headline: the site's name, the day, who wrote it, and bodies that extraction spoils."""

import pytest

from careo.readers.base import Article
from careo.readers.html import WebPage
from tests.make import make_received

TITLE = "Brug bij de molen dicht"
PARAGRAPHS = (
    "De brug bij de molen is sinds maandag dicht voor alle verkeer, meldt de provincie aan de gemeente.",
    "Het werk aan de tweede boog duurt drie weken, en tot dan is de oude weg weer open voor auto's.",
    "Bewoners vinden dat te lang en willen een veerboot over de rivier, zei hun woordvoerder zondag.",
)
BODY = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)


def article(body: str, title: str) -> Article:
    """Return the article of a page with this body and title."""
    source = f"<html lang='nl'><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"
    [found] = WebPage().read(make_received(source.encode(), media_type="text/html"))
    return found


def notes(found: Article) -> list[str]:
    """Return the small print over a report."""
    return [one.text for one in found.paragraphs if one.role == "note"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1 class='site-title'><a href='/'>De Dijkbode</a></h1><h2>{}</h2>", f"{TITLE} - De Dijkbode"),
        ("<h1><a href='index.html'>De Dijkbode</a></h1><h3 class='post-title'>{}</h3>", f"{TITLE} | De Dijkbode"),
        ("<font size='5'>De Dijkbode</font><br><font size='4'><b>{}</b></font>", f"De Dijkbode: {TITLE}"),
    ],
)
def test_the_sites_name_is_not_the_headline(head: str, title: str) -> None:
    """Where the first heading leads home, or there is none, the line that the page's title agrees with is it."""
    found = article(f"<div>{head.format(TITLE)}{BODY}</div>", title)
    assert (found.title, found.publisher) == (TITLE, "De Dijkbode")
    assert found.paragraphs[0].role == "headline"


def test_todays_date_at_the_head_is_not_the_reports() -> None:
    """The line right at the headline dates the report, one far above it does not."""
    top = "<div>zaterdag 2 november 2024 | De Dijkbode</div><div><a href='/1'>Nieuws</a></div><div>Sport</div>"
    found = article(f"{top}<p>Meest gelezen</p><p>Weer</p><div><h1>{TITLE}</h1><i>3 mei 2011</i>{BODY}</div>", TITLE)
    assert notes(found) == ["3 mei 2011"]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<span class='author'>Door <a rel='author'>Els Maas</a></span>", ("Els Maas",)),
        (
            "<p><span class='vcard'><a rel='author'>Els Maas</a></span> <a rel='author'>Jan Vis</a></p>",
            ("Els Maas", "Jan Vis"),
        ),
        ("<span class='post-author'>Di <span class='fn'>Els Maas</span></span>", ("Els Maas",)),
    ],
)
def test_marked_bylines_name_the_writers(byline: str, names: tuple[str, ...]) -> None:
    """What a page marks as its author is read without the word before it, and every one of several."""
    assert article(f"<article><h1>{TITLE}</h1>{byline}{BODY}</article>", TITLE).author == names


def test_those_who_comment_are_no_writers() -> None:
    """A name marked as an author among the comments wrote a comment."""
    comment = "<div class='comments'><b class='author'>Piet Baas</b> Eindelijk!</div>"
    assert article(f"<article><h1>{TITLE}</h1>{BODY}{comment}</article>", TITLE).author == ()


def test_a_list_in_the_report_is_kept() -> None:
    """Points told in a list belong to the report; a list of links does not."""
    points = "<ul><li>De tweede boog wordt helemaal vervangen.</li><li>De oude weg gaat tijdelijk weer open.</li></ul>"
    links = "<ul><li><a href='/1'>Veerman gaat na veertig jaar met pensioen</a></li></ul>"
    found = [one.text for one in article(f"<article><h1>{TITLE}</h1>{BODY}{points}{links}</article>", TITLE).paragraphs]
    assert any("helemaal vervangen" in text for text in found)
    assert not any("pensioen" in text for text in found)


def test_letters_are_mended_before_a_parser_drops_half_of_one() -> None:
    """A closing quotation mark that was decoded wrongly, with a control sign in it, comes out whole."""
    scrambled = "â€œGenoegâ€\u009d, zei de woordvoerder van de bewoners na afloop van het overleg."
    found = article(f"<article><h1>{TITLE}</h1>{BODY}<p>{scrambled}</p></article>", TITLE)
    assert any(one.text.startswith("“Genoeg”, zei") for one in found.paragraphs)
