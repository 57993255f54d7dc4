"""Seal a page, and check a sealed page: its digest, each of its items, and every quotation against its text.

The digest shows that a page was changed since it was made, the hashes of its items where. Whoever changes a page on
purpose can seal it anew; what holds then is the rest of the check: each text has its SHA-256, each quotation its place.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careo.errors import AnchorError
from careo.model.ids import sha256
from careo.model.snapshot import Snapshot
from careo.render.sealing.items import MANIFEST, PAGE, called, hashed, items, titled
from careo.render.sealing.manifest import Block, snapshot
from careo.render.sealing.visible import Shown, read_visible

BLANK = "0" * 64
MARKER = '<meta name="careo-seal" content="sha256:{}">'
_SEALED = re.compile(r'<meta name="careo-seal" content="sha256:([0-9a-f]{64})">')
_OPENING = re.compile(rf'<script [^<>]*id="{MANIFEST}" data-sha256="([^"<>]*)">')
# Inside a script element these could end the text early or be read as markup; JSON knows them as escapes.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})
_UNREADABLE = (AssertionError, AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
"""What a manifest may raise that somebody changed, and the parser of a page that is none."""

Misfit = tuple[str, str]
"""The item of the page, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a page carries."""

    block: Block
    texts: Mapping[str, str]
    """The reports' texts as they stand on the page, by label."""
    quotes: tuple[Shown, ...]
    pieces: tuple[Shown, ...]


def seal(page: str) -> str:
    """Return the page with its items' hashes in its manifest, and its own SHA-256, field blanked, in that field.

    Raises:
        ValueError: if the page does not have exactly one digest field and one manifest.
    """
    opening, blanked = _OPENING.search(page), _SEALED.sub(MARKER.format(BLANK), page)
    if len(_SEALED.findall(page)) != 1 or opening is None:
        raise ValueError("A page needs exactly one digest field and a manifest to be sealed")
    begin, end = opening.end(), blanked.index("</script>", opening.end())
    block = json.loads(blanked[begin:end])
    block["items"] = {item: hashed(own) for item, own in items(blanked).items()}
    written = as_json(block)
    filled = f"{blanked[: opening.start(1)]}{sha256(written)}{blanked[opening.end(1) : begin]}{written}{blanked[end:]}"
    return filled.replace(MARKER.format(BLANK), MARKER.format(_digest(filled)))


def as_json(block: Block) -> str:
    """Write a block for programs so that it is safe inside a script element."""
    return json.dumps(block, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def carried(page: str) -> Carried:
    """Return what a page carries: its manifest, the reports' texts, and every quotation.

    Raises:
        AnchorError: if it is no page of this careo, or one whose markup was broken.
    """
    block, visible = _manifest(page)[0], read_visible(page)
    try:
        texts = {one["label"]: "" for one in block["reports"]}
    except _UNREADABLE as broken:
        raise AnchorError("its manifest was changed") from broken
    for piece in visible.pieces:
        texts[piece.label] = texts.get(piece.label, "") + piece.text
    return Carried(block, texts, visible.quotes, visible.pieces)


def _manifest(page: str) -> tuple[Block, bool]:
    """Return the manifest, and whether it has the hash that its element gives."""
    opening = _OPENING.search(page)
    end = page.find("</script>", opening.end()) if opening else -1
    if opening is None or end < 0:
        raise AnchorError("no manifest: no page of this careo, or one that was changed")
    written = page[opening.end() : end]
    try:
        return json.loads(written), opening[1] == sha256(written.encode("utf-8", "surrogatepass"))
    except (RecursionError, ValueError) as broken:
        raise AnchorError("its manifest was changed") from broken


def page_snapshot(page: str) -> Snapshot:
    """Return what a page says, to be compared with another; raises AnchorError as `carried` does."""
    found = carried(page)
    try:
        return snapshot(found.block, found.texts)
    except _UNREADABLE as broken:
        raise AnchorError("its manifest was changed") from broken


def check_page(page: str) -> tuple[Misfit, ...]:
    """Return what is wrong with a sealed page, item by item; empty where it is intact."""
    found: list[Misfit] = []
    for check in (_check_items, _check_shown):
        try:
            found += check(page)
        except AnchorError as broken:
            found.append((MANIFEST if check is _check_items else PAGE, str(broken)))
        except _UNREADABLE:
            found.append((MANIFEST, "its manifest was changed"))
    named = [misfit for misfit in found if misfit[0] != PAGE]
    return tuple(dict.fromkeys(named or [*found, *_check_digest(page)]))


def _digest(page: str) -> str:
    blanked = _SEALED.sub(MARKER.format(BLANK), page)
    return sha256(blanked.encode("utf-8", "surrogatepass"))


def _check_digest(page: str) -> Iterator[Misfit]:
    digests = _SEALED.findall(page)
    if len(digests) != 1:
        yield PAGE, f"it has {len(digests) or 'no'} seals; it should have one"
    elif digests[0] != _digest(page):
        yield PAGE, "it was changed after it was sealed: the seal itself, or the order of what stands on it"


def _check_items(page: str) -> Iterator[Misfit]:
    block, whole = _manifest(page)
    if not whole:
        yield MANIFEST, "the manifest was changed: it does not have its SHA-256"
        return
    now = items(_SEALED.sub(MARKER.format(BLANK), page))
    wanted = block["items"]
    for item in (item for item in wanted if item not in now):
        yield item, f"{called(item)} is missing, or its first tag was changed"
    for item, own in now.items():
        if item not in wanted:
            yield item, f"{called(item)} was put in: {titled(own)}"
        elif wanted[item] != hashed(own):
            yield item, f"{called(item)} was changed: {titled(own)}"


def _check_shown(page: str) -> Iterator[Misfit]:
    found = carried(page)
    yield from _check_texts(found)
    yield from _check_quotes(found)


def _check_texts(found: Carried) -> Iterator[Misfit]:
    """Whether the paragraphs shown are, put together, the texts that were read."""
    at = dict.fromkeys(found.texts, 0)
    for piece in found.pieces:
        if piece.start != at.get(piece.label):
            yield piece.item, f"a paragraph of {called(piece.item)} is missing or out of place at {piece.at}"
        at[piece.label] = piece.start + len(piece.text)
    for report in found.block["reports"]:
        if not _intact(report, found.texts):
            yield report["label"], f"the text of {called(report['label'])} does not have its SHA-256"


def _check_quotes(found: Carried) -> Iterator[Misfit]:
    """Whether each quotation that a reader sees is what the report says, where that is still what was read."""
    labels = {one["label"]: _intact(one, found.texts) for one in found.block["reports"]}
    for quote in found.quotes:
        said = found.texts[quote.label][quote.start : quote.end] if labels.get(quote.label) else quote.text
        if said != quote.text or quote.label not in labels:
            yield quote.item, f"{called(quote.item)} shows {quote.text!r} at {quote.at}, where the report says {said!r}"


def _intact(report: Any, texts: Mapping[str, str]) -> bool:
    return bool(sha256(texts[report["label"]].encode("utf-8", "surrogatepass")) == report["text_sha256"])
