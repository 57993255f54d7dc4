"""The date patterns of each language, built from CLDR month and day names and `lang/*/dates.toml`.

Groups: `d1 m1 y1` for the first date, `d2 m2 y2` for the second, by whatever order the language writes them in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.dates import get_day_names, get_month_names

from careo.text.lexicon import table
from careo.text.normalise import fold

_DAY = r"(?P<d{i}>0?[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"(?P<y{i}>(?:1[5-9]|20)\d\d)(?![\d\w])(?![.,:]\d)"
_APART = r"(?:\s+|(?<=['’-]))"
"""What parts a word from a preposition: nothing where that is cut short or hyphenated ("d'avril", "mi-mai")."""
_NUMBER = r"\d{1,3}|[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The names and patterns of one language; each pattern list is tried in order."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ranges: tuple[re.Pattern[str], ...]
    lists: tuple[re.Pattern[str], ...]
    singles: tuple[re.Pattern[str], ...]
    month_ranges: tuple[re.Pattern[str], ...]
    month_pairs: re.Pattern[str]
    month_before: re.Pattern[str]
    month_alone: re.Pattern[str]
    year_ranges: tuple[re.Pattern[str], ...]
    year_word: re.Pattern[str]
    numeric: re.Pattern[str]
    day_first: bool
    relative_units: tuple[tuple[str, int, re.Pattern[str]], ...]
    relative_months: tuple[tuple[int, re.Pattern[str]], ...]
    relative_weekdays: tuple[tuple[int, re.Pattern[str]], ...]
    relative_days: re.Pattern[str]
    days: Mapping[str, int]
    told: Mapping[str, int]
    """Phrases that count days from a day told before."""
    told_days: re.Pattern[str]
    ago: re.Pattern[str]
    ago_units: tuple[tuple[str, re.Pattern[str]], ...]
    rolling: re.Pattern[str]
    will: re.Pattern[str]


def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return month and week-day names with their numbers, Monday 0, from CLDR and the lexicon."""
    months: dict[str, int] = dict(table(language, "dates")["months"])
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, language).items():
                months.setdefault(str(name).rstrip("."), int(number))
    days = get_day_names("wide", "format", language)
    return months, {str(name): int(number) for number, name in days.items()}


def _any(names: Mapping[str, Any]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


class _Parts:
    """The pieces that the patterns of one language are put together from."""

    def __init__(self, language: str) -> None:
        self.words = table(language, "dates")
        self.shape: Mapping[str, str] = self.words["shape"]
        self.months, self.weekdays = _names(language)
        self.full = {str(name): int(number) for number, name in get_month_names("wide", "format", language).items()}
        self.letters = "-i" if self.words["case"] else "i"
        self.weekday = rf"(?:{self.exactly(_any(self.weekdays))}{self.shape['weekday_day']})?"
        self.opener = rf"(?:{self.shape['opener']})?"

    def compile(self, pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.,/-]){pattern}", re.IGNORECASE)

    def exactly(self, pattern: str) -> str:
        """A pattern that heeds capitals where the language writes names of months and days with one."""
        return rf"(?{self.letters}:{pattern})"

    def month(self, i: int) -> str:
        """A month's name; a full stop belongs to it only where the name is shortened."""
        full, short = self.exactly(_any(self.full)), self.exactly(_any(self.months))
        return rf"(?P<m{i}>{full}(?!\w)|{short}(?!\w)\.?)"

    def day(self, i: int) -> str:
        return rf"{_DAY.format(i=i)}{self.shape['ordinal']}"

    def year(self, i: int) -> str:
        return rf"(?:(?:{self.shape['year']}){_YEAR.format(i=i)})?"

    def date(self, i: int, order: str) -> str:
        """A day and month, perhaps with its year."""
        month = self.month(i)
        if order == "dm":
            return rf"{self.day(i)}{self.shape['day_month']}{month}{self.year(i)}"
        return rf"{month}{self.shape['month_day']}{self.day(i)}{self.year(i)}"

    def shared(self, order: str, link: str) -> str:
        """Two days of one month."""
        if order == "dm":
            return rf"{self.day(1)}(?:{link}){self.day(2)}{self.shape['day_month']}{self.month(2)}{self.year(2)}"
        month = rf"{self.month(2)}{self.shape['month_day']}"
        return rf"{month}{self.day(1)}(?:{link}){self.day(2)}{self.year(2)}"

    def month_year(self, i: int, *, needed: bool) -> str:
        year = rf"(?:(?:{self.shape['month_year']}){_YEAR.format(i=i)})"
        return self.month(i) + (year if needed else year + "?")


def _ranges(parts: _Parts) -> tuple[re.Pattern[str], ...]:
    shape = parts.shape
    found = []
    for order in shape["orders"]:
        for opener, link in ((shape["between"], shape["and"]), (parts.opener, shape["to"])):
            two = rf"{opener}{parts.date(1, order)}(?:{link}){parts.weekday}{parts.date(2, order)}"
            found += [parts.compile(two), parts.compile(rf"{opener}{parts.shared(order, link)}")]
    return tuple(found)


def _month_ranges(parts: _Parts) -> tuple[re.Pattern[str], ...]:
    shape = parts.shape
    one, two = parts.month_year(1, needed=False), parts.month_year(2, needed=False)
    return tuple(
        parts.compile(rf"{opener}{one}(?:{link}){two}(?!\s*\d)")
        for opener, link in ((shape["between"], shape["and"]), (parts.opener, shape["to"]))
    )


