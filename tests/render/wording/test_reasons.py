"""Reasons of differences in the language of the page."""

import pytest

from careo.model import reasons
from careo.render.wording.reasons import FORMS, NAMES, reason_words
from careo.render.wording.speech import ENGLISH, TONGUES, speech
from careo.text.names.likeness import variant

GERMAN = speech("de")


def test_a_reason_of_known_parts_is_told_in_the_language_of_the_page() -> None:
    """Words of ours are translated, dates are written as the language writes them, values stay letter for letter."""
    reason = "a later count: 3 (three) / 5 (five), as of 2031-03-01 / 2031-03-04; and 4 more such pairs"
    told = "eine spätere Zählung: 3 (three) / 5 (five), Stand 1. März 2031 / 4. März 2031; und 4 weitere solche Paare"
    assert reason_words(reason, GERMAN) == told
    assert reason_words(reason, ENGLISH) == reason


@pytest.mark.parametrize(
    "reason",
    [
        "two values for one count: 3 / 5; something that nobody translated",
        "two values for one count: 3 (three; or so) / 5 (five)",
        "broken in one report, mended in the other",
        "two names nearly alike in one role: they sound alike",
    ],
)
def test_a_reason_with_an_unknown_part_stays_english(reason: str) -> None:
    """Half a translation is none: what has no known form is not touched."""
    assert reason_words(reason, GERMAN) is None


def test_every_reason_that_is_kept_for_the_page_has_a_form() -> None:
    """A reason with a translation is written once; none of them is forgotten on the page."""
    kept = {value for name, value in vars(reasons).items() if name.isupper()}
    assert kept == {*FORMS.values(), *NAMES.values()}


def test_two_names_that_differ_in_the_given_one_alone_are_told() -> None:
    """One office, one family name, two given names."""
    how = variant("Ada Brink", "Eda Brink")
    assert how is not None
    told = reason_words(reasons.OFFICE.format(office="mayor of Lund", names=how), GERMAN)
    assert told is not None
    assert told.endswith("Vornamen Ada / Eda")


@pytest.mark.parametrize("tongue", TONGUES[1:])
def test_no_form_is_taken_for_another(tongue: str) -> None:
    """Each form, its places filled, is told by its own translation."""
    values = {
        "values": "3 / 5", "days": "2031-03-01 / 2031-03-04", "office": "minister", "name": "Lund", "who": "Ada Brink",
        "names": "family names Brink / Brinck (likeness 0.95)", "one": "planned", "other": "occurred", "number": "7",
    }  # fmt: skip
    said = {form: reason_words(form.format(**values), speech(tongue)) for form in FORMS.values()}  # type: ignore[arg-type]
    assert None not in said.values()
    assert len(set(said.values())) == len(FORMS)
