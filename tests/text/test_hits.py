"""Looking words up in reports of any language."""

from tests.make import make_report

from careo.text.hits import hits

POLISH = make_report("Most w Gdańsku\nzamknięty dla ruchu.", language="pl", published="2024-03-02")
CHINESE = make_report("磨坊旁的桥梁自星期一起关闭。", language="zh", published="2024-03-01")
ENGLISH = make_report("The bridge in Gdansk is closed.", language="en")
REPORTS = (ENGLISH, POLISH, CHINESE)


def test_words_are_found_as_they_are_written() -> None:
    """Whatever the case, inside longer words, across line ends, with and without spaces; the place is the word's."""
    for word, report in (("gdańsk", POLISH), ("GDAŃSKU zamknięty", POLISH), ("桥梁", CHINESE), ("Gdansk", ENGLISH)):
        [hit] = hits(REPORTS, [word])
        assert hit.report == report
        assert report.text[hit.start : hit.end].casefold().split() == word.casefold().split()


def test_every_word_must_stand_there() -> None:
    """Two words narrow, none finds nothing, and signs of patterns are letters like others."""
    assert [hit.report for hit in hits(REPORTS, ["most", "ruchu"])] == [POLISH]
    assert hits(REPORTS, ["most", "桥梁"]) == ()
    assert hits(REPORTS, []) == ()
    assert hits(REPORTS, ["."]) != hits(REPORTS, ["...."])


def test_hits_come_by_date() -> None:
    """The undated come last, whatever the order of arrival."""
    found = [hit.report for hit in hits((ENGLISH, POLISH, CHINESE), ["g"])]
    assert found == [hit.report for hit in hits((CHINESE, POLISH, ENGLISH), ["g"])]
    assert [hit.report for hit in hits(REPORTS, ["。"])] == [CHINESE]
    assert found == [POLISH, ENGLISH]
