"""signed: findings with a person's hand in them say so: differences set aside or of another kind, values corrected."""

from dataclasses import replace
from typing import cast

from careo.model.decided import Correction
from careo.model.inferred import Claim, Discrepancy, DiscrepancyType, Findings, Slot, Value
from careo.stages.deciding.settle import Aside, Settled

_EXACT = ("figure", "time", "polarity")
"""Slots whose values are compared letter for letter; a name may be spelled anew when a report comes."""


def signed(findings: Findings, settled: Settled) -> Findings:
    """Return the findings of one story, each value and discrepancy with the decisions behind it."""
    if not (settled.corrections or settled.aside or settled.kinds):
        return findings
    return replace(
        findings,
        claims=tuple(_claim(claim, settled) for claim in findings.claims),
        discrepancies=tuple(_discrepancy(one, settled) for one in findings.discrepancies),
    )


def _claim(claim: Claim, settled: Settled) -> Claim:
    slots = (Slot(slot.slot, tuple(_value(slot.slot, value, settled) for value in slot.values)) for slot in claim.slots)
    return replace(claim, slots=tuple(slots))


def _discrepancy(one: Discrepancy, settled: Settled) -> Discrepancy:
    values = tuple(_value(one.slot, value, settled) for value in one.values)
    by = next((aside.decision for aside in reversed(settled.aside) if _covers(aside, one)), None)
    named = next((kind for kind in reversed(settled.kinds) if _covers(kind, one)), None)
    if named is not None:
        one = replace(one, type=cast(DiscrepancyType, named.kind), corrected=named.decision)
    return replace(one, values=values, dismissed=by)


def _covers(aside: Aside, one: Discrepancy) -> bool:
    """Whether a person spoke of this difference: between statements of then, and with no value that is new."""
    sides = [value for value in one.values if not set(aside.statements).isdisjoint(value.statements)]
    if one.slot != aside.slot or len(sides) < min(2, len(one.values)) or not sides:
        return False
    known = set(aside.values)
    if one.slot.partition(":")[0] not in _EXACT:
        known.update(value.value for value in sides)
    return all(value.value in known for value in one.values)


def _value(slot: str, value: Value, settled: Settled) -> Value:
    behind = {
        one.decision.id for one in settled.corrections if one.statement in value.statements and _gave(one, slot, value)
    }
    return replace(value, corrected=tuple(sorted(behind)))


def _gave(one: Correction, slot: str, value: Value) -> bool:
    """Whether a correction gave its statement this value; a name is shown as its entity is called."""
    if one.value is None:
        return False
    if one.kind in ("role", "measure"):
        return slot.endswith(f":{one.value}")
    if one.kind != slot.partition(":")[0] or (one.detail and one.slot != slot and one.kind in ("figure", "actor")):
        return False
    return one.kind not in ("figure", "time") or value.value.split(" ")[0] == one.value.split(" ")[0]
