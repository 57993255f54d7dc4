"""The page is for reading: without its script, on paper, and without motion."""

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.render.chromium import Opened, needs_chromium, opened

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


def _paper(seen: Opened) -> tuple[int, str]:
    """Return how many sheets of A4 a page takes, and what is on them."""
    paper = PdfReader(BytesIO(seen.page.pdf(format="A4", prefer_css_page_size=True)))
    return len(paper.pages), _bare("".join(page.extract_text() for page in paper.pages))


def test_on_paper(browser: Browser, file: Path) -> None:
    """Paper has every difference, each claim of several reports and all reports, filtered or not, and no controls."""
    with opened(browser, file) as seen:
        found = seen.run(
            "Array.from(document.querySelectorAll('.difference bdi, #claims > .claim .column [data-at], .report h3'),"
            " (one) => one.textContent).filter((text) => /^[\\x20-\\x7e]{9,40}$/.test(text))"
        )
        if seen.page.locator("#filter-kinds input").count():
            seen.page.locator("#filter-kinds input").first.uncheck()
        sheets, text = _paper(seen)
        assert sheets < 40
        assert [words for words in found if _bare(words) not in text] == []
        assert "Onpaper:whatisclosedonthescreenstaysclosed" in text
        assert "Skiptothepage" not in text
        assert "Showeverything" not in text


def test_what_is_closed_is_named_on_paper_and_printed_once_it_is_open(browser: Browser, sample: Path) -> None:
    """A shelf that is closed shows its heading and number, and its sentence stands in the report; opened, it prints."""
    with opened(browser, sample) as seen:
        number, head = seen.run(
            "(() => { const one = document.querySelector('#claims > .shelf');"
            " return [one.querySelector('.claim').id.slice(1), one.querySelector('h4').textContent]; })()"
        )
        links = seen.run("(number) => document.querySelectorAll(`.report a[href='#c${number}']`).length", number)
        closed, text = _paper(seen)
        assert links
        assert _bare(head) in text
        read = seen.run("document.querySelector('.claim .slots dt').textContent")
        assert _bare(read) not in text
        seen.page.locator("#open-all").click()
        whole, text = _paper(seen)
        assert whole >= closed
        assert _bare(read) in text


def test_only_a_contradiction_is_red(browser: Browser, sample: Path) -> None:
    """A difference that is no quarrel does not look like one."""
    with opened(browser, sample) as seen:
        looks = seen.run(
            "Array.from(document.querySelectorAll('.difference'),"
            " (one) => [one.dataset.kind, getComputedStyle(one.querySelector('.kind strong')).color])"
        )
    red = {look for kind, look in looks if kind == "contradiction"}
    assert len(red) == 1
    assert not red & {look for kind, look in looks if kind != "contradiction"}


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
