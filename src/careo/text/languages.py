"""Which language a text is written in, as a whole and line by line."""

from collections.abc import Iterable
from functools import lru_cache

import py3langid
from babel import Locale

from careo.text.lexicon import LANGUAGES

_LEAST_LETTERS = 12
"""Below a dozen letters the answer is chance: bare names such as "Lima" come out as any of 97 languages."""
_ENOUGH = 4000
"""Code points looked at: a page of prose settles it, and the rest costs time."""
_NEAR = 6.0
"""A language we have goes before a rarer one that is no more likely than this (log probability)."""
_LINE_LETTERS, _SURELY, _RARELY = 40, 15.0, 40.0
"""A line of so many letters tells its own language where that is likelier than the report's by so much (log
probability). Of 3,300 news sentences (NTREX, five languages) none was taken for another language by more than 7.1;
laid into a report in another one, 98 % of the sentences of 40 to 120 letters stand out by more than 21. One we have
no words for must stand out more, and a row of names tells nothing."""
_PROSE = 5
"""Words without a capital that a line of prose has; scripts without capitals write nothing else."""


def identify(text: str) -> str:
    """Return the BCP 47 base code of the text's language, `und` where it cannot be told."""
    sample = text[:_ENOUGH]
    if sum(char.isalpha() for char in sample) < _LEAST_LETTERS:
        return "und"
    ranked = _ranked(sample)
    code, best = ranked[0]
    known = next((one for one, score in ranked if one in LANGUAGES and best - score <= _NEAR), None)
    return "und" if code == "zxx" else known or code


def without_rules(language: str) -> str:
    """Return why nothing is taken from a report in a language without words here, what is done with it, the mend."""
    if language == "und":
        return "its language could not be told: kept as text, nothing is taken from it; longer text may tell"
    name = Locale("en").languages.get(language, "an unknown language")
    return (
        f"no rules for {name} ({language}): read, dated and grouped, but no names, figures or statements are taken from"
        " it (docs/how-to/add-a-language.md)"
    )


def spoken(lines: Iterable[str], main: str) -> tuple[str | None, ...]:
    """Return for each line the language it is in: the report's, another that is sure, `None` where it does not tell."""
    return tuple(_spoken(line, main) for line in lines)


def _spoken(line: str, main: str) -> str | None:
    sample = line[:_ENOUGH]
    if main == "und" or sum(_weight(char) for char in sample if char.isalpha()) < _LINE_LETTERS:
        return None
    ranked = _ranked(sample)
    code, best = ranked[0]
    own = next((score for one, score in ranked if one == main), None)
    if code == main:
        return main
    surely = _SURELY if code in LANGUAGES else _RARELY
    prose = sum(word[0].isalpha() and not word[0].isupper() for word in sample.split()) >= _PROSE or not _cased(sample)
    return code if code != "zxx" and prose and (own is None or best - own >= surely) else None


@lru_cache(maxsize=256)  # a page asks for its lines again and again
def _ranked(text: str) -> tuple[tuple[str, float], ...]:
    return tuple((str(code), float(score)) for code, score in py3langid.rank(text))


def _weight(letter: str) -> int:
    return 3 if letter >= "\u2e80" else 1  # a sign for a syllable or a word


def _cased(text: str) -> bool:
    return text.lower() != text.upper()
