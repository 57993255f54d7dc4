"""Units of measure and money behind a number, in the words of each language, and their conversion for comparing.

Names come from CLDR (through babel), with the plurals and adjectives it has; what it lacks stands in `units` of
`figures.toml`. A unit is shown as the report gives it; `comparable` converts only where two are laid side by side.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

from careo.model.seen import Figure
from careo.text.lexicon import table
from careo.text.numbers.number_words import folded
from careo.text.numbers.numerals import Numeral, find_numerals
from careo.text.numbers.unit_tables import BASE, CURRENCY_SIGNS, DOLLARS, TELLING, UNITS


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that stands in the text up to `end`."""

    end: int
    measure: str
    """money, share, age, duration, mass, distance; `count` for any other."""
    code: str | None
    """ISO 4217 code, SI symbol or the like; `None` for money of which several countries have one (peso)."""
    kind: str
    """The dimension: length, mass, area, volume, temperature, ..., money, share, time."""


_KINDS = {"length": "distance", "mass": "mass"}
"""Measures of their own; other dimensions are counted in their unit."""

_SYMBOLS = re.compile(
    "[ \u00a0\u202f-]?(?:"
    + "|".join(f"(?P<_{at}>{unit[3]})" for at, unit in enumerate(UNITS.values()) if unit[3])
    + r")(?![\w²³^/°])"
)
_BY_GROUP = {f"_{at}": key for at, key in enumerate(UNITS)}
_MONEY_AFTER = re.compile(
    r"[ \u00a0]?(?:(?P<code>[A-Z]{3})\$?(?!\w)|(?P<dollar>(?:US|CA?|AU?|R|HK)\$"
    r"|\$[ \u00a0]?(?i:usd?|cad?|can|c|hk|au)(?!\w))|(?P<sign>[€£$₹₽₺₴元₡₿฿₫₦¥₩₪]))(?![ \u00a0]?\d)"
)
_PHRASE = re.compile(r"[ \u00a0\u202f]?-?[ \u00a0\u202f]?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-](?=[^\W\d_])[^\W\d_]+)*")
_LONGEST = 5
"""Words in the longest name of a unit that is tried."""
_XS = frozenset({"XAF", "XOF", "XCD", "XPF"})
_NO_CODES = frozenset({"ALL", "TOP", "CUP", "MOP", "MAD", "XXX", "XTS"})
"""Codes that are English words in capitals, or stand for no money."""


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """Return a word without the endings of plural, gender and case, as long as four letters are left."""
    plain = folded(word)
    return next((plain[: -len(end)] for end in _ENDINGS if plain.endswith(end) and len(plain) >= len(end) + 4), plain)


_ENDINGS = ("en", "es", "os", "as", "ns", "s", "n", "e", "a", "o", "i")


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in _WORD.findall(phrase))


@cache
def _names(language: str) -> Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return name to (kind, code), from CLDR; a name of two units keeps both."""
    found: dict[tuple[str, ...], dict[tuple[str, str], None]] = {}
    for name, unit in UNITS.items():
        for number in (1, 2, 5):
            if key := _key(format_unit(number, name, "long", locale=language)):
                found.setdefault(key, {})[(name.split("-")[0], unit[0])] = None
    for code, currency in Locale.parse(language).currencies.items():
        if code.startswith("X") and code not in _XS:
            continue  # metals, and money of account
        names = {currency, *(get_currency_name(code, number, language) for number in (1, 2, 5))}
        for words in sorted(names):
            if "(" not in words and (key := _key(words)):
                found.setdefault(key, {})[("money", code)] = None
    for noun, codes in sorted(_nouns(found, language).items()):
        if noun not in found and codes & TELLING:
            found[noun] = {("money", min(codes) if len(codes) == 1 else ""): None}
    return {key: tuple(readings) for key, readings in found.items()}


def _nouns(
    found: Mapping[tuple[str, ...], Mapping[tuple[str, str], None]], language: str
) -> Mapping[tuple[str, ...], set[str]]:
    """Return the noun of each currency's name and the codes that have it: the last word in Germanic languages."""
    at = -1 if language in ("de", "en", "nl") else 0
    nouns: dict[tuple[str, ...], set[str]] = {}
    for key, readings in found.items():
        for kind, code in readings:
            if kind == "money":
                nouns.setdefault((key[at],), set()).add(code)
    return nouns


