"""Times as TIMEX3, for scoring and export."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.lexicon import LANGUAGES
from careo.text.times.timex import find_timexes

ANCHOR = "2021-04-14"
"""A Wednesday."""

Found = list[tuple[str, str, str]]
"""Words, type and value."""


def read(text: str, language: str, *, whole: bool = False) -> Found:
    found = find_timexes(text, language, ((0, len(text)),), anchor=ANCHOR, whole=whole)
    return [(text[timex.start : timex.end], timex.type, timex.value) for timex in found]


VALUES: list[tuple[str, str, Found]] = [
    ("en", "The mill closed two years ago.", [("two years ago", "DATE", "2019")]),
    ("en", "It rained in the summer of 1998.", [("summer of 1998", "DATE", "1998-SU")]),
    ("en", "Orders fell in the third quarter of 2019.", [("third quarter of 2019", "DATE", "2019-Q3")]),
    ("en", "It was built in the 1960s.", [("the 1960s", "DATE", "196")]),
    ("en", "The bridge was shut for three days.", [("three days", "DURATION", "P3D")]),
    ("en", "Talks lasted two and a half hours.", [("two and a half hours", "DURATION", "PT2.5H")]),
    ("en", "The choir sings every Monday.", [("every Monday", "SET", "XXXX-WXX-1")]),
    ("en", "The gates open at 5 p.m. Friday.", [("5 p.m. Friday", "TIME", "2021-04-09T17:00")]),
    ("en", "The harbour is now empty.", [("now", "DATE", "PRESENT_REF")]),
    ("de", "Der Markt ist im Herbst.", [("Herbst", "DATE", "2021-FA")]),
    ("de", "Vor zwei Jahren brannte es.", [("Vor zwei Jahren", "DURATION", "P2Y")]),
    ("de", "Die Probe ist täglich.", [("täglich", "SET", "P1D")]),
    ("de", "Montagabend spielte die Kapelle.", [("Montagabend", "TIME", "2021-04-12TEV")]),
    ("de", "Gestern um 20 Uhr war Probe.",
     [("Gestern", "DATE", "2021-04-13"), ("20 Uhr", "TIME", "2021-04-13T20:00")]),
    ("nl", "De molen is uit de 17e eeuw.", [("17e eeuw", "DATE", "16")]),
    ("es", "La torre es del siglo XV.", [("siglo XV", "DATE", "14")]),
    ("es", "Cerró hace tres semanas.", [("hace tres semanas", "DATE", "2021-W12")]),
    ("fr", "Il a plu pendant dix jours.", [("dix jours", "DURATION", "P10D")]),
    ("fr", "Le pont date des années 80.", [("années 80", "DATE", "198")]),
    ("pt", "A feira é no próximo mês.", [("próximo mês", "DATE", "2021-05")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), VALUES)
def test_values(language: str, text: str, wanted: Found) -> None:
    """Dates, lengths, repeated times and references have the TIMEX3 type and value that TimeML gives them."""
    assert read(text, language) == wanted


def test_italian_words_are_read() -> None:
    """Italian dates are read with the words of their own table."""
    if "it" in LANGUAGES:
        assert read("Il mercato era lunedì 3 maggio 2021.", "it") == [("lunedì 3 maggio 2021", "DATE", "2021-05-03")]


def test_a_range_is_two_expressions_or_one() -> None:
    """TimeML annotates the ends of a range; who wants the range gets it whole, with its first and last day."""
    text = "Open from 3 to 8 August 2019."
    assert [value for _, _, value in read(text, "en")] == ["2019-08-03", "2019-08-08"]
    (timex,) = find_timexes(text, "en", ((0, len(text)),), anchor=ANCHOR, whole=True)
    assert (timex.first, timex.last) == ("2019-08-03", "2019-08-08")


def test_the_tense_of_the_clause_decides_what_the_text_leaves_open() -> None:
    """A weekday is the next one where its clause looks ahead, and the last one else, also beside such a clause."""
    assert read("The pool will open on Friday.", "en") == [("Friday", "DATE", "2021-04-16")]
    assert read("He said on Friday that the pool will open.", "en") == [("Friday", "DATE", "2021-04-09")]


def test_the_day_before_counts_from_the_day_that_was_named() -> None:
    """What comes the day before counts from the last day named, not from publication."""
    assert read("Es brannte am 3. März 2020. Am Vortag war es heiß.", "de")[1][2] == "2020-03-02"


def test_counting_names_its_exact_day() -> None:
    """A count of weeks is a week, and the day that counting leads to is kept beside it."""
    text = "The fair will open in three weeks."
    (timex,) = find_timexes(text, "en", ((0, len(text)),), anchor=ANCHOR)
    assert (timex.value, timex.counted) == ("2021-W18", "2021-05-05")


WORDS = (  # noqa: SIM905
    "3 12. 1998 2000 May Mai mars lunes Freitag last letzten dernier the der el of von de to bis a and und - , . week "
    "Wochen ans years ago vor hace in three zwei première 5th Q3 '90s 10:30 04.05.2021 2018/19 Ostern los 2000 mañana"
).split()
"""Words that begin, go on or end an expression of time in one language or another."""


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(["de", "en", "es", "fr", "nl", "pt"]),
    st.sampled_from([None, "2021", "2021-04", "2021-04-14", "0001-01-01", "9999-12-31", "2020-02-29"]),
)
def test_any_words_of_time_keep_their_place(words: list[str], language: str, anchor: str | None) -> None:
    """Whatever words of time follow each other, nothing fails, overlaps or lies outside the text."""
    text = " ".join(words)
    for whole in (False, True):
        at = 0
        for timex in find_timexes(text, language, ((0, len(text)),), anchor=anchor, whole=whole):
            assert at <= timex.start < timex.end <= len(text) and timex.value
            at = timex.end


def test_a_length_that_begins_on_a_day_is_a_range() -> None:
    """With "two weeks starting 3 May" those days are meant, not the week of one; TimeML has a length and a day."""
    text = "The fair is open for two weeks starting 3 May 2021."
    [one] = find_timexes(text, "en", ((0, len(text)),), anchor=ANCHOR, whole=True)
    assert (one.first, one.last) == ("2021-05-03", "2021-05-17")
    assert [value for _, _, value in read(text, "en")] == ["P2W", "2021-05-03"]


def test_years_in_words_do_not_swallow_a_longer_number() -> None:
    """A number that goes on after what looks like a year is none."""
    assert read("It closed in two thousand and eighteen.", "en") == [("two thousand and eighteen", "DATE", "2018")]
    assert read("They sold two thousand seven hundred tickets.", "en") == []


def test_a_clock_is_no_number_of_a_week() -> None:
    """A time of the clock behind "this week" is not its number."""
    assert read("La fête est cette semaine 20h.", "fr")[0] == ("cette semaine", "DATE", "2021-W15")
