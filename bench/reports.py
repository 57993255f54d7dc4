"""Made-up news reports as web pages: sentences bundled for the evaluation, told otherwise by a seeded table.

A report tells 15 sentences of a happening that others tell too, each with one word in four exchanged and here and there
another figure, and 20 of its own, whose figures and full names are new. No two texts are alike, as no two newsrooms'
are; what they say makes no sense, and is not meant to be read.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any

from careo.text.sentences import split

_EVAL = Path(__file__).parents[1] / "eval"
_SHARED, _OWN = 15, 20
_EXCHANGED, _RECOUNTED = 0.25, 0.15
"""Shares of the words and of the figures of a shared sentence that a report gives otherwise."""
_FIRST_DAY = date(2031, 3, 1)
_FIGURE = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")
_NAME = re.compile(r"\b[A-ZÁÉÍÓÚ][a-zà-ÿ]{2,} [A-ZÁÉÍÓÚ][a-zà-ÿ]{2,}\b")
_PLAIN = re.compile(r"\b[a-zà-ÿ]{4,}\b")
_SYLLABLES = ("ba", "dor", "el", "fin", "gu", "har", "il", "ka", "lem", "mo", "nar", "os", "pel", "ri", "sta", "tov")


@dataclass(frozen=True, slots=True)
class Told:
    """A report before it is a page."""

    language: str
    outlet: str
    published: date
    sentences: tuple[str, ...]
    """The first is the headline."""


def stories(count: int, *, each: int, happenings: int = 1) -> Iterator[tuple[Told, ...]]:
    """Yield so many stories of `each` reports, every story of so many happenings; the same every time."""
    accounts = [_read(path)["reports"] for path in sorted((_EVAL / "accounts").glob("*.json"))]
    stock = _stock(accounts)
    for number in range(count):
        own = random.Random(number)
        matter = [accounts[(number + n) % len(accounts)] for n in range(happenings)]
        yield tuple(_told(n, matter, stock, own) for n in range(each))


def write(folder: Path, reports: Sequence[Told]) -> None:
    """Write a story into a new folder, one page a report."""
    folder.mkdir(parents=True)
    for number, report in enumerate(reports):
        (folder / f"{number:04}.html").write_text(page_of(report), encoding="utf-8")


def _told(
    number: int, matter: Sequence[Sequence[dict[str, Any]]], stock: Mapping[str, Sequence[str]], own: random.Random
) -> Told:
    happening = number % len(matter)
    account = matter[happening][number // len(matter) % len(matter[happening])]
    language = account["language"]
    words = [word for sentence in own.sample(stock[language], 40) for word in _PLAIN.findall(sentence)]
    shared = sorted({0, *own.sample(range(1, len(account["lines"])), _SHARED - 1)})
    lines = [_otherwise(account["lines"][at], words, own) for at in shared]
    for sentence in own.sample(stock[language], _OWN):
        lines.insert(own.randrange(3, len(lines) + 1), _another(sentence, own))
    day = _FIRST_DAY + timedelta(days=happening * 30 + own.randrange(3))
    return Told(language, f"{_invented(own)} {own.randrange(1000)}", day, tuple(lines))


def _otherwise(sentence: str, words: Sequence[str], own: random.Random) -> str:
    def word(match: re.Match[str]) -> str:
        return own.choice(words) if own.random() < _EXCHANGED else match[0]

    def figure(match: re.Match[str]) -> str:
        return str(int(match[0]) + own.randrange(1, 9)) if own.random() < _RECOUNTED else match[0]

    return _FIGURE.sub(figure, _PLAIN.sub(word, sentence))


def _another(sentence: str, own: random.Random) -> str:
    def figure(match: re.Match[str]) -> str:
        return str(own.randrange(2, 2 * int(match[0]) + 10))

    stop = "" if sentence[-1] in '.!?"”»' else "."
    return _FIGURE.sub(figure, _NAME.sub(lambda _: f"{_invented(own)} {_invented(own)}", sentence)) + stop


def _invented(own: random.Random) -> str:
    return "".join(own.sample(_SYLLABLES, 3)).capitalize()


def _stock(accounts: Sequence[Sequence[dict[str, Any]]]) -> Mapping[str, list[str]]:
    """Return the bundled sentences by language."""
    stock: dict[str, list[str]] = {}
    for account in accounts:
        for report in account:
            stock.setdefault(report["language"], []).extend(report["lines"][1:])
    for path in sorted((_EVAL / "sentences").glob("*.txt")):
        stock[path.stem] += [line for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 40]
    for path in sorted((_EVAL / "episodes").glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if (language := row["language"]) in stock:
                text = row.get("text", row["title"]).replace("\n", " ")
                stock[language] += [text[start:end] for start, end in split(text, language)]
    return stock


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def page_of(report: Told) -> str:
    """Return a report as a web page."""
    head, *body = report.sentences
    text = "\n".join(f"<p>{escape(' '.join(body[at : at + 3]))}</p>" for at in range(0, len(body), 3))
    return (
        f'<!DOCTYPE html><html lang="{report.language}"><head><meta charset="utf-8"><title>{escape(head)}</title>'
        f'<meta property="og:site_name" content="{report.outlet}">'
        f'<meta property="article:published_time" content="{report.published}T09:00:00Z"></head><body>'
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{escape(head)}</h1>\n{text}\n'
        f"</article><footer>All rights reserved by {report.outlet}</footer></body></html>"
    )
