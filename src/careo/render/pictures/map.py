"""Lay out the map: the places of the claims on the outlines of countries, as exactly as each is known, and a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from careo.model.derived import Location
from careo.render.drawing.labels import Ground, Label
from careo.render.drawing.outlines import outlines
from careo.render.drawing.sketch import Sketch, sketch
from careo.render.drawing.ways import inside, way
from careo.render.drawing.window import KM, Stop, Window, choose, fit, leading
from careo.render.pictures.map_rows import claim_numbers, row
from careo.render.pictures.map_views import Chart, LineView, MapView, MarkView, PlaceRow, Scale
from careo.render.quoting.index import Index

_PAPER = (760.0, (360.0, 640.0))
"""Width of the large map and its least and greatest height: on a phone two units are a pixel, on a screen one."""
_GLOBE = Window(lat=14.5, lon=0.0, scale=1.0, shrink=1.0, width=360.0, height=151.0)
"""The whole world but the southern ice, a unit to a degree."""
_ICE = replace(_GLOBE, lat=0.0, height=180.0)
_BARRED = 60.0
"""Degrees of latitude from which on one bar cannot measure all of a map."""
_WORLD = 240.0
"""Degrees of longitude from which on a large map needs no small one beside it."""
_TYPE, _DIGITS = 13.0, 26.0
"""Sizes of type: of names, and of the numbers that stand for them on a phone."""
_NAMES = 60
"""Names on one map at most."""


def map_view(index: Index) -> MapView:
    """Return the map of a dossier's locations."""
    every = index.dossier.locations
    placed = [one for one in every if _stop(one) is not None]
    rows = {one.id: row(index, one, number) for number, one in enumerate(placed, start=1)}
    main, world, outside = _charts(index, placed, rows) if placed else (None, None, ())
    known = set(rows)
    return MapView(
        main=main,
        world=world,
        outside=tuple((rows[one.id].number, rows[one.id].name) for one in outside),
        placed=tuple(rows.values()),
        unplaced=tuple(row(index, one, 0) for one in every if one.id not in known),
        routes=tuple(
            (rows[one.origin].name, rows[one.destination].name, one.happened, claim_numbers(index, one.claims))
            for one in index.dossier.routes
            if {one.origin, one.destination} <= known
        ),
        summary=_summary(index, placed, rows),
    )


def _summary(index: Index, placed: Sequence[Location], rows: Mapping[str, PlaceRow]) -> str:
    speech = index.speech
    most = "; ".join(f"{rows[one.id].name} ({rows[one.id].carried})" for one in placed[:5])
    return speech("Most carried places: {places}. All of them stand in the table below the map.", places=most)


def _charts(
    index: Index, placed: Sequence[Location], rows: Mapping[str, PlaceRow]
) -> tuple[Chart, Chart | None, tuple[Location, ...]]:
    """Return the large map, the small one and what lies outside the large one."""
    stops = [stop for one in placed if (stop := _stop(one))]
    window = fit(choose(stops, outlines().home(leading(stops) or "")), *_PAPER)
    main = _chart(index, window, placed, rows)
    if window.box[2] - window.box[0] > _WORLD:
        return main, None, ()
    outside = tuple(one for one in placed if not (_seen(one, window) or _shaded(one, main.sketch)))
    south = min(window.box[1], *(one.lat or 0.0 for one in outside), 0.0)
    globe = _GLOBE if south > _GLOBE.box[1] else _ICE
    world = replace(_chart(index, globe, outside, rows, small=True), frames=_frames(window, globe))
    return main, world, outside


def _frames(window: Window, globe: Window) -> tuple[tuple[float, float, float, float], ...]:
    """Return what a window shows as a rectangle of the whole world, and what of it goes over the edge anew."""
    west, south, east, north = window.box
    top, bottom = max(0.0, globe.at(north, 0)[1]), min(globe.height, globe.at(south, 0)[1])
    long, left = (east - west) * globe.scale, globe.width / 2 + west * globe.scale
    spots = (left + turn * globe.scale for turn in (-360, 0, 360))
    return tuple(
        (round(x, 1), round(top, 1), round(long, 1), round(bottom - top, 1)) for x in spots if -long < x < globe.width
    )


def _stop(one: Location) -> Stop | None:
    """Return what a place is on a map: an outline or a spot; `None` where neither is known."""
    home = outlines().home(one.country or "") if one.precision == "country" else None
    if home is None and one.lat is not None and one.lon is not None:
        home = (one.lon, one.lat, one.lon, one.lat)
    return None if home is None else Stop(home, one.country, one.precision == "country", len(one.claims))


def _seen(one: Location, window: Window) -> bool:
    """Whether a place stands on the paper; a country does where its middle does."""
    return one.lat is not None and one.lon is not None and window.shows(one.lat, one.lon)


def _shaded(one: Location, picture: Sketch) -> bool:
    return one.precision == "country" and picture.visible(one.country or "")


