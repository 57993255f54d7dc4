"""What the words beside a count say of it: a part of another, up to a day, since a day, and who is counted."""

import re
from collections.abc import Mapping
from functools import cache

from careo.text.lexicon import LANGUAGES, table

Span = tuple[int, int]

_NEAR = 24
"""Code points beside a figure or date in which a word belongs to it."""

_BETWEEN, _BACK = 40, 120
"""Code points between the words that take a figure back and the figure, and how far back such words may begin."""


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = table(language, "counting")
    before = {name: re.compile(rf"(?<!\w)(?:{words[name]})\s*$", re.IGNORECASE) for name in ("until", "since")}
    return before | {
        "before": re.compile(rf"(?<!\w)(?:{words['part']}|{words['alone']})\s*$", re.IGNORECASE),
        "behind": re.compile(rf"\s*(?:{words['parted']}|{words['alone']})(?!\w)", re.IGNORECASE),
        "opening": re.compile(rf"(?:{words['alone']})(?!\w)", re.IGNORECASE),
        "withdrawn": re.compile(rf"(?<!\w)(?:{words['withdrawn']})(?!\w)([^\d;.!?]{{0,{_BETWEEN}}})$", re.IGNORECASE),
        "renewed": re.compile(rf"(?<!\w)(?:{words['renewed']})(?!\w)", re.IGNORECASE),
        "there": re.compile(rf"(?<!\w)(?:{words['there']})(?!\w)", re.IGNORECASE),
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


def is_part(text: str, figure: Span, sentence: Span, language: str) -> bool:
    """Whether a figure is a part of another count, came on top of one, or counts at a place named elsewhere.

    "Two of them", "12 more", "alone on Monday", "two died there".

    Args:
        text: the report's.
        figure: where the figure begins and ends.
        sentence: where its sentence does.
        language: BCP 47 base code.
    """
    if language not in LANGUAGES:
        return False
    patterns = _patterns(language)
    return (
        patterns["before"].search(text[max(sentence[0], figure[0] - _NEAR) : figure[0]]) is not None
        or patterns["behind"].match(text[figure[1] : figure[1] + _NEAR]) is not None
        or patterns["opening"].match(text[sentence[0] : figure[0]]) is not None
        or patterns["there"].search(text[sentence[0] : sentence[1]]) is not None
    )


def is_withdrawn(text: str, figure: Span, sentence: Span, language: str) -> bool:
    """Whether the words before a figure say that it was given earlier and no longer holds.

    "Corrected its earlier figure of seven", "instead of nine"; not the new one in "raised its earlier figure to nine".

    Args:
        text: the report's.
        figure: where the figure begins and ends.
        sentence: where its sentence does.
        language: BCP 47 base code.
    """
    if language not in LANGUAGES:
        return False
    patterns = _patterns(language)
    found = patterns["withdrawn"].search(text[max(sentence[0], figure[0] - _BACK) : figure[0]])
    return found is not None and patterns["renewed"].search(found[1]) is None


@cache
def _totals(language: str, measure: str) -> re.Pattern[str]:
    toll = table(language, "figures")["cues"][measure]["toll"]
    return re.compile(rf"(?<!\w)(?:{toll}|{table(language, 'counting')['total']})(?!\w)", re.IGNORECASE)


def is_toll(sentence: str, measure: str, language: str) -> bool:
    """Whether a sentence says that its count of a measure is of all so far ("death toll", "so far", "in total")."""
    return language in LANGUAGES and _totals(language, measure).search(sentence) is not None


def group_of(noun: str | None, language: str) -> str | None:
    """Return who a counted noun names, in a word all languages share ("police"); `None` for people at large."""
    if noun is None or language not in LANGUAGES:
        return None
    found = [name for name, words in _groups(language).items() if words.search(noun)]
    return found[0] if found else None
