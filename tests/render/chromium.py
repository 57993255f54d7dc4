"""A real Chromium, opened on a page and listened to: the rig of every test that looks at a page as a reader does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: no page was opened in a browser")

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-features=NetworkTimeServiceQuerying",
    "--allow-browser-signin=false",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""What keeps the browser itself off the network, and lets it run as root and in a small container."""

WIDTHS = (360, 768, 1280)
"""A phone, a tablet upright, a laptop; in CSS pixels."""
_HEIGHT = 800
_PATIENCE = 60_000
"""Milliseconds before an action is given up: a busy machine is slow, not wrong."""
_ALL_LAID_OUT = """() => {
  const style = new CSSStyleSheet();
  style.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [style];
}"""
"""What is far off the screen has only a guessed height; axe then takes things for lying over one another."""
_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@dataclass
class Opened:
    """A page in the browser, and what it asked for or complained of since it was opened."""

    page: Page
    asked: list[str] = field(default_factory=list)
    """Addresses of all requests but the first, which is the page itself."""
    complaints: list[str] = field(default_factory=list)
    """Errors and warnings of the console (a breach of the page's policy is one) and of scripts."""

    def run(self, script: str, argument: object = None) -> Any:
        """Return what a script in the page returns."""
        return self.page.evaluate(script, argument)

    def open_all(self) -> None:
        """Open every part that can be closed."""
        self.run("for (const one of document.querySelectorAll('details')) one.open = true")

    def press(self, key: str) -> None:
        """Press a key, as `Tab`, `Enter` or `?`."""
        self.page.keyboard.press(key)

    def focused(self) -> str:
        """Return id or text of what has the focus."""
        return str(self.run("document.activeElement.id || document.activeElement.textContent.trim()"))


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    *,
    width: int = WIDTHS[-1],
    fragment: str = "",
    **context: Any,
) -> Iterator[Opened]:
    """Open a file in a fresh context, which is closed at the end; `context` is playwright's: `color_scheme` ..."""
    fresh = browser.new_context(viewport={"width": width, "height": _HEIGHT}, **context)
    fresh.set_default_timeout(_PATIENCE)
    try:
        seen = Opened(fresh.new_page())
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        seen.page.on("console", lambda message: _note(seen, message.type, message.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(file.as_uri() + fragment)
        del seen.asked[0]
        yield seen
    finally:
        fresh.close()


def _note(seen: Opened, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        seen.complaints.append(f"{kind}: {text}")


def accessibility_errors(seen: Opened) -> list[str]:
    """Return what axe finds with all its rules (WCAG 2.2 A and AA, best practice), a line a rule.

    Source: axe-core of Deque, the rules that Lighthouse and most audits run.
    """
    seen.run(_ALL_LAID_OUT)
    seen.run(f"{_AXE};0")
    found = seen.run("axe.run(document, {resultTypes: ['violations']})")
    return [_violation(one) for one in found["violations"]]


def _violation(one: dict[str, Any]) -> str:
    first = one["nodes"][0]
    summary = " ".join(first["failureSummary"].split())
    return f"{one['id']} ({len(one['nodes'])} times): {first['html'][:200]} | {summary[:300]}"
