"""Every page is open to everyone: no accessibility error, in light and dark, on a phone and on a wide screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.render.chromium import WIDTHS, accessibility_errors, needs_chromium, opened

pytestmark = needs_chromium

_DEMO_AT = {(360, "dark"), (1280, "light")}
_STRUCTURE = """() => {
  const all = (what) => Array.from(document.querySelectorAll(what));
  const ids = all("[id]").map((node) => node.id);
  const known = new Set(ids);
  const levels = all("h1, h2, h3, h4, h5, h6").map((node) => [Number(node.tagName[1]), node.textContent.trim()]);
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    dangling: all("a[href]").map((link) => link.getAttribute("href"))
      .filter((to) => !to.startsWith("#") || !known.has(decodeURIComponent(to.slice(1)))),
    pointers: all("[aria-labelledby], [aria-describedby], [aria-controls]").flatMap((node) =>
      ["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) =>
        (node.getAttribute(name) || "").split(/\\s+/).filter((id) => id && !known.has(id)))),
    firsts: levels.filter(([level]) => level === 1).length,
    empty: levels.filter(([, words]) => !words).length,
    jumps: levels.filter(([level], at) => level > (at ? levels[at - 1][0] : 0) + 1).map(([, words]) => words),
    unnamed: all("main > section").filter((one) => !one.hasAttribute("aria-labelledby")).map((one) => one.id),
    unlinked: all("main > section[id]").map((one) => one.id)
      .filter((id) => !document.querySelector(`nav a[href="#${id}"]`)),
  };
}"""

_TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (node) => {
    for (let at = node.parentElement; at; at = at.parentElement)
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const wide = Array.from(document.body.querySelectorAll("*"))
    .filter((node) => node.getBoundingClientRect().right > edge + 1 && !scrolls(node));
  const page = document.scrollingElement;
  return [page.scrollWidth - edge, wide.slice(0, 5).map((node) => node.outerHTML.slice(0, 160))];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Browser, file: Path, width: int, scheme: str) -> None:
    """With every part open, axe finds no error by any of its rules, contrast of colours included."""
    if file.name == "page-demo.html" and (width, scheme) not in _DEMO_AT:
        return  # Half a minute each: the look of a part is the same there as on the small pages.
    with opened(browser, file, width=width, color_scheme=scheme) as seen:
        seen.open_all()
        assert accessibility_errors(seen) == []


def test_axe_sees_what_is_wrong(browser: Browser, sample: Path, tmp_path: Path) -> None:
    """The same watch finds a picture without words and a pale letter, so that its silence means something."""
    bad = tmp_path / "bad.html"
    pale = '<style>.pale { color: #999; background: #fff }</style><p class="pale">pale</p><img src="data:,">'
    bad.write_text(f"<!doctype html><title>bad</title><main><h1>Bad</h1>{pale}</main>", encoding="utf-8")
    with opened(browser, bad) as seen:
        rules = {error.split()[0] for error in accessibility_errors(seen)}
    assert rules >= {"color-contrast", "image-alt", "html-has-lang"}


def test_structure(browser: Browser, file: Path) -> None:
    """Ids are unique, links lead somewhere on the page, headings go down step by step, sections have names."""
    with opened(browser, file) as seen:
        found = seen.run(_STRUCTURE)
    assert found.pop("firsts") == 1
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_sideways_scroll(browser: Browser, file: Path, width: int) -> None:
    """Nothing reaches over the edge of the screen; a wide table scrolls inside a part of its own."""
    with opened(browser, file, width=width) as seen:
        seen.open_all()
        assert seen.run(_TOO_WIDE) == [0, []]


@pytest.mark.parametrize("width", WIDTHS[:2])
def test_no_table_is_read_by_scrolling_sideways(browser: Browser, file: Path, width: int) -> None:
    """On a phone and a tablet every table fits; a value that is no longer below its heading has it before it."""
    with opened(browser, file, width=width) as seen:
        seen.open_all()
        seen.run(
            "for (const one of document.querySelectorAll('main > section')) one.style.contentVisibility = 'visible'"
        )
        wide = "Array.from(document.querySelectorAll('.scroll')).filter((one) => one.scrollWidth > one.clientWidth + 1)"
        assert seen.run(f"{wide}.filter((one) => !one.querySelector('svg.network')).map((one) => one.outerHTML)") == []
        named = "(one) => getComputedStyle(one, one.matches('.sign') ? '::after' : '::before').content"
        bare = seen.run(
            "(() => { const named = " + named + ";"
            " return Array.from(document.querySelectorAll('.stacked tbody td[data-head], .matrix tbody td[data-head]'))"
            ".filter((one) => one.innerHTML && one.checkVisibility() && !named(one).includes(one.dataset.head))"
            ".map((one) => one.outerHTML); })()"
        )
        assert bare == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_request_and_no_complaint(browser: Browser, file: Path, scheme: str) -> None:
    """Opened, unfolded and scrolled to its end, a page asks for nothing and logs no error and no breach of policy."""
    with opened(browser, file, color_scheme=scheme) as seen:
        seen.open_all()
        seen.run("scrollTo(0, document.body.scrollHeight)")
        seen.page.wait_for_load_state("networkidle")
        assert (seen.asked, seen.complaints) == ([], [])
