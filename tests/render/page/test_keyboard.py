"""The page by keyboard alone: everything is reached, in reading order, with the focus to be seen, and nothing traps it.

What is walked is found on the page: the links of its navigation name the sections, so that a new section is walked too.
"""

from pathlib import Path

from playwright.sync_api import Browser

from tests.render.chromium import WIDTHS, Opened, needs_chromium, opened

pytestmark = needs_chromium

_LISTEN = """() => {
  const stops = "a[href], button, input, select, textarea, summary, [tabindex]";
  window.expected = Array.from(document.querySelectorAll(stops)).filter((node) =>
    node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }));
  window.walked = [];
  window.unseen = [];
  const look = (node) => {
    const style = getComputedStyle(node);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor].join(" ");
  };
  const before = new Map(expected.map((node) => [node, look(node)]));
  document.addEventListener("focusin", ({ target }) => {
    walked.push(target);
    const box = target.getBoundingClientRect();
    const away = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
    if (before.get(target) === look(target) || away) unseen.push(target.outerHTML.slice(0, 120));
  });
  return expected.length;
}"""
_WALKED = """() => ({
  missed: expected.filter((node) => !walked.includes(node)).slice(0, 5).map((node) => node.outerHTML.slice(0, 120)),
  strayed: walked.filter((node) => !expected.includes(node)).slice(0, 5).map((node) => node.outerHTML.slice(0, 120)),
  order: walked.every((node, at) => node === expected[at % expected.length]),
  first: walked[0].className,
  sections: Array.from(document.querySelectorAll("nav a")).map((link) => link.getAttribute("href").slice(1))
    .filter((id) => document.getElementById(id).querySelector("a[href], summary, input, [tabindex='0']"))
    .filter((id) => !walked.some((node) => node.closest("section[id]")?.id === id
      || node.closest("main > section")?.id === id)),
  unseen: [...new Set(unseen)].slice(0, 5),
})"""


def test_tab_walks_the_whole_page(browser: Browser, file: Path) -> None:
    """Tab goes from the skip link through every section to the end, in reading order, and shows where it is."""
    with opened(browser, file) as seen:
        count = seen.run(_LISTEN)
        for _ in range(count):
            seen.press("Tab")
        found = seen.run(_WALKED)
        assert found.pop("first") == "skip"
        assert found.pop("order"), found
        assert {name: wrong for name, wrong in found.items() if wrong} == {}
        seen.press("Shift+Tab")
        assert seen.run("document.activeElement === expected[expected.length - 2]"), "the focus is trapped at the end"


def test_enter_on_the_navigation(browser: Browser, file: Path) -> None:
    """Enter on a link of the navigation brings its section up, and Tab goes on from there."""
    with opened(browser, file, width=WIDTHS[0]) as seen:
        for target in seen.run("Array.from(document.querySelectorAll('nav a'), (a) => a.getAttribute('href'))"):
            seen.page.locator(f"nav a[href='{target}']").focus()
            seen.press("Enter")
            seen.page.wait_for_function(
                "(id) => { const box = document.querySelector(id).getBoundingClientRect();"
                " return location.hash === id && box.top < innerHeight && box.bottom > 0"
                " && (box.top > -5 || box.bottom < innerHeight + 300)"
                " && document.activeElement === document.querySelector(id); }",
                arg=target,
            )
            seen.press("Tab")
            assert _comes_after(seen, target), f"after {target} Tab goes elsewhere: {seen.focused()}"


def _comes_after(seen: Opened, target: str) -> bool:
    """Whether the focus is in the section or, where that has nothing to focus, behind it or back at the start."""
    return bool(
        seen.run(
            """(id) => {
              const section = document.querySelector(id), at = document.activeElement;
              const relation = section.compareDocumentPosition(at);
              const has = section.querySelector("a[href], summary, input, [tabindex='0']");
              return has ? section.contains(at) : at === document.body || Boolean(relation & 4) || at.matches(".skip");
            }""",
            target,
        )
    )


def test_skip_link(browser: Browser, sample: Path) -> None:
    """The first stop is seen once focused, and leads past the navigation."""
    with opened(browser, sample) as seen:
        seen.press("Tab")
        box = seen.page.locator(".skip").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        seen.press("Enter")
        seen.press("Tab")
        assert seen.run("document.getElementById('main').contains(document.activeElement)")


def test_parts_open_and_close(browser: Browser, file: Path) -> None:
    """Every kind of closed part of every section opens with Enter and closes with the space bar."""
    with opened(browser, file) as seen:
        parts = seen.run(
            """() => {
              const kinds = new Map();
              for (const one of document.querySelectorAll("details"))
                if (one.firstElementChild.checkVisibility()) {
                  const kind = one.closest("main > section").id + " " + one.parentElement.className + one.className;
                  if (!kinds.has(kind)) kinds.set(kind, one);
                }
              window.parts = [...kinds.values()];
              return parts.length;
            }"""
        )
        assert parts
        for at in range(parts):
            seen.run("(at) => parts[at].firstElementChild.focus()", at)
            for key, opens in (("Enter", True), ("Space", False)):
                seen.press(key)
                assert seen.run("(at) => parts[at].open", at) is opens, seen.focused()


def test_fragment_opens_what_is_closed(browser: Browser, file: Path) -> None:
    """A link to a claim that is folded away opens the page at that claim, with the script and without."""
    for script in (True, False):
        with opened(browser, file, java_script_enabled=script) as seen:
            target = seen.run("document.querySelector('details .claim')?.id")
        if target:
            with opened(browser, file, fragment=f"#{target}", java_script_enabled=script) as seen:
                seen.page.wait_for_timeout(300)
                top, height = seen.run(
                    "(id) => [document.getElementById(id).getBoundingClientRect().top, innerHeight]", target
                )
                assert 0 <= top < height, (script, top)
