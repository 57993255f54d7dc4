"""What the words of a time tell beside its dates."""

import pytest

from careo.text.telling.comparison import is_compared
from careo.text.times.daytimes import daytime, weekday_of


@pytest.mark.parametrize(
    ("words", "language", "weekday", "part"),
    [
        ("Dienstagnachmittag", "de", 1, "AF"),
        ("Freitagmorgen", "de", 4, "MO"),
        ("Wednesday night", "en", 2, "NI"),
        ("martes por la mañana", "es", 1, "MO"),
        ("jeudi soir", "fr", 3, "EV"),
        ("lunedì sera", "it", 0, "EV"),
        ("donderdagmiddag", "nl", 3, "AF"),
        ("sexta-feira à noite", "pt", 4, "NI"),
        ("morgen", "de", None, None),
    ],
)
def test_weekday_and_part_of_the_day_are_read(words: str, language: str, weekday: int | None, part: str | None) -> None:
    """In one word or in several; "morgen" alone is tomorrow."""
    told = daytime(words, language)
    assert (told.weekday, told.part) == (weekday, part)


@pytest.mark.parametrize(
    ("words", "language", "week"),
    [
        ("last week", "en", "past"),
        ("nächste Woche", "de", "next"),
        ("cette semaine", "fr", "this"),
        ("May", "en", None),
    ],
)
def test_a_week_is_read_with_its_turn(words: str, language: str, week: str | None) -> None:
    """Last week is another than the next."""
    assert daytime(words, language).week == week


@pytest.mark.parametrize(("words", "language"), [("am Vorabend", "de"), ("op de vooravond daarvan", "nl")])
def test_the_eve_of_a_day_is_no_evening(words: str, language: str) -> None:
    """The day before may have been told of at noon."""
    assert daytime(words, language).part is None


def test_a_day_has_its_weekday_and_a_month_none() -> None:
    """Only a whole date has one."""
    assert weekday_of("2031-01-01") == 2
    assert weekday_of("2031-01") is None


@pytest.mark.parametrize(
    ("sentence", "language", "compared"),
    [
        ("No country signed it earlier than Peru.", "en", True),
        ("Nadie firmó antes que Perú.", "es", True),
        ("Der Minister trat nicht zurück.", "de", False),
        ("Il n'est parti que jeudi, pas avant.", "fr", True),
        ("De brug is niet gesloten.", "nl", False),
    ],
)
def test_a_comparison_is_told_from_a_denial(sentence: str, language: str, compared: bool) -> None:
    """Nobody earlier than, not before, not only: these deny a comparison or a limit, not the thing."""
    assert is_compared(sentence, language) is compared