@cache
def _own(language: str) -> tuple[tuple[str, str | None, str, re.Pattern[str]], ...]:
    """Return measure, code, kind and pattern of the names that CLDR lacks, the more telling first."""
    units = table(language, "figures")["units"]
    found: list[tuple[str, str | None, str, str]] = [
        ("share", "%", "share", units["percent"]),
        ("count", "pp", "points", units["points"]),
        ("age", "a", "time", units["aged"]),
        ("money", None, "cents", units["cents"]),
    ]
    found += [("money", code or None, "money", pattern) for code, pattern in units["money"].items()]
    for code, pattern in units["symbols"].items():
        kind = next((name.split("-")[0] for name, unit in UNITS.items() if unit[0] == code), "time")
        measure = "duration" if kind == "time" else _KINDS.get(kind, "count")
        found.append((measure, code, kind, pattern))
    return tuple(
        (measure, code, kind, re.compile(rf"[ \u00a0\u202f'’]?-?(?:{text})(?:(?<=%)|(?![\w²³]))", re.IGNORECASE))
        for measure, code, kind, text in found
    )


@cache
def _any_own(language: str) -> re.Pattern[str]:
    """Return one pattern that matches where any of `_own` does, to tell quickly that none is there."""
    return re.compile("|".join(pattern.pattern for *_, pattern in _own(language)), re.IGNORECASE)


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that a text in capitals may mean."""
    codes = map(str, Locale.parse("en").currencies)
    return frozenset(code for code in codes if not code.startswith("X") or code in _XS) - _NO_CODES


def units_after(text: str, at: int, end: int, language: str) -> tuple[Unit, ...]:
    """Return the readings of the longest unit that stands at `at`; several where a word means several (pound)."""
    found = []
    if _any_own(language).match(text, at, end):
        found = [
            Unit(match.end(), measure, code, kind)
            for measure, code, kind, pattern in _own(language)
            if (match := pattern.match(text, at, end))
        ]
    if match := _SYMBOLS.match(text, at, end):
        key = _BY_GROUP[str(match.lastgroup)]
        kind = key.split("-")[0]
        found.append(Unit(match.end(), _KINDS.get(kind, "count"), UNITS[key][0], kind))
    if money := _money_after(text, at, end, language):
        found.append(money)
    found += _named(text, at, end, language)
    if not found:
        return ()
    last = max(unit.end for unit in found)
    kept: dict[str, Unit] = {}
    for unit in found:
        if unit.end == last:
            kept.setdefault(unit.kind, unit)
    if "angle" in kept:
        return _degrees(text, kept["angle"], language)
    if "time" in kept and (old := _hints(language)["old"].match(text, last, end)):
        return (replace(kept["time"], end=old.end(), measure="age"),)
    return tuple(kept.values())


@cache
def _hints(language: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns that tell an age from a duration, an angle from a temperature."""
    units = table(language, "figures")["units"]
    return {
        name: re.compile(rf"{units[name]}" + ("(?!\\w)" if name == "old" else ""), re.IGNORECASE)
        for name in ("old", "angle", "heat")
    }


def _degrees(text: str, unit: Unit, language: str) -> tuple[Unit, ...]:
    """Return degrees as an angle, as a temperature of an unknown scale, or as both, by the words around."""
    hints = _hints(language)
    around = text[max(0, unit.end - 80) : unit.end + 60]
    heat = replace(unit, kind="temperature", code="°")
    if hints["heat"].search(around):
        return (heat,)
    return (unit,) if hints["angle"].search(around) else (unit, heat)


