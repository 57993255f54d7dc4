"""The short answers, and who carries what."""

from dataclasses import replace

import pytest

from careo.model.inferred import Derivation, Dossier
from careo.render.quoting.index import index
from careo.render.sections.glance import glance
from careo.render.sections.matrix import matrix
from tests.render.sample import dossier


def _with(*links: Derivation) -> Dossier:
    return replace(dossier(), derivations=links)


def test_disagreements_are_named_gravest_first() -> None:
    """What cannot both be right comes first, with each value and who gives it; a more exact value is none."""
    found = glance(index(dossier())).quarrels
    assert [one.kind for one in found] == ["contradiction", "contradiction", "name_variant"]
    sides = [(side.value, [tag.number for tag in side.reports]) for one in found for side in one.sides]
    assert sides[:2] in ([("120", [1]), ("150", [2])], [("affirmed", [1]), ("denied", [2])])
    assert sides[4:] == [("Ilse Marwik", [1]), ("Else Marwick", [2])]


def test_a_dismissed_disagreement_is_none() -> None:
    """What a person set aside is not shown as an open disagreement."""
    whole = dossier()
    aside = tuple(replace(one, dismissed="decision-1") for one in whole.discrepancies)
    assert glance(index(replace(whole, discrepancies=aside))).quarrels == ()


def test_who_was_first() -> None:
    """The first of the dated reports is named; an undated one never is."""
    firsts = {one.claim: [tag.number for tag in one.first] for one in glance(index(dossier())).firsts}
    assert len(firsts) == 3
    assert set(map(tuple, firsts.values())) == {(1,)}


@pytest.mark.parametrize(
    ("kind", "origins", "dependent"),
    [("translation", 2, "1 translation"), ("edit", 2, "1 edited copy"), ("quotation", 3, "")],
)
def test_copies_are_no_origins(kind: str, origins: int, dependent: str) -> None:
    """A translation or edited copy is not counted as a witness of its own; who only quotes another is one."""
    german, dutch, _ = dossier().reports
    link = Derivation("derivation-1", german.id, dutch.id, kind, None, (), 0.9, "one text")  # type: ignore[arg-type]
    found = glance(index(_with(link)))
    assert (found.reports, found.origins, found.dependent) == (3, origins, dependent)


def test_matrix_shows_who_tells_and_who_is_silent() -> None:
    """Each claim has a field an outlet: told, denied, contradicting or empty; the first report is marked."""
    found = matrix(index(dossier()))
    assert [(group.language, group.outlets) for group in found.groups] == [
        ("Dutch", ("De Havenkrant",)),
        ("German", ("Talhafener Bote",)),
        ("Spanish", ("unknown outlet",)),
    ]
    rows = {tuple(cell.look for cell in line.cells): line for line in found.lines}
    assert set(rows) == {("differs", "differs", ""), ("denies", "differs", ""), ("", "tells", "tells")}
    assert all(line.cells[1].first and not line.cells[0].first for line in found.lines)
    assert rows["", "tells", "tells"].absent == "Dutch"
    assert (found.alone, found.more) == (2, 0)
