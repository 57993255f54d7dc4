"""The door to the outside."""

import io
import os
import socket
from pathlib import Path

import pytest

from careo.errors import CareoError, UsageError
from careo.gather import gather
from careo.model.seen import Received, Report, Skip
from careo.readers.guard import parse
from careo.settings import Settings
from careo.stages.read import read

SETTINGS = Settings()
STORY = "The bridge near the mill was closed on Monday, the province said. It stays shut for three weeks.\n"


def taken(*inputs: str | Path, settings: Settings = SETTINGS, stdin: bytes | None = None) -> list[Received | Skip]:
    """Return all that comes through the door."""
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(gather([str(name) for name in inputs], settings, stdin=stream))


def origins(items: list[Received | Skip]) -> list[str]:
    """Return where each came from; skips in brackets."""
    return [f"[{item.input}]" if isinstance(item, Skip) else item.capture.origin for item in items]


def fill(folder: Path) -> Path:
    """Write a small folder of reports."""
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_text(STORY + "b")
    (folder / "sub" / "a.txt").write_text(STORY + "a")
    (folder / ".hidden.txt").write_text(STORY)
    return folder


def test_a_folder_gives_its_files_sorted_and_hidden_ones_never(tmp_path: Path) -> None:
    """Origins are paths inside the folder, in order, without hidden files."""
    assert origins(taken(fill(tmp_path / "one"))) == ["b.txt", "sub/a.txt"]


def test_the_same_folder_elsewhere_gives_the_same_ids(tmp_path: Path) -> None:
    """Nothing of the place the folder stands in gets into an id."""
    one, two = (taken(fill(tmp_path / name)) for name in ("one", "deep/two"))
    assert [item.capture.id for item in one if isinstance(item, Received)] == [
        item.capture.id for item in two if isinstance(item, Received)
    ]


def test_a_file_a_pattern_and_a_folder_agree(tmp_path: Path) -> None:
    """However a file is named, alone or more than once, in any order, it is taken once."""
    folder = fill(tmp_path / "one")
    alone = taken(folder / "b.txt", folder / "b.txt")
    assert origins(alone) == ["b.txt"]
    assert taken(folder / "*.txt") == alone
    assert taken(folder / "**" / "*.txt") == taken(folder)
    assert taken(folder, folder / "sub" / "a.txt") == taken(folder / "sub" / "a.txt", folder) == taken(folder)


