"""What `trace` asks of reports of two outlets: where one names the other's outlet and tells its news.

The outlet's name alone proves nothing: the sentence that names it, or one beside it, must have something to do with a
sentence of the other report, by its words, its figures or its meaning.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from careo.engines.base import Vector
from careo.stages.tracing.borrowed import Match, Sheet
from careo.text.lexicon import LANGUAGES
from careo.text.normalise import fold
from careo.text.passages import Passage
from careo.text.sheet.layout import words

_ARTICLES = frozenset(
    {
        "a", "das", "de", "der", "die", "el", "gli", "het", "i", "il", "l", "la", "las", "le", "les", "lo", "los",
        "o", "os", "the",
    }
)  # fmt: skip
_FEWEST = 3
"""Letters of a name."""
_TELLING, _BEGINS = 5, 6
"""Letters from which a word tells something, and by which its forms, and names in two languages, are known."""
_NEAR = 0.4
"""Cosine of a sentence and what it reports of another: half of the quotations made of `ntrex` and `meantime` reach .60,
and one in ten of the sentences of independent reports on one matter that are each other's nearest .63."""
_WORDS = 4
_WITH_FIGURE = 2
"""Telling words in common that are enough: without a figure in common, and with one."""


def may_cite(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, Sheet]]:
    """Yield the pairs of reports of which the second has the outlet of the first somewhere in its text."""
    texts = [sheet.report.text.lower() for sheet in sheets]
    for first in sheets:
        known = [name.lower() for name in _known(first)]
        for last, told in zip(sheets, texts, strict=True):
            if last is not first and any(name in told for name in known):
                yield first, last


def _known(sheet: Sheet) -> list[str]:
    """Return what the outlet of a report is called."""
    publisher = sheet.report.publisher or ""
    return [name for name in (_name(publisher), _initials(publisher)) if name]


def cited(first: Sheet, last: Sheet, vectors: Mapping[str, Vector]) -> tuple[Match, ...]:
    """Return the sentences of the first report that the last one gives under the name of the first one's outlet."""
    known = _known(first)
    if not known or _outlet(first) == _outlet(last):
        return ()
    names = _named(known)
    naming = [n for n, passage in enumerate(last.passages) if names.search(passage.text)]
    found = (_best(first, last, n, vectors) for n in naming)
    return tuple(match for match in found if match)


def _outlet(sheet: Sheet) -> str:
    return fold(sheet.report.publisher or "")


@lru_cache(maxsize=1024)
def _name(publisher: str) -> str | None:
    """Return an outlet's name but for its article and the word for an agency, `None` where too little is left."""
    parts = publisher.split()
    while len(parts) > 1 and fold(parts[0]) in _ARTICLES | _agency_words():
        parts = parts[1:]
    name = " ".join(parts)
    return name if len(name) >= _FEWEST else None


def _initials(publisher: str) -> str | None:
    """Return what an outlet of three words or more is called for short ("Agence Presse-Atlantique": APA)."""
    initials = "".join(word[0] for word in re.split(r"[\s-]+", publisher) if word[:1].isupper())
    return initials if len(initials) >= _FEWEST else None


def _named(names: Sequence[str]) -> re.Pattern[str]:
    """Return what finds the names, also in a genitive; one word alone may be a common one, so its capital counts."""
    forms = [rf"(?i:{re.escape(name)})" if " " in name else re.escape(name) for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})s?(?!\w)")


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(fold(word) for language in LANGUAGES for word in words(language, "credit", "agency"))


def _best(first: Sheet, last: Sheet, at: int, vectors: Mapping[str, Vector]) -> Match | None:
    """Return the sentence of the first report that is most like the one naming it, or else one beside that."""
    own = set(_telling(first.report.publisher or ""))
    for here in (place for place in (at, at + 1, at - 1) if 0 <= place < len(last.passages)):
        liked = [(_like(passage, last.passages[here], own, vectors), -n) for n, passage in enumerate(first.passages)]
        score, place = max(liked, default=(0.0, 0))
        if score:
            return Match(-place, here, 0, 0.0, round(score, 3))
    return None


def _like(one: Passage, other: Passage, names: set[str], vectors: Mapping[str, Vector]) -> float:
    """Return how much two sentences have to do with each other, 0 where it is not enough."""
    mine, theirs = set(_telling(one.text)) - names, set(_telling(other.text)) - names
    common = mine & theirs
    figures = any(word.isdigit() for word in common)
    if len(common) >= (_WITH_FIGURE if figures else _WORDS):
        return min(1.0, len(common) / max(1, min(len(mine), len(theirs))))
    if one.text in vectors and other.text in vectors:
        cosine = float(vectors[one.text] @ vectors[other.text])
        return cosine if cosine >= _NEAR else 0.0
    return 0.0


@lru_cache(maxsize=4096)
def _telling(text: str) -> tuple[str, ...]:
    every = re.findall(r"\w+", fold(text))
    return tuple(word[:_BEGINS] for word in every if len(word) >= _TELLING or (word.isdigit() and len(word) > 1))
