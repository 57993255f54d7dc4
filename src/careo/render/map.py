"""Lay out the map: the places of the claims on the outlines of countries, as exactly as each is known, and a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from careo.model.derived import Location, Route
from careo.render import words
from careo.render.index import Index
from careo.render.labels import Ground, Label
from careo.render.map_views import Chart, LineView, MapView, MarkView, PlaceRow, Scale, SpellingView
from careo.render.mapped import Sketch, sketch
from careo.render.outlines import Box, Outlines, outlines
from careo.render.quoting import lang
from careo.render.speech import direction
from careo.render.window import KM, Stop, Window, choose, fit, leading

_PAPER = (760.0, (360.0, 640.0))
"""Width of the large map and its least and greatest height: on a phone two units are a pixel, on a screen one."""
_GLOBE = Window(lat=12.0, lon=0.0, scale=360 / 360, shrink=1.0, width=360.0, height=146.0)
"""The whole world but the ice: from 61 degrees south to 85 north."""
_TYPE, _DIGITS = 13.0, 26.0
"""Sizes of type: of names, and of the numbers that stand for them on a phone."""
_NAMES = 60
"""Names on one map at most."""
_LINKS = 12
"""Claims of a place that are named at once; the rest can be unfolded."""
PRECISION = {
    "point": "a point",
    "area": "an area: the mark stands at its middle, its borders are not drawn",
    "country": "a whole country: shaded, not a point",
}
_ROLES = {
    "event": "where it happened",
    "host": "host",
    "origin": "where from",
    "destination": "where to",
    "jurisdiction": "where it holds",
}


def map_view(index: Index) -> MapView:
    """Return the map of a dossier's locations."""
    every = index.dossier.locations
    placed = [one for one in every if one.precision != "none"]
    rows = {one.id: _row(index, one, number) for number, one in enumerate(placed, start=1)}
    main, world = _charts(index, placed, rows) if placed else (None, None)
    window = main[0] if main else None
    outside = tuple((rows[one.id].number, rows[one.id].name) for one in placed if window and not _seen(one, window))
    known = set(rows)
    return MapView(
        main=main[1] if main else None,
        world=world,
        outside=outside if world else (),
        placed=tuple(rows.values()),
        unplaced=tuple(_row(index, one, 0) for one in every if one.precision == "none"),
        routes=tuple(
            (rows[one.origin].name, rows[one.destination].name, one.happened, _claims(index, one.claims))
            for one in index.dossier.routes
            if {one.origin, one.destination} <= known
        ),
        summary=_summary(index, placed, rows),
    )


def _summary(index: Index, placed: Sequence[Location], rows: Mapping[str, PlaceRow]) -> str:
    speech = index.speech
    most = "; ".join(f"{rows[one.id].name} ({rows[one.id].carried})" for one in placed[:5])
    return speech("Most carried places: {places}. All of them stand in the table below the map.", places=most)


# --- rows -----------------------------------------------------------------------------------------


def _row(index: Index, one: Location, number: int) -> PlaceRow:
    speech = index.speech
    claims = _claims(index, one.claims)
    stated = f" ({speech('called {kinds}', kinds=', '.join(one.stated))})" if one.stated else ""
    origins = sum(any(report in group for report in one.reports) for group in index.origins)
    carried = ", ".join(
        (
            speech.many(len(one.claims), "{n} claim", "{n} claims"),
            speech.many(len(one.reports), "{n} report", "{n} reports"),
            speech.many(origins, "{n} independent origin", "{n} independent origins"),
        )
    )
    return PlaceRow(
        number=number,
        name=speech.country(one.country) if one.kind == "country" and one.country else one.name,
        entity=index.numbers.get(one.entity) if one.entity else None,
        country=speech.country(one.country) if one.country and one.kind != "country" else "",
        kind=(words.plain(one.kind, speech) if one.kind else "") + stated,
        precision=speech(PRECISION[one.precision]) if one.precision in PRECISION else "",
        candidates=one.candidates,
        roles=", ".join(speech(_ROLES.get(role, role)) for role in one.roles),
        claims=claims[:_LINKS],
        more=claims[_LINKS:],
        carried=carried,
        spellings=_spellings(index, one),
        reason=one.reason or "",
    )


def _claims(index: Index, ids: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted(index.numbers[id_] for id_ in ids))


def _spellings(index: Index, one: Location) -> tuple[SpellingView, ...]:
    """Return how the statements of a place spell it, by language."""
    own = {mention for entity in index.dossier.entities if entity.id == one.entity for mention in entity.mentions}
    found = {
        (index.report(statement.report).language, setting.verbatim)
        for statement in map(index.statement, one.statements)
        for setting in statement.places
        if setting.mention in own or setting.verbatim == one.name
    }
    return tuple(
        SpellingView(text, lang(code), direction(code), index.speech.language(code)) for code, text in sorted(found)
    )


# --- charts ---------------------------------------------------------------------------------------


def _charts(
    index: Index, placed: Sequence[Location], rows: Mapping[str, PlaceRow]
) -> tuple[tuple[Window, Chart], Chart | None]:
    drawn = outlines()
    stops = [_stop(drawn, one) for one in placed]
    home = drawn.home(leading(stops) or "")
    window = fit(choose(stops, home), *_PAPER)
    west, south, east, north = window.box
    if east - west > 300:
        return (window, _chart(index, drawn, window, placed, rows)), None
    x, y = _GLOBE.at(min(north, 84), west)
    right, bottom = _GLOBE.at(max(south, -60), east)
    frame = (round(x, 1), round(y, 1), round((right - x) % 360, 1), round(bottom - y, 1))
    globe = replace(_GLOBE, lon=0.0)
    far = [one for one in placed if not _seen(one, window)]
    world = replace(_chart(index, drawn, globe, far, rows, small=True), frame=frame)
    return (window, _chart(index, drawn, window, placed, rows)), world


