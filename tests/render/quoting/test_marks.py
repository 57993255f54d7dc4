"""Cutting a text at its marks."""

from hypothesis import given
from hypothesis import strategies as st

from careo.render.quoting.marks import Mark, segments

_TEXT = "abcdefghijklmnopqrstuvwxyz"
_SPANS = st.tuples(st.integers(0, 26), st.integers(0, 26)).map(sorted)


@given(st.lists(_SPANS), _SPANS)
def test_letter_for_letter(spans: list[list[int]], window: list[int]) -> None:
    """Whatever marks lie on a text, the segments put together are the text."""
    start, end = window
    marks = [Mark(left, right, "who", "who") for left, right in spans]
    assert "".join(segment.text for segment in segments(_TEXT, start, end, marks)) == _TEXT[start:end]


def test_overlap() -> None:
    """Where two marks overlap, the shared letters bear both, widest first."""
    found = segments(_TEXT, 0, 8, (Mark(1, 3, "figure", "how many"), Mark(0, 6, "who", "who")))
    assert [(segment.text, segment.kinds) for segment in found] == [
        ("a", ("who",)), ("bc", ("who", "figure")), ("def", ("who",)), ("gh", ()),
    ]  # fmt: skip
    assert found[1].title == "who; how many"


def test_anchor_once() -> None:
    """A mark cut by a border has its anchor on its first letter and its links after its last, once each."""
    mark = Mark(2, 9, "sentence", "", "r1-s2", (4,))
    found = (*segments(_TEXT, 0, 5, (mark,)), *segments(_TEXT, 5, 12, (mark,)))
    assert [segment.text for segment in found if segment.anchors] == ["cde"]
    assert [(segment.text, segment.claims) for segment in found if segment.claims] == [("fghi", (4,))]
