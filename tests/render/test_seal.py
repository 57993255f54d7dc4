"""The seal of a page."""

import json
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.ids import sha256
from careo.render.html import page
from careo.render.seal import check_page, seal
from tests.render.sample import dossier


@cache
def _page() -> str:
    return page(dossier(), version="0.0.1")


def _resealed(changed: str) -> str:
    return seal(changed)


def test_intact() -> None:
    """A page as it was made has no problem."""
    assert check_page(_page()) == ()


@given(st.integers(min_value=0), st.characters())
def test_one_changed_character(position: int, other: str) -> None:
    """Whichever character of a page is changed, the check says so."""
    whole = _page()
    at = position % len(whole)
    if whole[at] != other:
        assert check_page(whole[:at] + other + whole[at + 1 :])


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
    assert any("does not have its SHA-256" in problem for problem in check_page(changed))


def test_resealed_quotation() -> None:
    """A quotation changed where it is shown, and sealed anew, differs from its report."""
    shown = re.search(r'<p data-at="[^"]+">', _page())
    assert shown is not None
    changed = _resealed(_page()[: shown.end()] + "Not " + _page()[shown.end() :])
    assert any("the report says" in problem for problem in check_page(changed))


def test_resealed_paragraph_left_out() -> None:
    """A paragraph taken out of a report, and sealed anew, is missed."""
    changed, number = re.subn(r'<p id="r2-p0".*?</p>', "", _page(), count=1, flags=re.DOTALL)
    assert number == 1
    assert any("missing" in problem for problem in check_page(_resealed(changed)))


@pytest.mark.parametrize(
    "broken", ["", "<p>no page of ours</p>", "<![x", "<!doctype html><script id='careo-evidence'>[["]
)
def test_not_a_page(broken: str) -> None:
    """What is no page of careo has problems, and the check does not fall over it."""
    assert len(check_page(broken)) >= 2


def test_seal_needs_a_field() -> None:
    """A text without a digest field cannot be sealed."""
    with pytest.raises(ValueError, match="digest field"):
        seal("<p>hello</p>")


def test_texts_recoverable() -> None:
    """The evidence block gives back every report's text, letter for letter."""
    block = re.search(r'id="careo-evidence">(.*?)</script>', _page(), re.DOTALL)
    assert block is not None
    evidence = json.loads(block.group(1))
    assert [report["text"] for report in evidence["reports"]] == [report.text for report in dossier().reports]
    assert all(sha256(report["text"]) == report["text_sha256"] for report in evidence["reports"])
    texts = {report["id"]: report["text"] for report in evidence["reports"]}
    assert all(texts[id_][start:end] == quote for id_, start, end, quote in evidence["quotes"])