def _year_ranges(parts: _Parts) -> tuple[re.Pattern[str], ...]:
    shape = parts.shape
    one, two = _YEAR.format(i=1).replace(r"(?![.,:]\d)", ""), _YEAR.format(i=2)
    return (
        parts.compile(rf"{shape['between']}{one}{shape['and']}{two}"),
        parts.compile(rf"{parts.opener}{one}(?:{shape['to']}){two}"),
        parts.compile(rf"{one}/(?P<y2>\d\d)(?!\d)"),
    )


def _directed(parts: _Parts, noun: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return patterns for "last/this/next NOUN" with -1, 0, 1, the word before the noun or after it."""
    words = parts.words["relative"]
    lead = rf"(?:{words['part']})?"
    patterns = (
        (-1, rf"(?:{words['past']})\s+(?:{noun})(?!\w)"),
        (-1, rf"(?:{noun})\s+(?:{words['after_past']})(?!\w)"),
        (1, rf"(?:{words['future']})\s+(?:{noun})(?!\w)"),
        (1, rf"(?:{noun})\s+(?:{words['after_future']})(?!\w)"),
        (0, rf"{lead}(?:{words['this']})\s+(?:{noun})(?!\w)"),
    )
    return tuple((step, re.compile(rf"(?<![\w-]){text}", re.IGNORECASE)) for step, text in patterns)


def _relative_units(parts: _Parts) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    words = parts.words["relative"]
    found: list[tuple[str, int, re.Pattern[str]]] = []
    for unit in ("week", "month", "year"):
        found += [(unit, step, pattern) for step, pattern in _directed(parts, words[unit])]
        bare = rf"(?<!\w)(?:{words['bare_part']})(?:{words[unit]})(?!\w)"
        found.append((unit, 0, re.compile(bare, re.IGNORECASE)))
    found.append(("year", 0, re.compile(rf"(?<!\w)(?:{words['bare_this']})(?!\w)", re.IGNORECASE)))
    return tuple(found)


def _weekdays(parts: _Parts) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return patterns for week days: -1 last, 1 next, 0 without direction. Group `w` is the name."""
    name = rf"(?P<w>{parts.exactly(_any(parts.weekdays))})"
    directed = tuple((step, pattern) for step, pattern in _directed(parts, name) if step)
    before = parts.words["weekday_before"]
    led = rf"{before}\s+" if before else ""
    bare = re.compile(rf"(?<![\w-]){led}{name}(?![\w-])", re.IGNORECASE)
    return (*directed, (0, bare))


@cache
def calendar(language: str) -> Calendar:
    """Return the patterns of a language, built once."""
    parts = _Parts(language)
    shape, relative = parts.shape, parts.words["relative"]
    units = relative["ago_units"]
    any_unit = "|".join(units[key] for key in sorted(units))
    day_month = [parts.date(1, order) for order in shape["orders"]]
    return Calendar(
        months={fold(name): number for name, number in parts.months.items()},
        weekdays={fold(name): number for name, number in parts.weekdays.items()},
        ranges=_ranges(parts),
        lists=tuple(parts.compile(parts.shared(order, rf"{shape['and']}|,\s*")) for order in shape["orders"]),
        singles=(
            *(parts.compile(rf"{parts.weekday}{text}") for text in day_month),
            parts.compile(parts.month_year(1, needed=True)),
        ),
        month_ranges=_month_ranges(parts),
        month_pairs=parts.compile(
            rf"{parts.month_year(1, needed=False)}{shape['and']}{parts.month_year(2, needed=False)}(?!\s*\d)"
        ),
        month_before=re.compile(rf"(?<!\w){shape['month_before']}{_APART}$", re.IGNORECASE),
        month_alone=re.compile(rf"(?<!\w){shape['month_before']}{_APART}{parts.month(1)}", re.IGNORECASE),
        year_ranges=_year_ranges(parts),
        year_word=re.compile(rf"(?<!\w){shape['year_words']}\s+$", re.IGNORECASE),
        numeric=re.compile(rf"(?<![\w.,/-]){shape['numeric']}(?![\w]|[./-]\d)"),
        day_first=shape["numeric_order"] == "dm",
        relative_units=_relative_units(parts),
        relative_months=tuple((step, pattern) for step, pattern in _directed(parts, parts.month(1)) if step),
        relative_weekdays=_weekdays(parts),
        relative_days=re.compile(rf"(?<![\w-])(?:{_any(relative['days'])})(?![\w-])", re.IGNORECASE),
        days={fold(name): step for name, step in relative["days"].items()},
        told={fold(name): step for name, step in relative.get("told", {}).items()},
        told_days=re.compile(rf"(?<![\w-])(?:{_any(relative.get('told', {})) or '(?!)'})(?![\w-])", re.IGNORECASE),
        ago=re.compile(rf"(?<!\w)(?:{relative['ago'].format(n=_NUMBER, u=any_unit)})(?!\w)", re.IGNORECASE),
        ago_units=tuple((key, re.compile(units[key], re.IGNORECASE)) for key in sorted(units)),
        rolling=re.compile(relative["rolling"], re.IGNORECASE),
        will=re.compile(relative["will"], re.IGNORECASE),
    )
