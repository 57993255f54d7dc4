"""Boxes beside a report, by name and by link, and the small print over it."""

import pytest

from tests.readers.test_html import PARAGRAPHS, article, page


def roles(inserted: str, *, heading: str = "<h1>Brug dicht</h1>") -> dict[str, str | None]:
    """Return the role of each paragraph of a page, with a piece of HTML set after its first paragraph."""
    first, *others = PARAGRAPHS * 2
    source = page(heading=heading + f"<p>{first}</p>{inserted}" + "".join(f"<p>{text}</p>" for text in others))
    return {paragraph.text: paragraph.role for paragraph in article(source).paragraphs}


@pytest.mark.parametrize(
    ("inserted", "text"),
    [
        ("<div class='donation-box'><p>De dijk is duur.</p></div>", "De dijk is duur."),
        ("<div id='newsletterTeaser'><p>Elke avond het water in uw bus.</p></div>", "Elke avond het water in uw bus."),
        ("<div class='x1'><p>Elke avond water. <a href='/x'>Ik doe mee</a></p></div>", "Elke avond water. Ik doe mee"),
        ("<p class='x2'>Ook goed: <a href='/y'>De molen draait weer</a></p>", "Ook goed: De molen draait weer"),
    ],
)  # fmt: skip
def test_boxes_are_furniture(inserted: str, text: str) -> None:
    """A box that its name gives away, or that ends with a button, or a label with links, is furniture or is gone."""
    found = roles(inserted)
    assert found.get(text, "furniture") == "furniture"
    assert all(found[paragraph] is None for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "inserted",
    [
        "<p class='paywall'>De brug blijft volgens de provincie nog drie weken dicht voor zwaar verkeer.</p>",
        "<p>De brug blijft dicht, zo staat in <a href='/b'>het besluit van de provincie</a>.</p>",
        "<p>Zo staat het in het besluit. <a href='/b'>De provincie licht toe</a></p>",
        "<blockquote><p>De brug blijft dicht, zo zei de gedeputeerde het op de markt.</p></blockquote>",
    ],
)
def test_the_reports_own_paragraphs_stay(inserted: str) -> None:
    """Links and class names inside the report make no box of it."""
    assert "furniture" not in roles(inserted).values()


@pytest.mark.parametrize(
    "small",
    [
        "De Dijkbode, 24 januari 2023, 07:15 uur",
        "Door Els Maas",
        "Deze pagina is verzonnen.",
    ],
)
def test_small_print_under_the_heading_is_kept(small: str) -> None:
    """A day, a byline or a remark that extraction drops comes back as a note; buttons do not."""
    more = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS * 2)
    heading = f"<h1>Brug dicht</h1><div class='meta'>{small}<br>Deel dit</div>{more}"
    found = article(page(heading=heading))
    assert (small, "note") in [(paragraph.text, paragraph.role) for paragraph in found.paragraphs]
    assert "Deel dit" not in [paragraph.text for paragraph in found.paragraphs]


def test_a_time_element_without_a_stamp_is_read() -> None:
    """What a reader sees in it dates the page, where it is a whole day."""
    shown = article(page(heading="<h1>Brug dicht</h1><time>9 maart 2021</time>")).published
    assert [(date.value, date.method, date.evidence) for date in shown] == [("2021-03-09", "visible", "9 maart 2021")]
    assert article(page(heading="<h1>Brug dicht</h1><time>9 maart</time>")).published == ()


@pytest.mark.parametrize(
    ("title", "publisher"),
    [("Brug dicht | Regio | De Molen", "De Molen"), ("Brug dicht - De Molen", "De Molen"), ("Brug dicht", None),
     ("Brug dicht en open - nieuws", None)],
)  # fmt: skip
def test_the_outlet_may_stand_in_the_title(title: str, publisher: str | None) -> None:
    """Where no field names it, what follows the heading in the page's title does."""
    source = page(heading="<h1>Brug dicht</h1>").replace("Brug dicht - De Dijkbode", title)
    source = source.replace("<meta property='og:site_name' content='De Dijkbode'>", "")
    assert article(source).publisher == publisher
