"""The interface's words in a reader's language: English in the code, the others in gettext catalogues beside it.

What reports say stays in the language it is in; reasons are English but for those that `reasons` knows.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal, get_args

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from babel.units import format_unit
from markupsafe import Markup, escape

Tongue = Literal["en", "de", "nl", "es"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
_LOCALES = {"en": "en_GB"}
_MILLION = 1_000_000
_SPOKEN = (1_000_000_000_000, 1_000_000_000, _MILLION)
_SPOKEN_DIGITS = 3
"""Digits behind the point of a number of millions or billions; with more it is easier to read without the word."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One language of the interface."""

    code: Tongue
    _catalogue: NullTranslations

    def __call__(self, text: str, /, **values: object) -> str:
        """Return a text in this language with its `{named}` places filled; English where it has no translation."""
        said = self._catalogue.gettext(text) if text else text
        return said.format(**values) if values else said

    def many(self, n: int, one: str, many: str, /, **values: object) -> str:
        """Return the form for so many of something; `{n}` stands for the number."""
        return self._catalogue.ngettext(one, many, n).format(n=self.number(n), **values)

    def markup(self, text: str, /, **values: object) -> Markup:
        """Return a text for a template: values that are no markup themselves are escaped."""
        said = escape(self._catalogue.gettext(text))
        return said.format(**values) if values else said

    def number(self, value: float) -> str:
        """Write a number with this language's marks for thousands and decimals."""
        return _decimal(value, self.code)

    def day(self, day: date) -> str:
        """Write a date in full: `14 May 2024`."""
        return str(format_date(day, "long", locale=self._locale()))

    def month(self, day: date) -> str:
        """Write the month of a date: `May 2024`."""
        return str(format_skeleton("yMMMM", day, locale=self._locale()))

    def yearless(self, day: date) -> str:
        """Write day and month: `14 May`."""
        return str(format_skeleton("MMMMd", day, locale=self._locale()))

    def short(self, day: date, fields: Literal["y", "yMMM", "MMM", "yMMMd", "MMMd"]) -> str:
        """Write a date for an axis, with these fields only: `14 May`, `May 2024`."""
        return str(format_skeleton(fields, day, locale=self._locale()))

    def rounded(self, value: float) -> str:
        """Write a round number for an axis, millions as a word: `1.2 million`."""
        long = format_compact_decimal(value, format_type="long", fraction_digits=3, locale=self._locale())
        return str(long) if value >= _MILLION else self.number(value)

    def in_words(self, value: float) -> str | None:
        """Write a number as people say it, `1.8 billion`; `None` below a million, or where that would round it."""
        base = next((base for base in _SPOKEN if value >= base), 0)
        for digits in range(_SPOKEN_DIGITS + 1) if base else ():
            if value % (base // 10**digits) == 0:
                whole = int(value)  # of 1000000.0 Babel makes a plural
                return str(
                    format_compact_decimal(whole, format_type="long", fraction_digits=digits, locale=self._locale())
                )
        return None

    def measured(self, value: float, key: str, written: str) -> str:
        """Put a value, written so (`at least 40`), into a unit of CLDR, such as `mass-tonne`: `at least 40 tonnes`."""
        lengths: tuple[Literal["short", "long"], ...] = ("long", "short")
        for length in lengths[key == "concentr-percent" :]:
            whole = str(format_unit(value, key, length=length, locale=self._locale()))
            if key not in whole:  # Babel passes over what CLDR has for both lengths, such as the days of Dutch.
                break
        return whole.replace(str(format_decimal(value, locale=self._locale())), written, 1)

    def currency(self, code: str, value: float) -> str:
        """Return the name of a currency (ISO 4217) for so many of it, or its code where none is known."""
        return str(get_currency_name(code, count=value, locale=self._locale()))

    def month_name(self, month: int) -> str:
        """Return the name of a month, from 1."""
        return str(self._locale().months["stand-alone"]["wide"][month])

    def language(self, code: str) -> str:
        """Return the name of a language, or its code where none is known."""
        base = code.split("-")[0]
        return self("language unknown") if base == "und" else str(self._locale().languages.get(base, code))

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2), or its code where none is known."""
        return str(self._locale().territories.get(code.upper(), code))

    def _locale(self) -> Locale:
        return _locale(self.code)


@cache
def speech(code: Tongue) -> Speech:
    """Return the interface's words in one of its languages."""
    if code == "en":
        return ENGLISH
    source = files("careo.render.wording").joinpath("catalogs", f"{code}.po").read_bytes()
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=code))
    compiled.seek(0)
    return Speech(code, GNUTranslations(compiled))


@lru_cache(maxsize=4096)
def _decimal(value: float, code: Tongue) -> str:
    # Spanish marks thousands from five digits on (CLDR, minimumGroupingDigits), which Babel does not read.
    whole = "0" if code == "es" and abs(value) < 10_000 else "#,##0"
    return str(format_decimal(value, format=f"{whole}.##########", locale=_locale(code)))


@cache
def _locale(code: Tongue) -> Locale:
    return Locale.parse(_LOCALES.get(code, code))


@cache
def direction(code: str) -> str:
    """Return the writing direction for the `dir` attribute; `auto` where the language is unknown."""
    if code == "und":
        return "auto"
    try:
        return Locale.parse(code, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "auto"


ENGLISH = Speech("en", NullTranslations())