def _stop(drawn: Outlines, one: Location) -> Stop:
    whole = one.precision == "country"
    home = drawn.home(one.country or "") if whole else None
    return Stop(home or _spot(one), one.country, whole, len(one.claims))


def _spot(one: Location) -> Box:
    lat, lon = one.lat or 0.0, one.lon or 0.0
    return lon, lat, lon, lat


def _seen(one: Location, window: Window) -> bool:
    """Whether a place stands on the paper; a country does where its middle does."""
    return one.lat is not None and one.lon is not None and window.shows(one.lat, one.lon)


def _chart(
    index: Index,
    drawn: Outlines,
    window: Window,
    placed: Sequence[Location],
    rows: Mapping[str, PlaceRow],
    *,
    small: bool = False,
) -> Chart:
    named = {one.country: rows[one.id].name for one in placed if one.precision == "country" and one.country}
    picture = sketch(drawn, window, frozenset(named))
    marks = [(one, _mark(one, window, rows[one.id], picture)) for one in placed if _seen(one, window)]
    shown = [mark for one, mark in marks if mark.look != "country"]
    ground, phone = Ground(window.width, window.height), Ground(window.width, window.height)
    for mark in shown:
        ground.mark(mark.x, mark.y, mark.radius)
        phone.mark(mark.x, mark.y, mark.radius)
    names = () if small else _names(ground, shown, rows)
    return Chart(
        width=window.width,
        height=round(window.height, 1),
        sketch=picture,
        marks=tuple(sorted(shown, key=lambda mark: (-mark.radius, mark.number))),
        lines=() if small else _lines(index, window, rows, {one.id: one for one in placed}),
        names=names,
        numbers=_numbers(phone, shown, size=9.0 if small else _DIGITS),
        grounds=() if small else _grounds(index, ground, picture, named),
        scale=None if small else _scale(index, window),
        frame=None,
    )


def _mark(one: Location, window: Window, row: PlaceRow, picture: Sketch) -> MarkView:
    x, y = window.at(one.lat or 0.0, one.lon or 0.0)
    wide = one.precision == "area"
    look = one.precision
    if look == "country" and not picture.visible(one.country or ""):
        look = "point"
    radius = (13.0 if wide else 3.5) + 1.6 * min(6, len(one.claims)) ** 0.5
    if window.width < _PAPER[0]:
        radius = 3.0
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
        label = ground.beside(name, mark.x, mark.y, mark.radius, size=_TYPE)
        label = label or ground.beside(str(mark.number), mark.x, mark.y, mark.radius, size=_TYPE)
        found += [label] if label else []
    return tuple(found)


def _numbers(ground: Ground, marks: Iterable[MarkView], *, size: float) -> tuple[Label, ...]:
    ordered = sorted(marks, key=lambda mark: mark.number)
    labels = (ground.beside(str(mark.number), mark.x, mark.y, mark.radius, size=size) for mark in ordered)
    return tuple(label for label in labels if label)


def _grounds(index: Index, ground: Ground, picture: Sketch, named: Mapping[str, str]) -> tuple[Label, ...]:
    """Set the names of countries on their ground, those that a claim names first, then the largest."""
    found = []
    for code in sorted(picture.rooms, key=lambda code: (code not in named, -picture.rooms[code].size, code)):
        room = picture.rooms[code]
        label = ground.upon(index.speech.country(code), room.spots, room.holds, size=_TYPE)
        found += [label] if label else []
    return tuple(found)


def _lines(
    index: Index, window: Window, rows: Mapping[str, PlaceRow], places: Mapping[str, Location]
) -> tuple[LineView, ...]:
    found = []
    for route in index.dossier.routes:
        ends = _ends(route, window, places)
        if ends is not None:
            said = index.speech(
                "from {origin} to {destination}",
                origin=rows[route.origin].name,
                destination=rows[route.destination].name,
            )
            found.append(LineView(_curve(*ends), route.happened, said))
    return tuple(found)


def _ends(
    route: Route, window: Window, places: Mapping[str, Location]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return where a way begins and ends; one end may lie off the paper, whose edge cuts it."""
    one, other = places.get(route.origin), places.get(route.destination)
    if one is None or other is None or not (_seen(one, window) or _seen(other, window)):
        return None
    if None in (one.lat, one.lon, other.lat, other.lon):
        return None
    return window.at(one.lat or 0.0, one.lon or 0.0), window.at(other.lat or 0.0, other.lon or 0.0)


def _curve(one: tuple[float, float], other: tuple[float, float]) -> str:
    """Return a bent line that stops short of its end, so that the arrow does not hide the mark."""
    (x, y), (to_x, to_y) = one, other
    across, down = to_x - x, to_y - y
    far = max(1.0, (across**2 + down**2) ** 0.5)
    to_x, to_y = to_x - across / far * min(9.0, far / 3), to_y - down / far * min(9.0, far / 3)
    bend_x, bend_y = (x + to_x) / 2 + down * 0.15, (y + to_y) / 2 - across * 0.15
    return f"M{x:.1f} {y:.1f}Q{bend_x:.1f} {bend_y:.1f} {to_x:.1f} {to_y:.1f}"


def _scale(index: Index, window: Window) -> Scale | None:
    """Return a bar of a round length, a fifth of the map or less; none for a map so large that it would mislead."""
    if window.height / window.scale > 60:
        return None
    most = window.width / 5 / window.scale * KM
    length = max(n * 10**power for power in range(4) for n in (1, 2, 5) if n * 10**power <= most)
    return Scale(round(length / KM * window.scale, 1), f"{index.speech.number(length)} km")
