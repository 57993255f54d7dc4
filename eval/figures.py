"""figures: numbers, ordinals, percentages, money, measures and ages against the recognizers_specs, by language.

Which cases count. The files `Number/*/{Number,Ordinal,Percent}Model.json` and `NumberWithUnit/*/{Age,Currency,
Dimension,Temperature}Model.json` of the seven languages do. Left out, by kind and whatever comes out of them:

- files named for a mode of that library (`...Mode`, `...Types`, `...Preview`): other conventions for the same cases;
- results without a number ("percent" alone, "the last one");
- cases with powers (`1e10`, `2^-1`), South Asian scales (lakh, crore), addresses, telephone numbers and dates in
  signs, whose parts that library reads as numbers and careo on purpose does not;
- cases whose minus is parted from its digits by a space: in news that is a dash;
- fractions in words other than a part of one in halves to tenths or hundredths, or a whole number with quarters or
  halves: "a hundred trillionths", "one hundred thirty fifths";
- numbers that mix digits with "hundred" ("3 hundred and 21"), and digits that begin with zeros (0000);
- plain numbers that are one word for "one" which is also the article (un, ein, een, a), on either side;
- angles in radians and turns, and coins by their nicknames.

A result is right where its span and its value are (`exact`), or where the spans meet and the value is right
(`relaxed`); a unit that a table here knows must be right as well. A case is right where all its results are.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from careo.text.numbers.ordinals import find_ordinals
from careo.text.numbers.quantities import Quantity, find_numbers, find_quantities
from careo.text.stretches import overlap
from eval.score import Score, SetMissing, prf, share

_LANGUAGES = {
    "Dutch": "nl", "English": "en", "French": "fr", "German": "de", "Italian": "it", "Portuguese": "pt",
    "Spanish": "es",
}  # fmt: skip
_FILES = {
    "Number": ("Number", "Ordinal", "Percent"),
    "NumberWithUnit": ("Age", "Currency", "Dimension", "Temperature"),
}
_MEASURES = {
    "Percent": {"share"},
    "Currency": {"money"},
    "Age": {"age", "duration"},
}
_NOT_NEWS = re.compile(
    r"\d[.,]?\d*(?:[eE]|\^)[-+]*\d|\d+\.\d+\.\d+\.\d+|\+\d+[- ]\d|\d+/\d+/\d+|(?:^|\s)-\s+\d|\b(?:lakh|crore)s?\b"
)
_MIXED = re.compile(r"\d\s+(?:hundred|cents?\b)", re.IGNORECASE)
_ARTICLES = frozenset({
    "a", "an", "one", "een", "eén", "één", "un", "una", "uno", "une", "um", "uma",
    "ein", "eine", "einer", "einen", "einem", "eines",
})  # fmt: skip
_NOT_UNITS = frozenset({"Turn", "Radian", "Tientje", "Kwartje", "Dubbeltje", "Stuiver", "Satoshi"})
_NEAR = Decimal("1e-6")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A result: characters from `start` to before `end`, its value, its ISO 4217 code where one is given."""

    start: int
    end: int
    value: Decimal
    unit: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One counted case of one file."""

    language: str
    kind: str
    text: str
    wanted: tuple[Wanted, ...]


def cases(data: Path) -> Iterator[Case]:
    """Yield the cases that count, file by file; raises SetMissing where there are none."""
    folder = data / "recognizers_specs"
    paths = [
        (language, kind, folder / group / name / f"{kind}Model.json")
        for group, kinds in _FILES.items()
        for name, language in _LANGUAGES.items()
        for kind in kinds
    ]
    if not any(path.is_file() for _, _, path in paths):
        raise SetMissing("no recognizers_specs/Number*/*/*Model.json in the data folder")
    for language, kind, path in paths:
        if path.is_file():
            for spec in json.loads(path.read_text(encoding="utf-8-sig")):
                if case := _case(language, kind, spec):
                    yield case


def _case(language: str, kind: str, spec: dict[str, object]) -> Case | None:
    """Return the case, `None` where a rule leaves it out."""
    text, results = str(spec["Input"]), spec["Results"]
    assert isinstance(results, list)
    if _NOT_NEWS.search(text):
        return None
    wanted: list[Wanted] = []
    at = 0
    for result in results:
        value = value_of(result["Resolution"].get("value"))
        start, end = _span(text, result, at)
        resolution = result["Resolution"]
        if value is None:
            continue
        if not _in_news(text[start:end], value, resolution.get("subtype")) or (
            kind == "Number" and _MIXED.search(text)
        ):
            return None
        if resolution.get("unit") in _NOT_UNITS:
            return None
        at = end
        if kind == "Number" and is_article(text[start:end]):
            continue
        wanted.append(Wanted(start, end, value, result["Resolution"].get("isoCurrency")))
    return Case(language, kind, text, tuple(wanted))


def _span(text: str, result: dict[str, object], at: int) -> tuple[int, int]:
    """Return the result's span by its text: many cases give no places, some count the character behind as well."""
    start, end = result.get("Start"), result.get("End")
    words = str(result["Text"]).lower().strip()
    words = words if re.fullmatch(r"\d+\.", words) else words.rstrip(".!? ")
    if isinstance(start, int) and isinstance(end, int) and end < len(text) and text[start : end + 1].lower() == words:
        return start, end + 1
    found = text.lower().find(words, at)
    return found, found + len(words)


