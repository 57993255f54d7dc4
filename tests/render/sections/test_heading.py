"""The heading of a page says what the page is."""

from dataclasses import replace

from careo.model.derived import Location
from careo.model.inferred import Dossier
from careo.render.quoting.index import index
from careo.render.sections.heading import heading
from careo.render.wording.speech import speech
from tests.render.sample import dossier


def placed(base: Dossier, country: str, *reports: str) -> Location:
    """Return a country that these reports name."""
    return Location(
        f"location-{country}", base.story.id, None, country, country, "country", (), "country", 1.0, 1.0, (),
        ("event",), (), (), reports, None,
    )  # fmt: skip


def test_names_number_and_period_in_the_language_of_the_page() -> None:
    """The country stands first, as readers of the page call it; then the names most reports have."""
    base = dossier()
    everywhere = tuple(report.id for report in base.reports)
    base = replace(base, locations=(placed(base, "NL", everywhere[0]), placed(base, "DE", *everywhere)))
    found = heading(index(base, speech("es")))
    assert found.names.startswith("Alemania, ")
    assert len(found.names.split(", ")) == 3
    assert found.extent == "3 noticias, mayo de 2024"
    assert heading(index(base, speech("de"))).whole.startswith("Deutschland, ")


def test_no_headline_of_one_report_becomes_the_heading() -> None:
    """Whatever the story is called in lists, the heading is made of what is counted."""
    base = dossier()
    other = replace(base, story=replace(base.story, title="Shocking news"))
    assert heading(index(base)) == heading(index(other))


def test_without_names_and_dates() -> None:
    """What is not known is said, and nothing is made up."""
    base = replace(dossier(), statements=(), claims=(), discrepancies=(), entities=(), derivations=())
    found = heading(index(replace(base, story=replace(base.story, first=None, last=None))))
    assert (found.names, found.whole) == ("", "3 reports, no report is dated")
