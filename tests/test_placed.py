"""A few new reports on a large desk: put in their places, and settled with all others when that is asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bench.grown import grown
from bench.reports import page_of
from click.testing import CliRunner

from careo import Desk, pipeline
from careo.cli.app import careo
from careo.engines.base import Engines

FIRST, LATE = 16, 4
WHEN = "2031-01-02T03:04:05+00:00"


@pytest.fixture(scope="module")
def engines() -> Engines:
    """One set of engines for all desks: each takes seconds to load."""
    with Desk(":memory:") as desk:
        return desk.engines


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty made-up pages: some stories of several reports, some of one."""
    folder = tmp_path_factory.mktemp("pages")
    for number, report in enumerate(grown(FIRST + LATE)):
        (folder / f"{number:02}.html").write_text(page_of(report), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a desk of a few reports count as a large one."""
    monkeypatch.setattr(pipeline, "LARGE", 10)
    monkeypatch.setattr(pipeline, "SHARE", 0.5)


def first(folder: Path) -> list[str]:
    """Every fifth page comes late: most of them belong to a story that is there."""
    return [str(path) for path in sorted(folder.iterdir()) if int(path.stem) % 5 != 2]


def late(folder: Path) -> list[str]:
    return [str(path) for path in sorted(folder.iterdir()) if int(path.stem) % 5 == 2]


@pytest.fixture(scope="module")
def at_once(folder: Path, engines: Engines) -> list[str]:
    """What a desk says that had all reports from the start."""
    with Desk(":memory:", engines=engines) as desk:
        desk.build([*first(folder), *late(folder)])
        return list(desk.export())


@pytest.fixture
def settled(folder: Path, engines: Engines, tmp_path: Path) -> Iterator[Desk]:
    """A desk without the late reports."""
    with Desk(tmp_path / "careo.db", engines=engines) as desk:
        assert desk.build(first(folder)).placed == 0
        yield desk


@pytest.mark.parametrize("order", [list, reversed], ids=["as named", "the other way round"])
def test_placed_then_settled_is_the_desk_that_had_all_from_the_start(
    settled: Desk, folder: Path, at_once: list[str], order: Callable[[list[str]], list[str]]
) -> None:
    """Whatever the order in which reports came and were placed, settling gives the same desk, byte for byte."""
    for number, page in enumerate(order(late(folder)), start=1):
        built = settled.build([page])
        assert built.placed == number
    assert settled.verify() == ()
    assert dict(settled.doctor())["placed, not settled"] == f"{LATE} reports"
    assert settled.build([], settle=True).placed == 0
    assert list(settled.export()) == at_once
    assert settled.verify() == ()


def test_a_placed_report_joins_the_story_it_belongs_to(settled: Desk, folder: Path) -> None:
    """Placing finds stories: here it brings the reports together as settling does."""
    settled.build(late(folder))
    placed = {story.reports for story in settled.stories()}
    settled.build([], settle=True)
    assert placed == {story.reports for story in settled.stories()}
    assert any(len(reports) > 2 for reports in placed)


def test_only_the_touched_story_is_compared(settled: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One report more lays one story ready, and running again lays none."""
    laid: list[str] = []
    docket_of = pipeline.docket_of
    monkeypatch.setattr(pipeline, "docket_of", lambda *a: laid.append(a[1].id) or docket_of(*a))
    settled.build(late(folder)[:1])
    assert len(laid) == 1
    before = list(settled.export())
    laid.clear()
    settled.build([*first(folder), *late(folder)[:1]])
    assert not laid
    assert list(settled.export()) == before
    laid.clear()
    settled.build([], settle=True)
    assert len(laid) <= 1


def test_a_placing_that_broke_off_goes_on(
    settled: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that was placed and not compared yet is compared by the next run, and no other run is needed."""
    with pytest.raises(KeyboardInterrupt), monkeypatch.context() as broken:
        broken.setattr(pipeline, "find", _stop)
        settled.build(late(folder)[:1])
    settled.build(late(folder)[:1])
    with Desk(tmp_path / "other.db", engines=settled.engines) as whole:
        whole.build(first(folder))
        whole.build(late(folder)[:1])
        assert list(settled.export()) == list(whole.export())


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_a_person_told_apart_stays_apart(settled: Desk, folder: Path) -> None:
    """A report that belongs to two stories told apart joins one of them at most; a name told apart gets no namesake."""
    story = next(story for story in settled.stories() if len(story.reports) > 2)
    one, other = story.reports[:2]
    settled.decide("not_same", [one, other], reason="two matters", by="a", at=WHEN)
    several = next(
        entity
        for entity in settled._view.records("entity")
        if len(entity.mentions) > 1  # type: ignore[attr-defined]
    )
    settled.decide("split", several.mentions[:2], reason="two people", by="a", at=WHEN)  # type: ignore[attr-defined]
    assert settled.build(late(folder)).placed == LATE
    home = {report: story.id for story in settled.stories() for report in story.reports}
    assert home[one] != home[other]
    owner = {mention: e.id for e in settled._view.records("entity") for mention in e.mentions}  # type: ignore[attr-defined]
    assert owner[several.mentions[0]] != owner[several.mentions[1]]  # type: ignore[attr-defined]
    assert settled.verify() == ()


def test_a_small_desk_is_always_settled(
    folder: Path, engines: Engines, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Below the size at which placing pays, a late report is as any other."""
    monkeypatch.setattr(pipeline, "LARGE", 500)
    with Desk(tmp_path / "small.db", engines=engines) as desk:
        desk.build(first(folder)[:3])
        assert desk.build(first(folder)[3:4]).placed == 0


def test_the_command_says_what_was_placed(settled: Desk, folder: Path, tmp_path: Path) -> None:
    """`careo build` says once how many were placed and what settles them; with --settle it needs no input."""
    path = settled._store.path
    placed = CliRunner().invoke(careo, ["build", late(folder)[0], "--desk", path])
    assert "1 report placed; 16 settled: `careo build --settle` looks at all again" in placed.output
    again = CliRunner().invoke(careo, ["build", "--settle", "--desk", path])
    assert again.exit_code == 0
    assert "placed" not in again.output
    assert CliRunner().invoke(careo, ["build", "--desk", path]).exit_code == 2
