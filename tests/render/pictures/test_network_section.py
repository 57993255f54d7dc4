"""The network on the page: a drawing, and a list that says the same in words."""

from dataclasses import replace

import pytest
from lxml import html

from careo.model.derived import End, Tie
from careo.model.inferred import Dossier
from careo.render.page.html import page
from careo.render.pictures.graph import name_lines
from careo.render.sealing.seal import check_page
from tests.render.sample import dossier
from tests.render.ties import HOSTILE, names, tie


def tied(base: Dossier, *ties: Tie) -> html.HtmlElement:
    text = page(replace(base, network=ties), version="0.0.1")
    assert not check_page(text)
    return html.document_fromstring(text).get_element_by_id("network")


def words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def test_a_tie_is_a_line_and_a_row_with_its_sentence() -> None:
    """Number and deed stand at the line; the row has both names, every time, status, claim, report and sentence."""
    base = dossier()
    ends = [End(entity.id, entity.name) for entity in base.entities[:2]]
    section = tied(base, tie(base, *ends, type="accused", directed=True))
    assert [
        words(node) for node in section.xpath(".//*[@role='group'][name()='svg']//*[contains(@class, 'label')]")
    ] == ["1 accused"]
    assert len(section.xpath(".//polygon")) == 1
    row = words(section.xpath(".//tbody")[0])
    for said in ("Ilse Marwik", "accused →", "Else Marwick", "13 May 2024", "said to have happened", "Reports 1"):
        assert said in row
    assert "Ilse Marwik traf am Vorabend" in words(section.xpath(".//tbody//q")[0])
    assert {"#e1", "#e2", "#r1"} <= set(section.xpath(".//tbody//a/@href"))


@pytest.mark.parametrize(("status", "sign"), [("planned", "○"), ("alleged", "?"), ("denied", "✕")])
def test_what_did_not_happen_is_told_apart_without_colour(status: str, sign: str) -> None:
    """Its line has another stroke, its word a sign, its row the word."""
    base = dossier()
    ends = [End(entity.id, entity.name) for entity in base.entities[:2]]
    section = tied(base, tie(base, *ends), tie(base, *ends, status=status))
    drawing = section.xpath(".//*[@role='group'][name()='svg']")[0]
    assert {words(node) for node in drawing.xpath(".//*[contains(@class, 'label')]")} == {"1 met", f"2 {sign} met"}
    assert len(set(drawing.xpath(".//path/@class"))) == 2
    assert status in words(section.xpath(".//tbody")[1])


def test_whom_only_a_noun_tells_stands_in_the_list_only() -> None:
    """No box for `the harbour master`, but a row without a link."""
    base = dossier()
    section = tied(base, tie(base, End(base.entities[0].id, base.entities[0].name), End(None, "den Hafenmeister")))
    assert not section.xpath(".//*[@role='group'][name()='svg']")
    assert "den Hafenmeister" in words(section.xpath(".//tbody")[0])


def test_the_drawing_keeps_to_those_with_most_ties_and_says_how_many_it_leaves_out() -> None:
    """Of fifty who met one, forty are drawn; all are listed."""
    base, ends = names(dossier(), *(f"Person {n}" for n in range(51)))
    section = tied(base, *(tie(base, ends[0], other) for other in ends[1:]))
    assert len(section.xpath(".//*[@role='group'][name()='svg']//rect[contains(@class, 'node')]")) == 40
    assert "11 names are not drawn" in words(section)
    assert len(section.xpath(".//tbody")) == 50


def test_hostile_names_stay_names() -> None:
    """Markup in a name is shown as it is written, in the drawing and in the list."""
    base, ends = names(dossier(), HOSTILE, "‮drawkcab" * 40)
    section = tied(base, tie(base, *ends))
    assert not section.xpath(".//script")
    assert HOSTILE in words(section.xpath(".//tbody")[0])
    assert (
        "".join(section.xpath(".//*[@role='group'][name()='svg']//rect[1]/following-sibling::text[1]/text()"))[:8]
        == HOSTILE[:8]
    )


def test_the_drawing_has_a_name_and_its_region_can_be_scrolled_by_key() -> None:
    """Title and description for who cannot see it; the region takes the focus."""
    base = dossier()
    ends = [End(entity.id, entity.name) for entity in base.entities[:2]]
    section = tied(base, tie(base, *ends))
    (drawing,) = section.xpath(".//*[@role='group'][name()='svg']")
    for id_ in drawing.get("aria-labelledby").split():
        assert words(section.xpath(f".//*[@id='{id_}']")[0])
    for region in section.xpath(".//*[@class='scroll']"):
        assert (region.get("tabindex"), region.get("role")) == ("0", "group")
        assert region.get("aria-label")


def test_a_story_without_ties_says_so() -> None:
    """An empty section says that nothing was found."""
    assert "No sentence was found" in words(tied(dossier()))


def test_a_long_name_has_two_lines_and_is_cut_after_them() -> None:
    """A name of many words or of one long word fits its box."""
    assert name_lines("Ada Brink") == ("Ada Brink",)
    assert name_lines("Ministry of Harbours and Inland Waterways") == ("Ministry of Harbours and", "Inland Waterways")
    assert [len(line) <= 26 for line in name_lines("x" * 90)] == [True]
    cut = name_lines("a committee of very many members with a name that has no end")
    assert len(cut) == 2
    assert cut[1].endswith("…")
