"""The words of time: each language's words as tokens of a few kinds, so that one grammar reads them all.

A token's kind is one character; `timerules` writes its patterns over them:

    M month  W weekday  U unit  S season  F feast  D day word (yesterday)  T part of the day  K day told before
    Y year  y year of two digits  Z two years in one (2018/19)  X whole date in digits  x day and month in digits
    n number to 31  N other number  1 "a", "one"  O ordinal  G decade  q quarter or half ("Q3")  v few, several
    p last  f next  t this  e every  k whole  b beginning, middle, end of  g about
    Q within  a ago (before)  A ago (after)  z in (ahead)  I from now  L later  E earlier  C old (an age)
    r from  w between  - to  & and  o of  d the  i in  @ on  m other words before a date  % per
    V another unit, in one word (Vorjahr)
    P now, once, soon  R daily, yearly  J of so many years  , comma  = hyphen inside a word  . sign  _ other word
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from babel.dates import get_day_names, get_month_names

from careo.text.lexicon import table
from careo.text.normalise import fold

KINDS = {
    "past": "p", "after_next": "f", "future": "f", "this": "t", "every": "e", "whole": "k", "about": "g", "few": "v",
    "within": "Q", "ago_before": "a", "ago_after": "A", "ahead_before": "z", "ahead_after": "I", "later": "L",
    "earlier": "E",
    "old": "C", "from": "r", "between": "w", "to": "-", "and": "&", "of": "o", "the": "d", "in": "i", "on": "@",
    "before_date": "m", "per": "%", "one": "1",
}  # fmt: skip
"""The word lists `[words]` of a language, each with the kind of its tokens."""
_WORTH = {"one": 1, "past": -1, "future": 1, "after_next": 2, "this": 0}
"""What the tokens of some lists are worth: a number, or how many units ahead."""
CORE = frozenset("MWUSFDTYyZXxGqKPRJV")
"""Kinds without one of which a sentence has no time."""


class Token(NamedTuple):
    """One word, number or sign."""

    start: int
    end: int
    kind: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, ready for reading."""

    core: frozenset[str]
    """First words, without what cuts them short, of all that tells of time by itself."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Any], ...]]
    """First word of a phrase to the whole phrases with kind and value, longest first."""
    compounds_in: re.Pattern[str]
    compounds: re.Pattern[str] | None
    """Words that are written as one and read as two ("Montagabend")."""
    long: re.Pattern[str] | None
    """Words for "of so many years" ("zweijährig"): groups n and u."""
    names: frozenset[str]
    """Months and weekdays, which need a capital where the language writes one."""
    unsure: frozenset[str]
    """Of those, the ones that also mean something else in lower case."""
    full: frozenset[str]
    """Month names that are not shortened."""
    case: bool
    token: re.Pattern[str]
    ordinal: re.Pattern[str]
    decade: re.Pattern[str]
    will: re.Pattern[str]
    year_word: re.Pattern[str]
    named_month: re.Pattern[str]
    """What stands before a month's name and is part of it ("the month of")."""
    counted_from: re.Pattern[str]
    """What stands between a length and the day that it counts from; groups after and before."""
    told_back: re.Pattern[str]
    """What points back to a time told before ("that year")."""
    clock: re.Pattern[str]
    day_first: bool | None
    month_first: bool
    """Whether a month may come before its day ("May 3")."""


def expand(pattern: str) -> Iterator[str]:
    """Yield the words that a short pattern stands for: `[abc]`, `(a|b)` and `?` after one of them or a letter."""
    parts: list[list[str]] = []
    for match in re.finditer(r"\[([^\]]*)\](\??)|\(([^)]*)\)(\??)|(.)(\??)", pattern):
        choice = list(match[1]) if match[1] else match[3].split("|") if match[3] is not None else [match[5]]
        parts.append([*choice, ""] if match[2] or match[4] or match[6] else choice)
    return ("".join(chosen) for chosen in product(*parts))


_SIGNS = (
    r"[QTKHS][1-4](?!\w)|[^\W\d_]+|[’'‘]\d\d(?!\d)|\d{4}-\d\d-\d\d(?!\d)|"
    r"\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d+(?:[.,:/]\d+)*|[^\w\s]|_"
)


