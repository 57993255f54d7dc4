"""The time line on the page: as wide as what is known, each with its sentence, readable without the picture."""

import time
from dataclasses import replace

import pytest
from lxml import etree, html

from careo.model.inferred import Dossier
from careo.model.seen import Report, Statement
from careo.render.page.html import page
from careo.render.pictures.timeline import timeline
from careo.render.quoting.index import index
from careo.stages.assemble import assemble
from tests.make import make_report
from tests.stages.lifecycle import laid_out
from tests.table import make_statement, make_time

Told = tuple[Report, Statement]


def arrival(number: int, first: str | None, last: str | None = None, **more: str) -> Told:
    """Return a report in which a ship came on a day, and its statement."""
    text = more.get("text") or f"In the harbour of Norhaven ship {number} came on that day, as the pilots saw."
    report = make_report(text, published=more.get("published"), origin=f"{number}.txt")
    made = make_time(report, "that day", first, last or first, precision=more.get("precision", "day"))
    statement = make_statement(report, "DEPLOY", "came", modality=more.get("modality", "occurred"))
    return report, replace(statement, times=(made,), polarity=more.get("polarity", "affirmed"))  # type: ignore[arg-type]


def dossier(told: list[Told], *groups: tuple[int, ...]) -> Dossier:
    docket, findings = laid_out(told, groups)
    return assemble(docket, findings, ())


def section(made: Dossier) -> html.HtmlElement:
    whole: html.HtmlElement = html.document_fromstring(page(made, version="0"))
    return whole.get_element_by_id("timeline")


