"""Quotations over several sentences, and editors' remarks: whose words they are."""

import pytest
from tests.make import make_report

from careo import Statement
from careo.engines.plain import PlainTagger
from careo.stages.annotate import annotate
from careo.stages.extract import extract


def _made(text: str, language: str, trigger: str) -> Statement:
    report = make_report(text, language=language, published="2024-05-02")
    return next(s for s in extract(annotate(report, PlainTagger())) if s.trigger.verbatim.startswith(trigger))


@pytest.mark.parametrize(
    ("language", "text", "trigger", "source"),
    [
        ("en", '"The soldiers fired at the crowd. They came at noon," Rosa Quispe told us.', "fired", "Rosa Quispe"),
        ("de", "„Soldaten schossen auf die Menge. Es war Mittag“, sagte Rosa Quispe.", "schossen", "Rosa"),
        ("es", "«Los soldados dispararon contra la multitud. Era mediodía», dijo Rosa Quispe.", "dispar", "Rosa"),
        ("nl", '"Soldaten schoten op de menigte. Het was middag", zei Rosa Quispe.', "schoten", "Rosa Quispe"),
    ],
)
def test_a_quotation_has_its_speaker_in_every_sentence(language: str, text: str, trigger: str, source: str) -> None:
    """What the first sentence of a quotation tells is credited to whom the last one names."""
    made = _made(text, language, trigger)
    assert [link.who.startswith(source) for link in made.attribution] == [True]


def test_the_next_quotation_goes_on_in_the_same_voice() -> None:
    """A quotation right after "she said" is still hers; one in the next paragraph is nobody's that we know."""
    text = '"It was noon, and nobody had warned us," Rosa Quispe said. "Soldiers fired at the crowd from a roof."'
    made = _made(text, "en", "fired")
    assert ([link.who for link in made.attribution], made.rule[-7:]) == (["Rosa Quispe"], "+quoted")
    apart = text.replace('said. "', 'said.\n\nPuno was quiet again.\n\n"')
    assert _made(apart, "en", "fired").attribution == ()


@pytest.mark.parametrize(
    ("language", "text", "sign"),
    [
        (
            "de",
            "Das Heer schickte 300 Soldaten (Anm. d. Red.: Das Ministerium bestreitet dies).",
            "Anm. d. Red",
        ),
        ("es", "El ejército envió 300 soldados (n. de la r.: el ministerio lo niega) a Puno.", "n. de la r"),
        (
            "nl",
            "Het leger stuurde 300 soldaten (noot van de redactie: het ministerie ontkent dit).",
            "noot van",
        ),
    ],
)
def test_an_editor_s_remark_is_the_editor_s(language: str, text: str, sign: str) -> None:
    """What stands in an editor's bracket is credited to the editor, and not to the source of the sentence."""
    report = make_report(text, language=language, published="2024-05-02")
    made = extract(annotate(report, PlainTagger()))
    inside = [s for s in made if s.start + text.index("(") < s.trigger.start < text.index(")")]
    assert inside, [s.trigger.verbatim for s in made]
    assert all(s.attribution[0].who.startswith(sign) and s.rule.endswith("+editor") for s in inside)
    assert all(not s.rule.endswith("+editor") for s in made if s not in inside)


@pytest.mark.parametrize("language", ["cs", ""])
def test_a_language_without_word_lists_tells_nothing(language: str) -> None:
    """A report in another language, brackets and quotations included, yields no statement and no error."""
    text = "Vojáci stříleli (pozn. red.: ministerstvo to popírá) do davu. „Bylo poledne a nikdo nic neřekl,“ řekla."
    assert extract(annotate(make_report(text, language=language), PlainTagger())) == ()
