"""The words around a number that bound it, join two to a range, or make a name of it, in each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from careo.model.seen import Comparator
from careo.text.lexicon import table
from careo.text.numbers.number_tables import phrases


@dataclass(frozen=True, slots=True)
class Bounds:
    """The words that bound a number, and those that join two to a range, in one language."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    of: Mapping[str, Comparator]
    less: frozenset[str]
    """The phrases that allow any smaller number ("fewer than"), unlike "almost"."""
    rises: re.Pattern[str]
    opener: re.Pattern[str]
    both: re.Pattern[str]
    to: re.Pattern[str]
    changes: re.Pattern[str]
    clock: re.Pattern[str]
    age: re.Pattern[str]
    beside: re.Pattern[str]
    starters: frozenset[str]
    ordinal_stop: bool
    no_count: re.Pattern[str]
    bare: re.Pattern[str]
    """Words before a bare number that make a name of it: minute 89, calle 12."""


def plain_phrase(phrase: str) -> str:
    """Return a phrase as the keys of `Bounds.of` are written."""
    return " ".join(phrase.casefold().replace("’", "'").split())


@cache
def bounds_of(language: str) -> Bounds:
    """Return the words of a language."""
    words = table(language, "figures")
    compare, ranges = words["compare"], words["ranges"]
    signs = [sign for sign in get_args(Comparator) if sign in compare]
    of: dict[str, Comparator] = {plain_phrase(phrase): sign for sign in signs for phrase in compare[sign]}
    after = {plain_phrase(phrase): sign for sign in signs for phrase in compare["after"].get(sign, ())}
    less = {plain_phrase(phrase) for phrase in compare["less"]}
    of |= dict.fromkeys(less, "<")
    every = [*(phrase for sign in signs for phrase in compare[sign]), *compare["less"]]
    fillers = phrases(tuple(compare["fillers"]))
    lasts = [phrase for sign in signs for phrase in compare["after"].get(sign, ())]
    habits = table(language, "sentences")["habits"]
    elliptic = r"-\s+(?:und|oder|en|of|y|o|and|or|bis|tot|to|à|a)\s+"
    return Bounds(
        before=re.compile(rf"(?<![\w-])(?P<words>{phrases(tuple(every))})(?:\s+(?:{fillers}))?\s*$", re.IGNORECASE),
        after=re.compile(rf"\s+(?P<words>{phrases(tuple(lasts))})(?!\w)|(?P<plus>\+)(?!\d)", re.IGNORECASE),
        of={**after, **of},
        less=frozenset(less),
        rises=re.compile(rf"(?<!\w)(?:{compare['rises']})(?!\w)(?:[^,;:()]|,\d)*$", re.IGNORECASE),
        opener=re.compile(rf"(?<!\w){ranges['openers']}\s+$", re.IGNORECASE),
        both=re.compile(ranges["and"], re.IGNORECASE),
        to=re.compile(rf"{ranges['to']}|{elliptic}", re.IGNORECASE),
        changes=re.compile(rf"(?<!\w){ranges['changes']}\s+$", re.IGNORECASE),
        clock=re.compile(rf"(?<![\w.,:])(?:{words['phrase']['clock']})(?!\w)", re.IGNORECASE),
        age=re.compile(rf"(?<!\w)(?:{words['units']['age_before']})\s+$", re.IGNORECASE),
        beside=re.compile(words["ranges"]["beside"], re.IGNORECASE),
        starters=frozenset(table(language, "sentences")["starters"]),
        ordinal_stop="ordinal_stop" in habits,
        no_count=re.compile(words["phrase"]["no_count"], re.IGNORECASE),
        bare=re.compile(rf"(?<![\w-])(?:{words['reference']['bare']})\s+$", re.IGNORECASE),
    )