def all_of(node: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    return [found for found in node.xpath(path) if isinstance(found, html.HtmlElement | etree._Element)]


def strips(made: Dossier) -> list[html.HtmlElement]:
    return all_of(section(made), './/tbody[not(@class)]//td[@class="strip"]/*[local-name()="svg"]')


def bars(made: Dossier) -> list[html.HtmlElement]:
    return [bar for strip in strips(made) for bar in all_of(strip, './/*[contains(concat(" ", @class, " "), " bar ")]')]


def test_a_bar_is_as_wide_as_what_is_known() -> None:
    """On one axis a month is a twelfth of its year, and a day is a mark of one size."""
    made = dossier(
        [arrival(1, "2031", precision="year"), arrival(2, "2031-03", precision="month"), arrival(3, "2031-03-03")]
    )
    year, month, day = bars(made)
    widths = [float(bar.get("width").rstrip("%")) for bar in (year, month)]
    assert widths[1] / widths[0] == pytest.approx(31 / 365, abs=0.002)
    assert day.get("width") == "8"


def test_each_bar_stands_with_its_claim_its_sentence_and_who_says_it() -> None:
    """Nothing is drawn that words beside it do not say, with a link to claim and report."""
    made = dossier([arrival(1, "2031-03-03"), arrival(2, "2031-04", precision="month"), arrival(3, "2031-05-01")])
    rows = section(made).xpath('.//table[@class="times"]/tbody[not(@class)]')
    assert len(rows) == len(bars(made)) == 3
    for row in rows:
        assert row.xpath('.//a[starts-with(@href, "#c")]')
        assert row.xpath('.//a[starts-with(@href, "#r")]')
        assert "came" in row.xpath("string(.//q[@data-at])")
        assert "2031" in row.xpath("string(.//b)")


def test_what_has_no_year_is_listed_and_not_drawn() -> None:
    """A day without a year stands below the picture, in the report's own words."""
    made = dossier([arrival(1, "2031-03-03"), arrival(2, "XXXX-11-01")])
    assert len(bars(made)) == 1
    listed = section(made).xpath("string(.//details)")
    assert "1 November, year unknown" in listed and "that day" in listed


def test_no_bar_comes_from_the_date_of_a_report() -> None:
    """Publication dates stand on a lane of their own, below the line."""
    report = make_report("A ship came.", published="2031-03-05")
    made = dossier(
        [(report, make_statement(report, "DEPLOY", "came")), arrival(2, "2031-03-03", published="2031-03-05")]
    )
    assert len(bars(made)) == 1
    assert len(section(made).xpath('.//figure//*[@class="told"]')) == 1
    assert section(made).xpath('string(.//figure//*[@class="told"]/../*[local-name()="text"])') == "2"


def test_done_planned_unclear_and_denied_look_and_read_differently() -> None:
    """Four states, four shapes, and the words for who hears the page."""
    made = dossier([
        arrival(1, "2031-03-03"), arrival(2, "2031-03-04", modality="planned"),
        arrival(3, "2031-03-05", modality="alleged"), arrival(4, "2031-03-06", polarity="denied"),
    ])  # fmt: skip
    assert [bar.get("class") for bar in bars(made)] == ["bar done", "bar open", "bar doubt", "bar done"]
    assert [len(strip.xpath('.//*[@class="crossed"]')) for strip in strips(made)] == [0, 0, 0, 2]
    words = [row.text_content() for row in section(made).xpath(".//tbody[not(@class)]")]
    wanted = ("said to have happened", "planned", "alleged", "denied")
    assert all(want in said for want, said in zip(wanted, words, strict=True))


def test_what_is_told_before_its_day_does_not_read_as_done() -> None:
    """The badge follows the line, not the verb."""
    said = section(dossier([arrival(1, "2031-03-20", published="2031-03-01")])).text_content()
    assert "told before its day" in said


def test_all_times_of_a_claim_stand_in_its_row() -> None:
    """Two days for one thing: two bars beside one claim, neither chosen."""
    made = dossier([arrival(1, "2031-03-03"), arrival(2, "2031-03-04")], (0, 1))
    (row,) = section(made).xpath('.//table[@class="times"]/tbody[not(@class)]')
    assert [b.text for b in row.xpath(".//b")] == ["3 March 2031", "4 March 2031"]
    assert len(bars(made)) == 2


def test_a_denial_without_a_time_stands_at_the_time_it_denies() -> None:
    """A time that one report gives does not look settled where another denies the thing without dating it."""
    report, statement = arrival(2, None, polarity="denied")
    undated = (report, replace(statement, times=()))
    said = section(dossier([arrival(1, "2031-03-03"), undated], (0, 1))).text_content()
    assert "denied, or said not to be so, in:" in said
    assert "denied, or said not to be so" not in section(dossier([arrival(1, "2031-03-03")])).text_content()


def test_a_time_in_another_part_is_named_in_the_row() -> None:
    """Where parts of the line stand apart, a row says which other times its claim has."""
    years = [arrival(n, f"2031-03-{n:02}") for n in range(1, 8)] + [
        arrival(n + 7, f"2033-03-{n:02}") for n in range(1, 8)
    ]
    said = section(dossier(years, (0, 7))).text_content()
    assert "also given: 1 March 2033" in said and "also given: 1 March 2031" in said


def test_open_ends_are_arrows() -> None:
    """`From May on` has no last day, and none is drawn."""
    report, statement = arrival(1, "2031-05-01")
    (known,) = statement.times
    made = dossier([(report, replace(statement, times=(replace(known, last=None),))), arrival(2, "2031-09-01")])
    assert len(strips(made)[0].xpath('.//*[@class="arrow"]')) == 1
    assert bars(made)[0].get("width") == "8%"
    assert "from 1 May 2031 on" in section(made).text_content()


@pytest.mark.parametrize("days", [("0001", "9999-12-31"), ("9999-12-31", "9999-12-31"), ("0001-01-01", "0001-01-01")])
def test_the_ends_of_the_calendar_are_drawn(days: tuple[str, str]) -> None:
    """The first and the last day there are break nothing."""
    assert len(bars(dossier([arrival(n, day) for n, day in enumerate(days)]))) == 2


def test_hostile_words_stay_words() -> None:
    """A report cannot write into the drawing."""
    text = 'A "ship" </svg><script>x()</script> came on that day & <b>left</b>.'
    found = section(dossier([arrival(1, "2031-03-03", text=text)]))
    assert not found.xpath(".//script") and "<script>x()" in found.text_content()


def test_a_story_without_dates_says_so() -> None:
    """No picture of nothing."""
    found = section(dossier([arrival(1, "XXXX-11-01")]))
    assert not found.xpath(".//figure") and "No sentence gives a date" in found.text_content()


def test_many_claims_of_one_report_are_folded_and_more_are_counted() -> None:
    """A thousand dated claims: those that several reports make first, the rest folded, what has no room counted."""
    told = [arrival(n, f"20{n % 30:02}-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(1000)]
    made = dossier(told, (0, 30))
    began = time.perf_counter()
    found = timeline(index(made))
    assert time.perf_counter() - began < 5
    drawn = {row.claim for block in (*found.blocks, *found.folded) for row in block.rows}
    room = index(made).room.dated
    assert len(found.blocks) == 1 and found.folded_number == room - 1 and len(drawn) == room
    assert found.left_out == 999 - room
    assert found.overview is not None and (len(found.overview.bars), found.overview.left_out) == (2, 998)


def test_the_same_dossier_gives_the_same_picture() -> None:
    """No clock and no chance in a drawing."""
    told = [arrival(n, f"2031-03-{n:02}", published="2031-04-01") for n in range(1, 9)]
    assert timeline(index(dossier(told))) == timeline(index(dossier(told)))
