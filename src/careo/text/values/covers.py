"""What a figure covers and up to which day it counts, where the words right behind it say so."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from careo.model.seen import Time
from careo.text.lexicon import table

_FAR = 24
"""Code points from a figure to the date behind "since"."""


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    covers = table(language, "figures")["covers"]
    return {
        "scope": re.compile(rf"[\s,(]*(?P<scope>{covers['scope']})(?!\w)", re.IGNORECASE),
        "since": re.compile(rf"[\s,(]*(?P<since>{covers['since']})\s+$", re.IGNORECASE),
        "as_of": re.compile(rf"(?<!\w)(?:{covers['as_of']})\s+$", re.IGNORECASE),
    }


def scope_behind(text: str, at: int, end: int, times: Sequence[Time], language: str) -> str | None:
    """Return the words at `at` that say what a figure covers ("of them", "so far", "since January"), as written."""
    patterns = _patterns(language)
    for time in times:
        if at < time.start <= at + _FAR and patterns["since"].fullmatch(text, at, time.start):
            return text[at : time.end].lstrip(" ,(")
    match = patterns["scope"].match(text, at, end)
    return match["scope"] if match else None


def as_of_behind(text: str, at: int, end: int, times: Sequence[Time], language: str) -> str | None:
    """Return the day up to which a figure counts, EDTF, where "as of" and a day follow it in its clause."""
    for time in times:
        if at < time.start <= end and time.precision == "day" and time.last and "X" not in time.last:
            words = text[at : time.start]
            if _patterns(language)["as_of"].search(words) and not re.search(r"[.;:]", words):
                return time.last
    return None
