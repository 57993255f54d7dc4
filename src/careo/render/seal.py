"""Seal a page, and check a sealed page: its digest, and every quotation against the text it carries.

The digest shows that a page was changed since it was made. Whoever changes a page on purpose can seal it
anew; what holds then is the second half of the check: each text has its SHA-256, each quotation its place.
"""

import json
import re
from typing import Any

from careo.model.ids import sha256
from careo.render.visible import Visible, read_visible

BLANK = "0" * 64
MARKER = '<meta name="careo-seal" content="sha256:{}">'
_SEALED = re.compile(r'<meta name="careo-seal" content="sha256:([0-9a-f]{64})">')


def seal(page: str) -> str:
    """Return the page with the SHA-256 of its UTF-8, digest field blanked, in that field.

    Raises:
        ValueError: if the page does not have exactly one digest field.
    """
    if len(_SEALED.findall(page)) != 1:
        raise ValueError("A page needs exactly one digest field to be sealed")
    return _SEALED.sub(MARKER.format(_digest(page)), page)


def check_page(page: str) -> tuple[str, ...]:
    """Return what is wrong with a sealed page, in plain words; empty where it is intact."""
    return (*_check_digest(page), *_check_evidence(page))


def _digest(page: str) -> str:
    blanked = _SEALED.sub(MARKER.format(BLANK), page)
    return sha256(blanked.encode("utf-8", "surrogatepass"))


def _check_digest(page: str) -> list[str]:
    digests = _SEALED.findall(page)
    if len(digests) != 1:
        return [f"The page has {len(digests) or 'no'} seals; it should have one"]
    if digests[0] != _digest(page):
        return ["The page was changed after it was sealed: its SHA-256 is not the one it carries"]
    return []


def _check_evidence(page: str) -> list[str]:
    try:
        visible = read_visible(page)
        evidence = json.loads(visible.evidence)
        texts = {report["label"]: report["text"] for report in evidence["reports"]}
        return [
            *_check_texts(evidence),
            *(problem for quote in visible.quotes for problem in _check_shown(quote, texts)),
            *_check_whole(visible, texts),
        ]
    except (AssertionError, AttributeError, KeyError, RecursionError, TypeError, ValueError) as broken:
        return [f"The page's evidence block is missing or cannot be read ({type(broken).__name__})"]


def _check_texts(evidence: Any) -> list[str]:
    problems = []
    texts = {report["id"]: report["text"] for report in evidence["reports"]}
    for report in evidence["reports"]:
        if sha256(report["text"].encode("utf-8", "surrogatepass")) != report["text_sha256"]:
            problems.append(f"The text of report {report['id']} does not have its SHA-256")
    for id_, start, end, quote in evidence["quotes"]:
        if texts[id_][start:end] != quote:
            problems.append(f"Report {id_} does not say {quote!r} at {start}:{end}")
    return problems


def _check_shown(quote: tuple[str, str], texts: dict[str, str]) -> list[str]:
    """Whether a quotation that a reader sees is what the report says."""
    at, shown = quote
    label, start, end = at.split(":")
    said = texts[label][int(start) : int(end)]
    return [] if said == shown else [f"The page shows {shown!r} at {at}, where the report says {said!r}"]


def _check_whole(visible: Visible, texts: dict[str, str]) -> list[str]:
    """Whether the paragraphs shown are, put together, the whole text of every report."""
    shown = dict.fromkeys(texts, "")
    for at, piece in visible.pieces:
        label, start, _ = at.split(":")
        if int(start) != len(shown[label]):
            return [f"A paragraph of {label} is missing or out of place before {start}"]
        shown[label] += piece
    return [f"The text shown for {label} is not the report's" for label, text in texts.items() if shown[label] != text]
