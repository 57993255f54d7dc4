"""The bundled outlines: what a map shows of the world."""

import numpy as np
import pytest

from careo.render.drawing.outlines import FILE, around, joined, outlines

CAPITALS = [
    ("PE", -12.05, -77.04), ("HN", 14.08, -87.21), ("DE", 52.52, 13.4), ("UA", 50.45, 30.52), ("SD", 15.6, 32.53),
    ("MM", 19.76, 96.08), ("US", 38.9, -77.04), ("RU", 55.75, 37.62), ("CN", 39.9, 116.4), ("AU", -35.3, 149.13),
    ("FJ", -18.14, 178.44), ("NZ", -41.3, 174.77), ("LS", -29.31, 27.48), ("SG", 1.32, 103.83), ("XK", 42.66, 21.16),
    ("GF", 4.93, -52.33), ("SJ", 78.22, 15.64), ("UA", 44.95, 34.1), ("SO", 9.56, 44.06), ("CY", 35.23, 33.5),
]  # fmt: skip


@pytest.mark.parametrize(("code", "lat", "lon"), CAPITALS)
def test_capitals_lie_in_their_countries(code: str, lat: float, lon: float) -> None:
    """A town lies in the outline of the country in which the gazetteer has it."""
    assert outlines().country(lat, lon) == code


@pytest.mark.parametrize(("lat", "lon"), [(0.0, -140.0), (-12.0, -80.0), (45.0, -40.0), (60.0, -179.9)])
def test_the_sea_is_no_country(lat: float, lon: float) -> None:
    """What lies off all coasts lies in no country."""
    assert outlines().country(lat, lon) is None


def test_a_hole_belongs_to_the_country_in_it() -> None:
    """A country inside another is no part of it."""
    assert outlines().country(-29.6, 28.2) == "LS"
    assert outlines().country(-29.1, 26.2) == "ZA"


def test_it_is_small_and_whole() -> None:
    """The file stays small, and its rings are closed shapes on the globe."""
    assert FILE.stat().st_size < 400_000
    drawn = outlines()
    assert len({ring.code for ring in drawn.rings}) > 240
    for ring in drawn.rings:
        assert -180 <= ring.box[0] <= ring.box[2] <= 360
        assert -90 <= ring.box[1] <= ring.box[3] <= 90
        assert ring.size > 0


def test_neighbours_meet_however_coarse() -> None:
    """A line between two countries keeps its ends and its points at every level: no gap opens."""
    drawn = outlines()
    for number in sorted(drawn.borders)[:200]:
        fine, coarse = drawn.arc(number), drawn.arc(number, 6)
        assert np.array_equal(coarse[[0, -1]], fine[[0, -1]])
        assert {tuple(point) for point in coarse.tolist()} <= {tuple(point) for point in fine.tolist()}
        assert np.array_equal(drawn.arc(~number), fine[::-1])


def test_where_a_country_is() -> None:
    """A country's own box leaves out what lies far off, and goes over the date line where the country does."""
    drawn = outlines()
    west, _, east, _ = drawn.home("US") or (0, 0, 0, 0)
    assert (-126 < west < -123, -68 < east < -66) == (True, True)
    assert drawn.home("ZZ") is None
    assert drawn.home("") is None


def test_boxes_join_the_short_way() -> None:
    """Two boxes on either side of the date line make one that goes over it."""
    west, _, east, _ = joined((178, -18, 179, -17), (-179, -17, -178, -16))
    assert (west, east) == (178, 182)
    assert around([(-179, 0, -178, 1), (178, 0, 179, 1)]) == (178, 0, 182, 1)
    assert around([(-10, 0, 0, 1), (5, 2, 6, 3)]) == (-10, 0, 6, 3)
