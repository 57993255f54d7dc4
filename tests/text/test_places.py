"""Place names and demonyms."""

import pytest

from careo.text.lexicon import LANGUAGES, table
from careo.text.names.places import is_demonym, kind_of_place, place_of


@pytest.mark.parametrize(
    ("language", "phrase", "country"),
    [
        ("de", "Norwegen", "NO"), ("de", "norwegischen", "NO"), ("de", "Chiles", "CL"), ("de", "USA", "US"),
        ("nl", "VS", "US"), ("nl", "Oegandese", "UG"), ("nl", "Zuid-Korea", "KR"), ("nl", "Boliviaanse", "BO"),
        ("es", "EE. UU.", "US"), ("es", "noruegas", "NO"), ("es", "Países Bajos", "NL"), ("es", "japonesa", "JP"),
        ("en", "U.S.", "US"), ("en", "Ugandans", "UG"), ("en", "South Korean", "KR"), ("en", "Britain", "GB"),
    ],
)  # fmt: skip
def test_countries_and_demonyms_have_their_code(language: str, phrase: str, country: str) -> None:
    """A country is known by name, abbreviation and demonym, with its ISO code."""
    place = place_of(phrase, language)
    assert place is not None
    assert (place.country, place.kind) == (country, "country")


def test_a_town_has_no_country() -> None:
    """Its name alone does not tell which town it is: the country stays unknown."""
    place = place_of("Managua", "es")
    assert place is not None
    assert place.country is None


def test_lower_case_words_are_no_countries() -> None:
    """A word that a country shares with everyday speech counts only with its capital."""
    assert place_of("turkey", "en") is None
    assert place_of("Turkey", "en") is not None


def test_adjectives_are_told_from_names() -> None:
    """An adjective of a country is no name of it."""
    assert is_demonym("chilenischen", "de")
    assert not is_demonym("Chile", "de")


def test_kinds_of_places_come_in_their_plain_form() -> None:
    """What a report calls a place is kept in the singular."""
    assert kind_of_place("Provinzen", "de") == "Provinz"
    assert kind_of_place("house", "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_demonyms_for_sixty_countries(language: str) -> None:
    """Demonyms are in no package, so each language brings its own."""
    assert len(table(language, "places")["demonyms"]) >= 60
