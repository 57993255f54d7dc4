"""`careo verify` of a page beside its desk, and of a desk beside its files."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from click.testing import Result

from careo.model.ids import sha256
from careo.render.sealing.seal import carried, seal
from tests.cli.conftest import EXAMPLES

Run = Callable[..., Result]


def page(run: Run) -> str:
    assert run("dossier", "-o", "page.html").exit_code == 0
    return Path("page.html").read_text(encoding="utf-8")


def test_a_page_alone_says_what_it_cannot_show(run: Run, here: Path) -> None:
    """Without a desk the captures' bytes cannot be hashed, and the command says so."""
    page(run)
    result = run("verify", "page.html")
    assert (result.exit_code, "bytes of the captures are not in a page" in result.stderr) == (0, True)
    result = run("verify", "page.html", "--desk", "careo.db")
    assert (result.exit_code, "bytes of the captures" in result.stderr) == (0, False)


def test_the_item_and_its_title_are_named(run: Run, here: Path) -> None:
    """A changed word outside any quotation is laid at the door of its item."""
    Path("page.html").write_text(
        page(run).replace('id="limits-head">Method', 'id="limits-head">Manner'), encoding="utf-8"
    )
    assert "limits was changed: Manner and limits" in run("verify", "page.html").stdout


def test_a_page_that_was_sealed_anew_is_held_against_the_desk(run: Run, here: Path) -> None:
    """Whoever changes a text, its hash, its quotations and the seal is found out beside the desk."""
    whole = page(run)
    changed = whole.replace("Choluteca", "Cholutega")
    for was, now in zip(carried(whole).block["reports"], carried(changed).texts.values(), strict=True):
        changed = changed.replace(was["text_sha256"], sha256(now))
    Path("page.html").write_text(seal(changed), encoding="utf-8")
    assert run("verify", "page.html").exit_code == 0, "on its own it fits"
    result = run("verify", "page.html", "--desk", "careo.db", "--json")
    assert result.exit_code == 1
    assert "has another text in the desk" in result.stdout


def test_bytes_that_the_desk_lost_are_missed(run: Run, here: Path) -> None:
    """A page whose captures the desk no longer holds as they were is told by the file's name."""
    page(run)
    with closing(sqlite3.connect("careo.db")) as db:
        db.execute("UPDATE captures SET sha256 = (SELECT min(sha256) FROM captures)")
        db.execute("DELETE FROM blobs WHERE sha256 = (SELECT max(sha256) FROM blobs)")
        db.commit()
    result = run("verify", "page.html", "--desk", "careo.db")
    assert (result.exit_code, "does not have the bytes of" in result.stdout) == (1, True)


def test_a_desk_beside_its_files(run: Run, here: Path) -> None:
    """The files a desk was built from are hashed again; with a page there is nothing to hash."""
    page(run)
    whole = run("verify", "--against", str(EXAMPLES))
    assert whole.exit_code == 0
    assert f"4 inputs checked: 4 equal, 0 changed, 0 missing, beside {EXAMPLES}" in whole.stderr
    one = sorted(EXAMPLES.glob("*.*"))[0]
    result = run("verify", "--against", str(one))
    assert (result.exit_code, "is not there" in result.stdout) == (1, True)
    assert "4 inputs checked: 1 equal, 0 changed, 3 missing" in result.stderr
    assert run("verify", "page.html", "--against", str(EXAMPLES)).exit_code == 2


def test_files_that_changed_or_came_are_counted(run: Run, tmp_path: Path) -> None:
    """Each input counts once: as it was, with other bytes, missing, of a state before, or unknown to the desk."""
    folder, desk = tmp_path / "in", str(tmp_path / "careo.db")
    folder.mkdir()
    for name in ("stays", "changes", "goes", "grows"):
        (folder / f"{name}.txt").write_text(f"The ferry that {name} was late again on Monday.", encoding="utf-8")
    run("build", str(folder), "--desk", desk)
    (folder / "grows.txt").write_text("The ferry that grows was late again on Tuesday.", encoding="utf-8")
    run("build", str(folder), "--desk", desk)
    (folder / "changes.txt").write_text("The ferry was in time.", encoding="utf-8")
    (folder / "goes.txt").rename(folder / "comes.txt")
    result = run("verify", desk, "--against", str(folder))
    assert result.exit_code == 1
    counts = "5 inputs checked: 2 equal, 1 changed, 1 missing, 1 of a former state; 1 there that the desk does not have"
    assert counts in result.stderr


def test_a_desk_that_cannot_be_opened_fails(run: Run, here: Path) -> None:
    """A file that begins like a desk and is none is a failed check, not wrong use."""
    Path("careo.db").write_bytes(Path("careo.db").read_bytes()[:5000])
    assert run("verify", "careo.db").exit_code == 1
