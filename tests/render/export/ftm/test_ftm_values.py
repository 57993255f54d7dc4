"""What we hold FtM to take is what FtM takes, in the version that is installed."""

import pytest
from babel import Locale
from followthemoney.types import registry
from hypothesis import given
from hypothesis import strategies as st

from careo.render.export.ftm.values import LANGUAGES, LONGEST, Kind, fitted

ODD = "\t\n\r\x00\x1c\x85\xa0\xad\u0300\u061c\u200b\u200c\u200d\u200f\u2028\u202f\u2060\u3000\ufeff\"'.,;<>/BRESQ ae"
HOSTILE = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=24)
KINDS: tuple[Kind, ...] = ("name", "string", "text", "address", "url", "date", "language", "country", "mimetype")


def _kept(value: str, kind: Kind) -> None:
    found = fitted(value, kind)
    if found is not None:
        type_ = getattr(registry, kind)
        assert type_.clean(found) == found
        assert type_.validate(found)


@given(HOSTILE)
def test_hostile_text(value: str) -> None:
    """FtM leaves every value that we write as it is, whatever a report has in it."""
    for kind in KINDS[:4]:
        _kept(value, kind)


@given(HOSTILE, st.sampled_from(["http://", "https://a.example", "https://a.example/", "http://[", "//a.example/"]))
def test_hostile_address(tail: str, head: str) -> None:
    """FtM leaves every web address that we write as it is."""
    _kept(head + tail, "url")


@pytest.mark.parametrize("kind", KINDS)
def test_refused(kind: Kind) -> None:
    """An empty value is none, and one longer than FtM keeps is refused, not cut."""
    assert fitted("", kind) is None
    assert fitted("\u200b \n", kind) is None
    if kind in ("name", "string", "text", "address"):
        assert fitted("a" * LONGEST[kind], kind) == "a" * LONGEST[kind]
        assert fitted("a" * (LONGEST[kind] + 1), kind) is None


def test_plain_text_untouched() -> None:
    """Ordinary text, names and addresses come through letter for letter."""
    for value in ("Große Brücke – «drei» Bögen, 5 %", "O'Neill", "Владимир", "عبد الله", "山田"):
        assert fitted(value, "text") == fitted(value, "name") == fitted(value, "address") == value
    for url in ("https://a.example/x?b=1&c=%20#d", "http://a.example:8080/ä"):
        assert fitted(url, "url") == url


def test_name_in_one_line() -> None:
    """A name loses line breaks, hidden characters and the quotation marks around it, as FtM would take them."""
    assert fitted(' "Ada\n Lo\u00advelace" ', "name") == "Ada Lovelace"


def test_languages() -> None:
    """Every language of our table is one that FtM takes and writes with these letters."""
    for tag, letters in LANGUAGES.items():
        assert registry.language.clean(tag) == registry.language.clean(letters) == letters
    assert fitted("zh-Hans", "language") == "zho"
    assert fitted("rw", "language") is None
    assert fitted("und", "language") is None


def test_countries() -> None:
    """Every country of CLDR goes in under its own letters."""
    not_countries = {"EA", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    for code in Locale("en").territories:
        if len(code) == 2 and code.isalpha() and code not in not_countries:
            _kept(code, "country")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-14", "2024-05-14"),
        ("2024-05-14T10:00:00+02:00", "2024-05-14T08:00:00"),
        ("2024-01-01T00:30:00+02:00", "2023-12-31T22:30:00"),
        ("2024-05-14T10:00", "2024-05-14"),
        ("XXXX-11-01", None),
        ("2025-12/2026-01", None),
        ("2024-W20", None),
        ("last week", None),
        ("0099-01-01", None),
    ],
)
def test_dates(value: str, found: str | None) -> None:
    """A date is written as exactly as it is known; an interval or an unknown year is never bent to a date."""
    assert fitted(value, "date") == found
    _kept(value, "date")
