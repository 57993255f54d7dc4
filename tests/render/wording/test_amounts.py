"""Figures in words."""

from typing import Any

import pytest

from careo.model.seen import Figure
from careo.render.wording.amounts import amount, details, value_words
from careo.render.wording.speech import ENGLISH, Tongue, speech
from careo.render.wording.units import unit_name


def _figure(**fields: Any) -> Figure:
    known = {"measure": "injured", "low": 70, "high": 70, "comparator": "=", "vague": None, "unit": "person"}
    rest = {"group": None, "scope": None, "as_of": None, "verbatim": "x", "start": 0, "end": 1}
    return Figure(**{**known, **rest, **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "70 persons"),
        ({"low": 1500, "high": 1500}, "1,500 persons"),
        ({"low": 1, "high": 1}, "1 person"),
        ({"low": None, "comparator": "<"}, "almost or under 70 persons"),
        ({"low": None, "comparator": "<="}, "at most 70 persons"),
        ({"high": None, "comparator": ">"}, "more than 70 persons"),
        ({"high": None, "comparator": ">="}, "at least 70 persons"),
        ({"comparator": "~"}, "about 70 persons"),
        ({"low": 24, "high": 99, "vague": "decenas"}, "vague: read as 24 to 99 persons"),
        ({"low": None, "high": None, "vague": "many"}, "vague: read as no value worked out"),
        ({"low": 16, "high": 16, "unit": "%"}, "16%"),
        ({"low": 2.8e6, "high": 2.8e6, "unit": "t"}, "2,800,000 tonnes"),
        ({"low": 0.5, "high": 0.5, "unit": None}, "0.5"),
    ],
)
def test_amount(fields: dict[str, Any], words: str) -> None:
    """A bound stays a bound, a vague word stays a range, and no value is made up."""
    assert amount(_figure(**fields)) == words


def test_details() -> None:
    """What is counted, what the count covers and up to when are said where the report says them."""
    figure = _figure(group="soldiers", scope="this year", as_of="2023-05")
    assert details(figure) == "counted: soldiers; covers: this year; as of May 2023"
    assert details(_figure()) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("600", "600"),
        ("<70", "almost or under 70"),
        ("200..999", "200 to 999"),
        (">=1200 USD", "at least 1,200 US dollars"),
        ("16.5 %", "16.5%"),
        ("~40", "about 40"),
        ("?", "?"),
    ],
)
def test_value_words(value: str, words: str) -> None:
    """A claim's figure is put in words, and an unknown form is shown as it stands."""
    assert value_words(value) == words


@pytest.mark.parametrize(
    ("tongue", "said"),
    [
        ("en", ("2 tonnes", "1 day", "24 to 99 days", "16.5%", "at least 5 euros", "3 XQZ", "7 widgets")),
        ("de", ("2 Tonnen", "1 Tag", "24 bis 99 Tage", "16,5 %", "mindestens 5 Euro", "3 XQZ", "7 widgets")),
        ("nl", ("2 metrische ton", "1 dag", "24 tot 99 dagen", "16,5%", "minstens 5 euro", "3 XQZ", "7 widgets")),
        ("es", ("2 toneladas", "1 día", "24 a 99 días", "16,5 %", "al menos 5 euros", "3 XQZ", "7 widgets")),
    ],
)
def test_units_as_the_language_writes_them(tongue: Tongue, said: tuple[str, ...]) -> None:
    """Units are words of the page's language, in the number their value asks for; what is no unit stays as it is."""
    values = ("2 t", "1 d", "24..99 d", "16.5 %", ">=5 EUR", "3 XQZ", "7 widgets")
    told = (value_words(value, speech(tongue)).replace("\u00a0", " ") for value in values)
    assert tuple(told) == said


def test_a_unit_by_itself() -> None:
    """Beside a chart a unit stands alone, in the plural."""
    named = [[unit_name(unit, speech(tongue)) for unit in ("t", "person", "USD", "d")] for tongue in ("de", "nl")]
    assert named == [
        ["Tonnen", "Personen", "US-Dollar", "Tage"],
        ["metrische ton", "personen", "Amerikaanse dollar", "dagen"],
    ]


def test_number() -> None:
    """Whole numbers have no decimals; others keep theirs."""
    assert (ENGLISH.number(1234567.0), ENGLISH.number(2.75)) == ("1,234,567", "2.75")
