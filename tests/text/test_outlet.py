"""Which outlet published a text."""

import pytest

from careo.text.sheet.layout import lines_of
from careo.text.sheet.outlet import find_outlet, shortened

BODY = (
    "The ferry to the island was stopped by the harbour office on Sunday after a night of strong wind and high water.",
    "Passengers spent the night in a school, and the mayor said that the crossing would open again on Monday at noon.",
)
HEAD = "Ferry stopped after a night of storm"


def outlet(*lines: str, language: str = "en", people: tuple[str, ...] = (), end: tuple[str, ...] = ()) -> str | None:
    """Return the outlet of a report with these lines at its top and end."""
    text = "\n".join((*lines, "", *BODY, "", *end))
    return find_outlet(text, lines_of(text), language, known=None, people=people).name


@pytest.mark.parametrize(
    ("top", "end", "name"),
    [
        ((HEAD, "", "Island Chronicle, 4 May 2024"), (), "Island Chronicle"),
        ((HEAD, "", "The Lantern, 4 May 2024"), (), "The Lantern"),
        ((HEAD, "", "Northshore Docks, 4 May 2024"), ("Copyright Northshore Docks.",), "Northshore Docks"),
        (("THE LANTERN OF OLDPORT", "Oldport, 4 May 2024", "", HEAD), (), "The Lantern of Oldport"),
        (("Northshore Docks", "", HEAD), ("Archive of Northshore Docks, issue 12",), "Northshore Docks"),
        ((HEAD,), ("© 2024 Northshore Docks Ltd. All rights reserved.",), "Northshore Docks"),
        ((HEAD,), (f"The post {HEAD} appeared first on Northshore Docks.",), "Northshore Docks"),
        ((HEAD,), ("Support The Island Chronicle with a small gift.",), "The Island Chronicle"),
    ],
)  # fmt: skip
def test_an_outlet_is_vouched_for(top: tuple[str, ...], end: tuple[str, ...], name: str) -> None:
    """A name over the report or in its imprint is the outlet's where a word, an article or the page's tail says so."""
    assert outlet(*top, end=end) == name


@pytest.mark.parametrize(
    ("top", "end"),
    [
        ((HEAD, "", "Oldport, 4 May 2024"), ()),
        ((HEAD, "", "La Paz, 4 May 2024"), ()),
        ((HEAD, "", "Mary Stone, 4 May 2024"), ()),
        ((HEAD, "", "London, 4 May 2024"), ("London is in our archive.",)),
        (("Storm Over Oldport", "", HEAD), ("Storm and rain kept coming over Oldport.",)),
        (("The End of the Week", "", HEAD), ()),
        ((HEAD,), ("© 2024 All rights reserved.",)),
        ((HEAD,), ("Support for the Island Chronicle came from its readers on the shore.",)),
    ],
)
def test_no_place_person_or_headline_is_an_outlet(top: tuple[str, ...], end: tuple[str, ...]) -> None:
    """What nothing vouches for stays unknown."""
    assert outlet(*top, end=end) is None


def test_who_signs_is_no_outlet() -> None:
    """A writer who keeps the rights is a writer."""
    assert outlet(HEAD, end=("© 2024 Mary Stone",), people=("Mary Stone",)) is None


def test_the_lines_of_the_name_alone_are_told() -> None:
    """The masthead line can then be kept out of the headline."""
    text = "\n".join(("Northshore Docks", "", HEAD, "", *BODY, "", "© 2024 Northshore Docks"))
    found = find_outlet(text, lines_of(text), "en", known=None, people=())
    assert (found.name, found.lines) == ("Northshore Docks", (0,))


@pytest.mark.parametrize(
    ("name", "url", "short"),
    [
        ("Island Chronicle - World", "https://www.island-chronicle.example/a", "Island Chronicle"),
        ("World | Island Chronicle", "https://islandchronicle.example/a", "Island Chronicle"),
        ("Island Chronicle - World", "https://news.example/a", "Island Chronicle - World"),
        ("Island Chronicle - World", None, "Island Chronicle - World"),
        ("Island Chronicle", "https://other.example/", "Island Chronicle"),
        (None, None, None),
    ],
)
def test_a_feeds_section_is_no_part_of_the_name(name: str | None, url: str | None, short: str | None) -> None:
    """The piece that the address is called by is the outlet; else nothing is cut."""
    assert shortened(name, url) == short


CROWNED = ("Streets flooded after three days of rain", "Three days of rain have flooded the lower town.")


@pytest.mark.parametrize("name", ["De Waterlinie", "LA LANTERNA NUOVA", "Gazette du Rhône"])
def test_a_line_directly_over_the_day_is_the_masthead(name: str) -> None:
    """Headline and text stand apart below: no word that papers are called by is needed."""
    text = "\n\n".join((f"{name}\n3 March 2024", *CROWNED))
    assert (find_outlet(text, lines_of(text), "en", known=None, people=()).name or "").casefold() == name.casefold()


@pytest.mark.parametrize("headline", ["Floods in Lima", "Five Thousand March Against Dam"])
def test_a_headline_over_the_day_is_no_masthead(headline: str) -> None:
    """What says where, or takes more words than a name does, is the headline of a report without an outlet."""
    text = "\n\n".join((f"{headline}\n3 March 2024", *CROWNED))
    assert find_outlet(text, lines_of(text), "en", known=None, people=()).name is None


@pytest.mark.parametrize("label", ["Bron", "Quelle", "Fuente", "Fonte", "Source"])
def test_a_source_right_over_the_day_is_the_outlet(label: str) -> None:
    """So archives head what they keep; an agency there is no outlet, nor is a source elsewhere."""
    text = "\n".join((CROWNED[0], "", f"{label}: De Waterlinie", "3 March 2024", "", CROWNED[1]))
    agency, apart = text.replace("De Waterlinie", "dpa"), text.replace("linie\n", "linie\n\n")
    found = [find_outlet(one, lines_of(one), "en", known=None, people=()).name for one in (text, agency, apart)]
    assert found == ["De Waterlinie", None, None]
