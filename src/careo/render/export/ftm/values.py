"""What a FollowTheMoney property takes: each value in the one form that its readers leave as it is.

The rules are those of the followthemoney package, versions 3.8 and 4.11, of which the stricter one counts; a value that
both leave untouched is written, one that a reader would change or drop is brought into that form or refused here, so
that nothing is lost without a word. Writing needs no package; tests hold these rules against the real one.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from ipaddress import ip_address
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlparse

from careo.text.times.edtf import point

Kind = Literal[
    "name", "string", "text", "address", "url", "date", "language", "country", "mimetype", "number", "entity"
]

LONGEST: Mapping[Kind, int] = MappingProxyType(
    {"name": 384, "string": 1024, "text": 65_000, "address": 250, "url": 4096, "date": 32, "mimetype": 250}
)
"""Code points of one value; FtM 4 refuses longer ones."""

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "af": "afr", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bs": "bos", "ca": "cat", "cs": "ces",
        "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin",
        "fil": "fil", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind",
        "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm", "kn": "kan", "ko": "kor",
        "ky": "kir", "lb": "ltz", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "ms": "msa", "mt": "mlt",
        "my": "mya", "ne": "nep", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
        "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "tg": "tgk", "tk": "tuk",
        "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "zh": "zho",
    }
)  # fmt: skip
"""The languages that every version from 3.8 on takes, by the first part of the BCP 47 tag."""

_SPACES = "\u2000-\u200a\u2028\u2029\u0a00\u1680\u202f\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
_DELETED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u061c\u2060-\u2064\u00ad\ufeff\ud800-\udfff]")
_BLANKS = re.compile(rf"[\s{_SPACES}]+")
_QUOTED = re.compile(r"""["'](.*)["']""")
_ADDRESS_REWRITTEN = re.compile(r"\n|\t|<BR/>|<BR>|ESQ\.,|ESQ,|;|,\s?[,.]")
_MIMETYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")
_HOST_LABEL = re.compile(r"[\w-]{1,63}")
_COUNTRY = re.compile(r"[a-z]{2}")


def fitted(value: str, kind: Kind) -> str | None:
    """Return the value as FtM keeps it; `None` where it would drop it or make something else of it."""
    found = _FITTED.get(kind, plain)(value)
    if not found or len(found) > LONGEST.get(kind, len(found)):
        return None
    return found


def plain(value: str) -> str:
    """Return a text without the characters that FtM removes: control codes, soft hyphens, joiners, odd spaces."""
    kept = _DELETED.sub("", _SPACE.sub(" ", unicodedata.normalize("NFC", value)))
    return unicodedata.normalize("NFC", kept).strip()


def name(value: str) -> str:
    """Return a name in one line, without the quotation marks around the whole of it."""
    found, before = _BLANKS.sub(" ", plain(value)).strip(), ""
    while found != before:
        before = found
        quoted = _QUOTED.fullmatch(found)
        found = quoted[1].strip() if quoted else found
    return found


def address(value: str) -> str | None:
    """Return a place in one line; `None` where FtM would put commas for what stands in it."""
    found = name(value)
    return None if _ADDRESS_REWRITTEN.search(found) else found


def url(value: str) -> str | None:
    """Return a web address that names a host and is written in full; `None` for any other."""
    try:
        parts = urlparse(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or not _is_host(host):
        return None
    found = (parts if parts.path else parts._replace(path="/")).geturl()
    return found if plain(found) == found and not _BLANKS.search(found) and url_kept(value, found) else None


def url_kept(value: str, found: str) -> bool:
    """Whether an address came through as it was, but for the slash of an empty path."""
    return found in (value, f"{value}/") or found.replace("/?", "?", 1) == value or found.replace("/#", "#", 1) == value


def _is_host(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        labels = host.split(".")
    named = all(_HOST_LABEL.fullmatch(label) and any(map(str.isalnum, label)) for label in labels)
    return named and len(labels[-1]) > 1 and not labels[-1].isdigit()


def date(value: str) -> str | None:
    """Return a day, month, year or moment in UTC; `None` for a date of unknown year and for an interval.

    A time of day without a zone is left out, since FtM would take it for UTC.
    """
    day, _, clock = value.partition("T")
    known = point(day)
    if known is None or known.year is None or known.year < 1000:
        return None
    if not clock:
        return str(known)
    try:
        moment = datetime.fromisoformat(value)
        utc = moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return str(known)
    return utc.strftime("%Y-%m-%dT%H:%M:%S") if utc else str(known)


def language(value: str) -> str | None:
    """Return the three letters of a language that FtM has; `None` for the others."""
    return LANGUAGES.get(value.partition("-")[0].lower())


def _country(value: str) -> str | None:
    found = value.lower()
    return found if _COUNTRY.fullmatch(found) else None


def _mimetype(value: str) -> str | None:
    found = value.lower()
    return found if _MIMETYPE.fullmatch(found) and found != "application/octet-stream" else None


_FITTED: Mapping[Kind, Callable[[str], str | None]] = MappingProxyType(
    {
        "name": name,
        "address": address,
        "url": url,
        "date": date,
        "language": language,
        "country": _country,
        "mimetype": _mimetype,
    }
)
