"""Checks before a page is made."""

from dataclasses import replace

import pytest

from careo.errors import AnchorError, NotFound
from careo.model.inferred import Derivation, Dossier
from careo.render.quoting.index import index
from tests.render.sample import dossier


def _with_report(changed: Dossier, **fields: object) -> Dossier:
    first, *rest = changed.reports
    return replace(changed, reports=(replace(first, **fields), *rest))  # type: ignore[arg-type]


def test_changed_text() -> None:
    """A report whose text does not have its hash makes no page."""
    text = dossier().reports[0].text.replace("120", "121")
    with pytest.raises(AnchorError, match="SHA-256"):
        index(_with_report(dossier(), text=text))


def test_moved_anchor() -> None:
    """A quotation that is not where its record says is an error, not a guess."""
    whole = dossier()
    first, *rest = whole.statements
    moved = replace(first, trigger=replace(first.trigger, start=first.trigger.start - 1))
    with pytest.raises(AnchorError, match="does not say"):
        index(replace(whole, statements=(moved, *rest)))


def test_parts_with_a_gap() -> None:
    """A report whose parts leave characters out makes no page."""
    with pytest.raises(AnchorError, match="cover"):
        index(_with_report(dossier(), parts=dossier().reports[0].parts[1:]))


def test_missing_record() -> None:
    """A claim that names a statement the dossier lacks is said to."""
    whole = dossier()
    found = index(replace(whole, statements=whole.statements[1:]))
    with pytest.raises(NotFound, match="statement"):
        found.statement(whole.statements[0].id)


def test_origins() -> None:
    """A copy, edit or translation makes one origin of two reports; a quotation does not."""
    whole = dossier()
    assert len(index(whole).origins) == 3
    one, two, three = (report.id for report in whole.reports)
    copies = (
        Derivation("derivation-8", one, two, "translation", None, (), 0.9, "same order of facts"),
        Derivation("derivation-9", two, three, "copy", None, (), 1.0, "same words"),
    )
    assert index(replace(whole, derivations=copies)).origins == ((one, two, three),)
