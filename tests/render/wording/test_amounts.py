"""Figures in words."""

from typing import Any

import pytest

from careo.model.seen import Figure
from careo.render.wording.amounts import amount, details, listed, sums, value_words
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
        (">=1800000000 USD", "at least 1.8 billion US dollars"),
        ("1000000..2500000 USD", "1 million to 2.5 million US dollars"),
        ("1812345678 USD", "1,812,345,678 US dollars"),
        ("1834500000 USD", "1,834,500,000 US dollars"),
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


@pytest.mark.parametrize(
    ("tongue", "value", "words"),
    [
        ("de", "1000000 USD", "1 Million US-Dollar"),
        ("de", "1800000000 USD", "1,8 Milliarden US-Dollar"),
        ("nl", "1800000000 USD", "1,8 miljard Amerikaanse dollar"),
        ("es", "5000000 USD", "5 millones de dólares estadounidenses"),
        ("es", "5200300 USD", "5.200.300 dólares estadounidenses"),
    ],
)
def test_money_as_people_say_it(tongue: Tongue, value: str, words: str) -> None:
    """Millions and billions stand as words in the page's language, and never where that would round them."""
    assert value_words(value, speech(tongue)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (">=1800000000 USD", ">=1.8 billion USD"),
        ("200000..1500000 EUR", "200,000..1.5 million EUR"),
        ("~1812345678 PEN", "~1,812,345,678 PEN"),
        ("<70", "<70"),
        ("2800000 t", "2800000 t"),
        ("2023-05-19", "2023-05-19"),
    ],
)
def test_money_in_lists(value: str, words: str) -> None:
    """A list keeps the signs of a claim; large sums are written as people read them."""
    assert listed(value) == words


def test_sums_in_reasons() -> None:
    """A reason shows large sums as people read them; counts, dates and other numbers stay."""
    reason = "two values for one count: 1800000000 PEN (1.8 billion soles) / 20230519 / 1200 PEN / 1500000 t"
    assert sums(reason) == reason.replace("1800000000 PEN", "1.8 billion PEN")
    assert sums("5000000 USD", speech("nl")) == "5 miljoen USD"
