"""The little that the script does: filters whose state can be sent and taken back, and keys that users know."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.render.chromium import Opened, needs_chromium, opened

pytestmark = needs_chromium

_SHOWN = "Array.from(document.querySelectorAll('{}')).filter((one) => one.checkVisibility()).map((one) => one.id)"


def _shown(seen: Opened, what: str) -> list[str]:
    return list(seen.run(_SHOWN.format(what)))


def test_j_and_k_walk_differences_and_claims(browser: Browser, sample: Path) -> None:
    """The keys j and k move the focus, to be seen, to the next and the one before; at the ends they stay."""
    with opened(browser, sample) as seen:
        stops = _shown(seen, ".difference, .claim")
        walked = []
        for _ in stops:
            seen.press("j")
            walked.append(seen.focused())
        assert walked == stops
        assert seen.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        assert 0 <= seen.run("document.activeElement.getBoundingClientRect().top") < 800
        seen.press("j")
        assert seen.focused() == stops[-1]
        seen.press("k")
        assert seen.focused() == stops[-2]


def test_slash_searches(browser: Browser, sample: Path) -> None:
    """A slash goes to the search; there the keys are letters again, and only claims with the words are left."""
    with opened(browser, sample) as seen:
        seen.press("/")
        seen.page.keyboard.type("jk? heridos")
        assert seen.run("document.activeElement.value") == "jk? heridos"
        seen.run("document.activeElement.select()")
        seen.page.keyboard.type("heridos")
        assert _shown(seen, ".claim") == ["c3"]
        assert seen.run("document.querySelector('#filter-words [role=status]').textContent") == "1 of 5 claims shown"


def test_words_open_the_shelf(browser: Browser, sample: Path) -> None:
    """A claim that is folded away is shown where its words are looked for."""
    with opened(browser, sample) as seen:
        seen.page.locator("#filter-words input").fill("Ley 31")
        assert _shown(seen, ".claim") == ["c5"]


def test_the_address_holds_the_filters(browser: Browser, sample: Path) -> None:
    """Filters are in the address: opened anew it shows the same; "back" undoes a step."""
    with opened(browser, sample) as seen:
        whole = _shown(seen, ".difference")
        seen.page.locator("#filter-kinds input[value=precision]").uncheck()
        seen.page.locator("#filter-words input").fill("heridos")
        address = str(seen.run("location.href"))
        seen.page.go_back()
        assert len(_shown(seen, ".difference")) < len(whole)
        assert len(_shown(seen, "#claims > .claim")) == 3
        seen.page.go_back()
        assert _shown(seen, ".difference") == whole
        seen.page.goto(address)
        assert _shown(seen, ".claim") == ["c3"]
        assert len(_shown(seen, ".difference")) < len(whole)
        assert seen.complaints == []


def test_the_address_holds_the_filter_of_the_network(browser: Browser, demo: Path) -> None:
    """What one did to another is filtered in the address too; one button takes it back."""
    ties = "#network tbody[data-deed]"
    with opened(browser, demo) as seen:
        seen.open_all()
        whole = _shown(seen, ties)
        kind = str(seen.run("document.querySelectorAll('#filter-ties option')[1].value"))
        seen.page.locator("#filter-ties select").select_option(kind)
        some = _shown(seen, ties)
        assert 0 < len(some) < len(whole)
        assert seen.run("location.search") == f"?ties={kind}"
        seen.page.reload()
        assert _shown(seen, ties) == some
        seen.page.locator("#filtered button").click()
        assert seen.run("location.search") == ""
        assert len(_shown(seen, ties)) == len(whole)
    with opened(browser, demo, fragment="?ties=nonsense") as seen:
        assert seen.run("document.querySelector('#filter-ties select').value") == ""


def test_numbers_in_drawings_lead_to_what_they_number(browser: Browser, demo: Path) -> None:
    """A number at a bar of the time line leads to its claim, one at a line of the network to its row."""
    with opened(browser, demo) as seen:
        for what, begin in (("#timeline .overview a", "#c"), ("#network svg a", "#tie")):
            links = seen.run(
                "(what) => Array.from(document.querySelectorAll(what), (a) => [a.getAttribute('href'), a.textContent])",
                what,
            )
            assert links
            assert all(words.split()[0] == to.removeprefix(begin) for to, words in links)
        seen.page.locator("#network svg a text").first.click()
        seen.page.wait_for_function("location.hash.startsWith('#tie')")
        assert seen.focused() == seen.run("location.hash.slice(1)")


def test_open_everything(browser: Browser, sample: Path) -> None:
    """One button opens all that is closed, to search in it or to print it."""
    with opened(browser, sample) as seen:
        assert seen.run("document.querySelectorAll('details:not([open])').length")
        seen.page.locator("#open-all").click()
        assert seen.run("document.querySelectorAll('details:not([open])').length") == 0


def test_show_everything(browser: Browser, sample: Path) -> None:
    """One button, there only where something is filtered out, takes all filters back."""
    with opened(browser, sample) as seen:
        whole = _shown(seen, ".difference, #claims > .claim")
        button = seen.page.locator("#filtered button")
        assert not button.is_visible()
        seen.page.locator("#filter-kinds input").first.uncheck()
        seen.page.locator("#filter-words input").fill("no such words")
        assert _shown(seen, ".claim") == []
        button.click()
        assert _shown(seen, ".difference, #claims > .claim") == whole
        assert not button.is_visible()
        assert seen.run("location.search") == ""


def test_list_of_keys(browser: Browser, sample: Path) -> None:
    """A question mark or the button opens the list of keys; Escape closes it, and the focus is back where it was."""
    with opened(browser, sample) as seen:
        seen.press("j")
        place = seen.focused()
        seen.press("?")
        assert seen.run("document.getElementById('keys').open")
        seen.press("j")
        seen.press("Escape")
        assert not seen.run("document.getElementById('keys').open")
        assert seen.focused() == place
        seen.page.locator("#keys-offer button").first.click()
        assert seen.run("document.getElementById('keys').open")


def test_keys_can_be_switched_off(browser: Browser, sample: Path) -> None:
    """Who speaks to the computer or shakes can do without single keys (WCAG 2.1.4)."""
    with opened(browser, sample) as seen:
        seen.press("?")
        seen.page.locator("#keys-used").uncheck()
        seen.press("Escape")
        seen.press("j")
        assert seen.run("document.activeElement.className") != "difference"
        assert seen.run("location.search") == "?keys=off"


@pytest.mark.parametrize("key", ["Control+k", "Alt+j"])
def test_other_chords_are_left_alone(browser: Browser, sample: Path, key: str) -> None:
    """With Control or Alt held a key is the browser's."""
    with opened(browser, sample) as seen:
        seen.press(key)
        assert not seen.run("document.activeElement.matches('.difference, .claim')")