def _chart(
    index: Index,
    window: Window,
    placed: Sequence[Location],
    rows: Mapping[str, PlaceRow],
    *,
    small: bool = False,
) -> Chart:
    named = {one.country: len(one.claims) for one in placed if one.precision == "country" and one.country}
    picture = sketch(outlines(), window, named, lines=not small)
    spots = [one for one in placed if _seen(one, window) and not _shaded(one, picture)]
    marks = [_mark(one, window, rows[one.id], small=small) for one in spots]
    ground, phone = Ground(window.width, window.height), Ground(window.width, window.height)
    for mark in marks:
        ground.mark(mark.x, mark.y, mark.radius)
        phone.mark(mark.x, mark.y, mark.radius)
    scale = None if small else _scale(index, window, ground)
    names = () if small else _names(ground, marks, rows)
    ways, ends = ((), ()) if small else _ways(index, window, rows, ground)
    return Chart(
        width=window.width,
        height=round(window.height, 1),
        sketch=picture,
        marks=tuple(sorted(marks, key=lambda mark: (-mark.radius, mark.number))),
        lines=ways,
        names=names + ends,
        numbers=_numbers(phone, marks, size=9.0 if small else _DIGITS),
        grounds=() if small else _grounds(index, ground, picture, named),
        scale=scale,
        frames=(),
    )


def _mark(one: Location, window: Window, row: PlaceRow, *, small: bool) -> MarkView:
    x, y = window.at(one.lat or 0.0, one.lon or 0.0)
    look = "area" if one.precision == "area" and not small else "point"
    radius = 3.0 if small else (13.0 if look == "area" else 3.5) + 1.6 * min(6, len(one.claims)) ** 0.5
    return MarkView(
        number=row.number,
        look=look + (" open" if one.candidates else ""),
        x=round(x, 1),
        y=round(y, 1),
        radius=round(radius, 1),
        words=f"{row.number}. {row.name}: {row.carried}",
    )


def _names(ground: Ground, marks: Iterable[MarkView], rows: Mapping[str, PlaceRow]) -> tuple[Label, ...]:
    """Set the names, and where one has no room its number in the table."""
    named = {row.number: row.name for row in rows.values()}
    found: list[Label] = []
    for mark in sorted(marks, key=lambda mark: mark.number)[:_NAMES]:
        name = named[mark.number] if len(named[mark.number]) <= 32 else f"{named[mark.number][:30]}…"
        label = (
            ground.beside(name, mark.x, mark.y, mark.radius, size=_TYPE)
            or ground.led(name, mark.x, mark.y, mark.radius, size=_TYPE)
            or ground.beside(str(mark.number), mark.x, mark.y, mark.radius, size=_TYPE)
        )
        found += [label] if label else []
    return tuple(found)


def _numbers(ground: Ground, marks: Iterable[MarkView], *, size: float) -> tuple[Label, ...]:
    ordered = sorted(marks, key=lambda mark: mark.number)
    labels = (ground.beside(str(mark.number), mark.x, mark.y, mark.radius, size=size) for mark in ordered)
    return tuple(label for label in labels if label)


def _grounds(index: Index, ground: Ground, picture: Sketch, named: Mapping[str, int]) -> tuple[Label, ...]:
    """Set the names of countries on their ground, those that a claim names first, then the largest."""
    found = []
    for code in sorted(picture.rooms, key=lambda code: (code not in named, -picture.rooms[code].size, code)):
        room = picture.rooms[code]
        label = ground.upon(index.speech.country(code), room.spots, room.holds, size=_TYPE)
        found += [label] if label else []
    return tuple(found)


def _ways(
    index: Index, window: Window, rows: Mapping[str, PlaceRow], ground: Ground
) -> tuple[tuple[LineView, ...], tuple[Label, ...]]:
    """Draw the ways, and name at the edge of the paper what lies beyond it."""
    speech, paper = index.speech, (window.width, window.height)
    spots = {
        one.id: window.at(one.lat, one.lon)
        for one in index.dossier.locations
        if one.lat is not None and one.lon is not None
    }
    lines: list[LineView] = []
    beyond: dict[str, tuple[float, float]] = {}
    for route in index.dossier.routes:
        if not {route.origin, route.destination} <= set(spots):
            continue
        drawn = way(spots[route.origin], spots[route.destination], paper)
        if drawn is None:
            continue
        origin, destination = rows[route.origin].name, rows[route.destination].name
        said = speech("from {origin} to {destination}", origin=origin, destination=destination)
        lines.append(LineView(drawn.path, route.happened, said))
        if not window.holds(*spots[route.origin]):
            beyond.setdefault(speech("from {place}", place=origin), inside(drawn.start, paper))
        if not window.holds(*spots[route.destination]):
            beyond.setdefault(speech("to {place}", place=destination), inside(drawn.end, paper))
        for x, y in drawn.spots():
            ground.mark(x, y, 2.0)
    labels = (ground.beside(words, x, y, 4.0, size=_TYPE) for words, (x, y) in beyond.items())
    return tuple(lines), tuple(label for label in labels if label)


def _scale(index: Index, window: Window, ground: Ground) -> Scale | None:
    """Return a bar of a round length, a fifth of the map or less, in a free corner of the map.

    None is drawn where the map is so large that it would mislead.
    """
    if window.height / window.scale > _BARRED:
        return None
    most = window.width / 5 / window.scale * KM
    length = max(n * 10**power for power in range(4) for n in (1, 2, 5) if n * 10**power <= most)
    long, words = round(length / KM * window.scale, 1), f"{index.speech.number(length)} km"
    spots = [(x, y) for y in (window.height - 12, 34.0) for x in (12.0, window.width - long - 12)]
    x, y = next((spot for spot in spots if ground.free(_bar(*spot, long))), spots[0])
    ground.taken.append(_bar(x, y, long))
    return Scale(round(x, 1), round(y, 1), long, words)


def _bar(x: float, y: float, length: float) -> tuple[float, float, float, float]:
    return x - 4, y - 22, x + length + 4, y + 4
