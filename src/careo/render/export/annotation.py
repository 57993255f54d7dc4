"""W3C Web Annotation: one annotation a statement, for annotation tools and whoever wants to find the sentence again.

The target is the report's address, or its capture where there is none. Its state pins the capture by SHA-256, refined
by the SHA-256 of the text that careo reads in it: the offsets of the position selector are code points into that text,
as the model demands, and not into a page's HTML. The quote selector finds the sentence in any rendering.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from careo.model.ids import content_id
from careo.model.inferred import Dossier
from careo.model.seen import Capture, Report, Statement
from careo.render.export.lookup import Lookup, lookup
from careo.render.export.pieces import Piece, json_of, piece
from careo.render.wording.slots import in_words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of prefix and suffix, as Hypothesis and others write them."""

_NO_IRI = re.compile(r"""[\x00-\x20\x7f-\xa0<>"{}|\\^`\s]""")


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield one page of annotations, in the order of stories, reports and sentences."""
    yield piece("annotations.jsonld", _page(dossiers))


def _page(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Write an annotation a line, to be read by eye and compared by line; how many there were stands at the end."""
    yield f'{json_of({"@context": CONTEXT, "type": "AnnotationPage", "startIndex": 0})[:-1]},"items":['
    between, total, stories = "\n", 0, []
    for dossier in dossiers:
        stories.append(dossier.story.id)
        for annotation in _annotations(dossier):
            yield f"{between}{json_of(annotation)}"
            between, total = ",\n", total + 1
    whole = content_id("annotations", *sorted(stories))
    collection = {"id": _urn(whole), "type": "AnnotationCollection", "total": total}
    yield f"\n],{json_of({'id': _urn(f'{whole}-1'), 'partOf': collection})[1:]}\n"


def _annotations(dossier: Dossier) -> Iterator[Mapping[str, Any]]:
    look = lookup(dossier)
    for statement in dossier.statements:
        yield {
            "id": _urn(f"annotation-{statement.id}"),
            "type": "Annotation",
            "motivation": ["describing", "linking"],
            "body": _body(statement, look.claims.get(statement.id)),
            "target": _target(statement, look),
        }


def _body(statement: Statement, claim: str | None) -> list[Mapping[str, Any]]:
    """Return the statement and its claim by name, its type and standing as tags, and its slots in words."""
    named = [(statement.id, "identifying"), *([(claim, "linking")] if claim else [])]
    against = () if statement.polarity == "affirmed" else (statement.polarity,)
    return [
        *({"type": "SpecificResource", "source": _urn(id_), "purpose": purpose} for id_, purpose in named),
        *(_text(tag, "tagging") for tag in (statement.type, statement.modality, *against)),
        _text("\n".join(in_words(statement)), "describing"),
    ]


def _text(value: str, purpose: str) -> Mapping[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _target(statement: Statement, look: Lookup) -> Mapping[str, Any]:
    report = look.index.report(statement.report)
    capture = look.captures.get(report.capture)
    pinned = f"urn:sha256:{capture.sha256}" if capture else _urn(report.capture)
    return {
        "type": "SpecificResource",
        "source": report.url if report.url and _is_address(report.url) else pinned,
        **({} if report.language == "und" else {"language": report.language}),
        "state": _state(pinned, report, capture),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": look.quote(statement),
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


def _is_address(value: str) -> bool:
    """Whether a value can stand where the model wants an IRI: on the web, with a host, without spaces or braces."""
    try:
        parts = urlsplit(value)
        named = bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and named and not _NO_IRI.search(value)


def _urn(id_: str) -> str:
    return f"urn:careo:{id_}"
