"""GeoJSON is opened by its own readers and says what the statements say, value by value."""

import json
from dataclasses import replace
from typing import Any

import geojson as reader
import pytest
from shapely.geometry import Point, shape

from careo.model.inferred import Dossier
from careo.model.seen import Place, Statement
from careo.render.export.geojson import pieces
from tests.render.laid import TOWN, laid_out


def _read(dossier: Dossier) -> dict[str, Any]:
    (piece,) = pieces([dossier])
    found: dict[str, Any] = reader.loads(b"".join(piece.chunks).decode())
    return found


def _placed(dossier: Dossier) -> list[tuple[Statement, int]]:
    return [(one, number) for one in dossier.statements for number in range(len(one.places))]


def test_valid() -> None:
    """The geojson package finds nothing to complain of, and no member that RFC 7946 took out."""
    found = _read(laid_out())
    assert isinstance(found, reader.FeatureCollection)
    assert found.is_valid, found.errors()
    assert "crs" not in found
    ids = [feature["id"] for feature in found["features"]]
    assert len(ids) == len(set(ids)) == len(_placed(laid_out()))


def test_longitude_first() -> None:
    """A point has longitude and latitude in this order, as shapely reads them."""
    for feature in _read(laid_out())["features"]:
        point = shape(feature["geometry"])
        assert isinstance(point, Point)
        assert (point.x, point.y) == (TOWN.lon, TOWN.lat) == (8.25, 54.5)


def test_value_by_value() -> None:
    """Every feature has the sentence, the report and the slots of its statement, unchanged."""
    dossier = laid_out()
    reports = {report.id: report for report in dossier.reports}
    features = _read(dossier)["features"]
    for feature, (statement, number) in zip(features, _placed(dossier), strict=True):
        told, report, setting = feature["properties"], reports[statement.report], statement.places[number]
        assert told["statement"] == statement.id
        assert told["quotation"] == report.text[told["start"] : told["end"]]
        assert (told["start"], told["end"]) == (statement.start, statement.end)
        assert (told["type"], told["modality"], told["polarity"]) == (
            statement.type, statement.modality, statement.polarity,
        )  # fmt: skip
        assert (told["role"], told["as_written"], told["place"]) == (setting.role, setting.verbatim, TOWN.name)
        assert (told["place_kind"], told["stated_kind"], told["country"]) == ("town", "Hafen", "DE")
        assert (told["within"], told["may_also_be"]) == (list(TOWN.parents), list(TOWN.candidates))
        assert (told["report"], told["outlet"], told["language"]) == (report.id, report.publisher, report.language)
        assert (told["url"], told["title"], told["text_sha256"]) == (report.url, report.title, report.text_sha256)
        assert told["published"] == (report.published.value if report.published else None)
        assert [(f["low"], f["high"], f["as_written"]) for f in told["figures_read"]] == [
            (f.low, f.high, f.verbatim) for f in statement.figures
        ]
        assert told["according_to"] == [source.who for source in statement.attribution]
        assert statement.id in next(claim.statements for claim in dossier.claims if claim.id == told["claim"])


def test_vague_figure() -> None:
    """A vague word keeps its bounds and never becomes a point."""
    told = [f["properties"] for f in _read(laid_out())["features"] if "decenas" in f["properties"]["quotation"]]
    assert told[0]["figures"] == "injured: vague: read as 24 to 99 persons"


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        (TOWN, "place"),
        (replace(TOWN, kind="country"), "area"),
        (replace(TOWN, kind=None), "area"),
        (replace(TOWN, kind="mine"), "place"),
        (replace(TOWN, lat=None), "none"),
    ],
)
def test_precision(place: Place, precision: str) -> None:
    """A country's point says that it is no location, and a place without coordinates has no geometry but is there."""
    for feature in _read(laid_out(place=place))["features"]:
        assert feature["properties"]["precision"] == precision
        assert (feature["geometry"] is None) == (precision == "none")
        assert ("not a location" in feature["properties"]["precision_words"]) == (precision == "area")


def test_days() -> None:
    """The one time of a statement gives the first and last day it can have been on; a date of unknown year none."""
    dossier = laid_out()
    sent = next(one for one in dossier.statements if one.type == "DEPLOY")
    law = next(one for one in dossier.statements if one.type == "LAW")
    cases = (("2024-05", "2024-05-01", "2024-05-31"), ("XXXX-11-01", None, None), (None, None, None))
    for value, first, last in cases:
        time = replace(law.times[0], role="event", first=value, last=value)
        told = tuple(replace(one, times=(time,)) if one == sent else one for one in dossier.statements)
        feature = _read(replace(dossier, statements=told))["features"][0]["properties"]
        assert (feature["not_before"], feature["not_after"]) == (first, last)


def test_no_place() -> None:
    """A desk without places gives an empty collection, not a broken file."""
    dossier = laid_out()
    bare = replace(dossier, statements=tuple(replace(one, places=()) for one in dossier.statements))
    assert _read(bare)["features"] == []


def test_same_bytes() -> None:
    """The same dossier gives the same bytes, one feature a line."""
    once, again = (b"".join(next(pieces([laid_out()])).chunks) for _ in range(2))
    assert once == again
    assert all(json.loads(line.rstrip(b",")) for line in once.splitlines()[1:-1])
