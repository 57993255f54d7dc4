"""`careo export` for investigators, maps and annotators, at a desk of the examples."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import geojson
import pytest
from click.testing import Result
from followthemoney.types import registry
from iiif_prezi3 import AnnotationPage

from careo.render.export.ftm import check


def test_nothing_lost(here: Path, run: Callable[..., Result]) -> None:
    """FtM's own package loses nothing of the examples; the check says so and writes nothing."""
    result = run("export", "--format", "ftm", "--check")
    assert (result.output, result.exit_code) == ("nothing is lost\n", 0)
    assert [path.name for path in here.iterdir()] == ["careo.db"]


def test_loss(here: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """What the installed FtM would lose is named, here the languages that it was told not to know; exit code 1."""
    monkeypatch.setattr(registry.language, "LANGUAGES", ["isl"])
    result = run("export", "--format", "ftm", "--check")
    assert result.exit_code == 1
    assert "FtM makes of language ['spa'] []" in result.output


def test_without_the_package(here: Path, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without FtM's package the export is written, and the check names the extra that it needs."""
    monkeypatch.setitem(sys.modules, "followthemoney", None)
    assert run("export", "--format", "ftm", "-o", "out").exit_code == 0
    result = run("export", "--format", "ftm", "--check")
    assert result.exit_code == 2
    assert 'pip install "careo[ftm]"' in result.output


def test_no_check(here: Path, run: Callable[..., Result]) -> None:
    """A format without a check says which have one."""
    result = run("export", "--format", "geojson", "--check")
    assert result.exit_code == 2
    assert "geojson has no check; there is one for ftm" in result.output


def test_files(here: Path, run: Callable[..., Result]) -> None:
    """The written files are those that the field's readers open, with all statements in them."""
    assert run("export", "--format", "ftm", "-o", "ftm").exit_code == 0
    lines = (here / "ftm" / "entities.ftm.json").read_text(encoding="utf-8").splitlines(keepends=True)
    assert check.problems(lines) == ()
    found = [json.loads(line) for line in (here / "ftm" / "statements.jsonl").read_bytes().splitlines()]
    told = {statement["id"]: statement for statement in found}
    assert {json.loads(line)["id"] for line in lines} >= set(told)
    assert run("export", "--format", "annotation", "-o", "a.jsonld").exit_code == 0
    page = AnnotationPage.model_validate_json((here / "a.jsonld").read_bytes())
    assert len(page.items) == len(told)
    assert run("export", "--format", "geojson", "-o", "p.geojson").exit_code == 0
    places = geojson.loads((here / "p.geojson").read_text(encoding="utf-8"))
    assert places.is_valid
    assert len(places["features"]) == sum(len(statement["places"]) for statement in told.values())
