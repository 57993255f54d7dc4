"""The sentence encoder."""

import numpy as np
import pytest

from careo.engines.sentences import SentenceEncoder

ENCODER = SentenceEncoder()
BRIDGE = {
    "de": "Die Brücke im Hafen wurde wegen des Sturms für zwei Tage gesperrt.",
    "nl": "De brug in de haven werd vanwege de storm twee dagen afgesloten.",
    "es": "El puente del puerto fue cerrado durante dos días a causa de la tormenta.",
}
CONCERT = "Das Orchester spielt im Sommer drei Konzerte im Park."


def cosine(one: str, other: str) -> float:
    a, b = ENCODER.encode([one, other])
    return float(np.dot(a, b))


@pytest.mark.parametrize("language", ["nl", "es"])
def test_translations_lie_nearer_than_other_sentences(language: str) -> None:
    """A sentence and its translation are much more alike than two sentences of one language about other things."""
    assert cosine(BRIDGE["de"], BRIDGE[language]) > 0.6 > cosine(BRIDGE["de"], CONCERT) + 0.2


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    """The same sentence alone or among others gives the same bytes, so that runs are alike."""
    (alone,) = ENCODER.encode([CONCERT])
    *_, last = ENCODER.encode([*BRIDGE.values(), CONCERT])
    assert alone.tobytes() == last.tobytes()
    assert abs(float(np.linalg.norm(alone)) - 1) < 1e-5


def test_words_encoded_together_are_the_same_in_any_company() -> None:
    """A word alone, in another order or among more than are encoded at a time gives the same bytes."""
    words = [f"{start}{end}" for start in ("brid", "wat", "sold", "mini", "harb") for end in "abcdefghijklmnop"]
    together = dict(zip(words, ENCODER.encode(words), strict=True))
    turned = dict(zip(words[::-1], ENCODER.encode([*words[::-1], CONCERT]), strict=False))
    assert all(together[word].tobytes() == turned[word].tobytes() for word in words)
    assert ENCODER.encode([words[7]])[0].tobytes() == together[words[7]].tobytes()


def test_another_count_of_one_thing_stays_near() -> None:
    """Figures are masked: 600 and 1,500 soldiers sent make one sentence in meaning, and slots tell them apart."""
    text = "The government sent {} soldiers to the border on Monday."
    assert cosine(text.format("600"), text.format("1,500")) > 0.95
