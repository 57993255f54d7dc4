"""Role nouns and the offices they stand for."""

import pytest

from careo.text.names.offices import find_offices, office_of


@pytest.mark.parametrize(
    "phrases",
    [
        ("minister:defence", "Verteidigungsministerin", "minister van Defensie", "ministra de Defensa",
         "Defense Secretary"),
        ("minister:interior", "Innenminister", "minister van Binnenlandse Zaken", "ministro del Interior",
         "interior minister"),
        ("minister:foreign", "Außenminister", "minister van Buitenlandse Zaken", "canciller", "Secretary of State"),
        ("ambassador", "Botschafterin", "ambassadeur", "embajadora", "ambassador"),
        ("president", "Präsidenten", "presidente", "presidenta", "president"),
        ("prime_minister", "Ministerpräsidentin", "premier", "primera ministra", "prime minister"),
        ("congress_president", "Parlamentspräsident", "voorzitter van het parlement", "presidente del Congreso",
         "speaker of parliament"),
        ("attorney_general", "Generalstaatsanwältin", "procureur-generaal", "fiscal general", "attorney general"),
        ("mayor", "Bürgermeister", "burgemeester", "alcaldesa", "mayor"),
        ("governor", "Gouverneurin", "gouverneur", "gobernadora", "governor"),
        ("spokesperson", "Regierungssprecher", "woordvoerster", "portavoz", "spokeswoman"),
        ("secretary_general", "Generalsekretär", "secretaris-generaal", "secretaria general", "secretary-general"),
        ("rapporteur", "Sonderberichterstatterin", "rapporteur", "relatora especial", "special rapporteur"),
    ],
    ids=lambda phrases: phrases[0],
)  # fmt: skip
def test_an_office_has_one_key_in_all_languages(phrases: tuple[str, ...]) -> None:
    """The same office in German, Dutch, Spanish and English has the same key."""
    key, *words = phrases
    found = [office_of(word, language) for word, language in zip(words, ("de", "nl", "es", "en"), strict=True)]
    assert [office.office if office else None for office in found] == [key] * 4


@pytest.mark.parametrize(
    ("language", "phrase", "former"),
    [
        ("de", "der ehemaligen Justizministerin", True), ("de", "Ex-Präsident", True),
        ("de", "damaligen Präsidenten", False),
        ("nl", "de voormalige premier", True), ("nl", "oud-minister", True), ("nl", "de toenmalige premier", False),
        ("es", "el exministro", True), ("es", "el entonces presidente", False),
        ("en", "former mayor", True), ("en", "then mayor", False), ("en", "former lawyers met the mayor", False),
    ],
)  # fmt: skip
def test_only_former_holders_are_former(language: str, phrase: str, former: bool) -> None:
    """A former holder is told by words like "ehemalig"; "damalig" means the holder at that time."""
    office = office_of(phrase, language)
    assert office is not None
    assert office.former is former


def test_the_span_is_the_role_with_its_portfolio() -> None:
    """The span covers the role noun and its portfolio, and nothing of the name."""
    text = "met minister van Volksgezondheid Bo Klaassen"
    (found,) = find_offices(text, "nl", 0, len(text))
    assert text[found.start : found.end] == "minister van Volksgezondheid"


def test_a_verb_is_no_office() -> None:
    """Where nouns have capitals, a small word is no role noun."""
    assert find_offices("Sie leitet und chef ist klein.", "de", 0, 30) == ()
