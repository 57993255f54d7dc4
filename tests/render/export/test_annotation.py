"""Web Annotations are read by a model of the W3C's and lead back to the very same characters."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from iiif_prezi3 import AnnotationPage

from careo.model.ids import sha256
from careo.model.inferred import Dossier
from careo.render.export.annotation import AROUND, CONTEXT, pieces
from tests.render.laid import laid_out

TERMS = {
    "@context", "id", "type", "items", "partOf", "startIndex", "total", "motivation", "body", "target", "source",
    "purpose", "value", "format", "language", "state", "sourceDate", "cached", "refinedBy", "selector", "exact",
    "prefix", "suffix", "start", "end",
}  # fmt: skip
"""Of the Web Annotation vocabulary; another key would be dropped by whoever reads the file as JSON-LD."""


def _page(dossier: Dossier) -> dict[str, Any]:
    (piece,) = pieces([dossier])
    found: dict[str, Any] = json.loads(b"".join(piece.chunks))
    return found


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def _dumped(body: Any) -> Any:
    return body.model_dump(mode="json", exclude_none=True)


def _anchored(text: str, quote: dict[str, str]) -> list[int]:
    """Find a quotation as an annotation client does: every place with the same words and the same surroundings."""
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    starts = range(len(text) - len(whole) + 1)
    return [start + len(quote["prefix"]) for start in starts if text.startswith(whole, start)]


def test_read_by_the_model() -> None:
    """A strict model of the W3C's page, bodies, states and selectors takes every annotation and keeps its values."""
    dossier = laid_out()
    page = _page(dossier)
    read = AnnotationPage.model_validate(page)
    assert len(read.items) == len(dossier.statements) == page["partOf"]["total"]
    for item, written in zip(read.items, page["items"], strict=True):
        quote, position = item.target.selector
        assert quote.model_dump(exclude_none=True) == written["target"]["selector"][0]
        assert position.model_dump() == written["target"]["selector"][1]
        state = item.target.state
        assert (str(state.cached), state.sourceDate) == (
            written["target"]["state"]["cached"], written["target"]["state"]["sourceDate"],
        )  # fmt: skip
        assert [_dumped(body) for body in item.body] == written["body"]
        assert item.motivation == written["motivation"]


def test_known_terms_only() -> None:
    """Every key is one of the model's, so nothing is lost to a reader of JSON-LD."""
    page = _page(laid_out())
    assert page["@context"] == CONTEXT
    assert _keys(page) <= TERMS


def test_the_same_characters() -> None:
    """By position and by quotation an annotation finds the sentence of its statement, and nothing else."""
    dossier = laid_out()
    reports = {report.id: report for report in dossier.reports}
    for statement, annotation in zip(dossier.statements, _page(dossier)["items"], strict=True):
        text = reports[statement.report].text
        quote, position = annotation["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == text[statement.start : statement.end]
        assert _anchored(text, quote) == [statement.start]
        assert len(quote["prefix"]) == min(AROUND, statement.start)


def test_bodies() -> None:
    """An annotation names its statement and claim, and is tagged with the type, and with a denial."""
    dossier = laid_out()
    for statement, annotation in zip(dossier.statements, _page(dossier)["items"], strict=True):
        named = [body["source"] for body in annotation["body"] if body["purpose"] == "identifying"]
        claims = [body["source"] for body in annotation["body"] if body["purpose"] == "linking"]
        tags = [body["value"] for body in annotation["body"] if body["purpose"] == "tagging"]
        assert named == [f"urn:careo:{statement.id}"]
        assert claims == [f"urn:careo:{claim.id}" for claim in dossier.claims if statement.id in claim.statements]
        assert tags == [statement.type, statement.modality] + ["denied"] * (statement.polarity == "denied")


def test_pinned() -> None:
    """The state pins the capture and, in it, the text that the offsets count; the time is the capture's, in UTC."""
    dossier = laid_out()
    captures = {capture.id: capture.sha256 for capture in dossier.captures}
    reports = {report.id: report for report in dossier.reports}
    for statement, annotation in zip(dossier.statements, _page(dossier)["items"], strict=True):
        report, state = reports[statement.report], annotation["target"]["state"]
        assert state["cached"] == f"urn:sha256:{captures[report.capture]}"
        assert state["refinedBy"]["cached"] == f"urn:sha256:{sha256(report.text)}"
        assert state["sourceDate"] == "2024-05-21T06:30:00Z"
        assert annotation["target"]["source"] == (report.url or state["cached"])
        assert annotation["target"]["language"] == report.language


@pytest.mark.parametrize("captured", [None, "2024-05-21", "2024-05-21T08:30:00", "soon"])
def test_unknown_moment(captured: str | None) -> None:
    """A capture of unknown time, or of a time without a zone, gives no timestamp rather than a guess."""
    dossier = laid_out()
    captures = tuple(replace(capture, captured=captured) for capture in dossier.captures)
    for annotation in _page(replace(dossier, captures=captures))["items"]:
        assert "sourceDate" not in annotation["target"]["state"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_hostile_address(tail: str) -> None:
    """Whatever a page gives as its address, the source stays one that the model takes."""
    dossier = laid_out()
    reports = tuple(replace(report, url=f"https://a.example/{tail}") for report in dossier.reports)
    AnnotationPage.model_validate(_page(replace(dossier, reports=reports)))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://", "https://a b/", "/here", "https://[x", ""])
def test_no_address(url: str) -> None:
    """What is no web address is not given as the source; the capture's hash is."""
    dossier = laid_out()
    reports = tuple(replace(report, url=url) for report in dossier.reports)
    for annotation in _page(replace(dossier, reports=reports))["items"]:
        assert annotation["target"]["source"].startswith("urn:sha256:")
