"""The user's own places, read from a CSV file."""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from careo.errors import UsageError
from careo.text.names.sites import Level, Site, spelling

NEEDED = ("name", "kind")
KNOWN = ("name", "kind", "country", "lat", "lon", "other_names")
MOST_BYTES = 20_000_000
"""A list of 200,000 places has about 15 MB; more is no list of one's own."""
_LEVELS: Mapping[str, Level] = {"country": "country", "town": "town"}


@dataclass(frozen=True, slots=True)
class Own:
    """The user's places by spelling."""

    places: Mapping[str, tuple[Site, ...]]
    digest: str
    """Eight hex digits of the file's SHA-256: another file makes the work pending again."""


def read_own(path: Path) -> Own:
    """Return the places of a CSV file with a header line; see docs/how-to/add-places.md.

    Raises:
        UsageError: if it is missing, too large, no UTF-8 or no such table; the message names line and mend.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(f"the gazetteer {path} has more than {MOST_BYTES} bytes, the most that is read")
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the gazetteer {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the gazetteer {path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    places: dict[str, list[Site]] = {}
    for spelled, site in _sites(path, text):
        places.setdefault(spelled, []).append(site)
    return Own({key: tuple(sites) for key, sites in places.items()}, hashlib.sha256(data).hexdigest()[:8])


def _sites(path: Path, text: str) -> Iterator[tuple[str, Site]]:
    rows = csv.DictReader(text.splitlines(), strict=True)
    columns = rows.fieldnames or ()
    if any(name not in columns for name in NEEDED) or any(name not in KNOWN for name in columns):
        given = ", ".join(columns) or "nothing"
        raise UsageError(f"the gazetteer {path} must begin with a line of column names among {KNOWN}; it has {given}")
    try:
        for row in rows:
            site = _site(path, rows.line_num, row)
            yield spelling(site.name), site
            for other in filter(str.strip, (row.get("other_names") or "").split("|")):
                yield spelling(other), replace(site, own=False)
    except csv.Error as error:
        raise UsageError(f"the gazetteer {path}, line {rows.line_num}: {error}") from error


def _site(path: Path, line: int, row: Mapping[str | None, str | None]) -> Site:
    name, kind, country = ((row.get(column) or "").strip() for column in ("name", "kind", "country"))
    where = f"the gazetteer {path}, line {line}"
    if None in row:
        raise UsageError(f"{where}: more cells than columns; put a name with a comma in quotation marks")
    if not spelling(name) or not kind:
        raise UsageError(f"{where}: name and kind must be filled in")
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise UsageError(f"{where}: country {country!r} is no ISO code of two capitals, such as PE")
    lat, lon = _degrees(where, row.get("lat"), 90), _degrees(where, row.get("lon"), 180)
    if (lat is None) != (lon is None):
        raise UsageError(f"{where}: lat and lon belong together; give both or neither")
    level = _LEVELS.get(kind, "other")
    return Site(name, kind, level, country or None, lat, lon, (), 0, own=True, user=True)


def _degrees(where: str, given: str | None, most: int) -> float | None:
    if given is None or not given.strip():
        return None
    try:
        degrees = float(given)
    except ValueError:
        degrees = float("nan")
    if not -most <= degrees <= most:
        raise UsageError(f"{where}: {given!r} is no number of degrees between -{most} and {most}")
    return degrees
