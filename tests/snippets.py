"""The fenced blocks of a page of the documentation, run as a reader runs them: in their order, in one folder."""

import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from careo.cli.app import careo
from tests.lent import HONDURAS, PERU, lent

ROOT = Path(__file__).parent.parent

_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"as `(?P<file>[\w./-]+)`:\n\n$")
"""What stands before a block that is a file: "Save this as `notes.txt`:"."""
_DESK = re.compile(r"--desk ([\w.]+)|Desk\(\"([\w.]+)\"")
_INSTALLED_BY_HAND = {"spacy": "python -m spacy download fr_core_news_sm"}
"""Modules that a page tells to install and that the tests do not need, with the line that is then not looked at."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, and the file that it is, if it is one."""

    language: str
    body: str
    file: str | None


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page, in their order."""
    text = page.read_text(encoding="utf-8")
    for match in _FENCE.finditer(text):
        named = _FILE.search(text, 0, match.start())
        yield Block(match["language"], match["body"], named["file"] if named else None)


def write(block: Block) -> None:
    """Save a block that is a file, as the page tells its reader to."""
    assert block.file is not None
    Path(block.file).parent.mkdir(parents=True, exist_ok=True)
    Path(block.file).write_text(block.body, encoding="utf-8")


def run(block: Block, factory: pytest.TempPathFactory) -> None:
    """Run a block as it stands, here; a failure names the line."""
    if block.file:
        write(block)
    elif block.language == "python":
        _lend(block.body, factory)
        _run_python(block.body)
    elif block.language == "sh":
        for line in block.body.splitlines():
            _run_line(line, factory)
    elif block.language == "toml":
        tomllib.loads(block.body)
    elif block.language == "text":
        for line in block.body.splitlines():
            _parse(line)


def _lend(lines: str, factory: pytest.TempPathFactory) -> None:
    """Put a desk that read the collection where the lines would make one: what is read already is not read again."""
    named = {one or other for one, other in _DESK.findall(lines)} or {"careo.db"}
    for collection in (HONDURAS, PERU):
        asked = re.search(rf"build\b[^\n]*\b{collection}/?[\"\s\]]", f"{lines}\n")
        if asked and len(named) == 1 and not Path(min(named)).exists():
            shutil.copy(lent(factory, collection), min(named))


def _run_python(body: str) -> None:
    said = StringIO()
    with redirect_stdout(said):
        exec(compile(body, "snippet", "exec"), {"__name__": "__main__"})
    assert said.getvalue().strip(), f"says nothing:\n{body}"


def _run_line(line: str, factory: pytest.TempPathFactory) -> None:
    words = shlex.split(line, comments=True)
    match words:
        case []:
            pass
        case ["careo", *arguments]:
            _lend(line, factory)
            result = CliRunner().invoke(careo, arguments)
            skipped = result.exit_code == 3 and words[1] == "build"
            assert result.exit_code == 0 or skipped, f"{line}: {result.output}{result.exception!r}"
        case ["mkdir" | "cp", *_]:
            subprocess.run(words if "*" not in line else ["sh", "-c", line], check=True)
        case ["make", *targets]:
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            missing = [one for one in targets if "=" not in one and not re.search(rf"^{one}:", makefile, re.MULTILINE)]
            assert not missing, f"the Makefile does not make {missing}"
        case ["pip", "install", *wanted]:
            assert all(_installable(one) for one in wanted if one != "-e"), line
        case ["python", "-m", module, *_]:
            assert line in _INSTALLED_BY_HAND.values() or find_spec(module), f"no module {module}: {line}"
        case _:
            raise AssertionError(f"nothing here runs this: {line}")


def _installable(wanted: str) -> bool:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    match = re.fullmatch(r"(?:careo|\.)\[(\w+)\]", wanted)
    return match is not None and match[1] in project["optional-dependencies"]


def _parse(line: str) -> None:
    """See that a command that only shows how, with made-up ids or files, is one: its name, options and choices."""
    if not line.startswith("careo ") or line.startswith("careo:"):
        return
    name, *arguments = shlex.split(line, comments=True)[1:]
    if name in careo.commands:
        try:
            careo.commands[name].make_context(name, arguments, parent=click.Context(careo, info_name="careo"))
        except click.BadParameter as error:
            assert "No such file" in str(error), f"{line}: {error}"


def needs(block: Block) -> list[str]:
    """Return the packages that a Python block names and that are not installed here."""
    packages = re.findall(r'"(\w+_core_\w+)"', block.body)
    return [package for package in ("spacy", *packages) if packages and not find_spec(package)]
