"""The number words of one language that are no plain cardinals, ready for matching: vague words, scales, halves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from careo.text.lexicon import table
from careo.text.numbers.number_words import folded

_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = "(?:other|more|weitere[nr]?|andere|autres|otr[oa]s|outr[oa]s|altri)"
"""What may stand between a number and its scale word: "six autres millions"."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """What `numbers` and `words` of `figures.toml` say."""

    vague: tuple[tuple[re.Pattern[str], Decimal, Decimal | None, bool], ...]
    some_vague: re.Pattern[str]
    """All the vague words in one, to tell quickly that none is there."""
    starts: tuple[str, ...]
    """What a vague word or a half begins with."""
    scale: re.Pattern[str]
    scales: Mapping[str, Decimal]
    halves: re.Pattern[str]
    half: Mapping[str, Decimal]
    glued_half: re.Pattern[str]
    """"zweieinhalb": a number and a half in one word."""
    glued_ends: tuple[str, ...]
    """What such a word ends in, folded."""
    half_of: re.Pattern[str]
    and_half: re.Pattern[str]
    articles: frozenset[str]
    parts: Mapping[str, Decimal]
    ordinals: frozenset[str]
    minus: re.Pattern[str]
    point: re.Pattern[str]
    joined: re.Pattern[str]
    of: re.Pattern[str]
    percent: re.Pattern[str]


def phrases(words: Mapping[str, Any] | tuple[str, ...]) -> str:
    """Return a pattern for any of the phrases, longest first; a space matches any white space."""
    ordered = sorted(words, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or r"(?!)"


@cache
def words_of(language: str) -> NumberTable:
    """Return the table of a language."""
    numbers, words = table(language, "figures")["numbers"], table(language, "figures")["words"]
    many = numbers["many"]
    vague = tuple(
        (
            re.compile(rf"(?<!\w)(?:(?:{many})\s+)?(?P<word>{entry['pattern']})(?!\w)", re.IGNORECASE),
            Decimal(entry["low"]),
            Decimal(entry["high"]) if "high" in entry else None,
            bool(entry.get("weak", False)),
        )
        for entry in numbers["vague"]
    )
    scales = {key: Decimal(str(value)) for key, value in numbers["scales"].items()}
    half = {key: Decimal(str(value)) for key, value in numbers["halves"].items()}
    openings = [
        many,
        re.sub(r"\(\?<[^)]*\)", "", words["half_of"]),
        *(entry["pattern"] for entry in numbers["vague"]),
        *half,
    ]
    firsts = [_WORD.search(choice) for opening in openings for choice in opening.split("|")]
    return NumberTable(
        vague,
        re.compile(
            rf"(?:(?:{many})\s+)?(?:{'|'.join(entry['pattern'] for entry in numbers['vague'])})(?!\w)", re.IGNORECASE
        ),
        tuple({folded(first.group()): None for first in firsts if first}),
        re.compile(rf"[ \u00a0]*(?:{_OTHERS}\s+)?(?P<word>{phrases(scales)})(?!\w)", re.IGNORECASE),
        scales,
        re.compile(rf"(?<!\w)(?P<word>{phrases(half)})(?!\w)", re.IGNORECASE),
        half,
        re.compile(
            rf"([^\W\d_]+)(?:{phrases(tuple(words['halves']))})(?!\w)" if words["glue"] else "(?!)", re.IGNORECASE
        ),
        tuple(map(folded, words["halves"])) if words["glue"] else (),
        re.compile(rf"(?:{words['half_of']})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?:{numbers['and_half']})(?!\w)", re.IGNORECASE),
        frozenset(numbers["articles"]),
        {folded(word): Decimal(value) for word, value in words["parts"].items()},
        frozenset(folded(word) for word in words["ordinals"]),
        re.compile(rf"(?<!\w)(?:{words['minus']})[ \u00a0]+$", re.IGNORECASE),
        re.compile(rf"[ \u00a0]+(?:{phrases(words['point'])})[ \u00a0]+", re.IGNORECASE),
        re.compile(rf"[ \u00a0]+(?:{phrases(words['with'])})[ \u00a0]+", re.IGNORECASE),
        re.compile(rf"[ \u00a0]+(?:{words['of']})(?:[ \u00a0]+|(?<=['’]))", re.IGNORECASE),
        re.compile(rf"[ \u00a0]+(?:{table(language, 'figures')['units']['percent']})", re.IGNORECASE),
    )
