"""Quoting a report."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from careo.render.quoting.quote import own_sentence, paragraph_start, paragraphs
from tests.render.factory import report

_TEXTS = st.text("ab. \n", min_size=1, max_size=40)


@given(_TEXTS)
def test_paragraphs_cover(text: str) -> None:
    """The paragraphs of a part follow one another without gaps, so that no character is lost."""
    found = paragraphs(text, 0, len(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(left[1] == right[0] for left, right in pairwise(found))


@given(_TEXTS, st.data())
def test_paragraph_start(text: str, data: st.DataObject) -> None:
    """The paragraph found for an offset is the one that holds it."""
    offset = data.draw(st.integers(0, len(text) - 1))
    holding = next(start for start, end in paragraphs(text, 0, len(text)) if start <= offset < end)
    assert paragraph_start(report(text, "en"), offset) == holding


def test_own_sentence() -> None:
    """A slot's own sentence is found inside its paragraph."""
    text = "The pier is shut.\nIt rained on Monday. Nobody came."
    start = text.index("Monday")
    left, right = own_sentence(report(text, "en"), start, start + 6)
    assert text[left:right] == "It rained on Monday."
