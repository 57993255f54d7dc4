"""Acronyms and the long forms a sentence gives them."""

import pytest

from careo.text.names.acronyms import find_pairs
from careo.text.names.foreign_acronyms import find_brackets, may_translate


def pairs(text: str, language: str) -> list[tuple[str, str]]:
    """Return long and short forms as the text writes them."""
    found = find_pairs(text, language, 0, len(text))
    return [(text[p.long.start : p.long.end], text[p.short.start : p.short.end]) for p in found]


@pytest.mark.parametrize(
    ("language", "text", "long", "short"),
    [
        ("de", "Das Institut für Küstenschutz (IfK) warnt.", "Institut für Küstenschutz", "IfK"),
        ("de", "Das Hafenkontrollamt (HKA) schweigt.", "Hafenkontrollamt", "HKA"),
        ("nl", "Het Nationaal Bureau voor de Zeevaart (NBZ) zweeg.", "Nationaal Bureau voor de Zeevaart", "NBZ"),
        ("nl", "De ministers van Buitenlandse Zaken (BuZa) kwamen.", "Buitenlandse Zaken", "BuZa"),
        ("es", "la Unión de Puertos del Sur (Unpusur) firmó.", "Unión de Puertos del Sur", "Unpusur"),
        ("es", "en los Estados Unidos (EE. UU.) hubo voto.", "Estados Unidos", "EE. UU."),
        ("en", "The North Harbour Pilots’ Union (NHPU) struck.", "North Harbour Pilots’ Union", "NHPU"),
        ("en", "the Trans-Arctic Trade Council (“TATC”) met.", "Trans-Arctic Trade Council", "TATC"),
        ("fr", "l'Office national des phares (ONP, en abrégé) a dit.", "Office national des phares", "ONP"),
        ("it", "l'Ente per la Tutela dei Fiumi (Etf) tace.", "Ente per la Tutela dei Fiumi", "Etf"),
        ("pt", "a Federação dos Portos do Norte (FPN) votou.", "Federação dos Portos do Norte", "FPN"),
        ("en", "The NHPU (North Harbour Pilots Union, founded in 1950) struck.", "North Harbour Pilots Union", "NHPU"),
        ("es", "La FPN (Federación de Puertos del Norte) votó.", "Federación de Puertos del Norte", "FPN"),
        ("en", "TATC, the Trans-Arctic Trade Council of nine states, met.", "Trans-Arctic Trade Council", "TATC"),
        ("en", "The North Harbour Union, or NHU, struck.", "North Harbour Union", "NHU"),
        ("pt", "A Federação dos Portos do Norte – FPN – votou.", "Federação dos Portos do Norte", "FPN"),
        ("es", "la Unión de Puertos (por sus siglas: UDP) firmó.", "Unión de Puertos", "UDP"),
    ],
)  # fmt: skip
def test_an_acronym_is_tied_to_the_words_it_abbreviates(language: str, text: str, long: str, short: str) -> None:
    """Both spans are exact, in seven languages, in brackets, between commas and after dashes, in either order."""
    assert pairs(text, language) == [(long, short)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Abgeordnete Horst Falk (SPD) kam nach Kiel."),
        ("en", "Senator Amos Field (R-Texas) spoke in the House (video)."),
        ("es", "MADRID (EFE) .- El puerto cerró."),
        ("fr", "Le maire de Brest (Finistère) est venu (Photo)."),
        ("it", "La squadra di Bari (ITA) ha vinto."),
        ("pt", "O porto de Santos, SP, fechou."),
        ("nl", "De haven van Gent, DM en BZ zwijgen."),
        ("en", "Anna, Peter and Lou (13) met a North Harbour pilot, Union."),
    ],
)
def test_what_is_no_acronym_of_the_words_beside_it_stays_alone(language: str, text: str) -> None:
    """Parties, states, agencies, countries and mere names in lists are tied to nothing."""
    assert pairs(text, language) == []


def test_a_common_noun_is_not_written_as_a_name() -> None:
    """An abbreviated notion in small letters is told apart from a name."""
    text = "The gross harbour income (GHI) fell at the Old Harbour Inn (OHI)."
    assert [pair.named for pair in find_pairs(text, "en", 0, len(text))] == [False, True]


def test_a_bracket_for_a_foreign_acronym_holds_nothing_else() -> None:
    """Small words about it may stand beside the acronym; another name, figures or small letters may not."""
    text = "Rat (ABC), Rat (ABC, por sus siglas), Rat (ABC, Berlin), Rat (ABC 12), Rat (Abc), Rat (dpa)."
    found = list(find_brackets(text, 0, len(text)))
    assert [text[found.at - 3 : found.at] for found in found] == ["Rat", "Rat"]
    assert [text[found.short.start : found.short.end] for found in found] == ["ABC", "ABC"]


@pytest.mark.parametrize(
    ("short", "name", "language", "expected"),
    [
        ("WFC", "Internationaler Rat für Fischerei", "de", True),
        ("SHC", "Comisión de Puertos del Sur", "es", True),
        ("AFP", "Comisión de la Prensa Argentina", "es", False),
        ("PER", "Unión de Puertos", "es", False),
        ("HBX", "Harbour Bank Inc", "en", False),
        ("XYZ", "Unión de Puertos", "es", False),
        ("NH", "Nord Haven", "nl", False),
    ],
)
def test_only_a_body_has_an_acronym_in_another_language(short: str, name: str, language: str, expected: bool) -> None:
    """Agencies, countries, shares, and letters that no word of the name begins with are no translation."""
    assert may_translate(short, name, language) is expected


def test_a_hostile_row_of_brackets_is_read_quickly() -> None:
    """Thousands of open brackets and long words cost no more than their length."""
    text = "A" * 300 + " (" * 4000 + "ABC" + ") " * 4000 + "Aa, " * 3000
    assert find_pairs(text, "en", 0, len(text)) == ()
