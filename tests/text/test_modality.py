"""How real a clause says something is."""

import pytest

from careo.text.telling.modality import is_negated, modality
from careo.text.words import words


@pytest.mark.parametrize(
    ("language", "clause", "wanted"),
    [
        ("de", "Die Truppen wurden verlegt", "occurred"), ("de", "Die Truppen sollen im Mai eintreffen", "planned"),
        ("de", "Die Truppen sollen bereits im Land sein", "alleged"),
        ("de", "Der Rat wird Truppen entsenden", "planned"),
        ("de", "Der Rat würde Truppen entsenden", "conditional"), ("de", "Das Gesetz wird genehmigt", "occurred"),
        ("nl", "De raad zal troepen sturen", "planned"), ("nl", "De raad zou troepen hebben gestuurd", "alleged"),
        ("es", "El consejo enviará tropas", "planned"), ("es", "La policía habría matado a dos", "alleged"),
        ("es", "El consejo podría enviar tropas", "conditional"), ("en", "The council will send troops", "planned"),
        ("en", "The council might send troops", "conditional"), ("en", "They allegedly fired", "alleged"),
    ],
)  # fmt: skip
def test_auxiliaries_tell_the_modality(language: str, clause: str, wanted: str) -> None:
    """Future, plan, hearsay and condition are told from what happened."""
    assert modality(words(clause, 0, len(clause)), language, "occurred") == wanted


def test_a_negation_belongs_to_its_verb() -> None:
    """A negation in the clause negates the verb; "not only" negates nothing."""
    said = words("The council did not approve it", 0, 30)
    only = words("The council not only approve it", 0, 31)
    assert is_negated(said, 4, noun=False, language="en")
    assert not is_negated(only, 4, noun=False, language="en")
