"""Common nouns for bodies ("the government", "Streitkräfte"): what they say and what they do not."""

from collections.abc import Iterable

from careo.text.names.kinds import body_kind, find_bodies
from careo.text.words import Word

KINDS_SHARED = ("congress", "court", "embassy", "government", "military", "ministry", "police", "prosecution")
"""Kinds of body that mean the same in every language's lexicon."""

_WHOLE = frozenset({
    "ag", "airline", "airlines", "airways", "automotive", "banca", "banco", "bancorp", "bank", "bankengruppe",
    "banque", "co", "companies", "company", "compania", "compagnia", "compagnie", "computer", "corp", "corporation",
    "electronics", "energy", "enterprises", "entertainment", "foods", "gas", "group", "groep", "grupo", "groupe",
    "gruppe", "gruppo", "holding", "holdings", "inc", "industrie", "industries", "international", "konzern", "llc",
    "limited", "ltd", "management", "mining", "motor", "motors", "networks", "nv", "oil", "pharma",
    "pharmaceuticals", "partners", "petroleum", "plc", "resources", "sa", "semiconductor", "software", "solutions",
    "spa", "steel", "stores", "studios", "systems", "technologies", "technology", "telecom", "trading",
    "unternehmensgruppe", "werke",
})  # fmt: skip
"""Words in the names of companies that say what all of it does or is; what is left out in short ("Acme Motors": Acme).
Words for a part of it ("Military", "Europe", "Foundation") are none."""


def adds_nothing(words: Iterable[str]) -> bool:
    """Whether folded words at the end of a company's name only say what all of it is."""
    return all(word in _WHOLE for word in words)


def is_generic(phrase: str, language: str) -> bool:
    """Whether a phrase is a body's common noun and nothing else: it names nobody outside its own report."""
    if sum(letter.isupper() for letter in phrase) > len(phrase.split()):
        return False  # an acronym
    words = tuple(Word(0, len(part), part, part.lower()) for part in phrase.split())
    found = find_bodies(words, language)
    return len(found) == 1 and (found[0].first, found[0].last) == (0, len(words))


def shared_kind(phrase: str, language: str) -> str | None:
    """Return which kind of body a phrase speaks of, in a word shared by all languages, or `None`."""
    kind = body_kind(phrase, language)
    return kind if kind in KINDS_SHARED else None