def _money_after(text: str, at: int, end: int, language: str) -> Unit | None:
    match = _MONEY_AFTER.match(text, at, end)
    if match is None or (match["code"] and match["code"] not in currency_codes()):
        return None
    signs = table(language, "figures")["units"]["signs"]
    if match["dollar"]:
        return Unit(match.end(), "money", DOLLARS[match["dollar"].strip("$ \u00a0").lower()], "money")
    code = match["code"] or signs.get(match["sign"]) or CURRENCY_SIGNS.get(match["sign"])
    return Unit(match.end(), "money", code or None, "money")


def unit_at(text: str, at: int, end: int, language: str) -> Unit | None:
    """Return the unit at `at`; of a word with two meanings the money ("pounds")."""
    found = units_after(text, at, end, language)
    return next((unit for unit in found if unit.kind == "money"), found[0] if found else None)


def _named(text: str, at: int, end: int, language: str) -> list[Unit]:
    """Return the units that CLDR names at `at`, the longest name."""
    gap = _PHRASE.match(text, at, end)
    if gap is None or (gap.end() == at and text[at - 1 : at].isalpha()):
        return []
    key: list[str] = []
    ends: list[int] = []
    here = gap.end()
    while len(key) < _LONGEST and (word := _WORD.match(text, here, end)):
        key.append(_stem(word.group()))
        ends.append(word.end())
        here = word.end() + 1
        if text[word.end() : here] not in (" ", "\u00a0"):
            break
    names = _names(language)
    for length in range(len(key), 0, -1):
        if readings := names.get(tuple(key[:length])):
            return [
                Unit(ends[length - 1], "money" if kind == "money" else _KINDS.get(kind, "count"), code or None, kind)
                for kind, code in readings
            ]
    return []


@cache
def _partitive(language: str) -> re.Pattern[str]:
    words = table(language, "figures")["phrase"]["partitive"]
    return re.compile(rf"\s+(?:{words})(?:(?=\s)|(?<=['’]))", re.IGNORECASE)


def of_unit(text: str, numeral: Numeral, end: int, language: str) -> int:
    """Return where the unit of a number starts: behind the "of" of "37 millions of dollars", "1/4 of a mile"."""
    if numeral.scaled or numeral.fraction or numeral.low >= 1000:
        match = _partitive(language).match(text, numeral.end, end)
        return match.end() if match else numeral.end
    return numeral.end


_CHANGE = re.compile(r"\s+(?:(?P<and>and|und|en|y|con|com|et|e)\s+)?(?=[\d\w])", re.IGNORECASE)


_LAST = re.compile(r"[.!?]?\s*$")
_MORE = re.compile(r"[ \u00a0]?[\w$€£%]|-\w")


def small_change(text: str, at: int, end: int, language: str) -> tuple[Decimal, int] | None:
    """Return the cents behind an amount of money and where they end: "5 dollars and 20 cents", "5 euro 20"."""
    match = _CHANGE.match(text, at, end)
    numerals = find_numerals(text, language, match.end(), min(end, match.end() + 30)) if match else ()
    if match is None or not numerals or numerals[0].start != match.end() or not 0 < numerals[0].low < 100:
        return None
    one = numerals[0]
    if one.low != one.high or one.low != int(one.low):
        return None
    for unit in units_after(text, one.end, end, language):
        if unit.kind == "cents":
            return one.low / 100, unit.end
    joined = match["and"] not in (None, "con", "com")
    bare = one.low >= 10 and not (
        _LAST.match(text, one.end, end) is None if joined else _MORE.match(text, one.end, end)
    )
    return (one.low / 100, one.end) if bare else None


def comparable(figure: Figure) -> Figure:
    """Return a figure in its base unit (m, kg, m2, m3, d, °C, ...), for comparing only, never for showing.

    Money stays in its currency, and a unit without a base as it is. What the text gave exactly becomes "about": who
    writes 10 miles for 16 km has rounded.
    """
    base, factor = BASE.get(figure.unit or "", (figure.unit, 1.0))
    shift = {"°F": -32.0, "K": -273.15}.get(figure.unit or "", 0.0)
    low = None if figure.low is None else (figure.low + shift) * factor
    high = None if figure.high is None else (figure.high + shift) * factor
    comparator = "~" if figure.comparator == "=" else figure.comparator
    return replace(figure, low=low, high=high, unit=base, comparator=comparator)
