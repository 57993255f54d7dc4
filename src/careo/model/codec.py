"""The one codec: any record to a JSON object and back, and the JSON Schema of both.

In JSON the trailing underscore of `class_` and `from_` goes, whole numbers lose their `.0`, and the slots of a claim
are an object from slot to values.
"""

import json
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from careo.errors import AnchorError
from careo.model.decided import Decision
from careo.model.derived import Chain, Coverage, Derived, Happening, Location, Route, Tie, Trajectory
from careo.model.inferred import Claim, Derivation, Discrepancy, Entity, Judgement, Story, Version
from careo.model.seen import Capture, Mention, Report, Skip, Statement

Record = (
    Capture | Report | Mention | Statement | Entity | Story | Derivation | Version | Judgement | Claim | Discrepancy
    | Decision | Skip
)  # fmt: skip

KINDS: dict[str, type[Record]] = {
    "capture": Capture,
    "report": Report,
    "mention": Mention,
    "statement": Statement,
    "entity": Entity,
    "story": Story,
    "derivation": Derivation,
    "version": Version,
    "judgement": Judgement,
    "claim": Claim,
    "discrepancy": Discrepancy,
    "decision": Decision,
    "skip": Skip,
}
"""Every exported kind in the order of the export."""

DERIVED: dict[str, type[Derived]] = {
    "trajectory": Trajectory,
    "chain": Chain,
    "coverage": Coverage,
    "happening": Happening,
    "location": Location,
    "route": Route,
    "tie": Tie,
}
"""What is worked out from the records when it is asked for: not kept, exported after them and written as they are."""

_NAMES: dict[type, str] = {class_: kind for kind, class_ in (*KINDS.items(), *DERIVED.items())}


def kind_of(record: Record | Derived) -> str:
    """Return the export's word for the record's class."""
    return _NAMES[type(record)]


def encode(record: Record | Derived) -> dict[str, Any]:
    """Return the record as a JSON object: `kind`, then its fields."""
    fields = _adapter(kind_of(record)).dump_python(record, mode="json")
    if isinstance(record, Claim):
        fields["slots"] = {slot["slot"]: slot["values"] for slot in fields["slots"]}
    return {"kind": kind_of(record)} | cast(dict[str, Any], _outward(fields))


def decode(fields: dict[str, Any]) -> Record:
    """Return the record of a JSON object made by `encode`; fields joined in by an export are passed over.

    Raises:
        AnchorError: if the object is not one of our records.
    """
    try:
        inward = _inward({name: value for name, value in fields.items() if name != "kind"})
        if fields["kind"] == "claim":
            inward["slots"] = [{"slot": slot, "values": values} for slot, values in inward["slots"].items()]
        return cast(Record, _adapter(fields["kind"]).validate_python(inward))
    except (AttributeError, KeyError, TypeError, ValidationError) as error:
        raise AnchorError(f"not a careo record: {error}") from error


def dumps(record: Record | Derived) -> str:
    """Return the record as one line of JSON, readable as UTF-8."""
    return json.dumps(encode(record), ensure_ascii=False, separators=(",", ":"))


def loads(line: str) -> Record:
    """Return the record of one line of JSON; raises AnchorError as `decode` does."""
    try:
        return decode(json.loads(line))
    except json.JSONDecodeError as error:
        raise AnchorError(f"not a line of JSON: {error}") from error


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind] if kind in KINDS else DERIVED[kind])


def _outward(value: Any) -> Any:
    if isinstance(value, dict):
        return {name.removesuffix("_"): _outward(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_outward(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _inward(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"{name}_" if name in ("class", "from") else name: _inward(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_inward(inner) for inner in value]
    return value
