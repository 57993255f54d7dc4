"""Dates and what is known of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.times.dates import DAY_BEFORE_ANCHOR, find_times, from_told

Wanted = tuple[str, str | None, str | None, str]
"""Verbatim, first, last, precision."""


def read(text: str, language: str, anchor: str | None = None) -> list[Wanted]:
    times = find_times(text, language, 0, len(text), anchor=anchor)
    assert all(text[time.start : time.end] == time.verbatim and time.role is None for time in times)
    return [(time.verbatim, time.first, time.last, time.precision) for time in times]


def day(verbatim: str, first: str, last: str | None = None) -> Wanted:
    return (verbatim, first, last or first, "day")


ABSOLUTE: list[tuple[str, str, list[Wanted]]] = [
    ("de", "Das Tor schloss am 7. März 2019 früh.", [day("7. März 2019", "2019-03-07")]),
    ("de", "Am Montag, dem 4. März 2019, regnete es.", [day("Montag, dem 4. März 2019", "2019-03-04")]),
    ("de", "Stand 04.03.2019, 12 Uhr.", [day("04.03.2019", "2019-03-04")]),
    ("de", "Vom 2. Februar bis zum 30. Juni 2019 galt das.",
     [day("Vom 2. Februar bis zum 30. Juni 2019", "2019-02-02", "2019-06-30")]),
    ("de", "Es galt vom 20. Dezember bis 6. Januar 2019.",
     [day("vom 20. Dezember bis 6. Januar 2019", "2018-12-20", "2019-01-06")]),
    ("de", "Das Fest dauert vom 3. bis 8. August.", [day("vom 3. bis 8. August", "XXXX-08-03", "XXXX-08-08")]),
    ("de", "Am 3. und 8. August 2019 war Markt.",
     [day("3.", "2019-08-03"), day("8. August 2019", "2019-08-08")]),
    ("de", "Im Februar 2018 fiel Schnee.", [("Februar 2018", "2018-02", "2018-02", "month")]),
    ("de", "Im Februar fiel Schnee.", [("Februar", "XXXX-02", "XXXX-02", "month")]),
    ("de", "Seit dem Jahr 1987 und 1988 steht es.",
     [("1987", "1987", "1987", "year"), ("1988", "1988", "1988", "year")]),
    ("de", "Zwischen 2003 und 2005 ruhte der Bau.", [("Zwischen 2003 und 2005", "2003", "2005", "year")]),
    ("de", "Die Saison 2018/19 war kurz.", [("2018/19", "2018", "2019", "year")]),
    ("nl", "De brug sloot op 7 maart 2019 vroeg.", [day("7 maart 2019", "2019-03-07")]),
    ("nl", "Open van 3 tot 8 augustus 2019.", [day("van 3 tot 8 augustus 2019", "2019-08-03", "2019-08-08")]),
    ("nl", "Open van 3 juli t/m 8 augustus 2019.",
     [day("van 3 juli t/m 8 augustus 2019", "2019-07-03", "2019-08-08")]),
    ("nl", "Het was druk in november en december.",
     [("november en december", "XXXX-11", "XXXX-12", "month")]),
    ("nl", "In december 2018 en januari 2019 vroor het.",
     [("december 2018 en januari 2019", "2018-12", "2019-01", "month")]),
    ("nl", "Sinds 1987 is het zo.", [("1987", "1987", "1987", "year")]),
    ("es", "Cerró el 7 de marzo de 2019.", [day("7 de marzo de 2019", "2019-03-07")]),
    ("es", "Abrió el 1º de agosto del 2019.", [day("1º de agosto del 2019", "2019-08-01")]),
    ("es", "Estuvo abierto del 3 al 8 de agosto de 2019.",
     [day("del 3 al 8 de agosto de 2019", "2019-08-03", "2019-08-08")]),
    ("es", "Ocurrió entre el 30 de julio y el 2 de agosto de 2019.",
     [day("entre el 30 de julio y el 2 de agosto de 2019", "2019-07-30", "2019-08-02")]),
    ("es", "En setiembre de 2018 llovió.", [("setiembre de 2018", "2018-09", "2018-09", "month")]),
    ("es", "De enero a marzo de 2018 llovió.", [("De enero a marzo de 2018", "2018-01", "2018-03", "month")]),
    ("en", "It closed on March 7, 2019, early.", [day("March 7, 2019", "2019-03-07")]),
    ("en", "It closed on 7 March 2019.", [day("7 March 2019", "2019-03-07")]),
    ("en", "It closed on the 7th of March, 2019.", [day("7th of March, 2019", "2019-03-07")]),
    ("en", "Open March 3-8, 2019.", [day("March 3-8, 2019", "2019-03-03", "2019-03-08")]),
    ("en", "Open between 3 and 8 August 2019.",
     [day("between 3 and 8 August 2019", "2019-08-03", "2019-08-08")]),
    ("en", "From July 30 to August 2, 2019, it rained.",
     [day("From July 30 to August 2, 2019", "2019-07-30", "2019-08-02")]),
    ("en", "Filed 2019-03-07 at noon.", [day("2019-03-07", "2019-03-07")]),
    ("en", "On 03/04/2019 and 13/04/2019.",
     [("03/04/2019", "2019", "2019", "year"), day("13/04/2019", "2019-04-13")]),
    ("en", "In May it may rain.", [("May", "XXXX-05", "XXXX-05", "month")]),
    ("en", "Since 1987, 1988 soldiers and Resolution 1973 passed.", [("1987", "1987", "1987", "year")]),
    ("en", "The march in august company may 3.", []),
    ("en", "On February 31, 2019.", [("2019", "2019", "2019", "year")]),
    ("und", "1 2019-03-07 März 2019", [day("2019-03-07", "2019-03-07")]),
    ("en", "It closed in the third quarter of 2019.",
     [("third quarter of 2019", "2019-07", "2019-09", "month")]),
    ("en", "It dates from the 1890s.", [("the 1890s", "1890", "1899", "year")]),
    ("en", "The driver, in his 40s, was unhurt.", []),
    ("en", "It closed in the summer of 2019.", [("summer of 2019", "2019", "2019", "year")]),
    ("en", "It was the last day of the fair.", []),
    ("de", "Am Ostermontag 2019 regnete es.", [day("Ostermontag 2019", "2019-04-22")]),
    ("de", "Am Morgen regnete es drei Stunden.", []),
    ("es", "Por la mañana llovió.", []),
    ("fr", "Il date du XVe siècle.", [("XVe siècle", "1400", "1499", "year")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), ABSOLUTE)
def test_dates_that_stand_alone(language: str, text: str, wanted: list[Wanted]) -> None:
    """A date is read as exactly as it is written; a year that is not there stays unknown."""
    assert read(text, language) == wanted


ANCHOR = "2021-04-14"
"""A Wednesday."""
RELATIVE: list[tuple[str, str, Wanted]] = [
    ("de", "Gestern kam er.", day("Gestern", "2021-04-13")),
    ("de", "Er kam vorgestern.", day("vorgestern", "2021-04-12")),
    ("de", "Er kam letzte Woche.", ("letzte Woche", "2021-04-05", "2021-04-11", "week")),
    ("de", "Er kam im vergangenen Monat.", ("vergangenen Monat", "2021-03", "2021-03", "month")),
    ("de", "Er kam Anfang des Jahres.", ("Anfang des Jahres", "2021", "2021", "year")),
    ("de", "Er kam vor zwei Tagen.", day("vor zwei Tagen", "2021-04-12")),
    ("de", "Er kam im vergangenen November.", ("vergangenen November", "2020-11", "2020-11", "month")),
    ("de", "Er kam am Montag.", day("Montag", "2021-04-12")),
    ("de", "Er kam am 2. Februar.", day("2. Februar", "2021-02-02")),
    ("de", "Er kam am 24. Dezember.", day("24. Dezember", "2020-12-24")),
    ("de", "Er kommt nächste Woche.", ("nächste Woche", "2021-04-19", "2021-04-25", "week")),
    ("nl", "Eerder deze maand kwam hij.", ("Eerder deze maand", "2021-04", "2021-04", "month")),
    ("nl", "Vorig jaar kwam hij.", ("Vorig jaar", "2020", "2020", "year")),
    ("nl", "Hij kwam afgelopen november.", ("afgelopen november", "2020-11", "2020-11", "month")),
    ("nl", "Hij kwam begin dit jaar.", ("begin dit jaar", "2021", "2021", "year")),
    ("nl", "Hij kwam drie weken geleden.", ("drie weken geleden", "2021-03-22", "2021-03-28", "week")),
    ("nl", "Hij kwam afgelopen dinsdag.", day("afgelopen dinsdag", "2021-04-13")),
    ("nl", "Hij kwam op 3 april.", day("3 april", "2021-04-03")),
    ("es", "Ayer llegó.", day("Ayer", "2021-04-13")),
    ("es", "Llegó la semana pasada.", ("semana pasada", "2021-04-05", "2021-04-11", "week")),
    ("es", "Llegó el mes pasado.", ("mes pasado", "2021-03", "2021-03", "month")),
    ("es", "Llegó el pasado noviembre.", ("pasado noviembre", "2020-11", "2020-11", "month")),
    ("es", "Llegó hace tres días.", day("hace tres días", "2021-04-11")),
    ("es", "Llegó el lunes.", day("lunes", "2021-04-12")),
    ("es", "Llegó a principios de año.", ("a principios de año", "2021", "2021", "year")),
    ("en", "She came yesterday.", day("yesterday", "2021-04-13")),
    ("en", "She came last month.", ("last month", "2021-03", "2021-03", "month")),
    ("en", "She came earlier this month.", ("earlier this month", "2021-04", "2021-04", "month")),
    ("en", "She came last December.", ("last December", "2020-12", "2020-12", "month")),
    ("en", "She comes next week.", ("next week", "2021-04-19", "2021-04-25", "week")),
    ("en", "She came on Wednesday.", day("Wednesday", "2021-04-14")),
    ("en", "She came last Wednesday.", day("last Wednesday", "2021-04-07")),
    ("en", "She came on April 3.", day("April 3", "2021-04-03")),
    ("en", "She came two years ago.", ("two years ago", "2019", "2019", "year")),
    ("de", "Er kam am Montagabend.", day("Montagabend", "2021-04-12")),
    ("de", "Sie gilt seit Mai letzten Jahres.", ("Mai letzten Jahres", "2020-05", "2020-05", "month")),
    ("es", "Llegó el pasado 3 de marzo.", day("pasado 3 de marzo", "2021-03-03")),
    ("en", "She will come in three days.", day("in three days", "2021-04-17")),
    ("en", "She came on Friday evening.", day("Friday evening", "2021-04-09")),
    ("fr", "Il est venu le 7 décembre dernier.", day("7 décembre dernier", "2020-12-07")),
    ("nl", "Hij kwam deze zomer.", ("deze zomer", "2021", "2021", "year")),
]


@pytest.mark.parametrize(("language", "text", "wanted"), RELATIVE)
def test_dates_that_count_from_the_publication(language: str, text: str, wanted: Wanted) -> None:
    """With a publication date, words such as last month get values and name their anchor."""
    assert read(text, language, ANCHOR) == [wanted]
    [time] = find_times(text, language, 0, len(text), anchor=ANCHOR)
    assert time.anchor == ANCHOR and time.rule


@pytest.mark.parametrize(("language", "text", "wanted"), RELATIVE)
def test_without_a_publication_date_nothing_is_counted(language: str, text: str, wanted: Wanted) -> None:
    """Without it the words are found and stay unknown; a day keeps its month and an unknown year."""
    [time] = find_times(text, language, 0, len(text), anchor=None)
    assert time.verbatim == wanted[0] and time.anchor is None
    if time.precision == "unknown":
        assert (time.first, time.last) == (None, None)
    else:
        assert str(time.first).startswith("XXXX-") and time.rule == "day-month"


@pytest.mark.parametrize(
    ("text", "language", "anchor"),
    [
        ("It will open on April 3.", "en", ANCHOR),
        ("Das Tor wird am 3. April öffnen.", "de", ANCHOR),
        ("It opened on June 3.", "en", ANCHOR),
        ("It opened on April 3.", "en", "2021-04"),
        ("It opened on April 3.", "en", "2021"),
    ],
)
def test_a_day_without_a_year_is_not_guessed(text: str, language: str, anchor: str) -> None:
    """What looks ahead, lies too far back, or has no exact publication date keeps its unknown year."""
    [time] = find_times(text, language, 0, len(text), anchor=anchor)
    assert str(time.first).startswith("XXXX-") and time.anchor is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in the past year", "en"),
        ("het afgelopen jaar", "nl"),
        ("en el último mes", "es"),
        ("It will end on Monday.", "en"),
    ],
)
def test_what_could_be_either_stays_unknown(text: str, language: str) -> None:
    """The past year may be last year or the last twelve months: found, but not given a value."""
    assert [time[1:] for time in read(text, language, ANCHOR)] in ([(None, None, "unknown")], [])


@pytest.mark.parametrize(("anchor", "month"), [("2021-04", "2021-03"), ("2021-01-31", "2020-12"), ("2021", None)])
def test_an_anchor_gives_no_more_than_it_has(anchor: str, month: str | None) -> None:
    """A publication month is enough for last month, a publication year is not."""
    [time] = find_times("Last month it rained.", "en", 0, 21, anchor=anchor)
    assert time.first == time.last == month


NAMES = "January February March April May June July August September October November December".split()  # noqa: SIM905


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_any_date_comes_back(at: date) -> None:
    """Every day, written out or in ISO, is read as itself."""
    written = f"{NAMES[at.month - 1]} {at.day}, {at.year}"
    for text in (written, f"{at.day} {NAMES[at.month - 1]} {at.year}", at.isoformat()):
        assert read(f"On {text} it rained.", "en") == [day(text, at.isoformat())]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)), st.integers(min_value=0, max_value=364))
def test_the_half_year_rule_never_looks_further(anchor: date, back: int) -> None:
    """A day without a year is dated only within half a year before the publication."""
    at = anchor - timedelta(days=back)
    text = f"On {at.day} {NAMES[at.month - 1]} it rained."
    [time] = find_times(text, "en", 0, len(text), anchor=anchor.isoformat())
    near = timedelta(days=back) <= DAY_BEFORE_ANCHOR
    assert time.first == (at.isoformat() if near else f"XXXX-{at.month:02}-{at.day:02}")


@given(st.text(alphabet="0123456789. -/MayJune,bisto", max_size=40), st.sampled_from(["de", "nl", "es", "en"]))
def test_any_text_keeps_its_words(text: str, language: str) -> None:
    """Whatever the text, times lie inside it, do not overlap and quote it letter for letter."""
    at = 0
    for time in find_times(text, language, 0, len(text), anchor="2021-04-14"):
        assert at <= time.start < time.end and text[time.start : time.end] == time.verbatim
        at = time.end


@pytest.mark.parametrize(("anchor", "expected"), [("2023-06-10", "2023-05"), ("2023-01-10", "XXXX-05")])
def test_a_month_without_a_year_is_the_last_one_if_it_is_near(anchor: str, expected: str) -> None:
    """Up to half a year back a month is the last one before publication; farther back its year is unknown."""
    text = "It rained in May."
    assert [time.first for time in find_times(text, "en", 0, len(text), anchor=anchor)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Vortag fiel Schnee.", "2022-12-31"),
        ("nl", "De dag daarna regende het.", "2023-01-02"),
        ("es", "Ese mismo día llovió.", "2023-01-01"),
        ("en", "It rained the next day.", "2023-01-02"),
    ],
)
def test_a_day_told_from_another_is_resolved_from_it(language: str, text: str, expected: str) -> None:
    """The day before, the same day and the day after count from the day that was told, and from nothing else."""
    (time,) = find_times(text, language, 0, len(text), anchor="2023-05-05")
    assert (time.first, from_told(time, language, None)) == (None, time)
    assert from_told(time, language, "2023-01-01").first == expected


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "Die Messe lief von Freitag bis gestern.",
         ("von Freitag bis gestern", "2021-04-09", "2021-04-13", "day")),
        ("nl", "De beurs liep van vrijdag tot zondag.", ("van vrijdag tot zondag", "2021-04-09", "2021-04-11", "day")),
        ("es", "La feria duró de lunes a viernes.", ("de lunes a viernes", None, None, "unknown")),
        ("fr", "La foire dura la semaine dernière du mardi au jeudi.",
         ("semaine dernière du mardi au jeudi", "2021-04-06", "2021-04-08", "day")),
        ("en", "The fair opens in the month of May 2022.", ("month of May 2022", "2022-05", "2022-05", "month")),
        ("de", "Am Dienstag, 06.04.2021, war Markt.", ("Dienstag, 06.04.2021", "2021-04-06", "2021-04-06", "day")),
        ("de", "Nächstes Jahr im Dezember ist Markt.",
         ("Nächstes Jahr im Dezember", "2022-12", "2022-12", "month")),
        ("en", "The fair opens two weeks from tomorrow.",
         ("two weeks from tomorrow", "2021-04-29", "2021-04-29", "day")),
        ("it", "La fiera era nell'ultima settimana del 2015.",
         ("ultima settimana del 2015", "2015-12-28", "2016-01-03", "week")),
    ],
)  # fmt: skip
def test_words_of_one_time_stay_together(language: str, text: str, wanted: Wanted) -> None:
    """Two ends, a month and its word, a weekday and its date are one time; one of either of two weeks is open."""
    assert read(text, language, "2021-04-14") == [wanted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "That year the mill closed."),
        ("en", "The mill closed in the same month."),
        ("fr", "Cette année-là, le moulin ferma."),
        ("es", "Ese año cerró el molino."),
        ("it", "Quell'anno il mulino chiuse."),
        ("nl", "In dezelfde week sloot de molen."),
    ],
)
def test_what_points_back_is_not_of_the_publication(language: str, text: str) -> None:
    """A year told before ("that year") stays open, and does not become the year of the report."""
    assert [wanted[1:3] for wanted in read(text, language, "2021-04-14")] == [(None, None)]
    assert [wanted[1] for wanted in read("This year the mill closed.", "en", "2021-04-14")] == ["2021"]
