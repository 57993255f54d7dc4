"""W3C Web Annotation: one annotation a statement, for annotation tools and whoever wants to find the sentence again.

The target is the report's address, or its capture where there is none. Its state pins the capture by SHA-256, refined by
the SHA-256 of the text that careo reads in it: the offsets of the position selector are code points into that text, as
the model demands, and not into a page's HTML. The quote selector finds the sentence in any rendering.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from careo.model.ids import content_id
from careo.model.inferred import Dossier
from careo.model.seen import Capture, Report, Statement
from careo.render import words
from careo.render.pieces import Piece, piece
from careo.render.slots import slot_lines

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of prefix and suffix, as Hypothesis and others write them."""


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield one page of annotations, in the order of stories, reports and sentences."""
    yield piece("annotations.jsonld", _page(dossiers))


def _page(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Write an annotation a line, so that the file can be read by eye and compared by line."""
    ids = [statement.id for dossier in dossiers for statement in dossier.statements]
    page = content_id("annotations", *sorted(ids))
    collection = {"id": _urn(f"all-{page}"), "type": "AnnotationCollection", "total": len(ids)}
    head = {"@context": CONTEXT, "id": _urn(page), "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
    yield f'{_json(head)[:-1]},"items":['
    between = "\n"
    for dossier in dossiers:
        for annotation in _annotations(dossier):
            yield f"{between}{_json(annotation)}"
            between = ",\n"
    yield "\n]}\n"


def _annotations(dossier: Dossier) -> Iterator[Mapping[str, Any]]:
    reports = {report.id: report for report in dossier.reports}
    captures = {capture.id: capture for capture in dossier.captures}
    claims: dict[str, list[str]] = {}
    for claim in dossier.claims:
        for id_ in claim.statements:
            claims.setdefault(id_, []).append(claim.id)
    for statement in dossier.statements:
        report = reports[statement.report]
        yield {
            "id": _urn(f"annotation-{statement.id}"),
            "type": "Annotation",
            "motivation": ["describing", "linking"],
            "body": _body(statement, claims.get(statement.id, ())),
            "target": _target(statement, report, captures.get(report.capture)),
        }


def _body(statement: Statement, claims: Iterable[str]) -> list[Mapping[str, Any]]:
    """Return the statement and its claims by name, its type and standing as tags, and its slots in words."""
    named = [(statement.id, "identifying"), *((claim, "linking") for claim in claims)]
    against = () if statement.polarity == "affirmed" else (statement.polarity,)
    return [
        *({"type": "SpecificResource", "source": _urn(id_), "purpose": purpose} for id_, purpose in named),
        *(_text(tag, "tagging") for tag in (statement.type, statement.modality, *against)),
        _text(_in_words(statement), "describing"),
    ]


def _text(value: str, purpose: str) -> Mapping[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _in_words(statement: Statement) -> str:
    lines = [f"{words.STATEMENT_TYPES[statement.type]}: {words.MODALITIES[statement.modality][1]}"]
    if statement.polarity != "affirmed":
        lines.append(statement.polarity + (f" by {statement.denied_by}" if statement.denied_by else ""))
    for line in slot_lines(statement):
        reading = f"[{line.reading}]" if line.reading and line.verbatim else line.reading
        lines.append(" ".join(part for part in (f"{line.label}:", line.verbatim, reading) if part))
    return "\n".join(lines)


def _target(statement: Statement, report: Report, capture: Capture | None) -> Mapping[str, Any]:
    pinned = f"urn:sha256:{capture.sha256}" if capture else _urn(report.capture)
    return {
        "type": "SpecificResource",
        "source": report.url or pinned,
        "state": _state(pinned, report, capture),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": report.text[statement.start : statement.end],
                "prefix": report.text[max(0, statement.start - AROUND) : statement.start],
                "suffix": report.text[statement.end : statement.end + AROUND],
            },
            {"type": "TextPositionSelector", "start": statement.start, "end": statement.end},
        ],
    }


def _state(pinned: str, report: Report, capture: Capture | None) -> Mapping[str, Any]:
    text = {"type": "TimeState", "cached": f"urn:sha256:{report.text_sha256}"}
    moment = _moment(capture.captured) if capture and capture.captured else None
    fetched = {"sourceDate": moment} if moment else {}
    return {"type": "TimeState", **fetched, "cached": pinned, "refinedBy": text}


def _moment(value: str) -> str | None:
    """Return a moment as the model wants it, in UTC with a Z; `None` for a day without a time or zone."""
    try:
        moment = datetime.fromisoformat(value)
        utc = moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ") if utc else None


def _urn(id_: str) -> str:
    return f"urn:careo:{id_}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
