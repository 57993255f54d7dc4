"""What a sentence tells that is of no known type."""

import pytest
from tests.make import make_report

from careo.engines.neural import NeuralTagger
from careo.model.seen import Statement
from careo.stages.annotate import annotate
from careo.stages.extract import extract

TAGGER = NeuralTagger()


def told(text: str, language: str) -> tuple[Statement, ...]:
    """Return the statements of a report of one sentence."""
    return extract(annotate(make_report(text, language=language, published="2024-05-03"), TAGGER))


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The old mill of Brum smells of fresh bread.", "en", "smells"),
        ("De oude molen van Brum ruikt naar vers brood.", "nl", "ruikt"),
        ("Die alte Mühle riecht nach frischem Brot.", "de", "riecht"),
    ],
)
def test_a_sentence_of_no_known_type_is_told_by_its_main_word(text: str, language: str, word: str) -> None:
    """Nothing that a report says is out of reach of comparing."""
    (made,) = told(text, language)
    assert (made.type, made.trigger.verbatim) == ("OTHER", word)
    assert text[made.trigger.start : made.trigger.end] == word


def test_two_or_three_words_tell_nothing() -> None:
    """An exclamation is no statement."""
    assert told("Oh, what?", "en") == ()


def test_where_a_type_is_known_nothing_else_is_told() -> None:
    """A typed statement stands for its sentence."""
    assert "OTHER" not in {made.type for made in told("Police arrested 12 protesters in Lima on Friday.", "en")}
