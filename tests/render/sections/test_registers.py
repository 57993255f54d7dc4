"""The registers: every value that a witness gives, and none that no witness gives."""

from dataclasses import replace

import pytest
from lxml import html

from careo.model.derived import Chain, Link
from careo.model.inferred import Dossier
from careo.model.seen import StatementType
from careo.render.page.html import page
from careo.render.quoting.index import index
from careo.render.sections.register_views import RegisterView, RowView
from careo.render.sections.registers import registers
from tests.render.sample import dossier


def laid(base: Dossier) -> dict[str, RegisterView]:
    return {one.key: one for one in registers(index(base))}


def values(register: RegisterView, row: RowView) -> dict[str, list[tuple[str, tuple[int, ...]]]]:
    """Return by head the values of a row and the reports that give them."""
    cells = zip(register.open.heads, row.cells, strict=True)
    return {head: [(one.words, one.reports) for one in cell] for head, cell in cells}


def test_conflicting_counts_stand_side_by_side_each_with_its_report() -> None:
    """One report lets in 120, the other 150: both are shown, and none is chosen."""
    register = laid(dossier())["deployments"]
    row = next(row for row in register.open.rows if len(row.reports) > 1)
    found = values(register, row)
    assert found["How many"] == [("120 persons", (1,)), ("150 persons", (2,))]
    assert {at for _, at in found["When"]} == {(1,), (2,)}
    assert (row.reports, row.origins) == ((1, 2), 2)
    assert row.differences


def test_one_witness_has_no_numbers_at_its_values() -> None:
    """Where one report alone makes a claim, its number stands at the claim only."""
    for register in laid(dossier()).values():
        for row in (*register.open.rows, *register.folded.rows):
            if len(row.reports) == 1:
                assert not any(given.reports for cell in row.cells for given in cell)


def test_figures_keep_the_words_of_the_report() -> None:
    """`fast 70 Menschen` is almost 70 as its report writes it."""
    register = laid(dossier())["incidents"]
    (given,) = [g for row in register.open.rows for cell in row.cells for g in cell if "70" in g.words]
    assert given.words == "injured: almost or under 70 persons"
    assert given.written is not None
    assert "".join(segment.text for segment in given.written.segments) == "fast 70 Menschen"


def test_what_is_only_authorised_has_its_gap() -> None:
    """An entry that was allowed and that no report says took place says so in its row."""
    base = dossier()
    claim = next(claim for claim in base.claims if claim.type == "LAW" and len(claim.reports) > 1)
    link = Link("authorised", claim.id, claim.statements, ("120",), None, None, alleged=False, reason="test")
    chain = Chain("chain-1", base.story.id, "deployment", "120", (link,), ("arrived",))
    register = laid(replace(base, chains=(chain,)))["deployments"]
    assert [row.gaps for row in register.open.rows if row.gaps] == [("arrived: no report found",)]


def test_soldiers_who_come_in_are_the_force_and_not_who_lets_in() -> None:
    """Where the sentence makes a unit the subject of an entry, it stands under the forces all the same."""
    base = dossier()
    law = next(statement for statement in base.statements if statement.type == "LAW")
    mention = law.actors[0].mention or ""
    unit = replace(base.entities[0], id="entity-unit", type="unit", name="Pioniere", mentions=(mention,))
    others = tuple(replace(one, mentions=()) for one in base.entities)
    register = laid(replace(base, entities=(*others, unit)))["deployments"]
    row = next(row for row in register.open.rows if 1 in row.reports and len(row.reports) > 1)
    found = values(register, row)
    assert ("Pioniere", (1,)) in found["Which force"]
    assert "Pioniere" not in [name for name, _ in found.get("By whom", [])]


def test_offices_are_listed_with_their_holders_and_spellings() -> None:
    """Who is called what, in which report; an office in no sentence is in no list."""
    base = dossier()
    holders = [one for register in registers(index(base)) for one in register.holders]
    assert ("Ilse Marwik", "minister, defence", (1,)) in [(one.name, one.office, one.reports) for one in holders]
    assert not [one for one in holders if one.name == "Talhafen"]


def test_rows_go_by_time_and_what_has_none_comes_last() -> None:
    """The earliest day that a witness gives with its year decides; a day without a year does not."""
    for register in laid(dossier()).values():
        days = []
        for row in register.open.rows:
            claim = index(dossier()).claims[row.claim - 1]
            times = [t for s in dossier().statements if s.id in claim.statements for t in s.times if t.first]
            days.append(min((t.first for t in times if t.first and t.first[:4].isdigit()), default="~"))
        assert days == sorted(days)


def test_many_claims_of_one_report_are_folded_and_those_of_several_are_not() -> None:
    """With more than eight claims of one report these go behind a fold."""
    base = dossier()
    claim = next(claim for claim in base.claims if claim.type == "MEET")
    (first, *_) = [s for s in base.statements if s.id in claim.statements]
    alone = [
        replace(claim, id=f"claim-x{n:02}", statements=(first.id,), reports=(first.report,), origins=((first.report,),))
        for n in range(9)
    ]
    register = laid(replace(base, claims=(*base.claims, *alone), discrepancies=()))["agreements"]
    assert len(register.folded.rows) >= 9
    assert all(len(row.reports) == 1 for row in register.folded.rows)
    assert all(len(row.reports) > 1 for row in register.open.rows)


def test_order_and_a_second_run_change_nothing() -> None:
    """The same dossier with its claims in another order has the same registers."""
    base = dossier()
    assert registers(index(base)) == registers(index(replace(base, claims=base.claims[::-1])))


@pytest.mark.parametrize("name", ['<b onclick="x">', "&quot;", "‮"])
def test_hostile_names_stay_names(name: str) -> None:
    """Markup in an entity's name is shown as it is written."""
    base = dossier()
    entities = (replace(base.entities[0], name=name), *base.entities[1:])
    section = html.document_fromstring(page(replace(base, entities=entities), version="1")).get_element_by_id(
        "registers"
    )
    assert name in section.text_content()
    assert not section.xpath(".//*[@onclick]")


def test_tables_can_be_scrolled_by_key_and_name_their_cells_on_a_phone() -> None:
    """Each region takes the focus and has a name; each cell carries its head, for where the head is not shown."""
    section = html.document_fromstring(page(dossier(), version="1")).get_element_by_id("registers")
    regions = section.xpath(".//*[@class='scroll']")
    assert regions
    assert all((one.get("tabindex"), one.get("role")) == ("0", "group") and one.get("aria-label") for one in regions)
    assert all(cell.get("data-head") for cell in section.xpath(".//td"))


@pytest.mark.parametrize(("type_", "key"), [("RESTRICT", "measures"), ("VOTE", "votes")])
def test_emergencies_and_votes_have_a_register(type_: StatementType, key: str) -> None:
    """Measures and votes stand in a register of their own, every figure as its report gives it."""
    base = dossier()
    claim = next(claim for claim in base.claims if claim.type == "LAW" and len(claim.reports) > 1)
    told = tuple(replace(s, type=type_) if s.id in claim.statements else s for s in base.statements)
    claims = tuple(replace(one, type=type_) if one is claim else one for one in base.claims)
    (row,) = laid(replace(base, statements=told, claims=claims))[key].open.rows
    given = [one.words for cell in row.cells for one in cell]
    assert {"troops: 120 persons", "troops: 150 persons"} <= set(given)
    assert key not in laid(base)
