"""The words for places in each language: short forms, adjectives, regions."""

import pytest

from careo.text.lexicon import LANGUAGES, table
from careo.text.names.places import class_of_kind, exonym, is_demonym, place_of, stated_kind
from careo.text.words import words

STATES = (
    "AD", "AE", "AF", "AL", "AM", "AO", "AR", "AT", "AU", "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI",
    "BJ", "BN", "BO", "BR", "BS", "BT", "BW", "BY", "BZ", "CA", "CD", "CF", "CH", "CI", "CL", "CM", "CN", "CO",
    "CR", "CU", "CV", "CY", "CZ", "DE", "DJ", "DK", "DO", "DZ", "EC", "EE", "EG", "ER", "ES", "ET", "FI", "FJ",
    "FM", "FR", "GA", "GB", "GD", "GE", "GH", "GM", "GN", "GQ", "GR", "GT", "GW", "GY", "HN", "HR", "HT", "HU",
    "ID", "IE", "IL", "IN", "IQ", "IR", "IS", "IT", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KP", "KR",
    "KW", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MG",
    "MH", "MK", "ML", "MM", "MN", "MR", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NE", "NG", "NI", "NL",
    "NO", "NP", "NR", "NZ", "OM", "PA", "PE", "PG", "PH", "PK", "PL", "PS", "PT", "PW", "PY", "QA", "RO", "RS",
    "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG", "SI", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV",
    "SY", "SZ", "TD", "TG", "TH", "TJ", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "US",
    "UY", "UZ", "VE", "VN", "VU", "WS", "XK", "YE", "ZA", "ZM", "ZW",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_an_adjective(language: str) -> None:
    """News in any language can name any country's army: no state lacks its adjective."""
    assert [code for code in STATES if not table(language, "places")["demonyms"].get(code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ending_is_a_list(language: str) -> None:
    """A stem's ending names a list that is there."""
    lexicon = table(language, "places")
    used = {form.partition("~")[2] for forms in lexicon["demonyms"].values() for form in forms if "~" in form}
    assert used <= set(lexicon["endings"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_names_a_noun(language: str) -> None:
    """What a class lists is the plain form of a noun, else it would never be met."""
    lexicon = table(language, "places")
    assert {noun for nouns in lexicon["classes"].values() for noun in nouns} <= set(lexicon["nouns"])


@pytest.mark.parametrize(
    ("phrase", "language", "country"),
    [
        ("EE. UU.", "es", "US"), ("États-Unis", "fr", "US"), ("VS", "nl", "US"), ("EUA", "pt", "US"),
        ("Vereinigten Staaten", "de", "US"), ("VK", "nl", "GB"), ("RDC", "fr", "CD"), ("Kap Verde", "de", "CV"),
        ("ghanaischen", "de", "GH"), ("Simbabwer", "de", "ZW"), ("Ivorianen", "nl", "CI"), ("marfileñas", "es", "CI"),
        ("Emirati", "en", "AE"), ("tchadiennes", "fr", "TD"), ("beninenses", "pt", "BJ"), ("Tadzjieken", "nl", "TJ"),
    ],
)  # fmt: skip
def test_short_forms_and_adjectives_mean_their_country(phrase: str, language: str, country: str) -> None:
    """An abbreviation or an inflected adjective stands for its country."""
    place = place_of(phrase, language)
    assert place is not None
    assert place.country == country


def test_regions_meet_under_one_name() -> None:
    """An area of several countries has the same name in every language."""
    phrases = [("Nahen Osten", "de"), ("Midden-Oosten", "nl"), ("Oriente Medio", "es"), ("Proche-Orient", "fr")]
    assert {place.name for phrase in phrases if (place := place_of(*phrase))} == {"Middle East"}
    assert not is_demonym("Sahel", "fr")


def test_a_divisions_own_name_in_a_language_is_known() -> None:
    """A language's name for a division leads to the gazetteer's."""
    assert exonym("Lombardije", "nl") == ("Lombardia", "IT")
    assert exonym("Lombok", "nl") is None


@pytest.mark.parametrize(
    ("before", "language", "noun", "kind"),
    [
        ("in der Provinz", "de", "Provinz", "province"),
        ("la ville de", "fr", "ville", "town"),
        ("a mina de", "pt", "mina", "mine"),
        ("the capital of", "en", None, None),
    ],
)
def test_the_noun_before_a_name_tells_its_kind(before: str, language: str, noun: str | None, kind: str | None) -> None:
    """The noun before a name tells its kind; that X has a capital says nothing of X."""
    said = stated_kind(words(before, 0, len(before), language), (), language)
    assert said == noun
    assert said is None or class_of_kind(said, language) == kind
