"""Who wrote an article, from the field of a record that names one person or several."""

import re
from functools import cache

from careo.readers.body import line
from careo.text.lexicon import LANGUAGES
from careo.text.sheet.bearers import is_agency
from careo.text.sheet.layout import words

_PARTS = re.compile(r"\s*[;|/\n]\s*")
_COMMA = re.compile(r"\s*,\s*")
_PARTICLES = frozenset({"da", "de", "di", "von"})
"""In small letters these begin a name."""
_LONGEST, _WORDS = 80, 6
"""What has more characters or words is a sentence about the authors, not a name."""


def people(value: str) -> tuple[str, ...]:
    """Return the persons a byline names, without its "by" and without agencies.

    A comma parts names only where each of them has two words: "Stone, Mary" is one.
    """
    named: list[str] = []
    if "://" in value:
        return ()
    for part in _PARTS.split(line(value.replace("\n", ";")) or ""):
        bare = _by().sub("", part, count=1).strip()
        pieces = [piece for piece in _COMMA.split(bare) if piece and not is_agency(piece)]
        joined = [name for piece in pieces for name in _and().split(piece)]
        if any(len(name.split()) > _WORDS for name in joined):
            continue
        apart = all(" " in name for name in joined)
        named += joined if apart else [", ".join(pieces)]
    return tuple(dict.fromkeys(name for name in named if _is_name(name)))


def _is_name(name: str) -> bool:
    return any(map(str.isalpha, name)) and len(name) <= _LONGEST and "@" not in name and "://" not in name


@cache
def _by() -> re.Pattern[str]:
    known = _all("byline")
    spelt = {form for word in known for form in (word.capitalize(), word.upper(), word)} - _PARTICLES
    return re.compile(rf"^\s*(?:{'|'.join(map(re.escape, sorted(spelt, reverse=True)))})\s*:?\s+(?=\S)")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, _all('joins')))}|&)\s+", re.IGNORECASE)


def _all(key: str) -> list[str]:
    return sorted({word for language in LANGUAGES for word in words(language, "credit", key)}, reverse=True)
