"""The page is for reading: without its script, on paper, and without motion."""

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.render.chromium import needs_chromium, opened

pytestmark = needs_chromium


def test_without_script(browser: Browser, file: Path) -> None:
    """Without its script the page shows every quotation and text; what is hidden are only the script's own controls."""
    with opened(browser, file, java_script_enabled=False) as seen:
        hidden = seen.page.locator("[hidden]")
        for one in hidden.all():
            assert one.locator("[data-at], [data-piece]").count() == 0
            assert one.evaluate(
                "(one) => Boolean(one.querySelector('input, button, select')) || one.id === 'none-shown'"
            )
        seen.page.locator("summary").first.click()
        assert seen.run("document.querySelector('details').open")
        seen.open_all()
        unseen = seen.run(
            "Array.from(document.querySelectorAll('[data-at], [data-piece]'))"
            ".filter((one) => one.textContent.trim() && !one.checkVisibility()).map((one) => one.outerHTML)"
        )
        assert unseen == []


def _bare(text: str) -> str:
    """Return a text without its spaces and ligatures, of which paper has others."""
    return "".join(normalize("NFKC", text).split())


@pytest.mark.parametrize("script", [True, False])
def test_on_paper(browser: Browser, file: Path, script: bool) -> None:
    """On paper everything is there, what was closed or filtered out on the screen too, and no controls."""
    if file.name == "page-demo.html" and not script:
        return  # A hundred pages take long to read back; once is enough.
    with opened(browser, file, java_script_enabled=script) as seen:
        if script and seen.page.locator("#filter-kinds input").count():
            seen.page.locator("#filter-kinds input").first.uncheck()
        folded = seen.run(
            "Array.from(document.querySelectorAll('details:not([open]) [data-at]'), (one) => one.textContent)"
            ".filter((text) => /^[\\x20-\\x7e]{9,40}$/.test(text)).slice(0, 3)"
        )
        first = seen.run("document.querySelector('.difference .values')?.textContent.split(' ')[0] ?? ''")
        paper = PdfReader(BytesIO(seen.page.pdf()))
        text = _bare("".join(page.extract_text() for page in paper.pages))
        assert len(paper.pages) > 1
        for words in (*folded, first):
            assert _bare(words) in text
        assert "Skiptothepage" not in text
        assert "Showeverything" not in text


def test_without_motion(browser: Browser, file: Path) -> None:
    """Nothing on the page moves by itself or glides, whether or not the reader has asked for less motion."""
    with opened(browser, file, reduced_motion="reduce") as seen:
        assert seen.run("document.getAnimations().length") == 0
        moving = seen.run(
            "Array.from(document.querySelectorAll('*')).map((one) => [one, getComputedStyle(one)])"
            ".filter(([one, style]) => style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0"
            " || style.scrollBehavior === 'smooth').map(([one]) => one.tagName)"
        )
        assert moving == []
