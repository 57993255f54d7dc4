"""Names of bodies: known in several languages, one to a country, in short."""

import pytest

from careo.text.names.acronyms import spells_out
from careo.text.names.bodies import adds_nothing
from careo.text.names.known_bodies import known_body
from careo.text.names.national_bodies import NationalBody, national_body
from careo.text.names.offices import is_definite


@pytest.mark.parametrize(
    ("name", "language", "body"),
    [
        ("NATO", "en", "nato"), ("OTAN", "es", "nato"), ("the United Nations", "en", "un"), ("VN", "nl", "un"),
        ("U.N.", "en", "un"), ("Vereinten Nationen", "de", "un"), ("European Union", "nl", "eu"),
        ("World Bank Street", "en", None), ("Who", "en", None), ("VN", "en", None), ("CSI", "es", None),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_name_in_each_language(name: str, language: str, body: str | None) -> None:
    """A name in full counts in any language, a short acronym in its own, as written; what names two names none."""
    assert known_body(name, language) == body


@pytest.mark.parametrize(
    ("name", "language", "kind", "country"),
    [
        ("Congreso", "es", "legislature", None), ("Congreso de la República", "es", "legislature", None),
        ("Congrès chilien", "fr", "legislature", "CL"), ("US-Kongress", "de", "legislature", "US"),
        ("Verteidigungsministerium", "de", "ministry:defence", None),
        ("Department of Health", "en", "ministry:health", None),
        ("Hooggerechtshof", "nl", "supreme_court", None), ("U.S. Navy", "nl", "navy", "US"),
        ("embajada china", "es", "embassy", "CN"),
    ],
)  # fmt: skip
def test_a_national_body_is_told_by_its_words(name: str, language: str, kind: str, country: str | None) -> None:
    """The kind is the same word in every language, the country the one in the name."""
    assert national_body(name, language) == NationalBody(kind, country)


@pytest.mark.parametrize(
    "name", ["ministry", "parliament of Bavaria", "US Army Band", "governments", "Congress Street"]
)
def test_what_has_another_word_is_no_national_body(name: str) -> None:
    """A part, a town's or a division's body, several, or nothing said of what it looks after."""
    assert national_body(name, "en") is None


def test_letters_spell_a_name_by_first_letters_only() -> None:
    """Small words may have a letter or none; no word has two."""
    assert spells_out("DoD", "Department of Defence")
    assert spells_out("HPU", "Harbour Pilots Union")
    assert not spells_out("SNL", "Snow Land")


def test_words_for_the_whole_of_a_company_add_nothing() -> None:
    """An airline is all of it, its military branch a part."""
    assert adds_nothing(("motor", "company"))
    assert not adds_nothing(("military",))


def test_a_role_noun_is_definite_by_the_word_before_it() -> None:
    """With "the" or "their" it speaks of somebody, with "a" or nothing of anybody."""
    text = "The mayor met a mayor. For mayor ran l’ambassadeur."
    assert is_definite(text, "en", text.index("mayor"))
    assert not is_definite(text, "en", text.index("mayor."))
    assert not is_definite(text, "en", text.index("mayor ran"))
    assert is_definite(text, "fr", text.index("ambassadeur"))
