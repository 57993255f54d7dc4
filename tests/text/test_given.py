"""What a person gives as a figure or date is read once, and its writing is read again as the same for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.errors import UsageError
from careo.text.numbers.intervals import bounds, figure_value
from careo.text.values.given import figure_of, given_figure, given_time, time_of

PIECES = ("about", "12", "almost", "two", "thirds", "percent", "million", "1.5", "dozens", "of", "to", "May", "2021")
WORDS = st.one_of(
    st.text(max_size=30),
    st.from_regex(r"[<>~]?=?[0-9]{1,30}([.,][0-9]{1,25})?(\.\.[0-9]{1,9})?( ?(USD|%|km|million))?", fullmatch=True),
    st.from_regex(r"[0-9X]{4}(-[0-9]{2}){0,2}(/([0-9]{4}(-[0-9]{2}){0,2}|\.\.))?", fullmatch=True),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
)  # fmt: skip


@given(words=WORDS, language=st.sampled_from(["de", "en", "es", "fr", "it", "nl", "pt", "und"]))
def test_a_figure_is_refused_or_written_so_that_it_reads_back(words: str, language: str) -> None:
    """Whatever a person types, what is kept can be laid over a statement, and says the same again."""
    try:
        value = given_figure(words, language, "count")
    except UsageError:
        return
    figure = figure_of(value, "count", None)
    assert figure_value(figure) == value
    assert bounds(figure)[0] <= bounds(figure)[1]


@given(words=WORDS, language=st.sampled_from(["de", "en", "es", "und"]))
def test_a_date_is_refused_or_written_so_that_it_reads_back(words: str, language: str) -> None:
    """As with figures: EDTF in, EDTF kept, the same first and last day each time."""
    try:
        value = given_time(words, language, "2021-05-20")
    except UsageError:
        return
    assert time_of(value, None) == time_of(given_time(value, language, None), None)


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("70", "en", "70"), ("bijna 70", "nl", "<70"), ("mindestens 12", "de", ">=12"), ("almost 70", "de", "<70"),
        ("fewer than 70", "en", "<0..70"), ("12,5", "de", "12.5"), ("2.500.000", "es", "2500000"),
        ("5000000 USD", "en", "5000000 USD"), ("hundreds", "en", "200..999"),
        ("10 to 12 million", "en", "10000000..12000000"),
    ],
)  # fmt: skip
def test_a_figure_is_read_in_the_reports_language_or_english(words: str, language: str, value: str) -> None:
    """Words that bound a number keep it a bound, and a vague word stays as wide as it is."""
    assert given_figure(words, language, "count" if "USD" not in words else "money") == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("19. Mai 2023", "2023-05-19"), ("May 2023", "2023-05"), ("gestern", "2021-05-19"), ("2023-05/..", "2023-05/..")],
)
def test_a_date_is_read_in_the_reports_language_or_english(words: str, value: str) -> None:
    """Words that count from the day of publication are counted from it."""
    assert given_time(words, "de", "2021-05-20") == value
