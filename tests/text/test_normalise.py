"""One spelling for comparing, one form for reports."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.text.normalise import clean, fold


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Müller", "muller"),
        ("PEÑA", "pena"),
        ("Straße", "strasse"),
        ("Ødegård", "odegard"),
        ("Łódź", "lodz"),
        ("één", "een"),
    ],
)
def test_fold_drops_case_and_accents(word: str, folded: str) -> None:
    """Words that differ in case or accents only fold alike."""
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("Kon\u00adgress\u200b", "Kongress"),
        ("\ufeffErste Zeile\x00", "Erste Zeile"),
        ("cafe\u0301", "café"),
        ("12\u00a0000\u202fkm", "12\u00a0000\u202fkm"),
        ("می\u200cروم", "می\u200cروم"),
        ("tab\there", "tab\there"),
        ("\ud800x", "\ufffdx"),
    ],
)
def test_clean(raw: str, wanted: str) -> None:
    """Line ends become newlines, what shows nothing goes, spaces and joiners keep their kind."""
    assert clean(raw) == wanted


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_clean_twice_changes_nothing(raw: str) -> None:
    """A cleaned text is clean, composed, and can be encoded."""
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
