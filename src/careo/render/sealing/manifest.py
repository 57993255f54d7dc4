"""The block that a page carries for programs: how it was made, from which bytes, and what it says, without the texts.

The texts stand on the page, paragraph by paragraph; they are put together again from there. Statements are written as
`[report, sentence start, end, trigger start, end, type]` and named by their number: their ids follow from these.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from careo.model.ids import place, statement_id
from careo.model.inferred import Dossier, Slot, Value
from careo.model.made import Manifest
from careo.model.snapshot import ClaimState, DiscrepancyState, ReportState, Snapshot, StatementState

Block = dict[str, Any]


def block(dossier: Dossier, manifest: Manifest, version: str) -> Block:
    """Return the manifest of a page as it is written in JSON, without the hashes of the page's items."""
    number = {report.id: n for n, report in enumerate(dossier.reports)}
    told = {statement.id: n for n, statement in enumerate(dossier.statements)}
    return {
        "careo": version,
        "read_by": list(manifest.read_by),
        "compared_by": manifest.compared_by,
        "settings": dict(manifest.settings),
        "story": dossier.story.id,
        "counts": {name: len(getattr(dossier, name)) for name in ("reports", "statements", "claims", "discrepancies")},
        "captures": [
            {
                "id": capture.id, "origin": capture.origin, "member": capture.member, "sha256": capture.sha256,
                "bytes": capture.bytes, "media_type": capture.media_type, "captured": capture.captured,
            }
            for capture in dossier.captures
        ],
        "reports": [
            {
                "id": report.id, "label": f"r{number[report.id] + 1}", "capture": report.capture, "item": report.item,
                "url": report.url, "title": report.title, "text_sha256": report.text_sha256,
            }
            for report in dossier.reports
        ],
        "statements": [
            [number[s.report], s.start, s.end, s.trigger.start, s.trigger.end, s.type] for s in dossier.statements
        ],
        "claims": [
            [c.id, c.type, c.gloss, len(c.origins), [told[id_] for id_ in c.statements],
             {slot.slot: _values(slot.values, told) for slot in c.slots}]
            for c in dossier.claims
        ],
        "discrepancies": [
            [d.id, d.slot, d.type, _values(d.values, told), d.dismissed is not None] for d in dossier.discrepancies
        ],
        "versions": [[version.report, version.of] for version in dossier.versions],
    }  # fmt: skip


def snapshot(block: Block, texts: Mapping[str, str]) -> Snapshot:
    """Return what a page says, to be compared with another; `texts` are those of the page, by label.

    Raises:
        KeyError, TypeError, ValueError, IndexError: if the block is none that `block` made.
    """
    files = {capture["id"]: place(capture["origin"], capture["member"]) for capture in block["captures"]}
    reports = tuple(
        ReportState(
            one["id"], block["story"], files.get(one["capture"], ""), one["item"], one["url"], one["title"],
            texts[one["label"]],
        )
        for one in block["reports"]
    )  # fmt: skip
    statements = tuple(_statement(block["reports"], *row) for row in block["statements"])
    ids = [statement.id for statement in statements]
    claims = (
        ClaimState(id_, type_, gloss, tuple(ids[n] for n in told),
                   tuple(Slot(slot, _given(values, ids)) for slot, values in slots.items()), origins)
        for id_, type_, gloss, origins, told, slots in block["claims"]
    )  # fmt: skip
    gaps = (
        DiscrepancyState(id_, slot, type_, _given(values, ids), dismissed)
        for id_, slot, type_, values, dismissed in block["discrepancies"]
    )
    return Snapshot(
        whole=False,
        program=program(block["read_by"], block["compared_by"]),
        reports=reports,
        statements=statements,
        claims=tuple(claims),
        discrepancies=tuple(gaps),
        versions=tuple((later, earlier) for later, earlier in block["versions"]),
        decisions=(),
    )


def program(read_by: Iterable[str], compared_by: str | None) -> tuple[tuple[str, str], ...]:
    """Return the versions that made the records as a snapshot has them."""
    return (("read by", "; ".join(read_by)), ("compared by", compared_by or ""))


def _values(values: Iterable[Value], told: Mapping[str, int]) -> list[Any]:
    return [[value.value, [told[id_] for id_ in value.statements]] for value in values]


def _given(values: Iterable[Any], ids: list[str]) -> tuple[Value, ...]:
    return tuple(Value(value, tuple(ids[n] for n in told)) for value, told in values)


def _statement(reports: list[Any], number: int, *rest: Any) -> StatementState:
    start, end, left, right, type_ = rest
    report = reports[number]
    id_ = statement_id(report["id"], report["text_sha256"], left, right, type_)
    return StatementState(id_, report["id"], start, end, type_, (left, right))
