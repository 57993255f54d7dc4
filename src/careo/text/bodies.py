"""Common nouns for bodies ("the government", "Streitkräfte"): what they say and what they do not."""

from careo.text.kinds import body_kind, find_bodies
from careo.text.words import Word

KINDS_SHARED = ("congress", "court", "embassy", "government", "military", "ministry", "police", "prosecution")
"""Kinds of body that mean the same in every language's lexicon."""


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
