"""Documentation as a promise: nothing is missing from it, nothing in it is stale, every snippet runs."""

import json
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest
from docs import generate
from eval.__main__ import NAMES
from jsonschema import Draft202012Validator

from careo.cli.app import careo
from careo.desk import Desk
from careo.model import decided, inferred, seen
from careo.model.codec import DERIVED, KINDS
from careo.settings import Settings
from tests.lent import HONDURAS, lent
from tests.snippets import blocks, needs, run, write

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TOLD = [page for page in PAGES if page.parent != REFERENCE or page.name == "gold.md"]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


TELLING = ("csv", "json", "mermaid", "python", "sh", "text", "toml", "{toctree}")
"""What a fenced block may be. `sh` and `python` are run, `toml` is read, commands in `text` are parsed."""


@pytest.fixture
def beside_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder that has the examples, as in a fresh clone."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CAREO_DESK", raising=False)
    return tmp_path


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Return a real export of the examples, with a skip and a decision in it."""
    folder = tmp_path_factory.mktemp("export")
    (folder / "empty.txt").touch()
    shutil.copy(lent(tmp_path_factory, HONDURAS), folder / "careo.db")
    with Desk(folder / "careo.db") as desk:
        desk.build([str(folder / "empty.txt")])
        statement = desk.dossier(desk.stories()[0].id).statements[0].id
        desk.decide("dismiss", [statement], reason="for the test", by="Ada", at="2024-01-01T00:00:00+00:00")
        return [json.loads(line) for line in desk.export()]


@pytest.mark.parametrize("name", ["records.md", "tables.md", "cli.md", "settings.md", "desk.md", "schema.json"])
def test_the_reference_is_not_stale(name: str) -> None:
    """The generated pages are what the code says; `make docs` writes them anew."""
    assert text_of(REFERENCE / name) == generate.pages()[name], "stale: run make docs"


@pytest.mark.parametrize("name", list(careo.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    """Every command has its section with every option, and is named in the changelog."""
    section = text_of(REFERENCE / "cli.md").split(f"\n## careo {name}\n")[1].split("\n## ")[0]
    options = [option for parameter in careo.commands[name].params for option in parameter.opts]
    assert all(option in section for option in options if option.startswith("-"))
    assert f"`{name}`" in text_of(ROOT / "CHANGELOG.md")


def test_every_setting_is_documented() -> None:
    """Every setting stands in the reference with a meaning."""
    page = text_of(REFERENCE / "settings.md")
    assert all(re.search(rf"^\| `{field.name}` \| .+ \| .+ \|$", page, re.MULTILINE) for field in fields(Settings))


@pytest.mark.parametrize("name", ["records.md", "tables.md", "desk.md", "settings.md"])
def test_every_field_has_a_meaning(name: str) -> None:
    """No table of the reference has an empty cell."""
    rows = [line for line in text_of(REFERENCE / name).splitlines() if line.startswith("| `")]
    assert rows
    assert not [row for row in rows if not all(cell.strip() for cell in row.strip("|").split(" | "))]


def test_every_word_is_in_the_vocabulary() -> None:
    """Every kind, statement type, verdict, discrepancy and decision has its line in plain words."""
    page = text_of(ROOT / "docs" / "vocabulary.md").replace("_", " ").lower()
    lists = (seen.StatementType, inferred.Verdict, inferred.DiscrepancyType, decided.DecisionType)
    words = [*KINDS, *DERIVED, *(word for list_ in lists for word in get_args(list_)), *get_args(seen.StageName)]
    rows = "\n".join(row.split("|")[1] for row in page.splitlines() if row.startswith("| "))
    assert not [word for word in words if word.replace("_", " ").lower() not in rows]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link in the documentation leads to a file or folder that is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text_of(page))
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", [page for page in TOLD if any(blocks(page))], ids=lambda page: page.name)
def test_the_snippets_of_a_page_run(
    beside_the_examples: Path, tmp_path_factory: pytest.TempPathFactory, page: Path
) -> None:
    """A page runs as it stands, in its order, beside the examples: a reader needs nothing that it does not say.

    The two collections are read once and lent. What names a spaCy package runs where that is installed.
    """
    for block in blocks(page):
        if not needs(block):
            run(block, tmp_path_factory)


def test_heads_written_as_the_page_says_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that opens as "Your own folder" says is known by its outlet, its author and its day."""
    monkeypatch.chdir(tmp_path)
    for block in blocks(ROOT / "docs" / "how-to" / "own-folder.md"):
        if block.file:
            write(block)
    with Desk(":memory:") as desk:
        desk.build(["my-reports"])
        told = [json.loads(line) for line in desk.export()]
    reports = {line["publisher"]: line for line in told if line["kind"] == "report"}
    assert {name: report["author"] for name, report in reports.items()} == {
        "The Morning Echo": ["Edith Marlowe"],
        "Kestrel": ["Ann Cole"],
    }
    assert {report["published"]["value"] for report in reports.values()} == {"2024-10-26", "2024-10-31"}


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    """Every command of careo, every measure and every target of make that a page names in passing can be called."""
    makefile = text_of(ROOT / "Makefile")
    named = re.findall(r"`careo ([a-z]\w*)", text_of(page))
    assert not [name for name in named if name not in careo.commands]
    assert not [name for name in re.findall(r"ONLY=([a-z]\w*)", text_of(page)) if name not in NAMES]
    assert not [name for name in re.findall(r"`make (\w+)", text_of(page)) if f"\n{name}:" not in makefile]


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.name)
def test_every_block_says_what_it_is(page: Path) -> None:
    """No fenced block is without a language, so none escapes from being run."""
    told = re.findall(r"^```(\S*)$", text_of(page), re.MULTILINE)[::2]
    assert not [one for one in told if one not in TELLING]


def test_an_export_keeps_to_the_schema(export: list[dict[str, Any]]) -> None:
    """Every line of a real export is valid, has every field that is documented, and no other."""
    validator = Draft202012Validator(closed(json.loads(text_of(REFERENCE / "schema.json"))))
    assert {line["kind"] for line in export} >= {*KINDS, "trajectory", "coverage"} - {"derivation", "version"}
    problems = [(line["id"], error.message) for line in export for error in errors(validator, line)]
    assert not problems[:3]


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with fields forbidden that it does not name."""
    strict = deepcopy(schema)
    for definition in strict["$defs"].values():
        definition.setdefault("additionalProperties", False)
    return strict


def errors(validator: Draft202012Validator, line: dict[str, Any]) -> Iterator[Any]:
    """Check a line against the definition of its own kind: `oneOf` would hide which field is wrong."""
    name = (KINDS | DERIVED)[line["kind"]].__name__
    return validator.evolve(schema={**validator.schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]}).iter_errors(line)


def test_the_schema_knows_every_record() -> None:
    """Every dataclass that the export writes has its definition."""
    known = json.loads(text_of(REFERENCE / "schema.json"))["$defs"]
    assert all(is_dataclass(class_) and class_.__name__ in known for class_ in (*KINDS.values(), *DERIVED.values()))
