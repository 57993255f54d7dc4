"""Pages to look at and a browser to look with, shared by the tests of a module; each worker has its own browser."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from careo import Desk
from careo.model.seen import Report
from careo.render.page.html import page
from tests.lent import PERU, lent
from tests.render import collection
from tests.render.chromium import CHROMIUM, QUIET
from tests.render.sample import dossier

PAGES = ("sample", "scripts", "demo")
"""Three records made by hand; reports in five scripts and both directions; the demo collection."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium for the tests of a module; the system's own, none is downloaded."""
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=90_000)
        yield started
        started.close()


@pytest.fixture(scope="module", params=PAGES)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in a file, one after the other: each test that asks for it looks at all."""
    return _made(str(request.param), tmp_path_factory)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the dossier made by hand."""
    return _made("sample", tmp_path_factory)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the demo collection."""
    return _made("demo", tmp_path_factory)


def _made(name: str, factory: pytest.TempPathFactory) -> Path:
    """Make a page once a run; workers that come late take what another has made."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    base = factory.getbasetemp().parent if worker else factory.getbasetemp()
    file = base / f"page-{name}.html"
    if not file.exists():
        unfinished = base / f"page-{name}.{worker}"
        unfinished.write_text(_MAKERS[name](factory), encoding="utf-8")
        unfinished.replace(file)
    return file


def _scripts(factory: pytest.TempPathFactory) -> str:
    folder = factory.mktemp("scripts") / "reports"
    collection.write(folder)
    with Desk(":memory:") as desk:
        desk.build([str(folder)])
        first, *others = sorted(report.id for report in desk.records(Report))
        for other in others:
            desk.decide("same", [first, other], reason="one dam", by="a reader", at="2031-03-06T08:00:00+00:00")
        (story,) = desk.stories()
        return desk.page(story.id)


def _demo(factory: pytest.TempPathFactory) -> str:
    with Desk(lent(factory, PERU)) as desk:
        return desk.page(desk.stories()[0].id)


_MAKERS: dict[str, Callable[[pytest.TempPathFactory], str]] = {
    "sample": lambda factory: page(dossier(), version="0.0.1"),
    "scripts": _scripts,
    "demo": _demo,
}
