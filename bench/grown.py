"""Made-up short reports for a desk of any size: stories of a handful of reports each, over twenty years of days.

A story is one of the bundled accounts retold: words and names of the account are exchanged by one table for the whole
story, so that its reports tell of one thing and no two stories tell of the same. Some names stay, as presidents and
countries recur in the news. What the reports say makes no sense, and is not meant to be read.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bench.reports import Told

_ACCOUNTS = Path(__file__).parents[1] / "eval" / "accounts"
_FIRST_DAY, _DAYS = date(2005, 1, 1), 7300
_SIZES = (1, 2, 3, 4, 5, 5, 6, 7, 8, 9)
"""Reports a story has, one as likely as the other: five on the whole."""
_BESIDE = 5
"""Sentences after the headline of which a report tells two."""
_EXCHANGED, _OWN_WORDS, _KEPT_NAMES = 0.6, 0.15, 0.2
"""Shares of words that a whole story, and that one report of it gives otherwise; of names that stay as they are."""
_NAME = re.compile(r"\b[A-ZÁÉÍÓÚŠČŽ][a-zà-ž]{3,}\b")
_PLAIN = re.compile(r"\b[a-zà-ÿ]{4,}\b")
_SYLLABLES = ("ba", "dor", "el", "fin", "gu", "har", "il", "ka", "lem", "mo", "nar", "os", "pel", "ri", "sta", "tov")


def grown(reports: int) -> Iterator[Told]:
    """Yield so many reports, story after story; more of them begin with the same ones."""
    accounts = [json.loads(path.read_text(encoding="utf-8"))["reports"] for path in sorted(_ACCOUNTS.glob("*.json"))]
    stock = _stock(accounts)
    made = (report for number in count() for report in _story(number, accounts, stock))
    yield from (report for report, _ in zip(made, range(reports), strict=False))


def _story(number: int, accounts: Sequence[Any], stock: Mapping[str, Sequence[str]]) -> Iterator[Told]:
    own = random.Random(number)
    account = accounts[own.randrange(len(accounts))]
    names = Counter(name for report in account for name in set(_NAME.findall(" ".join(report["lines"]))))
    table = {name: _invented(own) for name in sorted(names) if names[name] > 1 and own.random() > _KEPT_NAMES}
    for language in sorted({report["language"] for report in account}):
        for line in (line for report in account if report["language"] == language for line in report["lines"][:6]):
            for word in _PLAIN.findall(line):
                table.setdefault(word, own.choice(stock[language]) if own.random() < _EXCHANGED else word)
    day = _FIRST_DAY + timedelta(days=own.randrange(_DAYS))
    for place in range(own.choice(_SIZES)):
        report = account[place % len(account)]
        words = stock[report["language"]]
        lines = [report["lines"][at] for at in (0, *sorted(own.sample(range(1, _BESIDE + 1), 2)))]
        told = [_otherwise(_NAME.sub(lambda m: table.get(m[0], m[0]), line), table, words, own) for line in lines]
        aside = f"{_invented(own)} {_invented(own)}: {' '.join(own.sample(words, 12))}."
        outlet, days = f"{_invented(own)} {own.randrange(1000)}", own.randrange(3)
        yield Told(report["language"], outlet, day + timedelta(days=days), (*told, aside))


def _otherwise(line: str, table: Mapping[str, str], words: Sequence[str], own: random.Random) -> str:
    def word(match: re.Match[str]) -> str:
        return own.choice(words) if own.random() < _OWN_WORDS else table.get(match[0], match[0])

    return _PLAIN.sub(word, line)


def _invented(own: random.Random) -> str:
    return "".join(own.sample(_SYLLABLES, 4)).capitalize()


def _stock(accounts: Sequence[Any]) -> Mapping[str, list[str]]:
    """Return the plain words of the accounts by language."""
    stock: dict[str, list[str]] = {}
    for report in (report for account in accounts for report in account):
        stock.setdefault(report["language"], []).extend(_PLAIN.findall(" ".join(report["lines"])))
    return {language: sorted(set(words)) for language, words in stock.items()}
