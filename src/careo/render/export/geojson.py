"""GeoJSON (RFC 7946) for QGIS and web maps: one feature for each place of each statement, with the sentence.

A place without coordinates is a feature without a geometry, so that nothing is dropped for not being on the map. Order
is longitude, latitude; there is no `crs`, since RFC 7946 knows WGS 84 only.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from careo.model.inferred import Dossier
from careo.model.seen import Place, Setting, Statement, Time
from careo.render.export.lookup import Lookup, lookup
from careo.render.export.pieces import Piece, json_of, piece
from careo.render.export.points import is_area, on_map, precision
from careo.render.wording import words
from careo.render.wording.amounts import amount
from careo.render.wording.when import time_words
from careo.text.telling.slots import SLOTS
from careo.text.times.edtf import Point, first_day, last_day, point

_ABOUT = (
    "Each feature is a place that one report names in one statement; that it is here does not mean that it happened. "
    "A point of precision 'area' stands for a whole country, province or island and is no location."
)


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield one FeatureCollection; features in the order of stories, reports and sentences."""
    yield piece("places.geojson", _collection(dossiers))


def _collection(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Write a feature a line, so that the file can be read by eye and compared by line."""
    about = {"name": "careo: places of statements", "description": _ABOUT}
    yield f'{{"type":"FeatureCollection",{json_of(about)[1:-1]},"features":['
    between = "\n"
    for dossier in dossiers:
        for feature in _features(dossier):
            yield f"{between}{json_of(feature)}"
            between = ",\n"
    yield "\n]}\n"


def _features(dossier: Dossier) -> Iterator[Mapping[str, Any]]:
    look = lookup(dossier)
    for statement in dossier.statements:
        told = {"story": dossier.story.id, "claim": look.claims.get(statement.id), **_told(statement, look)}
        for setting in statement.places:
            place, entity = look.places.get(setting.mention), look.entities.get(setting.mention)
            where = {**_where(setting, place), "entity": entity.id if entity else None}
            yield {
                "type": "Feature",
                "id": f"{statement.id}:{setting.role}:{setting.start}-{setting.end}",
                "geometry": _geometry(place),
                "properties": {**where, **told},
            }


def _geometry(place: Place | None) -> Mapping[str, Any] | None:
    point = on_map(place) if place else None
    return {"type": "Point", "coordinates": list(point)} if point else None


def _where(setting: Setting, place: Place | None) -> Mapping[str, Any]:
    known = place or Place(setting.verbatim, None, None, None, None, (), None, ())
    exact = "none" if on_map(known) is None else "area" if is_area(known) else "place"
    return {
        "place": known.name,
        "as_written": setting.verbatim,
        "role": setting.role,
        "precision": exact,
        "precision_words": precision(known),
        "place_kind": known.kind,
        "stated_kind": known.stated_kind,
        "country": known.country,
        "within": list(known.parents),
        "may_also_be": list(known.candidates),
    }


def _told(statement: Statement, look: Lookup) -> Mapping[str, Any]:
    """Return what the statement says, flat where a table wants it, whole where one value is not enough."""
    report = look.index.report(statement.report)
    return {
        "statement": statement.id,
        "type": statement.type,
        "subtype": statement.subtype,
        "modality": statement.modality,
        "polarity": statement.polarity,
        "quotation": look.quote(statement),
        "start": statement.start,
        "end": statement.end,
        "report": report.id,
        "text_sha256": report.text_sha256,
        "title": report.title,
        "outlet": report.publisher,
        "language": report.language,
        "published": report.date,
        "url": report.url,
        "figures": "; ".join(f"{words.plain(figure.measure)}: {amount(figure)}" for figure in statement.figures),
        "figures_read": [
            {
                "measure": figure.measure,
                "low": _whole(figure.low),
                "high": _whole(figure.high),
                "comparator": figure.comparator,
                "unit": figure.unit,
                "group": figure.group,
                "as_written": figure.verbatim,
            }
            for figure in statement.figures
        ],
        **_days(statement),
        "times": "; ".join(map(_time, statement.times)),
        "times_read": [
            {
                "role": time.role,
                "first": time.first,
                "last": time.last,
                "precision": time.precision,
                "as_written": time.verbatim,
            }
            for time in statement.times
        ],
        "according_to": [source.who for source in statement.attribution],
    }


def _days(statement: Statement) -> Mapping[str, str | None]:
    """Return the first and the last day it can have been on, for a slider; nothing where it has no time, or several."""
    own = [time for time in statement.times if time.role == SLOTS[statement.type].time]
    time = own[0] if len(own) == 1 else None
    return {
        "not_before": _day(time.first if time else None, first_day),
        "not_after": _day(time.last if time else None, last_day),
    }


def _day(value: str | None, bound: Callable[[Point], date | None]) -> str | None:
    at = point(value) if value else None
    day = bound(at) if at else None
    return day.isoformat() if day else None


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _time(time: Time) -> str:
    return f"{words.TIMES[time.role]}: {time_words(time)}" if time.role else time_words(time)