def value_of(given: object) -> Decimal | None:
    """Return a value as the specs write it, in the signs of either kind of language."""
    try:
        return Decimal(str(given).rstrip("%").replace(",", "."))
    except InvalidOperation:
        return None


def _in_news(words: str, value: Decimal, subtype: object) -> bool:
    """Tell whether a number is written as news may write it; the rules are those of the module's docstring."""
    if any(char.isdecimal() for char in words):
        return not words.startswith("00")
    if subtype == "fraction" and abs(value) >= 1:
        return value >= 1000 or (value * 4 == int(value * 4) and value != int(value))
    return any(abs(value * by - round(value * by)) < _NEAR * 100 for by in (*range(1, 11), 100))


def _found(case: Case) -> list[Wanted]:
    """Return what careo reads in the case, of the kind that its file asks for."""
    text, language = case.text, case.language
    if case.kind == "Number":
        numbers = [one for one in find_numbers(text, language, 0, len(text)) if one.low == one.high]
        return [
            Wanted(one.start, one.end, one.low, None) for one in numbers if not is_article(text[one.start : one.end])
        ]
    if case.kind == "Ordinal":
        return [Wanted(one.start, one.end, one.low, None) for one in find_ordinals(text, language, 0, len(text))]
    return [
        Wanted(one.start, one.end, one.value, one.unit)
        for one in find_quantities(text, language, 0, len(text))
        if _is_kind(one, case.kind)
    ]


def _is_kind(one: Quantity, kind: str) -> bool:
    if kind == "Temperature":
        return one.kind == "temperature"
    return one.measure in _MEASURES[kind] if kind in _MEASURES else one.dimension


def is_article(word: str) -> bool:
    """Tell whether a number in words is the article as well."""
    return word.lower().rstrip("'’") in _ARTICLES


def _same(one: Wanted, other: Wanted) -> bool:
    close = abs(one.value - other.value) <= _NEAR * max(abs(one.value), Decimal("1e-9"))
    return close and (one.unit is None or one.unit == other.unit)


def right(case: Case, found: list[Wanted]) -> tuple[int, int]:
    """Return how many results are right with exact and with relaxed spans."""
    exact = sum(any((w.start, w.end) == (f.start, f.end) and _same(w, f) for f in found) for w in case.wanted)
    relaxed = sum(any(overlap(w, f) and _same(w, f) for f in found) for w in case.wanted)
    return exact, relaxed


def figures(data: Path) -> list[Score]:
    """Return what `spec_scores` counts of careo."""
    return spec_scores(data, _found)


def spec_scores(data: Path, find: Callable[[Case], list[Wanted]]) -> list[Score]:
    """Return exact and relaxed F1, the share of cases all right, and exact F1 by kind, for each language."""
    exact: dict[tuple[str, str], Counter[str]] = {}
    for case in cases(data):
        found = find(case)
        hits, met = right(case, found)
        whole = hits == len(case.wanted) == len(found)
        for kind in ("", case.kind):
            counts = exact.setdefault((case.language, kind), Counter())
            counts.update(right=hits, met=met, found=len(found), gold=len(case.wanted), whole=whole, cases=1)
    scores: list[Score] = []
    for (language, kind), n in sorted(exact.items()):
        if kind:
            scores += prf("figures", "specs", language, (n["right"], n["found"], n["gold"]), label=f"{kind.lower()} ")[
                2:
            ]
        else:
            scores += prf("figures", "specs", language, (n["right"], n["found"], n["gold"]), label="exact ")
            scores += prf("figures", "specs", language, (n["met"], n["found"], n["gold"]), label="relaxed ")[2:]
            scores.append(share("figures", "specs", language, (n["whole"], n["cases"]), "cases right"))
    return scores
