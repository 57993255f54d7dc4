"""Weapons and material named in a text."""

from collections.abc import Sequence
from functools import cache

from careo.model.seen import Equipment
from careo.text.lexicon import table
from careo.text.words import Patterns, Word


@cache
def _lexicon(language: str) -> tuple[Patterns, tuple[str, ...]]:
    rows = [(form, name) for name, forms in table(language, "equipment").items() for form in forms]
    return Patterns(form for form, _ in rows), tuple(name for _, name in rows)


def find_equipment(sequence: Sequence[Word], language: str) -> tuple[Equipment, ...]:
    """Return the weapons, vehicles, aircraft and ships among some words, in order; how many is not read yet."""
    patterns, names = _lexicon(language)
    strict = table(language, "names")["nouns_are_capital"]
    found: dict[int, Equipment] = {}
    for match in patterns.find(sequence):
        first, last = sequence[match.first], sequence[match.last - 1]
        if strict and not first.text[:1].isupper():
            continue
        verbatim = " ".join(word.text for word in sequence[match.first : match.last])
        if last.end - first.start == len(verbatim):
            found[first.start] = Equipment(verbatim, names[match.pattern], None, first.start, last.end)
    return tuple(found[start] for start in sorted(found))
