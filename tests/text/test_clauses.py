"""Clauses without a parse."""

import pytest

from careo.text.telling.clauses import clauses
from careo.text.words import words


@pytest.mark.parametrize(
    ("language", "text", "outer", "inner"),
    [
        ("de", "Das Treffen, das am Montag in Graz stattfand, endete spät.", "endete", "stattfand"),
        ("de", "Er sagte, dass Olga Bern den Rat verlässt.", "sagte", "verlässt"),
        ("nl", "De onlusten die in mei begonnen als stil protest hebben twaalf levens geëist.", "geëist", "begonnen"),
        ("nl", "Zij stuurde agenten om de haven te bewaken.", "stuurde", "bewaken"),
        ("es", "El ministro, que viajó a Lagos, firmó el acuerdo.", "firmó", "viajó"),
        ("en", "The minister, who went to Lagos, signed the deal.", "signed", "went"),
    ],
)
def test_a_clause_put_in_ends_again(language: str, text: str, outer: str, inner: str) -> None:
    """The words after an inserted clause belong to the clause before it."""
    sequence = words(text, 0, len(text))
    numbers = dict(zip([word.text for word in sequence], clauses(sequence, language), strict=True))
    assert numbers[outer] == numbers[sequence[0].text] != numbers[inner]


def test_a_list_is_no_clause() -> None:
    """Articles in a list of people open no relative clause where role nouns follow them."""
    text = "mit dem Minister Abel, der Richterin Berg und anderen."
    sequence = words(text, 0, len(text))
    roles = frozenset(at for at, word in enumerate(sequence) if word.text in {"Minister", "Richterin"})
    assert set(clauses(sequence, "de", roles)) == {0}