def _entries(language: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every word or phrase of a language with its kind and value."""
    words = table(language, "dates")
    for name, kind in KINDS.items():
        for pattern in words["words"].get(name, ()):
            yield pattern, kind, _WORTH.get(name)
    for group, kind in (("days", "D"), ("told", "K"), ("ordinals", "O"), ("numbers", "n"), ("decades", "G"),
                        ("months", "M"), ("weekdays", "W"), ("shifts", "V")):  # fmt: skip
        yield from ((pattern, kind, value) for pattern, value in words[group].items())
    for group, kind in (("units", "U"), ("seasons", "S"), ("dayparts", "T"), ("refs", "P"), ("sets", "R"),
                        ("feasts", "F"), ("parts", "b"), ("lengths", "J")):  # fmt: skip
        for value, patterns in words[group].items():
            yield from ((pattern, kind, (None, value) if kind == "J" else value) for pattern in patterns)


def _calendar_names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return month names, full and short, and weekday names with their numbers (Monday 0), from CLDR."""
    months: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, language).items():
                months.setdefault(str(name).rstrip("."), int(number))
    days = get_day_names("wide", "format", language)
    return months, {str(name): int(number) for number, name in days.items()}


@cache
def time_words(language: str) -> Words:
    """Return the words of a language, built once."""
    data = table(language, "dates")
    months, days = _calendar_names(language)
    token = re.compile((r"[^\W\d_]{1,7}[’'](?=\w)|" if data["elides"] else "") + _SIGNS)
    entries = [*_entries(language), *((n, "M", v) for n, v in months.items()), *((n, "W", v) for n, v in days.items())]
    phrases: dict[str, dict[tuple[str, ...], tuple[str, Any]]] = {}
    for pattern, kind, value in entries:
        for text in expand(pattern) if kind not in "MW" else (pattern,):
            for form in {text.casefold(), fold(text)}:
                pieces = _pieces(form, token)
                phrases.setdefault(pieces[0], {}).setdefault(pieces, (kind, value))
    parted = _alternatives(days) if data.get("joins") else ""
    parts = "|".join(text for name in data["dayparts"].values() for pattern in name for text in expand(pattern))
    full = frozenset(str(name).casefold() for name in get_month_names("wide", "format", language).values())
    telling = ((first, *meant) for first, same in phrases.items() for meant in same.values())
    return Words(
        core=frozenset(first.rstrip("'") for first, kind, _ in telling if kind in CORE),
        phrases={
            first: tuple((words, *meant) for words, meant in sorted(same.items(), key=lambda item: -len(item[0])))
            for first, same in phrases.items()
        },
        compounds_in=re.compile(rf"\b(?:{parted})(?:{parts})\b" if parted else "(?!)", re.IGNORECASE),
        compounds=re.compile(rf"(?:{parted})(?=(?:{parts})$)", re.IGNORECASE) if parted else None,
        long=re.compile(data["long"], re.IGNORECASE) if data.get("long") else None,
        names=frozenset(name.casefold() for pattern, kind, _ in entries if kind in "MW" for name in (pattern,)),
        unsure=frozenset(data["unsure"]),
        full=full | {fold(name) for name in full},
        case=data["case"],
        token=token,
        ordinal=re.compile(data["ordinal"], re.IGNORECASE),
        decade=re.compile(data["decade"], re.IGNORECASE),
        will=re.compile(data["will"], re.IGNORECASE),
        year_word=re.compile(rf"(?<!\w)(?:{data['year_words']})\s+$", re.IGNORECASE),
        named_month=re.compile(rf"(?<!\w)(?:{data['named_month']})", re.IGNORECASE),
        counted_from=re.compile(data["counted_from"], re.IGNORECASE),
        told_back=re.compile(data["told_back"], re.IGNORECASE),
        clock=re.compile(data["clock"], re.IGNORECASE),
        day_first={"dm": True, "md": False}.get(data["numeric_order"]),
        month_first=data["month_first"],
    )


def _pieces(form: str, token: re.Pattern[str]) -> tuple[str, ...]:
    """Cut a phrase as a text is cut; a word that ends cut short stands before another one."""
    found = [match.group().replace("’", "'") for match in token.finditer(form + "x" * form.endswith("'"))]
    return tuple(found[:-1] if form.endswith("'") else found)


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
