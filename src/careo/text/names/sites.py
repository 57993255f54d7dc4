"""What a gazetteer knows of a place, and the spelling names are looked up by."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from careo.text.normalise import fold

Level = Literal["country", "region", "first", "second", "town", "other"]
"""A country, an area larger than a country, a division of a country, one of a division, a town, anything else."""

_GAPS = str.maketrans(dict.fromkeys("-‐‑–.,'’ʼʻ`´", " "))


@dataclass(frozen=True, slots=True)
class Site:
    """One place a name may stand for."""

    name: str
    """Its common name, the same whichever of its names was looked up."""
    kind: str
    """country, province, region, state, district, town, ... as the gazetteer has it."""
    level: Level
    country: str | None
    """ISO 3166-1 alpha-2."""
    lat: float | None
    """Degrees north; of a country or division the middle of its towns."""
    lon: float | None
    """Degrees east."""
    parents: tuple[str, ...]
    """Names of the larger places it lies in, nearest first."""
    people: int
    """Inhabitants, roughly; of a country or division those of its towns; 0 where unknown."""
    own: bool
    """Whether the name looked up is its common name and not a further one."""
    seat: bool = False
    """Whether it is the capital of its country."""
    user: bool = False
    """Whether the user's own gazetteer has it: it goes before the bundled ones."""


@lru_cache(maxsize=16_384)
def spelling(name: str) -> str:
    """Return a place name for comparing: small letters, no accents, hyphens, dots or apostrophes."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(fold(name).translate(_GAPS).split())
