"""The seal of a page."""

import json
import re
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careo.model.ids import sha256
from careo.render.page.html import page
from careo.render.sealing.items import stretches
from careo.render.sealing.seal import carried, check_page, seal
from tests.render.sample import dossier


@cache
def _page() -> str:
    return page(dossier(), version="0.0.1")


def _resealed(changed: str) -> str:
    return seal(changed)


def test_intact() -> None:
    """A page as it was made has no problem."""
    assert check_page(_page()) == ()


@settings(deadline=None)
@given(st.integers(min_value=0), st.characters())
def test_one_changed_character(position: int, other: str) -> None:
    """Whichever character of a page is changed, the check says so."""
    whole = _page()
    at = position % len(whole)
    if whole[at] != other:
        assert check_page(whole[:at] + other + whole[at + 1 :])


@settings(deadline=None)
@given(st.integers(min_value=0), st.sampled_from(["", "  ", "<", '"']))
def test_one_character_gone_or_more(position: int, instead: str) -> None:
    """A character taken out or put in is found too."""
    whole = _page()
    at = position % len(whole)
    assert check_page(whole[:at] + instead + whole[at + 1 :]) or whole[at] == instead


def test_digest_field_flipped() -> None:
    """Every digit of the digest itself counts."""
    whole = _page()
    start = re.search("sha256:([0-9a-f]{64})", whole).start(1)  # type: ignore[union-attr]
    for at in range(start, start + 64):
        other = "0" if whole[at] != "0" else "1"
        assert check_page(whole[:at] + other + whole[at + 1 :])


def test_resealed_report_text() -> None:
    """A text changed on a page that was sealed anew still does not have its hash."""
    changed = _resealed(_page().replace("120 Pionieren", "121 Pionieren"))
    assert ("r1", "the text of report 1 does not have its SHA-256") in check_page(changed)


def test_resealed_quotation() -> None:
    """A quotation changed where it is shown, and sealed anew, differs from its report, and its item is named."""
    shown = re.compile(r'<p data-at="[^"]+">').search(_page(), _page().index('id="d2"'))
    assert shown is not None
    changed = _resealed(_page()[: shown.end()] + "Not " + _page()[shown.end() :])
    assert [(where, "the report says" in what) for where, what in check_page(changed)] == [("d2", True)]


def test_resealed_paragraph_left_out() -> None:
    """A paragraph taken out of a report, and sealed anew, is missed."""
    changed, number = re.subn(r'<p id="r2-p0".*?</p>', "", _page(), count=1, flags=re.DOTALL)
    assert number == 1
    assert any(where == "r2" and "missing" in what for where, what in check_page(_resealed(changed)))


@pytest.mark.parametrize(
    "broken", ["", "<p>no page of ours</p>", "<![x", "<!doctype html><script id='careo-manifest'>[["]
)
def test_not_a_page(broken: str) -> None:
    """What is no page of careo has problems, and the check does not fall over it."""
    assert {where for where, _ in check_page(broken)} >= {"careo-manifest"}


@pytest.mark.parametrize(
    "block", ["[]", "{}", '{"reports":[{}]}', '{"reports":[],"items":{}}', '{"reports":[[]]}', "9"]
)
def test_a_manifest_of_another_shape(block: str) -> None:
    """A manifest that holds something else ends in a problem, never in a traceback."""
    broken = re.sub(r"(data-sha256=\")[^\"]*(\">).*?(</script>)", rf"\g<1>{sha256(block)}\g<2>{block}\g<3>", _page())
    assert check_page(broken)


@pytest.mark.parametrize("unit", ["<", "<a ", "<!--", "<script>", "<section>", "<p data-at='r1:1:2'>x", '<a b="', "&"])
def test_a_page_made_to_be_slow(unit: str) -> None:
    """Markup on which a parser takes the square of its length is turned away in a moment."""
    began = time.perf_counter()
    assert check_page(unit * 100_000)
    assert time.perf_counter() - began < 20


def test_seal_needs_a_field() -> None:
    """A text without a digest field cannot be sealed."""
    with pytest.raises(ValueError, match="digest field"):
        seal("<p>hello</p>")


def test_texts_recoverable() -> None:
    """The page gives back every report's text, letter for letter, though its manifest holds none of them."""
    found = carried(_page())
    assert list(found.texts.values()) == [report.text for report in dossier().reports]
    assert [one["text_sha256"] for one in found.block["reports"]] == [sha256(text) for text in found.texts.values()]
    assert not [text for text in found.texts.values() if text[:60] in json.dumps(found.block, ensure_ascii=False)]


def test_a_change_is_laid_at_its_item() -> None:
    """Wherever a character is changed, the item it stood in is named, and few others are."""
    whole = _page()
    named = []
    for stretch in stretches(whole):
        for at in range(stretch.start, stretch.end, 997):
            other = whole[:at] + ("x" if whole[at] != "x" else "y") + whole[at + 1 :]
            told = [where for where, _ in check_page(other)]
            assert stretch.item in told or (stretch.item == "head" and "page" in told), (
                stretch,
                whole[at - 20 : at + 9],
            )
            named.append(len(set(told)))
    assert sorted(named)[len(named) * 3 // 4] == 1, "three in four changes name one item only"


@pytest.mark.parametrize(
    ("before", "after", "item", "words"),
    [
        ("One report affirms what", "One report confirms what", "d1", "difference 1 was changed: "),
        ("<title>", "<title>No ", "head", "head was changed: No "),
        ("color-scheme:", "color-sheme:", "style", "style was changed"),
        ("addEventListener", "addEvilListener", "script", "script was changed"),
        ('id="c2"', 'id="c9"', "c2", "claim 2 is missing"),
    ],
)
def test_a_change_is_told_in_words(before: str, after: str, item: str, words: str) -> None:
    """A reason, the title, the style, the script and an id: each is named as a reader knows it."""
    changed = _page().replace(before, after, 1)
    assert changed != _page()
    assert any(where == item and what.startswith(words) for where, what in check_page(changed))


def test_items_that_changed_places() -> None:
    """Two items exchanged are noticed though each is as it was."""
    first, second = (re.search(rf'<li id="e{n}">.*?\n</li>\n', _page(), re.DOTALL) for n in (1, 2))
    assert first is not None
    assert second is not None
    changed = _page().replace(first[0], "\0").replace(second[0], first[0]).replace("\0", second[0])
    assert changed != _page()
    assert check_page(changed)
