"""`careo gather`, from the command line to a desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from careo.desk import Desk
from tests.website import serving

Run = Callable[..., Result]


def test_gathered_pages_are_built_from(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fetch, build, and a report stands in the desk with the address it came from."""
    monkeypatch.chdir(tmp_path)
    with serving() as site:
        result = run("gather", f"{site.url}/page", "-o", "pages.warc.gz", "--wait", "0")
    assert result.exit_code == 0
    assert f"{site.url}/page  200, " in result.stderr
    assert result.stdout == ""
    done = run("build", "pages.warc.gz")
    assert done.exit_code == 0, done.output
    with Desk("careo.db") as desk:
        assert [row for row in desk.export() if f'"url":"{site.url}/page"' in row]
        assert desk.verify() == ()


def test_what_was_skipped_is_said_and_shows_in_the_exit_code(run: Run, tmp_path: Path) -> None:
    """One line an address, and 3 where one of them could not be had."""
    with serving() as site:
        result = run("gather", f"{site.url}/closed", f"{site.url}/page", "-o", f"{tmp_path}/p.warc", "--wait", "0")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 3
    assert "robots.txt forbids" in result.stderr


def test_a_file_is_never_written_over(run: Run, tmp_path: Path) -> None:
    """A file that is there is refused before anything is asked; with --append records are added."""
    target = f"{tmp_path}/p.warc.gz"
    with serving() as site:
        assert run("gather", f"{site.url}/page", "-o", target, "--wait", "0").exit_code == 0
        asked = len(site.paths)
        refused = run("gather", f"{site.url}/other", "-o", target)
        assert (refused.exit_code, len(site.paths)) == (2, asked)
        assert "--append" in refused.stderr
        assert run("gather", f"{site.url}/other", "-o", target, "--append", "--wait", "0").exit_code == 0
    with Desk(":memory:") as desk:
        assert desk.build([target]).captures == 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("mailto:a@example.org", "-o", "p.warc.gz"), "only http"),
        (("http://example.org/", "-o", "p.html"), "must end in .warc.gz"),
        (("http://example.org/", "-o", "none/p.warc"), "cannot write"),
        (("http://example.org/", "--append", "-o", "notes.warc"), "no such WARC file"),
    ],
)
def test_wrong_use_is_said_before_anything_is_fetched(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], reason: str
) -> None:
    """An address or file that will not do costs exit code 2 and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    Path("notes.warc").write_text("notes")
    result = run("gather", *words)
    assert (result.exit_code, [path.name for path in tmp_path.iterdir()]) == (2, ["notes.warc"])
    assert reason in result.stderr
