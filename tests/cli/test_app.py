"""Errors, exit codes, pipes and signals: what every command has in common."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from careo.cli.app import careo

Run = Callable[..., Result]
PROGRAM = [sys.executable, "-c", "from careo.cli import main; main()"]


@pytest.mark.parametrize("name", list(careo.commands))
def test_every_command_has_an_example(run: Run, name: str) -> None:
    """`--help` of every command shows how it is used."""
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"Example: careo {name}" in result.output


def test_version(run: Run) -> None:
    """`--version` says name and version."""
    assert run("--version").output.startswith("careo ")


@pytest.mark.parametrize("name", ["stories", "claims", "discrepancies", "dossier", "export", "doctor"])
def test_a_missing_desk_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    """A desk that is not there costs exit code 2 and one line that names it and the mend, no traceback."""
    missing = tmp_path / "none.db"
    result = run(name, "--desk", str(missing))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert str(missing) in result.stderr
    assert "careo build" in result.stderr
    assert not missing.exists()


def test_a_missing_input_is_wrong_use(run: Run, tmp_path: Path) -> None:
    """An input that is not there stops the build before it begins."""
    result = run("build", str(tmp_path / "nowhere"), "--desk", str(tmp_path / "careo.db"))
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_an_unknown_id_is_wrong_use(run: Run, here: Path) -> None:
    """`show` of an id that is not there names it."""
    result = run("show", "claim-ffffffffffffffffffff")
    assert result.exit_code == 2
    assert "claim-ffffffffffffffffffff" in result.stderr


def test_an_ambiguous_id_is_wrong_use(run: Run, here: Path) -> None:
    """An id's beginning that several records share is refused, not guessed."""
    assert run("show", "report-").exit_code == 2


def test_the_desk_can_come_from_the_environment(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CAREO_DESK names the desk where `--desk` does not."""
    (here / "careo.db").rename(here / "other.db")
    monkeypatch.setenv("CAREO_DESK", "other.db")
    assert run("stories").exit_code == 0


def test_a_reader_that_stops_reading_is_no_error(here: Path) -> None:
    """`careo export | head -1` ends quietly."""
    with subprocess.Popen([*PROGRAM, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline().startswith(b'{"kind":"capture"')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in (0, 141)


def test_output_is_utf8_whatever_the_locale(here: Path) -> None:
    """An ASCII locale neither breaks the output nor changes a character of it."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    result = subprocess.run([*PROGRAM, "export"], capture_output=True, env=environment, check=True)
    assert "Küstenbote" in result.stdout.decode("utf-8")


def test_ctrl_c_ends_with_a_word(here: Path) -> None:
    """SIGINT ends a build with one line and exit code 130, not with a traceback."""
    with subprocess.Popen(
        [*PROGRAM, "build", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        _wait_until_reading(process)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        said = process.stderr.read()
        assert process.wait() == 130
    assert said.strip().splitlines()[-1].startswith("careo: stopped")
    assert "Traceback" not in said


def _wait_until_reading(process: "subprocess.Popen[str]") -> None:
    """Wait until the program has its imports behind it: its desk has been opened."""
    deadline = time.monotonic() + 30
    while not Path("careo.db-wal").exists() and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(0.3)
