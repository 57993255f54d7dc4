"""How exact a place's point is: a country's point is somewhere in the country, never where something happened."""

from careo.model.seen import Place

AREAS = frozenset(
    {
        "country", "continent", "region", "division", "province", "state", "department", "district", "municipality",
        "county", "governorate", "prefecture", "republic", "canton", "territory", "parish", "oblast", "commune",
        "emirate", "voivodeship", "island", "community",
    }
)  # fmt: skip
"""The gazetteer's kinds whose point is the middle of the towns in them; the others (town, borough, a user's own mine
or base) are small enough for a map."""


def on_map(place: Place) -> tuple[float, float] | None:
    """Return longitude and latitude; `None` where they are unknown."""
    return None if place.lon is None or place.lat is None else (place.lon, place.lat)


def is_area(place: Place) -> bool:
    """Whether the point stands for a whole area, and so for no location."""
    return place.kind is None or place.kind in AREAS


def precision(place: Place) -> str:
    """Say in words what the point stands for."""
    if on_map(place) is None:
        return "no coordinates known"
    if place.kind is None:
        return "a place of unknown kind: not a location"
    return f"the whole {place.kind}: not a location" if is_area(place) else f"the {place.kind}, not a spot in it"
