"""Laws, decrees, resolutions, articles and cases that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from careo.model.seen import Instrument
from careo.text.lexicon import table
from careo.text.times.dates import find_times

_NUMBER = r"(?:(?-i:[A-Z]{1,3})[- ])?\d[\d.]*(?:,\d{3}(?!\d))*(?:[-/–]\d+)*(?:[-/–][A-Z]+)*"
_DATE_WITHIN = 40
"""Characters between a number and its date: room for "des Kongresses vom"."""


@dataclass(frozen=True, slots=True)
class _Forms:
    article: re.Pattern[str]
    numbered: re.Pattern[str]
    dated: re.Pattern[str]
    bare: re.Pattern[str]
    nouns: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _forms(language: str) -> _Forms:
    lexicon = table(language, "instruments")
    any_noun = "|".join(form for forms in lexicon["nouns"].values() for form in forms)
    article, clause, number, of = (lexicon[key][0] for key in ("article", "clause", "number", "of"))
    mark = rf"(?:{number}\s?)?"
    return _Forms(
        article=_compile(
            rf"{article}\s(?P<article>\d+[a-z]?)(?:,?\s{clause}\s(?P<clause>\d+[a-z]?)|\s?\((?P<round>\d+)\))?"
            rf"(?:,?\s{of}\s?(?:\w+\s)?(?P<noun>{any_noun})(?:\s{mark}(?P<number>{_NUMBER}))?)?"
        ),
        numbered=_compile(rf"(?P<noun>{any_noun})\s{mark}(?P<number>{_NUMBER})"),
        dated=_compile(rf"(?P<noun>{any_noun})(?=\s{of}\s?)"),
        bare=_compile(rf"{lexicon['bare'][0]}(?P<noun>{any_noun})"),
        nouns=tuple((type_, _compile("|".join(forms))) for type_, forms in lexicon["nouns"].items()),
    )


def _compile(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE)


def plain_number(number: str) -> str:
    """Return the number of an instrument without the signs between its thousands: "31.894" is "31894"."""
    return re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", number)


def one_number(one: str, other: str) -> bool:
    """Whether two plain numbers are one, also where one has more parts ("31894", "31894-2023")."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and not long[len(short) : len(short) + 1].isalnum()


def find_instruments(text: str, language: str, start: int, end: int) -> tuple[Instrument, ...]:
    """Return the legal instruments between two offsets, in order, none overlapping.

    An instrument is a noun with a number, with an article, with a date, or after "by" ("by decree"); its span takes
    in the date ("law 31 of 3 March 2024"). Words such as "law" alone are none.
    """
    found: list[Instrument] = []
    for candidate in (*_with_article(text, language, start, end), *_others(text, language, start, end)):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in found):
            found.append(candidate)
    return tuple(sorted(found, key=lambda instrument: instrument.start))


def _with_article(text: str, language: str, start: int, end: int) -> Iterator[Instrument]:
    for match in _forms(language).article.finditer(text, start, end):
        clause = match["clause"] or match["round"]
        article = f"{match['article']} ({clause})" if clause else match["article"]
        type_ = _type_of(match["noun"], language) if match["noun"] else "law"
        yield Instrument(type_, match["number"], article, None, match.group(), match.start(), match.end())


def _others(text: str, language: str, start: int, end: int) -> Iterator[Instrument]:
    forms = _forms(language)
    for match in forms.numbered.finditer(text, start, end):
        made = Instrument(
            _type_of(match["noun"], language), match["number"].rstrip(".").replace(",", "."), None, None,
            match.group().rstrip("."), match.start(), match.start() + len(match.group().rstrip(".")),
        )  # fmt: skip
        yield _dated(text, language, made, end)
    for match in forms.dated.finditer(text, start, end):
        made = Instrument(_type_of(match["noun"], language), None, None, None, match.group(), *match.span())
        dated = _dated(text, language, made, end)
        if dated.date is not None:
            yield dated
    for match in forms.bare.finditer(text, start, end):
        type_ = _type_of(match["noun"], language)
        if type_ in {"decree", "resolution", "law"}:
            yield Instrument(type_, None, None, None, match["noun"], *match.span("noun"))


def _dated(text: str, language: str, instrument: Instrument, end: int) -> Instrument:
    """Take in the date that follows with nothing but a few words between."""
    times = find_times(text, language, instrument.end, min(end, instrument.end + _DATE_WITHIN + 30), anchor=None)
    for time in times[:1]:
        between = text[instrument.end : time.start]
        whole_day = time.precision == "day" and time.first is not None and time.first == time.last
        if whole_day and len(between) <= _DATE_WITHIN and not re.search(r"[,;:.()]|\d", between):
            verbatim = text[instrument.start : time.end]
            return replace(instrument, date=time.first, verbatim=verbatim, end=time.end)
    return instrument


def _type_of(noun: str, language: str) -> str:
    for type_, pattern in _forms(language).nouns:
        if pattern.fullmatch(noun):
            return type_
    return "law"
