"""The bundled gazetteer, and with it the user's own."""

from functools import cache, lru_cache
from pathlib import Path

from careo.engines.gazetteer_file import NOWHERE, SCALE, SEAT, Table
from careo.engines.gazetteer_own import read_own
from careo.text.names.sites import Level, Site, spelling

BUNDLED = Path(__file__).with_name("places.bin")
_LEVELS: dict[str, Level] = {"country": "country", "continent": "region", "region": "region"}
_SHORTEST = 2


class FileGazetteer:
    """Knows countries, their divisions and the towns of GeoNames, without a network.

    Args:
        own: a file with the user's places (docs/how-to/add-places.md), which go before the bundled ones.

    The file is mapped into memory at the first look-up, once a process; look-ups change nothing, so threads may share
    one. Handed to another process it opens the file there.

    Raises:
        UsageError: if the user's file cannot be read, at once.
    """

    def __init__(self, own: str | None = None) -> None:
        self._own = None if own is None else read_own(Path(own))
        self.name = "geonames/1" if self._own is None else f"geonames/1+{self._own.digest}"

    def look_up(self, name: str) -> tuple[Site, ...]:
        """Return the places of a name in any of its spellings, likeliest first: the user's, then by inhabitants."""
        spelled = spelling(name)
        if len(spelled) < _SHORTEST:
            return ()
        mine = () if self._own is None else self._own.places.get(spelled, ())
        return (*mine, *_bundled(spelled)) if mine else _bundled(spelled)


@cache
def _table() -> Table:
    return Table(BUNDLED)


@lru_cache(maxsize=16_384)
def _bundled(spelled: str) -> tuple[Site, ...]:
    table = _table()
    sites = {number: _site(table, number, own=own) for number, own in sorted(table.numbers(spelled))}
    return tuple(sorted(sites.values(), key=lambda site: (-site.people, not site.own, site.name, site.parents)))


def _site(table: Table, number: int, *, own: bool) -> Site:
    arrays = table.arrays
    lat, lon = arrays["lat"][number], arrays["lon"][number]
    kind = table.header["kinds"][arrays["kind"][number] & (SEAT - 1)]
    return Site(
        name=table.text(number),
        kind=kind,
        level=_level(table, number, kind),
        country=table.header["countries"][arrays["country"][number]] or None,
        lat=None if lat == NOWHERE else lat / SCALE,
        lon=None if lon == NOWHERE else lon / SCALE,
        parents=_parents(arrays["parent"][number]),
        people=round(2 ** (arrays["people"][number] / 8)) - 1,
        own=own,
        seat=bool(arrays["kind"][number] & SEAT),
    )


@lru_cache(maxsize=4096)
def _parents(above: int) -> tuple[str, ...]:
    """Return the names of an area and of those it lies in, by its number plus one; none for nought."""
    table = _table()
    return (table.text(above - 1), *_parents(table.arrays["parent"][above - 1])) if above else ()


def _level(table: Table, number: int, kind: str) -> Level:
    """Return the level: a division just below a country is of the first, one below a division of the second."""
    if number >= table.header["areas"]:
        return "town"
    above = table.arrays["parent"][number]
    country = table.arrays["country"][number]
    if kind in _LEVELS and (kind != "region" or not table.header["countries"][country]):
        return _LEVELS[kind]
    first = above and table.header["kinds"][table.arrays["kind"][above - 1]] == "country"
    return "first" if first else "second"
