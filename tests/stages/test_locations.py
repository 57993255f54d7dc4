"""Where claims happen, as exactly as it is known."""

from dataclasses import replace

import pytest
from tests.places import Told, at, docket_of, land, spot

from careo.model.derived import Location
from careo.stages.following.locations import locations

PORT = spot("Ostmar", -9.5, -77.5)
TALK = "several places have the name, and nothing in the report tells which"


def found(*story: Told) -> tuple[Location, ...]:
    return locations(*docket_of(story))[0]


@pytest.mark.parametrize(
    ("kind", "precision"),
    [("town", "point"), ("base", "point"), ("mine", "point"), ("province", "area"), ("municipality", "area")],
)
def test_how_exactly_a_kind_is_known(kind: str, precision: str) -> None:
    """A town or what a user lists is a point; of a division only the middle is known."""
    (one,) = found(*at(spot("Ostmar", -9.5, -77.5, kind=kind)))
    assert (one.precision, one.lat, one.lon, one.reason) == (precision, -9.5, -77.5, None)


def test_a_country_is_no_point() -> None:
    """A country is a country, with or without a middle, and one in all its mentions."""
    (one,) = found(*at(land("Peru", "PE", -10.0, -75.0)), *at(land("Peru", "PE")))
    assert (one.precision, one.country, len(one.claims)) == ("country", "PE", 2)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (None, "the name was not read as a place"),
        (spot("Ostmar", None, None, country=None, kind=None), "no place of that name is in the gazetteer"),
        (spot("Ostmar", None, None, country=None, kind=None, candidates=("Ostmar (town, Chile)",)), TALK),
        (spot("Ostmar", None, None, kind="mine"), "its coordinates are unknown"),
        (spot("Norther Continent", None, None, country=None, kind="continent"), "larger than a country"),
    ],
)
def test_what_is_not_known_is_kept_without_a_place(place: object, reason: str) -> None:
    """A place that could not be told has no coordinates, and says why."""
    (one,) = found(Told((("event", place),)))  # type: ignore[arg-type]
    assert (one.precision, one.lat, one.lon, one.reason) == ("none", None, None, reason)


def test_a_town_and_the_region_of_its_name_are_two_places() -> None:
    """One entity read as two places is shown as both; nothing is chosen."""
    region = spot("Ostmar", -9.0, -77.0, kind="region")
    places = found(*at(PORT, PORT, region))
    assert [(one.place_kind, one.lat, len(one.claims)) for one in places] == [("town", -9.5, 2), ("region", -9.0, 1)]
    assert len({one.entity for one in places}) == 1


def test_doubt_is_kept_only_while_every_report_leaves_it() -> None:
    """One report that leaves no doubt about a place takes the doubt of the others away."""
    doubtful = replace(PORT, candidates=("Ostmar (town, Chile)",))
    (one,) = found(*at(doubtful, doubtful))
    assert one.candidates == ("Ostmar (town, Chile)",)
    (one,) = found(*at(doubtful, PORT))
    assert one.candidates == ()


def test_only_what_a_claim_names() -> None:
    """A statement in no claim, as one that a person dismissed, puts no place on the map."""
    docket, findings = docket_of(at(PORT, spot("Vell", -12.0, -76.0)))
    fewer = replace(findings, claims=findings.claims[:1])
    assert len(locations(docket, fewer)[0]) == 1


def test_a_way_needs_one_sentence_with_both_ends() -> None:
    """From where to where is told by one sentence of sending; whether it happened is told by its modality."""
    home = land("United States", "US", 39.0, -98.0)
    sent = Told(
        (("origin", home), ("destination", PORT), ("event", spot("Vell", -12.0, -76.0))), "DEPLOY", "authorised"
    )
    places, (way,) = locations(*docket_of([sent]))
    named = {one.id: one.name for one in places}
    assert (named[way.origin], named[way.destination], way.happened) == ("United States", "Ostmar", False)
    apart = [Told((("origin", home),), "DEPLOY"), Told((("destination", PORT),), "DEPLOY")]
    assert locations(*docket_of(apart))[1] == ()
    law, done = replace(sent, type="LAW", modality="occurred"), replace(sent, modality="occurred")
    assert [way.happened for story in (law, done) for way in locations(*docket_of([story]))[1]] == [False, True]
    said = replace(sent, type="SAY")
    assert locations(*docket_of([said]))[1] == ()


def test_the_order_of_arrival_changes_nothing() -> None:
    """The same statements in another order give the same places and ways."""
    docket, findings = docket_of(at(PORT, spot("Vell", -12.0, -76.0), PORT, land("Peru", "PE")))
    turned = replace(docket, statements=docket.statements[::-1], mentions=docket.mentions[::-1])
    assert locations(turned, findings) == locations(docket, findings)
