"""Cleaned text and its way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careo.model.seen import Run
from careo.text.normalise import clean, composed, normalised
from careo.text.values.figures import find_figures

_AWKWARD = "aeÃÂâ€™©±\u00ad\u00a0\u0301ﬁﬂ１２Ａ％\r\n\u200b\x00\x85\ufeff \ud800“»"


@given(st.text(alphabet=st.sampled_from(_AWKWARD), max_size=40) | st.text(max_size=40))
def test_each_run_stands_in_the_source(raw: str) -> None:
    """What a run covers is letter for letter in what was cleaned, in order, and cleaning twice changes nothing."""
    found = normalised(raw)
    assert clean(found.text) == found.text
    at = 0
    for run in found.runs:
        assert at <= run.start < run.end <= len(found.text)
        assert found.text[run.start : run.end] == raw[run.source : run.source + run.end - run.start]
        at = run.end


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("EspaÃ±a y PerÃº", "España y Perú"),
        ("lâ€™Ã©tÃ© dernier", "l’été dernier"),
        ("â€œHolaâ€\x9d", "“Hola”"),
        ("MarÃ\u00ada", "María"),
        ("12 â‚¬", "12 €"),
        ("A IRMÃ… e NÃO", "A IRMÃ… e NÃO"),
        ("Łódź, Ångström, Ñuñoa, doña, naïve…", "Łódź, Ångström, Ñuñoa, doña, naïve…"),
        ("der ﬁnanzielle Konﬂikt", "der finanzielle Konflikt"),
        ("ＡＢＣ　１２．５％，", "ABC　12.5%，"),
        ("„Ja“ «non» “yes” 'no'", "„Ja“ «non» “yes” 'no'"),
    ],
)
def test_only_what_is_surely_wrong_is_mended(raw: str, wanted: str) -> None:
    """Scrambled, joined and wide letters are put right; marks of quotation and real letters stay."""
    assert clean(raw) == wanted


def test_the_way_back_leads_round_what_was_mended() -> None:
    """A soft hyphen in the source is in no run, and what stands beside it keeps its place."""
    assert normalised("Kon\u00adgress tagt").runs == (Run(0, 3, 0), Run(3, 13, 4))


def test_two_ways_make_one() -> None:
    """A run of a paragraph leads on into the source, where a run of the reader goes on from it."""
    assert composed((Run(0, 3, 0), Run(3, 13, 4)), (Run(0, 5, 100), Run(5, 14, 205))) == (
        Run(0, 3, 100),
        Run(3, 4, 104),
        Run(4, 13, 205),
    )


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_space_inside_a_figure_still_groups(space: str) -> None:
    """No-break, narrow and thin spaces stay, and a figure is read across them."""
    text = clean(f"Il y avait 12{space}000 soldats.")
    [figure] = find_figures(text, "fr", 0, len(text))
    assert (figure.low, figure.verbatim) == (12000, f"12{space}000 soldats")
