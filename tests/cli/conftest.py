"""One desk of the examples for all tests of the command line that only look."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from careo.cli.app import careo
from tests.lent import HONDURAS, lent

EXAMPLES = Path(__file__).parents[2] / "examples" / "honduras"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lent(tmp_path_factory, HONDURAS)


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a copy of the desk, as a user would."""
    shutil.copy(built, tmp_path / "careo.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CAREO_DESK", raising=False)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command line in this process; an unforeseen error fails the test."""

    def _run(*words: str, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(careo, list(words), input=stdin, prog_name="careo")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return _run
