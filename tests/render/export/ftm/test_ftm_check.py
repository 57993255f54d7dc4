"""The check names every loss that FtM's own validation lets through."""

import json
import sys
from typing import Any

import pytest

from careo.errors import UsageError
from careo.render.export.ftm.check import problems

ARTICLE = {"id": "a-1", "schema": "Article", "properties": {"name": ["Brücke zu"], "fileName": ["b.html"]}}
EVENT = {
    "id": "e-1",
    "schema": "Event",
    "properties": {"name": ["SAY: Nein"], "proof": ["a-1"], "date": ["2024-05"], "description": ["Sie sagte: Nein."]},
}


def _found(**changed: Any) -> tuple[str, ...]:
    """Check the article and the event, some of its properties set otherwise; `None` takes one out."""
    top = {name: changed.pop(name) for name in ("id", "schema") if name in changed}
    values = {name: value for name, value in (EVENT["properties"] | changed).items() if value is not None}
    event = {**EVENT, **top, "properties": values}
    return problems([json.dumps(ARTICLE), json.dumps(event)])


def test_nothing_wrong() -> None:
    """Two sound entities pass."""
    assert _found() == ()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"schema": "Happening"}, "no such schema"),
        ({"schema": "Thing"}, "no such schema"),
        ({"quantity": ["70"]}, "no property quantity"),
        ({"mentionedEntities": ["a-1"]}, "no property mentionedEntities"),
        ({"name": None}, "Thing requires name"),
        ({"name": []}, "Event requires name"),
        ({"detectedLanguage": ["kin"]}, "validation refuses"),
        ({"date": ["last week"]}, "validation refuses"),
        ({"date": ["2025-12/2026-01"]}, "makes of date ['2025-12/2026-01'] ['2025-12']"),
        ({"description": ["a\u200bb"]}, "makes of description"),
        ({"description": ["a", "a"]}, "makes of description"),
        ({"sourceUrl": ["a.example"]}, "makes of sourceUrl"),
        ({"proof": ["a-2"]}, "leads to a-2, which is not in the export"),
        ({"involved": ["a-1"]}, "where FtM takes LegalEntity only"),
        ({"id": "a-1"}, "have an id that another one has"),
    ],
)
def test_every_loss(changed: dict[str, Any], words: str) -> None:
    """Schema, property, required value, type of value, changed value and dangling reference are each named."""
    assert any(words in problem for problem in _found(**changed)), _found(**changed)


def test_required_by_a_parent() -> None:
    """An article needs the file name of a document, which FtM's own check of an article does not ask for."""
    article = {**ARTICLE, "properties": {"name": ["Brücke zu"]}}
    assert problems([json.dumps(article)]) == ("Article a-1: Document requires fileName",)


def test_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without FtM's package the error names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    with pytest.raises(UsageError, match=r'pip install "careo\[ftm\]"'):
        problems([json.dumps(ARTICLE)])
