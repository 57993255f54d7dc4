"""Export who did what to whom as GEXF 1.2, which Gephi, Cytoscape and networkx open; one file a story.

Every line is written as directed, since readers refuse a graph of both; `mutual` says where it has no direction.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, tostring

from careo.model.derived import End, Tie
from careo.model.inferred import Dossier
from careo.render.export.pieces import Piece, piece
from careo.render.quoting.index import Index, index
from careo.render.wording.deeds import DEEDS

_NODE = ("type", "entity")
_EDGE: Mapping[str, str] = MappingProxyType(
    {
        "deed": "string",
        "status": "string",
        "mutual": "boolean",
        "first": "string",
        "last": "string",
        "claims": "string",
        "statements": "string",
        "reports": "string",
        "sentences": "string",
    }
)
"""Attributes of a line; several ids stand with a space between them, sentences on a line of their own."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def pieces(dossiers: Iterable[Dossier]) -> Iterator[Piece]:
    """Yield a file for each story."""
    for dossier in dossiers:
        yield piece(f"{dossier.story.id}.gexf", _document(dossier))


def _document(dossier: Dossier) -> Iterator[str]:
    found = index(dossier)
    root = Element("gexf", {"xmlns": "http://www.gexf.net/1.2draft", "version": "1.2"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "careo"
    SubElement(meta, "description").text = _clean(dossier.story.title)
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    _declare(graph, "node", dict.fromkeys(_NODE, "string"))
    _declare(graph, "edge", _EDGE)
    _nodes(SubElement(graph, "nodes"), found)
    edges = SubElement(graph, "edges")
    for tie in dossier.network:
        _edge(edges, found, tie)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tostring(root, encoding="unicode") + "\n"


def _declare(graph: Element, class_: str, attributes: Mapping[str, str]) -> None:
    declared = SubElement(graph, "attributes", {"class": class_})
    for name, type_ in attributes.items():
        SubElement(declared, "attribute", {"id": name, "title": name, "type": type_})


def _nodes(nodes: Element, found: Index) -> None:
    types = {entity.id: entity.type for entity in found.dossier.entities}
    ends = {_id(tie, end): end for tie in found.dossier.network for end in (tie.from_, tie.to)}
    for id_, end in sorted(ends.items()):
        node = SubElement(nodes, "node", {"id": id_, "label": _clean(end.words)})
        _values(node, {"type": types.get(end.entity or "", "noun"), "entity": end.entity or ""})


def _id(tie: Tie, end: End) -> str:
    """Name an end: whom only a noun tells is nobody else."""
    return end.entity or _clean(f"{tie.id} {end.words}")


def _edge(edges: Element, found: Index, tie: Tie) -> None:
    told = [found.statement(id_) for id_ in tie.statements]
    reports = sorted({statement.report for statement in told}, key=found.numbers.__getitem__)
    ends = {"source": _id(tie, tie.from_), "target": _id(tie, tie.to)}
    named = {"id": tie.id, "type": "directed", "label": DEEDS[tie.type], "weight": str(len(reports))}
    values = {
        "deed": tie.type,
        "status": tie.status,
        "mutual": "false" if tie.directed else "true",
        "first": tie.first or "",
        "last": tie.last or "",
        "claims": " ".join(tie.claims),
        "statements": " ".join(tie.statements),
        "reports": " ".join(reports),
        "sentences": "\n".join(" ".join(found.report(s.report).text[s.start : s.end].split()) for s in told),
    }
    _values(SubElement(edges, "edge", named | ends), values)


def _values(element: Element, values: Mapping[str, str]) -> None:
    """Give an element its attributes; what is unknown has none."""
    held = SubElement(element, "attvalues")
    for name, value in values.items():
        if value:
            SubElement(held, "attvalue", {"for": name, "value": _clean(value)})


def _clean(text: str | None) -> str:
    """Replace characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text or "")