def test_the_same_bytes_at_two_origins_are_two_captures(tmp_path: Path) -> None:
    """A copy under another name is a witness of its own until a later stage says otherwise."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
    first, second = (item for item in taken(tmp_path) if isinstance(item, Received))
    assert first.capture.sha256 == second.capture.sha256
    assert first.capture.id != second.capture.id


def test_standard_input_is_taken_for_a_dash() -> None:
    """The dash reads standard input once, within the limit of bytes."""
    [item] = taken("-", "-", stdin=STORY.encode())
    assert isinstance(item, Received)
    assert (item.capture.origin, item.data) == ("-", STORY.encode())
    [skip] = taken("-", stdin=b"x" * 11, settings=Settings(max_input_bytes=10))
    assert isinstance(skip, Skip)
    assert "max_input_bytes" in skip.reason


@pytest.mark.parametrize("name", ["https://example.org/a", "HTTP://example.org", "ftp://example.org/x"])
def test_addresses_are_refused(name: str) -> None:
    """Nothing is fetched, and the message says what to do instead."""
    with pytest.raises(UsageError, match="careo gather"):
        gather([name], SETTINGS)


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere/*.html", "nowhere/"])
def test_a_missing_input_is_named_before_any_work(name: str, tmp_path: Path) -> None:
    """A missing input is wrong use, said at the call and not at the first file."""
    with pytest.raises(UsageError, match="nowhere"):
        gather([str(fill(tmp_path / "one")), str(tmp_path / name)], SETTINGS)


def test_a_dash_without_standard_input_is_wrong_use() -> None:
    """A caller that gives no stream is told so."""
    with pytest.raises(UsageError, match="standard input"):
        gather(["-"], SETTINGS)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    """Above max_files nothing is taken, rather than some of it."""
    with pytest.raises(UsageError, match="max_files"):
        gather([str(fill(tmp_path / "one"))], Settings(max_files=1))


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """A 200 MB text costs one skip and no memory: its size is asked first."""
    with open(tmp_path / "large.txt", "wb") as file:
        file.truncate(200_000_000)
    [skip] = taken(tmp_path)
    assert isinstance(skip, Skip)
    assert (skip.stage, skip.input) == ("gather", "large.txt")
    assert "more than 20000000 bytes" in skip.reason


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    """A ring, a link out of the folder and a dangling one are one skip each; a link the user names is followed."""
    folder, outside = tmp_path / "one", tmp_path / "outside.txt"
    folder.mkdir()
    outside.write_text(STORY)
    (folder / "ring").symlink_to(folder, target_is_directory=True)
    (folder / "out.txt").symlink_to(outside)
    (folder / "dangling").symlink_to(tmp_path / "gone")
    found = taken(folder)
    assert origins(found) == ["[dangling]", "[out.txt]", "[ring]"]
    assert all(isinstance(item, Skip) and "symbolic link" in item.reason for item in found)
    assert origins(taken(folder / "out.txt")) == ["out.txt"]


def test_pipes_and_sockets_are_skipped(tmp_path: Path) -> None:
    """What is no file is not opened, so that nothing waits for ever."""
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        assert origins(taken(tmp_path)) == ["[pipe]", "[socket]"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    """A file and a folder without permission are one skip each."""
    folder = fill(tmp_path / "one")
    (folder / "b.txt").chmod(0)
    (folder / "sub").chmod(0)
    try:
        assert origins(taken(folder)) == ["[b.txt]", "[sub]"]
    finally:
        (folder / "sub").chmod(0o700)


def test_a_desk_inside_the_folder_is_left_alone(tmp_path: Path) -> None:
    """A database changes with each run: it is skipped at the door, under a name that does not change."""
    for content in (b"one", b"two"):
        (tmp_path / "careo.db").write_bytes(b"SQLite format 3\0" + content)
        (tmp_path / "careo.db-wal").write_bytes(content)
        assert origins(taken(tmp_path)) == ["[careo.db-wal]", "[careo.db]"][::-1]
    assert len({item.id for item in taken(tmp_path) if isinstance(item, Skip)}) == 2


def test_odd_names_are_safe_text(tmp_path: Path) -> None:
    """A name with control characters or bytes that are no UTF-8 is written out, and still read."""
    for name in (b"a\x1b[31m.txt", b"b\xff.txt", "c n\u0303 ü.txt".encode()):
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_text(STORY)
    assert origins(taken(tmp_path)) == ["a\\x1b[31m.txt", "b\\xff.txt", "c ñ ü.txt"]


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path: Path) -> None:
    """Brackets in an existing file's name are letters."""
    (tmp_path / "a[1].txt").write_text(STORY)
    assert origins(taken(tmp_path / "a[1].txt")) == ["a[1].txt"]


def hostile(folder: Path) -> Path:
    """Write a folder of all that can go wrong, and one good report."""
    folder.mkdir()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "broken.html").write_bytes(b"<html><head><title>x</ti <body <p>cut off <div <<< &nosuch; \xff")
    (folder / "deep.html").write_bytes(b"<html><body>" + b"<div>" * 100_000 + b"deep down")
    (folder / "empty.txt").touch()
    (folder / "good.txt").write_text(STORY)
    with open(folder / "large.txt", "wb") as file:
        file.truncate(200_000_000)
    (folder / "line.txt").write_bytes(b"word " * 600_000)
    (folder / "odd\n\x07name.bin").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "report.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "ring").symlink_to(folder, target_is_directory=True)
    (folder / "signs.txt").write_text("--- *** \u200b ---")
    return folder


def test_a_hostile_folder_costs_one_skip_each_and_nothing_else(tmp_path: Path) -> None:
    """Whatever lies in the folder, each unusable file has one clear reason and the good report is read."""
    reasons: dict[str, str] = {}
    reports: list[Report] = []
    for item in taken(hostile(tmp_path / "one")):
        if isinstance(item, Skip):
            reasons[item.input] = item.reason
            continue
        try:
            reports += read(item, parse(item, SETTINGS))
        except CareoError as error:
            reasons[item.capture.origin] = str(error)
    assert [report.text for report in reports] == [STORY.strip()]
    assert sorted(reasons) == [
        "binary.txt", "broken.html", "deep.html", "empty.txt", "large.txt", "line.txt", "odd\\n\\x07name.bin",
        "report.pdf", "ring", "signs.txt",
    ]  # fmt: skip
    assert all(str(tmp_path) not in reason and ";" in reason for reason in reasons.values())
