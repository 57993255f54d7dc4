"""What tells a report apart."""

from tests.make import make_report

from careo.text.profile import profile


def test_the_outlet_behind_a_headline_is_no_word_of_it() -> None:
    """Pages put their name there; it says nothing of what happened."""
    plain, signed = (
        make_report(text, parts=(("headline", text),), origin=text)
        for text in ("River Ohra bursts its banks", "River Ohra bursts its banks | Vellmar Daily")
    )
    assert list(profile(plain).words) == list(profile(signed).words)


def test_a_day_is_known_or_not() -> None:
    """A date with its hour is a moment, one to the month is none."""
    day = profile(make_report("A.", published="1970-01-02")).moment
    assert day == 1.0
    assert profile(make_report("A.", published="1970-01")).moment is None
    assert profile(make_report("A.")).moment is None


def test_writing_without_spaces_is_cut_into_pairs() -> None:
    """Two Chinese headlines that share a word share a term."""
    one, other = (profile(make_report(text, language="zh", origin=text)) for text in ("渡轮沉没", "一艘渡轮失踪"))
    assert set(one.words.tolist()) & set(other.words.tolist())
