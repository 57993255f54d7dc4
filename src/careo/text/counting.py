"""What the words beside a count say of it: a part of another, up to a day, since a day, and who is counted."""

import re
from collections.abc import Mapping
from functools import cache

from careo.text.lexicon import LANGUAGES, table

_NEAR = 24
"""Code points beside a figure or date in which a word belongs to it."""


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = table(language, "counting")
    before = {name: re.compile(rf"(?<!\w)(?:{words[name]})\s*$", re.IGNORECASE) for name in ("until", "since")}
    part = f"{words['part']}|{words['alone']}"
    return before | {
        "before": re.compile(rf"(?<!\w)(?:{part})\s*$", re.IGNORECASE),
        "behind": re.compile(rf"[\s,(]*(?:{part})(?!\w)", re.IGNORECASE),
        "opening": re.compile(rf"(?:{words['alone']})(?!\w)", re.IGNORECASE),
    }


@cache
def _groups(language: str) -> Mapping[str, re.Pattern[str]]:
    groups = table(language, "counting")["groups"]
    return {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in groups.items()}


def counts_up_to(text: str, at: int, language: str) -> bool:
    """Whether the words right before a date at `at` say that a count runs up to it ("by", "bis zum")."""
    return _before(text, at, language, "until")


def counts_since(text: str, at: int, language: str) -> bool:
    """Whether the words right before a date at `at` say that a count begins there."""
    return _before(text, at, language, "since")


def _before(text: str, at: int, language: str, what: str) -> bool:
    return language in LANGUAGES and _patterns(language)[what].search(text[max(0, at - _NEAR) : at]) is not None


def is_part(text: str, start: int, end: int, language: str, sentence: int) -> bool:
    """Whether a figure at `start:end` is a part of another count, or came on top of one ("two of them", "12 more").

    Args:
        text: the report's.
        start: where the figure begins.
        end: where it ends.
        language: BCP 47 base code.
        sentence: where the figure's sentence begins: one that opens with "alone" counts a part.
    """
    if language not in LANGUAGES:
        return False
    patterns = _patterns(language)
    return (
        patterns["before"].search(text[max(sentence, start - _NEAR) : start]) is not None
        or patterns["behind"].match(text[end : end + _NEAR]) is not None
        or patterns["opening"].match(text[sentence:start]) is not None
    )


def group_of(noun: str | None, language: str) -> str | None:
    """Return who a counted noun names, in a word all languages share ("police"); `None` for people at large."""
    if noun is None or language not in LANGUAGES:
        return None
    found = [name for name, words in _groups(language).items() if words.search(noun)]
    return found[0] if found else None
