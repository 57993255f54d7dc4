"""The page of one story of made-up reports: its size by section, the time to make it, the time to open it.

The reports are those of `bench.comparing`, told of four happenings and taken for one story. The page is opened from a
file in a headless Chromium, each time in a fresh context, and the medians are told, in milliseconds from the start of
navigation: document read, loaded, first words on the screen, and the first moment the page has nothing left to do;
and what its main thread worked, in milliseconds of the processor, which other work on the machine hardly changes.
"""

import re
import shutil
import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.comparing import made_desk
from careo import Desk
from careo.render.page.html import page
from careo.version import VERSION

_TIMES = 5
_SECTION = re.compile(r'(?=<section id="|<script |<header>|<footer>)')
_NAME = re.compile(r'<(?:section|script [^>]*) ?id="([\w-]+)"|<(\w+)')
_MEASURE = """() => new Promise((done) => {
  const told = () => {
    const [all] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    done([all.domContentLoadedEventEnd, all.loadEventEnd, paint ? paint.startTime : NaN, performance.now()]);
  };
  const rested = () => requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(told)));
  if (document.readyState === "complete") rested(); else addEventListener("load", () => setTimeout(rested));
})"""
LABELS = ("read", "loaded", "first words", "at rest", "work")


def opening(folder: Path, count: int) -> None:
    """Build so many reports into one story in the folder, make its page, open it, print the figures."""
    made_desk(folder, count)
    with Desk(folder / "story.db") as desk:
        (story,) = desk.stories()
        started = time.perf_counter()
        dossier = desk.dossier(story.id)
        assembled = time.perf_counter()
        text = page(dossier, version=VERSION)
        made = time.perf_counter()
    print(f"{count} reports: assembled in {assembled - started:.1f} s, page made in {made - assembled:.1f} s")
    weigh(text)
    file = folder / "page.html"
    file.write_text(text, encoding="utf-8")
    time_opening(file)


def weigh(text: str) -> None:
    """Print how much of a page each section takes."""
    print(f"{'section':<20}{'MB':>8}{'tags':>10}")
    for piece in _SECTION.split(text):
        found = _NAME.match(piece)
        name = (found[1] or found[2]) if found else "head"
        print(f"{name:<20}{len(piece.encode()) / 1e6:>8.2f}{piece.count('<'):>10}")
    print(f"{'all':<20}{len(text.encode()) / 1e6:>8.2f}{text.count('<'):>10}")


def time_opening(file: Path) -> None:
    """Open a page several times and print the medians."""
    browser_file = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser_file:
        print("no Chromium here: the page was not opened")
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_file, args=["--no-sandbox"])
        runs = [_opened(browser, file) for _ in range(_TIMES)]
        browser.close()
    for label, taken in zip(LABELS, zip(*runs, strict=True), strict=True):
        print(f"{label:<20}{statistics.median(taken):>8.0f} ms   ({min(taken):.0f} to {max(taken):.0f})")


def _opened(browser: Browser, file: Path) -> tuple[float, ...]:
    context = browser.new_context()
    try:
        shown = context.new_page()
        session = context.new_cdp_session(shown)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        shown.goto(file.as_uri(), timeout=120_000)
        times = shown.evaluate(_MEASURE)
        told = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        return (*times, told["TaskDuration"] * 1000)
    finally:
        context.close()
