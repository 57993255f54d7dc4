"""What is remembered between reports: 20,000 of them must not grow a process."""

import ast
from pathlib import Path

import pytest

import careo

HOUSE = Path(careo.__file__).parent
ROOMS = ("text", "readers", "engines")
FEW = {
    "language", "key", "measure", "pattern", "phrases", "month_first", "inverted", "country", "package", "folder",
    "threads",
}  # fmt: skip
"""Parameters that take few values in a lifetime: languages, tables of the lexicon, models; never words of a text."""


@pytest.mark.parametrize("path", sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py")), ids=str)
def test_nothing_of_a_text_is_remembered_without_bound(path: Path) -> None:
    """Only what few values ask for is cached for ever; what is asked by words has `lru_cache` with a size."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.FunctionDef):
            continue
        if any(isinstance(found, ast.Name) and found.id == "cache" for found in node.decorator_list):
            taken = {arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)}
            tables = {"name"} if path.name in ("lexicon.py", "layout.py") else set()
            assert taken <= FEW | tables, node.name
