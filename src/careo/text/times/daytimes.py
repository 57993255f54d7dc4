"""What the words of a time say beside its dates: the day of the week, the part of the day, the hour, "last week".

A report without a date of its own says "Saturday", and its dates stay unknown; another says "Saturday night" or
"29 September". These tell whether two such times may be one, and which of them says more.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from babel.dates import get_day_names

from careo.text.lexicon import LANGUAGES, table
from careo.text.normalise import fold


@dataclass(frozen=True, slots=True)
class DayTime:
    """What a time's words tell; `None` where they do not."""

    weekday: int | None
    """0 for Monday."""
    part: str | None
    """MO MI AF EV NI: morning, noon, afternoon, evening, night."""
    hour: bool
    """Whether a time of the clock is given."""
    week: Literal["past", "this", "next"] | None
    """Which week or weekend is named ("last week")."""


@lru_cache(maxsize=16_384)
def daytime(words: str, language: str) -> DayTime:
    """Read the words of a time; all unknown for an unknown language."""
    if language not in LANGUAGES:
        return DayTime(None, None, False, None)
    told = {name: bool(pattern.search(words)) for name, pattern in _patterns(language).items()}
    weekdays = [n for n in range(7) if told[str(n)]]
    parts = [name for name in ("MO", "AF", "MI", "EV", "NI") if told[name]]
    if parts[:2] == ["AF", "MI"]:  # "Nachmittag" ends in "Mittag"
        parts.remove("MI")
    hour = re.search(table(language, "dates")["clock"], words, re.IGNORECASE) is not None
    turns: tuple[tuple[str, Literal["past", "this", "next"]], ...] = (("p", "past"), ("t", "this"), ("f", "next"))
    week = next((turn for key, turn in turns if told[key]), None) if told["week"] else None
    return DayTime(weekdays[0] if len(weekdays) == 1 else None, parts[0] if len(parts) == 1 else None, hour, week)


def weekday_of(day: str) -> int | None:
    """Return the day of the week of an EDTF day, `None` for any other date."""
    try:
        return date.fromisoformat(day[:10]).weekday()
    except ValueError:
        return None


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    words = table(language, "dates")
    joined = words["joins"]
    after = r"\w*" if joined else r"(?!\w)"
    found = {str(n): re.compile(rf"(?<!\w)(?:{'|'.join(_weekday(n, language))}){after}", re.I) for n in range(7)}
    case = 0 if words["case"] else re.I
    for name in ("MO", "MI", "AF", "EV", "NI"):
        forms = "|".join((*words["dayparts"].get(name, ()), *table(language, "daytimes").get(name, ()))) or r"(?!)"
        inside = rf"|(?<=\w)(?<![Vv]or)(?<![Vv]oor)(?i:{forms})" if joined else ""  # the eve is a day, no evening
        found[name] = re.compile(rf"(?:(?<!\w)(?:{forms}){inside})(?!\w)", case)
    for key, name in (("p", "past"), ("t", "this"), ("f", "future")):
        found[key] = re.compile(rf"(?<!\w)(?:{'|'.join(words['words'][name])})(?!\w)", re.I)
    weeks = "|".join((*words["units"]["week"], *words["units"]["weekend"]))
    found["week"] = re.compile(rf"(?<!\w)(?:{weeks})(?!\w)", re.I)
    return found


def _weekday(n: int, language: str) -> Iterator[str]:
    name = get_day_names("wide", locale=language)[n]
    yield from {re.escape(name), re.escape(fold(name))}
    yield from (form for form, at in table(language, "dates")["weekdays"].items() if at == n)
