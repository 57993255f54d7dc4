"""Whether a sentence asks for something or vows it, so that what it names has not happened by being named."""

from careo.text.lexicon import LANGUAGES
from careo.text.telling.triggers import find_triggers
from careo.text.words import words

_WISHING = frozenset({"demand", "threaten", "promise"})


def is_wished(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word of the sentence at `start:end` demands, threatens or promises."""
    if language not in LANGUAGES:
        return False
    hits = find_triggers(words(text, start, end, language), language, frozenset())
    return any(hit.entry.type == "SAY" and hit.entry.subtype in _WISHING for hit in hits)
